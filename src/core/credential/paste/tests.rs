//! Pastes as they come: each with its verdict and with everything that it holds.
//!
//! In the templates `<S>` stands for a secret of the current kind, `<P>` for one of the previous
//! kind, `<C>`, `<T>`, `<O>` and `<K>` for client, tenant, object and secret ID.

mod life;
mod random;

use Verdict::*;

use super::*;
use crate::credential::specimen::{self, Dice};

struct Values {
    secret: String,
    ids: [(char, String); 4],
}

fn values(seed: u64) -> Values {
    let mut dice = Dice::new(seed + 1000);
    Values {
        secret: specimen::current(seed),
        ids: ['C', 'T', 'O', 'K'].map(|id| (id, dice.guid())),
    }
}

fn filled(template: &str, values: &Values) -> String {
    let secret = &values.secret;
    let half = |from: usize, to: usize| secret.get(from..to).unwrap_or_default();
    let mut text = template
        .replace("<S>", secret)
        .replace("<S20>", half(0, 20))
        .replace("<S-20>", half(20, 40))
        .replace("<S37>", half(0, 37))
        .replace("<S-37>", half(2, 40))
        .replace("<S%>", &secret.replace('~', "%7E"))
        .replace("<S&>", &[half(0, 9), "&amp;", half(10, 40)].concat())
        .replace("<S\\>", &secret.replace('~', "\\~"))
        .replace("<Su>", &secret.replace('~', "\\u007e"))
        .replace("<S\u{ff5e}>", &secret.replace('~', "\u{ff5e}"))
        .replace("<other>", &specimen::current(77))
        .replace("<P>", &specimen::previous(8));
    for (id, guid) in &values.ids {
        text = text.replace(&format!("<{id}>"), guid);
        text = text.replace(&format!("<{id}^>"), &guid.to_uppercase());
    }
    text
}

/// `holds`: the letters of the IDs that must be found, `S` for the secret, and `?` where a person has to say whether the ID
/// that was found is the client ID; no other may be.
#[track_caller]
fn check(template: &str, verdict: Verdict, holds: &str) {
    check_from(&Known::default(), template, verdict, holds);
}

#[track_caller]
fn check_from(known: &Known, template: &str, verdict: Verdict, holds: &str) -> Pasted {
    let values = values(1);
    let pasted = unpack(Secret::new(filled(template, &values)), known);
    assert_eq!(pasted.verdict, verdict, "{template}");
    let found = [&pasted.client_id, &pasted.tenant_id, &pasted.object_id, &pasted.secret_id];
    for ((id, guid), found) in values.ids.iter().zip(found) {
        let wanted = holds.contains(*id).then_some(guid);
        assert_eq!(found.as_ref(), wanted, "{id} of {template}");
    }
    let unsure = values.ids.iter().any(|(_, guid)| pasted.unsure.as_ref() == Some(guid));
    assert_eq!(unsure, holds.contains('?'), "{template}");
    assert_eq!(pasted.secret.is_some(), holds.contains('S') || holds.contains('X'), "{template}");
    if holds.contains('S') {
        let whole = [values.secret, specimen::previous(8)];
        assert!(whole.iter().any(|whole| pasted.secret.as_ref().unwrap().expose() == whole));
    }
    assert_eq!(pasted.secret.is_some(), pasted.verdict.accepts());
    pasted
}

#[test]
fn one_value() {
    check("<S>", Verified, "S");
    check("  <S>\r\n", Verified, "S");
    check("\u{feff}<S>", Verified, "S");
    check("\u{201c}<S>\u{201d}", Verified, "S");
    check("\"<S>\",", Verified, "S");
    check("<S>\u{200f}", Verified, "S");
    check("\u{ad}<S>\u{ad}", Verified, "S");
    check("<P>", Previous, "S");
    check("Value: <S>", Verified, "S");
    check("Value:<S>", Verified, "S");
    check("Value<S>", Verified, "S");
    check("<S>Copy to clipboard", Verified, "S");
    check("<S>.", Verified, "S");
    check("AZURE_CLIENT_SECRET=<S>", Verified, "S");
    check("secret=\"<S>\"", Verified, "S");
    check("V\u{e4}rde: <S>", Verified, "S");
    check("The client secret is <S>, valid until 11/23/2028.", Verified, "S");
}

