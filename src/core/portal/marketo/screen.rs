//! Which screen is shown: the window on top first, then the page below. What counts for and against each screen
//! stands in two tables.

use super::checks;
use super::form::Form;
use super::kit::{self, Piece};
use super::place::Place;
use super::question;
use super::view::{self, View};
use crate::lexicon::MarketoTerm as Term;
use crate::portal::{Kind, Notes, Part};
use crate::{Screen, Unseen};

/// What a form's screen is named by. One voice for it is enough, one for another form is enough against it.
struct Names {
    screen: Screen,
    /// The window's title, or the active tab.
    title: &'static [Term],
    /// Ext's name of the component, part of the id that it makes: published for the Edit window.
    component: &'static [&'static str],
    /// A button that no other form has.
    button: &'static [Term],
}

#[rustfmt::skip]
const NAMES: &[Names] = &[
    Names { screen: Screen::EditCredentials, title: &[Term::EditCredentials, Term::Credentials, Term::EnterCredentials], component: &["crmEditCredentialsForm"], button: &[Term::Save] },
    Names { screen: Screen::ValidateForm,    title: &[Term::ValidateTab],                                                component: &[],                         button: &[Term::Next] },
    Names { screen: Screen::Reconfigure,     title: &[Term::ReconfigureTab],                                             component: &[],                         button: &[Term::Switch] },
];

/// Where a screen may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layer {
    /// In a window.
    Window,
    /// In a window that lies over everything.
    Top,
    /// On the page Microsoft Dynamics.
    Dynamics,
    /// On any page that is not known to be another.
    Page,
}

/// Something to be seen there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clue {
    /// The form that asks for the credentials, on the page Microsoft Dynamics or in a window that has a name.
    Form,
    /// No form that asks for the credentials.
    NoForm,
    /// The voices of [`NAMES`] that there are all name the screen.
    Named,
    /// The title or the active tab names the screen.
    Titled,
    /// The page Microsoft Dynamics lies below, or the one before the first sync, and not the tab that reconfigures.
    OverDynamics,
    /// Several of the seven checks.
    Checks,
    /// A question whether to switch the sync.
    Question,
    /// One of these labels.
    Says(&'static [Term]),
    /// Something of the page Microsoft Dynamics itself, not its address and the tree alone, and no field of the pair.
    Canvas,
}

/// What a screen is known by: all of it.
type Sign = (Screen, &'static [Layer], &'static [Clue]);

/// The table; in the window or page on top, the first row that fits is the screen.
#[rustfmt::skip]
const SCREENS: &[Sign] = &[
    (Screen::FirstConnect,    &[Layer::Page],                    &[Clue::Says(&[Term::EnterCredentials]), Clue::Says(&[Term::SelectFields, Term::StartStep])]),
    (Screen::EditCredentials, &[Layer::Window, Layer::Dynamics], &[Clue::Form, Clue::Named]),
    (Screen::ValidateForm,    &[Layer::Window, Layer::Dynamics], &[Clue::Form, Clue::Named]),
    (Screen::Reconfigure,     &[Layer::Window, Layer::Dynamics], &[Clue::Form, Clue::Named]),
    (Screen::Reconfigure,     &[Layer::Window, Layer::Dynamics], &[Clue::NoForm, Clue::Titled]),
    (Screen::ValidateChecks,  &[Layer::Window, Layer::Dynamics], &[Clue::NoForm, Clue::Checks]),
    (Screen::ConfirmSync,     &[Layer::Top],                     &[Clue::OverDynamics, Clue::Question]),
    (Screen::Dynamics,        &[Layer::Dynamics],                &[Clue::NoForm, Clue::Canvas]),
];

/// A screen and what lies on top of it.
pub(super) struct Shown<'s> {
    pub screen: Result<Screen, Unseen>,
    /// The credentials form, where the screen is one.
    pub form: Option<Form<'s>>,
}

