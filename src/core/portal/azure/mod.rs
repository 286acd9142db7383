//! The Azure portal and the Entra admin center.

mod date;
mod essentials;
mod facts;
mod permissions;
mod route;
mod screen;
mod secrets;
mod shape;
mod signs;
mod special;
mod surface;
mod view;
mod weigh;

use crate::lexicon::AzureTerm as Term;
use crate::portal::{Part, Scene};
use crate::{Found, Node, Page, Sighting, Site, Target};
use route::Route;
use surface::Surface;
use view::View;

/// Recognises a page of the Azure portal or of the Entra admin center.
pub(super) fn recognise(page: &Page) -> Sighting {
    let top_url = page.top_url.as_deref().unwrap_or(&page.url);
    let route = Route::of(top_url);
    if route == Route::Elsewhere {
        return Sighting::default();
    }
    let mut sighting = Sighting { site: Some(Site::Azure), ..Sighting::default() };
    let [width, height] = page.size;
    if width <= 0 || height <= 0 {
        return sighting;
    }
    let scene = Scene::of(page);
    let view = View::of(&scene);
    let mut surface = surface::topmost(&view);
    let mut shown = screen::screen(&view, &route, surface);
    if shown.is_none() && surface.root.is_some_and(|root| !screen::blocks(root)) {
        surface = Surface { root: None };
        shown = screen::screen(&view, &route, surface);
    }
    let Some(screen) = shown else { return sighting };
    sighting.screen = Some(screen);
    sighting.language = view.language().map(Into::into);
    sighting.facts = facts::facts(&view, &route, surface, screen, top_url);
    let controls = weigh::controls(&view, surface, screen)
        .into_iter()
        .map(|(target, candidate)| (target, candidate.part));
    for (target, part) in controls.chain(special::controls(&view, surface, screen, &sighting.facts))
    {
        if part.is_usable() {
            let names = part.names();
            let label = names
                .into_iter()
                .find(|name| !crate::lexicon::azure().read(name).is_empty())
                .unwrap_or_default();
            let found = Found {
                node: part.id,
                label,
                filled: part.is(Node::FILLED) || chosen(target, &part),
                checked: part.is(Node::CHECKED) || part.has_mark("is-checked"),
            };
            sighting.targets.insert(target, found);
        } else if part.is(Node::DISABLED) && !part.is(Node::COVERED) {
            sighting.greyed.insert(target);
        }
    }
    sighting
}

/// Whether a drop-down shows a choice: it has no value that *sight* could tell from its invitation to choose.
fn chosen(target: Target, list: &Part<'_>) -> bool {
    match target {
        Target::RedirectPlatform => crate::lexicon::azure().is(&list.text, Term::Platform),
        // This one begins with the portal's recommendation.
        Target::SecretExpires => !list.text.is_empty(),
        _ => false,
    }
}
