//! Dynamics Online, server to server (client credentials): facts/setup.md sections 2 and 6.6.

use super::{Journey, Proof, azure, marketo};

pub(super) static SERVER_TO_SERVER: Journey = Journey {
    id: "server-to-server",
    title: "journey_server_to_server",
    bank: None,
    proof: Proof::Checks,
    steps: &[
        &azure::NEW_REGISTRATION,
        &azure::REGISTER,
        &azure::TENANT_ID,
        &azure::ADD_PERMISSION,
        &azure::GRANT_CONSENT,
        &azure::NEW_SECRET,
        &azure::ADD_SECRET,
        &azure::KEEP_SECRET,
        &azure::APPLICATION_USER,
        &marketo::OPEN_DYNAMICS,
        &marketo::DISABLE_SYNC,
        &marketo::FILL_CREDENTIALS,
        &marketo::SAVE_CREDENTIALS,
        &marketo::FILL_VALIDATE,
        &marketo::READ_CHECKS,
        &marketo::ENABLE_SYNC,
    ],
};
