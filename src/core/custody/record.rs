//! The pair as it lies in `storage.session` while the background sleeps.
//!
//! The shell serialises a [`Record`] and hands back a [`Stored`]. A record that is not exactly
//! what this version writes is dropped, never guessed at.

use serde::{Deserialize, Serialize};

use super::form::Fills;
use super::{Custody, LIFETIME, Pair, Provenance, after};
use crate::{Moment, Secret};

/// Goes up whenever the shape of a record changes.
const VERSION: u32 = 1;

/// What is written: it holds the secret, so it has no `Debug` and goes nowhere but there.
#[derive(Serialize)]
pub struct Record<'a> {
    version: u32,
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
        let pair = self.live.as_ref()?;
        Some(Record {
            version: VERSION,
            provenance: &pair.provenance,
            captured_at: pair.captured_at,
            until: pair.until,
            fills: &pair.fills,
            // EXPOSE: `storage.session` is memory, closed to content scripts, and the only way
            // for the pair to outlive the background's sleep.
            secret: pair.secret.expose(),
        })
    }

    /// The custody as it was when the record was written.
    ///
    /// # Errors
    /// Why the record is dropped; its secret is wiped with it.
    pub fn restore(stored: Stored, now: Moment) -> Result<Self, Unreadable> {
        if stored.version != VERSION {
            return Err(Unreadable::Version);
        }
        let provenance = stored.provenance.clone();
        let pair = Pair::new(&stored.secret, provenance, stored.captured_at)
            .map_err(|_| Unreadable::Damaged)?;
        // EXPOSE: compared with itself, trimmed.
        let whole = pair.secret.expose() == stored.secret.expose();
        let ids = pair.provenance == stored.provenance;
        let times = after(stored.captured_at, LIFETIME) <= stored.until;
        if !(whole && ids && times && stored.fills.is_sound()) {
            return Err(Unreadable::Damaged);
        }
        let pair = Pair { until: stored.until, fills: stored.fills, ..pair };
        if !pair.is_live(now) {
            return Err(Unreadable::Expired);
        }
        Ok(Self { live: Some(pair) })
    }
}
