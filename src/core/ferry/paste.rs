//! The paste box: weigh first, keep on a second word.

use super::Ferry;

use crate::{
    Effect, Fingerprint, Known, Moment, Provenance, Secret, Source, Text, Tone, Verdict, Weighed,
    parse_guid, weigh,
};

/// What was pasted, weighed and not yet kept.
pub(super) struct Weighing(Pasted);

struct Pasted {
    client_id: Option<String>,
    tenant_id: Option<String>,
    expires: Option<String>,
    secret: Option<Secret>,
    verdict: Verdict,
}

fn unpack(text: Secret) -> Pasted {
    let verdict = weigh(&text, &Known::default());
    Pasted {
        client_id: None,
        tenant_id: None,
        expires: None,
        secret: Some(text.trimmed()),
        verdict,
    }
}

impl Ferry {
    /// Weighs a pasted text. Nothing is kept but for the second word.
    pub(super) fn weigh(&mut self, text: Secret) {
        self.weighing = Some(Weighing(unpack(text)));
    }

    /// What the panel says about it.
    pub(super) fn weighed(&self) -> Option<Weighed> {
        let Weighing(pasted) = self.weighing.as_ref()?;
        let verdict = pasted.verdict;
        let fingerprint =
            pasted.secret.as_ref().and_then(|secret| Fingerprint::of(secret, verdict));
        Some(Weighed {
            client_id: pasted.client_id.clone(),
            hint: fingerprint.as_ref().map(|print| print.hint.clone()),
            length: fingerprint.as_ref().map(|print| print.length),
            verdict: verdict.text(),
            tone: verdict.tone(),
            keepable: verdict.accepts(),
        })
    }

    /// Keeps what was weighed, for the client ID in it or the one given.
    pub(super) fn keep_weighed(
        &mut self,
        client_id: Option<String>,
        now: Moment,
        effects: &mut Vec<Effect>,
    ) {
        let Some(Weighing(pasted)) = self.weighing.take() else { return };
        let known = self.logbook.voyage.as_ref().and_then(|log| log.app.clone());
        let given = match client_id.as_deref().map(str::trim).filter(|given| !given.is_empty()) {
            Some(given) => match parse_guid(given) {
                Some(given) => Some(given),
                None => {
                    self.say(Text::plain("pair_client_id_bad"), Tone::Bad);
                    self.weighing = Some(Weighing(pasted));
                    return;
                }
            },
            None => None,
        };
        let Some(client_id) = given.or_else(|| pasted.client_id.clone()).or(known) else {
            self.say(Text::plain("pair_client_id_missing"), Tone::Warn);
            self.weighing = Some(Weighing(pasted));
            return;
        };
        let Some(secret) = pasted.secret else { return };
        let from = Provenance {
            tenant_id: pasted.tenant_id,
            client_id,
            secret_id: None,
            practice: self.logbook.voyage.as_ref().is_some_and(|log| log.practice),
            source: Source::Paste,
        };
        self.board(from, pasted.expires, &secret, now, effects);
    }
}
