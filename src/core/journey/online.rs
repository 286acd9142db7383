//! Dynamics Online, user and password connection (ROPC): facts/setup.md sections 1 and 2.

use super::{Journey, Proof, azure, marketo};

pub(super) static ONLINE: Journey = Journey {
    id: "online",
    title: "journey_online",
    bank: None,
    proof: Proof::Checks,
    steps: &[
        &azure::NEW_REGISTRATION,
        &azure::REGISTER,
        &azure::PUBLIC_CLIENT,
        &azure::ADD_PERMISSION,
        &azure::GRANT_CONSENT,
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
    ],
};
