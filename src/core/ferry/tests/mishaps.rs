//! What goes wrong around Keyferry: each mishap has its sentence, and none does harm.

use super::voyage::*;
use super::*;
use crate::connections::{CONNECTIONS_VERSION, Connections};
use crate::{Chore, Connection, HandFault, LOGBOOK_VERSION, VoyageLog};

/// A worker that finds this in the stores, after its first event.
fn woken(memory: Memory, now: Moment) -> (Voyage, Vec<Effect>) {
    let ferry = Ferry::wake("chrome-extension://own".to_owned(), memory, now);
    let mut voyage = Voyage { ferry, now, effects: Vec::new() };
    voyage.tell(Event::Foreground { tab: None });
    let effects = voyage.effects.clone();
    (voyage, effects)
}

/// What the worker under way has stored, with the records changed as JSON.
fn stored(voyage: &Voyage, change: impl Fn(&mut serde_json::Value)) -> Memory {
    let mut pair = serde_json::to_value(voyage.ferry.record()).unwrap();
    change(&mut pair);
    let logbook = serde_json::to_value(voyage.ferry.logbook()).unwrap();
    let pair = serde_json::from_value(pair).ok();
    Memory {
        logbook: Some(serde_json::from_value(logbook).unwrap()),
        connections: Some(voyage.ferry.connections().clone()),
        watch: true,
        pair_lost: pair.is_none(),
        pair,
        ..Memory::default()
    }
}

/// What the panel says first.
fn notices(voyage: &Voyage) -> Vec<String> {
    let notices = voyage.ferry.view(voyage.now).notices;
    let keys = notices.iter().map(|notice| notice.text.key.to_string());
    keys.filter(|key| key != "pair_dropped").collect()
}

fn connection() -> Connection {
    Connection {
        client_id: APP.to_owned(),
        expires: Some("2029-06-30".to_owned()),
        ..Connection::default()
    }
}

#[test]
fn a_logbook_is_taken_up_or_dropped_by_its_version() {
    for version in 0..LOGBOOK_VERSION + 3 {
        let logbook =
            Logbook { version, language: Some("sv".to_owned()), ..Voyage::begin().ferry.logbook };
        let (voyage, effects) =
            woken(Memory { logbook: Some(logbook.clone()), watch: true, ..Memory::default() }, NOW);
        if (1..=LOGBOOK_VERSION).contains(&version) {
            assert_eq!(*voyage.ferry.logbook(), Logbook { version: LOGBOOK_VERSION, ..logbook });
            assert_eq!(voyage.note(), None);
        } else {
            assert_eq!(*voyage.ferry.logbook(), Logbook { dropped: true, ..Logbook::default() });
            assert_eq!(notices(&voyage), ["state_dropped", "connections_dropped"]);
            assert!(effects.contains(&Effect::Store));
            assert!(effects.contains(&Effect::Watch { on: false }));
        }
    }
}

#[test]
fn the_connections_have_moved_out_of_the_logbook() {
    let old = serde_json::json!({
        "version": 3, "language": "sv", "marketo_url": null, "cloud": null, "voyage": null,
        "connections": [connection()],
    });
    let logbook: Logbook = serde_json::from_value(old).unwrap();
    let (voyage, effects) = woken(Memory { logbook: Some(logbook), ..Memory::default() }, NOW);
    assert_eq!(*voyage.ferry.connections(), Connections::of(vec![connection()]));
    assert!(voyage.ferry.logbook().connections.is_empty());
    assert!(effects.contains(&Effect::Store) && notices(&voyage).is_empty());
    let written = serde_json::to_value(voyage.ferry.logbook()).unwrap();
    assert_eq!(written.get("connections"), None);
    assert_eq!(written["language"], "sv");
}

#[test]
fn the_connections_outlive_a_logbook_that_cannot_be_read_and_the_other_way_round() {
    let all = Connections::of(vec![connection()]);
    let memory = Memory { connections: Some(all.clone()), logbook_lost: true, ..Memory::default() };
    let (voyage, _) = woken(memory, NOW);
    assert_eq!(*voyage.ferry.connections(), all);
    assert_eq!(notices(&voyage), ["state_dropped"]);
    for version in [0, CONNECTIONS_VERSION + 1] {
        let voyage = Voyage::begin();
        let connections = Some(Connections { version, ..all.clone() });
        let (woken, effects) = woken(Memory { connections, ..stored(&voyage, |_| ()) }, NOW);
        assert!(woken.ferry.connections().all.is_empty());
        assert_eq!(woken.ferry.logbook(), voyage.ferry.logbook());
        assert_eq!(notices(&woken), ["connections_dropped"]);
        assert!(effects.contains(&Effect::Store));
    }
}

