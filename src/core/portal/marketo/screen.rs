//! Which screen is shown: the window on top first, then the page below.

use super::checks;
use super::form::Form;
use super::kit::{self, Piece};
use super::place::Place;
use super::question;
use super::view::View;
use crate::Screen;
use crate::lexicon::MarketoTerm as Term;
use crate::portal::{Kind, Part};

/// The labels that name a screen, as title of a window or as the active tab.
const TITLES: &[(Term, Screen)] = &[
    (Term::EditCredentials, Screen::EditCredentials),
    (Term::Credentials, Screen::EditCredentials),
    (Term::EnterCredentials, Screen::EditCredentials),
    (Term::ValidateTab, Screen::ValidateForm),
    (Term::ReconfigureTab, Screen::Reconfigure),
];

/// The buttons that belong to one form only.
const BUTTONS: &[(Term, Screen)] = &[
    (Term::Save, Screen::EditCredentials),
    (Term::Next, Screen::ValidateForm),
    (Term::Switch, Screen::Reconfigure),
];

/// Ext's name of the component, part of the id that it makes: published for the Edit window.
const COMPONENTS: &[(&str, Screen)] = &[("crmEditCredentialsForm", Screen::EditCredentials)];

/// A screen and what lies on top of it.
pub(super) struct Shown<'s> {
    pub screen: Option<Screen>,
    /// The credentials form, where the screen is one.
    pub form: Option<Form<'s>>,
}

/// What is shown.
pub(super) fn of<'s>(view: &View<'s>) -> Shown<'s> {
    if view.place != Place::Elsewhere {
        // A box over a form hides the form's controls, not what it is.
        let over = view
            .top_window()
            .and_then(|window| in_window(view, window).or_else(|| confirm(view, window)));
        let over = over
            .or_else(|| view.windows().iter().rev().find_map(|window| in_window(view, *window)));
        if let Some(shown) = over.or_else(|| on_page(view)) {
            return shown;
        }
    }
    Shown { screen: is_admin(view).then_some(Screen::Admin), form: None }
}

fn in_window<'s>(view: &View<'s>, window: Part<'s>) -> Option<Shown<'s>> {
    let parts = || view.shown_in(window);
    let title = title(view, window);
    let here = view.place == Place::Dynamics || title.is_some() || component(window).is_some();
    if let Some(form) = Form::among(view, parts()).filter(|_| here) {
        let screen = one([title, component(window), button(view, parts())]);
        return screen.map(|screen| Shown { screen: Some(screen), form: Some(form) });
    }
    if !checks::among(view, parts()).is_empty() {
        let screen = if title == Some(Screen::Reconfigure) {
            Screen::Reconfigure
        } else {
            Screen::ValidateChecks
        };
        return Some(Shown { screen: Some(screen), form: None });
    }
    (title == Some(Screen::Reconfigure)).then_some(Shown { screen: title, form: None })
}

/// A box that asks whether to switch the sync.
fn confirm<'s>(view: &View<'s>, window: Part<'s>) -> Option<Shown<'s>> {
    let asks = view.place == Place::Dynamics
        && active_tab(view) != Some(Screen::Reconfigure)
        && question::is_about_sync(view, window);
    asks.then_some(Shown { screen: Some(Screen::ConfirmSync), form: None })
}

fn on_page<'s>(view: &View<'s>) -> Option<Shown<'s>> {
    let parts = || view.on_page();
    let shown = |screen| Some(Shown { screen: Some(screen), form: None });
    if parts().any(|part| view.reads(part, Term::EnterCredentials))
        && parts().any(|part| view.reads_any(part, &[Term::SelectFields, Term::StartStep]))
    {
        return shown(Screen::FirstConnect);
    }
    if view.place != Place::Dynamics {
        return None;
    }
    let tab = active_tab(view);
    if let Some(form) = Form::among(view, parts()) {
        let screen = one([tab, button(view, parts())])?;
        return Some(Shown { screen: Some(screen), form: Some(form) });
    }
    if !checks::among(view, parts()).is_empty() {
        return shown(if tab == Some(Screen::Reconfigure) {
            Screen::Reconfigure
        } else {
            Screen::ValidateChecks
        });
    }
    if tab == Some(Screen::Reconfigure) {
        return shown(Screen::Reconfigure);
    }
    has_dynamics_canvas(view).then(|| shown(Screen::Dynamics)).flatten()
}

/// Not the address and the tree alone: something of the page itself is there.
fn has_dynamics_canvas(view: &View<'_>) -> bool {
    view.on_page().filter(|part| !kit::inside(*part, Piece::Tree)).any(|part| {
        let control = part.kind().is_control() || kit::inside(part, Piece::Button);
        (control && view.reads_any(part, &[Term::DisableSync, Term::EnableSync]))
            || (kit::is(part, Piece::ActiveTab)
                && view.named(
                    part,
                    &[
                        Term::MicrosoftDynamics,
                        Term::ValidateTab,
                        Term::SyncStatus,
                        Term::SyncErrors,
                    ],
                ))
            || view.reads_any(part, &[Term::Credentials, Term::FieldSyncDetails])
    })
}

/// The one screen that all of the evidence names; `None` where it names none, or two.
fn one(evidence: impl IntoIterator<Item = Option<Screen>>) -> Option<Screen> {
    let mut named = evidence.into_iter().flatten();
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

fn title<'s>(view: &View<'s>, window: Part<'s>) -> Option<Screen> {
    let heads = view
        .shown_in(window)
        .filter(|part| kit::inside(*part, Piece::WindowTitle) || part.kind() == Kind::Heading);
    one(std::iter::once(window).chain(heads).map(|part| {
        TITLES.iter().find(|(term, _)| view.reads(part, *term)).map(|(_, screen)| *screen)
    }))
}

fn component(window: Part<'_>) -> Option<Screen> {
    let id = window.attribute("id")?;
    COMPONENTS.iter().find(|(name, _)| id.starts_with(name)).map(|(_, screen)| *screen)
}

fn button<'s>(view: &View<'s>, parts: impl Iterator<Item = Part<'s>>) -> Option<Screen> {
    let pressable =
        parts.filter(|part| part.kind() == Kind::Button || kit::inside(*part, Piece::Button));
    one(pressable.map(|part| {
        BUTTONS.iter().find(|(term, _)| view.reads(part, *term)).map(|(_, screen)| *screen)
    }))
}

fn active_tab(view: &View<'_>) -> Option<Screen> {
    one(view.on_page().filter(|part| kit::is(*part, Piece::ActiveTab)).map(|tab| {
        TITLES.iter().find(|(term, _)| view.named(tab, &[*term])).map(|(_, screen)| *screen)
    }))
}

/// Admin's tree, known by names that stand nowhere else.
fn is_admin(view: &View<'_>) -> bool {
    let names = view.on_page().filter(|part| kit::inside(*part, Piece::Tree));
    let telling = |part: &Part<'_>| {
        view.reads_any(*part, &[Term::MicrosoftDynamics, Term::Crm, Term::AdminOnly])
            || part.attribute("ext:tree-node-id").is_some_and(|id| id.ends_with("0A1"))
    };
    names.filter(telling).take(2).count() >= 2
}