#[test]
fn one_value_gone_wrong() {
    check("", Empty, "");
    check(" \n\u{feff}", Empty, "");
    check("<S37>", Truncated(3), "");
    check("<S20>\n<S-20>", Dirty, "");
    check("<S20> <S-20>", Dirty, "");
    check("<S20>\u{a0}<S-20>", Dirty, "");
    check("<S20>\u{ad}<S-20>", Dirty, "");
    check("<S20>\u{200b}<S-20>", Dirty, "");
    check("<S20>-\r\n<S-20>", Dirty, "");
    check("<S%>", Dirty, "");
    check("<S&>", Dirty, "");
    check("<S\\>", Dirty, "");
    check("<S\u{ff5e}>", Dirty, "");
    check("<S20>\u{2026}", Masked, "");
    check("abc\u{25cf}\u{25cf}\u{25cf}\u{25cf}\u{25cf}\u{25cf}", Masked, "");
    check("abc******************", Masked, "");
    check("Hidden", Masked, "");
    check("<K>", Guid, "");
    check("{<K^>}", Guid, "");
    check("Secret ID: <K>", Missing, "K");
    check("Client secret: <K>", Guid, "");
    check("Value\t<K>", Guid, "");
    check("Marketo", Foreign, "");
    check("https://portal.azure.com/#home", Foreign, "");
    check("<S> <other>", Several, "");
}

#[test]
fn two_values() {
    check("<C>\n<S>", Verified, "CS");
    check("<S>\n<C>", Verified, "S?");
    check("<S>\n<C>\n<O>", Verified, "S");
    check("<C>\n<S>\n<K>", Verified, "CS");
    check("<C> <S>", Verified, "CS");
    check("<C>\t<S>", Verified, "CS");
    check("<C^>;<S>", Verified, "CS");
    check("{<C>}\r\n\r\n<P>", Previous, "CS");
    check("Client ID: <C>\nClient secret: <S>", Verified, "CS");
    check("Client secret: <S>\nClient ID: <C>", Verified, "CS");
    check("Client ID and secret:\n<C>\n<S>", Verified, "CS");
    check("client_id=<C> client_secret=<S>", Verified, "CS");
    check("Application (client) ID\n<C>\nValue\n<S>", Verified, "CS");
    check(
        "Application (client) ID\n:\n<C>\nObject ID\n:\n<O>\nDirectory (tenant) ID\n:\n<T>",
        Missing,
        "CTO",
    );
    check("App ID - <C>, value - <S>", Verified, "CS");
    check(
        "\u{2022} Client ID: \u{201c}<C>\u{201d}\n\u{2022} Secret: \u{201c}<S>\u{201d}",
        Verified,
        "CS",
    );
    check("**Client ID:** `<C>`\n**Secret:** `<S>`", Verified, "CS");
    check("| Client ID | <C> |\n| Client secret | <S> |", Verified, "CS");
    check("Tenant: <T>\nClient: app\nClient ID: <C>\nSecret value: <S>", Verified, "CTS");
    check("Program-ID (klient): <C>\nKlienthemlighet: <S>", Verified, "CS");
    check("Anwendungs-ID (Client): <C>\nWert: <S>", Verified, "CS");
    check("<C>\n<S20>\n<S-20>", Dirty, "C");
    check("<C>\n<S37>", Truncated(3), "C");
    check("Client ID: <C>\nValue: abc*******************", Masked, "C");
    check("Client ID: <C>\nClient secret: <K>", Guid, "C");
    check("Client ID: <C>\nSecret ID: <K>", Missing, "CK");
    check("Client ID: <C>\nSecret ID: <K>\nValue: <S>", Verified, "CKS");
    check("$clientId = \"<C>\"\n$clientSecret = \"<S>\"\n$tenantId = \"<T>\"", Verified, "CTS");
    check("export ARM_CLIENT_ID=<C>\nexport ARM_CLIENT_SECRET='<S>'", Verified, "CS");
    check(
        "Client ID: <C>\nSecret: <S>\nUsername: sync@contoso.com\nPassword: correct-horse-battery",
        Verified,
        "CS",
    );
    check(
        "Client ID: <C>\nUsername: sync@contoso.com\nPassword: correct-horse-battery",
        Missing,
        "C",
    );
    check("Hi!\nHere you go:\nid <C> and the secret <S>\nRegards, Kim", Verified, "CS");
}

