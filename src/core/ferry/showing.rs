//! The panel's view of it all.

use super::guiding::{Advice, Words};
use super::{Ferry, fitting, guiding, reason};
use crate::calendar::day;
use crate::journey::{Bearings, Cue, Journey, Step};
use crate::logbook::VoyageLog;
use crate::lookout::Picture;
use crate::{
    Arg, Bank, Button, Moment, Notice, Now, PairView, Row, RowState, Site, Text, Tone, Verdict,
    View, Voyage, hand_over,
};

impl Ferry {
    /// What the panel shows now.
    #[must_use]
    pub fn view(&self, now: Moment) -> View {
        View {
            language: self.logbook.language.clone(),
            journeys: Journey::ALL.iter().map(|journey| fitting::choice(journey)).collect(),
            voyage: self.voyage(now),
            notices: self.notices(now),
            weighed: self.weighed(),
            explained: self.explained(),
            recipes: self.recipes(now),
            connections: self.connections_view(now),
            elsewhere: self.elsewhere(),
        }
    }

    fn voyage(&self, now: Moment) -> Option<Voyage> {
        let journey = self.journey()?;
        let bearings = self.bearings(now)?;
        let log = bearings.log;
        let present = self.present(now);
        let current = present.as_ref().map(|now| now.step);
        let over = present.is_none().then(|| hand_over(journey, log, now)).flatten();
        Some(Voyage {
            journey: journey.id.to_owned(),
            suggestion: fitting::suggestion(&bearings),
            title: Text::plain(journey.title),
            sync_off_since: log.sync_off_since,
            azure: Bank {
                caption: journey.bank.map_or_else(|| azure_caption(log), Text::plain),
                steps: rows(journey, &bearings, Site::Azure, current),
            },
            pair: self.pair_view(now),
            choices: self.choices(now),
            checks: self.checks(now),
            marketo: Bank {
                caption: marketo_caption(log),
                steps: rows(journey, &bearings, Site::Marketo, current),
            },
            now: present,
            test: self.test_view(now),
            hand_over: over,
        })
    }

    /// The step that the tab in front shows; else the first that is not settled.
    pub(super) fn stand(&self, now: Moment) -> Option<Stand<'_>> {
        let journey = self.journey()?;
        let bearings = self.bearings(now)?;
        let picture = self.foreground.and_then(|tab| self.lookout.picture(tab));
        let advice = picture.and_then(|picture| guiding::advise(journey, &bearings, &picture));
        let (number, step) = match &advice {
            Some(advice) => (advice.number, advice.step),
            None => journey.present(&bearings)?,
        };
        let cue = advice.as_ref().map_or(step.elsewhere, |advice| advice.cue);
        Some(Stand { number, step, cue, picture, advice })
    }

    /// The present step.
    pub(super) fn present(&self, now: Moment) -> Option<Now> {
        let Stand { number, step, cue, picture, advice } = self.stand(now)?;
        let bearings = self.bearings(now)?;
        let of = u32::try_from(self.journey()?.steps.len()).unwrap_or(u32::MAX);
        let note = self.note.clone().or_else(|| self.consent_note(cue, now));
        let (note, tone) = note.map_or((None, Tone::Plain), |(text, tone)| (Some(text), tone));
        let found = advice.and_then(|advice| advice.found);
        let language = picture.filter(|_| advice.is_some()).and_then(|picture| picture.language());
        let words = Words::of(&bearings, step, cue, found, language);
        let reason = picture.and_then(|picture| match advice {
            Some(_) => reason::of_cue(step, cue, found, &picture),
            None => reason::of_page(step.site, &picture),
        });
        let mut body = words.body;
        let mut missing = words.missing;
        if cue.button == Some(Button::OpenMarketo) && self.marketo_url().is_none() {
            body = Text::plain("cue_marketo_first");
            missing = Text::plain("cue_marketo_first_miss");
        }
        Some(Now {
            step: number,
            of,
            site: step.site,
            title: words.title,
            body,
            why: words.why,
            reason,
            missing,
            until: (step.id == "wait").then(|| bearings.waits_until()).flatten(),
            seen: advice.is_some_and(|advice| !std::ptr::eq(advice.cue, step.elsewhere)),
            note,
            tone,
            button: cue.button,
        })
    }

    /// The button of the present step, for the keyboard command.
    pub(super) fn present_button(&self, now: Moment) -> Option<Button> {
        self.present(now)?.button
    }

    fn pair_view(&self, now: Moment) -> Option<PairView> {
        let pair = self.custody.aboard(now)?;
        Some(PairView {
            client_id: pair.provenance.client_id.clone(),
            hint: pair.fingerprint.hint.clone(),
            length: pair.fingerprint.length,
            verdict: self.verdict(pair.verdict).0,
            tone: self.verdict(pair.verdict).1,
            until: pair.until,
        })
    }

    /// What is said of a secret. From AD FS, a shape that Entra does not have is the right one.
    pub(super) fn verdict(&self, verdict: Verdict) -> (Text, Tone) {
        let from_ad_fs = self.journey().is_some_and(|journey| journey.bank.is_some());
        if from_ad_fs && matches!(verdict, Verdict::Unknown | Verdict::Legacy) {
            return (Text::plain("secret_ad_fs"), Tone::Good);
        }
        (verdict.text(), verdict.tone())
    }

    fn notices(&self, now: Moment) -> Vec<Notice> {
        let mut notices = Vec::new();
        if let Some(pair) = self.custody.held(now).find(|pair| pair.warn_at() <= now) {
            let text = Text::plain("pair_expiring").with(Arg::Time(pair.until.0));
            notices.push(Notice { text, tone: Tone::Warn });
        }
        if self.logbook.voyage.is_none()
            && let Some((text, tone)) = self.note.clone()
        {
            notices.push(Notice { text, tone });
        }
        notices.extend(self.mishap_notices());
        notices
    }
}

