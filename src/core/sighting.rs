//! What one frame shows, once recognised: the site, the screen, the facts read from it and
//! where its controls are. The vocabulary is the one of `./build.sh inspect`.

use serde::{Deserialize, Serialize};

use crate::Table;

/// What a frame shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sighting {
    /// `None` where Keyferry must stay silent.
    pub site: Option<Site>,
    /// `None` where no screen of a journey is shown.
    pub screen: Option<Screen>,
    /// The language of the labels on the screen, as a BCP 47 tag of the lexicon.
    pub language: Option<String>,
    /// Only what is read with certainty.
    pub facts: Facts,
    /// The controls that are on the screen, visible and usable now.
    pub targets: Table<Target, Found>,
    /// Why no screen of a journey is shown, on a page of a portal that has any.
    pub unseen: Option<Unseen>,
    /// The controls that belong on the screen and are not in `targets`, with what is missing.
    pub misses: Table<Target, Miss>,
}

impl Sighting {
    /// Notes a control, or what is missing.
    pub fn put(&mut self, target: Target, found: Result<Found, Miss>) {
        match found {
            Ok(found) => self.targets.insert(target, found),
            Err(miss) => self.misses.insert(target, miss),
        }
    }

    /// Whether a control is on the screen and greyed.
    #[must_use]
    pub fn is_greyed(&self, target: Target) -> bool {
        self.misses.get(&target) == Some(&Miss::Greyed)
    }
}

/// A control on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Found {
    /// The content script's handle for the element.
    pub node: u32,
    /// Its label as it stands on the screen; empty where it has none (a value cell).
    pub label: String,
    /// What it is known by.
    pub by: By,
    /// A field that holds something.
    pub filled: bool,
    /// A box, radio or card that is chosen.
    pub checked: bool,
}

macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        pub enum $name {
            $($(#[$vmeta])* #[doc = concat!("`", $word, "`")] #[serde(rename = $word)] $variant,)+
        }
        impl $name {
            /// Every word, in the order of the vocabulary.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The word of the vocabulary.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

vocabulary! {
    /// A site that Keyferry has business on.
    Site { Azure = "azure", Marketo = "marketo", }
}

vocabulary! {
    /// A screen of a journey.
    Screen {
        AppList = "app-list",
        RegisterApp = "register-app",
        AppOverview = "app-overview",
        Authentication = "authentication",
        ApiPermissions = "api-permissions",
        RequestPermissions = "request-permissions",
        ConsentDialog = "consent-dialog",
        CertificatesSecrets = "certificates-secrets",
        AddClientSecret = "add-client-secret",
        Admin = "admin",
        Dynamics = "dynamics",
        EditCredentials = "edit-credentials",
        ValidateForm = "validate-form",
        ValidateChecks = "validate-checks",
        Reconfigure = "reconfigure",
        FirstConnect = "first-connect",
        ConfirmSync = "confirm-sync",
    }
}

vocabulary! {
    /// A control that Keyferry may point at, read or fill.
    Target {
        NewRegistration = "new-registration",
        AppName = "app-name",
        AccountTypeSingleTenant = "account-type-single-tenant",
        RedirectPlatform = "redirect-platform",
        RedirectUri = "redirect-uri",
        Register = "register",
        MenuAuthentication = "menu-authentication",
        MenuApiPermissions = "menu-api-permissions",
        MenuCertificatesSecrets = "menu-certificates-secrets",
        AddPermission = "add-permission",
        DynamicsCrmTile = "dynamics-crm-tile",
        DelegatedPermissions = "delegated-permissions",
        UserImpersonation = "user-impersonation",
        AddPermissions = "add-permissions",
        GrantAdminConsent = "grant-admin-consent",
        ConfirmConsent = "confirm-consent",
        TabClientSecrets = "tab-client-secrets",
        NewClientSecret = "new-client-secret",
        SecretDescription = "secret-description",
        SecretExpires = "secret-expires",
        AddSecret = "add-secret",
        SecretValue = "secret-value",
        ClientId = "client-id",
        Admin = "admin",
        MicrosoftDynamics = "microsoft-dynamics",
        DisableSync = "disable-sync",
        EnableSync = "enable-sync",
        EditCredentials = "edit-credentials",
        Username = "username",
        Password = "password",
        Url = "url",
        ClientSecret = "client-secret",
        Save = "save",
        ValidateTab = "validate-tab",
        Next = "next",
        Close = "close",
        ReconfigureTab = "reconfigure-tab",
        Confirm = "confirm",
        // What stands below is Keyferry's own affair: `./build.sh inspect` does not name it.
        RemoveSecret = "remove-secret",
        Microsoft = "microsoft",
        TenantId = "tenant-id",
        EditFields = "edit-fields",
        SaveFields = "save-fields",
        EditStart = "edit-start",
        EmailAddress = "email-address",
        Validate = "validate",
        Switch = "switch",
        Ok = "ok",
    }
}

impl Target {
    /// Whether it belongs to the vocabulary of `./build.sh inspect`.
    #[must_use]
    pub fn is_told(self) -> bool {
        self < Self::RemoveSecret
    }
}

vocabulary! {
    /// What a control is known by; of several, what counts most.
    #[derive(Default)]
    By {
        #[default]
        Label = "label",
        Mark = "mark",
        Place = "place",
    }
}

vocabulary! {
    /// What is missing to point at a control of the screen.
    Miss {
        /// Nothing on the screen is called so.
        Absent = "absent",
        /// The words are there, but on nothing that can be pressed or filled in.
        Words = "words",
        /// More than one thing fits, and nothing tells which is meant.
        Several = "several",
        /// It is there, and greyed.
        Greyed = "greyed",
        /// It is there, and something lies over it.
        Covered = "covered",
        /// Something is called so, but it does not stand where it belongs.
        Astray = "astray",
        /// The heading that it belongs to is there, and nothing else.
        HeadingOnly = "heading-only",
        /// The pane is about another API.
        OtherApi = "other-api",
        /// No value in the table can be read.
        NoValue = "no-value",
    }
}

vocabulary! {
    /// What is missing to know the screen.
    Unseen {
        /// The page is none of the journey's, by its address or its tabs.
        Address = "address",
        /// The address fits, but nothing on the page says the same yet.
        Unsure = "unsure",
        /// The address and the title name two pages.
        Title = "title",
        /// A pane or dialog that is not known lies on top.
        Pane = "pane",
    }
}

vocabulary! {
    /// The supported account types of an app, as far as they matter here.
    AccountType { SingleTenant = "single-tenant", Other = "other", }
}

vocabulary! {
    /// Whether the value of a client secret can still be read.
    ValueState { Shown = "shown", Masked = "masked", }
}

vocabulary! {
    /// The generation of a client secret, by its signature.
    SecretKind { Current = "current", Previous = "previous", Legacy = "legacy", Unknown = "unknown", }
}

vocabulary! {
    /// Marketo's sync with Dynamics, as its page says.
    Sync { On = "on", Off = "off", }
}

vocabulary! {
    /// Marketo's seven checks, in the order of the article.
    Check {
        Url = "url",
        Credentials = "credentials",
        Role = "role",
        Solution = "solution",
        Steps = "steps",
        Assigned = "assigned",
        Match = "match",
    }
}

/// What is read from a screen with certainty; whatever is not certain is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Azure: the app's display name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_name: Option<String>,
    /// Azure: from the route. Marketo: as shown or filled in. A GUID in lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// Azure: the app's object ID, a GUID in lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object_id: Option<String>,
    /// Azure: the tenant's ID, a GUID in lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<String>,
    /// Azure: the tenant's name as shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_name: Option<String>,
    /// Azure: who may use the app.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_type: Option<AccountType>,
    /// Azure: the client secrets in row order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secrets: Option<Vec<SecretRow>>,
    /// Azure: the configured permissions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<Permission>>,
    /// Marketo: the sync's state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sync: Option<Sync>,
    /// Marketo: the sync user as shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Marketo: the organisation's URL as shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Marketo: the checks in row order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checks: Option<Vec<CheckRow>>,
}

/// One row of the portal's table of client secrets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SecretRow {
    /// The description the admin gave.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The day it expires, `YYYY-MM-DD`; absent where the date's format is not certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
    /// The Secret ID, a GUID in lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret_id: Option<String>,
    /// The value's fingerprint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<SecretValue>,
    /// The content script's handle for the cell that shows the value.
    #[serde(skip)]
    pub cell: Option<u32>,
    /// The bin at the end of the row.
    #[serde(skip)]
    pub bin: Option<Found>,
}

/// The fingerprint of a secret's value: never the value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretValue {
    /// Whether the value can still be read.
    pub state: ValueState,
    /// The generation, when shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SecretKind>,
    /// The number of characters, when shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<u32>,
    /// The first three characters, when shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Whether Entra's checksum fits; absent for kinds that have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<bool>,
}

/// One configured permission of an app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permission {
    /// The API's name as shown (`Dynamics CRM`).
    pub api: String,
    /// The permission's name (`user_impersonation`).
    pub name: String,
    /// Whether admin consent is granted.
    pub granted: bool,
}

/// One row of Marketo's seven checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckRow {
    /// Which check.
    pub check: Check,
    /// `None` where it cannot be told.
    pub passed: Option<bool>,
}
