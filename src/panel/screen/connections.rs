//! The connections that were set up, and when their secrets end.

use keyferry_core::ConnectionView;

use super::{Scene, heard, quiet, tone};
use crate::act::Act;
use crate::calendar::Entry;
use crate::element::{Element, element};

/// The ID of the field for the day on which a connection's secret ends.
pub fn day_field(client_id: &str) -> String {
    format!("day-{client_id}")
}

/// All of them; nothing where there is none.
pub fn connections(scene: &Scene) -> Option<Element> {
    let all = &scene.view.connections;
    (!all.is_empty()).then(|| {
        element("section")
            .key("connections")
            .class("connections")
            .with("aria-labelledby", "connections")
            .put(element("h2").with("id", "connections").put(scene.say("connections")))
            .put(element("p").put(scene.say("connections_body")))
            .put_all(all.iter().map(|one| connection(scene, one)))
    })
}

fn connection(scene: &Scene, one: &ConnectionView) -> Element {
    let id = format!("connection-{}", one.client_id);
    let rotate = quiet(scene.say("connection_rotate"), Act::Start("rotate".to_owned()));
    let forget = quiet(scene.say("connection_forget"), Act::Forget(one.client_id.clone()));
    let which = scene.say_with("connection_forget_which", [one.name.clone()]);
    element("div")
        .key(one.client_id.clone())
        .class("choice connection")
        .put(element("h3").with("id", id.as_str()).put(one.name.as_str()))
        .put_all(one.tenant.as_ref().map(|tenant| element("p").key("tenant").put(tenant.as_str())))
        .put(
            element("p")
                .key("remark")
                .class(format!("note {}", tone(one.tone)))
                .put_all(scene.text(&one.remark)),
        )
        .put_all(one.ends.is_none().then(|| ask(scene, one)))
        .put(
            element("div")
                .key("buttons")
                .class("buttons")
                .put(rotate.with("aria-describedby", id))
                .put_all(one.ends.as_deref().map(|day| calendar(scene, one, day)))
                .put(forget.with("aria-label", which)),
        )
}

fn ask(scene: &Scene, one: &ConnectionView) -> Element {
    let field = day_field(&one.client_id);
    element("form")
        .key("ask")
        .on(Act::SetExpiry(one.client_id.clone()))
        .put(element("label").with("for", field.as_str()).put(scene.say("connection_ask")))
        .put(
            element("input")
                .with("id", field)
                .with("type", "date")
                .with("min", "2020-01-01")
                .with("max", "2099-12-31")
                .with("required", ""),
        )
        .put(
            element("button")
                .with("type", "submit")
                .class("button quiet")
                .put(scene.say("connection_keep_day"))
                .put(heard(format!(" ({})", one.name))),
        )
}

fn calendar(scene: &Scene, one: &ConnectionView, day: &str) -> Element {
    let summary = scene.say_with("calendar_summary", [one.name.clone()]);
    let both = [one.name.clone(), one.client_id.clone()];
    let description = scene.say_with("calendar_description", both);
    let entry = Entry {
        uid: &one.client_id,
        day,
        summary: &summary,
        description: &description,
        made: scene.now,
    };
    element("a")
        .key("calendar")
        .class("button quiet")
        .with("href", entry.address())
        .with("download", format!("client-secret-{day}.ics"))
        .put(scene.say("connection_calendar"))
}
