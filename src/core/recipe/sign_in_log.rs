//! Where Microsoft writes down why the sync user could not sign in: the log of sign-ins that nobody
//! sat before (facts/azure-portal.md section 10 for the shape of the address).

use super::{Ingredients, Part, Recipe};
use crate::Text;

/// The blade of the sign-in logs; the same in the Azure portal and in the Entra admin center.
pub const SIGN_IN_LOG: &str = "#view/Microsoft_AAD_IAM/SignInEventsV3Blade";

pub(super) fn recipe(with: &Ingredients) -> Recipe {
    let mut parts = vec![
        Part::say("recipe_sign_in_log_why"),
        Part::link("recipe_sign_in_log_open", [with.azure, SIGN_IN_LOG].concat()),
        Part::say("recipe_sign_in_log_tab"),
    ];
    parts.extend(with.stand_in(false));
    parts.extend([
        Part::copy("recipe_sign_in_log_filter", with.client_id().to_owned()),
        Part::say("recipe_sign_in_log_read"),
    ]);
    Recipe {
        id: "sign_in_log".to_owned(),
        title: Text::plain("recipe_sign_in_log"),
        parts,
        checked: None,
        beside: false,
        open: false,
    }
}