#[test]
fn values_without_a_signature() {
    let legacy = specimen::legacy(4);
    check(&format!("Client ID: <C>\nClient secret: {legacy}"), Legacy, "CX");
    check("<C>\nk9wR2mZpX4vB7nQ1tY6uL3sD8fG5hJ0aC-eWqKzM_xT", Unknown, "CX");
    check(
        "Client Identifier\n<C>\nclient secret: k9wR2mZpX4vB7nQ1tY6uL3sD8fG5hJ0aC",
        Unknown,
        "CX",
    );
}

#[test]
fn rows_of_the_portal() {
    check("Marketo\t12/31/2027\t<S>\t<K>", Verified, "KS");
    check("Marketo\n12/31/2027\n<S>\n<K>", Verified, "KS");
    check("Description\tExpires\tValue\tSecret ID\nMarketo\t12/31/2027\t<S>\t<K>", Verified, "KS");
    check("Value\tSecret ID\n<S>\t<K>", Verified, "KS");
    check("<S>\t<K>", Verified, "KS");
    check(
        "Old\t1/31/2026\tabc******************\t<O>\nMarketo\t12/31/2027\t<S>\t<K>",
        Verified,
        "KS",
    );
    check("Description,Expires,Value,Secret ID\nMarketo,12/31/2027,<S>,<K>", Verified, "KS");
    check(
        "Beskrivning\tUpph\u{f6}r att g\u{e4}lla\tV\u{e4}rde\tHemligt ID\nMarketo\t2027-12-31\t<S>\t<K>",
        Verified,
        "KS",
    );
    let pasted = check_from(&Known::default(), "Marketo\t12/31/2027\t<S>\t<K>", Verified, "KS");
    assert_eq!(pasted.expires.as_deref(), Some("2027-12-31"));
    assert_eq!(pasted.format, Format::Table);
}

#[test]
fn azure_command_line() {
    let json = "{\n  \"appId\": \"<C>\",\n  \"displayName\": \"Marketo\",\n  \"password\": \"<S>\",\n  \"tenant\": \"<T>\"\n}";
    let pasted = check_from(&Known::default(), json, Verified, "CTS");
    assert_eq!(pasted.format, Format::AzureCli);
    check(&json.replace("\n", ""), Verified, "CTS");
    check(&json.replace('"', "\\\""), Verified, "CTS");
    check(&json.replace('"', "\u{201d}"), Verified, "CTS");
    check(&json.replace("<S>", "<Su>"), Verified, "CTS");
    check(
        &format!("WARNING: The output includes credentials that you must protect.\n{json}\n$ "),
        Verified,
        "CTS",
    );
    check("appId: <C>\npassword: <S>\ntenant: <T>", Verified, "CTS");
    check("<C>\t<S>\t<T>", Verified, "CTS");
    check(
        "AppId                                 Password                                  Tenant\n\
         ------------------------------------  ----------------------------------------  ------------------------------------\n\
         <C>  <S>  <T>",
        Verified,
        "CTS",
    );
    check(
        "{\"clientId\": \"<C>\", \"clientSecret\": \"<S>\", \"subscriptionId\": \"<O>\", \"tenantId\": \"<T>\", \
         \"activeDirectoryEndpointUrl\": \"https://login.microsoftonline.com\"}",
        Verified,
        "CTS",
    );
}

