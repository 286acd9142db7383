//! The day on which a secret expires, where it is written without doubt.

use crate::calendar::date;

/// The day as `YYYY-MM-DD`; `None` where day and month could be mistaken for one another.
pub(super) fn parse_day(word: &str) -> Option<String> {
    if let Some(moment) = word.trim_start_matches(['\\', '/']).strip_prefix("Date(") {
        let digits = moment.split(|letter: char| !letter.is_ascii_digit()).next()?;
        return from_days(digits.parse::<i64>().ok()? / 86_400_000);
    }
    let day = word.split(['T', 't']).next()?;
    let separator = day.chars().find(|letter| matches!(letter, '-' | '/' | '.'))?;
    let mut parts = day.split(separator).map(|part| part.parse::<u32>().ok());
    let (a, b, c) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    match separator {
        _ if a > 31 => written(a, b, c),
        '.' => written(c, b, a),
        '/' if a > 12 || a == b => written(c, b, a),
        '/' if b > 12 => written(c, a, b),
        _ => None,
    }
}

fn written(year: u32, month: u32, day: u32) -> Option<String> {
    let sound =
        (2000..2400).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    sound.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The day so many days after 1 January 1970.
fn from_days(days: i64) -> Option<String> {
    let (year, month, day) = date(days)?;
    written(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(parse_day(word).as_deref(), expected, "{word:?}");
    }

    #[test]
    fn reads_what_is_certain() {
        check("2028-11-23T07:40:00Z", Some("2028-11-23"));
        check("2028-11-23", Some("2028-11-23"));
        check("2028/1/2", Some("2028-01-02"));
        check("11/23/2028", Some("2028-11-23"));
        check("23/11/2028", Some("2028-11-23"));
        check("5/5/2028", Some("2028-05-05"));
        check("3.4.2028", Some("2028-04-03"));
        check("/Date(1858570800000)/", Some("2028-11-23"));
        check("\\/Date(951782400000)\\/", Some("2000-02-29"));
        check("/Date(946684799999)/", None);
    }

    #[test]
    fn reads_nothing_else() {
        for word in [
            "",
            "-",
            "11/12/2028",
            "1/2",
            "2028-13-01",
            "2028-00-10",
            "2028-11-23-4",
            "abc",
            "4.1",
            "/Date(99999999999999999999)/",
            "/Date(-1)/",
            "1.2.3.4",
            "1999-01-01",
        ] {
            check(word, None);
        }
    }
}
