//! The journeys: to choose from at the start, to change to under way, and the one that fits better.

use keyferry_core::{JourneyChoice, Suggestion};

use super::{Scene, filled, quiet};
use crate::act::Act;
use crate::element::{Element, element};

/// The journeys at the start. The first has the filled button: most who come here are on it.
pub fn start(scene: &Scene) -> Vec<Element> {
    let journey = |(place, journey): (usize, &JourneyChoice)| {
        let first = place == 0 && scene.eye.sheet.is_none();
        let make = if first { filled } else { quiet };
        choice(scene, journey, make(scene.say("panel_begin"), Act::Start(journey.id.clone())))
    };
    scene.view.journeys.iter().enumerate().map(journey).collect()
}

/// The journeys under way: what is done stays done in each of them.
pub fn sheet(scene: &Scene, under_way: &str) -> Element {
    let journey = |journey: &JourneyChoice| {
        if journey.id == under_way {
            let here = element("p").class("here").put(scene.say("panel_journey_here"));
            return choice(scene, journey, here);
        }
        choice(scene, journey, quiet(scene.say("panel_journey_change"), change(journey)))
    };
    element("section")
        .key("journeys")
        .class("sheet")
        .with("aria-labelledby", "journeys")
        .put(element("h2").with("id", "journeys").put(scene.say("panel_journeys")))
        .put(element("p").put(scene.say("panel_journeys_body")))
        .put_all(scene.view.journeys.iter().map(journey))
        .put(element("div").class("buttons").put(quiet(scene.say("panel_close"), Act::Shut)))
}

/// The journey that fits what the pages show better.
pub fn better(scene: &Scene, better: &Suggestion) -> Element {
    let change = quiet(scene.say("panel_journey_change"), change(&better.journey));
    element("section")
        .key("better")
        .class("better")
        .with("aria-labelledby", "better")
        .put(element("h2").with("id", "better").put_all(scene.text(&better.journey.title)))
        .put(element("p").with("role", "status").put_all(scene.text(&better.why)))
        .put(change.with("aria-describedby", "better"))
}

fn change(journey: &JourneyChoice) -> Act {
    Act::Start(journey.id.clone())
}

fn choice(scene: &Scene, journey: &JourneyChoice, last: Element) -> Element {
    let title = format!("journey-{}", journey.id);
    element("div")
        .key(journey.id.clone())
        .class("choice")
        .put(element("h3").with("id", title.as_str()).put_all(scene.text(&journey.title)))
        .put(element("p").put_all(scene.text(&journey.remark)))
        .put(last.with("aria-describedby", title))
}
