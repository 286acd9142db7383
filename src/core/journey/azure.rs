//! The steps on the Azure bank (facts/setup.md sections 1, 3 and 6).

use super::{Bearings, Cue, CueArg, Step};
use crate::{Button, Screen, Sighting, Site, Target, ValueState};

/// The name that Marketo's article suggests for the app (setup.md section 1, step 1).
pub(crate) const APP_NAME: &str = "Marketo Integration";
/// A redirect address that nobody else can answer; the consent link needs one (setup.md section 7, trap 3).
pub(crate) const REDIRECT_URI: &str = "https://localhost";
/// A description that one knows again when the secret is about to expire.
pub(crate) const SECRET_NAME: &str = "Marketo sync";

/// The screens of one app, where its menu stands at the left.
const APP_SCREENS: &[Screen] = &[
    Screen::AppOverview,
    Screen::Authentication,
    Screen::ApiPermissions,
    Screen::CertificatesSecrets,
];

const TO_APP_LIST: Cue = Cue { button: Some(Button::OpenAzure), ..Cue::say("to_app_list", &[]) };
const APP_PAGE: Cue = Cue { button: Some(Button::OpenAzure), ..Cue::say("app_page", &[]) };
const BACK_TO_SECRETS: Cue = Cue {
    args: &[CueArg::AppName],
    button: Some(Button::OpenAzure),
    ..Cue::say("back_to_secrets", &[])
};
/// The app is known, but another page is open.
const OPEN_APP: Cue = Cue { args: &[CueArg::AppName], ..Cue::say("open_app", &[Screen::AppList]) };

const fn menu(id: &'static str, target: Target) -> Cue {
    Cue::point(id, APP_SCREENS, target)
}

/// Whether a field is on the screen and still empty.
fn empty(sighting: &Sighting, target: Target) -> bool {
    sighting.targets.get(&target).is_some_and(|found| !found.filled)
}

/// Whether a box, radio or card is on the screen and not chosen.
fn unchecked(sighting: &Sighting, target: Target) -> bool {
    sighting.targets.get(&target).is_some_and(|found| !found.checked)
}

fn shown(sighting: &Sighting) -> bool {
    values(sighting).any(|state| state == ValueState::Shown)
}

fn values(sighting: &Sighting) -> impl Iterator<Item = ValueState> + '_ {
    let rows = sighting.facts.secrets.iter().flatten();
    rows.filter_map(|row| row.value.as_ref().map(|value| value.state))
}

/// A secret is at hand, or no longer needed.
fn secret_settled(bearings: &Bearings) -> bool {
    bearings.pair || bearings.carried()
}

pub(super) static FIND_APP: Step = Step {
    id: "find_app",
    stage: "found",
    site: Site::Azure,
    optional: false,
    done: |bearings| bearings.app().is_some(),
    cues: &[Cue::say("find_app", &[Screen::AppList])],
    elsewhere: &TO_APP_LIST,
};

pub(super) static NEW_REGISTRATION: Step = Step {
    id: "new_registration",
    stage: "app",
    site: Site::Azure,
    optional: false,
    done: |bearings| bearings.app().is_some(),
    cues: &[Cue::point("new_registration", &[Screen::AppList], Target::NewRegistration)],
    elsewhere: &TO_APP_LIST,
};

