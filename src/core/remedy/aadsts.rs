//! Microsoft's sign-in errors by number: Microsoft itself says not to depend on their text.

use super::scan;
use crate::{Arg, Text};

/// Where Microsoft explains a code.
const LOOK_UP: &str = "https://login.microsoftonline.com/error?code=";

/// Codes with the same cause and cure; a range holds both its ends.
struct Group {
    codes: &'static [(u32, u32)],
    cause: &'static str,
    cure: &'static str,
}

macro_rules! groups {
    ($($name:literal: $($from:literal $(..= $to:literal)?),+;)+) => {
        &[$(Group {
            codes: &[$(groups!(@range $from $($to)?)),+],
            cause: concat!("aadsts_", $name, "_cause"),
            cure: concat!("aadsts_", $name, "_cure"),
        }),+]
    };
    (@range $code:literal) => { ($code, $code) };
    (@range $from:literal $to:literal) => { ($from, $to) };
}

const GROUPS: &[Group] = groups! {
    "secret_wrong": 7_000_215, 70_002;
    "secret_expired": 7_000_222;
    "secret_missing": 7_000_218;
    "public_client": 700_025;
    "app_unknown": 700_016;
    "app_disabled": 70_001, 7_000_112;
    "no_consent": 65_001;
    "consent_declined": 65_004;
    "permission_missing": 650_056, 650_057, 65_005;
    "not_subscribed": 650_052;
    "admin_consent": 90_094, 90_095, 90_008;
    "password_wrong": 50_126;
    "user_unknown": 50_034;
    "user_locked": 50_053;
    "password_expired": 50_055, 50_144;
    "user_disabled": 50_056, 50_057;
    "second_factor": 50_072, 50_074, 50_076, 50_079;
    "policy": 53_000..=53_004, 530_032, 530_035;
    "not_assigned": 50_105;
    "redirect": 50_011, 900_971;
    "common_address": 50_194, 9_001_023;
    "tenant_unknown": 90_002;
    "no_tenant": 90_019, 50_059, 50_128;
    "resource_unknown": 500_011;
    "sign_in_agent": 80_001..=80_014;
    "browser_refused": 9_002_326, 9_002_327;
};

/// What one code means for this set-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// The code.
    pub code: u32,
    /// Why it happens.
    pub cause: Text,
    /// What to do.
    pub cure: Text,
    /// Where Microsoft explains it.
    pub look_up: String,
}

/// What the codes in a text mean, each once, in their order; empty where it names none.
#[must_use]
pub fn remedies(text: &str) -> Vec<Remedy> {
    let codes = scan::codes(text, |code| group(code).is_some());
    codes.into_iter().map(remedy).collect()
}

fn remedy(code: u32) -> Remedy {
    let look_up = format!("{LOOK_UP}{code}");
    let (cause, cure) = match group(code) {
        Some(group) => (Text::plain(group.cause), Text::plain(group.cure)),
        None => (
            Text::plain("aadsts_unknown_cause").with(Arg::Plain(code.to_string())),
            Text::plain("aadsts_unknown_cure").with(Arg::Plain(look_up.clone())),
        ),
    };
    Remedy { code, cause, cure, look_up }
}

fn group(code: u32) -> Option<&'static Group> {
    let holds = |group: &&Group| group.codes.iter().any(|(from, to)| (*from..=*to).contains(&code));
    GROUPS.iter().find(holds)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCALES: [&str; 2] = [
        include_str!("../../../extension/_locales/en/messages.json"),
        include_str!("../../../extension/_locales/sv/messages.json"),
    ];

    #[track_caller]
    fn check(text: &str, name: &str) {
        let found = remedies(text);
        let [remedy] = found.as_slice() else { panic!("{text:?}: {found:?}") };
        assert_eq!(remedy.cause.key, format!("aadsts_{name}_cause"), "{text:?}");
        assert_eq!(remedy.cure.key, format!("aadsts_{name}_cure"), "{text:?}");
        assert!(remedy.look_up.ends_with(&format!("code={}", remedy.code)));
    }

    #[test]
    fn explains_what_people_paste() {
        check(
            "AADSTS7000215: Invalid client secret provided. Ensure the secret is right.",
            "secret_wrong",
        );
        check("{\"error_codes\":[7000222],\"error\":\"invalid_client\"}", "secret_expired");
        check("50126", "password_wrong");
        check("Error validating credentials due to 50126.", "password_wrong");
        check("AADSTS53002", "policy");
        check("AADSTS80007", "sign_in_agent");
        check("AADSTS1234567", "unknown");
        assert_eq!(remedies("everything is fine"), []);
    }

    #[test]
    fn no_code_stands_in_two_groups() {
        let ranges: Vec<_> = GROUPS.iter().flat_map(|group| group.codes).collect();
        for (at, (from, to)) in ranges.iter().enumerate() {
            assert!(from <= to);
            for (other_from, other_to) in ranges.iter().skip(at + 1) {
                assert!(to < other_from || other_to < from, "{from}");
            }
        }
    }

    #[test]
    fn every_sentence_stands_in_every_language_and_none_is_left_over() {
        for locale in LOCALES {
            let messages: serde_json::Value = serde_json::from_str(locale).unwrap();
            let mut wanted: Vec<&str> = vec!["aadsts_unknown_cause", "aadsts_unknown_cure"];
            wanted.extend(GROUPS.iter().flat_map(|group| [group.cause, group.cure]));
            for key in &wanted {
                assert!(messages[key]["message"].is_string(), "{key}");
            }
            let there =
                messages.as_object().unwrap().keys().filter(|key| key.starts_with("aadsts_"));
            assert_eq!(there.count(), wanted.len());
        }
    }
}
