//! The classifier against generated values: each class by the hundred thousand, as a confusion table, then noise.
#![expect(clippy::string_slice, reason = "the values are made here, of ASCII")]

use super::specimen::{self, Dice};
use super::*;

const EACH: u64 = 100_000;

/// The number of a value and the dice: the value, and what it is.
type Make = fn(u64, &mut Dice) -> (String, Verdict);

/// One class to a row: its name, and how its values are made.
const CLASSES: &[(&str, Make)] = &[
    ("verified", |round, _| (specimen::current(round), Verdict::Verified)),
    ("unverified", unverified),
    ("previous", |round, _| (specimen::previous(round), Verdict::Previous)),
    ("legacy", |round, _| (specimen::legacy(round), Verdict::Legacy)),
    ("unknown", unknown),
    ("kind-to-come", |round, dice| {
        let digit = *dice.pick(&['0', '1', '2', '3', '4', '5', '6', '9']);
        (specimen::signed(round, digit, 31 + dice.below(4)), Verdict::Unknown)
    }),
    ("empty", |_, dice| {
        let count = dice.below(9);
        let blank = |_| *dice.pick(&[' ', '\n', '\t', '\u{a0}', '\u{200b}', '\u{feff}', '"']);
        let text: String = (0..count).map(blank).collect();
        let quotes = text.matches('"').count();
        (if quotes.is_multiple_of(2) && quotes < 3 { text } else { String::new() }, Verdict::Empty)
    }),
    ("masked", |round, dice| {
        let mask = *dice.pick(&["*", "\u{2022}", "\u{25cf}", "\u{2026}"]);
        let shown: String = specimen::current(round).chars().take(dice.below(8)).collect();
        (format!("{shown}{}", mask.repeat(1 + dice.below(36))), Verdict::Masked)
    }),
    ("guid", |_, dice| {
        let guid = dice.guid();
        let dress = *dice.pick(&["#", "{#}", " #\r\n", "\"#\""]);
        (dress.replace('#', &guid), Verdict::Guid)
    }),
    ("client-id", |_, dice| (dressed(known().client_id, dice), Verdict::IsClientId)),
    ("tenant-id", |_, dice| (dressed(known().tenant_id, dice), Verdict::IsTenantId)),
    ("object-id", |_, dice| (dressed(known().object_id, dice), Verdict::IsObjectId)),
    ("secret-id", |_, dice| (dressed(known().secret_id, dice), Verdict::SecretId)),
    ("dirty", dirty),
    ("truncated", truncated),
    ("extra", |round, dice| {
        let more = 1 + dice.below(60);
        (format!("{}{}", whole(round), dice.letters(more)), Verdict::Extra(more))
    }),
    ("shifted", |round, dice| {
        let whole = whole(round);
        let text = match dice.below(2) {
            0 => whole[1 + dice.below(4)..].to_owned(),
            // In front of the three letters, so that the signature cannot fall on its place again.
            _ => format!("{}{whole}", "v".repeat(1 + dice.below(12))),
        };
        (text, Verdict::Shifted)
    }),
    ("foreign", |_, dice| {
        let count = 1 + dice.below(15);
        let word: String = (0..count).map(|_| char::from(b'a' + dice.below(26) as u8)).collect();
        (if word == "hidden" { "shown".to_owned() } else { word }, Verdict::Foreign)
    }),
    ("too-long", |_, dice| ("w".repeat(65 + dice.below(400)), Verdict::TooLong)),
];

fn known() -> Known {
    let mut dice = Dice::new(7);
    Known {
        client_id: Some(dice.guid()),
        tenant_id: Some(dice.guid()),
        object_id: Some(dice.guid()),
        secret_id: Some(dice.guid()),
    }
}

fn dressed(guid: Option<String>, dice: &mut Dice) -> String {
    let guid = guid.unwrap_or_default();
    let dress = *dice.pick(&["#", "{#}", " #\r\n", "\"#\"", "(#)", "\u{feff}#"]);
    dress.replace('#', &if dice.below(2) == 0 { guid.to_uppercase() } else { guid })
}

fn whole(round: u64) -> String {
    if round.is_multiple_of(2) { specimen::current(round) } else { specimen::previous(round) }
}

fn unverified(round: u64, _: &mut Dice) -> (String, Verdict) {
    let mut bytes = specimen::current(round).into_bytes();
    bytes[39] = if bytes[39] == b'A' { b'B' } else { b'A' };
    (String::from_utf8(bytes).unwrap(), Verdict::Unverified)
}

fn unknown(_: u64, dice: &mut Dice) -> (String, Verdict) {
    const WIDE: &[u8] =
        b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?[]@:/+=!$%";
    let length = 16 + dice.below(49);
    let mut text: String = (1..length).map(|_| char::from(*dice.pick(WIDE))).collect();
    text.push('=');
    let unlucky = ["Q~", "://", "%7E", "%7e"].iter().any(|mark| text.contains(mark));
    (if unlucky { "=".repeat(16) } else { text }, Verdict::Unknown)
}

fn dirty(round: u64, dice: &mut Dice) -> (String, Verdict) {
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
}

fn truncated(round: u64, dice: &mut Dice) -> (String, Verdict) {
    let whole = whole(round);
    let missing = 1 + dice.below(whole.len() - 6);
    (whole[..whole.len() - missing].to_owned(), Verdict::Truncated(missing))
}

/// The column of a verdict; the numbers within it are compared too.
fn column(verdict: Verdict) -> String {
    let name = format!("{verdict:?}");
    name.split('(').next().unwrap_or_default().to_owned()
}

#[test]
fn no_class_is_taken_for_another() {
    let known = known();
    let mut misfiled = 0;
    for (class, make) in CLASSES {
        let mut dice = Dice::new(2);
        let mut row: Vec<(String, u64)> = Vec::new();
        for round in 0..EACH {
            let (text, expected) = make(round, &mut dice);
            let found = weigh(&Secret::new(text.clone()), &known);
            let name = column(found);
            match row.iter_mut().find(|(other, _)| *other == name) {
                Some((_, count)) => *count += 1,
                None => row.push((name, 1)),
            }
            if found != expected {
                misfiled += 1;
                // The text is made up, so a failure may show it.
                assert!(misfiled < 5, "{class}: {found:?}, not {expected:?}: {text:?}");
            }
        }
        // The confusion table: a class, and what its values were taken for.
        let cells: Vec<_> = row.iter().map(|(name, count)| format!("{name} {count}")).collect();
        println!("{class:>14} | {}", cells.join(", "));
        println!("figure security class-{class} {EACH}");
    }
    assert_eq!(misfiled, 0);
    println!("figure security classes {}", CLASSES.len());
    println!("figure security classes-misfiled {misfiled}");
}

#[test]
fn a_million_random_texts_are_weighed_without_a_panic() {
    const COUNT: u32 = 1_000_000;
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
    let known = known();
    let mut dice = Dice::new(1);
    let mut kept = 0_u32;
    for _ in 0..COUNT {
        let count = dice.below(24);
        let text: String = (0..count).map(|_| *dice.pick(PARTS)).collect();
        let verdict = weigh(&Secret::new(text), &known);
        kept += u32::from(verdict.accepts());
        assert!(!verdict.text().key.is_empty());
    }
    assert!(kept > 0);
    println!("figure security random-texts {COUNT}");
}
