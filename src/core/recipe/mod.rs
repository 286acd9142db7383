//! What is done outside the two portals' pages: commands to copy, links to open, with the IDs that
//! are known put in. One file each; the panel shows them all in the same way.

mod command_line;
mod consent;
mod federated;
mod sign_in_log;
mod try_pair;

use serde::Serialize;

pub(crate) use consent::{ASK, DECLINED, OWN};
pub(crate) use sign_in_log::SIGN_IN_LOG;
pub(crate) use try_pair::by_command;

use crate::{Cloud, Text};

/// Something to do by hand, step by step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Recipe {
    /// Its name, as in [`Command::CheckOff`](crate::Command::CheckOff).
    pub id: String,
    /// What it is for.
    pub title: Text,
    /// The steps in their order.
    pub parts: Vec<Part>,
    /// Whether the admin has checked it off; `None`: there is nothing to check off.
    pub checked: Option<bool>,
    /// It belongs to the present step and stands beside it.
    pub beside: bool,
    /// It fits what the page shows now and lies open.
    pub open: bool,
}

/// One part of a recipe: words, and what belongs to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Part {
    /// What to do, or the words of the link.
    pub text: Text,
    /// A command or value to copy, as it stands; it may have several lines.
    pub line: Option<String>,
    /// A message to somebody, to copy.
    pub letter: Option<Text>,
    /// An address to open.
    pub url: Option<String>,
}

/// What the recipes need to know of a journey.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ingredients<'a> {
    /// The app's client ID.
    pub client_id: Option<&'a str>,
    /// The tenant's ID.
    pub tenant_id: Option<&'a str>,
    /// The app's name.
    pub app_name: Option<&'a str>,
    /// The Azure portal's address, with a slash at the end.
    pub azure: &'a str,
    /// The cloud that it is in.
    pub cloud: Cloud,
    /// Where the present step is the one about consent: the recipe that fits what is shown, or none.
    pub here: Option<&'a str>,
    /// The address of Dynamics, as Marketo shows it.
    pub dynamics: Option<&'a str>,
    /// The names of the recipes that are checked off.
    pub checked: &'a [String],
}

/// Every recipe, in the order to show them.
#[must_use]
pub fn recipes(with: &Ingredients) -> Vec<Recipe> {
    let mut all = Vec::from(consent::recipes(with));
    all.extend([
        federated::recipe(with),
        sign_in_log::recipe(with),
        try_pair::recipe(with),
        command_line::recipe(with),
    ]);
    all
}

impl Part {
    /// Words alone.
    #[must_use]
    pub const fn say(key: &'static str) -> Self {
        Self { text: Text::plain(key), line: None, letter: None, url: None }
    }

    /// Words, and something to copy.
    #[must_use]
    pub const fn copy(key: &'static str, line: String) -> Self {
        Self { text: Text::plain(key), line: Some(line), letter: None, url: None }
    }

    /// A link.
    #[must_use]
    pub const fn link(key: &'static str, url: String) -> Self {
        Self { text: Text::plain(key), line: None, letter: None, url: Some(url) }
    }
}

impl Ingredients<'_> {
    /// The client ID, or a stand-in that no shell takes for anything else.
    fn client_id(&self) -> &str {
        self.client_id.unwrap_or("YOUR-CLIENT-ID")
    }

    /// The tenant's ID, or a stand-in.
    fn tenant_id(&self) -> &str {
        self.tenant_id.unwrap_or("YOUR-TENANT-ID")
    }

    /// Says that a stand-in has to be replaced, where there is one.
    fn stand_in(&self, tenant: bool) -> Option<Part> {
        let missing = self.client_id.is_none() || tenant && self.tenant_id.is_none();
        missing.then(|| Part::say("recipe_stand_in"))
    }

    /// Whether the admin has checked this one off.
    fn is_checked(&self, id: &str) -> bool {
        self.checked.iter().any(|checked| checked == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: &str = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
    const TENANT: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

    fn known(checked: &[String]) -> Vec<Recipe> {
        recipes(&Ingredients {
            client_id: Some(CLIENT),
            tenant_id: Some(TENANT),
            azure: "https://portal.azure.com/",
            cloud: Cloud::World,
            dynamics: None,
            checked,
            ..Ingredients::default()
        })
    }

    fn lines(recipes: &[Recipe]) -> Vec<&str> {
        recipes.iter().flat_map(|it| &it.parts).filter_map(|part| part.line.as_deref()).collect()
    }

    #[test]
    fn the_ids_that_are_known_are_put_in() {
        let known = known(&[]);
        assert!(lines(&known).iter().all(|line| !line.contains("YOUR-")), "{known:?}");
        assert!(lines(&known).iter().any(|line| line.contains(CLIENT)));
        assert!(lines(&known).iter().any(|line| line.contains(TENANT)));
        let says = |recipes: &[Recipe]| {
            let parts = recipes.iter().flat_map(|it| &it.parts);
            parts.filter(|part| part.text.key == "recipe_stand_in").count()
        };
        assert_eq!(says(&known), 0);
        assert!(says(&recipes(&Ingredients::default())) > 1);
    }

    #[test]
    fn only_what_changes_something_is_checked_off() {
        let states = |recipes: Vec<Recipe>| -> Vec<(String, Option<bool>)> {
            recipes.into_iter().map(|it| (it.id, it.checked)).collect()
        };
        let expected = |federated| {
            [
                ("consent_link", None),
                ("consent_user", Some(false)),
                ("consent_ask", None),
                ("consent_declined", None),
                ("federated", Some(federated)),
                ("sign_in_log", None),
                ("test", None),
                ("command_line", None),
            ]
            .map(|(id, checked)| (id.to_owned(), checked))
        };
        assert_eq!(states(known(&[])), expected(false));
        assert_eq!(states(known(&["federated".to_owned()])), expected(true));
    }

    #[test]
    fn no_command_holds_a_secret_or_asks_for_one_in_its_text() {
        for line in lines(&known(&[])) {
            assert!(!line.contains("client_secret=") && !line.contains("--password"), "{line}");
        }
    }

    #[test]
    fn every_sentence_stands_in_every_language() {
        for locale in [
            include_str!("../../../extension/_locales/en/messages.json"),
            include_str!("../../../extension/_locales/sv/messages.json"),
        ] {
            let messages: serde_json::Value = serde_json::from_str(locale).unwrap();
            for recipe in recipes(&Ingredients::default()) {
                let parts = recipe.parts.iter().map(|part| &part.text);
                let letters = recipe.parts.iter().filter_map(|part| part.letter.as_ref());
                for text in parts.chain(letters).chain([&recipe.title]) {
                    assert!(messages[&*text.key]["message"].is_string(), "{}", text.key);
                }
            }
        }
    }
}
