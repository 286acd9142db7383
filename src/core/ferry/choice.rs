//! Which pair is meant. Usually there is one and nothing to choose; whoever takes a second secret has to say which of them
//! goes to Marketo, and the others are wiped.

use super::Ferry;
use crate::custody::Pair;
use crate::logbook::AppLog;
use crate::{Effect, Moment, PairChoice, Source, Text, Tone};

impl Ferry {
    /// A pair came on board: it is the one, or one of several.
    pub(super) fn boarded(&mut self, now: Moment) {
        if !self.settle(now) {
            self.say(Text::plain("pair_choose"), Tone::Warn);
        }
    }

    /// Without a place for it, no secret is taken at all.
    pub(super) fn refuses_for_want_of_shelter(&mut self) -> bool {
        if self.unsheltered {
            self.say(Text::plain("pair_unsheltered"), Tone::Bad);
        }
        self.unsheltered
    }

    /// A person has chosen.
    pub(super) fn choose(&mut self, number: u32, now: Moment, effects: &mut Vec<Effect>) {
        if self.custody.choose(number, now) {
            self.order = None;
            self.trying = None;
            self.note = None;
            effects.push(Effect::Keep);
            self.settle(now);
        }
    }

    /// Some of the pairs are over, and not all of them.
    pub(super) fn fewer(&mut self, now: Moment, effects: &mut Vec<Effect>) {
        self.order = None;
        effects.push(Effect::Keep);
        self.settle(now);
    }

    /// From here on the journey is about the app whose pair is on board; whether there is one such pair.
    fn settle(&mut self, now: Moment) -> bool {
        let Some(pair) = self.custody.aboard(now) else { return false };
        let client_id = pair.provenance.client_id.clone();
        let pasted = pair.provenance.source == Source::Paste;
        if let Some(log) = self.logbook.voyage.as_mut() {
            // A pair that was made elsewhere: what Azure says of its app is not Keyferry's to ask for.
            let elsewhere = pasted && log.apps.get(&client_id).is_none_or(AppLog::is_unseen);
            log.app = Some(client_id);
            log.filled = None;
            log.unsure = false;
            log.saved = None;
            log.validating = false;
            log.checks = None;
            log.checks_over = false;
            log.judged.clear();
            log.arrived = false;
            log.arrived_at = None;
            log.tested = None;
            log.pass("public_client");
            if elsewhere {
                log.pass("add_permission");
                log.pass("grant_consent");
            }
        }
        true
    }

    /// What there is to choose from; nothing where there is nothing to choose.
    pub(super) fn choices(&self, now: Moment) -> Vec<PairChoice> {
        let choice = |pair: &Pair| {
            let client_id = pair.provenance.client_id.clone();
            let log = self.logbook.voyage.as_ref();
            let app = log.and_then(|log| log.apps.get(&client_id));
            PairChoice {
                number: pair.number,
                app: app.and_then(|app| app.name.clone()),
                client_id,
                hint: pair.fingerprint.hint.clone(),
                length: pair.fingerprint.length,
                until: pair.until,
            }
        };
        let held: Vec<_> = self.custody.held(now).map(choice).collect();
        if held.len() > 1 { held } else { Vec::new() }
    }
}
