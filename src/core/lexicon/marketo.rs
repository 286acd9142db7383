//! Marketo's labels.

use std::sync::LazyLock;

use super::Book;
use crate::Target;

macro_rules! terms {
    ($($variant:ident = $word:literal $(=> $target:ident)?,)+) => {
        /// What a label of Marketo means. The words are the headings of `marketo.txt`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each variant is named as its label reads in English")]
        pub enum Term { $($variant,)+ }

        impl Term {
            /// Every term.
            #[cfg(test)]
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The term of a heading in `marketo.txt`.
            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// The label of a control.
            #[must_use]
            pub const fn of(target: Target) -> Option<Self> {
                match target { $($(Target::$target => Some(Self::$variant),)?)+ _ => None }
            }
        }
    };
}

terms! {
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

/// The label file, read once.
pub fn book() -> &'static Book<Term> {
    static BOOK: LazyLock<Book<Term>> =
        LazyLock::new(|| Book::parse(include_str!("marketo.txt"), Term::from_word));
    &BOOK
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: &[&str] = &["en", "de", "fr", "es", "ja", "pt"];

    #[test]
    fn every_heading_is_a_term_and_every_line_a_known_language() {
        for line in include_str!("marketo.txt")
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            match line.strip_prefix('[') {
                Some(heading) => {
                    assert!(Term::from_word(heading.trim_end_matches(']')).is_some(), "{line}")
                }
                None => assert!(
                    line.split_once(": ")
                        .is_some_and(|(language, _)| LANGUAGES.contains(&language)),
                    "{line}"
                ),
            }
        }
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
