//! Marketo's admin pages.

use crate::{Page, Sighting, Site};

/// Recognises a page of Marketo.
pub(super) fn recognise(_page: &Page) -> Sighting {
    Sighting { site: Some(Site::Marketo), ..Sighting::default() }
}
