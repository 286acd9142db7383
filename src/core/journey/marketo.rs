//! The steps on Marketo's bank (facts/setup.md sections 1 and 4).

use super::{Bearings, Cue, CueArg, Step};
use crate::{Button, Miss, Screen, Sighting, Site, Sync, Target};

pub(super) const TO_MARKETO: Cue =
    Cue { button: Some(Button::OpenMarketo), ..Cue::say("to_marketo", &[]) };

/// The way to the sync's page, for every step that happens there.
pub(super) const TO_ADMIN: Cue = Cue {
    when: |_, sighting| {
        !sighting.targets.contains_key(&Target::MicrosoftDynamics)
            && sighting.targets.contains_key(&Target::Admin)
    },
    anywhere: true,
    ..Cue::point("admin", &[Screen::Admin], Target::Admin)
};
pub(super) const TO_DYNAMICS: Cue =
    Cue::point("dynamics", &[Screen::Admin], Target::MicrosoftDynamics);

/// The page under CRM that asks which CRM it is to be.
const TO_MICROSOFT: Cue = Cue {
    when: |bearings, sighting| {
        bearings.log.connected == Some(false) && has(sighting, Target::Microsoft)
    },
    anywhere: true,
    ..Cue::point("microsoft", &[Screen::Admin], Target::Microsoft)
};

/// The forms that ask for the pair while the sync's page is set up.
pub(super) const NO_PAIR: Cue = Cue {
    when: |bearings, _| !bearings.pair,
    ..Cue::say(
        "no_pair",
        &[
            Screen::Dynamics,
            Screen::FirstConnect,
            Screen::EditCredentials,
            Screen::ValidateForm,
            Screen::Reconfigure,
        ],
    )
};

/// The credentials of the first connection.
const EDIT_FIRST: Cue = Cue::point("edit_first", &[Screen::FirstConnect], Target::EditCredentials);

/// The seven checks ran, and the page does not tell all the marks: a person is asked.
pub(super) const CHECKS_UNCLEAR: Cue = Cue {
    when: |bearings, _| bearings.log.checks_over && bearings.unclear().is_some(),
    args: &[CueArg::UnclearNumber, CueArg::UnclearCheck],
    ..Cue::say("checks_unclear", &[Screen::ValidateChecks, Screen::Reconfigure])
};

/// Not all of them passed: where it is mended, the checks are run again.
const CHECKS_FAILED: Cue = Cue {
    when: |bearings, sighting| sighting.facts.checks.is_some() && failed(bearings),
    args: &[CueArg::FailedChecks, CueArg::Label],
    ..Cue::point("checks_failed", &[Screen::ValidateChecks], Target::Close)
};
pub(super) const CHECKS_FAILED_HERE: Cue =
    Cue { on: &[Screen::Reconfigure], target: Some(Target::Validate), ..CHECKS_FAILED };

pub(super) fn has(sighting: &Sighting, target: Target) -> bool {
    sighting.targets.contains_key(&target)
}

fn empty(sighting: &Sighting, target: Target) -> bool {
    sighting.targets.get(&target).is_some_and(|found| !found.filled)
}

/// The username is then the application user's e-mail address.
fn is_server_to_server(bearings: &Bearings) -> bool {
    bearings.journey.id == "server-to-server"
}

pub(super) fn fillable(sighting: &Sighting) -> bool {
    sighting.targets.contains_key(&Target::ClientId)
        && sighting.targets.contains_key(&Target::ClientSecret)
}

pub(super) static OPEN_DYNAMICS: Step = Step {
    id: "open_dynamics",
    stage: "sync_off",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.dynamics_seen,
    cues: &[TO_ADMIN, TO_MICROSOFT, TO_DYNAMICS],
    elsewhere: &TO_MARKETO,
};

