//! Which step a tab shows, and what to draw there.

use super::quoting::{bare, expected};
use super::reason;
use crate::journey::{Bearings, Cue, CueArg, Journey, NOT_NEEDED, Step};
use crate::lookout::{Picture, is_work};
use crate::{
    Arg, Button, Found, Guide, OldSecret, Place, Site, Target, Text, Tone, check_label,
    check_number,
};

/// The step that a tab shows and what to say about it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Advice<'a> {
    pub number: u32,
    pub step: &'static Step,
    pub cue: &'static Cue,
    pub found: Option<(&'a Place, &'a Found)>,
}

/// What to say in a tab; `None`: nothing.
pub(super) fn advise<'a>(
    journey: &'static Journey,
    bearings: &Bearings,
    picture: &Picture<'a>,
) -> Option<Advice<'a>> {
    let sighting = &picture.glimpse.sighting;
    if journey.bank.is_some() && picture.site() == Some(Site::Azure) {
        return None;
    }
    let unsettled = || journey.numbered().filter(|(_, step)| !step.settled(bearings));
    let advice = |number, step, cue: &'static Cue| Advice {
        number,
        step,
        cue,
        found: cue.target.and_then(|target| find(bearings, picture, target)),
    };
    let first = |wanted: &dyn Fn(&Cue) -> bool| {
        unsettled().find_map(|(number, step)| {
            let cue = step.cues.iter().find(|cue| wanted(cue) && cue.holds(bearings, sighting))?;
            Some(advice(number, step, cue))
        })
    };
    let there =
        |cue: &Cue| cue.target.is_none_or(|target| find(bearings, picture, target).is_some());
    // What will not come again is first; then what the person has begun.
    if let Some(urgent) = first(&|cue| cue.urgent && there(cue)) {
        return Some(urgent);
    }
    if sighting.screen.is_some_and(is_work) {
        return first(&|_| true).or_else(|| {
            // A form that a step is about is only not ready yet.
            let about = |step: &Step| {
                step.cues.iter().any(|cue| sighting.screen.is_some_and(|on| cue.on.contains(&on)))
            };
            if unsettled().any(|(_, step)| about(step)) {
                return None;
            }
            let (number, step) = journey.present(bearings)?;
            Some(advice(number, step, &NOT_NEEDED))
        });
    }
    // On the Azure bank the order is free: a step that can be taken right here comes before the
    // way to another page. On Marketo's the order matters, because the sync stands still meanwhile.
    if picture.site() == Some(Site::Azure)
        && let Some(here) = first(&|cue| !leads_away(cue) && there(cue))
    {
        return Some(here);
    }
    let (number, step) = journey.present(bearings)?;
    if Some(step.site) != picture.site() && sighting.screen.is_some() {
        return Some(Advice { number, step, cue: step.elsewhere, found: None });
    }
    let cue = step.cues.iter().find(|cue| cue.holds(bearings, sighting));
    // Where no page shows the step, the card on any page of the portal says what it is.
    let cue = cue.or_else(|| step.is_by_word().then_some(step.elsewhere))?;
    Some(advice(number, step, cue))
}

/// A control; of several bins in a table the one beside the secret that is to go.
fn find<'a>(
    bearings: &Bearings,
    picture: &Picture<'a>,
    target: Target,
) -> Option<(&'a Place, &'a Found)> {
    if target != Target::RemoveSecret {
        return picture.find(target);
    }
    let old = bearings.app()?.old.first()?;
    let mut rows = picture.glimpse.sighting.facts.secrets.iter().flatten();
    let row = rows.find(|row| row.secret_id.as_ref() == Some(&old.secret_id))?;
    Some((picture.place, row.bin.as_ref()?))
}

/// A cue that shows the way to another page.
fn leads_away(cue: &Cue) -> bool {
    matches!(cue.id, "open_app" | "tenant_id")
        || matches!(
            cue.target,
            Some(
                Target::MenuAuthentication
                    | Target::MenuApiPermissions
                    | Target::MenuCertificatesSecrets
            )
        )
}

