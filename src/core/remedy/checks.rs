//! Marketo's seven checks: the name of each, and cause and cure of its red X.

use crate::{Check, Text};

/// The short name of a check.
#[must_use]
pub const fn check_name(check: Check) -> Text {
    Text::plain(match check {
        Check::Url => "check_url",
        Check::Credentials => "check_credentials",
        Check::Role => "check_role",
        Check::Solution => "check_solution",
        Check::Steps => "check_steps",
        Check::Assigned => "check_assigned",
        Check::Match => "check_match",
    })
}

/// Why a check failed and what to do about it.
#[must_use]
pub const fn check_failed(check: Check) -> Text {
    Text::plain(match check {
        Check::Url => "check_url_failed",
        Check::Credentials => "check_credentials_failed",
        Check::Role => "check_role_failed",
        Check::Solution => "check_solution_failed",
        Check::Steps => "check_steps_failed",
        Check::Assigned => "check_assigned_failed",
        Check::Match => "check_match_failed",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_are_made_of_the_words() {
        for check in Check::ALL {
            let name = format!("check_{}", check.word());
            assert_eq!(check_name(*check).key, name);
            assert_eq!(check_failed(*check).key, format!("{name}_failed"));
        }
    }
}