/// Where the journey stands: the present step, and what is said of it.
pub(super) struct Stand<'a> {
    pub(super) number: u32,
    pub(super) step: &'static Step,
    pub(super) cue: &'static Cue,
    /// What the tab in front shows.
    pub(super) picture: Option<Picture<'a>>,
    /// What is said there; `None`: it shows no step.
    pub(super) advice: Option<Advice<'a>>,
}

fn azure_caption(log: &VoyageLog) -> Text {
    let tenant = log.current().and_then(|app| app.tenant_name.clone());
    match tenant {
        Some(name) => Text::plain("bank_azure_tenant").with(Arg::Plain(name)),
        None => Text::plain("bank_azure"),
    }
}

fn marketo_caption(log: &VoyageLog) -> Text {
    let url = log.marketo_url.as_deref().filter(|_| !log.practice);
    let host = url.and_then(|url| url.split('/').nth(2)?.split('.').next());
    match host {
        Some(host) => Text::plain("bank_marketo_host").with(Arg::Plain(host.to_owned())),
        None => Text::plain("bank_marketo"),
    }
}

/// One row for each stage of a bank.
fn rows(journey: &Journey, bearings: &Bearings, site: Site, current: Option<u32>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (number, step) in journey.numbered().filter(|(_, step)| step.site == site) {
        let state = state(step, bearings, current == Some(number));
        match rows.last_mut().filter(|row| row.id == step.stage) {
            Some(row) => row.state = together(row.state, state),
            None => rows.push(Row {
                id: step.stage.to_owned(),
                title: Text { key: ["stage_", step.stage].concat().into(), args: Vec::new() },
                state,
                remark: remark(step, bearings),
            }),
        }
    }
    rows
}

fn state(step: &Step, bearings: &Bearings, current: bool) -> RowState {
    if current {
        RowState::Now
    } else if (step.done)(bearings) {
        RowState::Done
    } else if step.settled(bearings) {
        // A person's word stands for the page that there is none of.
        if step.is_by_word() { RowState::Done } else { RowState::Passed }
    } else {
        RowState::ToCome
    }
}

/// The state of a stage whose steps have these states.
fn together(one: RowState, other: RowState) -> RowState {
    match (one, other) {
        (RowState::Now, _) | (_, RowState::Now) => RowState::Now,
        (RowState::ToCome, _) | (_, RowState::ToCome) => RowState::ToCome,
        (RowState::Passed, _) | (_, RowState::Passed) => RowState::Passed,
        _ => RowState::Done,
    }
}

/// What was found: a name, a date, `Granted`.
fn remark(step: &Step, bearings: &Bearings) -> Option<Text> {
    let app = bearings.app();
    match step.stage {
        "app" => app.and_then(|app| app.name.clone()).map(|name| plain_remark(&name)),
        "application_user" | "application_group" => {
            let said = bearings.log.passed.iter().any(|id| id == step.id);
            said.then(|| Text::plain("remark_by_word"))
        }
        "tenant" => app?.tenant_id.as_deref().map(plain_remark),
        "wait" => {
            let until = bearings.waits_until().filter(|until| bearings.now < *until)?;
            Some(Text::plain("remark_wait").with(Arg::Time(until.0)))
        }
        "consent" if app.is_some_and(|app| app.consent) => Some(Text::plain("remark_granted")),
        "consent" => bearings.log.is_consented().then(|| Text::plain("remark_by_word")),
        "secret" => {
            let expires = app?.secret.as_ref()?.expires.as_deref().and_then(day)?;
            Some(Text::plain("remark_until").with(Arg::Date(expires)))
        }
        "public_client" if bearings.log.passed.iter().any(|id| id == step.id) => {
            Some(Text::plain("remark_passed"))
        }
        "public_client" if !(step.done)(bearings) => Some(Text::plain("remark_optional")),
        "validate" => {
            bearings.log.checks.as_ref()?;
            let passed = bearings.log.checks_that(Some(true)).count();
            Some(Text::plain("remark_checks").with(Arg::Plain(passed.to_string())))
        }
        _ => None,
    }
}

fn plain_remark(text: &str) -> Text {
    Text::plain("remark_plain").with(Arg::Plain(text.to_owned()))
}
