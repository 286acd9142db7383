//! From user and password alone to OAuth, on a connection that is in use: facts/setup.md section 4.4.

use super::{Journey, Proof, azure, marketo, method};

pub(super) static RECONFIGURE: Journey = Journey {
    id: "reconfigure",
    title: "journey_reconfigure",
    bank: None,
    proof: Proof::Switch,
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
        &method::FILL_RECONFIGURE,
        &method::VALIDATE,
        &method::SWITCH,
        &method::WAIT,
        &marketo::ENABLE_SYNC,
    ],
};