pub(super) static REGISTER: Step = Step {
    id: "register",
    stage: "app",
    site: Site::Azure,
    optional: false,
    done: |bearings| bearings.app().is_some(),
    cues: &[
        Cue {
            when: |_, sighting| empty(sighting, Target::AppName),
            args: &[CueArg::Label, CueArg::Suggest(APP_NAME)],
            ..Cue::point("app_name", &[Screen::RegisterApp], Target::AppName)
        },
        Cue {
            when: |_, sighting| unchecked(sighting, Target::AccountTypeSingleTenant),
            ..Cue::point("single_tenant", &[Screen::RegisterApp], Target::AccountTypeSingleTenant)
        },
        Cue {
            when: |_, sighting| {
                empty(sighting, Target::RedirectPlatform) && !filled(sighting, Target::RedirectUri)
            },
            ..Cue::point("redirect_platform", &[Screen::RegisterApp], Target::RedirectPlatform)
        },
        Cue {
            when: |_, sighting| empty(sighting, Target::RedirectUri),
            args: &[CueArg::Label, CueArg::Suggest(REDIRECT_URI)],
            ..Cue::point("redirect_uri", &[Screen::RegisterApp], Target::RedirectUri)
        },
        Cue {
            when: |_, sighting| sighting.targets.contains_key(&Target::Register),
            ..Cue::point("register", &[Screen::RegisterApp], Target::Register)
        },
    ],
    elsewhere: &TO_APP_LIST,
};

fn filled(sighting: &Sighting, target: Target) -> bool {
    sighting.targets.get(&target).is_some_and(|found| found.filled)
}

pub(super) static PUBLIC_CLIENT: Step = Step {
    id: "public_client",
    stage: "public_client",
    site: Site::Azure,
    optional: true,
    // Nothing has to be changed there: whoever goes on has passed it over (`learning.rs`).
    done: |_| false,
    cues: &[
        Cue {
            button: Some(Button::PassOver),
            ..Cue::say("public_client", &[Screen::Authentication])
        },
        Cue {
            button: Some(Button::PassOver),
            ..menu("public_client_menu", Target::MenuAuthentication)
        },
        OPEN_APP,
    ],
    elsewhere: &APP_PAGE,
};

pub(super) static ADD_PERMISSION: Step = Step {
    id: "add_permission",
    stage: "permission",
    site: Site::Azure,
    optional: false,
    done: |bearings| bearings.app().is_some_and(|app| app.permission),
    cues: &[
        Cue {
            when: |_, sighting| sighting.targets.contains_key(&Target::DynamicsCrmTile),
            ..Cue::point("crm_tile", &[Screen::RequestPermissions], Target::DynamicsCrmTile)
        },
        Cue {
            when: |_, sighting| {
                unchecked(sighting, Target::DelegatedPermissions)
                    && !sighting.targets.contains_key(&Target::UserImpersonation)
            },
            ..Cue::point("delegated", &[Screen::RequestPermissions], Target::DelegatedPermissions)
        },
        Cue {
            when: |_, sighting| unchecked(sighting, Target::UserImpersonation),
            ..Cue::point(
                "user_impersonation",
                &[Screen::RequestPermissions],
                Target::UserImpersonation,
            )
        },
        Cue::point("add_permissions", &[Screen::RequestPermissions], Target::AddPermissions),
        Cue::point("add_permission", &[Screen::ApiPermissions], Target::AddPermission),
        menu("permission_menu", Target::MenuApiPermissions),
        OPEN_APP,
    ],
    elsewhere: &APP_PAGE,
};

pub(super) static GRANT_CONSENT: Step = Step {
    id: "grant_consent",
    stage: "consent",
    site: Site::Azure,
    optional: false,
    done: |bearings| bearings.log.is_consented(),
    cues: &[
        Cue::point("confirm_consent", &[Screen::ConsentDialog], Target::ConfirmConsent),
        Cue {
            when: |_, sighting| sighting.is_greyed(Target::GrantAdminConsent),
            args: &[CueArg::LabelOf(Target::GrantAdminConsent)],
            button: Some(Button::PassOver),
            ..Cue::say("consent_greyed", &[Screen::ApiPermissions])
        },
        Cue::point("grant_consent", &[Screen::ApiPermissions], Target::GrantAdminConsent),
        menu("consent_menu", Target::MenuApiPermissions),
        OPEN_APP,
    ],
    elsewhere: &APP_PAGE,
};

