//! Marketo's controls: what counts for each of them, as one table, and how one is told from its likes.

use super::form::Form;
use super::kit::{self, Piece};
use super::sections;
use super::view::{self, View};
use crate::lexicon::MarketoTerm as Term;
use crate::portal::Part;
use crate::{Found, Node, Screen, Sighting, Target};

/// Where a control is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Where {
    /// In the bar above every page.
    TopBar,
    /// In Admin's tree.
    Tree,
    /// On the page, outside the tree and any window.
    Page,
    /// Beside a heading on the page.
    Section,
    /// In the credentials form.
    Form,
    /// In the window on top; without one, on the page.
    Top,
}

/// What counts for a control.
struct Control {
    target: Target,
    /// The screens that have it; none stands for every page, also outside the journey.
    screens: &'static [Screen],
    at: Where,
    /// Its label reads as one of these.
    labels: &'static [Term],
    /// Decides between several that fit.
    better_in: Option<Piece>,
}

const PAGES: &[Screen] =
    &[Screen::Dynamics, Screen::ValidateForm, Screen::ValidateChecks, Screen::Reconfigure];
const FORMS: &[Screen] = &[Screen::EditCredentials, Screen::ValidateForm, Screen::Reconfigure];

#[rustfmt::skip]
const CONTROLS: &[Control] = &[
    control(Target::Admin,             &[],                                        Where::TopBar,  &[Term::Admin],                            Some(Piece::Navigation)),
    control(Target::MicrosoftDynamics, &[],                                        Where::Tree,    &[Term::MicrosoftDynamics, Term::Crm],     None),
    control(Target::DisableSync,       PAGES,                                      Where::Page,    &[Term::DisableSync],                      Some(Piece::Toolbar)),
    control(Target::EnableSync,        PAGES,                                      Where::Page,    &[Term::EnableSync],                       Some(Piece::Toolbar)),
    control(Target::EditCredentials,   &[Screen::Dynamics, Screen::FirstConnect],  Where::Section, &[Term::Edit],                             None),
    control(Target::ValidateTab,       PAGES,                                      Where::Page,    &[Term::ValidateTab],                      Some(Piece::TabStrip)),
    control(Target::ReconfigureTab,    PAGES,                                      Where::Page,    &[Term::ReconfigureTab],                   Some(Piece::TabStrip)),
    control(Target::Username,          FORMS,                                      Where::Form,    &[Term::Username],                         None),
    control(Target::Password,          FORMS,                                      Where::Form,    &[Term::Password],                         None),
    control(Target::Url,               FORMS,                                      Where::Form,    &[Term::Url],                              None),
    control(Target::ClientId,          FORMS,                                      Where::Form,    &[Term::ClientId],                         None),
    control(Target::ClientSecret,      FORMS,                                      Where::Form,    &[Term::ClientSecret],                     None),
    control(Target::Save,              &[Screen::EditCredentials],                 Where::Top,     &[Term::Save],                             None),
    control(Target::Next,              &[Screen::ValidateForm],                    Where::Top,     &[Term::Next],                             None),
    control(Target::Close,             &[Screen::ValidateChecks],                  Where::Top,     &[Term::Close],                            None),
    control(Target::Confirm,           &[Screen::ConfirmSync],                     Where::Top,     &[Term::Ok, Term::Yes, Term::Confirm, Term::StartSync, Term::EnableSync, Term::DisableSync], None),
    control(Target::Confirm,           &[Screen::Reconfigure],                     Where::Top,     &[Term::Confirm],                          None),
];

const fn control(
    target: Target,
    screens: &'static [Screen],
    at: Where,
    labels: &'static [Term],
    better_in: Option<Piece>,
) -> Control {
    Control { target, screens, at, labels, better_in }
}

