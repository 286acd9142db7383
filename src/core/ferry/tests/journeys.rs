//! What each journey does that the first one does not.

use super::super::*;
use super::voyage::*;
use crate::{Button, Screen, SecretRow, Sighting, Target, specimen};

/// The table with an old secret and the one that was just made.
fn secrets(shown: bool, ids: &[&str]) -> Sighting {
    let mut page = shown_secret(APP);
    let made = page.facts.secrets.take().and_then(|rows| rows.into_iter().next());
    let rows = ids.iter().enumerate().map(|(at, id)| SecretRow {
        secret_id: Some((*id).to_owned()),
        description: Some(format!("secret {at}")),
        expires: Some("2027-05-22".to_owned()),
        bin: Some(crate::Found { node: 900 + u32::try_from(at).unwrap(), ..Default::default() }),
        ..SecretRow::default()
    });
    let mut rows: Vec<SecretRow> = rows.collect();
    if let (true, Some(last), Some(made)) = (shown, rows.last_mut(), made) {
        (last.value, last.cell) = (made.value, made.cell);
    }
    page.facts.secrets = Some(rows);
    if !shown {
        page.targets.remove(&Target::SecretValue);
    }
    page
}

#[test]
fn a_new_secret_for_the_same_app_is_saved_only_when_it_was_filled_in() {
    let mut voyage = Voyage::on("rotate");
    voyage.see(1, secrets(true, &[OLD, NEW]));
    voyage.press(1, Button::Keep);
    voyage.answer(1, specimen::current(1));
    // Marketo has this client ID already: with the old secret.
    voyage.see(2, dynamics(Sync::On, Some(APP)));
    voyage.see(2, dynamics(Sync::Off, Some(APP)));
    voyage.shows("fill_credentials", Some(Target::EditCredentials));
}

const OLD: &str = "00000000-1111-4222-8333-444444444444";
const NEW: &str = "00000000-5555-4666-8777-888888888888";

#[test]
fn the_old_secret_is_removed_by_its_id_once_marketo_works_with_the_new() {
    let mut voyage = Voyage::on("rotate");
    voyage.see(1, azure(Screen::AppList, None, &[]));
    voyage.shows("find_app", None);
    voyage.see(1, secrets(true, &[OLD, NEW]));
    voyage.press(1, Button::Keep);
    voyage.answer(1, specimen::current(1));
    voyage.see(1, secrets(false, &[OLD, NEW]));
    voyage.shows("open_dynamics", None);
    voyage.carry(APP);
    voyage.see(2, dynamics(Sync::On, Some(APP)));
    assert_eq!(voyage.pair(), None);
    voyage.shows("remove_secret", None);

    voyage.see(1, secrets(false, &[OLD, NEW]));
    let guide = voyage.ferry.drawn.get(&place(1)).unwrap();
    assert_eq!(guide.target, Some(900), "the bin of the old one");
    // A table that is not there whole says nothing.
    voyage.see(1, secrets(false, &[]));
    voyage.shows("remove_secret", None);
    assert!(!voyage.effects.contains(&Effect::Badge { badge: Badge::Done }));
    voyage.see(1, secrets(false, &[NEW]));
    assert!(voyage.ferry.view(NOW).voyage.unwrap().now.is_none());
    assert!(voyage.effects.contains(&Effect::Badge { badge: Badge::Done }));
}

#[test]
fn an_app_whose_secret_is_about_to_end_is_offered_a_new_one() {
    for (ends, offered) in [("2027-02-01", true), ("2026-12-31", true), ("2027-12-31", false)] {
        let mut voyage = Voyage::begin();
        voyage.see(1, permissions(true));
        let mut page = azure(Screen::CertificatesSecrets, Some(APP), &[Target::NewClientSecret]);
        let expires = Some(ends.to_owned());
        page.facts.secrets = Some(vec![SecretRow { expires, ..SecretRow::default() }]);
        voyage.see(1, page);
        let suggestion = voyage.ferry.view(NOW).voyage.unwrap().suggestion;
        assert_eq!(
            suggestion.map(|better| better.journey.id).as_deref(),
            offered.then_some("rotate")
        );

        // What was seen is not forgotten with the change.
        voyage.ask(Command::Start { journey: "rotate".to_owned() });
        let view = voyage.ferry.view(NOW).voyage.unwrap();
        assert_eq!((view.journey.as_str(), view.suggestion), ("rotate", None));
        assert_eq!(voyage.ferry.logbook().voyage.as_ref().unwrap().app.as_deref(), Some(APP));
    }
}
