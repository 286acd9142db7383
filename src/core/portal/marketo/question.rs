//! Whether a box asks to switch the sync on or off.

use super::form;
use super::kit::{self, Piece};
use super::view::View;
use crate::lexicon::{MarketoTerm as Term, fold};
use crate::portal::{Kind, Part};

/// What its title or its button is called.
const LABELS: &[Term] = &[Term::EnableSync, Term::DisableSync, Term::StartStep, Term::StartSync];

/// Parts of the words for "sync" and for "switch on" or "switch off" in Marketo's languages: a question has one of each.
const SYNC: &[&str] = &["sync", "synchron", "sincron", "\u{540c}\u{671f}"];
const SWITCH: &[&str] = &[
    "enable",
    "disable",
    "turn on",
    "turn off",
    "aktivier",
    "activer",
    "activar",
    "habilitar",
    "ativar",
    "\u{6709}\u{52b9}",
    "\u{7121}\u{52b9}",
];

/// By the button that starts the sync, or by its title or a message box's question with a way out: without one it only tells.
pub(super) fn is_about_sync<'s>(view: &View<'s>, window: Part<'s>) -> bool {
    let parts = || view.shown_in(window);
    if parts().filter(|part| form::is_field(*part)).count() > 1 {
        return false;
    }
    let is_title = |part| kit::inside(part, Piece::WindowTitle) || part.kind() == Kind::Heading;
    let titled = parts().any(|part| is_title(part) && view.reads_any(part, LABELS));
    let starts = parts().any(|part| part.kind().is_control() && view.reads_any(part, LABELS));
    let asks = || titled || (kit::is(window, Piece::MessageBox) && parts().any(asks));
    starts || (has_way_out(view, window) && asks())
}

fn has_way_out<'s>(view: &View<'s>, window: Part<'s>) -> bool {
    view.shown_in(window).any(|part| view.reads_any(part, &[Term::Cancel, Term::No]))
}

fn asks(part: Part<'_>) -> bool {
    let text = fold(&part.text);
    let has = |words: &[&str]| words.iter().any(|word| text.contains(&fold(word)));
    !part.kind().is_control() && has(SYNC) && has(SWITCH)
}
