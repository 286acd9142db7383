//! The note under a card: the fingerprint of what is shown, or what went wrong last.

use super::{Ferry, guiding, guiding::Advice};

use crate::lookout::Picture;
use crate::{Arg, Button, Text, Tone};

impl Ferry {
    /// The note under the card of the step that it belongs to: the fingerprint of what is shown,
    /// or what went wrong last.
    pub(super) fn note_for(&self, advice: &Advice, picture: &Picture) -> Option<guiding::Note> {
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
            let rows = picture.glimpse.sighting.facts.checks.iter().flatten();
            let failed =
                rows.map(|row| (row.check, row.passed)).find(|row| row.1 == Some(false))?;
            return Some((crate::check_failed(failed.0), Tone::Bad));
        }
        self.note.clone().filter(|(_, tone)| matches!(tone, Tone::Bad | Tone::Warn))
    }
}

/// `x7k… · 40 characters`.
fn fingerprint(hint: &str, length: u32) -> Option<guiding::Note> {
    let text = Text::plain("note_secret")
        .with(Arg::Plain(hint.to_owned()))
        .with(Arg::Plain(length.to_string()));
    Some((text, Tone::Plain))
}
