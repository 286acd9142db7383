//! Marketo's seven checks: what is red, with its cure; what the page does not tell, which is asked.

use super::Ferry;
use crate::logbook::VoyageLog;
use crate::lookout::Picture;
use crate::{
    Arg, Check, CheckRow, CheckView, Moment, Part, Site, Text, check_cause, check_cure,
    check_label, check_number, check_spots,
};

impl Ferry {
    /// The checks that need a look, in Marketo's order: red ones, and those that the page leaves unclear.
    pub(super) fn checks(&self, now: Moment) -> Vec<CheckView> {
        let Some(log) = self.logbook.voyage.as_ref().filter(|log| !log.arrived) else {
            return Vec::new();
        };
        let Some(stand) = self.stand(now) else { return Vec::new() };
        let asks = asks(log, stand.picture);
        let language = stand.picture.and_then(|picture| picture.language());
        let view = |check: Check| {
            let (number, name) = (check_number(check).to_string(), check_label(check, language));
            let passed = log.verdict(check);
            let failed = passed == Some(false);
            CheckView {
                id: check.word().to_owned(),
                title: Text::plain("check_title")
                    .with(Arg::Plain(number.clone()))
                    .with(Arg::Plain(name.clone())),
                ask: (asks && log.told(check).is_none()).then(|| {
                    Text::plain("check_ask").with(Arg::Plain(number)).with(Arg::Label(name))
                }),
                passed,
                cause: check_cause(check),
                cure: if failed { self.cure(check) } else { Vec::new() },
            }
        };
        let all = Check::ALL.iter().map(|check| view(*check));
        all.filter(|check| check.passed == Some(false) || check.ask.is_some()).collect()
    }

    /// The steps of a cure, and the links that belong to them.
    fn cure(&self, check: Check) -> Vec<Part> {
        let steps = check_cure(check).iter().map(|(key, labels)| {
            let label = |label: &&str| Arg::Label((*label).to_owned());
            let args = labels.iter().map(label).collect();
            Part { text: Text { key: (*key).into(), args }, ..Part::say("") }
        });
        let links = check_spots(check).iter().filter_map(|spot| self.link_to(*spot));
        steps.chain(links).collect()
    }

    /// Takes a person's word for a check that the page does not tell; none before the run that it is about is over.
    pub(super) fn judge(&mut self, check: Check, passed: bool, now: Moment) {
        let picture = self.stand(now).and_then(|stand| stand.picture);
        let asked = |log: &VoyageLog| asks(log, picture) && log.told(check).is_none();
        if !self.logbook.voyage.as_ref().is_some_and(asked) {
            return;
        }
        if let Some(log) = self.logbook.voyage.as_mut() {
            log.judged.retain(|row| row.check != check);
            log.judged.push(CheckRow { check, passed: Some(passed) });
        }
    }
}

/// Whether a person is asked about the checks that the page does not tell.
fn asks(log: &VoyageLog, picture: Option<Picture<'_>>) -> bool {
    let lost = || log.checks.is_none() && log.validating && picture.is_some_and(is_unknown);
    log.checks_over || !log.judged.is_empty() || lost()
}

/// A page of Marketo that shows nothing that is known: the checks may stand there in words that nobody has written down.
fn is_unknown(picture: Picture<'_>) -> bool {
    picture.site() == Some(Site::Marketo) && picture.screen().is_none()
}
