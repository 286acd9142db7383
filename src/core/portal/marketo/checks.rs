//! Marketo's seven checks: which row is which, and whether it passed.

use super::outcome::outcome;
use super::view::View;
use crate::lexicon::{MarketoTerm as Term, marketo};
use crate::portal::Part;
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

/// So many of the seven, read by their wording, make a list of results.
const ENOUGH: usize = 3;

/// The rows among some parts, in their order; empty where it cannot be told that these are the checks.
pub(super) fn among<'s>(
    view: &View<'s>,
    parts: impl Iterator<Item = Part<'s>> + Clone,
) -> Vec<CheckRow> {
    let read: Vec<(Check, Part<'s>)> =
        parts.filter_map(|part| Some((meaning(view, part)?, part))).collect();
    let twice = |check: &Check| read.iter().filter(|(other, _)| other == check).count() > 1;
    if read.len() < ENOUGH || read.iter().any(|(check, _)| twice(check)) {
        return Vec::new();
    }
    let named = read.iter().map(|(check, text)| (*check, *text)).collect::<Vec<_>>();
    let all = by_place(view, &named).unwrap_or(named);
    all.into_iter()
        .map(|(check, text)| CheckRow { check, passed: outcome(row(text, &read), text) })
        .collect()
}

fn meaning(view: &View<'_>, part: Part<'_>) -> Option<Check> {
    if part.kind().is_control() {
        return None;
    }
    let by = |reads: &dyn Fn(Term) -> bool| {
        CHECKS.iter().find(|(_, term)| reads(*term)).map(|(check, _)| *check)
    };
    by(&|term| view.reads(part, term)).or_else(|| {
        let text = part.full_text();
        let has_row = || part.below().any(|below| meaning(view, below).is_some());
        if text.len() > LONG || part.below().count() > 8 || has_row() {
            return None;
        }
        let readings = marketo().read(bare(&text));
        by(&|term| readings.iter().any(|reading| reading.term == term))
    })
}

/// More bytes than any wording of a check has.
const LONG: usize = 300;

/// The words of a check without the number before it, and the full stop or the mark behind it.
fn bare(text: &str) -> &str {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphabetic());
    text.trim_end_matches(|letter: char| !letter.is_alphanumeric() && letter != ')')
}

/// Where the list has exactly seven rows and every row that was read stands in its own place, the place tells
/// what the others are.
fn by_place<'s>(view: &View<'s>, read: &[(Check, Part<'s>)]) -> Option<Vec<(Check, Part<'s>)>> {
    let (_, first) = read.first()?;
    let (_, last) = read.last()?;
    let list = first.above().find(|above| last.is_in(*above))?;
    let rows: Vec<Part<'s>> = list.children().filter_map(|row| text_of(view, row, read)).collect();
    if rows.len() != CHECKS.len() {
        return None;
    }
    let placed: Vec<_> = CHECKS.iter().map(|(check, _)| *check).zip(rows).collect();
    read.iter().all(|pair| placed.contains(pair)).then_some(placed)
}

/// The text of a row: the one that was read, or the longest.
fn text_of<'s>(view: &View<'s>, row: Part<'s>, read: &[(Check, Part<'s>)]) -> Option<Part<'s>> {
    let known = read.iter().map(|(_, text)| *text).find(|text| text.is_in(row));
    let own = std::iter::once(row).chain(view.shown_in(row));
    let texts = own.filter(|part| !part.kind().is_control() && !part.text.is_empty());
    known.or_else(|| texts.max_by_key(|part| part.text.chars().count()))
}

/// The widest part round a text that holds no other check's text.
fn row<'s>(text: Part<'s>, read: &[(Check, Part<'s>)]) -> Part<'s> {
    let alone =
        |part: &Part<'s>| read.iter().all(|(_, other)| *other == text || !other.is_in(*part));
    text.above().take_while(alone).last().unwrap_or(text)
}
