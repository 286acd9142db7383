//! The journeys as they are offered, and whether another one fits what the pages show better. The admin chooses.

use crate::calendar::day;
use crate::journey::{Bearings, Journey};
use crate::{Arg, JourneyChoice, Moment, Suggestion, Text};

/// From so long before its end a secret is better replaced than worked with: 60 days, in milliseconds.
const SOON: u64 = 60 * 24 * 60 * 60 * 1000;

/// A journey as it is offered.
pub(super) fn choice(journey: &Journey) -> JourneyChoice {
    let remark = [journey.title, "_remark"].concat();
    JourneyChoice {
        id: journey.id.to_owned(),
        title: Text::plain(journey.title),
        remark: Text { key: remark.into(), args: Vec::new() },
    }
}

/// The journey that fits better, and why.
pub(super) fn suggestion(bearings: &Bearings) -> Option<Suggestion> {
    let (name, why) = fitting(bearings)?;
    let journey = Journey::named(name).filter(|journey| journey.id != bearings.journey.id)?;
    Some(Suggestion { journey: choice(journey), why })
}

fn fitting(bearings: &Bearings) -> Option<(&'static str, Text)> {
    let log = bearings.log;
    if log.arrived {
        return None;
    }
    if log.connected == Some(false) && !log.is_saved() {
        return Some(("first-connection", Text::plain("fits_first")));
    }
    if log.connected == Some(true) && bearings.journey.id == "first-connection" {
        return Some(("online", Text::plain("fits_connected")));
    }
    let elsewhere = |url: &String| !url.contains(".dynamics.");
    if log.url.as_ref().is_some_and(elsewhere) {
        return Some(("on-premises", Text::plain("fits_on_premises")));
    }
    if bearings.journey.id == "online" && !bearings.pair {
        let ends = bearings.app().filter(|app| app.permission && app.consent)?.ends.as_deref()?;
        let end = day(ends).filter(|end| *end < bearings.now.0.saturating_add(SOON))?;
        let why = if Moment(end) < bearings.now { "fits_expired" } else { "fits_expiring" };
        let why = Text { key: why.into(), args: vec![Arg::Date(end)] };
        return Some(("rotate", why));
    }
    None
}
