//! From what a frame shows to what it is: the site by its address, the rest by the portal's own evidence.

mod azure;
pub(crate) mod grid;
mod kind;
mod marketo;
#[cfg(test)]
pub(crate) mod paint;
mod scene;

pub use kind::Kind;
pub use scene::{Part, Parts, Scene};

use crate::address::{self, Portal};
use crate::{Page, Sighting, Site};

/// Recognises a page. `own_origin` is the extension's own (`chrome-extension://…`), where the practice portals live.
#[must_use]
pub fn recognise(page: &Page, own_origin: &str) -> Sighting {
    match address::portal_of(page, own_origin) {
        Some(Portal { site: Site::Azure, .. }) => azure::recognise(page),
        Some(Portal { site: Site::Marketo, .. }) => marketo::recognise(page),
        None => Sighting::default(),
    }
}
