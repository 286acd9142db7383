//! The Azure portal and the Entra admin center.

use crate::{Page, Sighting, Site};

/// Recognises a page of the Azure portal or of the Entra admin center.
pub(super) fn recognise(_page: &Page) -> Sighting {
    Sighting { site: Some(Site::Azure), ..Sighting::default() }
}
