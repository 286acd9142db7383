//! The journeys: one file each, its steps as data. A step is done when a page says so.

mod ad_fs;
mod azure;
mod first_connection;
mod marketo;
mod method;
mod on_premises;
mod online;
mod reconfigure;
mod rotate;
mod server_to_server;

pub(crate) use azure::{APP_NAME, REDIRECT_URI, SECRET_NAME};

use crate::{AppLog, Arg, Button, Check, Moment, Screen, Sighting, Site, Target, VoyageLog};

/// A journey: its steps in order, first those on the Azure bank, then those on Marketo's.
#[derive(Debug)]
pub struct Journey {
    /// Its name, as in [`Command::Start`](crate::Command::Start).
    pub id: &'static str,
    /// The message with its title; `<title>_remark` says whom it is for.
    pub title: &'static str,
    /// The heading of the first bank where it is not Azure.
    pub bank: Option<&'static str>,
    /// What shows that Marketo has the pair and works with it.
    pub proof: Proof,
    /// Its steps.
    pub steps: &'static [&'static Step],
}

/// What shows that Marketo has the pair and works with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The seven checks, after the credentials were saved.
    Checks,
    /// The first sync, started with the credentials that were saved.
    Start,
    /// The switch to the new method, which the seven checks come before.
    Switch,
}

impl Proof {
    /// Whether the pair is where it belongs and is not asked for again.
    #[must_use]
    pub fn carried(self, log: &VoyageLog) -> bool {
        match self {
            Self::Checks => log.is_saved() && log.all_green(),
            Self::Start => log.is_saved(),
            Self::Switch => log.switched.is_some(),
        }
    }

    /// Whether the journey is at its end when the sync is seen on.
    #[must_use]
    pub fn arrives(self, log: &VoyageLog) -> bool {
        match self {
            Self::Checks => log.all_green() && (log.sync_off_since.is_some() || log.is_saved()),
            Self::Start => log.is_saved(),
            Self::Switch => log.switched.is_some(),
        }
    }
}

/// One step. Its texts are `step_<id>_title` and `step_<id>_why`.
#[derive(Debug)]
pub struct Step {
    /// Its name.
    pub id: &'static str,
    /// The row of the panel that it belongs to: `stage_<name>`.
    pub stage: &'static str,
    /// Where it happens.
    pub site: Site,
    /// It may be left as it is.
    pub optional: bool,
    /// Whether the pages say that it is done.
    pub done: fn(&Bearings) -> bool,
    /// What to say and point at, most specific first.
    pub cues: &'static [Cue],
    /// What the panel says while no page shows the step.
    pub elsewhere: &'static Cue,
}

/// What to say on a screen, and what to point at. Its texts are `cue_<id>` and `cue_<id>_miss`.
#[derive(Debug)]
pub struct Cue {
    /// The name of its texts.
    pub id: &'static str,
    /// The screens on which it holds.
    pub on: &'static [Screen],
    /// It holds also where no screen of a journey is shown, as long as its control is there.
    pub anywhere: bool,
    /// The control to point at; a cue whose control is not on the screen still says what to look for.
    pub target: Option<Target>,
    /// What must hold besides.
    pub when: fn(&Bearings, &Sighting) -> bool,
    /// The arguments of its texts.
    pub args: &'static [CueArg],
    /// The one filled button.
    pub button: Option<Button>,
    /// It comes before every other step: what is on the screen will not come again.
    pub urgent: bool,
}

/// An argument of a cue's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueArg {
    /// The control's label as it stands on the screen.
    Label,
    /// The label of another control.
    LabelOf(Target),
    /// A fixed suggestion.
    Suggest(&'static str),
    /// The app's name.
    AppName,
    /// The number of failed checks.
    FailedChecks,
    /// The number of the first check that the page does not tell.
    UnclearNumber,
    /// Its name.
    UnclearCheck,
    /// What is known of the secret that is to be removed: its description, else nothing but its ID.
    OldSecret,
    /// The ID of the secret that is to be removed.
    OldSecretId,
    /// When the wait after the switch is over.
    WaitsUntil,
}

/// Everything that a step may look at to know whether it is done.
#[derive(Clone, Copy, Debug)]
pub struct Bearings<'a> {
    /// The journey under way.
    pub journey: &'static Journey,
    /// The present moment.
    pub now: Moment,
    /// What the pages have said so far.
    pub log: &'a VoyageLog,
    /// A pair for the journey's app is on board.
    pub pair: bool,
}

impl<'a> Bearings<'a> {
    /// The app that the journey is about.
    #[must_use]
    pub fn app(&self) -> Option<&'a AppLog> {
        self.log.current()
    }

    /// Whether the current app's pair is saved in Marketo.
    #[must_use]
    pub fn saved(&self) -> bool {
        self.log.is_saved()
    }

    /// Whether the pair is where it belongs and is not asked for again.
    #[must_use]
    pub fn carried(&self) -> bool {
        self.journey.proof.carried(self.log)
    }

    /// The first check that the page does not tell and nobody has told.
    #[must_use]
    pub fn unclear(&self) -> Option<Check> {
        self.log.checks_that(None).next()
    }

    /// When the wait after the switch is over; `None`: there was no switch.
    #[must_use]
    pub fn waits_until(&self) -> Option<Moment> {
        self.log.waits_until()
    }

    /// Whether the credentials form holds the current app's pair.
    #[must_use]
    pub fn filled(&self) -> bool {
        self.log.app.is_some() && self.log.filled == self.log.app
    }
}

