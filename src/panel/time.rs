//! The time that is left to the pair.

/// Below this many milliseconds the countdown is marked.
pub const SOON: u64 = 3 * 60 * 1000;

/// The time from `now` until `until` as minutes and seconds (`12:41`), with hours where there
/// are any. Whole seconds, rounded up: `0:00` means that it is over.
pub fn left(now: u64, until: u64) -> String {
    let seconds = until.saturating_sub(now).div_ceil(1000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(milliseconds: u64, expected: &str) {
        let now = 1_700_000_000_000;
        assert_eq!(left(now, now + milliseconds), expected);
    }

    #[test]
    fn time_left_is_written_in_minutes_and_seconds() {
        check(15 * 60_000, "15:00");
        check(12 * 60_000 + 41_000, "12:41");
        check(61_000, "1:01");
        check(60_000, "1:00");
        check(59_001, "1:00");
        check(9_000, "0:09");
        check(1, "0:01");
        check(0, "0:00");
        check(3_600_000 + 62_000, "1:01:02");
    }

    #[test]
    fn a_moment_that_is_over_leaves_nothing() {
        assert_eq!(left(2_000, 1_000), "0:00");
        assert_eq!(left(u64::MAX, 0), "0:00");
    }
}
