//! The steps on Marketo's bank (facts/setup.md sections 1 and 4).

use super::{Cue, CueArg, Step};
use crate::{Button, Screen, Sighting, Site, Sync, Target};

const TO_MARKETO: Cue = Cue { button: Some(Button::OpenMarketo), ..Cue::say("to_marketo", &[]) };

/// The way to the sync's page, for every step that happens there.
const TO_ADMIN: Cue = Cue {
    when: |_, sighting| {
        !sighting.targets.contains_key(&Target::MicrosoftDynamics)
            && sighting.targets.contains_key(&Target::Admin)
    },
    anywhere: true,
    ..Cue::point("admin", &[Screen::Admin], Target::Admin)
};
const TO_DYNAMICS: Cue = Cue::point("dynamics", &[Screen::Admin], Target::MicrosoftDynamics);

/// The forms that ask for the pair while the sync's page is set up.
const NO_PAIR: Cue = Cue {
    when: |bearings, _| !bearings.pair,
    ..Cue::say("no_pair", &[Screen::Dynamics, Screen::EditCredentials, Screen::ValidateForm])
};

fn fillable(sighting: &Sighting) -> bool {
    sighting.targets.contains_key(&Target::ClientId)
        && sighting.targets.contains_key(&Target::ClientSecret)
}

pub(super) static OPEN_DYNAMICS: Step = Step {
    id: "open_dynamics",
    stage: "sync_off",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.dynamics_seen,
    cues: &[TO_ADMIN, TO_DYNAMICS],
    elsewhere: &TO_MARKETO,
};

pub(super) static DISABLE_SYNC: Step = Step {
    id: "disable_sync",
    stage: "sync_off",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.sync == Some(Sync::Off) || bearings.log.arrived,
    cues: &[
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
            when: |_, sighting| fillable(sighting),
            args: &[],
            button: Some(Button::Fill),
            ..Cue::point("fill", &[Screen::EditCredentials], Target::ClientSecret)
        },
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
    cues: &[
        Cue {
            when: |_, sighting| failed(sighting) > 0,
            args: &[CueArg::FailedChecks],
            ..Cue::say("checks_failed", &[Screen::ValidateChecks])
        },
        Cue {
            when: |_, sighting| !sighting.targets.contains_key(&Target::Close),
            ..Cue::say("checks_running", &[Screen::ValidateChecks])
        },
        Cue::say("checks_unclear", &[Screen::ValidateChecks]),
    ],
    elsewhere: &TO_MARKETO,
};

fn failed(sighting: &Sighting) -> usize {
    let rows = sighting.facts.checks.iter().flatten();
    rows.filter(|row| row.passed == Some(false)).count()
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
            ..Cue::point("enable_sync", &[Screen::ValidateForm], Target::EnableSync)
        },
        Cue::point("dynamics", &[Screen::ValidateForm], Target::MicrosoftDynamics),
        Cue::point("enable_sync", &[Screen::Dynamics], Target::EnableSync),
        TO_ADMIN,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};
