//! The test of the pair on board, when a person asks for it.
//!
//! ```text
//!  Asked(TestPair) ──> RequestToken ──> the shell redeems the pair at the instant of sending ──> TokenAnswered
//! ```

use super::Ferry;
use crate::custody::Pair;
use crate::recipe::{Ingredients, by_command};
use crate::{
    Effect, Moment, OrderId, Outcome, Released, TestView, Trial, remedies, scope, token_address,
};

/// A test under way.
pub(super) struct Trying {
    order: OrderId,
    client_id: String,
    /// The pair was given out for it.
    sent: bool,
}

impl Ferry {
    /// A person asks whether the pair works.
    pub(super) fn try_pair(&mut self, now: Moment, effects: &mut Vec<Effect>) {
        // One at a time: an answer belongs to one question.
        if self.trying.is_some() {
            return;
        }
        let Some((pair, url)) =
            self.testable(now).and_then(|pair| Some((pair, self.asks_at(pair)?)))
        else {
            return;
        };
        let client_id = pair.provenance.client_id.clone();
        let scope = self.scope();
        let order = self.next_order();
        if let Some(log) = self.logbook.voyage.as_mut() {
            log.tested = None;
        }
        effects.push(Effect::RequestToken { order, url, scope });
        self.trying = Some(Trying { order, client_id, sent: false });
    }

    /// The pair for the request that the shell is about to send, once; `None`: there is nothing to test any more.
    pub fn redeem_for_test(&mut self, order: OrderId, now: Moment) -> Option<Released<'_>> {
        let trying = self.trying.as_mut().filter(|trying| trying.order == order && !trying.sent)?;
        trying.sent = true;
        let client_id = &trying.client_id;
        self.custody.lend(now).filter(|released| released.client_id == client_id)
    }

    /// The request has ended. Of the answer only numbers are here.
    pub(super) fn tried(&mut self, order: OrderId, outcome: Outcome, codes: Vec<u32>) {
        let Some(trying) = self.trying.take_if(|trying| trying.order == order) else { return };
        if let Some(log) = self.logbook.voyage.as_mut() {
            log.tested = Some(Trial { client_id: trying.client_id, outcome, codes });
        }
    }

    /// What the panel shows of it; nothing where there is no pair that Microsoft knows.
    pub(super) fn test_view(&self, now: Moment) -> Option<TestView> {
        let pair = self.testable(now)?;
        let client_id = &pair.provenance.client_id;
        let log = self.logbook.voyage.as_ref();
        let trial = log.and_then(|log| log.tested.as_ref()).filter(|it| it.client_id == *client_id);
        let codes = trial.into_iter().flat_map(|trial| &trial.codes);
        let remedies = codes.flat_map(|code| remedies(&format!("AADSTS{code}")));
        let by_hand = trial.is_some_and(|trial| !trial.is_telling());
        let with = Ingredients {
            client_id: Some(client_id),
            tenant_id: self.tenant_of(pair),
            ..self.ingredients(now)
        };
        Some(TestView {
            able: self.asks_at(pair).is_some(),
            asking: self.trying.is_some(),
            said: trial.map(Trial::text),
            tone: trial.map_or_else(Default::default, Trial::tone),
            findings: remedies.map(|remedy| self.finding(&remedy)).collect(),
            by_hand: if by_hand { by_command(&with) } else { Vec::new() },
        })
    }

    /// What the token is asked for.
    pub(super) fn scope(&self) -> String {
        let log = self.logbook.voyage.as_ref();
        scope(self.cloud(), log.and_then(|log| log.url.as_deref()))
    }

    /// The pair on board, if it is a real one of Entra's.
    fn testable(&self, now: Moment) -> Option<&Pair> {
        let from_entra = self.journey()?.bank.is_none();
        self.custody.aboard(now).filter(|pair| from_entra && !pair.provenance.practice)
    }

    fn asks_at(&self, pair: &Pair) -> Option<String> {
        token_address(self.cloud(), self.tenant_of(pair)?)
    }

    fn tenant_of<'a>(&'a self, pair: &'a Pair) -> Option<&'a str> {
        let seen = || {
            let log = self.logbook.voyage.as_ref()?;
            log.apps.get(&pair.provenance.client_id)?.tenant_id.as_deref()
        };
        pair.provenance.tenant_id.as_deref().or_else(seen)
    }
}
