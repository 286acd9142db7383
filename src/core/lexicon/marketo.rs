//! Marketo's labels.

use super::terms::terms;

terms! {
    /// What a label of Marketo means. The words are the headings of `marketo.txt`.
    "marketo.txt":
    Admin = "admin" => Admin,
    Crm = "crm",
    MicrosoftDynamics = "microsoft-dynamics" => MicrosoftDynamics,
    Microsoft = "microsoft" => Microsoft,
    DisableSync = "disable-sync" => DisableSync,
    EnableSync = "enable-sync" => EnableSync,
    Edit = "edit" => EditCredentials,
    Credentials = "credentials",
    EditCredentials = "edit-credentials",
    FieldSyncDetails = "field-sync-details",
    EnterCredentials = "enter-credentials",
    SelectFields = "select-fields" => EditFields,
    StartStep = "start-step" => EditStart,
    Username = "username" => Username,
    Password = "password" => Password,
    Url = "url" => Url,
    ClientId = "client-id" => ClientId,
    ClientSecret = "client-secret" => ClientSecret,
    TenantId = "tenant-id" => TenantId,
    EmailAddress = "email-address" => EmailAddress,
    Save = "save" => Save,
    Cancel = "cancel",
    ValidateTab = "validate-tab" => ValidateTab,
    Next = "next" => Next,
    Back = "back",
    Close = "close" => Close,
    ReconfigureTab = "reconfigure-tab" => ReconfigureTab,
    Validate = "validate" => Validate,
    Switch = "switch" => Switch,
    Confirm = "confirm",
    Ok = "ok" => Confirm,
    EnableOrDisable = "enable-or-disable",
    Yes = "yes",
    No = "no",
    StartSync = "start-sync",
    SyncStatus = "sync-status",
    SyncErrors = "sync-errors",
    CheckUrl = "check-url",
    CheckCredentials = "check-credentials",
    CheckRole = "check-role",
    CheckSolution = "check-solution",
    CheckSteps = "check-steps",
    CheckAssigned = "check-assigned",
    CheckMatch = "check-match",
    OtherPage = "other-page",
    AdminOnly = "admin-only",
}

#[cfg(test)]
mod tests {
    use super::super::terms::check_file;
    use super::*;

    const LANGUAGES: &[&str] = &["en", "de", "fr", "es", "ja", "pt"];

    #[test]
    fn every_heading_is_a_term_and_every_line_a_known_language() {
        check_file(include_str!("marketo.txt"), LANGUAGES, |word| Term::from_word(word).is_some());
    }

    #[test]
    fn every_term_can_be_quoted_in_every_language() {
        for &term in Term::ALL {
            for language in LANGUAGES {
                assert!(book().label(term, language).is_some(), "{term:?} in {language}");
            }
        }
    }

    #[track_caller]
    fn check(label: &str, term: Term, language: &str) {
        let readings = book().read(label);
        assert!(
            readings.iter().any(|reading| reading.term == term && reading.language == language),
            "{label}: {readings:?}"
        );
    }

    #[test]
    fn labels_are_read_as_the_widget_kits_draw_them() {
        check("Client Id:*", Term::ClientId, "en");
        check("CLIENT SECRET :", Term::ClientSecret, "en");
        check("* Client-ID", Term::ClientId, "de");
        check("SCHLIESSEN", Term::Close, "de");
        check("クライアントID：", Term::ClientId, "ja");
        check("DÉSACTIVER LA SYNCHRONISATION", Term::DisableSync, "fr");
        check("ETAPE 1 : SAISIR LES INFORMATIONS D'IDENTIFICATION", Term::EnterCredentials, "fr");
        check("Segredo do Cliente", Term::ClientSecret, "pt");
    }

    #[test]
    fn a_sentence_that_quotes_a_label_is_not_the_label() {
        for text in [
            "Click Disable Sync.",
            "Disable Sync, then click Edit",
            "Client Id and Client Secret",
            "",
            ":",
            "Dynamics Entities Sync Setup",
        ] {
            assert_eq!(book().read(text), [], "{text}");
        }
    }
}