pub(super) static DISABLE_SYNC: Step = Step {
    id: "disable_sync",
    stage: "sync_off",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.sync == Some(Sync::Off) || bearings.log.arrived,
    cues: &[
        Cue::say("first_instead", &[Screen::FirstConnect]),
        Cue::point("confirm_sync", &[Screen::ConfirmSync], Target::Confirm),
        NO_PAIR,
        Cue::point("disable_sync", &[Screen::Dynamics], Target::DisableSync),
        TO_ADMIN,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};

pub(super) static FILL_CREDENTIALS: Step = Step {
    id: "fill_credentials",
    stage: "credentials",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.filled() || bearings.saved(),
    cues: &[
        NO_PAIR,
        Cue {
            when: |bearings, sighting| fillable(sighting) && is_server_to_server(bearings),
            args: &[],
            button: Some(Button::Fill),
            ..Cue::point("fill_server", &[Screen::EditCredentials], Target::ClientSecret)
        },
        Cue {
            when: |_, sighting| fillable(sighting),
            args: &[],
            button: Some(Button::Fill),
            ..Cue::point("fill", &[Screen::EditCredentials], Target::ClientSecret)
        },
        EDIT_FIRST,
        Cue::point("edit_credentials", &[Screen::Dynamics], Target::EditCredentials),
        TO_ADMIN,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};

pub(super) static SAVE_CREDENTIALS: Step = Step {
    id: "save_credentials",
    stage: "credentials",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.saved(),
    cues: &[
        Cue {
            when: |bearings, sighting| bearings.filled() || typed(sighting),
            ..Cue::point("save", &[Screen::EditCredentials], Target::Save)
        },
        Cue {
            when: |bearings, _| bearings.log.unsure,
            button: Some(Button::Vouch),
            ..Cue::point(
                "save_unsure",
                &[Screen::Dynamics, Screen::FirstConnect],
                Target::EditCredentials,
            )
        },
        EDIT_FIRST,
        Cue::point("edit_credentials", &[Screen::Dynamics], Target::EditCredentials),
        TO_ADMIN,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};

/// Both halves stand in the form, whoever put them there.
fn typed(sighting: &Sighting) -> bool {
    [Target::ClientId, Target::ClientSecret]
        .iter()
        .all(|target| sighting.targets.get(target).is_some_and(|found| found.filled))
}

pub(super) static FILL_VALIDATE: Step = Step {
    id: "fill_validate",
    stage: "validate",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.all_green(),
    cues: &[
        Cue {
            when: |bearings, _| bearings.log.validating,
            ..Cue::point("next", &[Screen::ValidateForm], Target::Next)
        },
        Cue { when: |bearings, _| !bearings.pair, ..Cue::say("no_pair", &[Screen::ValidateForm]) },
        Cue {
            when: |_, sighting| fillable(sighting),
            args: &[],
            button: Some(Button::Fill),
            ..Cue::point("fill_validate", &[Screen::ValidateForm], Target::ClientSecret)
        },
        Cue::point("validate_tab", &[Screen::Dynamics], Target::ValidateTab),
        TO_ADMIN,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};

pub(super) static READ_CHECKS: Step = Step {
    id: "read_checks",
    stage: "validate",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.all_green(),
    cues: &[CHECKS_UNCLEAR, CHECKS_FAILED, Cue::say("checks_running", &[Screen::ValidateChecks])],
    elsewhere: &TO_MARKETO,
};

fn failed(bearings: &Bearings) -> bool {
    bearings.log.checks_that(Some(false)).next().is_some()
}

pub(super) static ENABLE_SYNC: Step = Step {
    id: "enable_sync",
    stage: "sync_on",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.arrived,
    cues: &[
        Cue::point("confirm_sync", &[Screen::ConfirmSync], Target::Confirm),
        Cue::point("close", &[Screen::ValidateChecks], Target::Close),
        Cue {
            when: |_, sighting| sighting.targets.contains_key(&Target::EnableSync),
            ..Cue::point(
                "enable_sync",
                &[Screen::ValidateForm, Screen::Reconfigure],
                Target::EnableSync,
            )
        },
        Cue::point(
            "dynamics",
            &[Screen::ValidateForm, Screen::Reconfigure],
            Target::MicrosoftDynamics,
        ),
        // Another tab of that page lies open: the button is not on it.
        Cue {
            when: |_, sighting| sighting.misses.get(&Target::EnableSync) == Some(&Miss::Absent),
            ..Cue::point("dynamics", &[Screen::Dynamics], Target::MicrosoftDynamics)
        },
        Cue::point("enable_sync", &[Screen::Dynamics], Target::EnableSync),
        TO_ADMIN,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};

pub(super) static OWN_FIELDS: Step = Step {
    id: "own_fields",
    stage: "credentials",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.own_fields || bearings.saved(),
    cues: &[
        Cue {
            when: |_, sighting| empty(sighting, Target::Username),
            ..Cue::point("type_username", &[Screen::EditCredentials], Target::Username)
        },
        Cue {
            when: |_, sighting| empty(sighting, Target::Password),
            ..Cue::point("type_password", &[Screen::EditCredentials], Target::Password)
        },
        Cue {
            when: |_, sighting| empty(sighting, Target::Url),
            ..Cue::point("type_url", &[Screen::EditCredentials], Target::Url)
        },
        EDIT_FIRST,
        TO_ADMIN,
        TO_MICROSOFT,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};

pub(super) static CHECK_URL: Step = Step {
    id: "check_url",
    stage: "credentials",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.saved(),
    cues: &[Cue {
        button: Some(Button::Vouch),
        ..Cue::point("check_url", &[Screen::EditCredentials], Target::Url)
    }],
    elsewhere: &TO_MARKETO,
};

pub(super) static SELECT_FIELDS: Step = Step {
    id: "select_fields",
    stage: "fields",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.fields_chosen || bearings.log.arrived,
    cues: &[
        Cue {
            when: |_, sighting| has(sighting, Target::SaveFields),
            anywhere: true,
            ..Cue::point("save_fields", &[Screen::FirstConnect], Target::SaveFields)
        },
        Cue::point("edit_fields", &[Screen::FirstConnect], Target::EditFields),
        TO_ADMIN,
        TO_MICROSOFT,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};

pub(super) static START_SYNC: Step = Step {
    id: "start_sync",
    stage: "start",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.arrived,
    cues: &[
        Cue {
            when: |_, sighting| empty(sighting, Target::EmailAddress),
            ..Cue::point("start_email", &[Screen::ConfirmSync], Target::EmailAddress)
        },
        Cue::point("start_sync", &[Screen::ConfirmSync], Target::Confirm),
        Cue::point("edit_start", &[Screen::FirstConnect], Target::EditStart),
        TO_ADMIN,
        TO_MICROSOFT,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};
