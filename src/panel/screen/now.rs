//! The present step.

use keyferry_core::{Button, Moment, Now, Site};

use super::{Scene, filled, help, quiet, tone};
use crate::act::{Act, Fold, Sheet};
use crate::element::{Element, Node, element};
use crate::time::left;

/// The step, its one button and its two disclosures; `bank` is the first bank's heading.
pub fn now(scene: &Scene, now: &Now, bank: &str) -> Element {
    let place = match now.site {
        Site::Azure if bank == "bank_ad_fs" => "panel_step_ad_fs",
        Site::Azure => "panel_step_azure",
        Site::Marketo => "panel_step_marketo",
    };
    let step = scene.say_with(place, [now.step.to_string(), now.of.to_string()]);
    // Read out whole whenever the step changes; the disclosures below are not part of it.
    let said = element("div")
        .with("role", "status")
        .with("aria-atomic", "true")
        .put(element("p").class("step").put(step))
        .put(element("h2").with("id", "now").put_all(scene.text(&now.title)))
        .put(element("p").key("body").put_all(scene.text(&now.body)))
        .put_all(note(scene, now));

    let mut buttons = element("div").class("buttons");
    if let Some(button) = now.button {
        let make = if scene.eye.sheet.is_none() { filled } else { quiet };
        let act =
            if button == Button::Paste { Act::Open(Sheet::Paste) } else { Act::Press(button) };
        buttons = buttons.put(make(scene.button(button), act).key("act"));
    }
    let mut section = element("section")
        .key("now")
        .class("now")
        .with("aria-labelledby", "now")
        .put(said)
        .put_all(now.until.map(|until| rest(scene, until)))
        .put(buttons.put(opener(scene, now, Fold::Why)).put(opener(scene, now, Fold::Missing)));
    for (fold, text) in [(Fold::Why, &now.why), (Fold::Missing, &now.missing)] {
        if is_open(scene, now, fold) {
            let mut folded = element("div").class("fold").with("id", id(fold)).key(id(fold));
            // First what is seen on this very page.
            if let Some(reason) = now.reason.as_ref().filter(|_| fold == Fold::Missing) {
                folded = folded.put(element("p").key("reason").put_all(scene.text(reason)));
            }
            let words = element("p").key("words").put_all(scene.text(text));
            folded = folded.put(words);
            if fold == Fold::Missing {
                folded = folded.put(saver(scene));
            }
            section = section.put(folded);
        }
    }
    section.put_all(help::beside(scene))
}

/// What is left of a wait.
fn rest(scene: &Scene, until: Moment) -> Element {
    // Read out every second it would drown everything else.
    element("p")
        .key("rest")
        .class("rest")
        .with("role", "timer")
        .with("aria-live", "off")
        .put(scene.say_with("panel_left", [left(scene.now.0, until.0)]))
}

/// The fingerprint line, or what went wrong; and that the tab in front shows something else.
fn note(scene: &Scene, now: &Now) -> Vec<Node> {
    let mut notes = Vec::new();
    // While something is pasted, what is said is about that: the sheet says it.
    if let Some(note) = now.note.as_ref().filter(|_| scene.eye.sheet != Some(Sheet::Paste)) {
        let print = if note.key == "note_secret" { " print" } else { "" };
        let class = format!("note {}{print}", tone(now.tone));
        notes.push(element("p").key("note").class(class).put_all(scene.text(note)).into());
    }
    if !now.seen && now.button.is_none() {
        notes
            .push(element("p").key("unseen").class("unseen").put(scene.say("panel_unseen")).into());
    }
    notes
}

/// The way to the page that shows what Keyferry sees, to be saved.
fn saver(scene: &Scene) -> Element {
    let link = element("a").with("href", "save.html").with("target", "_blank");
    element("p").key("save").put(link.put(scene.say("panel_save")))
}

fn opener(scene: &Scene, now: &Now, fold: Fold) -> Element {
    let words = match fold {
        Fold::Why => "word_why",
        Fold::Missing => "word_missing",
    };
    let open = is_open(scene, now, fold);
    let opener = quiet(scene.say(words), Act::Unfold(fold))
        .key(words)
        .with("aria-expanded", if open { "true" } else { "false" });
    if open { opener.with("aria-controls", id(fold)) } else { opener }
}

/// What was opened or closed by hand stays so. Where a step is not in sight and no button leads
/// there, the manual way lies open by itself.
fn is_open(scene: &Scene, now: &Now, fold: Fold) -> bool {
    let by_hand = scene.eye.folds.iter().find(|(other, _)| *other == fold);
    by_hand.map_or(fold == Fold::Missing && !now.seen && now.button.is_none(), |(_, open)| *open)
}

const fn id(fold: Fold) -> &'static str {
    match fold {
        Fold::Why => "why",
        Fold::Missing => "missing",
    }
}

/// The disclosures after one of them was pressed; `None` where there is no step.
pub fn unfold(scene: &Scene, fold: Fold) -> Option<Vec<(Fold, bool)>> {
    let now = scene.view.voyage.as_ref()?.now.as_ref()?;
    let others = scene.eye.folds.iter().copied().filter(|(other, _)| *other != fold);
    Some(others.chain([(fold, !is_open(scene, now, fold))]).collect())
}
