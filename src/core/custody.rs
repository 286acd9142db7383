//! Who may hold, see and receive the pair, and until when.
//!
//! This is the one place of the core that holds a secret, for 15 minutes at most unless a person
//! asks for more, and gives it to each form once. Whoever takes a second secret has to choose:
//! until then nothing is given to any form. Time is checked whenever the pair is asked for; the
//! alarm is only the broom.

mod form;
mod record;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use form::Fills;
pub use form::{Form, Withheld};
pub use record::{Record, Stored, Unreadable};

use crate::{Fingerprint, Known, Moment, Secret, Verdict, parse_guid, weigh};

/// How long a pair lives: 15 minutes, in milliseconds.
pub const LIFETIME: u64 = 15 * 60 * 1000;
/// How long before its end a person is warned: 2 minutes, in milliseconds.
pub const WARNING: u64 = 2 * 60 * 1000;
/// More secrets than anybody takes before they choose one.
const MOST_PAIRS: usize = 6;
/// How far the clock may seem to run back, in milliseconds: two events that cross on their way,
/// or a clock that is being set right. Anything more wipes the pair.
const JITTER: u64 = 1000;

/// What a pair belongs to and where it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// The app's client ID: the other half of the pair.
    pub client_id: String,
    /// The tenant's ID, where it is known.
    pub tenant_id: Option<String>,
    /// The Secret ID that stood beside the value, where it is known.
    pub secret_id: Option<String>,
    /// Taken on a practice portal: it must never reach a real one, nor the other way round.
    pub practice: bool,
    /// Where it was taken.
    pub source: Source,
}

/// Where a pair was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// From a page.
    Page {
        /// The page's origin.
        origin: String,
        /// The document's ID, as the browser names it.
        document: String,
    },
    /// From the paste box.
    Paste,
}

/// Why a pair is not taken on board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The value is no secret to keep.
    Value(Verdict),
    /// The client ID, the tenant's ID or the Secret ID is no GUID.
    Id,
    /// There are so many already that one of them has to be chosen first.
    Full,
}

/// The place that holds the pair, or the pairs of which one has to be chosen.
#[derive(Default)]
pub struct Custody {
    live: Vec<Pair>,
}

/// A pair on board. Only its secret is hidden; everything else may be shown.
pub struct Pair {
    /// Its number among those on board.
    pub number: u32,
    /// What it belongs to.
    pub provenance: Provenance,
    /// What Keyferry makes of the secret.
    pub verdict: Verdict,
    /// What may be shown of the secret.
    pub fingerprint: Fingerprint,
    /// When it was taken.
    pub captured_at: Moment,
    /// When it is wiped.
    pub until: Moment,
    secret: Secret,
    fills: Fills,
}

impl Custody {
    /// Takes a pair on board, beside those that are there; the same secret taken again starts anew.
    ///
    /// # Errors
    /// A [`Refusal`]; what is on board stays as it is.
    pub fn capture(
        &mut self,
        text: &Secret,
        from: Provenance,
        now: Moment,
    ) -> Result<&Pair, Refusal> {
        self.sweep(now);
        let mut pair = Pair::new(text, from, now)?;
        let again = self.live.iter().position(|other| other.is_the_same_as(&pair));
        if again.is_none() && self.live.len() >= MOST_PAIRS {
            return Err(Refusal::Full);
        }
        if let Some(again) = again {
            self.live.remove(again);
        }
        let last = self.live.iter().map(|pair| pair.number).max();
        pair.number = last.map_or(0, |last| last.saturating_add(1));
        Ok(&*self.live.push_mut(pair))
    }

    /// The pair on board; `None` where there is none, where its time is up, and where one of several has to be chosen first.
    #[must_use]
    pub fn aboard(&self, now: Moment) -> Option<&Pair> {
        let mut live = self.held(now);
        live.next().filter(|_| live.next().is_none())
    }

    /// Every pair whose time is not up.
    pub fn held(&self, now: Moment) -> impl Iterator<Item = &Pair> {
        self.live.iter().filter(move |pair| pair.is_live(now))
    }

    /// A person has chosen: the others are wiped. Says whether it is there.
    pub fn choose(&mut self, number: u32, now: Moment) -> bool {
        self.sweep(now);
        let there = self.live.iter().any(|pair| pair.number == number);
        if there {
            self.live.retain(|pair| pair.number == number);
        }
        there
    }

    /// Wipes every pair whose time is up or whose clock was set back; says whether there was one.
    pub fn sweep(&mut self, now: Moment) -> bool {
        let before = self.live.len();
        self.live.retain(|pair| pair.is_live(now));
        self.live.len() < before
    }