/// What a note under the card says, and how it is meant.
pub(super) type Note = (Text, Tone);

/// The guide for an advice.
pub(super) fn guide(
    journey: &Journey,
    bearings: &Bearings,
    advice: &Advice,
    picture: &Picture<'_>,
    note: Option<Note>,
) -> Guide {
    let words = Words::of(bearings, advice.step, advice.cue, advice.found, picture.language());
    let (note, tone) = note.map_or((None, Tone::Plain), |(text, tone)| (Some(text), tone));
    Guide {
        target: advice.found.map(|(_, found)| found.node),
        step: advice.number,
        of: u32::try_from(journey.steps.len()).unwrap_or(u32::MAX),
        title: words.title,
        body: words.body,
        why: words.why,
        reason: reason::of_cue(advice.step, advice.cue, advice.found, picture),
        missing: words.missing,
        note,
        tone,
        // A card has no paste box: that is the panel's.
        button: advice.cue.button.filter(|button| *button != Button::Paste),
    }
}

/// The texts of a step and its cue.
pub(super) struct Words {
    pub title: Text,
    pub body: Text,
    pub why: Text,
    pub missing: Text,
}

impl Words {
    pub(super) fn of(
        bearings: &Bearings,
        step: &Step,
        cue: &Cue,
        found: Option<(&Place, &Found)>,
        language: Option<&str>,
    ) -> Self {
        let args: Vec<Arg> = cue
            .args
            .iter()
            .map(|arg| argument(*arg, bearings, step, cue, found, language))
            .collect();
        let text = |key: String| Text { key: key.into(), args: Vec::new() };
        Self {
            title: text(["step_", step.id, "_title"].concat()),
            body: Text { args: args.clone(), ..text(["cue_", cue.id].concat()) },
            why: text(["step_", step.id, "_why"].concat()),
            missing: Text { args, ..text(["cue_", cue.id, "_miss"].concat()) },
        }
    }
}

fn argument(
    arg: CueArg,
    bearings: &Bearings,
    step: &Step,
    cue: &Cue,
    found: Option<(&Place, &Found)>,
    language: Option<&str>,
) -> Arg {
    match arg {
        CueArg::Label => Arg::Label(
            found
                .map(|(_, found)| bare(&found.label).to_owned())
                .filter(|label| !label.is_empty())
                .or_else(|| cue.target.map(|target| expected(step.site, target, language)))
                .unwrap_or_default(),
        ),
        CueArg::LabelOf(target) => Arg::Label(expected(step.site, target, language)),
        CueArg::Suggest(text) => Arg::Plain(text.to_owned()),
        CueArg::AppName => Arg::Plain(
            bearings.app().and_then(|app| app.name.clone()).unwrap_or_else(|| "Marketo".to_owned()),
        ),
        CueArg::FailedChecks => {
            Arg::Plain(bearings.log.checks_that(Some(false)).count().to_string())
        }
        CueArg::UnclearNumber => Arg::Plain(
            bearings.unclear().map_or_else(String::new, |it| check_number(it).to_string()),
        ),
        CueArg::UnclearCheck => {
            Arg::Label(bearings.unclear().map_or_else(String::new, |it| check_label(it, language)))
        }
        CueArg::WaitsUntil => Arg::Time(bearings.waits_until().unwrap_or(bearings.now).0),
        CueArg::OldSecret => Arg::Plain(
            old(bearings).and_then(|old| old.description.clone()).unwrap_or_else(|| "–".to_owned()),
        ),
        CueArg::OldSecretId => {
            Arg::Plain(old(bearings).map(|old| old.secret_id.clone()).unwrap_or_default())
        }
    }
}

/// The secret that is to be removed next.
fn old<'a>(bearings: &Bearings<'a>) -> Option<&'a OldSecret> {
    bearings.app()?.old.first()
}
