//! The start page: what Keyferry does and does not do, and where the journey begins.

use super::{Scene, journeys};
use crate::element::{Element, element};

const PROMISES: [&str; 3] =
    ["panel_promise_press", "panel_promise_secret", "panel_promise_private"];

/// The start page.
pub fn welcome(scene: &Scene) -> Element {
    let promise = |key| element("li").key(key).put(scene.say(key));
    element("section")
        .key("welcome")
        .class("welcome")
        .with("aria-labelledby", "welcome")
        .put(element("h2").with("id", "welcome").put(scene.say("panel_welcome")))
        .put(element("p").put(scene.say("panel_welcome_body")))
        .put(element("ul").class("promises").with("role", "list").put_all(PROMISES.map(promise)))
        .put(element("h2").class("choose").put(scene.say("panel_choose")))
        .put_all(journeys::start(scene))
        .put(practice(scene))
}

fn practice(scene: &Scene) -> Element {
    let link = super::foot::practice(scene, "panel_practice_first").class("button quiet");
    element("div")
        .key("practice")
        .class("choice")
        .put(element("h3").put(scene.say("panel_practice")))
        .put(element("p").put(scene.say("panel_practice_remark")))
        .put(link)
}
