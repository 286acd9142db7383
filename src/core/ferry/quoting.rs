//! Labels as a text quotes them: as they stand on the screen.

use crate::{Site, Target, lexicon};

/// A label without the star of a field that must be filled and the colon before it.
pub(super) fn bare(label: &str) -> &str {
    label.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '*' | ':'))
}

/// The label to look for, in the portal's language as far as it is known.
pub(super) fn expected(site: Site, target: Target, language: Option<&str>) -> String {
    language
        .and_then(|language| lexicon::label(site, target, language))
        .or_else(|| lexicon::label(site, target, "en"))
        .unwrap_or_default()
        .to_owned()
}
