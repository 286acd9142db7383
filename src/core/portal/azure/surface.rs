//! What lies on top: the page itself, a pane, or a dialog.

use super::view::{View, widget};
use crate::lexicon::AzureTerm as Term;
use crate::portal::{Kind, Part, Parts};

/// A pane or a dialog; the page itself where there is none.
#[derive(Clone, Copy)]
pub struct Surface<'s> {
    /// The element that holds it; `None`: the page.
    pub root: Option<Part<'s>>,
}

/// Marks of the kits' panes and dialogs, for those without a role.
const PANES: &[&str] = &[
    "fxs-contextpane-visible",
    "fxs-contextpane-content",
    "fxs-messagebox",
    "fxs-blade-dialog",
    "ms-Panel",
    "ms-Dialog-main",
    "fui-DialogSurface",
    "fui-OverlayDrawer",
    "fui-Drawer",
    "fui-InlineDrawer",
];

/// Marks of what floats over the page and is no pane: menus, hints, messages.
const FLOATING: &[&str] = &[
    "ms-Callout",
    "ms-TeachingBubble",
    "fui-PopoverSurface",
    "fui-TeachingPopoverSurface",
    "fui-MenuPopover",
    "fxs-toast-item",
    "fxc-dropdown-popup",
    "fxs-dropmenu",
    "fui-Toast",
];

/// What lies on top of the page.
pub fn topmost<'s>(view: &View<'s>) -> Surface<'s> {
    let is_pane = |part: Part<'s>| is_pane(part) || is_named_pane(view, part);
    let root = view.scene.parts().rev().find(|part| is_pane(*part));
    // A dialog's frame and its inner part are one: take the outermost of those that hold the last.
    let root = root.map(|root| root.above().filter(|part| is_pane(*part)).last().unwrap_or(root));
    Surface { root }
}

fn is_pane(part: Part<'_>) -> bool {
    let floats = |part: Part<'_>| FLOATING.iter().any(|mark| part.has_mark(mark));
    (part.kind() == Kind::Dialog || PANES.iter().any(|mark| part.has_mark(mark)))
        && !floats(part)
        && !part.above().any(floats)
        && part.below().any(|part| widget(part).is_control())
}

/// A part beside the page that no kit marks: it says that it is one of the panes, and asks for something.
fn is_named_pane<'s>(view: &View<'s>, part: Part<'s>) -> bool {
    const TITLES: &[Term] = &[Term::AddClientSecret, Term::RequestPermissions];
    let is_title = |part: Part<'s>| {
        part.kind() == Kind::Heading && TITLES.iter().any(|term| view.says(part, *term))
    };
    (part.tag == "aside" || part.role == "complementary")
        && part.below().any(is_title)
        && part
            .below()
            .any(|part| matches!(widget(part), Kind::Field | Kind::Radio | Kind::Checkbox))
}

impl<'s> Surface<'s> {
    /// Whether a part stands on this surface. What floats over everything belongs to none.
    pub fn holds(self, part: Part<'s>) -> bool {
        self.root.is_none_or(|root| part.is_in(root))
    }

    /// The parts on this surface.
    pub fn parts(self, view: &View<'s>) -> Parts<'s> {
        self.root.map_or_else(|| view.scene.parts(), Part::and_below)
    }
}