#[test]
fn that_something_was_dropped_is_said_until_the_next_journey_begins() {
    let lost = Memory { logbook_lost: true, connections_lost: true, ..Memory::default() };
    let (voyage, _) = woken(lost, NOW);
    let said = ["state_dropped", "connections_dropped"];
    assert_eq!(notices(&voyage), said);
    let (mut voyage, effects) = woken(Memory { watch: false, ..stored(&voyage, |_| ()) }, NOW);
    assert_eq!(notices(&voyage), said);
    assert!(!effects.contains(&Effect::Store), "nothing new was dropped");
    voyage.ask(Command::Start { journey: "online".to_owned() });
    assert_eq!(notices(&voyage), [""; 0]);
}

#[test]
fn the_pages_are_told_to_watch_when_they_should() {
    for (watch, told) in [(true, None), (false, Some(Effect::Watch { on: true }))] {
        let (_, effects) = woken(Memory { watch, ..stored(&Voyage::begin(), |_| ()) }, NOW);
        assert_eq!(effects.into_iter().find(|it| matches!(it, Effect::Watch { .. })), told);
    }
    let (_, effects) = woken(Memory { watch: true, ..Memory::default() }, NOW);
    assert!(effects.contains(&Effect::Watch { on: false }));
}

#[test]
fn what_is_no_record_is_dropped_and_said() {
    let (voyage, effects) = woken(Memory { logbook_lost: true, ..Memory::default() }, NOW);
    assert_eq!(notices(&voyage), ["state_dropped", "connections_dropped"]);
    assert!(effects.contains(&Effect::Store));
    let (voyage, effects) = woken(Memory { pair_lost: true, ..Memory::default() }, NOW);
    assert_eq!(voyage.note().as_deref(), Some("pair_dropped"));
    assert!(effects.contains(&Effect::Forget));
    let (voyage, effects) = woken(Memory::default(), NOW);
    assert_eq!((voyage.note(), effects), (None, Vec::new()));
}

#[test]
fn addresses_of_no_portal_are_left_out_of_a_logbook() {
    let own = |path: &str| format!("chrome-extension://own/practice/{path}");
    let long = format!("https://app-ab12.marketo.com/#{}", "x".repeat(5000));
    for (url, azure, marketo) in [
        ("https://portal.azure.com/", true, false),
        ("https://app-ab12.marketo.com/#MS1", false, true),
        (&own("marketo/index.html"), false, true),
        (&own("azure/index.html"), true, false),
        (&long, false, false),
        ("https://portal.azure.com.evil.example/", false, false),
        ("http://portal.azure.com/", false, false),
        ("javascript:alert(1)", false, false),
        ("", false, false),
    ] {
        let some = || Some(url.to_owned());
        let mut logbook = Voyage::begin().ferry.logbook;
        logbook.marketo_url = some();
        let log = logbook.voyage.as_mut().unwrap();
        (log.azure_url, log.marketo_url) = (some(), some());
        let kept = logbook.taken_up("chrome-extension://own").unwrap();
        let log = kept.voyage.unwrap();
        assert_eq!(kept.marketo_url.is_some(), marketo, "{url}");
        assert_eq!(log.marketo_url.is_some(), marketo, "{url}");
        assert_eq!(log.azure_url.is_some(), azure, "{url}");
    }
    let nowhere = VoyageLog { journey: "nowhere".to_owned(), ..VoyageLog::default() };
    assert_eq!(Logbook { voyage: Some(nowhere), ..Logbook::default() }.taken_up(""), None);
}

#[test]
fn a_record_whose_time_is_up_or_that_is_damaged_does_not_stay() {
    let voyage = Voyage::with_pair();
    let over = later(15 * 60 + 2);
    let (late, effects) = woken(stored(&voyage, |_| ()), over);
    assert_eq!(late.note().as_deref(), Some("pair_expired"));
    assert!(effects.contains(&Effect::Forget));
    for (field, value) in [("version", 0), ("version", 99), ("until", 5)] {
        let (woken, effects) = woken(stored(&voyage, |record| record[field] = value.into()), NOW);
        assert_eq!(woken.pair(), None);
        assert_eq!(woken.note().as_deref(), Some("pair_dropped"), "{field} {value}");
        assert!(effects.contains(&Effect::Forget));
    }
    let (woken, effects) = woken(stored(&voyage, |_| ()), NOW);
    assert_eq!(woken.pair().as_deref(), Some(APP));
    assert!(!effects.contains(&Effect::Forget));
}

