//! Marketo's seven checks: the name of each, and cause and cure of its red X (facts/setup.md section 5).

use crate::lexicon::{self, MarketoTerm};
use crate::{Check, Text};

use super::Spot;

/// What Marketo writes beside the mark of a check.
const WORDINGS: &[MarketoTerm] = &[
    MarketoTerm::CheckUrl,
    MarketoTerm::CheckCredentials,
    MarketoTerm::CheckRole,
    MarketoTerm::CheckSolution,
    MarketoTerm::CheckSteps,
    MarketoTerm::CheckAssigned,
    MarketoTerm::CheckMatch,
];

/// One step of a cure: its message, and the labels that it quotes, as Dynamics shows them.
type Step = (&'static str, &'static [&'static str]);

const ADVANCED: Step = ("check_advanced", &["Advanced Settings"]);
const CONFIG: Step = ("check_config", &["Settings", "Marketo Config", "Default"]);
const PUBLISH: Step = ("check_publish", &["Settings", "Solutions", "Publish All Customizations"]);

const URL: &[Step] = &[
    ADVANCED,
    ("check_url_open", &["Settings", "Customizations", "Developer Resources"]),
    ("check_url_copy", &["Organization Service", "Service Endpoints"]),
    ("check_url_compare", &[]),
];
const CREDENTIALS: &[Step] = &[
    ("check_credentials_try", &[]),
    ("check_credentials_password", &[]),
    ("check_credentials_factor", &[]),
    ("check_credentials_secret", &[]),
];
const ROLE: &[Step] = &[
    ADVANCED,
    ("check_role_open", &["Settings", "Security", "Users"]),
    ("check_role_tick", &["Manage Roles", "Marketo Sync User", "OK"]),
    ("check_role_consent", &[]),
    ("check_role_config", &["Settings", "Marketo Config", "Default", "Marketo User"]),
];
const SOLUTION: &[Step] = &[
    ADVANCED,
    ("check_solution_open", &["Settings", "Solutions", "Marketo Lead Management"]),
    ("check_solution_import", &["Import"]),
    PUBLISH,
];
/// Not in Marketo's article, which only says to activate the steps again: the names are Microsoft's for its solution explorer
/// ("Register a plug-in", *Disable or enable a plug-in step*, *Unregister components*).
const STEPS: &[Step] = &[
    ADVANCED,
    ("check_steps_open", &["Settings", "Solutions", "Marketo Lead Management"]),
    ("check_steps_activate", &["Sdk Message Processing Steps", "Activate"]),
    PUBLISH,
];
const ASSIGNED: &[Step] = &[ADVANCED, CONFIG, ("check_assigned_put", &["Marketo User"]), PUBLISH];
const MATCH: &[Step] = &[
    ADVANCED,
    CONFIG,
    ("check_match_compare", &["Marketo User"]),
    ("check_match_form", &[]),
    PUBLISH,
];

/// The number of a check in Marketo's list, from 1.
#[must_use]
pub const fn check_number(check: Check) -> u32 {
    check as u32 + 1
}

/// A check as Marketo names it, in the language of the page as far as it is known.
#[must_use]
pub fn check_label(check: Check, language: Option<&str>) -> String {
    let term = WORDINGS.get(check as usize).copied();
    let label = |language| lexicon::marketo().label(term?, language);
    language.and_then(label).or_else(|| label("en")).unwrap_or(check.word()).to_owned()
}

/// Why a check failed and what to do about it, in short.
#[must_use]
pub fn check_failed(check: Check) -> Text {
    named(check, "_failed")
}

/// What a red X at a check means.
#[must_use]
pub fn check_cause(check: Check) -> Text {
    named(check, "_cause")
}

fn named(check: Check, what: &str) -> Text {
    Text { key: ["check_", check.word(), what].concat().into(), args: Vec::new() }
}

/// What to do about a red X, step by step, and where.
#[must_use]
pub const fn check_cure(check: Check) -> &'static [Step] {
    match check {
        Check::Url => URL,
        Check::Credentials => CREDENTIALS,
        Check::Role => ROLE,
        Check::Solution => SOLUTION,
        Check::Steps => STEPS,
        Check::Assigned => ASSIGNED,
        Check::Match => MATCH,
    }
}

/// The places outside Dynamics that a cure leads to.
#[must_use]
pub const fn check_spots(check: Check) -> &'static [Spot] {
    match check {
        Check::Credentials => &[Spot::SignInLog, Spot::Secrets],
        Check::Role => &[Spot::Permissions],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn every_check_has_its_name_number_cause_and_steps_in_every_language() {
        for locale in [
            include_str!("../../../extension/_locales/en/messages.json"),
            include_str!("../../../extension/_locales/sv/messages.json"),
        ] {
            let messages: HashMap<String, serde_json::Value> =
                serde_json::from_str(locale).unwrap();
            let places = |key: &str| {
                let text = messages.get(key).unwrap_or_else(|| panic!("no text {key}"));
                let text = text["message"].as_str().unwrap().to_owned();
                (1..10).filter(|at| text.contains(&format!("${at}"))).count()
            };
            for check in Check::ALL {
                assert_eq!(places(&check_failed(*check).key), 0);
                assert_eq!(places(&check_cause(*check).key), 0);
                assert!(check_cure(*check).len() > 2, "{check:?}");
                for (key, labels) in check_cure(*check) {
                    assert_eq!(places(key), labels.len(), "{key}");
                }
            }
        }
        let numbers = Check::ALL.iter().map(|check| check_number(*check));
        assert!(numbers.eq(1..=7));
    }

    #[test]
    fn the_names_are_marketos() {
        assert_eq!(check_label(Check::Url, None), "URL is valid");
        assert_eq!(check_label(Check::Role, Some("xx")), check_label(Check::Role, None));
        for check in Check::ALL {
            assert_ne!(check_label(*check, Some("en")), check.word());
        }
    }
}
