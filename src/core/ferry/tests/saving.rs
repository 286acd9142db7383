//! Whether the filled form was saved or cancelled, as far as the page tells; else the person is asked.

use super::super::*;
use super::voyage::*;
use crate::{Button, Screen, Target};

/// A new secret for the app that Marketo has already: its page never shows the difference.
fn filled() -> Voyage {
    let mut voyage = Voyage::on("rotate");
    voyage.see(1, shown_secret(APP));
    voyage.press(1, Button::Keep);
    voyage.answer(1, crate::specimen::current(1));
    voyage.see(2, dynamics(Sync::Off, Some(APP)));
    voyage.see(2, form(Screen::EditCredentials, false));
    voyage.press(2, Button::Fill);
    voyage.filled(2, None);
    voyage.see(2, form(Screen::EditCredentials, true));
    voyage
}

fn is_saved(voyage: &Voyage) -> bool {
    voyage.ferry.logbook().voyage.as_ref().unwrap().is_saved()
}

fn body(voyage: &Voyage) -> String {
    voyage.ferry.drawn.get(&place(2)).unwrap().body.key.to_string()
}

#[test]
fn a_form_that_was_seen_being_sent_is_saved() {
    let mut voyage = filled();
    voyage.see(2, sending());
    voyage.see(2, dynamics(Sync::Off, Some(APP)));
    assert!(is_saved(&voyage));
    voyage.shows("fill_validate", Some(Target::ValidateTab));
}

#[test]
fn a_cancelled_form_is_not_saved_and_the_person_is_asked() {
    let mut voyage = filled();
    voyage.see(2, dynamics(Sync::Off, Some(APP)));
    assert!(!is_saved(&voyage));
    assert_eq!(body(&voyage), "cue_save_unsure");
    voyage.shows("save_credentials", Some(Target::EditCredentials));
    // It was cancelled: the form is opened once more, and is empty.
    voyage.see(2, form(Screen::EditCredentials, false));
    voyage.shows("fill_credentials", Some(Target::ClientSecret));
    voyage.see(2, dynamics(Sync::Off, Some(APP)));
    assert_eq!(body(&voyage), "cue_edit_credentials");
    assert!(!is_saved(&voyage));
}

#[test]
fn a_persons_word_counts_where_the_page_says_nothing() {
    let mut voyage = filled();
    voyage.see(2, dynamics(Sync::Off, Some(APP)));
    voyage.press(2, Button::Vouch);
    assert!(is_saved(&voyage));
    voyage.shows("fill_validate", Some(Target::ValidateTab));
    // The word is given for this form, and not for one to come.
    let rows = voyage.ferry.logbook().voyage.as_ref().unwrap().passed.clone();
    assert!(!rows.contains(&"save_credentials".to_owned()));
}

#[test]
fn a_form_that_marketo_did_not_take_is_not_saved() {
    let mut voyage = filled();
    voyage.see(2, sending());
    voyage.see(2, form(Screen::EditCredentials, true));
    voyage.see(2, dynamics(Sync::Off, Some(APP)));
    assert!(!is_saved(&voyage));
}

#[test]
fn a_form_whose_button_was_never_ready_was_not_sent() {
    let mut voyage = filled();
    let log = voyage.ferry.logbook.voyage.as_mut().unwrap();
    (log.ready, log.sent) = (false, false);
    voyage.see(2, sending());
    voyage.see(2, dynamics(Sync::Off, Some(APP)));
    assert!(!is_saved(&voyage));
}

#[test]
fn another_client_id_than_before_says_all() {
    let mut voyage = Voyage::with_pair();
    voyage.see(2, dynamics(Sync::Off, Some(OTHER)));
    voyage.see(2, form(Screen::EditCredentials, false));
    voyage.press(2, Button::Fill);
    voyage.filled(2, None);
    voyage.see(2, dynamics(Sync::Off, Some(APP)));
    assert!(is_saved(&voyage));
    // A cancelled form leaves the other one there.
    voyage.see(2, dynamics(Sync::Off, Some(OTHER)));
    assert!(!is_saved(&voyage));
}
