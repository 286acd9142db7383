//! Which EDIT belongs to the credentials: the page has one per section.

use super::kit::{self, Piece};
use super::press::controls;
use super::view::View;
use crate::lexicon::MarketoTerm as Term;
use crate::portal::{Kind, Part};

/// Headings of the section with the credentials.
pub(super) const CREDENTIALS: &[Term] = &[Term::Credentials, Term::EnterCredentials];
/// Headings of the sections beside it.
const OTHERS: &[Term] = &[Term::FieldSyncDetails, Term::SelectFields, Term::StartStep];

/// The EDIT buttons that stand with one of these headings and with no other.
pub(super) fn edit_beside<'s>(view: &View<'s>, mine: &[Term]) -> Vec<Part<'s>> {
    let edits = controls(view.on_page().filter(|part| view.reads(*part, Term::Edit)));
    edits.iter().copied().filter(|edit| belongs(view, *edit, &edits, mine)).collect()
}

/// Whether the heading of the credentials is there.
pub(super) fn is_headed(view: &View<'_>) -> bool {
    view.on_page().any(|part| view.reads_any(part, CREDENTIALS))
}

/// Whether a row may be one of the credentials': where they have a heading, the nearest heading before the row is theirs.
pub(super) fn may_hold_account<'s>(view: &View<'s>, row: Part<'s>) -> bool {
    if !is_headed(view) {
        return true;
    }
    let before = |part: Part<'s>| {
        view.shown_in(part)
            .filter(|below| {
                below.index() < row.index() && !row.is_in(*below) && is_heading(view, *below)
            })
            .last()
    };
    row.above().find_map(before).is_none_or(|heading| view.reads_any(heading, CREDENTIALS))
}

/// The nearest part round the button with a heading in it decides: by its one heading, by the heading on the
/// button's own line, or by order, where headings and buttons take turns.
fn belongs<'s>(view: &View<'s>, edit: Part<'s>, edits: &[Part<'s>], mine: &[Term]) -> bool {
    let headings = |part: Part<'s>| {
        let found: Vec<_> = view
            .shown_in(part)
            .filter(|below| *below != edit && is_heading(view, *below))
            .collect();
        (!found.is_empty()).then_some((part, found))
    };
    let Some((around, near)) = edit.above().find_map(headings) else { return false };
    let for_credentials = mine == CREDENTIALS;
    let mine = |heading: &Part<'s>| view.reads_any(*heading, mine);
    if let [heading] = near.as_slice() {
        let others = edits.iter().filter(|other| other.is_in(around)).count() > 1;
        return !others
            && (mine(heading)
                || (for_credentials
                    && !view.is_read(*heading)
                    && has_account_rows(view, edit, edits)));
    }
    let own_line: Vec<_> = near.iter().filter(|heading| on_one_line(**heading, edit)).collect();
    if own_line.is_empty() {
        by_turns(&near, edits, edit).is_some_and(|heading| mine(&heading))
    } else {
        own_line.into_iter().all(mine)
    }
}

/// The heading before the button, where each heading has one button behind it.
fn by_turns<'s>(headings: &[Part<'s>], edits: &[Part<'s>], edit: Part<'s>) -> Option<Part<'s>> {
    let before = |edit: &Part<'s>| {
        headings.iter().rev().find(|heading| heading.index() < edit.index()).copied()
    };
    let own = before(&edit)?;
    let owners: Vec<_> = edits.iter().map(before).collect();
    let alone = owners.iter().filter(|owner| **owner == Some(own)).count() == 1;
    (alone && owners.iter().all(Option::is_some)).then_some(own)
}

fn is_heading(view: &View<'_>, part: Part<'_>) -> bool {
    let titled = kit::is(part, Piece::SectionTitle) || part.kind() == Kind::Heading;
    !part.kind().is_control()
        && (view.reads_any(part, CREDENTIALS)
            || view.reads_any(part, OTHERS)
            || (titled && !part.text.is_empty()))
}

/// Whether the nearest part with two of the rows that only the credentials have holds no other EDIT and no other heading.
fn has_account_rows<'s>(view: &View<'s>, edit: Part<'s>, edits: &[Part<'s>]) -> bool {
    let rows = [Term::Username, Term::Password, Term::Url, Term::ClientId];
    let shows = |part: Part<'s>, term: Term| view.shown_in(part).any(|row| view.reads(row, term));
    let section =
        edit.above().find(|part| rows.iter().filter(|term| shows(*part, **term)).count() >= 2);
    section.is_some_and(|section| {
        let headings = view.shown_in(section).filter(|part| is_heading(view, *part));
        headings.filter(|part| *part != edit).count() == 1
            && edits.iter().filter(|other| other.is_in(section)).count() == 1
    })
}

fn on_one_line(one: Part<'_>, other: Part<'_>) -> bool {
    let ([_, top, _, height], [_, other_top, _, other_height]) = (one.rect, other.rect);
    let middle = |top: i32, height: i32| top.saturating_add(height / 2);
    let within =
        |middle: i32, top: i32, height: i32| (top..top.saturating_add(height)).contains(&middle);
    within(middle(top, height), other_top, other_height)
        || within(middle(other_top, other_height), top, height)
}
