//! Controls that are found by what stands beside them: a value by its row, a box by its permission.

use super::essentials;
use super::route::guid;
use super::surface::Surface;
use super::view::{View, widget};
use crate::lexicon::AzureTerm as Term;
use crate::portal::{Kind, Part, alone};
use crate::{Facts, Miss};

/// The value behind "Application (client) ID"; without that name, the only place that shows the route's ID.
pub fn client_id<'s>(view: &View<'s>, _: Surface<'s>, facts: &Facts) -> Result<Part<'s>, Miss> {
    let wanted = facts.client_id.as_deref().ok_or(Miss::Absent)?;
    let is_it = |text: &str| guid(text).as_deref() == Some(wanted);
    if let Some((part, value)) = essentials::value(view, Term::ApplicationId)
        && is_it(&value)
    {
        return Ok(part);
    }
    let mut shown = view.scene.parts().filter(|part| is_it(&part.text) || is_it(&part.value));
    one_of(&mut shown)
}

/// The one value that can be read.
pub fn secret_value<'s>(view: &View<'s>, _: Surface<'s>, facts: &Facts) -> Result<Part<'s>, Miss> {
    let cells = facts.secrets.iter().flatten().filter_map(|row| row.cell);
    let mut cells = cells.filter_map(|cell| view.scene.parts().find(|part| part.id == cell));
    let cell = cells.next().ok_or(Miss::NoValue)?;
    if cells.next().is_some() { Err(Miss::Several) } else { Ok(cell) }
}

/// The box of `user_impersonation`, where the pane is about Dynamics CRM and no other API.
pub fn user_impersonation<'s>(
    view: &View<'s>,
    surface: Surface<'s>,
    _: &Facts,
) -> Result<Part<'s>, Miss> {
    let about_dynamics = surface.parts(view).any(|part| {
        view.says(part, Term::DynamicsCrm)
            || part.text.contains("crm.dynamics.com")
            || part.text.contains("00000007-0000-0000-c000-000000000000")
    });
    if !about_dynamics {
        return Err(Miss::OtherApi);
    }
    let names = surface.parts(view).filter(|part| view.says(*part, Term::UserImpersonation));
    let mut boxes = names.filter_map(box_of);
    let first = boxes.next().ok_or(Miss::Absent)?;
    if boxes.all(|other| other == first) { Ok(first) } else { Err(Miss::Several) }
}

/// The box that a name belongs to: itself, or the only one in the smallest group around it.
fn box_of(name: Part<'_>) -> Option<Part<'_>> {
    let is_box = |part: &Part<'_>| matches!(widget(*part), Kind::Checkbox);
    if is_box(&name) {
        return Some(name);
    }
    for group in name.above() {
        let boxes: Vec<_> = group.and_below().filter(is_box).collect();
        match *boxes {
            [] => {}
            [only] => return Some(only),
            [outer, inner] if inner.is_in(outer) => return Some(inner),
            _ => return None,
        }
    }
    None
}

/// The drop-down of account types, where they are no radios.
pub fn account_choice<'s>(
    view: &View<'s>,
    surface: Surface<'s>,
    _: &Facts,
) -> Result<Part<'s>, Miss> {
    let of_account = |part: Part<'s>| {
        let says = |part: Part<'s>| {
            [Term::AccountTypes, Term::SingleTenant, Term::OtherAccounts]
                .iter()
                .any(|term| view.says(part, *term))
        };
        says(part) || part.below().any(says) || super::weigh::caption(part).is_some_and(says)
    };
    if surface.parts(view).any(|part| {
        matches!(widget(part), Kind::Radio | Kind::Option)
            && view.says_within(part, Term::SingleTenant)
    }) {
        return Err(Miss::Absent);
    }
    one_of(
        &mut surface.parts(view).filter(|part| widget(*part) == Kind::Choice && of_account(*part)),
    )
}

/// The only one of some parts, or the innermost of several round each other.
fn one_of<'s>(parts: &mut dyn Iterator<Item = Part<'s>>) -> Result<Part<'s>, Miss> {
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return Err(Miss::Absent);
    }
    alone(parts).ok_or(Miss::Several)
}