#[test]
fn a_pair_that_cannot_be_stored_is_not_held() {
    let mut voyage = Voyage::with_pair();
    voyage.effects.clear();
    voyage.tell(Event::Stored { chore: Chore::Keep, failed: true });
    assert_eq!(voyage.pair(), None);
    assert!(voyage.effects.contains(&Effect::Forget));
    assert_eq!(voyage.note().as_deref(), Some("storage_keep"));
    voyage.shows("keep_secret", Some(Target::SecretValue));
}

#[test]
fn a_storage_that_fails_is_said_for_as_long_as_it_does() {
    let mut voyage = Voyage::with_pair();
    let said = |voyage: &Voyage, key: &str| {
        voyage.ferry.view(NOW).notices.iter().any(|notice| notice.text.key == key)
    };
    for (chore, key) in [
        (Chore::Recall, "storage_recall"),
        (Chore::Store, "storage_store"),
        (Chore::Forget, "storage_forget"),
    ] {
        voyage.tell(Event::Stored { chore, failed: true });
        assert!(said(&voyage, key));
        voyage.tell(Event::Stored { chore, failed: false });
        assert!(!said(&voyage, key));
    }
    assert!(voyage.pair().is_some());
}

#[test]
fn without_a_network_every_card_says_so() {
    let mut voyage = Voyage::begin();
    voyage.see(1, azure(Screen::AppList, None, &[Target::NewRegistration]));
    for (on, note) in [(false, Some("offline")), (true, None)] {
        voyage.tell(Event::Online { on });
        let guide = voyage.ferry.drawn.get(&place(1)).unwrap();
        assert_eq!(guide.note.as_ref().map(|note| note.key.as_ref()), note);
        assert_eq!(voyage.ferry.view(NOW).notices.len(), usize::from(!on));
    }
}

#[test]
fn a_page_that_goes_in_the_middle_of_an_act_ends_the_act() {
    let left = Event::Left { place: place(1) };
    for (event, note) in [(left, "fault_left"), (Event::Closed { tab: 1 }, "fault_closed")] {
        let mut voyage = Voyage::begin();
        voyage.see(1, shown_secret(APP));
        voyage.press(1, Button::Keep);
        voyage.tell(Event::Closed { tab: 7 });
        voyage.tell(event);
        assert_eq!(voyage.note().as_deref(), Some(note));
        voyage.answer(1, specimen::current(1));
        assert_eq!(voyage.pair(), None, "an answer from the grave");
    }
}

#[test]
fn a_tab_that_is_closed_in_the_middle_of_an_act_was_not_loaded_anew() {
    let mut voyage = Voyage::begin();
    voyage.see(1, shown_secret(APP));
    voyage.press(1, Button::Keep);
    voyage.tell(Event::Left { place: place(1) });
    voyage.tell(Event::Closed { tab: 7 });
    assert_eq!(voyage.note().as_deref(), Some("fault_left"));
    voyage.tell(Event::Closed { tab: 1 });
    assert_eq!(voyage.note().as_deref(), Some("fault_closed"));
}

#[test]
fn a_form_that_went_during_the_fill_may_be_filled_when_it_is_back() {
    let mut voyage = Voyage::with_pair();
    voyage.see(2, form(Screen::EditCredentials, false));
    voyage.press(2, Button::Fill);
    let order = voyage.order().unwrap();
    assert!(voyage.ferry.redeem(order, NOW).is_some());
    voyage.tell(Event::Left { place: place(2) });
    assert_eq!(voyage.note().as_deref(), Some("fault_left"));
    voyage.see(2, form(Screen::EditCredentials, false));
    voyage.press(2, Button::Fill);
    voyage.filled(2, None);
    assert_eq!(voyage.ferry.logbook.voyage.as_ref().unwrap().filled.as_deref(), Some(APP));
}

