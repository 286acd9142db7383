//! The Azure portal's labels.

use super::terms::terms;

terms! {
    /// What a label of the Azure portal means. The words are the headings of `azure.txt`.
    "azure.txt":
    AppRegistrations = "app-registrations",
    NewRegistration = "new-registration" => NewRegistration,
    RegisterAnApplication = "register-an-application",
    Name = "name" => AppName,
    AccountTypes = "account-types",
    SingleTenant = "single-tenant" => AccountTypeSingleTenant,
    OtherAccounts = "other-accounts",
    RedirectUri = "redirect-uri" => RedirectUri,
    RedirectPlatform = "redirect-platform" => RedirectPlatform,
    Platform = "platform",
    Register = "register" => Register,
    Overview = "overview",
    Authentication = "authentication" => MenuAuthentication,
    DisplayName = "display-name",
    ApplicationId = "application-id" => ClientId,
    ObjectId = "object-id",
    DirectoryId = "directory-id",
    ApiPermissions = "api-permissions" => MenuApiPermissions,
    AddPermission = "add-permission" => AddPermission,
    ConfiguredPermissions = "configured-permissions",
    RequestPermissions = "request-permissions",
    DynamicsCrm = "dynamics-crm" => DynamicsCrmTile,
    DelegatedPermissions = "delegated-permissions" => DelegatedPermissions,
    ApplicationPermissions = "application-permissions",
    UserImpersonation = "user-impersonation" => UserImpersonation,
    AddPermissions = "add-permissions" => AddPermissions,
    GrantAdminConsent = "grant-admin-consent" => GrantAdminConsent,
    ConsentQuestion = "consent-question",
    Yes = "yes" => ConfirmConsent,
    No = "no",
    Granted = "granted",
    NotGranted = "not-granted",
    CertificatesSecrets = "certificates-secrets" => MenuCertificatesSecrets,
    Certificates = "certificates",
    ClientSecrets = "client-secrets" => TabClientSecrets,
    NewClientSecret = "new-client-secret" => NewClientSecret,
    AddClientSecret = "add-client-secret",
    Description = "description" => SecretDescription,
    DescriptionHint = "description-hint",
    Expires = "expires" => SecretExpires,
    Value = "value" => SecretValue,
    SecretId = "secret-id",
    Add = "add" => AddSecret,
}

#[cfg(test)]
mod tests {
    use super::super::terms::check_file;
    use super::*;

    /// The languages that Keyferry knows Azure's labels in.
    const LANGUAGES: &[&str] =
        &["en", "sv", "de", "fr", "es", "it", "ja", "ko", "nl", "pt-BR", "zh-Hans", "zh-Hant"];

    #[test]
    fn every_heading_is_a_term_and_every_line_a_known_language() {
        check_file(include_str!("azure.txt"), LANGUAGES, |word| Term::from_word(word).is_some());
    }

    #[test]
    fn every_term_can_be_quoted_in_every_language() {
        let names = [
            Term::DynamicsCrm,
            Term::UserImpersonation,
            Term::Platform,
            Term::DescriptionHint,
            Term::Granted,
            Term::NotGranted,
        ];
        for &term in Term::ALL.iter().filter(|term| !names.contains(term)) {
            for language in LANGUAGES {
                assert!(book().label(term, language).is_some(), "{term:?} in {language}");
            }
        }
    }

    #[track_caller]
    fn check(label: &str, term: Term, language: &str, name: Option<&str>) {
        let readings = book().read(label);
        let found =
            readings.iter().find(|reading| reading.term == term && reading.language == language);
        assert_eq!(
            found.map(|reading| reading.name.as_deref()),
            Some(name),
            "{label}: {readings:?}"
        );
    }

    #[test]
    fn labels_are_read() {
        check("+ New registration", Term::NewRegistration, "en", None);
        check("Certifikat & hemligheter", Term::CertificatesSecrets, "sv", None);
        check("Client secrets (2)", Term::ClientSecrets, "en", None);
        check(
            "✓ Grant admin consent for Contoso AB",
            Term::GrantAdminConsent,
            "en",
            Some("Contoso AB"),
        );
        check(
            "Administratorzustimmung für Contoso & Söhne erteilen",
            Term::GrantAdminConsent,
            "de",
            Some("Contoso & Söhne"),
        );
        check("代表 Contoso 授予管理员同意", Term::GrantAdminConsent, "zh-Hans", Some("Contoso"));
        check(
            "Accounts in this organizational directory only (Contoso (Test) only - Single tenant)",
            Term::SingleTenant,
            "en",
            Some("Contoso (Test)"),
        );
        check("Single tenant only - Contoso", Term::SingleTenant, "en", Some("Contoso"));
        check("Granted for Fabrikam, Inc.", Term::Granted, "en", Some("Fabrikam, Inc."));
        check("新增用戶端密碼", Term::AddClientSecret, "zh-Hant", None);
    }

    #[test]
    fn not_granted_is_not_granted() {
        assert!(!book().is("Not granted for Contoso", Term::Granted));
        assert!(!book().is("Inte beviljad för Contoso", Term::Granted));
    }

    #[test]
    fn a_sentence_that_quotes_a_label_is_not_the_label() {
        for text in [
            "Select New registration.",
            "Click Certificates & secrets in the menu",
            "",
            " ",
            "Add a client secret to your app",
        ] {
            assert_eq!(book().read(text), [], "{text}");
        }
    }
}
