//! Which screen it is: the table of [`screens`](super::screens) against the address and what stands on the surface.

use super::route::Route;
use super::screens::{At, Clue, Layer, SCREENS, Sign, TITLES};
use super::surface::Surface;
use super::view::{View, widget};
use super::weigh::is_strange;
use crate::lexicon::{AzureTerm as Term, azure as book};
use crate::portal::{Kind, Notes, Part};
use crate::{Screen, Unseen};

/// The screen that a surface shows.
pub fn screen<'s, N: Notes>(
    view: &View<'s>,
    route: &Route,
    surface: Surface<'s>,
    notes: &mut N,
) -> Result<Screen, Unseen> {
    let mut shown = Err(Unseen::Address);
    notes.page(|| match surface.root {
        Some(root) => format!("on top: a pane, {:?}", root.names().first()),
        None => "on top: the page itself".to_owned(),
    });
    for sign in SCREENS.iter().filter(|sign| sign.at.iter().any(|at| at.is(route))) {
        if !sign.layer.is(view, surface) {
            if shown == Err(Unseen::Address) && surface.root.is_some() {
                shown = Err(Unseen::Pane);
            }
            continue;
        }
        let here = holds(view, surface, sign, notes);
        notes.screen(sign.screen, here.is_ok());
        if shown.is_err() {
            shown = here;
        }
        if !N::ALL && shown.is_ok() {
            break;
        }
    }
    shown
}

fn holds<'s, N: Notes>(
    view: &View<'s>,
    surface: Surface<'s>,
    sign: &Sign,
    notes: &mut N,
) -> Result<Screen, Unseen> {
    let mut any = |clues: &[Clue], counts_for: bool| {
        let mut any = false;
        for clue in clues {
            let found = clue.find(view, surface);
            notes.clue(sign.screen, counts_for, found, || clue.describe());
            any |= found.is_some();
            if !N::ALL && any {
                break;
            }
        }
        any
    };
    match (any(sign.by, true), any(sign.but, false)) {
        (false, _) => Err(Unseen::Unsure),
        (true, true) => Err(Unseen::Title),
        (true, false) => Ok(sign.screen),
    }
}

impl Layer {
    fn is(self, view: &View<'_>, surface: Surface<'_>) -> bool {
        match self {
            Self::Pane => surface.root.is_some(),
            Self::Frame => surface.root.is_none() && view.scene.page().top_url.is_some(),
            Self::Page => surface.root.is_none(),
        }
    }
}

impl At {
    fn is(self, route: &Route) -> bool {
        match (self, route) {
            (Self::AppList, Route::AppList)
            | (Self::RegisterApp, Route::RegisterApp)
            | (Self::Other, Route::Other) => true,
            (Self::App(wanted), Route::App { page, .. }) => wanted == *page,
            _ => false,
        }
    }
}

impl Clue {
    /// The words or the mark on the page that this clue is about; `None` where there are none.
    fn find<'s>(&self, view: &View<'s>, surface: Surface<'s>) -> Option<&'s str> {
        let words = |part: Part<'s>| part.node().text.as_str();
        match *self {
            Self::Title(term) => titles(view, surface)
                .find(|part| view.says(*part, term) || book().is(title_parts(&part.text).1, term))
                .map(words),
            Self::Says(term) => surface.parts(view).find(|part| view.says(*part, term)).map(words),
            Self::Has(kind) => surface.parts(view).find(|part| widget(*part) == kind).map(words),
            Self::Mark(start) => surface
                .parts(view)
                .find_map(|part| part.node().marks.iter().find(|mark| mark.starts_with(start)))
                .map(String::as_str),
            Self::FrameName(part) => {
                let name = view.scene.page().frame_name.as_str();
                let lower = name.to_ascii_lowercase();
                (lower.ends_with(".reactview") && lower.contains(part)).then_some(name)
            }
            Self::Form(_, has) => has(view, surface).then_some(""),
            Self::Unread => is_strange(view).then_some(""),
            Self::TitleOfAnother(own) => {
                let named = |term: Term| {
                    headings(view, surface).map(words).find(|text| {
                        matches!(title_parts(text), (Some(_), last) if book().is(last, term))
                    })
                };
                let other = TITLES.iter().find_map(|term| named(*term).filter(|_| *term != own));
                other.filter(|_| named(own).is_none())
            }
            Self::TitleWithout(term, own) => Self::Title(term)
                .find(view, surface)
                .filter(|_| Self::Title(own).find(view, surface).is_none()),
            Self::All(clues) => clues.iter().try_fold("", |_, clue| clue.find(view, surface)),
        }
    }

    /// In words, for whoever asks why.
    fn describe(&self) -> String {
        match self {
            Self::Title(term) => format!("heading {term:?}"),
            Self::Says(term) => format!("label {term:?}"),
            Self::Has(kind) => format!("has a {kind:?}"),
            Self::Mark(start) => format!("attribute {start}"),
            Self::FrameName(part) => format!("frame name with {part}"),
            Self::Form(what, _) => format!("form: {what}"),
            Self::Unread => "no label in a known language".to_owned(),
            Self::TitleOfAnother(own) => format!("heading of another page than {own:?}"),
            Self::TitleWithout(term, own) => format!("heading {term:?} without {own:?}"),
            Self::All(clues) => {
                clues.iter().map(Self::describe).collect::<Vec<_>>().join(", with ")
            }
        }
    }
}

/// The headings of a surface, and the name that a dialog gives itself.
pub fn headings<'s>(view: &View<'s>, surface: Surface<'s>) -> impl Iterator<Item = Part<'s>> {
    surface.parts(view).filter(move |part| is_heading(*part) || surface.root == Some(*part))
}

/// The headings that may be the title: of a pane, its own name and the first heading in it; the others are about what it says.
fn titles<'s>(view: &View<'s>, surface: Surface<'s>) -> impl Iterator<Item = Part<'s>> {
    let mut first = None;
    headings(view, surface).filter(move |part| {
        if surface.root.is_none() || surface.root == Some(*part) {
            return true;
        }
        let worded = !part.text.is_empty() || !part.label.is_empty();
        worded && *first.get_or_insert(*part) == *part
    })
}

fn is_heading(part: Part<'_>) -> bool {
    const MARKS: &[&str] = &[
        "fxs-blade-title-titleText",
        "id=fxsContextPaneTitle",
        "ms-Panel-headerText",
        "ms-Dialog-title",
        "fui-DialogTitle",
        "fui-DrawerHeaderTitle",
        "fxs-messagebox-title",
    ];
    part.kind() == Kind::Heading || MARKS.iter().any(|mark| part.has_mark(mark))
}

/// `App name | Page`: the last part, where there is one.
pub fn title_parts(title: &str) -> (Option<&str>, &str) {
    title.rsplit_once(" | ").map_or((None, title), |(name, page)| (Some(name.trim()), page.trim()))
}

/// Whether a pane keeps the page below from being used.
pub fn blocks(pane: Part<'_>) -> bool {
    const MARKS: &[&str] = &[
        "aria-modal=true",
        "fxs-contextpane-visible",
        "fxs-messagebox",
        "fxs-blade-dialog",
        "ms-Panel",
        "ms-Dialog-main",
        "fui-DialogSurface",
        "fui-OverlayDrawer",
    ];
    pane.and_below().take(3).any(|part| MARKS.iter().any(|mark| part.has_mark(mark)))
        || pane.tag == "dialog"
}
