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
    DisableSync = "disable-sync" => DisableSync,
    EnableSync = "enable-sync" => EnableSync,
    Edit = "edit" => EditCredentials,
    Credentials = "credentials",
    EditCredentials = "edit-credentials",
    FieldSyncDetails = "field-sync-details",
    EnterCredentials = "enter-credentials",
    SelectFields = "select-fields",
    StartStep = "start-step",
    Username = "username" => Username,
    Password = "password" => Password,
    Url = "url" => Url,
    ClientId = "client-id" => ClientId,
    ClientSecret = "client-secret" => ClientSecret,
    Save = "save" => Save,
    Cancel = "cancel",
    ValidateTab = "validate-tab" => ValidateTab,
    Next = "next" => Next,
    Back = "back",
    Close = "close" => Close,
    ReconfigureTab = "reconfigure-tab" => ReconfigureTab,
    Validate = "validate",
    Switch = "switch",
    Confirm = "confirm",
    Ok = "ok" => Confirm,
    Yes = "yes",
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
    static BOOK: LazyLock<Book<Term>> = LazyLock::new(|| Book::parse(include_str!("marketo.txt"), Term::from_word));
    &BOOK
}
