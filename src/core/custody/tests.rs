//! Custody by tables, then by random sequences against a model that knows nothing of its inside.

use proptest::prelude::*;

use super::*;
use crate::Screen;
use crate::credential::specimen::{self, Dice};

const START: Moment = Moment(1_800_000_000_000);

fn at(milliseconds: u64) -> Moment {
    after(START, milliseconds)
}

fn provenance(app: u64) -> Provenance {
    let mut dice = Dice::new(app);
    Provenance {
        client_id: dice.guid(),
        tenant_id: Some(dice.guid()),
        secret_id: Some(dice.guid()),
        practice: false,
        source: Source::Page {
            origin: "https://portal.azure.com".to_owned(),
            document: format!("D{app}"),
        },
    }
}

fn secret(seed: u64) -> Secret {
    Secret::new(format!(" {}\n", specimen::current(seed)))
}

fn loaded() -> Custody {
    let mut custody = Custody::default();
    assert_eq!(captured(&mut custody, 1, START), Ok(Verdict::Verified));
    custody
}

fn captured(custody: &mut Custody, app: u64, now: Moment) -> Result<Verdict, Refusal> {
    custody.capture(&secret(app), provenance(app), now).map(|pair| pair.verdict)
}

fn form(screen: Screen, field: u32) -> Form {
    Form { screen, document: "F1".to_owned(), field, practice: false }
}

const EDIT: Screen = Screen::EditCredentials;

/// The value that a release hands over.
fn value(released: Result<Released<'_>, Withheld>) -> Result<String, Withheld> {
    released.map(|pair| pair.secret.expose().to_owned())
}

#[track_caller]
fn check_age(now: Moment, live: bool) {
    let mut custody = loaded();
    assert_eq!(custody.aboard(now).is_some(), live);
    assert_eq!(value(custody.release(&form(EDIT, 1), now)).is_ok(), live);
    assert_eq!(custody.record().is_some(), live, "what is over is wiped");
    assert_eq!(loaded().sweep(now), !live);
    assert_eq!(loaded().extend(now).is_some(), live);
}

#[test]
fn lives_fifteen_minutes_and_no_instant_longer() {
    check_age(START, true);
    check_age(at(LIFETIME - 1), true);
    check_age(at(LIFETIME), true);
    check_age(at(LIFETIME + 1), false);
    check_age(Moment(u64::MAX), false);
}

#[test]
fn a_clock_set_back_wipes() {
    check_age(Moment(START.0 - JITTER), true);
    check_age(Moment(START.0 - JITTER - 1), false);
    check_age(Moment(0), false);
    let mut custody = loaded();
    assert_eq!(custody.extend(at(10 * 60_000)), Some(at(LIFETIME + 10 * 60_000)));
    assert!(custody.sweep(at(9 * 60_000)), "before the extension");
}

#[test]
fn an_extension_gives_a_lifetime_from_now() {
    let mut custody = loaded();
    assert_eq!(custody.aboard(START).unwrap().warn_at(), at(LIFETIME - WARNING));
    assert_eq!(custody.extend(at(LIFETIME)), Some(at(2 * LIFETIME)));
    assert!(custody.aboard(at(2 * LIFETIME)).is_some());
    assert!(custody.aboard(at(2 * LIFETIME + 1)).is_none());
}

#[test]
fn only_a_secret_of_some_app_comes_on_board() {
    let mut custody = Custody::default();
    let from = provenance(1);
    let guid = from.secret_id.clone().unwrap();
    let mut no_id = from.clone();
    no_id.client_id = "contoso".to_owned();
    for (text, from, refusal) in [
        (Secret::new(guid), from.clone(), Refusal::Value(Verdict::SecretId)),
        (Secret::new(String::new()), from, Refusal::Value(Verdict::Empty)),
        (secret(1), no_id, Refusal::Id),
    ] {
        assert_eq!(custody.capture(&text, from, START).map(drop), Err(refusal));
        assert!(custody.aboard(START).is_none());
    }
}

#[test]
fn of_two_pairs_none_is_given_out_until_a_person_has_chosen() {
    for second in [(2, provenance(2)), (3, provenance(1))] {
        for chosen in [0, 1] {
            let mut custody = loaded();
            custody.capture(&secret(second.0), second.1.clone(), at(1)).unwrap();
            assert!(custody.aboard(at(1)).is_none());
            assert_eq!(value(custody.release(&form(EDIT, 1), at(1))), Err(Withheld::Undecided));
            assert!(!custody.choose(2, at(1)));
            assert_eq!(custody.held(at(1)).count(), 2);
            assert!(custody.choose(chosen, at(1)));
            let expected = specimen::current(if chosen == 0 { 1 } else { second.0 });
            assert_eq!(value(custody.release(&form(EDIT, 1), at(1))), Ok(expected));
            assert_eq!(custody.held(at(1)).count(), 1, "the other is wiped");
        }
    }
}

