//! A press that comes once more, before the answer or after it.

use super::voyage::*;
use super::*;
use crate::OrderId;

fn orders(voyage: &Voyage) -> usize {
    let order = |effect: &&Effect| matches!(effect, Effect::Take { .. } | Effect::Fill { .. });
    voyage.effects.iter().filter(order).count()
}

/// Before the form for the credentials, with the pair on board.
fn at_form() -> Voyage {
    let mut voyage = Voyage::with_pair();
    let log = voyage.ferry.logbook.voyage.as_mut().unwrap();
    let app = log.apps.get_mut(APP).unwrap();
    (app.permission, app.consent) = (true, true);
    voyage.see(2, dynamics(Sync::Off, None));
    voyage.see(2, form(Screen::EditCredentials, false));
    voyage.effects.clear();
    voyage
}

#[test]
fn a_second_press_before_the_answer_changes_nothing() {
    let mut reading = Voyage::begin();
    reading.see(1, shown_secret(APP));
    reading.press(1, Button::Keep);
    reading.press(1, Button::Keep);
    reading.ask(Command::Press { button: Button::Keep });
    assert_eq!(orders(&reading), 1);
    reading.answer(1, specimen::current(1));
    assert_eq!(reading.pair().as_deref(), Some(APP));

    let mut filling = at_form();
    filling.press(2, Button::Fill);
    assert!(filling.ferry.redeem(OrderId(2), NOW).is_some());
    for _ in 0..3 {
        filling.press(2, Button::Fill);
        filling.ask(Command::Press { button: Button::Fill });
        filling.ask(Command::Act);
    }
    assert_eq!((orders(&filling), filling.note()), (1, None));
    filling.tell(Event::Filled { order: OrderId(2), place: place(2), fault: None });
    filling.see(2, form(Screen::EditCredentials, true));
    filling.shows("save_credentials", Some(Target::Save));
}

#[test]
fn a_press_in_another_tab_or_document_is_no_second_press() {
    let mut voyage = at_form();
    voyage.press(2, Button::Fill);
    voyage.see(3, form(Screen::EditCredentials, false));
    voyage.press(3, Button::Fill);
    assert_eq!(orders(&voyage), 2);

    let mut gone = at_form();
    gone.press(2, Button::Fill);
    gone.ferry.lookout.leave(&place(2));
    gone.press(2, Button::Fill);
    assert_eq!(gone.note().as_deref(), Some("fault_gone"));
}

#[test]
fn a_press_that_comes_late_finds_the_form_filled() {
    let mut voyage = at_form();
    voyage.press(2, Button::Fill);
    voyage.filled(2, None);
    voyage.see(2, form(Screen::EditCredentials, true));
    voyage.press(2, Button::Fill);
    assert_eq!((orders(&voyage), voyage.note()), (1, None));
    voyage.shows("save_credentials", Some(Target::Save));
}

#[test]
fn a_form_that_is_emptied_may_be_filled_again_whichever_half_it_lost() {
    for lost in [Target::ClientId, Target::ClientSecret] {
        let mut voyage = at_form();
        voyage.press(2, Button::Fill);
        voyage.filled(2, None);
        voyage.see(2, form(Screen::EditCredentials, true));
        let mut emptied = form(Screen::EditCredentials, true);
        emptied.targets.get_mut(&lost).unwrap().filled = false;
        voyage.see(2, emptied);
        voyage.shows("fill_credentials", Some(Target::ClientSecret));
        voyage.press(2, Button::Fill);
        voyage.filled(2, None);
        voyage.see(2, form(Screen::EditCredentials, true));
        voyage.shows("save_credentials", Some(Target::Save));
    }
}
