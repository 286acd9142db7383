//! The steps of the switch to the new way to sign in (facts/setup.md section 4), on Marketo's bank too.

use super::marketo::{
    CHECKS_FAILED_HERE, CHECKS_UNCLEAR, NO_PAIR, TO_ADMIN, TO_DYNAMICS, TO_MARKETO, fillable, has,
};
use super::{Cue, CueArg, Step};
use crate::{Button, Screen, Site, Target};

pub(super) static FILL_RECONFIGURE: Step = Step {
    id: "fill_reconfigure",
    stage: "reconfigure",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.validating || bearings.log.all_green() || bearings.carried(),
    cues: &[
        NO_PAIR,
        Cue {
            when: |_, sighting| fillable(sighting),
            args: &[],
            button: Some(Button::Fill),
            ..Cue::point("fill_reconfigure", &[Screen::Reconfigure], Target::ClientSecret)
        },
        Cue::point("reconfigure_tab", &[Screen::Dynamics], Target::ReconfigureTab),
        TO_ADMIN,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};

pub(super) static VALIDATE: Step = Step {
    id: "validate",
    stage: "reconfigure",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.log.all_green() || bearings.carried(),
    cues: &[
        CHECKS_UNCLEAR,
        CHECKS_FAILED_HERE,
        Cue {
            when: |_, sighting| sighting.facts.checks.is_none(),
            ..Cue::point("validate", &[Screen::Reconfigure], Target::Validate)
        },
        Cue::say("checks_running", &[Screen::Reconfigure]),
        Cue::point("reconfigure_tab", &[Screen::Dynamics], Target::ReconfigureTab),
        TO_ADMIN,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};

pub(super) static SWITCH: Step = Step {
    id: "switch",
    stage: "switch",
    site: Site::Marketo,
    optional: false,
    done: |bearings| bearings.carried(),
    cues: &[
        Cue {
            when: |_, sighting| has(sighting, Target::Confirm),
            ..Cue::point("confirm_switch", &[Screen::Reconfigure], Target::Confirm)
        },
        Cue::point("switch", &[Screen::Reconfigure], Target::Switch),
        Cue::point("reconfigure_tab", &[Screen::Dynamics], Target::ReconfigureTab),
        TO_ADMIN,
        TO_DYNAMICS,
    ],
    elsewhere: &TO_MARKETO,
};

/// Fifteen minutes by the clock: Marketo says so, and no page shows it.
pub(super) static WAIT: Step = Step {
    id: "wait",
    stage: "wait",
    site: Site::Marketo,
    optional: false,
    done: |bearings| {
        bearings.log.arrived || bearings.waits_until().is_some_and(|until| until <= bearings.now)
    },
    cues: &[
        Cue {
            when: |_, sighting| has(sighting, Target::Ok),
            ..Cue::point("switched", &[Screen::Reconfigure], Target::Ok)
        },
        WAITING,
    ],
    elsewhere: &WAITING,
};

const WAITING: Cue = Cue {
    args: &[CueArg::WaitsUntil],
    ..Cue::say(
        "wait",
        &[Screen::Admin, Screen::Dynamics, Screen::Reconfigure, Screen::ValidateForm],
    )
};
