//! The note under a card: the fingerprint of what is shown, or what went wrong last.

use super::{Ferry, guiding, guiding::Advice};

use crate::journey::Cue;
use crate::lookout::Picture;
use crate::{Arg, Button, Moment, Text, Tone};

/// What is said where the first look finds consent granted.
pub(super) const ALREADY: &str = "consent_already";

impl Ferry {
    /// The note under the card of the step that it belongs to: the fingerprint of what is shown,
    /// or what went wrong last.
    pub(super) fn note_for(
        &self,
        advice: &Advice,
        picture: &Picture,
        now: Moment,
    ) -> Option<guiding::Note> {
        if let Some(mishap) = self.mishap() {
            return Some(mishap);
        }
        if advice.cue.button == Some(Button::Keep)
            && self.note.as_ref().is_none_or(|(_, tone)| *tone != Tone::Bad)
        {
            let mut rows = picture.glimpse.sighting.facts.secrets.iter().flatten();
            let node = advice.found.map(|(_, found)| found.node);
            let row = rows.find(|row| row.cell.is_some() && row.cell == node)?;
            let value = row.value.as_ref()?;
            return fingerprint(value.hint.as_deref()?, value.length?);
        }
        if advice.cue.id == "checks_failed" {
            let failed = self.logbook.voyage.as_ref()?.checks_that(Some(false)).next()?;
            return Some((crate::check_failed(failed), Tone::Bad));
        }
        let said = |(text, tone): &guiding::Note| {
            matches!(tone, Tone::Bad | Tone::Warn) || text.key == ALREADY
        };
        self.note.clone().filter(said).or_else(|| self.consent_note(advice.cue, now))
    }

    /// The question for consent was answered with no, as far as the page tells.
    pub(super) fn consent_note(&self, cue: &Cue, now: Moment) -> Option<guiding::Note> {
        let app = self.logbook.voyage.as_ref()?.current()?;
        (cue.id == "grant_consent" && app.has_declined(now))
            .then(|| (Text::plain("consent_no"), Tone::Warn))
    }
}

/// `x7k… · 40 characters`.
fn fingerprint(hint: &str, length: u32) -> Option<guiding::Note> {
    let text = Text::plain("note_secret")
        .with(Arg::Plain(hint.to_owned()))
        .with(Arg::Plain(length.to_string()));
    Some((text, Tone::Plain))
}