    /// Wipes all of them.
    pub fn wipe(&mut self) {
        self.live.clear();
    }

    /// Gives what is on board a whole lifetime from now; says until when. What is over stays over.
    pub fn extend(&mut self, now: Moment) -> Option<Moment> {
        self.sweep(now);
        let until = after(now, LIFETIME);
        self.live.iter_mut().for_each(|pair| pair.until = until);
        (!self.live.is_empty()).then_some(until)
    }

    /// Gives the pair to a form: once, and after a fault of that very form again.
    ///
    /// # Errors
    /// Why it does not; where the time was up the pair is wiped.
    pub fn release(&mut self, form: &Form, now: Moment) -> Result<Released<'_>, Withheld> {
        let expired = self.sweep(now);
        let pair = match self.live.as_mut_slice() {
            [] if expired => return Err(Withheld::Expired),
            [] => return Err(Withheld::Nothing),
            [pair] => pair,
            _ => return Err(Withheld::Undecided),
        };
        if form.practice != pair.provenance.practice {
            return Err(Withheld::OtherWorld);
        }
        pair.fills.take(form)?;
        Ok(Released {
            client_id: &pair.provenance.client_id,
            secret: &pair.secret,
            tenant_id: pair.provenance.tenant_id.as_deref(),
        })
    }

    /// Gives the pair to the test that a person has asked for. It is no form, and a pair for practice is never given.
    #[must_use]
    pub fn lend(&self, now: Moment) -> Option<Released<'_>> {
        let pair = self.aboard(now).filter(|pair| !pair.provenance.practice)?;
        Some(Released {
            client_id: &pair.provenance.client_id,
            secret: &pair.secret,
            tenant_id: pair.provenance.tenant_id.as_deref(),
        })
    }

    /// Whether a form was given the pair, and has not said that it did not take it.
    #[must_use]
    pub fn has_given(&self, form: &Form) -> bool {
        self.live.iter().any(|pair| pair.fills.holds(form))
    }

    /// A form reports that it did not take the pair; it may be given it once more.
    pub fn faulted(&mut self, form: &Form) {
        self.live.iter_mut().for_each(|pair| pair.fills.give_back(form));
    }
}

/// The pair on its way into a form.
pub struct Released<'a> {
    /// The client ID.
    pub client_id: &'a str,
    /// The client secret.
    pub secret: &'a Secret,
    /// The tenant's ID, where it is known.
    pub tenant_id: Option<&'a str>,
}

impl Pair {
    fn new(text: &Secret, from: Provenance, now: Moment) -> Result<Self, Refusal> {
        let provenance = from.normalised().ok_or(Refusal::Id)?;
        let verdict = weigh(text, &provenance.known());
        let secret = text.trimmed();
        let fingerprint = Fingerprint::of(&secret, verdict).ok_or(Refusal::Value(verdict))?;
        Ok(Self {
            number: 0,
            provenance,
            verdict,
            fingerprint,
            captured_at: now,
            until: after(now, LIFETIME),
            secret,
            fills: Fills::default(),
        })
    }

    /// When a person is to be warned.
    #[must_use]
    pub const fn warn_at(&self) -> Moment {
        Moment(self.until.0.saturating_sub(WARNING))
    }

    /// Not before it was taken, not after its end, and with no more than a lifetime left: by that
    /// a clock shows that was set back after an extension.
    fn is_live(&self, now: Moment) -> bool {
        let soonest = after(now, JITTER);
        now <= self.until && self.captured_at <= soonest && self.until <= after(soonest, LIFETIME)
    }

    /// The same secret of the same app, taken once more.
    fn is_the_same_as(&self, other: &Self) -> bool {
        let (mine, theirs) = (&self.provenance, &other.provenance);
        // EXPOSE: compared.
        let secret = self.secret.expose() == other.secret.expose();
        secret && mine.client_id == theirs.client_id && mine.practice == theirs.practice
    }
}

impl Provenance {
    fn known(&self) -> Known {
        Known {
            client_id: Some(self.client_id.clone()),
            tenant_id: self.tenant_id.clone(),
            object_id: None,
            secret_id: self.secret_id.clone(),
        }
    }

    /// With every ID in lower case; `None` where one is no GUID.
    fn normalised(self) -> Option<Self> {
        let or_none = |id: Option<String>| id.map(|id| parse_guid(&id).ok_or(())).transpose().ok();
        Some(Self {
            client_id: parse_guid(&self.client_id)?,
            tenant_id: or_none(self.tenant_id)?,
            secret_id: or_none(self.secret_id)?,
            ..self
        })
    }
}

const fn after(now: Moment, milliseconds: u64) -> Moment {
    Moment(now.0.saturating_add(milliseconds))
}
