//! What is remembered over worker restarts, reloads and closed tabs: never a secret.
//!
//! Stored as one record in `storage.local`. A record of a newer version, or a damaged one, is dropped, never misread.

use serde::{Deserialize, Serialize};

use crate::recipe::OWN;
use crate::record::read_into_default;
use crate::{
    Check, CheckRow, Cloud, Connection, Journey, Moment, Site, Sync, Table, Trial, portal_at,
};

/// The version of the stored record; raised with every change of its shape.
pub const LOGBOOK_VERSION: u32 = 4;
/// The oldest version that is taken up: what has come since stands as in a new record.
const OLDEST: u32 = 1;
/// No address is longer, in bytes.
const LONGEST: usize = 4096;

/// How long Marketo wants to be left alone after the switch to another method: 15 minutes, in milliseconds.
pub const WAIT: u64 = 15 * 60 * 1000;

/// How long a page may take to catch up with a form that has closed, in milliseconds.
pub const CATCHING_UP: u32 = 2500;

/// Everything that is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logbook {
    /// [`LOGBOOK_VERSION`] when it was written.
    pub version: u32,
    /// The language chosen by hand; `None`: the browser's.
    pub language: Option<String>,
    /// Where Marketo was last visited, to open it again.
    pub marketo_url: Option<String>,
    /// Where the connections stood until version 3; they have a record of their own now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub connections: Vec<Connection>,
    /// An earlier record could not be read; said until the next journey begins.
    #[serde(default)]
    pub dropped: bool,
    /// The cloud that the person said their Azure is in; `None`: not said.
    pub cloud: Option<Cloud>,
    /// How many orders the hand was given: the answer to one that a background gave before it was ended fits no later one.
    #[serde(default)]
    pub orders: u32,
    /// The journey under way.
    pub voyage: Option<VoyageLog>,
}

impl Default for Logbook {
    fn default() -> Self {
        Self {
            version: LOGBOOK_VERSION,
            language: None,
            marketo_url: None,
            connections: Vec::new(),
            dropped: false,
            cloud: None,
            orders: 0,
            voyage: None,
        }
    }
}

/// How far a journey has come, by what the pages said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VoyageLog {
    /// The journey's name.
    pub journey: String,
    /// Whether it runs on the practice portals in the package.
    pub practice: bool,
    /// Where the Azure portal was last visited, to open it again.
    pub azure_url: Option<String>,
    /// Where Marketo was last visited on this journey.
    pub marketo_url: Option<String>,
    /// The apps whose pages were seen, by client ID.
    pub apps: Table<String, AppLog>,
    /// The client ID of the app that the journey is about.
    pub app: Option<String>,
    /// Optional steps that were left as they are.
    pub passed: Vec<String>,
    /// The recipes that the admin has checked off.
    pub checked: Vec<String>,
    /// The sync as it was last seen.
    pub sync: Option<Sync>,
    /// Since when the sync is off.
    pub sync_off_since: Option<Moment>,
    /// Whether the sync's page was seen.
    pub dynamics_seen: bool,
    /// The credentials form holds the pair with this client ID.
    pub filled: Option<String>,
    /// The document that the form is in.
    pub filled_in: Option<String>,
    /// The filled form could be saved when it was last seen.
    pub ready: bool,
    /// It could, and now it is being sent: only Save does that.
    pub sent: bool,
    /// It has closed, and nothing tells whether it was saved or cancelled.
    pub unsure: bool,
    /// Marketo's page says, as far as it can, that the pair with this client ID is saved.
    pub saved: Option<String>,
    /// The client ID that Marketo's page showed last; empty where it showed none beside the username.
    pub shown: Option<String>,
    /// The validation form holds the pair.
    pub validating: bool,
    /// Whether Marketo was ever connected to Dynamics, by its tree.
    pub connected: Option<bool>,
    /// The address of Dynamics, as Marketo shows it.
    pub url: Option<String>,
    /// Whether the form for the first connection holds what only the admin knows.
    pub own_fields: bool,
    /// The window that chooses the fields to sync lies open.
    pub fields_open: bool,
    /// It was open and has closed: that is all that can be told.
    pub fields_chosen: bool,
    /// Marketo has asked whether to switch to the new method.
    pub switching: bool,
    /// When Marketo said that it has switched.
    pub switched: Option<Moment>,
    /// The checks as they were last seen.
    pub checks: Option<Vec<CheckRow>>,
    /// Their run is over: what the page does not tell now it will not tell.
    pub checks_over: bool,
    /// What a person said of the checks that the page does not tell.
    pub judged: Vec<CheckRow>,
    /// The sync was seen on again after the checks: the journey is at its end.
    pub arrived: bool,
    /// When that was seen first.
    pub arrived_at: Option<Moment>,
    /// What the last test of a pair came to.
    pub tested: Option<Trial>,
}

impl Logbook {
    /// The record as this version of Keyferry takes it up; `None` where it was written by a
    /// newer one or is older than can be read. Anybody who can write to `storage.local` could put
    /// an address into it: what is no portal's is left out.
    #[must_use]
    pub fn taken_up(mut self, own_origin: &str) -> Option<Self> {
        if !(OLDEST..=LOGBOOK_VERSION).contains(&self.version) {
            return None;
        }
        self.version = LOGBOOK_VERSION;
        let check = |url: &mut Option<String>, site: Site| {
            url.take_if(|url| {
                url.len() > LONGEST
                    || portal_at(url, own_origin).is_none_or(|portal| portal.site != site)
            });
        };
        check(&mut self.marketo_url, Site::Marketo);
        if let Some(log) = &mut self.voyage {
            Journey::named(&log.journey)?;
            check(&mut log.marketo_url, Site::Marketo);
            check(&mut log.azure_url, Site::Azure);
        }
        Some(self)
    }
}

