//! The paste box: weigh first, keep on a second word.

use super::Ferry;
use crate::{
    Effect, Fingerprint, Known, LIFETIME, Moment, Pasted, Provenance, Secret, Source, Text, Tone,
    Weighed, parse_guid, unpack,
};

/// What was pasted, weighed and not yet kept, and until when it may wait for the second word.
pub(super) struct Weighing(Pasted, Moment);

impl Ferry {
    /// Weighs a pasted text. Nothing is kept but for the second word.
    pub(super) fn weigh(&mut self, text: Secret, now: Moment) {
        let known = self.known();
        let until = Moment(now.0.saturating_add(LIFETIME));
        self.weighing = Some(Weighing(unpack(text, &known), until));
    }

    /// Forgets what was weighed and never kept.
    pub(super) fn expire_weighing(&mut self, now: Moment) {
        self.weighing = self.weighing.take().filter(|Weighing(_, until)| now < *until);
    }

    /// What is known of the journey's app, to tell a value from its neighbours.
    fn known(&self) -> Known {
        let log = self.logbook.voyage.as_ref();
        let app = log.and_then(|log| log.current());
        let last = app.and_then(|app| app.secret.as_ref());
        Known {
            client_id: log.and_then(|log| log.app.clone()),
            tenant_id: app.and_then(|app| app.tenant_id.clone()),
            object_id: app.and_then(|app| app.object_id.clone()),
            secret_id: last.and_then(|last| last.secret_id.clone()),
        }
    }

    /// What the panel says about it.
    pub(super) fn weighed(&self) -> Option<Weighed> {
        let Weighing(pasted, _) = self.weighing.as_ref()?;
        let verdict = pasted.verdict;
        let unsure = pasted.unsure.as_ref();
        let journeys = self.logbook.voyage.as_ref().and_then(|log| log.app.as_ref());
        let fingerprint =
            pasted.secret.as_ref().and_then(|secret| Fingerprint::of(secret, verdict));
        Some(Weighed {
            client_id: pasted.client_id.clone(),
            suggested: unsure.map(|id| journeys.unwrap_or(id).clone()),
            doubt: unsure.map(|_| Text::plain("pasted_unsure")),
            hint: fingerprint.as_ref().map(|print| print.hint.clone()),
            length: fingerprint.as_ref().map(|print| print.length),
            verdict: self.verdict(verdict).0,
            tone: self.verdict(verdict).1,
            keepable: fingerprint.is_some(),
        })
    }

    /// Keeps what was weighed, for the client ID in it, the one given, or the journey's.
    pub(super) fn keep_weighed(
        &mut self,
        client_id: Option<Secret>,
        now: Moment,
        effects: &mut Vec<Effect>,
    ) {
        let Some(Weighing(pasted, until)) = self.weighing.take() else { return };
        // EXPOSE: read as a client ID; whatever else it is goes no further.
        let given = client_id.as_ref().map(|given| given.expose().trim());
        let given = given.filter(|given| !given.is_empty());
        let read = given.map(parse_guid);
        if read == Some(None) {
            self.say(Text::plain("pair_client_id_bad"), Tone::Bad);
            self.weighing = Some(Weighing(pasted, until));
            return;
        }
        let journeys = self.logbook.voyage.as_ref().and_then(|log| log.app.clone());
        let client_id = read.flatten().or_else(|| pasted.client_id.clone()).or(journeys);
        let Some(client_id) = client_id else {
            self.say(Text::plain("pair_client_id_missing"), Tone::Warn);
            self.weighing = Some(Weighing(pasted, until));
            return;
        };
        let Some(secret) = pasted.secret else { return };
        let from = Provenance {
            tenant_id: pasted.tenant_id,
            client_id,
            secret_id: pasted.secret_id,
            practice: self.logbook.voyage.as_ref().is_some_and(|log| log.practice),
            source: Source::Paste,
        };
        self.board(from, pasted.expires, &secret, now, effects);
    }
}
