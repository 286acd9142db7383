//! The pair on board: never the secret.

use keyferry_core::{Arg, PairChoice, PairView, Text};

use super::{Scene, heard, quiet, tone, worded};
use crate::act::{Act, Sheet};
use crate::element::{Element, element};
use crate::time::{SOON, left};

/// The client ID, the secret's fingerprint and the time that is left.
pub fn on_board(scene: &Scene, pair: &PairView) -> Element {
    element("section")
        .class("pair")
        .with("aria-labelledby", "pair")
        .put(
            element("div")
                .class("pair-head")
                .put(element("h3").with("id", "pair").put(scene.say("panel_pair")))
                .put(time(scene, pair))
                .put(worded(scene.say("panel_extend"), Act::Extend).key("extend")),
        )
        .put(client_id(scene, &pair.client_id))
        .put(secret(scene, pair))
        .put(
            element("p")
                .class(format!("verdict {}", tone(pair.tone)))
                .put_all(scene.text(&pair.verdict)),
        )
        .put_all(scene.view.voyage.as_ref().and_then(|it| it.test.as_ref()).map(|_| tester(scene)))
}

fn tester(scene: &Scene) -> Element {
    let open = scene.eye.sheet == Some(Sheet::Test);
    let act = if open { Act::Shut } else { Act::Open(Sheet::Test) };
    worded(scene.say("panel_test"), act)
        .key("test")
        .with("id", "open-test")
        .with("aria-expanded", if open { "true" } else { "false" })
}

/// Several pairs, of which the person says which one goes to Marketo.
pub fn choice(scene: &Scene, choices: &[PairChoice]) -> Element {
    let one = |choice: &PairChoice| {
        let name = choice.app.as_ref().unwrap_or(&choice.client_id);
        let rest = choice.until.0.saturating_sub(scene.now.0);
        element("li")
            .key(choice.number.to_string())
            .put(element("b").put(name.as_str()))
            .put(
                element("code")
                    .with("title", choice.client_id.as_str())
                    .put(choice.client_id.as_str()),
            )
            .put(element("code").put(print(scene, &choice.hint, choice.length)))
            .put(
                element("span")
                    .class(if rest < SOON { "left soon" } else { "left" })
                    .put(scene.say_with("panel_left", [left(scene.now.0, choice.until.0)])),
            )
            .put(
                quiet(scene.say("panel_choose_this"), Act::Choose(choice.number))
                    .put(heard(format!(" ({name})"))),
            )
    };
    element("section")
        .class("pair choice")
        .with("aria-labelledby", "pair")
        .put(element("h3").with("id", "pair").put(scene.say("panel_choose_pair")))
        .put(element("p").put(scene.say("panel_choose_help")))
        .put(element("ul").with("role", "list").put_all(choices.iter().map(one)))
        .put(worded(scene.say("panel_wipe_all"), Act::Wipe))
}

/// An empty hold.
pub fn none(scene: &Scene) -> Element {
    element("p").class("pair empty").put(scene.say("pair_none"))
}

fn time(scene: &Scene, pair: &PairView) -> Element {
    let rest = pair.until.0.saturating_sub(scene.now.0);
    // A countdown that was read out every second would drown everything else.
    element("span")
        .class(if rest < SOON { "left soon" } else { "left" })
        .with("role", "timer")
        .with("aria-live", "off")
        .put(scene.say_with("panel_left", [left(scene.now.0, pair.until.0)]))
}

fn client_id(scene: &Scene, id: &str) -> Element {
    element("div")
        .key("client-id")
        .class("pair-line")
        .put(element("span").class("name").put(scene.say("panel_client_id")))
        .put(element("code").with("id", "client-id").with("title", id).put(id))
        .put(
            worded(scene.say("panel_copy"), Act::Copy(id.to_owned()))
                .with("aria-label", scene.say("panel_copy_client_id")),
        )
        .put(copied(scene, id))
}

/// Says for a moment whether something reached the clipboard.
pub fn copied(scene: &Scene, what: &str) -> Element {
    let words = scene.copied(what).map(|done| match done {
        true => scene.say("panel_copied"),
        false => scene.say("panel_copy_failed"),
    });
    element("span").key("copied").class("copied").with("role", "status").put_all(words)
}

fn secret(scene: &Scene, pair: &PairView) -> Element {
    element("div")
        .key("secret")
        .class("pair-line")
        .put(element("span").class("name").put(scene.say("panel_secret")))
        .put(element("code").put(print(scene, &pair.hint, pair.length)))
        .put(
            worded(scene.say("panel_wipe"), Act::Wipe)
                .put(heard(format!(" ({})", scene.say("panel_wipe_pair")))),
        )
}

/// The fingerprint: the first three characters and the length.
pub fn print(scene: &Scene, hint: &str, length: u32) -> String {
    let text = Text::plain("note_secret")
        .with(Arg::Plain(hint.to_owned()))
        .with(Arg::Plain(length.to_string()));
    crate::words::flat(scene.book, &text)
}
