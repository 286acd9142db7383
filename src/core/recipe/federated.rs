//! A sync user whose domain is federated: a Home Realm Discovery policy for this one app
//! (facts/setup.md section 6.5; Microsoft, "Configure Home Realm Discovery for an application").

use super::{Ingredients, Part, Recipe};
use crate::Text;

/// What the policy says: Entra compares the password with its own synchronised hash, so that no
/// federation server is asked. It belongs to one service principal, never to the whole tenant.
const DEFINITION: &str = r#"{"HomeRealmDiscoveryPolicy":{"AllowCloudPasswordValidation":true}}"#;
const NAME: &str = "Marketo sync user signs in with password";
const GRAPH: &str = "https://graph.microsoft.com/v1.0";

pub(super) fn recipe(with: &Ingredients) -> Recipe {
    let mut parts = vec![
        Part::say("recipe_federated_when"),
        Part::say("recipe_federated_why"),
        Part::say("recipe_federated_condition"),
    ];
    parts.extend(with.stand_in(true));
    parts.extend([
        Part::copy("recipe_federated_powershell", powershell(with)),
        Part::copy("recipe_federated_az", az(with)),
        Part::copy("recipe_federated_check", check(with)),
        Part::copy("recipe_federated_undo_powershell", undo_powershell(with)),
        Part::copy("recipe_federated_undo_az", undo_az(with)),
    ]);
    Recipe {
        id: "federated".to_owned(),
        title: Text::plain("recipe_federated"),
        parts,
        checked: Some(with.is_checked("federated")),
        beside: false,
        open: false,
    }
}

fn connect(with: &Ingredients) -> String {
    format!(
        "Connect-MgGraph -TenantId {} -Scopes Policy.Read.All, Policy.ReadWrite.ApplicationConfiguration, Application.ReadWrite.All\n\
         $app = Get-MgServicePrincipal -Filter \"appId eq '{}'\"",
        with.tenant_id(),
        with.client_id()
    )
}

fn powershell(with: &Ingredients) -> String {
    format!(
        "{}\n\
         $policy = New-MgPolicyHomeRealmDiscoveryPolicy -DisplayName '{NAME}' -Definition @('{DEFINITION}') -IsOrganizationDefault:$false\n\
         New-MgServicePrincipalHomeRealmDiscoveryPolicyByRef -ServicePrincipalId $app.Id -BodyParameter @{{ '@odata.id' = \"{GRAPH}/policies/homeRealmDiscoveryPolicies/$($policy.Id)\" }}",
        connect(with)
    )
}

fn undo_powershell(with: &Ingredients) -> String {
    format!(
        "{}\n\
         $policy = Get-MgServicePrincipalHomeRealmDiscoveryPolicy -ServicePrincipalId $app.Id\n\
         Remove-MgServicePrincipalHomeRealmDiscoveryPolicyByRef -ServicePrincipalId $app.Id -HomeRealmDiscoveryPolicyId $policy.Id\n\
         Remove-MgPolicyHomeRealmDiscoveryPolicy -HomeRealmDiscoveryPolicyId $policy.Id",
        connect(with)
    )
}

/// For a POSIX shell, as in Azure's Cloud Shell.
fn sign_in(with: &Ingredients) -> String {
    format!(
        "az login --tenant {} --allow-no-subscriptions\n\
         app=$(az ad sp show --id {} --query id --output tsv)",
        with.tenant_id(),
        with.client_id()
    )
}

fn az(with: &Ingredients) -> String {
    let definition = DEFINITION.replace('"', r#"\\\""#);
    format!(
        "{}\n\
         policy=$(az rest --method post --uri {GRAPH}/policies/homeRealmDiscoveryPolicies --headers Content-Type=application/json \
         --body \"{{\\\"displayName\\\":\\\"{NAME}\\\",\\\"isOrganizationDefault\\\":false,\\\"definition\\\":[\\\"{definition}\\\"]}}\" --query id --output tsv)\n\
         az rest --method post --uri \"{GRAPH}/servicePrincipals/$app/homeRealmDiscoveryPolicies/\\$ref\" --headers Content-Type=application/json \
         --body \"{{\\\"@odata.id\\\":\\\"{GRAPH}/policies/homeRealmDiscoveryPolicies/$policy\\\"}}\"",
        sign_in(with)
    )
}

fn check(with: &Ingredients) -> String {
    format!(
        "{}\naz rest --method get --uri \"{GRAPH}/servicePrincipals/$app/homeRealmDiscoveryPolicies\"",
        sign_in(with)
    )
}

fn undo_az(with: &Ingredients) -> String {
    format!(
        "{}\n\
         policy=$(az rest --method get --uri \"{GRAPH}/servicePrincipals/$app/homeRealmDiscoveryPolicies\" --query 'value[0].id' --output tsv)\n\
         az rest --method delete --uri \"{GRAPH}/servicePrincipals/$app/homeRealmDiscoveryPolicies/$policy/\\$ref\"\n\
         az rest --method delete --uri \"{GRAPH}/policies/homeRealmDiscoveryPolicies/$policy\"",
        sign_in(with)
    )
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// What `az` is given when a shell runs these lines: `az` here prints its arguments, a line each.
    fn run(lines: &str) -> Vec<Vec<String>> {
        let script = format!(
            "az() {{ printf '%s\\037' \"$@\" >&2; printf '\\036' >&2; printf 'ID-OF-IT'; }}\nset -eu\n{lines}"
        );
        let output = Command::new("bash").args(["-c", &script]).output().unwrap();
        assert!(output.status.success(), "{script}");
        let calls = String::from_utf8(output.stderr).unwrap();
        let calls = calls.split('\u{1e}').filter(|call| !call.is_empty());
        calls.map(|call| call.split('\u{1f}').map(str::to_owned).collect()).collect()
    }

    fn argument<'a>(call: &'a [String], name: &str) -> &'a str {
        let at = call.iter().position(|argument| argument == name).unwrap();
        &call[at + 1]
    }

    #[test]
    fn a_shell_hands_over_what_microsoft_expects() {
        let calls = run(&az(&Ingredients::default()));
        let [_, _, policy, reference] = calls.as_slice() else { panic!("{calls:?}") };
        let body: serde_json::Value = serde_json::from_str(argument(policy, "--body")).unwrap();
        assert_eq!(body["definition"][0], DEFINITION);
        assert_eq!(body["isOrganizationDefault"], false);
        let of = format!("{GRAPH}/servicePrincipals/ID-OF-IT/homeRealmDiscoveryPolicies/$ref");
        assert_eq!(argument(reference, "--uri"), of);
        let body: serde_json::Value = serde_json::from_str(argument(reference, "--body")).unwrap();
        assert_eq!(
            body["@odata.id"],
            format!("{GRAPH}/policies/homeRealmDiscoveryPolicies/ID-OF-IT")
        );
        let undo = run(&undo_az(&Ingredients::default()));
        assert_eq!(undo.len(), 5);
        assert!(argument(&undo[3], "--uri").ends_with("/ID-OF-IT/$ref"), "{undo:?}");
    }

    #[test]
    fn the_definition_is_json_of_its_own() {
        let definition: serde_json::Value = serde_json::from_str(DEFINITION).unwrap();
        assert_eq!(definition["HomeRealmDiscoveryPolicy"]["AllowCloudPasswordValidation"], true);
        assert!(powershell(&Ingredients::default()).contains(&format!("@('{DEFINITION}')")));
    }
}
