//! The table of client secrets. Columns are told by their heads and by what stands in them; where the two disagree, by neither.

use std::ops::Range;

use super::date;
use super::route::guid;
use super::view::View;
use crate::lexicon::AzureTerm as Term;
use crate::lexicon::fold;
use crate::portal::{Kind, Part, grid};
use crate::{Found, Node, Sealed, SecretKind, SecretRow, SecretValue, ValueState};

/// What the bin at the end of a row is called. General knowledge, to be checked on a real page.
const DELETE: &[&str] = &[
    "Delete",
    "Delete secret",
    "Ta bort",
    "Löschen",
    "Supprimer",
    "Eliminar",
    "Elimina",
    "削除",
    "삭제",
    "Verwijderen",
    "Excluir",
    "删除",
    "刪除",
];

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Description,
    Expires,
    Value,
    SecretId,
}

/// The secrets in row order; `None` where no table of them is seen. `culture`: a tag that tells the order of dates.
pub fn secrets(
    view: &View<'_>,
    holds: impl Fn(Part<'_>) -> bool + Copy,
    culture: Option<&str>,
) -> Option<Vec<SecretRow>> {
    let (heads, below) = of_secrets(view, grid::heads(view.scene, holds));
    let heads: Vec<(usize, Column)> =
        heads.into_iter().filter_map(|(at, head)| Some((at, column_of(view, head)?))).collect();
    let is_below =
        |row: &grid::Row<'_>| row.cells.iter().all(|(_, cell)| below.contains(&cell.index()));
    let rows: Vec<grid::Row<'_>> = grid::rows(view.scene, holds)
        .into_iter()
        .filter(|row| row.cells.len() >= 2 && is_below(row))
        .collect();
    let headed = heads.iter().any(|(_, column)| *column == Column::Value);
    let shown: Vec<Draft<'_>> =
        rows.iter().filter_map(|row| Draft::of(row, &heads, headed)).collect();
    if shown.is_empty() {
        return (headed && rows.is_empty()).then(Vec::new);
    }
    let dates: Vec<_> =
        shown.iter().map(|draft| draft.expires.as_deref().and_then(date::read)).collect();
    let dates = date::settle(&dates, culture.and_then(date::order_of));
    Some(shown.into_iter().zip(dates).map(|(draft, expires)| draft.row(expires)).collect())
}

/// The first cell that holds a value for sure: one that is masked, or one with a signature.
pub fn first_cell<'s>(
    view: &View<'s>,
    holds: impl Fn(Part<'s>) -> bool + Copy,
) -> Option<Part<'s>> {
    let rows = grid::rows(view.scene, holds);
    rows.into_iter()
        .flat_map(|row| row.cells)
        .map(|(_, cell)| cell)
        .find(|cell| value_in(*cell, false).is_some_and(|(_, value)| is_signed(&value)))
}

