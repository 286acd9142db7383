//! The pair as it lies in `storage.session` while the background sleeps.
//!
//! The shell serialises a [`Record`] and hands back a [`Stored`]. A record that is not exactly
//! what this version writes is dropped, never guessed at.

use serde::{Deserialize, Serialize};

use super::form::Fills;
use super::{Custody, LIFETIME, MOST_PAIRS, Pair, Provenance, after};
use crate::{Moment, Secret};

/// Goes up whenever the shape of a record changes.
const VERSION: u32 = 2;

/// What is written: it holds the secrets, so it has no `Debug` and goes nowhere but there.
#[derive(Serialize)]
pub struct Record<'a> {
    version: u32,
    pairs: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    number: u32,
    provenance: &'a Provenance,
    captured_at: Moment,
    until: Moment,
    fills: &'a Fills,
    secret: &'a str,
}

/// What is read back.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stored {
    version: u32,
    pairs: Vec<StoredPair>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPair {
    number: u32,
    provenance: Provenance,
    captured_at: Moment,
    until: Moment,
    fills: Fills,
    secret: Secret,
}

/// Why a record was dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Another version of Keyferry wrote it.
    Version,
    /// It is not what Keyferry writes.
    Damaged,
    /// Its time is up, or the clock was set back.
    Expired,
}

impl Custody {
    /// The record to store; `None` where there is nothing to store.
    #[must_use]
    pub fn record(&self) -> Option<Record<'_>> {
        let pairs: Vec<_> = self.live.iter().map(Entry::of).collect();
        (!pairs.is_empty()).then_some(Record { version: VERSION, pairs })
    }

    /// The custody as it was when the record was written, without what is over since.
    ///
    /// # Errors
    /// Why the record is dropped; its secrets are wiped with it.
    pub fn restore(stored: Stored, now: Moment) -> Result<Self, Unreadable> {
        if stored.version != VERSION {
            return Err(Unreadable::Version);
        }
        let mut live: Vec<Pair> = Vec::new();
        for stored in stored.pairs {
            let pair = stored.pair().ok_or(Unreadable::Damaged)?;
            if live.iter().any(|other| other.number == pair.number || other.is_the_same_as(&pair)) {
                return Err(Unreadable::Damaged);
            }
            live.push(pair);
        }
        if live.is_empty() || live.len() > MOST_PAIRS {
            return Err(Unreadable::Damaged);
        }
        live.retain(|pair| pair.is_live(now));
        if live.is_empty() { Err(Unreadable::Expired) } else { Ok(Self { live }) }
    }
}

impl<'a> Entry<'a> {
    fn of(pair: &'a Pair) -> Self {
        Self {
            number: pair.number,
            provenance: &pair.provenance,
            captured_at: pair.captured_at,
            until: pair.until,
            fills: &pair.fills,
            // EXPOSE: `storage.session` is memory, closed to content scripts, and the only way
            // for the pair to outlive the background's sleep.
            secret: pair.secret.expose(),
        }
    }
}

impl StoredPair {
    /// The pair, if this is exactly what Keyferry writes.
    fn pair(self) -> Option<Pair> {
        let provenance = self.provenance.clone();
        let pair = Pair::new(&self.secret, provenance, self.captured_at).ok()?;
        // EXPOSE: compared with itself, trimmed.
        let whole = pair.secret.expose() == self.secret.expose();
        let ids = pair.provenance == self.provenance;
        let times = after(self.captured_at, LIFETIME) <= self.until;
        let sound = whole && ids && times && self.fills.is_sound();
        let pair = Pair { number: self.number, until: self.until, fills: self.fills, ..pair };
        sound.then_some(pair)
    }
}
