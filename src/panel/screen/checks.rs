//! Marketo's checks: what each red X means and how it is mended, and the question where a mark cannot be told.

use keyferry_core::CheckView;

use super::{Scene, help, quiet};
use crate::act::Act;
use crate::element::{Element, element};

/// The checks that need a look; nothing where there is none.
pub fn checks(scene: &Scene, checks: &[CheckView]) -> Option<Element> {
    (!checks.is_empty()).then(|| {
        let first = checks.iter().position(is_red);
        let red = first.is_some();
        element("section")
            .key("checks")
            .class("checks")
            .with("aria-labelledby", "checks")
            .put(element("h2").with("id", "checks").put(scene.say("panel_checks")))
            .put_all(checks.iter().filter(|it| it.ask.is_some()).map(|it| question(scene, it)))
            .put_all(
                checks
                    .iter()
                    .enumerate()
                    .filter(|(_, it)| is_red(it))
                    .map(|(at, it)| cure(scene, it, first == Some(at))),
            )
            .put_all(red.then(|| element("p").key("again").put(scene.say("panel_checks_again"))))
    })
}

fn is_red(check: &CheckView) -> bool {
    check.passed == Some(false)
}

/// Green or red? A person's eyes decide, and may decide otherwise.
fn question(scene: &Scene, check: &CheckView) -> Element {
    let id = format!("ask-{}", check.id);
    let answer = |words, passed| {
        let pressed = check.passed == Some(passed);
        quiet(scene.say(words), Act::Judge(check.id.clone(), passed))
            .key(words)
            .with("aria-describedby", id.as_str())
            .with("aria-pressed", if pressed { "true" } else { "false" })
    };
    let words = check.ask.iter().flat_map(|ask| scene.text(ask));
    element("div")
        .key(id.clone())
        .class("question")
        .put(element("p").with("id", id.as_str()).put_all(words))
        .put(
            element("div")
                .class("buttons")
                .put(answer("panel_check_green", true))
                .put(answer("panel_check_red", false)),
        )
}

/// What a red X means, and the steps that mend it.
fn cure(scene: &Scene, check: &CheckView, open: bool) -> Element {
    let step = |part| element("li").put(help::part(scene, part));
    let (links, steps): (Vec<_>, Vec<_>) = check.cure.iter().partition(|part| part.url.is_some());
    let mut details = element("details").key(check.id.clone()).class("recipe");
    if open {
        details = details.with("open", "");
    }
    details
        .put(
            element("summary")
                .put(element("span").class("cross").with("aria-hidden", "true").put("✗"))
                .put_all(scene.text(&check.title)),
        )
        .put(element("p").put_all(scene.text(&check.cause)))
        .put(element("ol").put_all(steps.into_iter().map(step)))
        .put_all(links.into_iter().map(|link| help::part(scene, link)))
}
