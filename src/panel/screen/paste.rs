//! The manual way: a pair that was copied by hand.

use keyferry_core::{Tone, Weighed};

use super::{Scene, pair, quiet, tone};
use crate::act::Act;
use crate::element::{Element, element};

/// The ID of the paste box.
pub const PASTE_BOX: &str = "paste-box";
/// The ID of the field for a client ID that the paste lacks.
pub const PASTE_CLIENT_ID: &str = "paste-client-id";

/// The box; once something was weighed, the verdict in its place.
pub fn sheet(scene: &Scene) -> Element {
    let sheet = element("section")
        .key("paste")
        .class("sheet")
        .with("aria-labelledby", "paste")
        .put(element("h2").with("id", "paste").put(scene.say("panel_paste")));
    let verdict = element("div").key("verdict").with("role", "status");
    match &scene.view.weighed {
        None => sheet.put(verdict).put(empty(scene)),
        Some(weighed) => sheet.put(verdict.put_all(said(scene, weighed))).put(next(scene, weighed)),
    }
}

fn empty(scene: &Scene) -> Element {
    element("form")
        .key("box")
        .on(Act::Weigh)
        .put(element("p").with("id", "paste-help").put(scene.say("panel_paste_help")))
        .put(element("label").with("for", PASTE_BOX).put(scene.say("panel_paste_box")))
        .put(
            element("textarea")
                .with("id", PASTE_BOX)
                .with("rows", "4")
                .with("autocomplete", "off")
                .with("autocapitalize", "off")
                .with("spellcheck", "false")
                .with("translate", "no")
                .with("aria-describedby", "paste-help"),
        )
        .put(buttons(scene, Some("panel_paste_check"), Act::Shut, "panel_close"))
}

/// What was found, without the secret.
fn said(scene: &Scene, weighed: &Weighed) -> Vec<Element> {
    let mut said = Vec::new();
    if let (Some(hint), Some(length)) = (&weighed.hint, weighed.length) {
        said.push(element("p").class("print").put(pair::print(scene, hint, length)));
    }
    if let Some(id) = &weighed.client_id {
        said.push(element("p").class("print").put(id.as_str()));
    }
    let note =
        |text, how| element("p").class(format!("note {}", tone(how))).put_all(scene.text(text));
    said.push(note(&weighed.verdict, weighed.tone));
    if let Some(doubt) = &weighed.doubt {
        said.push(note(doubt, Tone::Warn));
    }
    // What came of the last try to keep it.
    let now = scene.view.voyage.as_ref().and_then(|voyage| voyage.now.as_ref());
    if let Some((now, text)) = now.and_then(|now| Some((now, now.note.as_ref()?)))
        && *text != weighed.verdict
    {
        said.push(note(text, now.tone));
    }
    said
}

/// Keep or discard; the client ID is asked for where the paste held none.
fn next(scene: &Scene, weighed: &Weighed) -> Element {
    let mut form = element("form").key("next").on(Act::KeepWeighed);
    if weighed.keepable && weighed.client_id.is_none() {
        form = form
            .put(element("label").with("for", PASTE_CLIENT_ID).put(scene.say("panel_paste_ask")))
            .put(
                element("input")
                    .with("id", PASTE_CLIENT_ID)
                    .with("autocomplete", "off")
                    .with("autocapitalize", "off")
                    .with("spellcheck", "false")
                    .with("required", "")
                    .with("value", weighed.suggested.as_deref().unwrap_or_default()),
            );
    }
    let keep = weighed.keepable.then_some("panel_paste_keep");
    form.put(buttons(scene, keep, Act::DropWeighed, "panel_paste_drop"))
}

fn buttons(scene: &Scene, send: Option<&'static str>, away: Act, words: &'static str) -> Element {
    // Inside a form the first button sends it, so that the Enter key does too.
    let send = send.map(|send| {
        element("button").with("type", "submit").class("button filled").put(scene.say(send))
    });
    element("div").class("buttons").put_all(send).put(quiet(scene.say(words), away).key("away"))
}
