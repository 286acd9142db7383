//! The test of the pair: asked for once, given the pair once, and of the answer only numbers are kept.

use super::voyage::*;
use super::*;
use crate::{Outcome, TestView};

const TENANT: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

/// A pair on board, in a tenant that is known or not.
fn aboard(journey: &str, tenant: Option<&str>) -> Voyage {
    let mut voyage = Voyage::on(journey);
    voyage.ask(Command::Weigh { text: Secret::new(specimen::current(1)) });
    voyage.ask(Command::KeepWeighed { client_id: Some(Secret::new(APP.to_owned())) });
    let log = voyage.ferry.logbook.voyage.as_mut().unwrap();
    log.apps.or_default(APP.to_owned()).tenant_id = tenant.map(str::to_owned);
    voyage
}

fn view(voyage: &Voyage) -> Option<TestView> {
    voyage.ferry.view(voyage.now).voyage?.test
}

fn asked(voyage: &mut Voyage) -> Option<(OrderId, String)> {
    voyage.effects.clear();
    voyage.ask(Command::TestPair);
    voyage.effects.iter().find_map(|effect| match effect {
        Effect::RequestToken { order, url, .. } => Some((*order, url.clone())),
        _ => None,
    })
}

fn said(voyage: &Voyage) -> Option<String> {
    Some(view(voyage)?.said?.key.into_owned())
}

#[test]
fn the_pair_is_given_once_and_only_for_the_test_that_was_asked_for() {
    let mut voyage = aboard("online", Some(TENANT));
    assert!(voyage.ferry.redeem_for_test(OrderId(1), NOW).is_none());
    let (order, url) = asked(&mut voyage).unwrap();
    assert_eq!(url, format!("https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token"));
    assert!(view(&voyage).unwrap().asking);
    assert_eq!(asked(&mut voyage), None, "one at a time");
    assert!(voyage.ferry.redeem(order, NOW).is_none(), "it is no fill");
    assert!(voyage.ferry.redeem_for_test(OrderId(order.0 + 1), NOW).is_none());
    assert_eq!(voyage.ferry.redeem_for_test(order, NOW).unwrap().client_id, APP);
    assert!(voyage.ferry.redeem_for_test(order, NOW).is_none(), "once");

    let stale = OrderId(order.0 + 1);
    let answer = |order| Event::TokenAnswered {
        order,
        outcome: Outcome::Refused,
        codes: vec![7_000_215, 9_002_326],
    };
    voyage.tell(answer(stale));
    assert!(view(&voyage).unwrap().asking);
    voyage.tell(answer(order));
    assert_eq!(said(&voyage).as_deref(), Some("test_cannot"));
    let codes: Vec<_> = view(&voyage).unwrap().findings.into_iter().map(|it| it.code).collect();
    assert_eq!(codes, ["AADSTS7000215", "AADSTS9002326"]);
    assert!(!view(&voyage).unwrap().by_hand.is_empty());
    let book = serde_json::to_string(voyage.ferry.logbook()).unwrap();
    assert!(book.contains("7000215") && !book.contains("access"), "{book}");
}

#[test]
fn every_ending_has_its_sentence() {
    for (outcome, codes, sentence) in [
        (Outcome::Granted, vec![], "test_granted"),
        (Outcome::Refused, vec![7_000_222], "test_refused"),
        (Outcome::Refused, vec![], "test_refused_unsaid"),
        (Outcome::Refused, vec![9_002_327], "test_cannot"),
        (Outcome::NotAllowed, vec![], "test_not_allowed"),
        (Outcome::Offline, vec![], "test_offline"),
        (Outcome::TimedOut, vec![], "test_timed_out"),
        (Outcome::Redirected, vec![], "test_redirected"),
        (Outcome::TooLong, vec![], "test_too_long"),
        (Outcome::Strange, vec![], "test_strange"),
    ] {
        let mut voyage = aboard("online", Some(TENANT));
        let (order, _) = asked(&mut voyage).unwrap();
        voyage.tell(Event::TokenAnswered { order, outcome, codes });
        assert_eq!(said(&voyage).as_deref(), Some(sentence));
        let told = matches!(sentence, "test_granted" | "test_refused");
        assert_eq!(view(&voyage).unwrap().by_hand.is_empty(), told, "{sentence}");
    }
}

#[test]
fn without_a_pair_of_entra_or_its_tenant_nothing_is_asked() {
    let mut voyage = aboard("online", None);
    assert!(!view(&voyage).unwrap().able);
    assert_eq!(asked(&mut voyage), None);

    let mut voyage = aboard("online", Some("common"));
    assert_eq!(asked(&mut voyage), None);

    let mut voyage = aboard("on-premises", Some(TENANT));
    assert_eq!((view(&voyage), asked(&mut voyage)), (None, None));

    let mut voyage = aboard("online", Some(TENANT));
    voyage.ask(Command::Wipe);
    assert_eq!((view(&voyage), asked(&mut voyage)), (None, None));
}

#[test]
fn a_pair_that_goes_meanwhile_is_not_given_and_its_answer_is_not_heard() {
    let mut voyage = aboard("online", Some(TENANT));
    let (order, _) = asked(&mut voyage).unwrap();
    assert!(voyage.ferry.redeem_for_test(order, later(3600)).is_none(), "its time is over");

    let mut voyage = aboard("online", Some(TENANT));
    let (order, _) = asked(&mut voyage).unwrap();
    voyage.ask(Command::Wipe);
    assert!(voyage.ferry.redeem_for_test(order, NOW).is_none());
    voyage.tell(Event::TokenAnswered { order, outcome: Outcome::Granted, codes: vec![] });
    assert_eq!(voyage.ferry.logbook().voyage.as_ref().unwrap().tested, None);
}
