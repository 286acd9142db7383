//! The steps in AD FS, which no page shows (facts/setup.md section 6.7).

use super::{Cue, Step};
use crate::{Button, Site};

pub(super) static APPLICATION_GROUP: Step = Step {
    id: "application_group",
    stage: "application_group",
    site: Site::Azure,
    optional: false,
    done: |bearings| bearings.pair || bearings.carried(),
    cues: &[],
    elsewhere: &Cue { button: Some(Button::Vouch), ..Cue::say("application_group", &[]) },
};

pub(super) static PASTE_PAIR: Step = Step {
    id: "paste_pair",
    stage: "paste_pair",
    site: Site::Azure,
    optional: false,
    done: |bearings| bearings.pair || bearings.carried(),
    cues: &[],
    elsewhere: &Cue { button: Some(Button::Paste), ..Cue::say("paste_pair", &[]) },
};
