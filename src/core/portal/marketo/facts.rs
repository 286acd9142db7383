//! What is read from Marketo's page: the sync's state, the account, the client ID, the checks.

use super::checks;
use super::form::Form;
use super::kit::{self, Piece};
use super::press::controls;
use super::sections;
use super::view::View;
use crate::lexicon::MarketoTerm as Term;
use crate::portal::{Kind, Part};
use crate::{Facts, Screen, Sync};

/// The facts of a screen of the journey.
pub(super) fn of<'s>(view: &View<'s>, screen: Screen, form: Option<&Form<'s>>) -> Facts {
    let read = |term: Term, shape: fn(&str) -> Option<String>| match form {
        Some(form) => form
            .field(term)
            .filter(|field| !kit::is(*field, Piece::EmptyField) && field.sealed.is_none())
            .and_then(|field| shape(&field.value)),
        None => row_value(view, term, shape),
    };
    Facts {
        sync: sync(view),
        username: read(Term::Username, account),
        url: read(Term::Url, address),
        client_id: read(Term::ClientId, guid),
        checks: matches!(screen, Screen::ValidateChecks | Screen::Reconfigure)
            .then(|| rows(view))
            .filter(|rows| !rows.is_empty()),
        ..Facts::default()
    }
}

fn rows(view: &View<'_>) -> Vec<crate::CheckRow> {
    view.top_window().map_or_else(
        || checks::among(view, view.on_page()),
        |window| checks::among(view, view.shown_in(window)),
    )
}

/// The toolbar's one button says what it would do; where both labels are there, it is not certain.
fn sync(view: &View<'_>) -> Option<Sync> {
    let shows = |term| {
        !controls(
            view.on_page()
                .filter(|part| view.reads(*part, term) && !kit::inside(*part, Piece::Tree)),
        )
        .is_empty()
    };
    match (shows(Term::DisableSync), shows(Term::EnableSync)) {
        (true, false) => Some(Sync::On),
        (false, true) => Some(Sync::Off),
        _ => None,
    }
}

/// The value behind a label in a row of the page; `None` where rows disagree.
fn row_value<'s>(view: &View<'s>, term: Term, shape: fn(&str) -> Option<String>) -> Option<String> {
    let labels = view.on_page().filter(|part| {
        !part.kind().is_control()
            && view.reads(*part, term)
            && sections::may_hold_account(view, *part)
    });
    let mut values = labels.filter_map(|label| shape(&beside(view, label)?));
    let first = values.next()?;
    values.all(|other| other == first).then_some(first)
}

/// The one other text in the label's row; without rows, the next text, where it stands to the right or is its `<dd>`.
fn beside<'s>(view: &View<'s>, label: Part<'s>) -> Option<String> {
    let is_row = |part: &Part<'s>| part.kind() == Kind::Row || kit::is(*part, Piece::FormRow);
    let is_text = |part: &Part<'s>| {
        *part != label && !part.text.is_empty() && (!part.kind().is_control() || part.leads_out())
    };
    let value = if let Some(row) = label.above().find(is_row) {
        let mut texts = view.shown_in(row).filter(|part| is_text(part) && !part.is_in(label));
        texts.next().filter(|_| texts.next().is_none())
    } else {
        let mut after = label
            .parent()?
            .below()
            .filter(|part| part.index() > label.index() && is_text(part) && !part.is_in(label));
        after
            .next()
            .filter(|part| part.tag == "dd" || is_right_of(*part, label))
            .filter(|part| !view.is_read(*part))
    };
    value.filter(|part| part.sealed.is_none()).map(|part| part.text.clone())
}

fn is_right_of(part: Part<'_>, label: Part<'_>) -> bool {
    let ([left, top, _, height], [label_left, label_top, label_width, label_height]) =
        (part.rect, label.rect);
    left >= label_left.saturating_add(label_width)
        && top < label_top.saturating_add(label_height)
        && label_top < top.saturating_add(height)
}

/// `name@domain` or `DOMAIN\name`.
fn account(text: &str) -> Option<String> {
    let text = text.trim();
    let plain = !text.contains(char::is_whitespace) && !text.contains('\u{2026}');
    let parted = text
        .split_once(['@', '\\'])
        .is_some_and(|(before, after)| !before.is_empty() && !after.is_empty());
    (plain && parted).then(|| text.to_owned())
}

fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    (!host.is_empty() && !text.contains(char::is_whitespace) && !text.contains('\u{2026}'))
        .then(|| text.to_owned())
}

fn guid(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    let hexadecimal = text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit());
    (hexadecimal && lengths == [8, 4, 4, 4, 12]).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        assert_eq!(account(" marketo.sync@contoso.com "), Some("marketo.sync@contoso.com".into()));
        assert_eq!(account("CONTOSO\\sync"), Some("CONTOSO\\sync".into()));
        for text in ["", "-", "Not set", "@", "marketo.sync@cont\u{2026}", "name @ contoso"] {
            assert_eq!(account(text), None, "{text}");
        }
        assert_eq!(
            address("https://contoso.crm4.dynamics.com/x"),
            Some("https://contoso.crm4.dynamics.com/x".into())
        );
        assert_eq!(address("contoso"), None);
        assert_eq!(
            guid("8A0B4C1E-0000-4000-8000-00000000ABCD"),
            Some("8a0b4c1e-0000-4000-8000-00000000abcd".into())
        );
        assert_eq!(guid("8a0b4c1e00004000800000000000abcd"), None);
    }
}
