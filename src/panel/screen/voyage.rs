//! The panel's body: what must be said first, the present step, the crossing.

use keyferry_core::{Button, Moment};

use super::{
    Scene, checks, connections, crossing, elsewhere, filled, help, journeys, now, paste, quiet,
    record, start_over, tone, trial, welcome,
};
use crate::act::{Act, Sheet};
use crate::element::{Element, Node, element};

/// The journey's name, beside ours.
pub fn journey(scene: &Scene) -> Vec<Node> {
    let voyage = scene.view.voyage.iter();
    voyage.map(|voyage| element("span").put_all(scene.text(&voyage.title)).into()).collect()
}

/// The body.
pub fn main(scene: &Scene) -> Vec<Node> {
    let mut body = Vec::new();
    let voyage = scene.view.voyage.as_ref();
    if let Some(since) = voyage.and_then(|voyage| voyage.sync_off_since) {
        body.push(sync_off(scene, since).into());
    }
    body.push(notices(scene).into());
    body.extend(elsewhere::asks(scene).map(Node::from));
    if let Some(voyage) = voyage {
        body.extend(voyage.suggestion.iter().map(|better| journeys::better(scene, better).into()));
        body.push(match &voyage.now {
            Some(now) => now::now(scene, now, &voyage.azure.caption.key).into(),
            None => done(scene).into(),
        });
        body.extend(checks::checks(scene, &voyage.checks).map(Node::from));
    }
    let sheet = match (scene.eye.sheet, voyage) {
        (Some(Sheet::Elsewhere), _) => Some(elsewhere::sheet(scene)),
        (Some(Sheet::Help), _) => Some(help::sheet(scene)),
        (Some(Sheet::Paste), Some(_)) => Some(paste::sheet(scene)),
        (Some(Sheet::Journeys), Some(voyage)) => Some(journeys::sheet(scene, &voyage.journey)),
        (Some(Sheet::Test), Some(voyage)) => voyage.test.as_ref().map(|it| trial::sheet(scene, it)),
        (Some(Sheet::StartOver), Some(_)) => Some(start_over::sheet(scene)),
        _ => None,
    };
    body.extend(sheet.map(Node::from));
    let hand_over = voyage.and_then(|voyage| voyage.hand_over.as_ref());
    body.extend(hand_over.map(|it| record::record(scene, it).into()));
    // Once a journey is at its end the day to remember belongs beside it.
    if voyage.is_none_or(|voyage| voyage.now.is_none()) {
        body.extend(connections::connections(scene).map(Node::from));
    }
    body.push(match voyage {
        Some(voyage) => crossing::crossing(scene, voyage).into(),
        None => welcome::welcome(scene).into(),
    });
    body
}

/// The red line that stays until the sync is on again.
fn sync_off(scene: &Scene, since: Moment) -> Element {
    const HALF_A_DAY: u64 = 12 * 60 * 60 * 1000;
    let recent = scene.now.0.saturating_sub(since.0) < HALF_A_DAY;
    let book = scene.book;
    let when = if recent { book.time(since.0) } else { book.day_and_time(since.0) };
    element("p")
        .key("sync")
        .class("sync-off")
        .put(element("b").put(scene.say("panel_sync_off")))
        .put(" ")
        .put(element("span").put(scene.say_with("panel_sync_off_since", [when])))
}

/// Always there, so that what comes into it is heard.
fn notices(scene: &Scene) -> Element {
    let notice = |notice: &keyferry_core::Notice| {
        let class = format!("notice {}", tone(notice.tone));
        element("p").class(class).put_all(scene.text(&notice.text))
    };
    element("div")
        .key("notices")
        .with("role", "status")
        .with("aria-label", scene.say("panel_notices"))
        .put_all(scene.view.notices.iter().map(notice))
}

fn done(scene: &Scene) -> Element {
    let make = if scene.eye.sheet.is_none() { filled } else { quiet };
    let finish = make(scene.button(Button::Finish), Act::Press(Button::Finish));
    element("section")
        .key("done")
        .class("now done")
        .with("aria-labelledby", "done")
        .put(element("span").class("landed").with("aria-hidden", "true").put("✓"))
        .put(element("h2").with("id", "done").put(scene.say("panel_done")))
        .put(element("p").put(scene.say("panel_done_body")))
        .put(element("div").class("buttons").put(finish))
}