impl Step {
    /// Whether it need not be shown any more: done, or left as it is.
    #[must_use]
    pub fn settled(&self, bearings: &Bearings) -> bool {
        (self.done)(bearings) || bearings.log.passed.iter().any(|id| id == self.id)
    }

    /// Whether no page can show it: a person says that it is done.
    #[must_use]
    pub fn is_by_word(&self) -> bool {
        self.elsewhere.button == Some(Button::Vouch)
    }
}

impl Journey {
    /// Every journey, in the order to offer them.
    pub const ALL: &'static [&'static Self] = &[
        &online::ONLINE,
        &rotate::ROTATE,
        &first_connection::FIRST_CONNECTION,
        &reconfigure::RECONFIGURE,
        &server_to_server::SERVER_TO_SERVER,
        &on_premises::ON_PREMISES,
    ];

    /// The journey of that name.
    #[must_use]
    pub fn named(id: &str) -> Option<&'static Self> {
        Self::ALL.iter().copied().find(|journey| journey.id == id)
    }

    /// The first step that is not settled, with its number from 1.
    #[must_use]
    pub fn present(&self, bearings: &Bearings) -> Option<(u32, &'static Step)> {
        self.numbered().find(|(_, step)| !step.settled(bearings))
    }

    /// The steps with their numbers from 1.
    pub fn numbered(&self) -> impl Iterator<Item = (u32, &'static Step)> {
        (1..).zip(self.steps.iter().copied())
    }
}

/// A form or pane that has nothing to do with what is left to do.
pub static NOT_NEEDED: Cue = Cue::say("not_needed", &[]);

impl Cue {
    /// A cue without arguments, button or condition; the base of the others.
    const BASE: Self = Self {
        id: "",
        on: &[],
        anywhere: false,
        target: None,
        when: |_, _| true,
        args: &[],
        button: None,
        urgent: false,
    };

    /// A cue that points at one control, quotes its label, and holds while the control is there.
    const fn point(id: &'static str, on: &'static [Screen], target: Target) -> Self {
        Self { id, on, target: Some(target), args: &[CueArg::Label], ..Self::BASE }
    }

    /// A cue that only says something.
    const fn say(id: &'static str, on: &'static [Screen]) -> Self {
        Self { id, on, ..Self::BASE }
    }

    /// Whether it holds on this screen.
    #[must_use]
    pub fn holds(&self, bearings: &Bearings, sighting: &Sighting) -> bool {
        let here = match sighting.screen {
            Some(screen) => self.on.contains(&screen),
            None => {
                self.anywhere
                    && self.target.is_some_and(|target| sighting.targets.contains_key(&target))
            }
        };
        here && (self.when)(bearings, sighting)
    }
}

impl CueArg {
    /// Its place in a message, where nothing else is known.
    #[must_use]
    pub fn plain(text: &str) -> Arg {
        Arg::Plain(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    /// A message and the number of arguments that it has places for.
    fn messages(file: &str) -> HashMap<String, usize> {
        let locale: HashMap<String, serde_json::Value> = serde_json::from_str(file).unwrap();
        let places = |text: &str| (1..10).filter(|at| text.contains(&format!("${at}"))).count();
        let message = |value: &serde_json::Value| value["message"].as_str().unwrap().to_owned();
        locale.iter().map(|(key, value)| (key.clone(), places(&message(value)))).collect()
    }

    #[test]
    fn every_step_and_cue_has_its_texts_and_uses_its_arguments() {
        for file in [
            include_str!("../../../extension/_locales/en/messages.json"),
            include_str!("../../../extension/_locales/sv/messages.json"),
        ] {
            let messages = messages(file);
            let check = |key: &str, args: usize| {
                let places = *messages.get(key).unwrap_or_else(|| panic!("no text {key}"));
                assert!(places <= args, "{key} has {places} places for {args} arguments");
            };
            for journey in Journey::ALL {
                check(journey.title, 0);
                check(&[journey.title, "_remark"].concat(), 0);
                for step in journey.steps {
                    check(&["step_", step.id, "_title"].concat(), 0);
                    check(&["step_", step.id, "_why"].concat(), 0);
                    check(&["stage_", step.stage].concat(), 0);
                    for cue in step.cues.iter().chain([step.elsewhere, &NOT_NEEDED]) {
                        check(&["cue_", cue.id].concat(), cue.args.len());
                        check(&["cue_", cue.id, "_miss"].concat(), cue.args.len());
                    }
                }
            }
        }
    }

    #[test]
    fn a_journey_goes_from_azure_to_marketo_and_its_steps_have_names_of_their_own() {
        for journey in Journey::ALL {
            let crossing = journey.steps.iter().filter(|step| step.stage != "old_secret");
            let sites: Vec<Site> = crossing.map(|step| step.site).collect();
            assert!(sites.is_sorted(), "{}", journey.id);
            let mut names: Vec<&str> = journey.steps.iter().map(|step| step.id).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), journey.steps.len(), "{}", journey.id);
        }
    }
}
