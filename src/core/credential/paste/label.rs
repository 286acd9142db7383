//! The names that people, portals and command lines give to the values.

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    ClientId,
    TenantId,
    ObjectId,
    SecretId,
    /// A GUID that is of no use here.
    OtherId,
    Secret,
    /// `value`: of whatever was named before it, else of the secret.
    Value,
    /// A client secret in Azure's command line; elsewhere it may be a user's.
    Password,
    User,
    Expires,
    Starts,
}

/// Letters and digits in lower case; a label ends with one of these, the longest counts.
const LABELS: &[(&str, Label)] = &[
    ("clientid", Label::ClientId),
    ("appid", Label::ClientId),
    ("applicationid", Label::ClientId),
    ("appclientid", Label::ClientId),
    ("applicationclientid", Label::ClientId),
    ("klientid", Label::ClientId),
    ("programidklient", Label::ClientId),
    ("anwendungsidclient", Label::ClientId),
    ("anwendungsidclientid", Label::ClientId),
    ("applicationclient", Label::ClientId),
    ("aplicacióncliente", Label::ClientId),
    ("applicazioneclient", Label::ClientId),
    ("aplicativocliente", Label::ClientId),
    ("アプリケーションクライアントid", Label::ClientId),
    ("애플리케이션클라이언트id", Label::ClientId),
    ("应用程序客户端id", Label::ClientId),
    ("應用程式用戶端識別碼", Label::ClientId),
    ("tenantid", Label::TenantId),
    ("tenant", Label::TenantId),
    ("directoryid", Label::TenantId),
    ("katalogidklientorganisation", Label::TenantId),
    ("klientorganisationsid", Label::TenantId),
    ("verzeichnisidmandant", Label::TenantId),
    ("locataire", Label::TenantId),
    ("inquilino", Label::TenantId),
    ("locatário", Label::TenantId),
    ("テナントid", Label::TenantId),
    ("objectid", Label::ObjectId),
    ("objektid", Label::ObjectId),
    ("iddobjet", Label::ObjectId),
    // Graph's commands call the object ID by another's name.
    ("mgapplicationapplicationid", Label::ObjectId),
    ("mgapplicationpasswordapplicationid", Label::ObjectId),
    ("iddeobjeto", Label::ObjectId),
    ("オブジェクトid", Label::ObjectId),
    ("secretid", Label::SecretId),
    ("keyid", Label::SecretId),
    ("hemligtid", Label::SecretId),
    ("geheimeid", Label::SecretId),
    ("iddesecret", Label::SecretId),
    ("iddesecreto", Label::SecretId),
    ("シークレットid", Label::SecretId),
    ("subscriptionid", Label::OtherId),
    ("correlationid", Label::OtherId),
    ("traceid", Label::OtherId),
    ("requestid", Label::OtherId),
    ("resourceid", Label::OtherId),
    ("principalid", Label::OtherId),
    ("resourceappid", Label::OtherId),
    ("secret", Label::Secret),
    ("secrets", Label::Secret),
    ("secrettext", Label::Secret),
    ("secretvalue", Label::Secret),
    ("clientsecret", Label::Secret),
    ("clientkey", Label::Secret),
    ("appkey", Label::Secret),
    ("hemlighet", Label::Secret),
    ("klienthemlighet", Label::Secret),
    ("geheimerclientschlüssel", Label::Secret),
    ("secretclient", Label::Secret),
    ("secretocliente", Label::Secret),
    ("secretodecliente", Label::Secret),
    ("クライアントシークレット", Label::Secret),
    ("value", Label::Value),
    ("värde", Label::Value),
    ("wert", Label::Value),
    ("valeur", Label::Value),
    ("valor", Label::Value),
    ("valore", Label::Value),
    ("値", Label::Value),
    ("password", Label::Password),
    ("lösenord", Label::Password),
    ("username", Label::User),
    ("user", Label::User),
    ("användarnamn", Label::User),
    ("expires", Label::Expires),
    ("expiry", Label::Expires),
    ("expireson", Label::Expires),
    ("expirationdate", Label::Expires),
    ("expirydate", Label::Expires),
    ("enddate", Label::Expires),
    ("enddatetime", Label::Expires),
    ("upphörattgälla", Label::Expires),
    ("läuftab", Label::Expires),
    ("gültigbis", Label::Expires),
    ("有効期限", Label::Expires),
    ("startdate", Label::Starts),
    ("startdatetime", Label::Starts),
    ("createdon", Label::Starts),
    ("createddatetime", Label::Starts),
];

/// The label that these words end with. Compared in place: a word may be a secret.
pub(super) fn label_before(words: &[&str]) -> Option<Label> {
    LABELS
        .iter()
        .filter(|(label, _)| ends_with(words, label))
        .max_by_key(|(label, _)| label.len())
        .map(|(_, meaning)| *meaning)
}

fn ends_with(words: &[&str], label: &str) -> bool {
    let mut letters = words
        .iter()
        .rev()
        .flat_map(|word| word.chars().rev())
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase);
    label.chars().rev().all(|wanted| letters.next() == Some(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[&str], expected: Option<Label>) {
        assert_eq!(label_before(words), expected, "{words:?}");
    }

    #[test]
    fn knows_the_usual_names() {
        check(&["Application", "(client)", "ID", ":"], Some(Label::ClientId));
        check(&["AZURE_CLIENT_ID"], Some(Label::ClientId));
        check(&["$env:ARM_CLIENT_SECRET"], Some(Label::Secret));
        check(&["Directory", "(tenant)", "ID"], Some(Label::TenantId));
        check(&["Client", "Secret", "ID"], Some(Label::SecretId));
        check(&["Client", "secret", "value:"], Some(Label::Secret));
        check(&["Value"], Some(Label::Value));
        check(&["Program-ID", "(klient)"], Some(Label::ClientId));
        check(&["Klient", "hemlighet"], Some(Label::Secret));
        check(&["ID", "d\u{2019}application", "(client)"], Some(Label::ClientId));
        check(&["Id.", "de", "aplicaci\u{f3}n", "(cliente)"], Some(Label::ClientId));
        check(&["EndDateTime"], Some(Label::Expires));
        check(&["Description"], None);
        check(&[], None);
    }
}
