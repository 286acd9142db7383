//! Marketo's controls: what counts for and against each of them, as one table (the fields of the credentials form
//! have theirs in [`form`]), and how one is told from its likes.

use super::form::{self, FIELDS, Form};
use super::kit::{self, Piece};
use super::press::{closed, controls, pressable};
use super::screen;
use super::sections;
use super::view::{self, View};
use crate::lexicon::MarketoTerm as Term;
use crate::portal::{Candidate, Notes, Part, Words, best};
use crate::{Found, Miss, Node, Screen, Sighting, Target};

/// Where a control is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Where {
    /// In the bar above every page.
    TopBar,
    /// In Admin's tree.
    Tree,
    /// On the page, outside the tree and any window.
    Page,
    /// Beside one of these headings, on the page.
    Section(&'static [Term]),
    /// In the window on top, nowhere else.
    Window,
    /// In the window on top, if this is its title.
    Titled(Term),
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

#[rustfmt::skip]
const CONTROLS: &[Control] = &[
    control(Target::Admin,             &[],                                        Where::TopBar,  &[Term::Admin],                            Some(Piece::Navigation)),
    control(Target::MicrosoftDynamics, &[],                                        Where::Tree,    &[Term::MicrosoftDynamics, Term::Crm],     None),
    control(Target::DisableSync,       PAGES,                                      Where::Page,    &[Term::DisableSync],                      Some(Piece::Toolbar)),
    control(Target::EnableSync,        PAGES,                                      Where::Page,    &[Term::EnableSync],                       Some(Piece::Toolbar)),
    control(Target::EditCredentials,   &[Screen::Dynamics, Screen::FirstConnect],  Where::Section(sections::CREDENTIALS), &[Term::Edit],          None),
    control(Target::ValidateTab,       PAGES,                                      Where::Page,    &[Term::ValidateTab],                      Some(Piece::TabStrip)),
    control(Target::ReconfigureTab,    PAGES,                                      Where::Page,    &[Term::ReconfigureTab],                   Some(Piece::TabStrip)),
    control(Target::Save,              &[Screen::EditCredentials],                 Where::Top,     &[Term::Save],                             None),
    control(Target::Next,              &[Screen::ValidateForm],                    Where::Top,     &[Term::Next],                             None),
    control(Target::Close,             &[Screen::ValidateChecks],                  Where::Top,     &[Term::Close],                            None),
    control(Target::Confirm,           &[Screen::ConfirmSync],                     Where::Top,     &[Term::Ok, Term::Yes, Term::Confirm, Term::StartSync, Term::EnableSync, Term::DisableSync, Term::EnableOrDisable], None),
    control(Target::Confirm,           &[Screen::Reconfigure],                     Where::Top,     &[Term::Confirm],                          None),
    control(Target::Microsoft,         &[],                                        Where::Page,    &[Term::Microsoft],                        None),
    control(Target::EditFields,        &[Screen::FirstConnect],                    Where::Section(&[Term::SelectFields]), &[Term::Edit],      None),
    control(Target::SaveFields,        &[],                                        Where::Titled(Term::SelectFields), &[Term::Save],                             None),
    control(Target::EditStart,         &[Screen::FirstConnect],                    Where::Section(&[Term::StartStep]), &[Term::Edit],         None),
    control(Target::EmailAddress,      &[Screen::ConfirmSync],                     Where::Window,  &[Term::EmailAddress],                     None),
    control(Target::Validate,          &[Screen::Reconfigure],                     Where::Top,     &[Term::Validate],                         None),
    control(Target::Switch,            &[Screen::Reconfigure],                     Where::Top,     &[Term::Switch],                           None),
    control(Target::Ok,                &[Screen::Reconfigure],                     Where::Window,  &[Term::Ok],                               None),
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

/// Notes the controls that can be used now, and what is missing of the others.
pub(super) fn find<'s, N: Notes>(
    view: &View<'s>,
    form: Option<&Form<'s>>,
    sighting: &mut Sighting,
    notes: &mut N,
) {
    let screen = sighting.screen;
    let mut put = |row: &Row<'_, 's>, candidates: &[Candidate<'s>], idle: &[Part<'s>]| {
        let outcome = match settle(view, candidates) {
            Err(Miss::Absent) if !idle.is_empty() => Err(row.idle),
            Err(Miss::Absent) if row.idle == Miss::Astray && sections::is_headed(view) => {
                Err(Miss::HeadingOnly)
            }
            outcome => outcome,
        };
        notes.control(row.target, candidates, outcome, row);
        for part in idle.iter().take(if N::ALL { idle.len() } else { 0 }) {
            notes.against(row.target, *part, || row.against().to_owned());
        }
        sighting.put(row.target, outcome.map(|candidate| found(&candidate)));
    };
    for control in CONTROLS.iter().filter(|control| {
        control.screens.is_empty() || screen.is_some_and(|screen| control.screens.contains(&screen))
    }) {
        let (candidates, labels) = control.candidates(view);
        let idle = if matches!(control.at, Where::Section(_)) { Miss::Astray } else { Miss::Words };
        let row = Row {
            view,
            target: control.target,
            labels: control.labels,
            place: control.better_in,
            idle,
        };
        put(&row, &candidates, &labels);
    }
    for (target, term, _) in form.map_or(&[][..], |_| FIELDS) {
        let field = form.and_then(|form| form.field(*term));
        let candidate = field.map(|field| Candidate {
            mark: form::mark(field).map(|(_, name)| name),
            label: form::label(view, field).map(|(_, label)| label),
            ..Candidate::of(field)
        });
        let row = Row { view, target: *target, labels: &[*term], place: None, idle: Miss::Absent };
        put(&row, candidate.as_slice(), &[]);
    }
    let targets = &mut sighting.targets;
    if targets.contains_key(&Target::DisableSync) && targets.contains_key(&Target::EnableSync) {
        // One button does both: where there are two, neither is the one that is known.
        for target in [Target::DisableSync, Target::EnableSync] {
            targets.remove(&target);
            sighting.misses.insert(target, Miss::Several);
        }
    }
}

/// A row of the table, before a page.
struct Row<'a, 's> {
    view: &'a View<'s>,
    target: Target,
    labels: &'a [Term],
    place: Option<Piece>,
    /// What is missing where nothing but its words are there.
    idle: Miss,
}

impl Row<'_, '_> {
    /// What speaks against a part that has nothing but the words.
    fn against(&self) -> &'static str {
        match self.idle {
            Miss::Astray => "does not stand with the heading of the credentials alone",
            _ => "cannot be pressed, or does not stand where such a control is looked for",
        }
    }
}