#[test]
fn microsoft_365_command_line() {
    let json = "{\n \"appId\": \"<C>\",\n \"objectId\": \"<O>\",\n \"tenantId\": \"<T>\",\n \"secrets\": [\n  {\n   \"displayName\": \"Default\",\n   \"value\": \"<S>\"\n  }\n ]\n}";
    let pasted = check_from(&Known::default(), json, Verified, "CTOS");
    assert_eq!(pasted.format, Format::Microsoft365Cli);
    check(
        "appId   : <C>\nobjectId: <O>\nsecrets : [{\"displayName\":\"Default\",\"value\":\"<S>\"}]\ntenantId: <T>",
        Verified,
        "CTOS",
    );
}

#[test]
fn microsoft_graph() {
    let list = "CustomKeyIdentifier  : \nDisplayName          : Marketo\nEndDateTime          : 11/23/2028 7:40:00 AM\n\
                Hint                 : abc\nKeyId                : <K>\nSecretText           : <S>\n\
                StartDateTime        : 11/23/2026 7:40:00 AM\nAdditionalProperties : {[@odata.context, https://graph.microsoft.com/v1.0/$metadata#x]}";
    let pasted = check_from(&Known::default(), list, Verified, "KS");
    assert_eq!(pasted.format, Format::Graph);
    assert_eq!(pasted.expires.as_deref(), Some("2028-11-23"));
    check(
        "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata\",\"customKeyIdentifier\":null,\
         \"endDateTime\":\"2028-11-23T07:40:00Z\",\"keyId\":\"<K>\",\"secretText\":\"<S>\",\"hint\":\"abc\"}",
        Verified,
        "KS",
    );
    check(
        "DisplayName Id                                   AppId                                SignInAudience\n\
         ----------- --                                   -----                                --------------\n\
         Marketo     <O> <C> AzureADMyOrg\n\nSecretText : <S>",
        Verified,
        "CS",
    );
    check(
        "AppId                        : <C>\nId                           : <O>\n\n KeyId : <K>\nSecretText : <S>",
        Verified,
        "CKS",
    );
}

#[test]
fn terraform() {
    let json = "{\n  \"client_id\": {\n    \"sensitive\": false,\n    \"type\": \"string\",\n    \"value\": \"<C>\"\n  },\n  \
                \"client_secret\": {\n    \"sensitive\": true,\n    \"type\": \"string\",\n    \"value\": \"<S>\"\n  },\n  \
                \"tenant_id\": {\n    \"sensitive\": false,\n    \"type\": \"string\",\n    \"value\": \"<T>\"\n  }\n}";
    let pasted = check_from(&Known::default(), json, Verified, "CTS");
    assert_eq!(pasted.format, Format::Terraform);
    check(&json.replace(['\n', ' '], ""), Verified, "CTS");
    check("client_id = \"<C>\"\nclient_secret = <sensitive>", Masked, "C");
}

#[test]
fn what_is_known_tells_bare_ids_apart() {
    let of = |wanted: char| {
        values(1).ids.into_iter().find(|(id, _)| *id == wanted).map(|(_, guid)| guid)
    };
    let known =
        Known { client_id: of('C'), tenant_id: of('T'), object_id: of('O'), secret_id: of('K') };
    check_from(&known, "<T>\n<K>\n<O>\n<C>\n<S>", Verified, "CTOKS");
    check_from(&known, "<S>\n<K>", Verified, "KS");
    check_from(&known, "<C>", IsClientId, "C");
    check_from(&known, "Client secret: <T>", IsTenantId, "");
    check("<T>\n<C>\n<S>", Verified, "S");
}

#[test]
fn two_that_differ_are_none() {
    check("Client ID: <C>\nClient ID: <O>\nSecret: <S>", Verified, "S");
    check("Client ID: <C>\nClient ID: <C^>\nSecret: <S>\nValue: <S>", Verified, "CS");
}

#[test]
fn a_paste_without_end_is_refused() {
    let pasted = unpack(Secret::new("x ".repeat(40_000)), &Known::default());
    assert_eq!(pasted.verdict, TooLong);
}
