//! What the panel shows. Made afresh after each event; the panel draws it and holds nothing.

use serde::Serialize;

use crate::{Button, Cloud, HandOver, Moment, Part, Reach, Recipe, Site, Text, Tone};

/// The whole panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct View {
    /// The language chosen by hand; `None`: the browser's.
    pub language: Option<String>,
    /// The journeys that can be begun, in the order to offer them.
    pub journeys: Vec<JourneyChoice>,
    /// The journey under way; `None`: the start page.
    pub voyage: Option<Voyage>,
    /// What is to be said above everything else.
    pub notices: Vec<Notice>,
    /// The verdict on what stands in the paste box.
    pub weighed: Option<Weighed>,
    /// What the pasted error means.
    pub explained: Option<Explained>,
    /// What can be done beside the portals' pages.
    pub recipes: Vec<Recipe>,
    /// The connections that were set up, and when their secrets end.
    pub connections: Vec<ConnectionView>,
    /// Where the portals are, and what the browser lets Keyferry see of them.
    pub elsewhere: Elsewhere,
}

/// A connection that was set up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConnectionView {
    /// The app's client ID; it names the connection.
    pub client_id: String,
    /// The app's name, or its client ID again.
    pub name: String,
    /// The tenant's name, or its ID.
    pub tenant: Option<String>,
    /// The day the secret ends, `YYYY-MM-DD`; `None`: it has to be asked for.
    pub ends: Option<String>,
    /// How long that is.
    pub remark: Text,
    /// How the remark is meant.
    pub tone: Tone,
}

/// What a pasted error means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Explained {
    /// Each code in it, in their order; empty: there was none.
    pub findings: Vec<Finding>,
}

/// What one code means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Finding {
    /// The code, as Microsoft writes it.
    pub code: String,
    /// Why it happens.
    pub cause: Text,
    /// What to do.
    pub cure: Text,
    /// Where the next click is, and where Microsoft explains the code.
    pub links: Vec<Part>,
}

/// Portals beyond those of every journey.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Elsewhere {
    /// The cloud that the journey's Azure portal is in.
    pub cloud: Cloud,
    /// What has been allowed.
    pub allowed: Vec<Reach>,
    /// What is needed now and not allowed.
    pub asks: Option<Reach>,
}

/// A journey that can be begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct JourneyChoice {
    /// Its name for [`Command::Start`](crate::Command::Start).
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Whom it is for.
    pub remark: Text,
}

/// A journey that fits what the pages show better than the one under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Suggestion {
    /// The journey.
    pub journey: JourneyChoice,
    /// What was seen, and why the journey fits it.
    pub why: Text,
}

/// A journey under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Voyage {
    /// The journey's name.
    pub journey: String,
    /// Another journey that fits better.
    pub suggestion: Option<Suggestion>,
    /// The journey's title.
    pub title: Text,
    /// Since when the sync is off; `None`: it is on, or not known to be off.
    pub sync_off_since: Option<Moment>,
    /// The present step; `None`: all done.
    pub now: Option<Now>,
    /// The Azure bank.
    pub azure: Bank,
    /// The pair on board.
    pub pair: Option<PairView>,
    /// Where there are several: one of them has to be chosen.
    pub choices: Vec<PairChoice>,
    /// Those of Marketo's checks that need a look.
    pub checks: Vec<CheckView>,
    /// The Marketo bank.
    pub marketo: Bank,
    /// The test of the pair; `None`: there is no pair to test.
    pub test: Option<TestView>,
    /// Once all is done: the record to hand over.
    pub hand_over: Option<HandOver>,
}

/// One of Marketo's checks that is red, or that the page leaves unclear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CheckView {
    /// Its word, for [`Command::Judge`](crate::Command::Judge).
    pub id: String,
    /// Its number and its name, as Marketo writes it.
    pub title: Text,
    /// The question for a person; `None`: the page tells.
    pub ask: Option<Text>,
    /// Whether it passed; `None`: nobody has said.
    pub passed: Option<bool>,
    /// What a red X means.
    pub cause: Text,
    /// What to do about it, step by step; empty where it is not red.
    pub cure: Vec<Part>,
}

/// The test of the pair on board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TestView {
    /// Whether the tenant is known, at whose address is asked.
    pub able: bool,
    /// Whether a test is under way.
    pub asking: bool,
    /// How the last one ended.
    pub said: Option<Text>,
    /// How that is meant.
    pub tone: Tone,
    /// What Microsoft's numbers mean.
    pub findings: Vec<Finding>,
    /// The same test from a command line, where the browser's told nothing.
    pub by_hand: Vec<Part>,
}

/// The present step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Now {
    /// The step's number, from 1.
    pub step: u32,
    /// The number of steps.
    pub of: u32,
    /// Where it happens.
    pub site: Site,
    /// The headline.
    pub title: Text,
    /// What to do.
    pub body: Text,
    /// Why.
    pub why: Text,
    /// What Keyferry looks for on this page, what it sees and what is missing.
    pub reason: Option<Text>,
    /// What Keyferry looks for and the manual way.
    pub missing: Text,
    /// Whether the foreground tab shows the step.
    pub seen: bool,
    /// Until when there is nothing to do but to wait.
    pub until: Option<Moment>,
    /// The fingerprint line, or what went wrong.
    pub note: Option<Text>,
    /// How the note is meant.
    pub tone: Tone,
    /// The one filled button.
    pub button: Option<Button>,
}

/// One bank of the crossing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Bank {
    /// The heading: the portal, and the tenant or the address.
    pub caption: Text,
    /// The steps.
    pub steps: Vec<Row>,
}

/// One step at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Row {
    /// The step's name in the journey.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Done, now or to come.
    pub state: RowState,
    /// What was found (`Granted`, a date, a name).
    pub remark: Option<Text>,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum RowState {
    /// The page said so.
    Done,
    /// Passed over: an optional step left as it is.
    Passed,
    /// The present step.
    Now,
    /// To come.
    ToCome,
}

/// The pair on board: never the secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PairView {
    /// The client ID, to be copied.
    pub client_id: String,
    /// The secret's first three characters.
    pub hint: String,
    /// The number of the secret's characters.
    pub length: u32,
    /// What Keyferry makes of it.
    pub verdict: Text,
    /// How the verdict is meant.
    pub tone: Tone,
    /// When the pair is wiped.
    pub until: Moment,
}

/// One of several pairs on board: never the secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PairChoice {
    /// Its number for [`Command::Choose`](crate::Command::Choose).
    pub number: u32,
    /// The app's name, where its page was seen.
    pub app: Option<String>,
    /// The client ID.
    pub client_id: String,
    /// The secret's first three characters.
    pub hint: String,
    /// The number of the secret's characters.
    pub length: u32,
    /// When the pair is wiped.
    pub until: Moment,
}

/// A sentence above everything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Notice {
    /// The sentence.
    pub text: Text,
    /// How it is meant.
    pub tone: Tone,
}

/// The verdict on a pasted text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Weighed {
    /// The client ID found in it.
    pub client_id: Option<String>,
    /// The client ID that it may hold, to be confirmed.
    pub suggested: Option<String>,
    /// What a person has to look at before it is kept.
    pub doubt: Option<Text>,
    /// The secret's first three characters, where one was found.
    pub hint: Option<String>,
    /// The number of the secret's characters, where one was found.
    pub length: Option<u32>,
    /// What Keyferry makes of it, and what to do.
    pub verdict: Text,
    /// How the verdict is meant.
    pub tone: Tone,
    /// Whether it may be kept (a client ID may still be asked for).
    pub keepable: bool,
}
