//! Help beside the steps: what an error means, and what is done by hand.

use keyferry_core::{Explained, Finding, Part, Recipe};

use super::{Scene, heard, pair, quiet, worded};
use crate::act::Act;
use crate::element::{Element, Node, element};
use crate::words::flat;

/// The ID of the box for a pasted error.
pub const EXPLAIN_BOX: &str = "explain-box";

/// The box, or the explanation in its place; below it, what is done by hand.
pub fn sheet(scene: &Scene) -> Element {
    let said = element("div").key("said").with("role", "status");
    let sheet = element("section")
        .key("help")
        .class("sheet")
        .with("aria-labelledby", "help")
        .put(element("h2").with("id", "help").put(scene.say("panel_explain")));
    let sheet = match &scene.view.explained {
        None => sheet.put(said).put(empty(scene)),
        Some(explained) => {
            let again = quiet(scene.say("panel_explain_again"), Act::DropExplained);
            sheet
                .put(said.put_all(findings(scene, explained)))
                .put(element("div").key("again").class("buttons").put(again).put(close(scene)))
        }
    };
    sheet
        .put(element("h2").class("by-hand").put(scene.say("panel_recipes")))
        .put_all(scene.view.recipes.iter().map(|it| recipe(scene, it)))
}

fn empty(scene: &Scene) -> Element {
    let send = element("button")
        .with("type", "submit")
        .class("button filled")
        .put(scene.say("panel_explain_send"));
    element("form")
        .key("box")
        .on(Act::Explain)
        .put(element("p").with("id", "explain-help").put(scene.say("panel_explain_help")))
        .put(element("label").with("for", EXPLAIN_BOX).put(scene.say("panel_explain_box")))
        .put(
            element("textarea")
                .with("id", EXPLAIN_BOX)
                .with("rows", "4")
                .with("autocomplete", "off")
                .with("spellcheck", "false")
                .with("translate", "no")
                .with("aria-describedby", "explain-help"),
        )
        .put(element("div").class("buttons").put(send).put(close(scene)))
}

fn close(scene: &Scene) -> Element {
    quiet(scene.say("panel_close"), Act::Shut).key("away")
}

fn findings(scene: &Scene, explained: &Explained) -> Vec<Element> {
    if explained.findings.is_empty() {
        return vec![element("p").class("note warn").put(scene.say("panel_explain_none"))];
    }
    explained.findings.iter().map(|it| finding(scene, it)).collect()
}

/// What one code means: cause, cure, the next click. Also what a test of the pair came to.
pub fn finding(scene: &Scene, finding: &Finding) -> Element {
    element("div")
        .key(finding.code.clone())
        .class("finding")
        .put(element("h3").put(finding.code.as_str()))
        .put(element("p").put_all(scene.text(&finding.cause)))
        .put(element("p").key("cure").put_all(scene.text(&finding.cure)))
        .put_all(finding.links.iter().map(|link| part(scene, link)))
}

/// What belongs to the present step, beside it.
pub fn beside(scene: &Scene) -> Option<Element> {
    let mut ways = scene.view.recipes.iter().filter(|it| it.beside).peekable();
    ways.peek().is_some().then(|| {
        element("div")
            .key("ways")
            .class("ways")
            .put(element("h3").put(scene.say("panel_ways")))
            .put_all(ways.map(|it| recipe(scene, it)))
    })
}

fn recipe(scene: &Scene, recipe: &Recipe) -> Element {
    let mark = recipe.checked.filter(|checked| *checked);
    let summary = element("summary").put_all(scene.text(&recipe.title)).put_all(mark.map(|_| {
        element("span").class("checked").put("✓").put(heard(scene.say("panel_state_done")))
    }));
    let check = recipe.checked.map(|checked| {
        worded(scene.say("panel_check_off"), Act::CheckOff(recipe.id.clone(), !checked))
            .key("check")
            .class("button quiet check")
            .with("aria-pressed", if checked { "true" } else { "false" })
    });
    let mut details = element("details").key(recipe.id.clone()).class("recipe");
    if recipe.open {
        details = details.with("open", "");
    }
    details.put(summary).put_all(recipe.parts.iter().map(|it| part(scene, it))).put_all(check)
}

/// Words; a link; or something to copy, under its words.
pub fn part(scene: &Scene, part: &Part) -> Element {
    let words = scene.text(&part.text);
    let key = format!("{}{}", part.text.key, part.line.as_deref().unwrap_or_default());
    if let Some(url) = &part.url {
        let link = element("a").with("href", url.as_str()).with("target", "_blank");
        return element("p").key(key).put(link.with("rel", "noreferrer").put_all(words));
    }
    let said = element("p").put_all(words);
    let letter = part.letter.as_ref().map(|letter| flat(scene.book, letter));
    let class = if letter.is_some() { "letter" } else { "command" };
    let Some(line) = &letter.or_else(|| part.line.clone()) else { return said.key(key) };
    let copy = worded(scene.say("panel_copy_line"), Act::Copy(line.clone()));
    element("div")
        .key(key)
        .class("line")
        .put(said)
        .put(
            element("pre")
                .class(class)
                .with("tabindex", "0")
                .with("translate", "no")
                .put(element("code").put(Node::Text(line.clone()))),
        )
        .put(element("div").class("line-foot").put(copy).put(pair::copied(scene, line)))
}
