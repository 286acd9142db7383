//! Marketo's seven checks: which row is which, and whether it passed.

use super::view::View;
use crate::lexicon::MarketoTerm as Term;
use crate::portal::{Kind, Part};
use crate::{Check, CheckRow};

/// Each check and its wording, in the order of the article.
const CHECKS: &[(Check, Term)] = &[
    (Check::Url, Term::CheckUrl),
    (Check::Credentials, Term::CheckCredentials),
    (Check::Role, Term::CheckRole),
    (Check::Solution, Term::CheckSolution),
    (Check::Steps, Term::CheckSteps),
    (Check::Assigned, Term::CheckAssigned),
    (Check::Match, Term::CheckMatch),
];

/// Words in a picture's file name, class, alternative text or title that say how a check ended.
const PASSED: &[&str] = &[
    "check",
    "checked",
    "checkmark",
    "tick",
    "ok",
    "success",
    "successful",
    "succeeded",
    "valid",
    "green",
    "pass",
    "passed",
    "\u{2713}",
    "\u{2714}",
    "\u{2705}",
];
const FAILED: &[&str] = &[
    "delete", "red", "x", "cross", "fail", "failed", "failure", "error", "cancel", "invalid",
    "\u{2717}", "\u{2718}", "\u{2715}", "\u{2716}", "\u{274c}",
];

/// The rows among some parts, in their order; empty where it cannot be told that these are the checks.
pub(super) fn among<'s>(
    view: &View<'s>,
    parts: impl Iterator<Item = Part<'s>> + Clone,
) -> Vec<CheckRow> {
    let read: Vec<(Check, Part<'s>)> =
        parts.filter_map(|part| Some((meaning(view, part)?, part))).collect();
    let mut seen = Vec::new();
    for (check, _) in &read {
        if seen.contains(check) {
            return Vec::new(); // The same check twice: not a list of results.
        }
        seen.push(*check);
    }
    let texts: Vec<Part<'s>> = read.iter().map(|(_, part)| *part).collect();
    read.iter()
        .map(|(check, part)| CheckRow { check: *check, passed: outcome(row(*part, &texts)) })
        .collect()
}

fn meaning(view: &View<'_>, part: Part<'_>) -> Option<Check> {
    if part.kind().is_control() {
        return None;
    }
    CHECKS.iter().find(|(_, term)| view.reads(part, *term)).map(|(check, _)| *check)
}

/// The widest part round a text that holds no other check's text.
fn row<'s>(text: Part<'s>, texts: &[Part<'s>]) -> Part<'s> {
    let alone = |part: &Part<'s>| texts.iter().all(|other| *other == text || !other.is_in(*part));
    text.above().take_while(alone).last().unwrap_or(text)
}

/// What the row's pictures say, where they say one thing.
fn outcome(row: Part<'_>) -> Option<bool> {
    let words: Vec<String> = row.and_below().flat_map(|part| words(part)).collect();
    let says = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    match (says(PASSED), says(FAILED)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// The words of what may be a picture: its own, not those of the row's text or of the widget kit's classes.
fn words(part: Part<'_>) -> Vec<String> {
    let picture = part.kind() == Kind::Image;
    let mut words: Vec<String> =
        part.marks.iter().filter_map(|mark| source(mark)).flat_map(split).collect();
    if picture {
        words.extend(
            [&part.label, &part.title, &part.text].into_iter().flat_map(|text| split(text)),
        );
    } else if part.text.chars().count() == 1 {
        words.push(part.text.clone());
    }
    words
}

/// The part of a mark that a person chose: a picture's file name or a class that is not the kit's own.
fn source(mark: &str) -> Option<&str> {
    match mark.split_once('=') {
        Some(("src" | "icon" | "alt", value)) => value.split(['?', '#']).next()?.rsplit('/').next(),
        Some(_) => None,
        None => (!["x-", "x4-", "ext-"].iter().any(|kit| mark.starts_with(kit))).then_some(mark),
    }
}

/// Words of a name: parted by anything but letters and digits, and where a capital begins one.
fn split(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && lower) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric() || !c.is_ascii()) {
            word.extend(c.to_lowercase());
        }
        lower = c.is_lowercase() || c.is_ascii_digit();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &[&str]) {
        assert_eq!(split(name), expected, "{name}");
    }

    #[test]
    fn names_are_split_into_words() {
        check("mkiOk", &["mki", "ok"]);
        check("green-check.png", &["green", "check", "png"]);
        check("red-x.png", &["red", "x", "png"]);
        check("iconInvalid16", &["icon", "invalid16"]);
        check("", &[]);
    }
}
