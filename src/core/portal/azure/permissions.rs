//! The table of configured permissions: all of it, or nothing where one row cannot be told.

use super::view::View;
use crate::Permission;
use crate::lexicon::AzureTerm as Term;
use crate::portal::{Part, grid};

/// The permissions in row order.
pub fn permissions(
    view: &View<'_>,
    holds: impl Fn(Part<'_>) -> bool + Copy,
) -> Option<Vec<Permission>> {
    let mut api: Option<String> = None;
    let mut found = Vec::new();
    let last = grid::heads(view.scene, holds).into_iter().map(|(at, _)| at).max();
    for row in grid::rows(view.scene, holds) {
        let texts: Vec<(Part<'_>, String)> =
            row.cells.iter().map(|(_, cell)| (*cell, cell.full_text())).collect();
        let filled: Vec<&str> =
            texts.iter().map(|(_, text)| text.trim()).filter(|text| !text.is_empty()).collect();
        match *filled {
            [] => {}
            [only] => api = Some(without_count(only).to_owned()),
            _ => {
                // An empty cell without a size is not seen: where every other one has words, it said nothing.
                let cut = row.cells.last().map(|(at, _)| *at) < last && filled.len() == texts.len();
                found.push(permission(view, api.as_deref()?, &texts, cut)?);
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

fn permission<'s>(
    view: &View<'s>,
    api: &str,
    cells: &[(Part<'s>, String)],
    cut: bool,
) -> Option<Permission> {
    let name = cells.iter().map(|(_, text)| text.trim()).find(|text| !text.is_empty())?;
    if !is_permission_name(name) {
        return None;
    }
    let mut states = cells.iter().filter_map(|(cell, text)| {
        if text.trim().is_empty() {
            None
        } else if view.says_within(*cell, Term::NotGranted) {
            Some(false)
        } else {
            view.says_within(*cell, Term::Granted).then_some(true)
        }
    });
    let (state, more) = (states.next(), states.next());
    let last_is_empty = cells
        .last()
        .is_some_and(|(cell, text)| text.trim().is_empty() && cell.below().next().is_none());
    let granted = match (state, more) {
        (Some(granted), None) => granted,
        (None, None) if last_is_empty || cut => false,
        _ => return None,
    };
    Some(Permission { api: api.to_owned(), name: name.to_owned(), granted })
}

/// `User.Read`, `user_impersonation`: no spaces, Latin.
fn is_permission_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
        && name.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// `Microsoft Graph (1)` without its count.
fn without_count(text: &str) -> &str {
    let counted = text
        .trim()
        .strip_suffix([')', '\u{ff09}'])
        .and_then(|text| text.rsplit_once(['(', '\u{ff08}']));
    counted
        .filter(|(_, count)| !count.is_empty() && count.chars().all(|digit| digit.is_ascii_digit()))
        .map_or(text, |(name, _)| name)
        .trim()
}
