//! The seven checks: red ones with their cures, unclear ones asked, and never all green before seven are.

use super::super::*;
use super::voyage::*;
use crate::{Arg, Button, Check, CheckView, Screen, Sighting, Target};

/// Before the checks, with the pair saved and the validation form filled.
fn validating() -> Voyage {
    let mut voyage = Voyage::with_pair();
    voyage.see(2, dynamics(Sync::Off, None));
    voyage.see(2, form(Screen::EditCredentials, false));
    voyage.press(2, Button::Fill);
    voyage.filled(2, None);
    voyage.see(2, dynamics(Sync::Off, Some(APP)));
    voyage.see(2, form(Screen::ValidateForm, false));
    voyage.press(2, Button::Fill);
    voyage.filled(2, None);
    voyage.see(2, form(Screen::ValidateForm, true));
    voyage
}

/// The first rows of a run that is not over.
fn running(rows: usize, passed: impl Fn(usize) -> Option<bool>) -> Sighting {
    let mut page = checks(passed);
    page.targets.remove(&Target::Close);
    page.facts.checks.as_mut().unwrap().truncate(rows);
    page
}

fn seen(voyage: &Voyage) -> Vec<CheckView> {
    voyage.ferry.view(voyage.now).voyage.unwrap().checks
}

fn ids(voyage: &Voyage) -> Vec<(String, Option<bool>, bool)> {
    let check = |it: CheckView| (it.id, it.passed, it.ask.is_some());
    seen(voyage).into_iter().map(check).collect()
}

fn card(voyage: &Voyage) -> Text {
    voyage.ferry.drawn.get(&place(2)).unwrap().body.clone()
}

fn judge(voyage: &mut Voyage, check: Check, passed: bool) {
    voyage.ask(Command::Judge { check, passed });
}

fn all_green(voyage: &Voyage) -> bool {
    voyage.ferry.logbook().voyage.as_ref().unwrap().all_green()
}

#[test]
fn a_red_x_opens_its_cause_and_the_steps_of_its_cure_with_the_places_named() {
    let mut voyage = validating();
    voyage.see(2, checks(|at| Some(at != 2)));
    assert_eq!(ids(&voyage), [("role".to_owned(), Some(false), false)]);
    let [role] = seen(&voyage).try_into().unwrap();
    assert_eq!(role.cause.key, "check_role_cause");
    let labels: Vec<&Arg> = role.cure.iter().flat_map(|part| &part.text.args).collect();
    for place in ["Security", "Manage Roles", "Marketo Config"] {
        assert!(labels.contains(&&Arg::Label(place.to_owned())), "{place}");
    }
    assert!(role.cure.iter().any(|part| part.url.is_some()), "the way to the consent");
    assert_eq!(card(&voyage).args[0], Arg::Plain("1".to_owned()));
    // It stays before the eyes while it is mended, whatever page is open.
    voyage.see(2, form(Screen::ValidateForm, false));
    assert_eq!(ids(&voyage).len(), 1);
    voyage.see(2, checks(|_| Some(true)));
    assert_eq!(ids(&voyage), []);
    assert!(all_green(&voyage));
}

#[test]
fn a_mark_that_cannot_be_told_is_asked_once_the_run_is_over() {
    let mut voyage = validating();
    let unclear = |at| (at != 4).then_some(true);
    voyage.see(2, running(6, unclear));
    assert_eq!(ids(&voyage), []);
    assert_eq!(card(&voyage).key, "cue_checks_running");
    voyage.see(2, checks(unclear));
    assert_eq!(ids(&voyage), [("steps".to_owned(), None, true)]);
    assert_eq!(card(&voyage).key, "cue_checks_unclear");
    assert_eq!(card(&voyage).args[0], Arg::Plain("5".to_owned()));
    assert!(!all_green(&voyage));

    judge(&mut voyage, Check::Steps, false);
    assert_eq!(ids(&voyage), [("steps".to_owned(), Some(false), true)]);
    assert!(!seen(&voyage)[0].cure.is_empty());
    assert_eq!(card(&voyage).key, "cue_checks_failed");
    // A person may have looked wrong.
    judge(&mut voyage, Check::Steps, true);
    assert!(all_green(&voyage));
    voyage.shows("enable_sync", Some(Target::Close));
}

#[test]
fn a_row_that_was_not_recognised_is_asked_like_one_that_cannot_be_told() {
    let mut voyage = validating();
    let mut page = checks(|_| Some(true));
    page.facts.checks.as_mut().unwrap().truncate(6);
    voyage.see(2, page);
    assert_eq!(ids(&voyage), [("match".to_owned(), None, true)]);
    assert!(!all_green(&voyage), "six of seven are not seven");
    judge(&mut voyage, Check::Match, true);
    assert!(all_green(&voyage));
}

