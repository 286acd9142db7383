//! Whether a check passed: what the pictures and marks on its line say, where they say one thing.

use crate::portal::{Kind, Part};

/// Words in a picture's file name, class, alternative text or title.
const PASSED: &[&str] = &[
    "check",
    "checked",
    "checkmark",
    "tick",
    "ok",
    "okay",
    "success",
    "successful",
    "succeeded",
    "valid",
    "green",
    "pass",
    "passed",
    "done",
    "\u{2713}",
    "\u{2714}",
    "\u{2705}",
];
const FAILED: &[&str] = &[
    "delete", "red", "x", "cross", "fail", "failed", "failure", "error", "cancel", "invalid",
    "wrong", "bad", "\u{d7}", "\u{2717}", "\u{2718}", "\u{2715}", "\u{2716}", "\u{274c}",
];

/// What a row says of the check whose text stands in it. Only what stands on the text's own line counts.
pub(super) fn outcome(row: Part<'_>, text: Part<'_>) -> Option<bool> {
    let on_line = |part: &Part<'_>| *part == text || touches(*part, text);
    let words: Vec<String> =
        row.and_below().filter(on_line).flat_map(|part| words(part, text)).collect();
    let says = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    match (says(PASSED), says(FAILED)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn touches(part: Part<'_>, text: Part<'_>) -> bool {
    let ([_, top, _, height], [_, other, _, other_height]) = (part.rect, text.rect);
    height > 0 && top < other.saturating_add(other_height) && other < top.saturating_add(height)
}

/// The words of one part: its marks, what a picture is called, and a text that is nothing but a verdict.
fn words(part: Part<'_>, text: Part<'_>) -> Vec<String> {
    let mut words: Vec<String> =
        part.marks.iter().filter_map(|mark| source(mark)).flat_map(split).collect();
    if part.kind() == Kind::Image || part.text.is_empty() {
        words.extend([&part.label, &part.title].into_iter().flat_map(|name| split(name)));
    }
    if part != text {
        let said = split(&part.text);
        if said.len() == 1 {
            words.extend(said);
        }
    }
    words
}

/// The part of a mark that a person chose: a picture's file name, or a class that is not the widget kit's own.
fn source(mark: &str) -> Option<&str> {
    match mark.split_once('=') {
        Some(("src" | "alt", value)) => value.split(['?', '#']).next()?.rsplit('/').next(),
        Some(_) => None,
        None => (!["x-", "x4-", "ext-"].iter().any(|kit| mark.starts_with(kit))).then_some(mark),
    }
}

/// Words of a name: parted by anything but letters and digits, where a capital begins one, and before a number.
fn split(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars().filter(|c| *c != '\u{fe0f}') {
        let number =
            c.is_ascii_digit() && words.last().is_some_and(|word| word.chars().count() > 1);
        if (c.is_ascii() && !c.is_alphanumeric())
            || (c.is_uppercase() && !before.is_uppercase())
            || (number && !before.is_ascii_digit())
        {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric() || !c.is_ascii()) {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words.retain(|word| !word.trim().is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::Scene;
    use crate::portal::paint::{node, page};
    use crate::{Node, Page};

    #[track_caller]
    fn check(name: &str, expected: &[&str]) {
        assert_eq!(split(name), expected, "{name}");
    }

    #[test]
    fn names_are_split_into_words() {
        check("mkiOk", &["mki", "ok"]);
        check("green-check.png", &["green", "check", "png"]);
        check("red-x.png", &["red", "x", "png"]);
        check("icon_invalid_16", &["icon", "invalid", "16"]);
        check("mkiOk16", &["mki", "ok", "16"]);
        check("OK", &["ok"]);
        check("x4", &["x4"]);
        check("\u{2714}\u{fe0f}", &["\u{2714}"]);
        check("", &[]);
    }

    fn result(icon: Node) -> Option<bool> {
        let row = node("tr").mark("x4-grid-row");
        let page: Page = page(
            "https://x",
            &[(None, row), (Some(0), icon), (Some(0), node("td").text("URL is valid"))],
        );
        let scene = Scene::of(&page);
        outcome(scene.part(0)?, scene.part(2)?)
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
        ] {
            assert_eq!(result(icon.clone()), expected, "{icon:?}");
        }
    }
}
