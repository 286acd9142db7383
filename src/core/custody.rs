//! Who may hold, see and receive the pair, and until when.
//!
//! This is the one place of the core that holds the secret. It holds one at most, for 15 minutes
//! at most unless a person asks for more, and gives it to each form once. Time is checked whenever
//! the pair is asked for; the alarm is only the broom.

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
    /// The pair of another app is on board; only [`Custody::replace`] takes its place.
    OtherApp {
        /// The client ID on board.
        aboard: String,
    },
}

/// The place that holds the pair.
#[derive(Default)]
pub struct Custody {
    live: Option<Pair>,
}

/// The pair on board. Only its secret is hidden; everything else may be shown.
pub struct Pair {
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
    /// Takes a pair on board. A newer pair of the same app takes the older one's place.
    ///
    /// # Errors
    /// A [`Refusal`]; what is on board stays as it is.
    pub fn capture(
        &mut self,
        text: &Secret,
        from: Provenance,
        now: Moment,
    ) -> Result<Verdict, Refusal> {
        self.sweep(now);
        let pair = Pair::new(text, from, now)?;
        match &self.live {
            Some(aboard) if !aboard.is_of_the_app_of(&pair) => {
                Err(Refusal::OtherApp { aboard: aboard.provenance.client_id.clone() })
            }
            _ => Ok(self.hold(pair)),
        }
    }

    /// Takes a pair on board in place of whatever is there, because a person chose so.
    ///
    /// # Errors
    /// A [`Refusal`], never [`Refusal::OtherApp`]; what is on board stays as it is.
    pub fn replace(
        &mut self,
        text: &Secret,
        from: Provenance,
        now: Moment,
    ) -> Result<Verdict, Refusal> {
        let pair = Pair::new(text, from, now)?;
        Ok(self.hold(pair))
    }

    fn hold(&mut self, pair: Pair) -> Verdict {
        let verdict = pair.verdict;
        self.live = Some(pair);
        verdict
    }

    /// The pair on board; `None` where there is none or its time is up.
    #[must_use]
    pub fn aboard(&self, now: Moment) -> Option<&Pair> {
        self.live.as_ref().filter(|pair| pair.is_live(now))
    }

    /// Wipes the pair where its time is up or the clock was set back; says whether it did.
    pub fn sweep(&mut self, now: Moment) -> bool {
        let over = self.live.as_ref().is_some_and(|pair| !pair.is_live(now));
        if over {
            self.wipe();
        }
        over
    }

    /// Wipes the pair; says whether there was one.
    pub fn wipe(&mut self) -> bool {
        self.live.take().is_some()
    }

    /// Gives the pair a whole lifetime from now; says until when. What is over stays over.
    pub fn extend(&mut self, now: Moment) -> Option<Moment> {
        self.sweep(now);
        let pair = self.live.as_mut()?;
        pair.until = after(now, LIFETIME);
        Some(pair.until)
    }

    /// Gives the pair to a form: once, and after a fault of that very form again.
    ///
    /// # Errors
    /// Why it does not; where the time was up the pair is wiped.
    pub fn release(&mut self, form: &Form, now: Moment) -> Result<Released<'_>, Withheld> {
        if self.sweep(now) {
            return Err(Withheld::Expired);
        }
        let pair = self.live.as_mut().ok_or(Withheld::Nothing)?;
        if form.practice != pair.provenance.practice {
            return Err(Withheld::OtherWorld);
        }
        pair.fills.take(form)?;
        Ok(Released { client_id: &pair.provenance.client_id, secret: &pair.secret })
    }

    /// Whether a form was given the pair, and has not said that it did not take it.
    #[must_use]
    pub fn has_given(&self, form: &Form) -> bool {
        self.live.as_ref().is_some_and(|pair| pair.fills.holds(form))
    }

    /// A form reports that it did not take the pair; it may be given it once more.
    pub fn faulted(&mut self, form: &Form) {
        if let Some(pair) = &mut self.live {
            pair.fills.give_back(form);
        }
    }
}

/// The pair on its way into a form.
pub struct Released<'a> {
    /// The client ID.
    pub client_id: &'a str,
    /// The client secret.
    pub secret: &'a Secret,
}

impl Pair {
    fn new(text: &Secret, from: Provenance, now: Moment) -> Result<Self, Refusal> {
        let provenance = from.normalised().ok_or(Refusal::Id)?;
        let verdict = weigh(text, &provenance.known());
        let secret = text.trimmed();
        let fingerprint = Fingerprint::of(&secret, verdict).ok_or(Refusal::Value(verdict))?;
        Ok(Self {
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

    fn is_of_the_app_of(&self, other: &Self) -> bool {
        let (mine, theirs) = (&self.provenance, &other.provenance);
        // A tenant that is not known is no evidence of another one.
        let tenant = mine.tenant_id.is_none()
            || theirs.tenant_id.is_none()
            || mine.tenant_id == theirs.tenant_id;
        mine.client_id == theirs.client_id && mine.practice == theirs.practice && tenant
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
