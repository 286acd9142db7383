//! Controls that are found by what stands beside them: a value by its row, a box by its permission.

use super::essentials;
use super::route::guid;
use super::surface::Surface;
use super::view::{View, widget};
use crate::lexicon::AzureTerm as Term;
use crate::portal::{Kind, Part};
use crate::{Facts, Screen, Target};

/// The controls of a screen that no label of their own tells.
pub fn controls<'s>(
    view: &View<'s>,
    surface: Surface<'s>,
    screen: Screen,
    facts: &Facts,
) -> Vec<(Target, Part<'s>)> {
    let found = match screen {
        Screen::AppOverview => (Target::ClientId, client_id(view, facts)),
        Screen::CertificatesSecrets => (Target::SecretValue, secret_value(view, facts)),
        Screen::RequestPermissions => {
            (Target::UserImpersonation, user_impersonation(view, surface))
        }
        Screen::RegisterApp => (Target::AccountTypeSingleTenant, account_choice(view, surface)),
        _ => return Vec::new(),
    };
    found.1.map(|part| (found.0, part)).into_iter().collect()
}

/// The value behind "Application (client) ID"; without that name, the only place that shows the route's ID.
fn client_id<'s>(view: &View<'s>, facts: &Facts) -> Option<Part<'s>> {
    let wanted = facts.client_id.as_deref()?;
    let named = essentials::value(view, Term::ApplicationId)
        .filter(|(_, value)| guid(value).as_deref() == Some(wanted));
    named.map(|(part, _)| part).or_else(|| {
        let mut shown = view.scene.parts().filter(|part| {
            [&part.text, &part.value].into_iter().any(|text| guid(text).as_deref() == Some(wanted))
        });
        let first = shown.next()?;
        shown.try_fold(first, |outer, next| next.is_in(outer).then_some(next))
    })
}

/// The one value that can be read.
fn secret_value<'s>(view: &View<'s>, facts: &Facts) -> Option<Part<'s>> {
    let mut cells = facts.secrets.iter().flatten().filter_map(|row| row.cell);
    let cell = cells.next()?;
    if cells.next().is_some() {
        return None;
    }
    view.scene.parts().find(|part| part.id == cell)
}

/// The box of `user_impersonation`, where the pane is about Dynamics CRM and no other API.
fn user_impersonation<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
    let about_dynamics = surface.parts(view).any(|part| {
        view.says(part, Term::DynamicsCrm)
            || part.text.contains("crm.dynamics.com")
            || part.text.contains("00000007-0000-0000-c000-000000000000")
    });
    if !about_dynamics {
        return None;
    }
    let names: Vec<Part<'s>> =
        surface.parts(view).filter(|part| view.says(*part, Term::UserImpersonation)).collect();
    let mut boxes: Vec<Part<'s>> = names.iter().filter_map(|name| box_of(*name)).collect();
    boxes.dedup();
    let first = boxes.first().copied()?;
    boxes.iter().all(|other| *other == first).then_some(first)
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
fn account_choice<'s>(view: &View<'s>, surface: Surface<'s>) -> Option<Part<'s>> {
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
        return None;
    }
    let mut choices =
        surface.parts(view).filter(|part| widget(*part) == Kind::Choice && of_account(*part));
    let first = choices.next()?;
    choices.try_fold(first, |outer, next| next.is_in(outer).then_some(next))
}
