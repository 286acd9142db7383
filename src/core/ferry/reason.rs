//! What stands first behind "Not here?": what Keyferry looks for on this page, what it sees and what is missing,
//! from the evidence that recognition has just weighed.

use super::quoting::{bare, expected};
use crate::journey::{Cue, Step};
use crate::lexicon::{MarketoTerm, marketo};
use crate::lookout::Picture;
use crate::{Arg, By, Found, Miss, Place, Site, Target, Text, Unseen};

/// Why a cue's control is pointed at, or why not; `None`: the cue points at nothing, or not on this page.
pub(super) fn of_cue(
    step: &Step,
    cue: &Cue,
    found: Option<(&Place, &Found)>,
    picture: &Picture<'_>,
) -> Option<Text> {
    let target = cue.target?;
    let language = picture.language();
    let name = || expected(step.site, target, language);
    if let Some((_, found)) = found {
        let label = match bare(&found.label) {
            "" => name(),
            label => label.to_owned(),
        };
        let key = match found.by {
            By::Label => "reason_label",
            By::Mark => "reason_mark",
            By::Place => "reason_place",
        };
        return Some(Text::plain(key).with(Arg::Label(label)));
    }
    let miss = picture.miss(target)?;
    let text = Text::plain(match miss {
        Miss::Absent => "reason_absent",
        Miss::Words => "reason_words",
        Miss::Several => "reason_several",
        Miss::Greyed => "reason_greyed",
        Miss::Covered => "reason_covered",
        Miss::Astray => "reason_astray",
        Miss::HeadingOnly => "reason_heading_only",
        Miss::OtherApi => "reason_other_api",
        Miss::NoValue => "reason_no_value",
    });
    let text = text.with(Arg::Label(name()));
    Some(match (target, miss) {
        (Target::EditCredentials, Miss::Astray | Miss::HeadingOnly) => {
            text.with(Arg::Label(heading(language)))
        }
        _ => text,
    })
}

/// Why the page in a tab is not the one that a step is about; `None`: it is a page of the other portal.
pub(super) fn of_page(site: Site, picture: &Picture<'_>) -> Option<Text> {
    if picture.site() != Some(site) {
        return None;
    }
    Some(Text::plain(match picture.glimpse.sighting.unseen {
        Some(Unseen::Address) => "reason_unseen_address",
        Some(Unseen::Unsure) => "reason_unseen_unsure",
        Some(Unseen::Title) => "reason_unseen_title",
        Some(Unseen::Pane) => "reason_unseen_pane",
        None => "reason_other_page",
    }))
}

/// The heading that the button of the credentials stands beside.
fn heading(language: Option<&str>) -> String {
    let in_language = |language| marketo().label(MarketoTerm::Credentials, language);
    let label = language.and_then(in_language).or_else(|| in_language("en"));
    label.unwrap_or_default().to_owned()
}
