//! The classifier against generated values: each class by the hundred thousand, then noise.
#![expect(clippy::string_slice, reason = "the values are made here, of ASCII")]

use super::specimen::{self, Dice};
use super::*;

const EACH: u64 = 100_000;

fn known() -> Known {
    let mut dice = Dice::new(7);
    Known {
        client_id: Some(dice.guid()),
        tenant_id: Some(dice.guid()),
        object_id: Some(dice.guid()),
        secret_id: Some(dice.guid()),
    }
}

fn verdict(text: impl Into<String>) -> Verdict {
    weigh(&Secret::new(text.into()), &known())
}

#[track_caller]
fn check(make: impl Fn(u64, &mut Dice) -> (String, Verdict)) {
    let known = known();
    let mut dice = Dice::new(2);
    let mut misfiled = 0;
    for round in 0..EACH {
        let (text, expected) = make(round, &mut dice);
        // The text is made up, so a failure may show it.
        let found = weigh(&Secret::new(text.clone()), &known);
        if found != expected {
            misfiled += 1;
            println!("{found:?}, not {expected:?}: {text:?}");
            assert!(misfiled < 5);
        }
    }
    assert_eq!(misfiled, 0);
}

#[test]
fn verified() {
    check(|round, _| (specimen::current(round), Verdict::Verified));
}

#[test]
fn unverified() {
    check(|round, _| {
        let mut bytes = specimen::current(round).into_bytes();
        bytes[39] = if bytes[39] == b'A' { b'B' } else { b'A' };
        (String::from_utf8(bytes).unwrap(), Verdict::Unverified)
    });
}

#[test]
fn previous() {
    check(|round, _| (specimen::previous(round), Verdict::Previous));
}

#[test]
fn legacy() {
    check(|round, _| (specimen::legacy(round), Verdict::Legacy));
}

#[test]
fn unknown() {
    const WIDE: &[u8] =
        b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?[]@:/+=!$%";
    check(|_, dice| {
        let length = 16 + dice.below(49);
        let mut text: String = (1..length).map(|_| char::from(*dice.pick(WIDE))).collect();
        text.push('=');
        let unlucky = ["Q~", "://", "%7E", "%7e"].iter().any(|mark| text.contains(mark));
        (if unlucky { "=".repeat(16) } else { text }, Verdict::Unknown)
    });
}

#[test]
fn a_kind_to_come() {
    check(|round, dice| {
        let digit = *dice.pick(&['0', '1', '2', '3', '4', '5', '6', '9']);
        (specimen::signed(round, digit, 31 + dice.below(4)), Verdict::Unknown)
    });
}

#[test]
fn masked() {
    check(|round, dice| {
        let mask = *dice.pick(&["*", "\u{2022}", "\u{25cf}", "\u{2026}"]);
        let shown: String = specimen::current(round).chars().take(dice.below(8)).collect();
        (format!("{shown}{}", mask.repeat(1 + dice.below(36))), Verdict::Masked)
    });
}

#[test]
fn guid() {
    check(|_, dice| {
        let guid = dice.guid();
        let dress = *dice.pick(&["#", "{#}", " #\r\n", "\"#\""]);
        (dress.replace('#', &guid), Verdict::Guid)
    });
}

#[test]
fn dirty() {
    check(|round, dice| {
        let mut text = specimen::current(round);
        let at = 6 + dice.below(33);
        let speck = *dice.pick(&[
            ' ', '\n', '\t', '\u{a0}', '\u{ad}', '\u{200b}', '\u{200f}', '\u{202e}', '\u{feff}',
            '\u{7f}', '\u{ff21}', '\u{430}', '\u{3000}', '+', '/', '\u{2013}',
        ]);
        if matches!(speck, '+' | '/') {
            // Only in place of a character: one too many would be that.
            text.replace_range(at..=at, &speck.to_string());
        } else {
            text.insert(at, speck);
        }
        (text, Verdict::Dirty)
    });
}

#[test]
fn truncated() {
    check(|round, dice| {
        let (whole, least) = if round % 2 == 0 {
            (specimen::current(round), 34)
        } else {
            (specimen::previous(round), 31)
        };
        let missing = 1 + dice.below(least);
        (whole[..whole.len() - missing].to_owned(), Verdict::Truncated(missing))
    });
}

