//! Portals of Microsoft's other clouds: which one it is, and what must be allowed to see it.

use keyferry_core::{Cloud, Reach};

use super::{Scene, pressed, quiet};
use crate::act::Act;
use crate::element::{Element, element};

/// What is needed now and not allowed: why, and the button that has the browser ask.
pub fn asks(scene: &Scene) -> Option<Element> {
    let reach = scene.view.elsewhere.asks.filter(|reach| !scene.eye.put_off.contains(reach))?;
    let why = match reach {
        Reach::Government => "reach_government_why",
        Reach::China => "reach_china_why",
    };
    let buttons = element("div")
        .class("buttons")
        .put(quiet(scene.say("panel_allow"), Act::Allow(reach)).key("allow"))
        .put(quiet(scene.say("panel_not_now"), Act::PutOff(reach)).key("put-off"));
    Some(
        element("section")
            .key("asks")
            .class("notice warn asks")
            .with("aria-labelledby", "asks")
            .put(element("p").with("id", "asks").put(scene.say(why)))
            .put_all(refused(scene, reach))
            .put(buttons),
    )
}

/// Where Azure is.
pub fn sheet(scene: &Scene) -> Element {
    let group = |id: &'static str, words: &'static str| {
        element("div")
            .with("role", "group")
            .with("aria-labelledby", id)
            .put(element("h3").with("id", id).put(scene.say(words)))
    };
    let clouds = Cloud::ALL.iter().map(|cloud| choice(scene, *cloud));
    element("section")
        .key("elsewhere")
        .class("sheet elsewhere")
        .with("aria-labelledby", "elsewhere")
        .put(element("h2").with("id", "elsewhere").put(scene.say("panel_elsewhere")))
        .put(element("p").put(scene.say("panel_elsewhere_body")))
        .put(group("cloud", "panel_cloud").key("cloud").put_all(clouds))
        .put(
            element("div")
                .key("buttons")
                .class("buttons")
                .put(quiet(scene.say("panel_close"), Act::Shut)),
        )
}

fn choice(scene: &Scene, cloud: Cloud) -> Element {
    let words = match cloud {
        Cloud::World => "panel_cloud_world",
        Cloud::Government => "panel_cloud_government",
        Cloud::China => "panel_cloud_china",
    };
    let chosen = scene.view.elsewhere.cloud == cloud;
    pressed(scene.say(words), Act::Locate(cloud))
        .key(cloud.name())
        .class("button pick")
        .with("aria-pressed", if chosen { "true" } else { "false" })
}

/// That the browser was told no.
fn refused(scene: &Scene, reach: Reach) -> Option<Element> {
    let refused = scene.eye.refused == Some(reach);
    refused.then(|| {
        element("p")
            .key("refused")
            .class("refused")
            .with("role", "status")
            .put(scene.say("reach_refused"))
    })
}
