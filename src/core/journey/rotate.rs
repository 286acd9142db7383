//! A new secret for an app that Marketo uses already, before the old one expires: facts/setup.md section 6.3.

use super::{Journey, Proof, azure, marketo};

pub(super) static ROTATE: Journey = Journey {
    id: "rotate",
    title: "journey_rotate",
    bank: None,
    proof: Proof::Checks,
    steps: &[
        &azure::FIND_APP,
        &azure::NEW_SECRET,
        &azure::ADD_SECRET,
        &azure::KEEP_SECRET,
        &marketo::OPEN_DYNAMICS,
        &marketo::DISABLE_SYNC,
        &marketo::FILL_CREDENTIALS,
        &marketo::SAVE_CREDENTIALS,
        &marketo::FILL_VALIDATE,
        &marketo::READ_CHECKS,
        &marketo::ENABLE_SYNC,
        // Only now: until Marketo works with the new secret, the old one is the way back.
        &azure::REMOVE_SECRET,
    ],
};