/// Notes the controls that can be used now, and those that are greyed.
pub(super) fn find<'s>(view: &View<'s>, form: Option<&Form<'s>>, sighting: &mut Sighting) {
    let screen = sighting.screen;
    for control in CONTROLS.iter().filter(|control| {
        control.screens.is_empty() || screen.is_some_and(|screen| control.screens.contains(&screen))
    }) {
        let candidates = control.candidates(view, form);
        let writable = |part: &Part<'s>| control.at != Where::Form || !part.is(Node::READONLY);
        let usable: Vec<_> = candidates
            .iter()
            .copied()
            .filter(|part| view.is_usable(*part) && writable(part))
            .collect();
        if let Some(part) = control.only(&usable) {
            sighting.targets.insert(control.target, found(part));
        } else if usable.is_empty() && control.only(&candidates).is_some_and(view::is_greyed) {
            sighting.grey(control.target);
        }
    }
    let targets = &mut sighting.targets;
    if targets.contains_key(&Target::DisableSync) && targets.contains_key(&Target::EnableSync) {
        // One button does both: where there are two, neither is the one that is known.
        targets.remove(&Target::DisableSync);
        targets.remove(&Target::EnableSync);
    }
}

impl Control {
    fn candidates<'s>(&self, view: &View<'s>, form: Option<&Form<'s>>) -> Vec<Part<'s>> {
        let labelled = |part: &Part<'s>| view.reads_any(*part, self.labels);
        let in_tree = |part: &Part<'s>| kit::inside(*part, Piece::Tree);
        match self.at {
            Where::Form => self.labels.iter().filter_map(|label| form?.field(*label)).collect(),
            Where::Section => sections::edit_credentials(view),
            Where::Tree => controls(view.on_page().filter(in_tree).filter(labelled)),
            Where::TopBar => controls(
                view.on_page()
                    .filter(|part| !in_tree(part) && is_in_top_bar(*part))
                    .filter(labelled),
            ),
            Where::Page => controls(view.on_page().filter(|part| !in_tree(part)).filter(labelled)),
            Where::Top => match view.top_window() {
                Some(window) => controls(view.shown_in(window).filter(labelled)),
                None => controls(view.on_page().filter(|part| !in_tree(part)).filter(labelled)),
            },
        }
    }

    /// The one that fits, or the one of several that stands where it is better.
    fn only<'s>(&self, candidates: &[Part<'s>]) -> Option<Part<'s>> {
        let single = |parts: &[Part<'s>]| if let [part] = parts { Some(*part) } else { None };
        single(candidates).or_else(|| {
            let piece = self.better_in?;
            let better: Vec<_> =
                candidates.iter().copied().filter(|part| kit::inside(*part, piece)).collect();
            single(&better)
        })
    }
}

/// The bar above every page is not in a panel, a menu or a tab strip.
fn is_in_top_bar(part: Part<'_>) -> bool {
    let [_, top, ..] = part.rect;
    let low = top > TOP_BAR && !kit::inside(part, Piece::Navigation);
    !low && ![Piece::Section, Piece::TabStrip, Piece::Toolbar]
        .iter()
        .any(|piece| kit::inside(part, *piece))
}

/// The bar's height in CSS pixels, with room for a banner above it.
const TOP_BAR: i32 = 160;

/// What a person presses for each label: the label's own control, the innermost of several round each other.
pub(super) fn controls<'s>(labels: impl Iterator<Item = Part<'s>>) -> Vec<Part<'s>> {
    let mut found: Vec<Part<'s>> = Vec::new();
    for part in labels.filter_map(pressable) {
        if !found.contains(&part) {
            found.push(part);
        }
    }
    let all = found.clone();
    found.retain(|part| !all.iter().any(|other| other != part && other.is_in(*part)));
    found
}

fn pressable(part: Part<'_>) -> Option<Part<'_>> {
    let presses = |part: &Part<'_>| {
        part.kind().is_control()
            || kit::is(*part, Piece::Button)
            || kit::is(*part, Piece::Pressable)
    };
    std::iter::once(part).chain(part.above().take(5)).find(presses)
}

fn found(part: Part<'_>) -> Found {
    let names = part.names();
    let label = names.into_iter().next().unwrap_or_default();
    Found { node: part.id, label, filled: part.is(Node::FILLED), checked: part.is(Node::CHECKED) }
}
