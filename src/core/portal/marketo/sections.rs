//! Which EDIT belongs to the credentials: the page has one per section.

use super::controls::controls;
use super::kit::{self, Piece};
use super::view::View;
use crate::lexicon::MarketoTerm as Term;
use crate::portal::Part;

/// Headings of the section with the credentials.
const MINE: &[Term] = &[Term::Credentials, Term::EnterCredentials];
/// Headings of the sections beside it.
const THEIRS: &[Term] = &[Term::FieldSyncDetails, Term::SelectFields, Term::StartStep];

/// The EDIT buttons that stand with the heading of the credentials and with no other.
pub(super) fn edit_credentials<'s>(view: &View<'s>) -> Vec<Part<'s>> {
    controls(view.on_page().filter(|part| view.reads(*part, Term::Edit)))
        .into_iter()
        .filter(|edit| belongs(view, *edit))
        .collect()
}

/// The nearest part round the button with a heading in it holds one heading, and it is the credentials';
/// where it holds several, the one on the button's own line decides.
fn belongs<'s>(view: &View<'s>, edit: Part<'s>) -> bool {
    let headings = |part: Part<'s>| {
        view.shown_in(part)
            .filter(move |below| *below != edit && is_heading(view, *below))
            .collect::<Vec<_>>()
    };
    let Some(near) = edit.above().map(headings).find(|found| !found.is_empty()) else {
        return false;
    };
    let own_line: Vec<_> =
        near.iter().copied().filter(|heading| on_one_line(*heading, edit)).collect();
    let deciding = if near.len() == 1 { near } else { own_line };
    !deciding.is_empty() && deciding.iter().all(|heading| view.reads_any(*heading, MINE))
}

fn is_heading(view: &View<'_>, part: Part<'_>) -> bool {
    !part.kind().is_control()
        && (view.reads_any(part, MINE)
            || view.reads_any(part, THEIRS)
            || (kit::is(part, Piece::SectionTitle) && !part.text.is_empty()))
}

fn on_one_line(one: Part<'_>, other: Part<'_>) -> bool {
    let ([_, top, _, height], [_, other_top, _, other_height]) = (one.rect, other.rect);
    let middle = |top: i32, height: i32| top.saturating_add(height / 2);
    let within =
        |middle: i32, top: i32, height: i32| (top..top.saturating_add(height)).contains(&middle);
    within(middle(top, height), other_top, other_height)
        || within(middle(other_top, other_height), top, height)
}