#[test]
fn extra() {
    check(|round, dice| {
        let whole =
            if round % 2 == 0 { specimen::current(round) } else { specimen::previous(round) };
        let more = 1 + dice.below(60);
        (format!("{whole}{}", dice.letters(more)), Verdict::Extra(more))
    });
}

#[test]
fn shifted() {
    check(|round, dice| {
        let whole =
            if round % 2 == 0 { specimen::current(round) } else { specimen::previous(round) };
        let text = if dice.below(2) == 0 {
            whole[1 + dice.below(4)..].to_owned()
        } else {
            let count = 1 + dice.below(12);
            // In front of the three letters, so that the signature cannot fall on its place again.
            format!("{}{whole}", "v".repeat(count))
        };
        (text, Verdict::Shifted)
    });
}

#[test]
fn foreign_and_too_long() {
    check(|_, dice| {
        let count = 1 + dice.below(15);
        let word: String = (0..count).map(|_| char::from(b'a' + dice.below(26) as u8)).collect();
        let verdict = if word == "hidden" { Verdict::Masked } else { Verdict::Foreign };
        (word, verdict)
    });
    check(|_, dice| {
        let count = 65 + dice.below(400);
        ("w".repeat(count), Verdict::TooLong)
    });
}

#[test]
fn tells_a_guid_from_its_neighbours() {
    let known = known();
    for (guid, expected) in [
        (known.client_id.clone(), Verdict::IsClientId),
        (known.tenant_id.clone(), Verdict::IsTenantId),
        (known.object_id.clone(), Verdict::IsObjectId),
        (known.secret_id.clone(), Verdict::SecretId),
    ] {
        let guid = guid.unwrap();
        assert_eq!(verdict(guid.to_uppercase()), expected);
        assert_eq!(verdict(format!("{{{guid}}} ")), expected);
    }
}

#[test]
fn addresses_and_words_are_no_secrets() {
    for text in [
        "https://contoso.crm.dynamics.com/",
        "contoso.onmicrosoft.com",
        "marketo-sync@contoso.onmicrosoft.com",
        "Marketo",
        "12/31/2027",
        "Nyckelf\u{e4}rja f\u{f6}r".replace(' ', "").as_str(),
    ] {
        assert_eq!(verdict(text), Verdict::Foreign, "{text:?}");
    }
}

#[test]
fn every_trimmed_value_that_is_kept_weighs_the_same() {
    for round in 0..10_000 {
        for value in [specimen::current(round), specimen::previous(round), specimen::legacy(round)]
        {
            let text = Secret::new(format!("\u{feff}\u{201c}{value}\u{201d}\r\n"));
            let verdict = weigh(&text, &Known::default());
            let clean = text.trimmed();
            assert!(verdict.accepts());
            assert_eq!(clean.expose(), value);
            assert_eq!(weigh(&clean, &Known::default()), verdict);
            let print = Fingerprint::of(&clean, verdict).unwrap();
            assert_eq!((print.hint.as_str(), print.length as usize), (&value[..3], value.len()));
        }
    }
}

#[test]
fn a_million_random_texts_are_weighed_without_a_panic() {
    const PARTS: &[&str] = &[
        "8Q",
        "7Q",
        "Q~",
        "~",
        "*",
        "\u{2026}",
        "{",
        "}",
        "-",
        "0",
        "a",
        "Z",
        " ",
        "\n",
        "\u{ad}",
        "\u{feff}",
        "\"",
        "'",
        "\u{201c}",
        "&amp;",
        "%7E",
        "\u{1f511}",
        "\u{e4}",
        "\u{202e}",
        "\0",
        "Value:",
        "0d9c3a5e",
        "7b1f",
        "5c1d2e3f4a5b",
        "\u{ff21}",
        "xxxxxxxxx",
    ];
    let mut dice = Dice::new(1);
    let mut kept = 0_u32;
    for _ in 0..1_000_000 {
        let count = dice.below(24);
        let text: String = (0..count).map(|_| *dice.pick(PARTS)).collect();
        let verdict = verdict(text);
        kept += u32::from(verdict.accepts());
        assert!(!verdict.text().key.is_empty());
    }
    assert!(kept > 0);
}
