//! A Marketo that was never connected to a CRM: facts/setup.md section 4.2.

use super::{Journey, Proof, azure, marketo};

pub(super) static FIRST_CONNECTION: Journey = Journey {
    id: "first-connection",
    title: "journey_first_connection",
    bank: None,
    proof: Proof::Start,
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
        &marketo::OWN_FIELDS,
        &marketo::FILL_CREDENTIALS,
        &marketo::CHECK_URL,
        &marketo::SAVE_CREDENTIALS,
        &marketo::SELECT_FIELDS,
        &marketo::START_SYNC,
    ],
};
