//! Which of Marketo's pages is open: the address, the active tab and the chosen tree node each have a say.

use crate::Page;

/// What a piece of evidence says, and what all of it says together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Admin > Microsoft Dynamics (or CRM > Microsoft).
    Dynamics,
    /// Another page.
    Elsewhere,
    /// It does not say.
    Unknown,
}

impl Place {
    /// One voice for another page is enough against it; without a voice for it nothing is known.
    pub(super) fn together(votes: impl IntoIterator<Item = Self>) -> Self {
        votes.into_iter().fold(Self::Unknown, |so_far, vote| match (so_far, vote) {
            (Self::Elsewhere, _) | (_, Self::Elsewhere) => Self::Elsewhere,
            (Self::Dynamics, _) | (_, Self::Dynamics) => Self::Dynamics,
            (Self::Unknown, Self::Unknown) => Self::Unknown,
        })
    }
}

/// The code of Admin > Microsoft Dynamics.
const DYNAMICS: &str = "DY";

/// Codes of Admin's other pages, as published: Salesforce, Email, Web Services, Sky, custom field sync.
const OTHERS: &[&str] = &["SF", "EA", "MW", "HG", "CFS"];

/// Codes of pages outside Admin, as published: My Marketo and marketing's.
const MARKETING: &[&str] = &["MM", "MA", "ML", "AR", "CAL", "SC", "ME", "MF", "EBP", "SL"];

/// Whether an address, the frame's own or the top frame's, leads to a page outside Admin.
pub(super) fn is_marketing(page: &Page) -> bool {
    let codes = [Some(page.url.as_str()), page.top_url.as_deref()].into_iter().flatten();
    codes.filter_map(code_in).any(|code| MARKETING.contains(&code.as_str()))
}

/// What the addresses say: the frame's own and the top frame's.
pub(super) fn by_address(page: &Page) -> Place {
    let own = by_fragment(&page.url);
    let top = page.top_url.as_deref().map_or(Place::Unknown, by_fragment);
    match (own, top) {
        (Place::Unknown, vote) | (vote, Place::Unknown) => vote,
        (own, top) if own == top => own,
        _ => Place::Unknown,
    }
}

fn by_fragment(url: &str) -> Place {
    match code_in(url) {
        Some(code) if code == DYNAMICS => Place::Dynamics,
        Some(code) if OTHERS.iter().chain(MARKETING).any(|other| *other == code) => {
            Place::Elsewhere
        }
        _ => Place::Unknown,
    }
}

fn code_in(url: &str) -> Option<String> {
    url.split_once('#')?.1.split(['/', '?', '&']).rev().find_map(code)
}

/// The letters of a token such as `DY0A1` or `MM0A1!`.
fn code(token: &str) -> Option<String> {
    let letters = token.find(|c: char| !c.is_ascii_alphabetic())?;
    let (code, rest) = token.split_at_checked(letters)?;
    let number = rest.find(|c: char| !c.is_ascii_digit()).filter(|digits| *digits > 0)?;
    let zone = rest.get(number..)?.to_ascii_uppercase();
    ((2..=3).contains(&code.len()) && (zone.starts_with("A1") || zone.starts_with("B2")))
        .then(|| code.to_ascii_uppercase())
}

/// Whether an address on one of Marketo's hosts can be the application: not its landing pages, forms or sign-in.
pub(super) fn is_app(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = rest
        .split(['?', '#'])
        .next()
        .and_then(|rest| rest.split_once('/'))
        .map_or("", |(_, path)| path);
    let first = path.split('/').next().unwrap_or_default().to_ascii_lowercase();
    !NOT_THE_APP.contains(&first.as_str()) && !path.to_ascii_lowercase().contains("login")
}

/// Whether it is the document of Adobe's shell, which holds Marketo in a frame and has nothing of its own to point at.
pub(super) fn is_adobe_shell(url: &str) -> bool {
    url.starts_with("https://experience.adobe.com/")
}

/// First parts of paths that Marketo's hosts serve to a subscriber's visitors.
const NOT_THE_APP: &[&str] =
    &["lp", "rs", "js", "css", "images", "index.php", "form", "trk", "unsubscribe"];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, top_url: Option<&str>, expected: Place) {
        let page = Page { url: url.into(), top_url: top_url.map(Into::into), ..Page::default() };
        assert_eq!(by_address(&page), expected, "{url} in {top_url:?}");
    }

    #[test]
    fn addresses() {
        use Place::{Dynamics, Elsewhere, Unknown};
        let shell =
            "https://experience.adobe.com/#/@contoso/so:123-ABC-456/marketo-engage/classic/";
        let engage = "https://engage-ab.marketo.com/?munchkinId=123-ABC-456#/classic/";
        check("https://app-ab13.marketo.com/#DY0A1", None, Dynamics);
        check("https://app-ab13.marketo.com/#DY0A1!", None, Dynamics);
        check("https://app-ab13.marketo.com/?satellite=1#dy0a1ZN12", None, Dynamics);
        check(&format!("{engage}DY0A1"), None, Dynamics);
        check("https://app-ab13.marketo.com/", Some(&format!("{engage}DY0A1")), Dynamics);
        check("https://engage-ab.marketo.com/", Some(&format!("{shell}DY0A1")), Dynamics);
        check("https://app-ab13.marketo.com/#DY0A1", Some(&format!("{shell}DY0A1")), Dynamics);
        check("https://app-ab13.marketo.com/#SF0A1", None, Elsewhere);
        check("https://app-ab13.marketo.com/#ME6028A1", None, Elsewhere);
        check("https://app-ab13.marketo.com/#CFS0B2", None, Elsewhere);
        check("https://app-ab13.marketo.com/#DY0A1", Some(&format!("{shell}MM0A1")), Unknown);
        for url in [
            "https://app-ab13.marketo.com/",
            "https://app-ab13.marketo.com/#CR0A1",
            "https://app-ab13.marketo.com/#DY",
            "https://app-ab13.marketo.com/#DYNAMICS",
            "#",
        ] {
            check(url, None, Unknown);
        }
    }

    #[test]
    fn the_application_and_what_is_not() {
        for url in [
            "https://app-ab13.marketo.com/#DY0A1",
            "https://engage-ab.marketo.com/?munchkinId=1#/classic/DY0A1",
            "https://app-ab13.marketo.com",
            "https://experience.adobe.com/#/@x/so:1/marketo-engage/classic/DY0A1",
        ] {
            assert!(is_app(url), "{url}");
        }
        for url in [
            "https://app-sn01.marketo.com/index.php/form/getForm",
            "https://app-e.marketo.com/lp/contoso/x.html#DY0A1",
            "https://app-ab13.marketo.com/homepage/login#DY0A1",
        ] {
            assert!(!is_app(url), "{url}");
        }
    }
}
