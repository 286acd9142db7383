//! The test of the pair: what is asked of Microsoft, and what came of it.

use keyferry_core::TestView;

use super::{Scene, filled, help, quiet, tone};
use crate::act::Act;
use crate::element::{Element, element};

/// The sheet.
pub fn sheet(scene: &Scene, test: &TestView) -> Element {
    let cloud = scene.view.elsewhere.cloud;
    let address = cloud.sign_in();
    let host = address.strip_prefix("https://").unwrap_or(address);
    let host = host.strip_suffix('/').unwrap_or(host);
    let said = element("div").key("said").with("role", "status").put_all(said(scene, test));
    let start = (test.able && !test.asking)
        .then(|| filled(scene.say("panel_test_now"), Act::Test(cloud)).key("start"));
    element("section")
        .key("test")
        .class("sheet test")
        .with("aria-labelledby", "test")
        .put(element("h2").with("id", "test").put(scene.say("panel_test")))
        .put(element("p").put(scene.say_with("panel_test_body", [host.to_owned()])))
        .put(said)
        .put_all(test.by_hand.iter().map(|it| help::part(scene, it)))
        .put(
            element("div")
                .key("buttons")
                .class("buttons")
                .put_all(start)
                .put(quiet(scene.say("panel_close"), Act::Shut).key("away")),
        )
}

fn said(scene: &Scene, test: &TestView) -> Vec<Element> {
    let note = |class: &str, words: Vec<_>| {
        element("p").key("note").class(format!("note {class}")).put_all(words)
    };
    let own = |class, key| vec![note(class, vec![scene.say(key).into()])];
    if scene.eye.test_refused {
        return own("warn", "panel_test_refused");
    }
    if !test.able {
        return own("warn", "panel_test_tenant");
    }
    if test.asking {
        return own("plain", "panel_test_asking");
    }
    let outcome = test.said.iter().map(|text| note(tone(test.tone), scene.text(text)));
    outcome.chain(test.findings.iter().map(|it| help::finding(scene, it))).collect()
}
