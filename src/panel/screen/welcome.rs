//! The start page: what Keyferry does and does not do, and where the journey begins.

use super::{Scene, filled, quiet};
use crate::act::Act;
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
        .put(element("h3").put(scene.say("panel_choose")))
        .put_all(journeys(scene))
        .put(practice(scene))
}

/// The first journey has the filled button: most who come here are on it.
fn journeys(scene: &Scene) -> Vec<Element> {
    let journey = |(place, journey): (usize, &keyferry_core::JourneyChoice)| {
        let make = if place == 0 { filled } else { quiet };
        let title = format!("journey-{}", journey.id);
        let begin = make(scene.say("panel_begin"), Act::Start(journey.id.clone()));
        element("div")
            .key(journey.id.clone())
            .class("choice")
            .put(element("h4").with("id", title.as_str()).put_all(scene.text(&journey.title)))
            .put(element("p").put_all(scene.text(&journey.remark)))
            .put(begin.with("aria-describedby", title))
    };
    scene.view.journeys.iter().enumerate().map(journey).collect()
}

fn practice(scene: &Scene) -> Element {
    let link = super::foot::practice(scene, "panel_practice_first").class("button quiet");
    element("div")
        .key("practice")
        .class("choice")
        .put(element("h4").put(scene.say("panel_practice")))
        .put(element("p").put(scene.say("panel_practice_remark")))
        .put(link)
}
