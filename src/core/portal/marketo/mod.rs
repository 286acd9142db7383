//! Marketo's admin pages.
//!
//! Which page is open: [`place`]. What lies over it: [`view`]. Which screen that makes: [`screen`].
//! What counts for each control: the table in [`controls`]. The widget kits' classes: the table in [`kit`].

mod checks;
mod controls;
mod facts;
mod form;
mod kit;
mod outcome;
mod place;
mod press;
mod question;
mod screen;
mod sections;
mod verdict;
mod view;

use crate::portal::{Notes, Scene};
use crate::{Facts, Page, Screen, Sighting, Site};
use view::View;

/// Recognises a page of Marketo.
pub(super) fn recognise<N: Notes>(page: &Page, notes: &mut N) -> Sighting {
    if !place::is_app(&page.url) {
        return Sighting::default();
    }
    if place::is_adobe_shell(&page.url) {
        return Sighting { site: Some(Site::Marketo), ..Sighting::default() };
    }
    let scene = Scene::of(page);
    let view = View::of(&scene);
    let shown = screen::of(&view, notes);
    let screen = shown.screen.ok();
    let mut sighting = Sighting {
        site: Some(Site::Marketo),
        screen,
        unseen: shown.screen.err(),
        language: view.language().map(Into::into),
        facts: screen
            .filter(|screen| *screen != Screen::Admin)
            .map_or_else(Facts::default, |screen| facts::of(&view, screen, shown.form.as_ref())),
        ..Sighting::default()
    };
    controls::find(&view, shown.form.as_ref(), &mut sighting, notes);
    sighting
}