#[test]
fn the_same_secret_taken_again_starts_anew_and_asks_nothing() {
    let mut custody = loaded();
    assert!(custody.release(&form(EDIT, 1), at(1)).is_ok());
    assert!(captured(&mut custody, 1, at(2)).is_ok());
    assert_eq!(custody.aboard(at(2)).unwrap().until, at(2 + LIFETIME));
    assert!(custody.release(&form(EDIT, 1), at(2)).is_ok());
}

#[test]
fn each_of_two_pairs_has_its_own_time() {
    let mut custody = loaded();
    assert!(captured(&mut custody, 2, at(60_000)).is_ok());
    assert!(custody.sweep(at(LIFETIME + 1)));
    assert_eq!(custody.aboard(at(LIFETIME + 1)).unwrap().until, at(60_000 + LIFETIME));
}

#[test]
fn there_is_an_end_to_taking_without_choosing() {
    let mut custody = Custody::default();
    for app in 0..6 {
        assert!(captured(&mut custody, app, START).is_ok());
    }
    assert_eq!(captured(&mut custody, 6, START), Err(Refusal::Full));
    assert_eq!(custody.held(START).count(), 6);
}

#[test]
fn a_pair_that_is_over_stands_in_nobodys_way() {
    let mut custody = loaded();
    assert!(captured(&mut custody, 2, at(LIFETIME + 1)).is_ok());
    assert!(custody.aboard(at(LIFETIME + 1)).is_some());
}

#[test]
fn each_form_is_given_the_pair_once() {
    let mut custody = loaded();
    for screen in Screen::ALL.iter().copied() {
        let asks = [EDIT, Screen::ValidateForm, Screen::Reconfigure, Screen::FirstConnect];
        let first = value(custody.release(&form(screen, 1), START)).map(drop);
        if asks.contains(&screen) {
            assert_eq!(first, Ok(()), "{screen:?}");
            assert_eq!(
                value(custody.release(&form(screen, 1), START)),
                Err(Withheld::Spent),
                "{screen:?}"
            );
        } else {
            assert_eq!(first, Err(Withheld::NoForm), "{screen:?}");
        }
    }
    assert!(custody.release(&form(EDIT, 2), START).is_ok(), "opened again");
}

#[test]
fn a_form_may_try_again_after_a_fault_and_three_times_in_all() {
    let mut custody = loaded();
    let edit = form(EDIT, 1);
    custody.faulted(&edit);
    for _ in 0..3 {
        assert!(custody.release(&edit, START).is_ok());
        assert_eq!(value(custody.release(&edit, START)), Err(Withheld::Spent));
        custody.faulted(&form(EDIT, 9));
        assert_eq!(value(custody.release(&edit, START)), Err(Withheld::Spent));
        custody.faulted(&edit);
    }
    assert_eq!(value(custody.release(&edit, START)), Err(Withheld::Spent));
}

#[test]
fn a_page_that_opens_form_after_form_is_not_fed_for_ever() {
    let mut custody = loaded();
    let fed = (0..1000).filter(|field| custody.release(&form(EDIT, *field), START).is_ok());
    assert_eq!(fed.count(), 12);
}

#[test]
fn practice_and_earnest_never_mix() {
    for (pair, page) in [(true, false), (false, true)] {
        let mut custody = Custody::default();
        let from = Provenance { practice: pair, ..provenance(1) };
        custody.capture(&secret(1), from, START).unwrap();
        let form = Form { practice: page, ..form(EDIT, 1) };
        assert_eq!(value(custody.release(&form, START)), Err(Withheld::OtherWorld));
    }
}

fn stored(custody: &Custody) -> serde_json::Value {
    serde_json::to_value(custody.record().unwrap()).unwrap()
}

fn restored(value: serde_json::Value, now: Moment) -> Result<Custody, Option<Unreadable>> {
    let stored = serde_json::from_value::<Stored>(value).map_err(|_| None)?;
    Custody::restore(stored, now).map_err(Some)
}

