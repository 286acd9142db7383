//! What a person presses: the control that a label belongs to.

use super::kit::{self, Piece};
use crate::portal::Part;

/// What a person presses for each label: the label's own control, the innermost of several round each other.
pub(super) fn controls<'s>(labels: impl Iterator<Item = Part<'s>>) -> Vec<Part<'s>> {
    let mut found: Vec<Part<'s>> = Vec::new();
    for part in labels.filter_map(pressable).filter(|part| !part.leads_out()) {
        if !found.contains(&part) {
            found.push(part);
        }
    }
    let all = found.clone();
    found.retain(|part| !all.iter().any(|other| other != part && other.is_in(*part)));
    found
}

/// Where a tab lies open already, what bears its name inside it is meant.
pub(super) fn closed(mut found: Vec<Part<'_>>) -> Vec<Part<'_>> {
    let open = |part: &Part<'_>| kit::inside(*part, Piece::ActiveTab);
    if !found.iter().all(open) {
        found.retain(|part| !open(part));
    }
    found
}

/// The control that a part is, or lies in.
pub(super) fn pressable(part: Part<'_>) -> Option<Part<'_>> {
    let presses = |part: &Part<'_>| {
        part.kind().is_control()
            || kit::is(*part, Piece::Button)
            || kit::is(*part, Piece::Pressable)
    };
    std::iter::once(part).chain(part.above().take(5)).find(presses)
}
