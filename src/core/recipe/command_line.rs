//! The Azure half from a command line, for those who prefer one; its output goes into the paste box
//! (facts/anchors.md section 3; the names are those that the journey suggests).

use super::{Ingredients, Part, Recipe};
use crate::Text;
use crate::journey::{APP_NAME, REDIRECT_URI, SECRET_NAME};

/// Dynamics CRM, and its delegated permission `user_impersonation`; the same in every tenant.
const DYNAMICS: &str = "00000007-0000-0000-c000-000000000000";
const USER_IMPERSONATION: &str = "78ce3f0f-a1ce-49c2-8cde-64b5c0896db4";
/// The name that CLI for Microsoft 365 knows Dynamics CRM by.
const DYNAMICS_ADDRESS: &str = "https://admin.services.crm.dynamics.com";

pub(super) fn recipe(with: &Ingredients) -> Recipe {
    let mut parts = vec![
        Part::say("recipe_command_line_why"),
        Part::copy("recipe_command_line_m365", m365()),
        Part::copy("recipe_command_line_az", create(with)),
    ];
    if let Some(client_id) = with.client_id {
        parts.push(Part::copy("recipe_command_line_secret", secret(client_id)));
    }
    parts.push(Part::say("recipe_command_line_paste"));
    Recipe {
        id: "command_line".to_owned(),
        title: Text::plain("recipe_command_line"),
        parts,
        checked: None,
        beside: false,
        open: false,
    }
}

/// One command for all of it.
fn m365() -> String {
    format!(
        "m365 entra app add --name '{APP_NAME}' --platform web --redirectUris {REDIRECT_URI} \
         --apisDelegated {DYNAMICS_ADDRESS}/user_impersonation --withSecret --grantAdminConsent --output json"
    )
}

/// The whole way, for a POSIX shell. `--append` leaves the secrets that are there.
fn create(with: &Ingredients) -> String {
    let tenant = with.tenant_id.map(|id| format!(" --tenant {id}")).unwrap_or_default();
    format!(
        "az login{tenant} --allow-no-subscriptions\n\
         app=$(az ad app create --display-name '{APP_NAME}' --sign-in-audience AzureADMyOrg --web-redirect-uris {REDIRECT_URI} --query appId --output tsv)\n\
         az ad sp create --id \"$app\" --output none\n\
         az ad app permission add --id \"$app\" --api {DYNAMICS} --api-permissions {USER_IMPERSONATION}=Scope\n\
         az ad app permission admin-consent --id \"$app\"\n\
         {}",
        secret("\"$app\"")
    )
}

fn secret(app: &str) -> String {
    format!(
        "az ad app credential reset --id {app} --append --display-name '{SECRET_NAME}' --years 1"
    )
}
