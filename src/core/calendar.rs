//! Days of the civil calendar, written `YYYY-MM-DD` and counted from 1 January 1970 (UTC).
//!
//! The year begins in March here, so that the leap day is its last.

/// A day in milliseconds.
const DAY: u64 = 86_400_000;

/// The beginning of a day in milliseconds since 1970; `None` for what is no day.
pub fn day(iso: &str) -> Option<u64> {
    let mut parts = iso.splitn(3, '-').map(str::parse::<i64>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if !(1970..10_000).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days =
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469;
    u64::try_from(days).ok()?.checked_mul(DAY)
}

/// The day that a moment falls on, as `YYYY-MM-DD`.
pub fn iso(milliseconds: u64) -> String {
    let days = i64::try_from(milliseconds / DAY).unwrap_or_default();
    let (year, month, day) = date(days).unwrap_or((1970, 1, 1));
    format!("{year:04}-{month:02}-{day:02}")
}

/// Year, month and day so many days after 1 January 1970.
pub fn date(days: i64) -> Option<(u32, u32, u32)> {
    let days = days.checked_add(719_468).filter(|days| (0..5_000_000).contains(days))?;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    Some((u32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_by_the_calendar() {
        for (iso, expected) in [
            ("1970-01-01", Some(0)),
            ("2000-03-01", Some(951_868_800_000)),
            ("2027-05-22", Some(1_810_944_000_000)),
            ("2028-02-29", Some(1_835_395_200_000)),
            ("2027-13-01", None),
            ("soon", None),
        ] {
            assert_eq!(day(iso), expected, "{iso}");
        }
    }

    #[test]
    fn every_day_of_eighty_years_comes_back_as_it_went() {
        for days in 0..29_220 {
            let written = iso(days * DAY + 1);
            assert_eq!(day(&written), Some(days * DAY), "{written}");
        }
        // What the calendar does not have comes back as another day.
        assert_eq!(iso(day("2027-02-30").unwrap()), "2027-03-02");
    }
}
