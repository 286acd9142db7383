//! Consent in every state: not asked yet, already granted, not allowed, declined, given elsewhere.

use super::super::*;
use super::voyage::*;
use crate::{Button, Recipe, RowState, Screen, Sighting, Target};

/// The same for somebody who may not grant it.
fn greyed() -> Sighting {
    let mut page = permissions(false);
    page.targets.remove(&Target::GrantAdminConsent);
    page.misses.insert(Target::GrantAdminConsent, crate::Miss::Greyed);
    page
}

fn question() -> Sighting {
    azure(Screen::ConsentDialog, Some(APP), &[Target::ConfirmConsent])
}

/// What stands beside the present step, and which of it lies open.
fn beside(voyage: &Voyage) -> (Vec<String>, Option<String>) {
    let recipes: Vec<Recipe> = voyage.ferry.view(voyage.now).recipes;
    let open = recipes.iter().find(|it| it.open).map(|it| it.id.clone());
    (recipes.into_iter().filter(|it| it.beside).map(|it| it.id).collect(), open)
}

fn card_note(voyage: &Voyage) -> Option<String> {
    Some(voyage.ferry.drawn.get(&place(1))?.note.as_ref()?.key.to_string())
}

#[test]
fn the_other_ways_stand_beside_the_step_and_nowhere_else() {
    let mut voyage = Voyage::begin();
    voyage.see(1, azure(Screen::AppList, None, &[Target::NewRegistration]));
    assert_eq!(beside(&voyage), (vec![], None));
    voyage.see(1, permissions(false));
    let all = ["consent_link", "consent_user", "consent_ask", "consent_declined"];
    assert_eq!(beside(&voyage), (all.map(str::to_owned).into(), None));
    voyage.see(1, permissions(true));
    assert_eq!(beside(&voyage), (vec![], None));
}

#[test]
fn consent_that_is_granted_already_is_said_and_not_asked_for() {
    let mut voyage = Voyage::begin();
    voyage.see(1, permissions(true));
    assert_eq!(
        card_note(&voyage).as_deref(),
        Some("consent_already"),
        "on the way to the next step"
    );

    // What was granted before the eyes is not said to have been there already.
    let mut voyage = Voyage::begin();
    voyage.see(1, permissions(false));
    voyage.see(1, permissions(true));
    assert_eq!(voyage.note(), None);

    // A journey that has nothing to do with consent says nothing of it.
    let mut voyage = Voyage::on("rotate");
    voyage.see(1, permissions(true));
    assert_eq!(voyage.note(), None);
}

#[test]
fn a_grey_button_opens_the_message_to_somebody_who_may() {
    let mut voyage = Voyage::begin();
    voyage.see(1, greyed());
    voyage.shows("grant_consent", None);
    assert_eq!(beside(&voyage).1.as_deref(), Some("consent_ask"));
    // Whoever goes on is not held up, and the row says so until the page says otherwise.
    voyage.press(1, Button::PassOver);
    let state = |voyage: &Voyage| {
        let rows = voyage.ferry.view(NOW).voyage.unwrap().azure.steps;
        rows.into_iter().find(|row| row.id == "consent").map(|row| row.state)
    };
    assert_eq!(state(&voyage), Some(RowState::Passed));
    voyage.see(1, permissions(true));
    assert_eq!(state(&voyage), Some(RowState::Done));
}

#[test]
fn a_no_is_told_once_the_page_has_had_time_to_say_otherwise() {
    let mut voyage = Voyage::begin();
    voyage.see(1, permissions(false));
    voyage.see(1, question());
    voyage.see(1, permissions(false));
    let quiet = |voyage: &Voyage| {
        assert_eq!(beside(voyage).1, None);
        assert_ne!(card_note(voyage).as_deref(), Some("consent_no"));
    };
    quiet(&voyage);
    // A little early is too early: the list may be about to say that consent is granted.
    voyage.now = later(2);
    voyage.tell(Event::Rang);
    quiet(&voyage);
    voyage.now = later(3);
    voyage.tell(Event::Rang);
    assert_eq!(card_note(&voyage).as_deref(), Some("consent_no"));
    assert_eq!(beside(&voyage).1.as_deref(), Some("consent_declined"));
    let note = |voyage: &Voyage| voyage.ferry.view(voyage.now).voyage.unwrap().now.unwrap().note;
    assert_eq!(note(&voyage).unwrap().key, "consent_no");

    // Asked again, nothing is held against anybody.
    voyage.see(1, question());
    assert_eq!(note(&voyage), None);
    voyage.see(1, permissions(true));
    assert_eq!(card_note(&voyage), None);
    assert_eq!(beside(&voyage), (vec![], None));
}

#[test]
fn the_sync_users_own_consent_counts_by_the_admins_word_and_can_be_taken_back() {
    let mut voyage = Voyage::begin();
    voyage.see(1, permissions(false));
    let check = |voyage: &mut Voyage, done| {
        voyage.ask(Command::CheckOff { recipe: "consent_user".to_owned(), done });
        let rows = voyage.ferry.view(NOW).voyage.unwrap().azure.steps;
        rows.into_iter().find(|row| row.id == "consent").unwrap()
    };
    let row = check(&mut voyage, true);
    assert_eq!(row.state, RowState::Done);
    assert_eq!(row.remark.unwrap().key, "remark_by_word");
    assert_eq!(check(&mut voyage, false).state, RowState::Now);
}