#[test]
fn a_worker_that_was_ended_during_the_fill_learns_from_the_page() {
    for (screen, saved) in [(Screen::EditCredentials, "filled"), (Screen::ValidateForm, "")] {
        let mut voyage = Voyage::with_pair();
        voyage.see(2, form(screen, false));
        voyage.press(2, Button::Fill);
        let order = voyage.order().unwrap();
        assert!(voyage.ferry.redeem(order, NOW).is_some());

        let (mut voyage, _) = woken(stored(&voyage, |_| ()), NOW);
        voyage.tell(Event::Filled { order, place: place(2), fault: None });
        voyage.see(2, form(screen, false));
        let log = |voyage: &Voyage| voyage.ferry.logbook.voyage.clone().unwrap();
        assert!(log(&voyage).filled.is_none() && !log(&voyage).validating);
        voyage.see(2, form(screen, true));
        assert_eq!(log(&voyage).filled.is_some(), saved == "filled");
        assert_eq!(log(&voyage).validating, saved.is_empty());

        // A form that was filled by somebody else says nothing of this pair.
        let (mut voyage, _) = woken(stored(&Voyage::with_pair(), |_| ()), NOW);
        voyage.see(2, form(screen, true));
        assert!(log(&voyage).filled.is_none() && !log(&voyage).validating);
    }
}

#[test]
fn a_form_is_not_saved_by_the_page_that_comes_after_a_reload() {
    let mut voyage = Voyage::with_pair();
    voyage.see(2, form(Screen::EditCredentials, false));
    voyage.press(2, Button::Fill);
    voyage.filled(2, None);
    // The worker was ended and does not hear that the page goes.
    let (mut voyage, _) = woken(stored(&voyage, |_| ()), NOW);
    let page = marketo(Screen::Dynamics, Some(Sync::Off), &[Target::EditCredentials]);
    voyage.see(3, page.clone());
    let log = |voyage: &Voyage| voyage.ferry.logbook.voyage.clone().unwrap();
    assert_eq!(log(&voyage).saved, None);
    assert_eq!(log(&voyage).filled, None);
}

#[test]
fn a_silent_page_is_named_after_a_while() {
    let mut voyage = Voyage::with_pair();
    voyage.see(2, form(Screen::EditCredentials, false));
    voyage.press(2, Button::Fill);
    assert!(voyage.effects.contains(&Effect::Linger { milliseconds: 10_000 }));
    voyage.now = later(9);
    voyage.tell(Event::Rang);
    assert_eq!(voyage.note(), None);
    voyage.now = later(120);
    voyage.tell(Event::Rang);
    assert_eq!(voyage.note().as_deref(), Some("page_slow"));
    voyage.filled(2, None);
    assert_eq!(voyage.note(), None);

    // The hand says what went wrong: that counts.
    voyage.see(2, form(Screen::ValidateForm, false));
    voyage.press(2, Button::Fill);
    voyage.now = later(240);
    voyage.tell(Event::Rang);
    voyage.filled(2, Some(HandFault::Reverted));
    assert_eq!(voyage.note().as_deref(), Some("fault_reverted"));

    // A tab that was opened and does not come.
    voyage.press(2, Button::OpenAzure);
    voyage.effects.clear();
    voyage.tell(Event::Closed { tab: 1 });
    voyage.press(2, Button::OpenAzure);
    voyage.now = later(251);
    voyage.tell(Event::Rang);
    assert_eq!(voyage.note().as_deref(), Some("page_slow"));
}

#[test]
fn the_last_tab_of_the_present_side_is_missed() {
    let mut voyage = Voyage::begin();
    let list = azure(Screen::AppList, None, &[Target::NewRegistration]);
    voyage.see(1, list.clone());
    voyage.see(2, list);
    voyage.tell(Event::Closed { tab: 2 });
    assert_eq!(voyage.note(), None);
    voyage.tell(Event::Closed { tab: 1 });
    assert_eq!(voyage.note().as_deref(), Some("tab_closed"));
}

#[test]
fn after_a_restart_of_the_browser_it_says_what_became_of_the_pair() {
    let voyage = Voyage::with_pair();
    let memory = Memory { pair: None, ..stored(&voyage, |_| ()) };
    let (mut voyage, _) = woken(memory, NOW);
    voyage.tell(Event::BrowserStarted);
    assert_eq!(voyage.note().as_deref(), Some("pair_gone"));
    let mut voyage = Voyage::begin();
    voyage.tell(Event::BrowserStarted);
    assert_eq!(voyage.note(), None);
}
