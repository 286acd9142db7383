//! Whether a check passed: what the pictures and marks on its line say, where they say one thing.

use super::verdict::{Mark, name, phrase, split, strong, verdict};
use crate::portal::{Kind, Part};

/// What a row says of the check whose text stands in it. Only what stands on the text's own line counts, and no button.
pub(super) fn outcome(row: Part<'_>, text: Part<'_>) -> Option<bool> {
    let on_line = |part: &Part<'_>| *part == text || touches(*part, text);
    let is_for_reading = |part: &Part<'_>| {
        *part == row
            || !std::iter::once(*part)
                .chain(part.above())
                .take_while(|above| *above != row)
                .any(|above| above.kind().is_control())
    };
    let mut said = row
        .and_below()
        .filter(on_line)
        .filter(is_for_reading)
        .map(|part| mark(part, text))
        .filter(|mark| *mark != Mark::Nothing);
    let first = said.next()?;
    match first {
        _ if said.any(|other| other != first) => None,
        Mark::Passed => Some(true),
        Mark::Failed => Some(false),
        Mark::Nothing | Mark::Open => None,
    }
}

fn touches(part: Part<'_>, text: Part<'_>) -> bool {
    let ([_, top, _, height], [_, other, _, other_height]) = (part.rect, text.rect);
    height > 0 && top < other.saturating_add(other_height) && other < top.saturating_add(height)
}

/// What one part says: by its marks, by what a picture is called, by a text that is nothing but a verdict.
fn mark(part: Part<'_>, text: Part<'_>) -> Mark {
    let is_picture = part.kind() == Kind::Image || part.full_text().is_empty();
    let mut said = Mark::Nothing;
    if is_picture {
        for name in [&part.label, &part.title] {
            // A picture that is called like its row says no more than the row.
            if name.is_empty() || *name == text.text {
                continue;
            }
            match phrase(&split(name)) {
                // A name that speaks of verdicts and gives none is the name of something else.
                None => return Mark::Nothing,
                Some(mark) => said = said.and(mark),
            }
        }
    }
    if part.attribute("aria-busy") == Some("true") {
        said = said.and(Mark::Open);
    }
    for words in part.marks.iter().filter_map(|mark| source(mark)).map(split) {
        said = said.and(if is_picture { name(&words) } else { strong(&words) });
    }
    if part == text {
        let symbols: Vec<String> = split(&part.text)
            .into_iter()
            .filter(|word| !word.chars().all(char::is_alphanumeric))
            .collect();
        said.and(name(&symbols))
    } else if part.is_in(text) {
        // A word of the check's own text, in bold or in a colour.
        said
    } else {
        said.and(verdict(&split(&part.text)))
    }
}

/// The part of a mark that a person chose: a picture's file name, or a class that is not the widget kit's own.
fn source(mark: &str) -> Option<&str> {
    match mark.split_once('=') {
        Some(("src" | "alt", value)) => value.split(['?', '#']).next()?.rsplit('/').next(),
        Some(_) => None,
        None => (!["x-", "x4-", "ext-"].iter().any(|kit| mark.starts_with(kit))).then_some(mark),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::Scene;
    use crate::portal::paint::{node, page};
    use crate::{Node, Page};

    fn result(icon: Node) -> Option<bool> {
        let row = node("tr").mark("x4-grid-row");
        let page: Page = page(
            "https://x",
            &[(None, row), (Some(0), icon), (Some(0), node("td").text("URL is valid"))],
        );
        let scene = Scene::of(&page);
        outcome(scene.part(0)?, scene.part(2)?)
    }

    /// What a row with these classes says that has nothing but its text.
    #[track_caller]
    fn classes(row: &str, cell: &str, expected: Option<bool>) {
        let page = page(
            "https://x",
            &[(None, node("tr").mark(row)), (Some(0), node("td").mark(cell).text("URL is valid"))],
        );
        let scene = Scene::of(&page);
        let parts = scene.part(0).zip(scene.part(1));
        assert_eq!(parts.and_then(|(row, text)| outcome(row, text)), expected, "{row} {cell}");
    }

    #[test]
    fn what_names_the_list_is_no_verdict() {
        classes("check-row", "check-name", None);
        classes("check-item", "check", None);
        classes("failed", "check-name", Some(false));
        classes("passed", "check-name", Some(true));
        classes("row", "valid", Some(true));
        classes("passed", "failed", None);
    }

    #[test]
    fn a_mark_before_the_text_of_the_row_counts() {
        let row = |text: &str| page("https://x", &[(None, node("li").text(text))]);
        for (text, expected) in [
            ("\u{2713} URL is valid", Some(true)),
            ("URL is valid \u{274c}", Some(false)),
            ("URL is valid", None),
        ] {
            let page = row(text);
            let scene = Scene::of(&page);
            let part = scene.part(0);
            assert_eq!(part.and_then(|part| outcome(part, part)), expected, "{text}");
        }
    }

    #[test]
    fn icons() {
        for (icon, expected) in [
            (node("img").mark("src=/images/icons/check.png"), Some(true)),
            (node("img").mark("src=https://x/checks/red-x.png?v=ok"), Some(false)),
            (node("img").mark("mkiOk"), Some(true)),
            (node("img").mark("mkiDelete"), Some(false)),
            (node("img").label("Failed"), Some(false)),
            (node("img").title("Valid"), Some(true)),
            (node("span").text("\u{2713}"), Some(true)),
            (node("span").text("\u{2717}"), Some(false)),
            (node("td").text("Passed"), Some(true)),
            (node("img").mark("src=/s.gif").mark("x4-grid-checkcolumn"), None),
            (node("img").mark("src=/icon-invalid.png"), Some(false)),
            (node("img").mark("src=/check.png").mark("mkiDelete"), None),
            (node("td").text("This check looks at the URL"), None),
            (node("img").label("Not valid"), Some(false)),
            (node("td").text("Not successful"), Some(false)),
            (node("td").text("Not checked"), None),
            (node("img").label("nicht OK"), Some(false)),
            (node("td").mark("check-result"), None),
            (node("i").mark("not-valid"), None),
            (node("img").mark("src=/no-check.png"), None),
            (node("img").mark("src=/check_gray.png"), None),
            (node("i").mark("check-pending"), None),
            (node("img").mark("src=/check.png").label("Check pending"), None),
            (node("img").title("About this check"), None),
            (node("img").label("What does this check do?"), None),
            (node("img").mark("src=/check.png").label("URL is valid"), Some(true)),
            (node("img").label("Check passed"), Some(true)),
            (node("td").text("Check"), None),
            (node("button").text("OK"), None),
            (node("button").title("Check again"), None),
        ] {
            assert_eq!(result(icon.clone()), expected, "{icon:?}");
        }
    }
}
