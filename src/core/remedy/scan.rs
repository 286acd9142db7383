//! Finds the codes in a text: a message, a whole answer in JSON, a line of Marketo's log.

use zeroize::Zeroizing;

/// The fewest and the most digits of a code.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=9;

/// The codes of a text, each once, in their order.
///
/// Named ones first (`AADSTS50126`, `"error_codes":[50126]`); where none is named, numbers that
/// stand alone and that `is_known` knows, or the number that is the whole text.
pub(super) fn codes(text: &str, is_known: impl Fn(u32) -> bool) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    let mut add = |code: u32| {
        if !found.contains(&code) {
            found.push(code);
        }
    };
    // What people paste may hold more than a message.
    let lower = Zeroizing::new(text.to_ascii_lowercase());
    lower.split("aadsts").skip(1).filter_map(leading).for_each(&mut add);
    for list in lower.split("error_codes").skip(1) {
        let inside = list.split_once('[').map_or("", |(_, list)| list);
        let inside = inside.split(']').next().unwrap_or_default();
        inside.split(',').filter_map(alone).for_each(&mut add);
    }
    if found.is_empty() {
        if let Some(code) = alone(&lower) {
            found.push(code);
        } else {
            let part =
                |letter: char| !(letter.is_alphanumeric() || matches!(letter, '-' | '.' | ':'));
            lower.split(part).filter_map(alone).filter(|code| is_known(*code)).for_each(|code| {
                if !found.contains(&code) {
                    found.push(code);
                }
            });
        }
    }
    found
}

/// The number that a text begins with, separators aside, a space of an address too.
fn leading(text: &str) -> Option<u32> {
    let text = text.strip_prefix("%20").unwrap_or(text);
    // A number behind one of these is a sign of HTML or of an address, not a code.
    let text = text.trim_start_matches(|sign| apart(sign) && !matches!(sign, '&' | '#' | '%'));
    let digits = text.split(|letter: char| !letter.is_ascii_digit()).next()?;
    number(digits)
}

/// The number that a text is, in quotes or not.
fn alone(text: &str) -> Option<u32> {
    number(text.trim_matches(apart))
}

fn apart(letter: char) -> bool {
    !letter.is_alphanumeric()
}

fn number(digits: &str) -> Option<u32> {
    let whole = DIGITS.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[u32]) {
        assert_eq!(codes(text, |code| code == 50126), expected, "{text:?}");
    }

    #[test]
    fn finds_codes_in_any_text() {
        check("AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 50126000", &[7_000_215]);
        check("aadsts50126", &[50126]);
        check("AADSTS 50126", &[50126]);
        check("AADSTS_65001 then AADSTS65001 and AADSTS50076", &[65001, 50076]);
        check(
            "{\"error\":\"invalid_client\",\"error_codes\":[7000215, 50126],\"x\":[90002]}",
            &[7_000_215, 50126],
        );
        check(" 50126 ", &[50126]);
        check("12345", &[12345]);
        check("Sign-in failed (error code 50126).", &[50126]);
        check("https://login.microsoftonline.com/error?code=50126", &[50126]);
        check("AADSTS\u{a0}50199", &[50199]);
        check("AADSTS\u{200b}50199", &[50199]);
        check("AADSTS:\n50199", &[50199]);
        check("<b>AADSTS50126</b>: Error validating", &[50126]);
        check("{&quot;error_codes&quot;:[7000222],&quot;error&quot;:1}", &[7_000_222]);
        check("{\\\"error_codes\\\":[7000222]}", &[7_000_222]);
        check("error_codes = [\"7000222\"]", &[7_000_222]);
        check(
            "https://localhost/?error=access_denied&error_description=AADSTS65004%3a+User+declined+to+consent.%0d%0aTrace+ID%3a+50126",
            &[65004],
        );
        check("error_description=AADSTS%2065004%3A%20User", &[65004]);
        check("AADSTS&#8203; AADSTS%3A65004", &[]);
        check("error%5Fcodes=%5B7000222%5D", &[]);
        check("ErrorCode: 50126, CorrelationId: 0d9c3a5e-7b1f-4e28-9a60-000000050126", &[50126]);
    }

    #[test]
    fn finds_none_where_there_is_none() {
        for text in [
            "",
            "AADSTS",
            "AADSTS: none",
            "AADSTS12",
            "AADSTS12345678901",
            "port 12345 of 443",
            "2026-11-23 07:50126",
            "0d9c3a5e-7b1f-4e28-9a60-000000050126",
            "error_codes",
            "error_codes:[",
        ] {
            check(text, &[]);
        }
    }

    proptest! {
        #[test]
        fn never_panics_and_names_no_code_twice(text in "(AADSTS|error_codes|\\[|[0-9]{1,9}|\\PC){0,40}") {
            let found = codes(&text, |_| true);
            let mut once = found.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), found.len());
        }
    }
}