pub(super) static NEW_SECRET: Step = Step {
    id: "new_secret",
    stage: "secret",
    site: Site::Azure,
    optional: false,
    done: secret_settled,
    cues: &[
        Cue {
            when: |_, sighting| {
                values(sighting).any(|state| state == ValueState::Masked)
                    && sighting.targets.contains_key(&Target::NewClientSecret)
            },
            ..Cue::point("secret_masked", &[Screen::CertificatesSecrets], Target::NewClientSecret)
        },
        Cue {
            when: |_, sighting| {
                !sighting.targets.contains_key(&Target::NewClientSecret)
                    && sighting.targets.contains_key(&Target::TabClientSecrets)
            },
            ..Cue::point("secrets_tab", &[Screen::CertificatesSecrets], Target::TabClientSecrets)
        },
        Cue::point("new_secret", &[Screen::CertificatesSecrets], Target::NewClientSecret),
        menu("secrets_menu", Target::MenuCertificatesSecrets),
        OPEN_APP,
    ],
    elsewhere: &APP_PAGE,
};

pub(super) static ADD_SECRET: Step = Step {
    id: "add_secret",
    stage: "secret",
    site: Site::Azure,
    optional: false,
    done: secret_settled,
    cues: &[
        Cue {
            when: |_, sighting| empty(sighting, Target::SecretDescription),
            args: &[CueArg::Label, CueArg::Suggest(SECRET_NAME)],
            ..Cue::point(
                "secret_description",
                &[Screen::AddClientSecret],
                Target::SecretDescription,
            )
        },
        Cue {
            when: |_, sighting| empty(sighting, Target::SecretExpires),
            ..Cue::point("secret_expires", &[Screen::AddClientSecret], Target::SecretExpires)
        },
        Cue {
            args: &[CueArg::Label, CueArg::LabelOf(Target::SecretExpires)],
            ..Cue::point("add_secret", &[Screen::AddClientSecret], Target::AddSecret)
        },
    ],
    elsewhere: &APP_PAGE,
};

pub(super) static KEEP_SECRET: Step = Step {
    id: "keep_secret",
    stage: "secret",
    site: Site::Azure,
    optional: false,
    done: secret_settled,
    cues: &[Cue {
        when: |_, sighting| shown(sighting) && sighting.targets.contains_key(&Target::SecretValue),
        button: Some(Button::Keep),
        urgent: true,
        ..Cue::point("keep_secret", &[Screen::CertificatesSecrets], Target::SecretValue)
    }],
    elsewhere: &APP_PAGE,
};

pub(super) static REMOVE_SECRET: Step = Step {
    id: "remove_secret",
    stage: "old_secret",
    site: Site::Azure,
    optional: true,
    done: |bearings| bearings.log.arrived && bearings.app().is_some_and(|app| app.old.is_empty()),
    cues: &[
        Cue {
            when: |bearings, _| bearings.log.arrived,
            args: &[CueArg::OldSecret, CueArg::OldSecretId],
            button: Some(Button::PassOver),
            ..Cue::point("remove_secret", &[Screen::CertificatesSecrets], Target::RemoveSecret)
        },
        Cue {
            when: |bearings, _| bearings.log.arrived,
            ..menu("remove_menu", Target::MenuCertificatesSecrets)
        },
        Cue { when: |bearings, _| bearings.log.arrived, ..OPEN_APP },
    ],
    elsewhere: &BACK_TO_SECRETS,
};

pub(super) static TENANT_ID: Step = Step {
    id: "tenant_id",
    stage: "tenant",
    site: Site::Azure,
    optional: false,
    done: |bearings| bearings.app().is_some_and(|app| app.tenant_id.is_some()),
    cues: &[Cue::say("tenant_id", APP_SCREENS), OPEN_APP],
    elsewhere: &APP_PAGE,
};

/// In the Power Platform admin center, where Keyferry has no business.
pub(super) static APPLICATION_USER: Step = Step {
    id: "application_user",
    stage: "application_user",
    site: Site::Azure,
    optional: false,
    done: |bearings| bearings.carried(),
    cues: &[],
    elsewhere: &Cue {
        args: &[CueArg::AppName],
        button: Some(Button::Vouch),
        ..Cue::say("application_user", &[])
    },
};
