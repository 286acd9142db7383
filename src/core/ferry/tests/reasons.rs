//! What stands first behind "Not here?": what was seen on this very page.

use super::*;
use crate::{Arg, By, Miss, Sighting, Unseen};

/// The card's reason in tab 1, and the panel's; the two say the same where there is a card.
fn reasons(voyage: &Voyage) -> (Option<Text>, Option<Text>) {
    let card = voyage.ferry.drawn.get(&place(1)).and_then(|guide| guide.reason.clone());
    let panel = voyage.ferry.present(NOW).and_then(|now| now.reason);
    (card, panel)
}

#[track_caller]
fn check(sighting: Sighting, key: &'static str, labels: &[&str], has_card: bool) {
    let mut voyage = Voyage::begin();
    voyage.see(1, sighting);
    let labels = labels.iter().map(|label| Arg::Label((*label).to_owned()));
    let expected = labels.fold(Text::plain(key), Text::with);
    let card = has_card.then(|| expected.clone());
    assert_eq!(reasons(&voyage), (card, Some(expected)));
}

fn list(miss: Miss, language: &str) -> Sighting {
    let mut page = azure(Screen::AppList, None, &[]);
    page.language = Some(language.to_owned());
    page.misses.insert(Target::NewRegistration, miss);
    page
}

#[test]
fn what_is_missing_is_said_with_the_label_in_the_portals_language() {
    check(list(Miss::Absent, "sv"), "reason_absent", &["Ny registrering"], true);
    check(list(Miss::Several, "de"), "reason_several", &["Neue Registrierung"], true);
    check(list(Miss::Greyed, "en"), "reason_greyed", &["New registration"], true);
    check(list(Miss::Words, "xx"), "reason_words", &["New registration"], true);
}

#[test]
fn what_is_found_is_said_with_what_it_is_known_by() {
    for (by, key) in
        [(By::Label, "reason_label"), (By::Mark, "reason_mark"), (By::Place, "reason_place")]
    {
        let mut page = azure(Screen::AppList, None, &[Target::NewRegistration]);
        let found = page.targets.get_mut(&Target::NewRegistration).unwrap();
        (found.by, found.label) = (by, "* Neu:".to_owned());
        check(page.clone(), key, &["Neu"], true);
        page.targets.get_mut(&Target::NewRegistration).unwrap().label = String::new();
        check(page, key, &["New registration"], true);
    }
}

#[test]
fn a_page_that_is_not_the_steps_is_said_in_the_panel() {
    for (unseen, key) in [
        (Unseen::Address, "reason_unseen_address"),
        (Unseen::Unsure, "reason_unseen_unsure"),
        (Unseen::Title, "reason_unseen_title"),
        (Unseen::Pane, "reason_unseen_pane"),
    ] {
        let page =
            Sighting { site: Some(Site::Azure), unseen: Some(unseen), ..Sighting::default() };
        check(page, key, &[], false);
    }
    check(azure(Screen::ApiPermissions, None, &[]), "reason_other_page", &[], false);
}

#[test]
fn every_reason_has_its_text_with_its_places() {
    let keys = include_str!("../reason.rs").split('"').filter(|word| word.starts_with("reason_"));
    let keys: Vec<&str> = keys.collect();
    assert_eq!(keys.len(), By::ALL.len() + Miss::ALL.len() + Unseen::ALL.len() + 1);
    for file in [
        include_str!("../../../../extension/_locales/en/messages.json"),
        include_str!("../../../../extension/_locales/sv/messages.json"),
    ] {
        let locale: serde_json::Value = serde_json::from_str(file).unwrap();
        for key in &keys {
            let message = locale[*key]["message"].as_str().unwrap_or_else(|| panic!("no {key}"));
            let heading = matches!(*key, "reason_astray" | "reason_heading_only");
            let label = !key.contains("unseen") && !key.contains("other_page");
            assert_eq!((message.contains("$1"), message.contains("$2")), (label, heading), "{key}");
        }
    }
}
