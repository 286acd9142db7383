//! Consent by other ways than the portal's button, and what to do where it is not given
//! (facts/setup.md section 3).

use super::{Ingredients, Part, Recipe};
use crate::journey::{APP_NAME, REDIRECT_URI};
use crate::{Arg, Text};

/// The recipe that stands for consent which no page shows: that of the sync user alone.
pub(crate) const OWN: &str = "consent_user";
/// For whoever may not grant it.
pub(crate) const ASK: &str = "consent_ask";
/// For whoever has been told no.
pub(crate) const DECLINED: &str = "consent_declined";

pub(super) fn recipes(with: &Ingredients) -> [Recipe; 4] {
    [link(with), own(with), ask(with), declined(with)]
}

fn recipe(id: &str, title: &'static str, parts: Vec<Part>, with: &Ingredients) -> Recipe {
    Recipe {
        id: id.to_owned(),
        title: Text::plain(title),
        parts,
        checked: (id == OWN).then(|| with.is_checked(id)),
        beside: with.here.is_some(),
        open: with.here == Some(id),
    }
}

/// For the whole organisation, on a page of Microsoft's.
fn link(with: &Ingredients) -> Recipe {
    let mut parts = vec![Part::say("recipe_consent_link_why")];
    let stand_in = with.stand_in(true);
    if stand_in.is_none() {
        parts.push(Part::link("recipe_consent_link_open", for_all(with)));
    }
    parts.extend(stand_in);
    parts.extend([
        Part::copy("recipe_consent_link_copy", for_all(with)),
        Part::say("recipe_consent_link_after"),
    ]);
    recipe("consent_link", "recipe_consent_link", parts, with)
}

/// For the sync user alone, given by that user.
fn own(with: &Ingredients) -> Recipe {
    let mut parts = vec![Part::say("recipe_consent_user_why")];
    parts.extend(with.stand_in(true));
    let redirect =
        Text::plain("recipe_consent_user_redirect").with(Arg::Plain(REDIRECT_URI.to_owned()));
    parts.extend([
        Part::copy("recipe_consent_user_copy", for_one(with)),
        Part { text: redirect, ..Part::say("") },
        Part::say("recipe_consent_user_sign_in"),
        Part::say("recipe_consent_user_after"),
    ]);
    recipe(OWN, "recipe_consent_user", parts, with)
}

/// A message to somebody who may.
fn ask(with: &Ingredients) -> Recipe {
    let mut parts = vec![Part::say("recipe_consent_ask_why")];
    parts.extend(with.stand_in(true));
    let letter = Text::plain("recipe_consent_letter")
        .with(Arg::Plain(with.app_name.unwrap_or(APP_NAME).to_owned()))
        .with(Arg::Plain(with.client_id().to_owned()))
        .with(Arg::Plain(for_all(with)));
    parts.extend([
        Part { letter: Some(letter), ..Part::say("recipe_consent_ask_letter") },
        Part::say("recipe_consent_ask_after"),
    ]);
    recipe(ASK, "recipe_consent_ask", parts, with)
}

/// What a no means, and what to do now.
fn declined(with: &Ingredients) -> Recipe {
    let parts = [
        "recipe_consent_declined_why",
        "recipe_consent_declined_again",
        "recipe_consent_declined_doubt",
        "recipe_consent_declined_less",
    ];
    recipe(DECLINED, "recipe_consent_declined", parts.map(Part::say).into(), with)
}

/// Microsoft's page for the consent of an administrator: to all that the app is configured for.
fn for_all(with: &Ingredients) -> String {
    [with.cloud.sign_in(), with.tenant_id(), "/adminconsent?client_id=", with.client_id()].concat()
}

/// Microsoft's page for the consent of whoever signs in. With the tenant's own address: an app for
/// one tenant is refused at `/common` (AADSTS50194).
fn for_one(with: &Ingredients) -> String {
    [
        with.cloud.sign_in(),
        with.tenant_id(),
        "/oauth2/authorize?client_id=",
        with.client_id(),
        "&response_type=code&redirect_uri=",
        &encoded(REDIRECT_URI),
        "&response_mode=query&state=marketo",
    ]
    .concat()
}

/// A value as it stands in an address: all but unreserved letters as their bytes (RFC 3986, 2.1).
fn encoded(value: &str) -> String {
    let mut address = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let digit = |half| char::from_digit(u32::from(half), 16).unwrap_or('0');
            address.extend(
                ['%', digit(byte >> 4), digit(byte & 15)].map(|it| it.to_ascii_uppercase()),
            );
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Cloud;

    const CLIENT: &str = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
    const TENANT: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

    fn known(cloud: Cloud) -> Ingredients<'static> {
        Ingredients {
            client_id: Some(CLIENT),
            tenant_id: Some(TENANT),
            cloud,
            ..Ingredients::default()
        }
    }

    #[test]
    fn an_administrators_link_is_the_one_that_microsoft_documents() {
        for (cloud, host) in [
            (Cloud::World, "login.microsoftonline.com"),
            (Cloud::Government, "login.microsoftonline.us"),
            (Cloud::China, "login.partner.microsoftonline.cn"),
        ] {
            let with = known(cloud);
            let expected = format!("https://{host}/{TENANT}/adminconsent?client_id={CLIENT}");
            assert_eq!(for_all(&with), expected);
            assert!(for_one(&with).starts_with(&format!("https://{host}/{TENANT}/oauth2/")));
        }
    }

    #[test]
    fn a_users_link_names_the_tenant_and_the_redirect_uri_that_is_registered() {
        let link = for_one(&known(Cloud::World));
        let (address, query) = link.split_once('?').unwrap();
        assert_eq!(address, format!("https://login.microsoftonline.com/{TENANT}/oauth2/authorize"));
        let fields: Vec<&str> = query.split('&').collect();
        let client = format!("client_id={CLIENT}");
        let expected = [
            client.as_str(),
            "response_type=code",
            "redirect_uri=https%3A%2F%2Flocalhost",
            "response_mode=query",
            "state=marketo",
        ];
        assert_eq!(fields, expected);
    }

    #[test]
    fn whatever_is_not_plain_is_encoded() {
        assert_eq!(encoded("Az09-._~"), "Az09-._~");
        assert_eq!(
            encoded("https://a.b/c?d=e f&g#h%+\"å"),
            "https%3A%2F%2Fa.b%2Fc%3Fd%3De%20f%26g%23h%25%2B%22%C3%A5"
        );
    }

    #[test]
    fn only_what_is_known_can_be_opened_and_nothing_unknown_looks_as_if_it_were_known() {
        let opens = |with: &Ingredients| {
            recipes(with).iter().flat_map(|it| &it.parts).any(|part| part.url.is_some())
        };
        assert!(opens(&known(Cloud::World)));
        let half = Ingredients { tenant_id: None, ..known(Cloud::World) };
        assert!(!opens(&half));
        assert!(for_all(&half).contains("YOUR-TENANT-ID"));
    }

    #[test]
    fn the_message_to_an_administrator_names_the_app_and_holds_the_link() {
        let with = Ingredients { app_name: Some("Marketo (test)"), ..known(Cloud::China) };
        let recipe = ask(&with);
        let letter = recipe.parts.iter().find_map(|part| part.letter.as_ref()).unwrap();
        let args = ["Marketo (test)", CLIENT, &for_all(&with)];
        assert_eq!(letter.args, args.map(|arg| Arg::Plain(arg.to_owned())));
    }
}