#[test]
fn a_record_brings_everything_back() {
    let mut custody = loaded();
    assert!(custody.release(&form(EDIT, 1), START).is_ok());
    custody.extend(at(60_000));
    let record = stored(&custody);
    let Ok(mut back) = restored(record.clone(), at(60_001)) else { panic!("not restored") };
    assert_eq!(stored(&back), record);
    assert_eq!(value(back.release(&form(EDIT, 1), at(60_001))), Err(Withheld::Spent));
    assert_eq!(
        value(back.release(&form(Screen::ValidateForm, 1), at(60_001))),
        Ok(specimen::current(1))
    );
}

#[track_caller]
fn check_dropped(change: impl Fn(&mut serde_json::Value), expected: Option<Unreadable>) {
    let mut record = stored(&loaded());
    change(&mut record);
    assert_eq!(restored(record, at(1)).map(drop), Err(expected));
}

#[test]
fn a_record_that_is_not_what_was_written_is_dropped() {
    use serde_json::{Value, json};
    let damaged = Some(Unreadable::Damaged);
    check_dropped(|record| record["version"] = json!(1), Some(Unreadable::Version));
    check_dropped(|record| record["pairs"] = json!([]), damaged);
    check_dropped(
        |record| {
            let pair = record["pairs"][0].clone();
            record["pairs"].as_array_mut().unwrap().push(pair);
        },
        damaged,
    );
    check_dropped(|record| record["pairs"][0]["until"] = json!(START.0), damaged);
    check_dropped(
        |record| record["pairs"][0]["until"] = json!(u64::MAX),
        Some(Unreadable::Expired),
    );
    check_dropped(|record| record["pairs"][0]["captured_at"] = json!(START.0 + 2), damaged);
    check_dropped(|record| record["pairs"][0]["secret"] = json!(""), damaged);
    check_dropped(
        |record| record["pairs"][0]["secret"] = json!(format!(" {}", specimen::current(1))),
        damaged,
    );
    check_dropped(|record| record["pairs"][0]["provenance"]["client_id"] = json!("x"), damaged);
    check_dropped(
        |record| {
            record["pairs"][0]["provenance"]["client_id"] =
                json!(provenance(1).client_id.to_uppercase())
        },
        damaged,
    );
    check_dropped(
        |record| {
            let form = json!({"screen": "admin", "document": "F", "field": 1, "practice": false});
            record["pairs"][0]["fills"] = json!([{"form": form, "tries": 1, "faulted": true}]);
        },
        damaged,
    );
    check_dropped(|record| record["pairs"][0]["fills"] = Value::Null, None);
    check_dropped(|record| record["pairs"][0]["new"] = json!(1), None);
    check_dropped(|record| *record = Value::Null, None);
    for field in ["version", "pairs"] {
        check_dropped(|record| drop(record.as_object_mut().unwrap().remove(field)), None);
    }
    for field in ["number", "provenance", "captured_at", "until", "fills", "secret"] {
        let remove = |record: &mut Value| {
            drop(record["pairs"][0].as_object_mut().unwrap().remove(field));
        };
        check_dropped(remove, None);
    }
}

#[test]
fn a_record_that_is_over_is_dropped() {
    for now in [at(LIFETIME + 1), Moment(START.0 - 2 * JITTER)] {
        let dropped = restored(stored(&loaded()), now).map(drop);
        assert_eq!(dropped, Err(Some(Unreadable::Expired)));
    }
}

#[derive(Clone, Debug)]
enum Deed {
    Capture(u64),
    Choose(u32),
    Release(Screen, u32),
    Fault(Screen, u32),
    Extend,
    Sweep,
    Wipe,
    Sleep,
    Wait(u64),
    Back(u64),
}

fn deed() -> impl Strategy<Value = Deed> {
    let screen = || prop::sample::select(vec![EDIT, Screen::ValidateForm, Screen::Admin]);
    prop_oneof![
        1 => (0..3_u64).prop_map(Deed::Capture),
        1 => (0..4_u32).prop_map(Deed::Choose),
        4 => (screen(), 0..3_u32).prop_map(|(screen, field)| Deed::Release(screen, field)),
        2 => (screen(), 0..3_u32).prop_map(|(screen, field)| Deed::Fault(screen, field)),
        1 => Just(Deed::Extend),
        1 => Just(Deed::Sweep),
        1 => Just(Deed::Wipe),
        2 => Just(Deed::Sleep),
        4 => (0..LIFETIME * 5 / 4).prop_map(Deed::Wait),
        1 => (1..LIFETIME).prop_map(Deed::Back),
    ]
}