#[test]
fn what_the_page_tells_is_not_a_persons_to_say() {
    let mut voyage = validating();
    voyage.see(2, checks(|at| Some(at != 2)));
    judge(&mut voyage, Check::Role, true);
    assert!(!all_green(&voyage));
    assert_eq!(ids(&voyage), [("role".to_owned(), Some(false), false)]);
}

#[test]
fn a_no_that_is_said_too_early_does_not_count() {
    let log = |voyage: &Voyage| voyage.ferry.logbook().voyage.clone().unwrap();
    // Before any run, while the form is filled, and while the run is under way: nothing is asked, so nothing is answered.
    let mut voyage = validating();
    judge(&mut voyage, Check::Steps, false);
    voyage.see(2, running(4, |_| Some(true)));
    judge(&mut voyage, Check::Steps, false);
    assert_eq!((log(&voyage).judged, ids(&voyage)), (vec![], vec![]));
    assert_eq!(card(&voyage).key, "cue_checks_running");
    voyage.see(2, checks(|_| Some(true)));
    assert!(all_green(&voyage));

    // Nor does a yes: Marketo has not looked yet.
    let mut voyage = validating();
    for check in Check::ALL {
        judge(&mut voyage, *check, true);
    }
    assert!(!all_green(&voyage));
}

#[test]
fn what_a_person_said_gives_way_to_what_the_page_tells() {
    let mut voyage = validating();
    voyage.see(2, checks(|at| (at != 4).then_some(true)));
    judge(&mut voyage, Check::Steps, false);
    assert_eq!(card(&voyage).key, "cue_checks_failed");
    // The mark has come late, or the page was redrawn in words that are known.
    voyage.see(2, checks(|_| Some(true)));
    assert_eq!(ids(&voyage), []);
    assert!(all_green(&voyage));
    voyage.see(2, checks(|at| Some(at != 4)));
    assert_eq!(ids(&voyage), [("steps".to_owned(), Some(false), false)]);
    judge(&mut voyage, Check::Steps, true);
    assert!(!all_green(&voyage), "the page's red mark is not a person's to say");
}

#[test]
fn an_answer_belongs_to_its_own_run() {
    let mut voyage = validating();
    let unclear = |at| (at != 4).then_some(true);
    voyage.see(2, checks(unclear));
    judge(&mut voyage, Check::Steps, true);
    assert!(all_green(&voyage));
    voyage.see(2, form(Screen::ValidateForm, true));
    voyage.see(2, running(3, unclear));
    assert!(!all_green(&voyage), "another run has begun");
    voyage.see(2, checks(unclear));
    assert_eq!(ids(&voyage), [("steps".to_owned(), None, true)]);
    assert!(!all_green(&voyage));

    // What was said to be red is red until Marketo has run again.
    judge(&mut voyage, Check::Steps, false);
    voyage.see(2, form(Screen::ValidateForm, false));
    assert_eq!(ids(&voyage), [("steps".to_owned(), Some(false), false)]);
}

#[test]
fn a_list_in_words_that_nobody_knows_is_asked_whole() {
    let mut voyage = validating();
    let unknown = Sighting { site: Some(crate::Site::Marketo), ..Sighting::default() };
    voyage.see(2, unknown);
    assert_eq!(ids(&voyage).len(), 7);
    for (at, check) in Check::ALL.iter().enumerate() {
        assert!(!all_green(&voyage), "{at} of seven");
        judge(&mut voyage, *check, true);
    }
    assert!(all_green(&voyage));
}

#[test]
fn the_tab_that_reconfigures_asks_and_names_cures_too() {
    let mut voyage = validating();
    voyage.ask(Command::Start { journey: "reconfigure".to_owned() });
    let page = |passed: &dyn Fn(usize) -> Option<bool>| {
        let mut page = marketo(Screen::Reconfigure, Some(Sync::Off), &[Target::Validate]);
        page.facts.checks = checks(passed).facts.checks;
        page
    };
    voyage.see(2, page(&|at| Some(at != 0)));
    assert_eq!(ids(&voyage), [("url".to_owned(), Some(false), false)]);
    voyage.shows("validate", Some(Target::Validate));
    voyage.see(2, page(&|at| (at != 0).then_some(true)));
    assert_eq!(ids(&voyage), [("url".to_owned(), None, true)]);
}