/// What is shown.
pub(super) fn of<'s, N: Notes>(view: &View<'s>, notes: &mut N) -> Shown<'s> {
    let mut shown = Shown { screen: Err(Unseen::Address), form: None };
    notes.page(|| view.describe());
    let top = view.top_window();
    let hidden = top.is_some_and(|window| asks(view, window));
    if view.place != Place::Elsewhere {
        shown.screen = Err(Unseen::Unsure);
        // A box without a button only says to wait: it hides the controls below, not what they are.
        let below = view.windows().iter().rev().map(|window| Some(*window)).chain([None]);
        let below = below.take_while(|_| !hidden).map(|window| (window, false));
        let top = top.map(|window| (Some(window), true));
        for (window, is_top) in top.into_iter().chain(below) {
            let sheet = Sheet::of(view, window, is_top);
            notes.page(|| sheet.describe());
            for sign in SCREENS.iter().filter(|(_, layers, _)| sheet.is_one_of(layers)) {
                let here = sheet.shows(sign, notes);
                notes.screen(sign.0, here);
                if here && shown.screen.is_err() {
                    shown.screen = Ok(sign.0);
                    shown.form = sheet.form.clone().filter(|_| sign.2.contains(&Clue::Form));
                }
                if !N::ALL && shown.screen.is_ok() {
                    return shown;
                }
            }
        }
    }
    if shown.screen.is_err() && hidden {
        shown.screen = Err(Unseen::Pane);
    } else if shown.screen.is_err() && is_elsewhere(view) && is_admin(view) {
        notes.screen(Screen::Admin, true);
        shown.screen = Ok(Screen::Admin);
    }
    shown
}

/// Whether a window has anything to press or to fill in: then it is what lies on top, whatever is below.
fn asks<'s>(view: &View<'s>, window: Part<'s>) -> bool {
    view.shown_in(window).any(|part| part.kind().is_control() || kit::is(part, Piece::Button))
}

/// A window or the page, with what stands on it.
struct Sheet<'v, 's> {
    view: &'v View<'s>,
    window: Option<Part<'s>>,
    is_top: bool,
    parts: view::Shown<'v, 's>,
    /// The form that asks for the credentials.
    form: Option<Form<'s>>,
    /// What [`NAMES`] says of the title or active tab, of the component and of the buttons.
    voices: [Option<Screen>; 3],
}

impl<'v, 's> Sheet<'v, 's> {
    fn of(view: &'v View<'s>, window: Option<Part<'s>>, is_top: bool) -> Self {
        let parts = window.map_or_else(|| view.on_page(), |window| view.shown_in(window));
        let title = window.map_or_else(|| active_tab(view), |window| title(view, window));
        let component = window.and_then(component);
        let named = window.is_some() && (title.is_some() || component.is_some());
        let form =
            Form::among(view, parts.clone()).filter(|_| named || view.place == Place::Dynamics);
        let button = if form.is_some() { button(view, parts.clone()) } else { None };
        Self { view, window, is_top, parts, form, voices: [title, component, button] }
    }

    /// In words, for whoever asks why.
    fn describe(&self) -> String {
        let [title, component, button] = self.voices;
        let sheet = if self.window.is_some() { "a window" } else { "the page" };
        format!("{sheet}: title or tab {title:?}, component {component:?}, button {button:?}")
    }

    fn is_one_of(&self, layers: &[Layer]) -> bool {
        layers.iter().any(|layer| match layer {
            Layer::Window => self.window.is_some(),
            Layer::Top => self.window.is_some() && self.is_top,
            Layer::Dynamics => self.window.is_none() && self.view.place == Place::Dynamics,
            Layer::Page => self.window.is_none(),
        })
    }

    fn shows<N: Notes>(&self, (screen, _, clues): &Sign, notes: &mut N) -> bool {
        let mut all = true;
        for clue in *clues {
            let holds = self.holds(*clue, *screen);
            let (found, counts_for) = (holds || self.contradicts(*clue), holds);
            notes.clue(*screen, counts_for || !found, found.then_some(""), || clue.describe(holds));
            all &= holds;
            if !N::ALL && !all {
                break;
            }
        }
        all
    }

    /// Whether there is something where a clue asks for nothing, or another's name.
    fn contradicts(&self, clue: Clue) -> bool {
        match clue {
            Clue::NoForm => true,
            Clue::Named => self.voices.iter().any(Option::is_some),
            Clue::Titled => self.voices.first().is_some_and(Option::is_some),
            _ => false,
        }
    }