/// Of several tables the heads of the one with a head for the value, and where its rows stand.
fn of_secrets<'s>(
    view: &View<'_>,
    heads: Vec<(usize, Part<'s>)>,
) -> (Vec<(usize, Part<'s>)>, Range<usize>) {
    let mut values = heads.iter().filter(|(_, head)| column_of(view, *head) == Some(Column::Value));
    let (Some((_, value)), None) = (values.next(), values.next()) else {
        return (heads, 0..usize::MAX);
    };
    let row = value.parent();
    let (own, others): (Vec<_>, Vec<_>) =
        heads.iter().copied().partition(|(_, head)| head.parent() == row);
    let after = others.iter().find(|(_, head)| head.index() > value.index());
    let below = value.index()..after.map_or(usize::MAX, |(_, head)| head.index());
    (own, below)
}

fn column_of(view: &View<'_>, head: Part<'_>) -> Option<Column> {
    let is = |term| view.scene.part(head.index()).is_some_and(|head| view.says_within(head, term));
    if is(Term::Value) {
        Some(Column::Value)
    } else if is(Term::SecretId) {
        Some(Column::SecretId)
    } else if is(Term::Expires) {
        Some(Column::Expires)
    } else if is(Term::Description) {
        Some(Column::Description)
    } else {
        None
    }
}

/// What a row says, before its dates are settled.
struct Draft<'s> {
    description: Option<String>,
    expires: Option<String>,
    secret_id: Option<String>,
    value: Option<(Part<'s>, SecretValue)>,
    bin: Option<Found>,
}

impl<'s> Draft<'s> {
    fn of(row: &grid::Row<'s>, heads: &[(usize, Column)], headed: bool) -> Option<Self> {
        let mut values = row.cells.iter().filter_map(|(at, cell)| {
            let head = head_of(heads, *at);
            let value = value_in(*cell, head == Some(Column::Value))?;
            let fits = if headed && *at != grid::ASTRAY {
                head == Some(Column::Value)
            } else {
                head.is_none() && is_signed(&value.1)
            };
            fits.then_some((*at, value))
        });
        let value = values.next();
        if values.next().is_some() {
            return None;
        }
        let mut ids = row
            .cells
            .iter()
            .filter(|(at, _)| {
                !matches!(
                    head_of(heads, *at),
                    Some(Column::Value | Column::Description | Column::Expires)
                )
            })
            .filter_map(|(_, cell)| guid_in(*cell));
        let secret_id = ids.next().filter(|_| ids.next().is_none());
        if value.is_none() && (!headed || secret_id.is_none()) {
            return None;
        }
        let text_under = |column| {
            row.cells
                .iter()
                .find(|(at, _)| head_of(heads, *at) == Some(column))
                .map(|(_, cell)| words_in(*cell))
        };
        let by_form = |wanted: fn(&str) -> bool| {
            let mut found = row
                .cells
                .iter()
                .filter(|(at, cell)| {
                    head_of(heads, *at).is_none()
                        && value.as_ref().is_none_or(|(value_at, _)| value_at != at)
                        && guid_in(*cell).is_none()
                        && value_in(*cell, false).is_none()
                })
                .map(|(_, cell)| words_in(*cell))
                .filter(|text| !text.is_empty() && wanted(text));
            found.next().filter(|_| found.next().is_none())
        };
        let expires =
            text_under(Column::Expires).or_else(|| by_form(|text| date::read(text).is_some()));
        // Where the date stands under another head, heads and cells have slipped: their words are not to be trusted.
        let dated = |text: &str| date::read(text).is_some();
        let slipped = expires.as_deref().is_some_and(|text| !dated(text))
            && row.cells.iter().any(|(_, cell)| dated(&words_in(*cell)));
        let expires = expires.filter(|_| !slipped);
        let description =
            text_under(Column::Description).or_else(|| by_form(|text| date::read(text).is_none()));
        Some(Self {
            description: description.filter(|text| !text.is_empty() && !slipped),
            expires,
            secret_id,
            value: value.map(|(_, value)| value),
            bin: bin_in(row),
        })
    }

    fn row(self, expires: Option<String>) -> SecretRow {
        let shown = self.value.as_ref().filter(|(_, value)| value.state == ValueState::Shown);
        let cell = shown.map(|(part, _)| part.id);
        SecretRow {
            description: self.description,
            expires,
            secret_id: self.secret_id,
            cell,
            bin: self.bin,
            value: self.value.map(|(_, value)| value),
        }
    }
}

/// The one button of the row that says that it deletes.
fn bin_in(row: &grid::Row<'_>) -> Option<Found> {
    let named = |part: &Part<'_>| {
        let names = part.names();
        let is = |word: &str| names.iter().any(|name| fold(name) == fold(word));
        part.kind() == Kind::Button && part.is_usable() && DELETE.iter().any(|word| is(word))
    };
    let mut bins = row.cells.iter().flat_map(|(_, cell)| cell.and_below()).filter(named);
    let bin = bins.next().filter(|_| bins.next().is_none())?;
    let label = bin.names().into_iter().next().unwrap_or_default();
    Some(Found { node: bin.id, label, ..Found::default() })
}

fn head_of(heads: &[(usize, Column)], at: usize) -> Option<Column> {
    heads.iter().find(|(of, _)| *of == at).map(|(_, column)| *column)
}