impl<'s> Words<'s> for Row<'_, 's> {
    fn languages(&self, part: Part<'s>) -> Vec<&'static str> {
        self.view.languages(part, self.labels)
    }

    fn place(&self) -> String {
        format!("{:?}", self.place)
    }
}

/// The best of those that can be used now; where none can, what is in the way.
fn settle<'s>(view: &View<'s>, candidates: &[Candidate<'s>]) -> Result<Candidate<'s>, Miss> {
    let is_locked = |part: Part<'s>| part.is(Node::READONLY);
    let can_be_used =
        |candidate: &Candidate<'s>| view.is_usable(candidate.part) && !is_locked(candidate.part);
    let usable: Vec<_> = candidates.iter().copied().filter(can_be_used).collect();
    if !usable.is_empty() {
        return best(&usable);
    }
    let part = best(candidates)?.part;
    Err(if is_locked(part) || view::is_greyed(part) { Miss::Greyed } else { Miss::Covered })
}

impl Control {
    /// Every part that something speaks for, and every part that has its words.
    fn candidates<'s>(&self, view: &View<'s>) -> (Vec<Candidate<'s>>, Vec<Part<'s>>) {
        let window = view
            .top_window()
            .filter(|_| matches!(self.at, Where::Top | Where::Window | Where::Titled(_)));
        let sheet = window.map_or_else(|| view.on_page(), |window| view.shown_in(window));
        let labels: Vec<Part<'s>> =
            sheet.filter(|part| view.reads_any(*part, self.labels)).collect();
        let here = |part: &Part<'s>| self.is_here(view, *part, window.is_some());
        let found = match self.at {
            Where::Section(headings) => sections::edit_beside(view, headings),
            Where::Titled(title) if !window.is_some_and(|window| titled(view, window, title)) => {
                Vec::new()
            }
            _ => closed(controls(labels.iter().copied().filter(here))),
        };
        let found = match self.better_in {
            // The words may also stand in a sentence that leads to a guide.
            Some(Piece::Toolbar) => {
                found.into_iter().filter(|part| !is_in_a_sentence(*part)).collect()
            }
            _ => found,
        };
        let candidate = |part| Candidate {
            label: labels.iter().copied().find(|label| pressable(*label) == Some(part)),
            placed: self.better_in.is_some_and(|piece| kit::inside(part, piece)),
            ..Candidate::of(part)
        };
        let found = found.into_iter().map(candidate).collect();
        (found, labels)
    }

    fn is_here<'s>(&self, view: &View<'s>, part: Part<'s>, in_window: bool) -> bool {
        let in_tree = kit::inside(part, Piece::Tree);
        match self.at {
            Where::Tree => in_tree && screen::is_in_admin(view),
            Where::TopBar => !in_tree && is_in_top_bar(part),
            Where::Window | Where::Titled(_) => in_window,
            Where::Top => in_window || !in_tree,
            Where::Page | Where::Section(_) => !in_tree,
        }
    }
}

/// A link with words round it.
fn is_in_a_sentence(part: Part<'_>) -> bool {
    part.tag == "a"
        && !kit::inside(part, Piece::Toolbar)
        && part.parent().is_some_and(|parent| !parent.is_control() && !parent.text.is_empty())
}

fn titled<'s>(view: &View<'s>, window: Part<'s>, title: Term) -> bool {
    view.shown_in(window)
        .any(|part| kit::inside(part, Piece::WindowTitle) && view.reads(part, title))
}

/// The bar above every page is not in a panel, a menu or a tab strip.
fn is_in_top_bar(part: Part<'_>) -> bool {
    let [_, top, ..] = part.rect;
    let low = top > TOP_BAR && !kit::inside(part, Piece::Navigation);
    !low && ![Piece::Section, Piece::TabStrip].iter().any(|piece| kit::inside(part, *piece))
}

/// The bar's height in CSS pixels, with room for a banner above it.
const TOP_BAR: i32 = 160;

fn found(candidate: &Candidate<'_>) -> Found {
    let part = candidate.part;
    Found {
        node: part.id,
        label: part.names().into_iter().next().unwrap_or_default(),
        by: candidate.by(),
        filled: part.is(Node::FILLED),
        checked: part.is(Node::CHECKED),
    }
}