    fn holds(&self, clue: Clue, screen: Screen) -> bool {
        let Self { view, .. } = self;
        let mut parts = self.parts.clone();
        match clue {
            Clue::Form => self.form.is_some(),
            Clue::NoForm => self.form.is_none(),
            Clue::Named => one(self.voices) == Some(screen),
            Clue::Titled => self.voices.first() == Some(&Some(screen)),
            Clue::Checks => !checks::among(view, parts).is_empty(),
            Clue::OverDynamics => {
                let says = |terms| view.on_page().any(|part| view.reads_any(part, terms));
                let is_first =
                    says(&[Term::EnterCredentials]) && says(&[Term::SelectFields, Term::StartStep]);
                (view.place == Place::Dynamics || is_first)
                    && active_tab(view) != Some(Screen::Reconfigure)
            }
            Clue::Question => {
                self.window.is_some_and(|window| question::is_about_sync(view, window))
            }
            Clue::Says(terms) => parts.any(|part| view.reads_any(part, terms)),
            Clue::Canvas => has_dynamics_canvas(view) && !Form::is_hinted(view, parts),
        }
    }
}

impl Clue {
    /// In words, for whoever asks why.
    fn describe(self, holds: bool) -> String {
        let words = match self {
            Self::Form => "the form that asks for the credentials",
            Self::NoForm if holds => "no form that asks for the credentials",
            Self::NoForm => "a form that asks for the credentials",
            Self::Named if holds => "title, component and button name it",
            Self::Named => "title, component or button name another, or none names it",
            Self::Titled if holds => "the title or the active tab names it",
            Self::Titled => "the title or the active tab names another, or none",
            Self::OverDynamics => {
                "the page Microsoft Dynamics below, not its tab that reconfigures"
            }
            Self::Checks => "several of the seven checks",
            Self::Question => "a question whether to switch the sync",
            Self::Says(terms) => return format!("one of the labels {terms:?}"),
            Self::Canvas => {
                "something of the page Microsoft Dynamics itself, and no field of the pair"
            }
        };
        words.to_owned()
    }
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

/// The screen of the first of the [`NAMES`] that is meant.
fn named(is_meant: impl Fn(&Names) -> bool) -> Option<Screen> {
    NAMES.iter().find(|names| is_meant(names)).map(|names| names.screen)
}

fn title<'s>(view: &View<'s>, window: Part<'s>) -> Option<Screen> {
    let heads = view
        .shown_in(window)
        .filter(|part| kit::inside(*part, Piece::WindowTitle) || part.kind() == Kind::Heading);
    one(std::iter::once(window)
        .chain(heads)
        .map(|part| named(|names| view.reads_any(part, names.title))))
}

fn component(window: Part<'_>) -> Option<Screen> {
    let id = window.attribute("id")?;
    named(|names| names.component.iter().any(|name| id.starts_with(name)))
}

fn button<'s>(view: &View<'s>, parts: view::Shown<'_, 's>) -> Option<Screen> {
    let pressable =
        parts.filter(|part| part.kind() == Kind::Button || kit::inside(*part, Piece::Button));
    one(pressable.map(|part| named(|names| view.reads_any(part, names.button))))
}

fn active_tab(view: &View<'_>) -> Option<Screen> {
    let active = view.on_page().filter(|part| kit::is(*part, Piece::ActiveTab));
    one(active.map(|tab| named(|names| view.named(tab, names.title))))
}

/// Whether another page than Dynamics may be open, or the one before the first sync: its own words are not read, or not there yet.
fn is_elsewhere(view: &View<'_>) -> bool {
    match view.place {
        Place::Dynamics => false,
        Place::Elsewhere => true,
        Place::Unknown => !view.is_on_crm(),
    }
}

/// Whether the tree is Admin's: in marketing's trees stand names that people gave.
pub(super) fn is_in_admin(view: &View<'_>) -> bool {
    view.place == Place::Dynamics || view.is_on_crm() || is_admin(view)
}

/// Admin's tree, known by names that stand nowhere else.
fn is_admin(view: &View<'_>) -> bool {
    if view.is_marketing() {
        return false;
    }
    let names = view.on_page().filter(|part| kit::inside(*part, Piece::Tree));
    let telling = |part: &Part<'_>| {
        view.reads_any(*part, &[Term::MicrosoftDynamics, Term::Crm, Term::AdminOnly])
            || part.attribute("ext:tree-node-id").is_some_and(|id| id.ends_with("0A1"))
    };
    names.filter(telling).take(2).count() >= 2
}