read_into_default! {
    VoyageLog { journey, practice, azure_url, marketo_url, apps, app, passed, checked, sync, sync_off_since, dynamics_seen, filled, filled_in, ready, sent, unsure, saved, shown, validating, connected, url, own_fields, fields_open, fields_chosen, switching, switched, checks, checks_over, judged, arrived, arrived_at, tested }
    AppLog { name, tenant_id, tenant_name, object_id, authentication_seen, permission, consent, question, declined, secret, ends, old }
    SecretLog { hint, length, secret_id, expires }
    OldSecret { secret_id, description }
}

impl VoyageLog {
    /// The app that the journey is about.
    #[must_use]
    pub fn current(&self) -> Option<&AppLog> {
        self.apps.get(self.app.as_ref()?)
    }

    /// Notes that a step was left as it is.
    pub fn pass(&mut self, step: &str) {
        if !self.passed.iter().any(|passed| passed == step) {
            self.passed.push(step.to_owned());
        }
    }

    /// Whether consent is given: the portal says that it is granted, or a person says that the sync
    /// user has consented, which no page shows.
    #[must_use]
    pub fn is_consented(&self) -> bool {
        self.current().is_some_and(|app| app.consent) || self.checked.iter().any(|id| id == OWN)
    }

    /// Whether Marketo's page says, as far as it can, that the pair of the journey's app is saved.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.app.is_some() && self.saved == self.app
    }

    /// The pair that was filled in is saved: the page says so, or the person does.
    pub(crate) fn save(&mut self) {
        self.saved.clone_from(&self.filled);
        self.unsure = false;
    }

    /// When the wait after the switch is over.
    #[must_use]
    pub fn waits_until(&self) -> Option<Moment> {
        self.switched.map(|at| Moment(at.0.saturating_add(WAIT)))
    }

    /// What the page says of a check; `None`: it does not tell.
    #[must_use]
    pub fn told(&self, check: Check) -> Option<bool> {
        row_of(self.checks.as_deref()?, check)
    }

    /// Whether a check passed: as the page says, else as a person says.
    #[must_use]
    pub fn verdict(&self, check: Check) -> Option<bool> {
        self.told(check).or_else(|| row_of(&self.judged, check))
    }

    /// The checks with this verdict, in Marketo's order.
    pub fn checks_that(&self, verdict: Option<bool>) -> impl Iterator<Item = Check> {
        Check::ALL.iter().copied().filter(move |check| self.verdict(*check) == verdict)
    }

    /// Whether seven of seven checks are green.
    #[must_use]
    pub fn all_green(&self) -> bool {
        self.checks_that(Some(true)).count() == Check::ALL.len()
    }

    /// Another run of the checks begins. What was red stays so until Marketo says otherwise, and what a person said
    /// of the run before is asked anew.
    pub(crate) fn checks_begin(&mut self) {
        if self.checks_over || !self.judged.is_empty() {
            let row = |check: &Check| CheckRow { check: *check, passed: self.verdict(*check) };
            self.checks = Some(Check::ALL.iter().map(row).collect());
            self.judged.clear();
        }
        self.checks_over = false;
    }
}

fn row_of(rows: &[CheckRow], check: Check) -> Option<bool> {
    rows.iter().find(|row| row.check == check)?.passed
}

/// What is known of one app.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AppLog {
    /// Its display name.
    pub name: Option<String>,
    /// The tenant's ID.
    pub tenant_id: Option<String>,
    /// The tenant's name.
    pub tenant_name: Option<String>,
    /// The app's object ID, to recognise it in a wrong paste.
    pub object_id: Option<String>,
    /// Its Authentication page was seen.
    pub authentication_seen: bool,
    /// The Dynamics CRM permission is configured.
    pub permission: bool,
    /// Admin consent for it is granted.
    pub consent: bool,
    /// Azure's question whether to grant it lies open.
    pub question: bool,
    /// When the question was gone and the consent still missing.
    pub declined: Option<Moment>,
    /// The secret that was taken last.
    pub secret: Option<SecretLog>,
    /// The last day of the secret that lives longest, `YYYY-MM-DD`.
    pub ends: Option<String>,
    /// The secrets that were there when the new one was taken and are there still.
    pub old: Vec<OldSecret>,
}

impl AppLog {
    /// Whether the question for consent was answered with no: the page has had time to say otherwise.
    #[must_use]
    pub fn has_declined(&self, now: Moment) -> bool {
        self.declined.is_some_and(|at| at.0.saturating_add(u64::from(CATCHING_UP)) <= now.0)
    }

    /// Whether no page of it was seen: nothing is known but its secret.
    #[must_use]
    pub fn is_unseen(&self) -> bool {
        *self == Self { secret: self.secret.clone(), ..Self::default() }
    }
}

/// A secret that a new one has taken the place of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OldSecret {
    /// The Secret ID.
    pub secret_id: String,
    /// The description that the admin gave it.
    pub description: Option<String>,
}

/// What is remembered of a secret: enough to recognise it and to know when it ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SecretLog {
    /// Its first three characters.
    pub hint: String,
    /// The number of its characters.
    pub length: u32,
    /// The Secret ID.
    pub secret_id: Option<String>,
    /// The day it expires, `YYYY-MM-DD`.
    pub expires: Option<String>,
}