/// What a cell says in words, without its buttons.
fn words_in(cell: Part<'_>) -> String {
    let mut words = String::new();
    for part in cell.and_below().filter(|part| !is_button_like(*part, cell)) {
        let text = if part.value.is_empty() { &part.text } else { &part.value };
        if !text.is_empty() && !words.contains(text.as_str()) {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(text);
        }
    }
    if words.is_empty() { cell.title.clone() } else { words }
}

fn is_button_like(part: Part<'_>, cell: Part<'_>) -> bool {
    part.closest(|above| above.kind() == crate::portal::Kind::Button || above == cell)
        .is_some_and(|found| found != cell)
}

fn guid_in(cell: Part<'_>) -> Option<String> {
    let mut found = cell
        .and_below()
        .flat_map(|part| [guid(&part.text), guid(&part.value), guid(&part.title)])
        .flatten();
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// The value in a cell and the innermost part that shows it.
fn value_in<'s>(cell: Part<'s>, by_head: bool) -> Option<(Part<'s>, SecretValue)> {
    let longest = cell
        .and_below()
        .filter_map(|part| part.node().sealed.as_ref())
        .max_by_key(|sealed| sealed.length);
    if let Some(sealed) = longest {
        let part = cell.and_below().rfind(|part| {
            part.sealed.as_ref() == Some(sealed)
                && !is_button_like(*part, cell)
                && !part.is(Node::DISABLED)
        })?;
        // Two beginnings: a value in pieces, or two values.
        let mut others = cell.and_below().filter(|part| !is_button_like(*part, cell));
        if others.any(|part| part.sealed.as_ref().is_some_and(|other| other.hint != sealed.hint)) {
            return None;
        }
        let is_cut = is_cut_everywhere(cell, sealed) || is_short(sealed);
        return Some((part, shown(sealed, is_cut)));
    }
    let text = words_in(cell);
    is_masked(&text, by_head).then_some((cell, MASKED))
}

const MASKED: SecretValue =
    SecretValue { state: ValueState::Masked, kind: None, length: None, hint: None, checksum: None };

/// Whether nothing but a text that is cut off shows the value.
fn is_cut_everywhere(cell: Part<'_>, sealed: &Sealed) -> bool {
    cell.and_below()
        .filter(|part| part.sealed.as_ref() == Some(sealed))
        .all(|part| part.text.contains('\u{2026}'))
}

/// Whether it bears the signature of a secret and is shorter than any: no dots need to tell that it is cut off.
const fn is_short(sealed: &Sealed) -> bool {
    matches!(sealed.kind, SecretKind::Current | SecretKind::Previous) && sealed.length < 37
}

/// Of a value that is cut off, the length is not the secret's.
fn shown(sealed: &Sealed, is_cut: bool) -> SecretValue {
    SecretValue {
        state: ValueState::Shown,
        kind: Some(sealed.kind),
        length: (!is_cut).then_some(sealed.length),
        hint: Some(sealed.hint.clone()),
        checksum: sealed.checksum.filter(|_| !is_cut),
    }
}

/// `abc****`; under the head "Value" also nothing but dots or the word for "hidden".
fn is_masked(text: &str, by_head: bool) -> bool {
    let is_dot = |c: char| matches!(c, '*' | '\u{2022}' | '\u{25cf}' | '\u{2217}');
    let dots = text.chars().rev().take_while(|c| is_dot(*c)).count();
    let before = text.chars().count().saturating_sub(dots);
    let whole = !text.chars().any(char::is_whitespace);
    (whole && dots >= 3 && (2..=4).contains(&before))
        || (by_head && ((whole && dots >= 3 && before == 0) || text.eq_ignore_ascii_case("hidden")))
}

/// Only what bears the signature of a client secret is taken for one without a head that says so.
const fn is_signed(value: &SecretValue) -> bool {
    matches!(
        (value.state, value.kind),
        (ValueState::Masked, _)
            | (ValueState::Shown, Some(SecretKind::Current | SecretKind::Previous))
    )
}