/// What an onlooker knows: which apps' pairs are on board, since when, until when, and which forms
/// had them with no fault since.
#[derive(Default)]
struct Onlooker {
    aboard: Vec<(u64, Moment, Moment)>,
    had: Vec<(u64, Form)>,
}

impl Onlooker {
    fn live(&self, now: Moment) -> Vec<u64> {
        let live =
            |(_, from, until): &&(u64, Moment, Moment)| from.0 <= now.0 + JITTER && now <= *until;
        self.aboard.iter().filter(live).map(|(app, ..)| *app).collect()
    }

    fn forget_what_is_over(&mut self, now: Moment) {
        let live = self.live(now);
        self.keep(|app| live.contains(&app));
    }

    fn keep(&mut self, stays: impl Fn(u64) -> bool) {
        self.aboard.retain(|(app, ..)| stays(*app));
        self.had.retain(|(app, _)| stays(*app));
    }

    fn took(&mut self, app: u64, now: Moment) {
        self.keep(|other| other != app);
        self.aboard.push((app, now, at_most(now)));
    }
}

fn at_most(now: Moment) -> Moment {
    after(now, LIFETIME)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_gives_out_what_it_must_not(deeds in prop::collection::vec(deed(), 1..40)) {
        let mut custody = Custody::default();
        let mut onlooker = Onlooker::default();
        let mut now = START;
        for deed in deeds {
            if !matches!(deed, Deed::Fault(..) | Deed::Wait(_) | Deed::Back(_)) {
                // Whoever asks custody for anything at a wrong time ends what is there.
                onlooker.forget_what_is_over(now);
            }
            match deed {
                Deed::Capture(app) => {
                    prop_assert!(captured(&mut custody, app, now).is_ok());
                    onlooker.took(app, now);
                }
                Deed::Choose(number) => {
                    let numbers: Vec<_> = custody.held(now).map(|pair| pair.number).collect();
                    let at = numbers.iter().position(|other| *other == number);
                    let app = at.and_then(|at| onlooker.live(now).get(at).copied());
                    if custody.choose(number, now) {
                        onlooker.keep(|other| Some(other) == app);
                    } else {
                        prop_assert!(at.is_none());
                    }
                }
                Deed::Release(screen, field) => {
                    let form = form(screen, field);
                    if let Ok(pair) = custody.release(&form, now) {
                        let live = onlooker.live(now);
                        prop_assert_eq!(live.len(), 1, "given out after its end, or undecided");
                        let app = live[0];
                        prop_assert_eq!(pair.secret.expose(), specimen::current(app));
                        prop_assert_eq!(pair.client_id, provenance(app).client_id);
                        prop_assert!(!onlooker.had.contains(&(app, form.clone())), "given out twice");
                        prop_assert!(screen != Screen::Admin);
                        onlooker.had.push((app, form));
                    }
                }
                Deed::Fault(screen, field) => {
                    let form = form(screen, field);
                    custody.faulted(&form);
                    onlooker.had.retain(|(_, had)| *had != form);
                }
                Deed::Extend => {
                    if let Some(until) = custody.extend(now) {
                        prop_assert!(!onlooker.live(now).is_empty(), "extended after its end");
                        prop_assert_eq!(until, at_most(now));
                        onlooker.aboard.iter_mut().for_each(|aboard| *aboard = (aboard.0, now, until));
                    }
                }
                Deed::Sweep => drop(custody.sweep(now)),
                Deed::Wipe => {
                    custody.wipe();
                    onlooker = Onlooker::default();
                }
                Deed::Sleep => {
                    let record = custody.record().map(|record| serde_json::to_value(record).unwrap());
                    custody = record
                        .and_then(|record| restored(record, now).ok())
                        .unwrap_or_default();
                }
                Deed::Wait(time) => now = after(now, time),
                Deed::Back(time) => now = Moment(now.0 - time),
            }
            let held: Vec<_> = custody.held(now).map(|pair| pair.provenance.client_id.clone()).collect();
            let live = onlooker.live(now);
            // After a sleep in which all was over nothing of it comes back; else they are the same.
            prop_assert!(held.iter().all(|id| live.iter().any(|app| provenance(*app).client_id == *id)));
            prop_assert_eq!(custody.aboard(now).is_some(), held.len() == 1);
            prop_assert!(custody.held(now).all(|pair| pair.until.0 <= at_most(now).0 + JITTER));
        }
    }
}
