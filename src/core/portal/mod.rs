//! From what a frame shows to what it is: the site by its address, the rest by the portal's own evidence.

mod azure;
mod evidence;
pub(crate) mod grid;
mod kind;
mod marketo;
mod notes;
#[cfg(test)]
pub(crate) mod paint;
mod scene;
mod why;

pub(crate) use evidence::{Candidate, alone, best};
pub use kind::Kind;
pub(crate) use notes::{Notes, Words};
pub use scene::{Part, Parts, Scene};
pub use why::{CandidateWhy, ScreenWhy, TargetWhy, Why, explain};

use crate::address::{self, Portal};
use crate::{Page, Sighting, Site};

/// Recognises a page. `own_origin` is the extension's own (`chrome-extension://…`), where the practice portals live.
#[must_use]
pub fn recognise(page: &Page, own_origin: &str) -> Sighting {
    noted(page, own_origin, &mut ())
}

fn noted<N: Notes>(page: &Page, own_origin: &str, notes: &mut N) -> Sighting {
    match address::portal_of(page, own_origin) {
        Some(Portal { site: Site::Azure, .. }) => azure::recognise(page, notes),
        Some(Portal { site: Site::Marketo, .. }) => marketo::recognise(page, notes),
        None => Sighting::default(),
    }
}
