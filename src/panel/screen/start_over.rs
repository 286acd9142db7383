//! Asks once before the journey is put away.

use super::{Scene, filled, quiet};
use crate::act::Act;
use crate::element::{Element, element};

/// The question and its two answers; the one that changes nothing has the focus first.
pub fn sheet(scene: &Scene) -> Element {
    element("section")
        .key("start-over")
        .class("sheet")
        .with("aria-labelledby", "start-over")
        .put(element("h2").with("id", "start-over").put(scene.say("panel_start_over")))
        .put(element("p").put(scene.say("panel_start_over_ask")))
        .put(
            element("div")
                .class("buttons")
                .put(filled(scene.say("panel_start_over_no"), Act::Shut))
                .put(quiet(scene.say("panel_start_over_yes"), Act::StartOver)),
        )
}
