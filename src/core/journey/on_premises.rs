//! Dynamics on one's own servers, with a pair from AD FS: facts/setup.md sections 2 and 6.7.

use super::{Journey, Proof, ad_fs, marketo};

pub(super) static ON_PREMISES: Journey = Journey {
    id: "on-premises",
    title: "journey_on_premises",
    bank: Some("bank_ad_fs"),
    proof: Proof::Checks,
    steps: &[
        &ad_fs::APPLICATION_GROUP,
        &ad_fs::PASTE_PAIR,
        &marketo::OPEN_DYNAMICS,
        &marketo::DISABLE_SYNC,
        &marketo::FILL_CREDENTIALS,
        &marketo::SAVE_CREDENTIALS,
        &marketo::FILL_VALIDATE,
        &marketo::READ_CHECKS,
        &marketo::ENABLE_SYNC,
    ],
};
