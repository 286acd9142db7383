//! Essentials: names and values of an app, in any of the layouts that the portal has for them.

use super::view::{View, widget};
use crate::lexicon::AzureTerm as Term;
use crate::portal::{Kind, Part, grid};

/// The names that Essentials may show.
const NAMES: &[Term] = &[
    Term::DisplayName,
    Term::ApplicationId,
    Term::ObjectId,
    Term::DirectoryId,
    Term::AccountTypes,
];

/// How the portal's kits mark a name and its value. Beside a name that is marked, only what is marked is the value.
const KITS: &[(&str, &str)] =
    &[("fxc-essentials-label", "fxc-essentials-value"), ("essentialsLabel", "essentialsValue")];

/// The part that shows the value of a name, and the value, where there is one that is certain.
pub fn value<'s>(view: &View<'s>, term: Term) -> Option<(Part<'s>, String)> {
    let mut found = view
        .scene
        .parts()
        .filter(|part| is_name(view, *part, term))
        .filter_map(|name| value_of(view, name, term));
    let first = found.next()?;
    found.all(|(_, value)| value == first.1).then_some(first)
}

/// A part that says this name and is not itself a value that is named so.
fn is_name<'s>(view: &View<'s>, part: Part<'s>, term: Term) -> bool {
    let is_head = |part| widget(part) == Kind::ColumnHead && !grid::heads_a_row(part);
    view.says(part, term) && part.closest(is_head).is_none()
}

fn value_of<'s>(view: &View<'s>, name: Part<'s>, term: Term) -> Option<(Part<'s>, String)> {
    // Named by attribute: the part carries the value itself.
    if name.tag != "label"
        && crate::lexicon::azure().is(&name.label, term)
        && let Some(found) =
            said(name).filter(|(_, value)| !crate::lexicon::azure().is(value, term))
    {
        return Some(found);
    }
    if !crate::lexicon::azure().is(&name.text, term)
        && !crate::lexicon::azure().is(&name.title, term)
    {
        return None;
    }
    let kit =
        KITS.iter().find(|(label, _)| name.closest(|part| part.has_mark_like(label)).is_some());
    for group in name.above() {
        let after = group.below().filter(|part| part.index() > name.index() && !part.is_in(name));
        let others = group
            .and_below()
            .filter(|part| {
                NAMES
                    .iter()
                    .any(|other| *other != term && crate::lexicon::azure().is(&part.text, *other))
            })
            .count();
        let marked = |part: &Part<'_>| {
            kit.is_none_or(|(_, value)| part.closest(|above| above.has_mark_like(value)).is_some())
        };
        let next = after.filter(|part| !is_aside(*part)).filter(marked).find_map(said_here);
        if next.as_ref().is_some_and(|(part, _)| is_sentence(*part)) {
            return None;
        }
        if others == 0 {
            if next.is_some() {
                return next;
            }
            continue;
        }
        // Names and values in turn, as in a list of definitions: the next words are the value, unless they are a name.
        return next.filter(|(part, _)| {
            alternates(view, group, name) && !NAMES.iter().any(|other| view.says(*part, *other))
        });
    }
    None
}

/// Whether every name in a group has words of another kind right behind it.
fn alternates<'s>(view: &View<'s>, group: Part<'s>, _name: Part<'s>) -> bool {
    let words: Vec<bool> = group
        .below()
        .filter(|part| !is_aside(*part) && said_here(*part).is_some())
        .map(|part| NAMES.iter().any(|term| view.says(part, *term)))
        .collect();
    words.windows(2).all(|pair| pair != [true, true]) && words.last() == Some(&false)
}

/// Buttons and pictures beside a value, and what is in them.
fn is_aside(part: Part<'_>) -> bool {
    let aside = |part: Part<'_>| {
        matches!(part.kind(), Kind::Button | Kind::Image)
            && crate::portal::azure::route::guid(&part.text).is_none()
            && !["fxc-essentials-value", "ms-Link", "fui-Link"]
                .iter()
                .any(|mark| part.has_mark(mark))
    };
    aside(part) || part.above().any(aside)
}

/// Words that go on in a part of their own, a link or bold ones, are about something; they are no value.
fn is_sentence(part: Part<'_>) -> bool {
    part.below().any(|below| !is_aside(below) && said_here(below).is_some())
}

fn said_here(part: Part<'_>) -> Option<(Part<'_>, String)> {
    let text = if part.value.is_empty() { &part.text } else { &part.value };
    // A colon between name and value is not the value.
    text.chars().any(char::is_alphanumeric).then(|| (part, text.clone()))
}

fn said(part: Part<'_>) -> Option<(Part<'_>, String)> {
    part.and_below().filter(|part| !is_aside(*part)).find_map(said_here)
}
