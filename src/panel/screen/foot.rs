//! The foot: the language, practice, the manual way, starting over.

use super::{Scene, worded};
use crate::act::{Act, Sheet};
use crate::element::{Element, Node, element};

/// The ID of the list of languages.
pub const LANGUAGE: &str = "language";

/// The foot.
pub fn foot(scene: &Scene) -> Vec<Node> {
    let mut foot: Vec<Node> = vec![language(scene).into()];
    let voyage = scene.view.voyage.is_some();
    if voyage {
        foot.push(practice(scene, "panel_practice").class("worded").into());
        foot.push(open(scene, "panel_paste", "open-paste", Sheet::Paste).into());
        foot.push(open(scene, "panel_journeys", "open-journeys", Sheet::Journeys).into());
    }
    foot.push(open(scene, "panel_help", "open-help", Sheet::Help).into());
    if voyage {
        foot.push(open(scene, "panel_start_over", "open-start-over", Sheet::StartOver).into());
    }
    foot.push(open(scene, "panel_elsewhere", "open-elsewhere", Sheet::Elsewhere).into());
    foot.push(page(scene, "options.html", "panel_permissions").class("worded").into());
    foot
}

/// The practice portals, which come with the extension.
pub fn practice(scene: &Scene, words: &'static str) -> Element {
    page(scene, "practice/index.html", words)
}

/// A page of the extension, in a tab.
fn page(scene: &Scene, address: &'static str, words: &'static str) -> Element {
    let link = element("a").key(address).with("href", address).with("target", "_blank");
    link.put(scene.say(words))
}

fn open(scene: &Scene, words: &'static str, id: &'static str, sheet: Sheet) -> Element {
    let open = scene.eye.sheet == Some(sheet);
    worded(scene.say(words), if open { Act::Shut } else { Act::Open(sheet) })
        .key(id)
        .with("id", id)
        .with("aria-expanded", if open { "true" } else { "false" })
}

/// Finds the button that opens the sheet; it gets the focus back.
pub const fn opener(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Paste => "#open-paste",
        Sheet::Journeys => "#open-journeys",
        Sheet::Help => "#open-help",
        Sheet::StartOver => "#open-start-over",
        Sheet::Elsewhere => "#open-elsewhere",
        Sheet::Test => "#open-test",
    }
}

fn language(scene: &Scene) -> Element {
    let chosen = scene.view.language.as_deref().unwrap_or_default();
    let option =
        |code: &str, name: String| element("option").key(code).with("value", code).put(name);
    let known = scene.languages.iter().map(|language| {
        option(&language.code, language.name.clone()).with("lang", language.code.replace('_', "-"))
    });
    element("select")
        .with("id", LANGUAGE)
        .with("aria-label", scene.say("panel_language"))
        .with("value", chosen)
        .on(Act::Speak)
        .put(option("", scene.say("panel_language_browser")))
        .put_all(known)
}
