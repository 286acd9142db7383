//! Microsoft's sign-in errors by number: Microsoft itself says not to depend on their text.

use super::scan;
use crate::{Arg, Text};

/// Where Microsoft explains a code.
const LOOK_UP: &str = "https://login.microsoftonline.com/error?code=";

/// Codes with the same cause and cure; a range holds both its ends.
struct Group {
    codes: &'static [(u32, u32)],
    spot: Spot,
    cause: &'static str,
    cure: &'static str,
}

/// Where the next click of a cure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The app's client secrets.
    Secrets,
    /// The app's API permissions.
    Permissions,
    /// The app's Authentication page.
    Authentication,
    /// The app's overview, where its IDs stand.
    Overview,
    /// The list of enterprise applications.
    EnterpriseApps,
    /// The tenant's users.
    Users,
    /// The log of sign-ins.
    SignInLog,
    /// The credentials in Marketo.
    Marketo,
}

macro_rules! groups {
    ($($name:literal at $spot:ident: $($from:literal $(..= $to:literal)?),+;)+) => {
        &[$(Group {
            codes: &[$(groups!(@range $from $($to)?)),+],
            spot: Spot::$spot,
            cause: concat!("aadsts_", $name, "_cause"),
            cure: concat!("aadsts_", $name, "_cure"),
        }),+]
    };
    (@range $code:literal) => { ($code, $code) };
    (@range $from:literal $to:literal) => { ($from, $to) };
}

const GROUPS: &[Group] = groups! {
    "secret_wrong" at Secrets: 7_000_215, 70_002;
    "secret_expired" at Secrets: 7_000_222;
    "secret_missing" at Marketo: 7_000_218;
    "public_client" at Authentication: 700_025;
    "app_unknown" at Overview: 700_016;
    "app_disabled" at Overview: 70_001, 7_000_112;
    "no_consent" at Permissions: 65_001;
    "consent_declined" at Permissions: 65_004;
    "permission_missing" at Permissions: 650_056, 650_057, 65_005;
    "not_subscribed" at Overview: 650_052;
    "admin_consent" at Permissions: 90_094, 90_095, 90_008;
    "password_wrong" at SignInLog: 50_126;
    "user_unknown" at Users: 50_034;
    "user_locked" at Users: 50_053;
    "password_expired" at Users: 50_055, 50_144;
    "user_disabled" at Users: 50_056, 50_057;
    "second_factor" at SignInLog: 50_072, 50_074, 50_076, 50_079;
    "policy" at SignInLog: 53_000..=53_004, 530_032, 530_035;
    "not_assigned" at EnterpriseApps: 50_105;
    "redirect" at Authentication: 50_011, 900_971;
    "common_address" at Overview: 50_194, 9_001_023;
    "tenant_unknown" at Overview: 90_002;
    "no_tenant" at Marketo: 90_019, 50_059, 50_128;
    "resource_unknown" at Marketo: 500_011;
    "sign_in_agent" at SignInLog: 80_001..=80_014;
    "browser_refused" at Marketo: 9_002_326, 9_002_327;
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
    /// Where the next click is; `None` for a code without an explanation.
    pub spot: Option<Spot>,
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
    let group = group(code);
    let (cause, cure) = match group {
        Some(group) => (Text::plain(group.cause), Text::plain(group.cure)),
        None => (
            Text::plain("aadsts_unknown_cause").with(Arg::Plain(code.to_string())),
            Text::plain("aadsts_unknown_cure").with(Arg::Plain(look_up.clone())),
        ),
    };
    Remedy { code, cause, cure, spot: group.map(|group| group.spot), look_up }
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
