//! Dates as the portal writes them, in whatever culture the admin has chosen.

/// A date read: certain, or with day and month open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Year, month, day.
    Certain(u16, u8, u8),
    /// The first and the second number before the year: one is the day, one the month.
    Open(u16, u8, u8),
}

/// Which of two numbers stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `31/12/2027`
    DayFirst,
    /// `12/31/2027`
    MonthFirst,
}

/// Reads a date; a time of day behind it is passed over.
#[must_use]
pub fn read(text: &str) -> Option<Reading> {
    let text = text.trim();
    if text.is_empty() || text.len() > 40 {
        return None;
    }
    by_name(text).or_else(|| by_number(text))
}

/// The dates of one table as ISO, where they are certain. One date that can only be read one way settles the others;
/// else the culture does, where it is known and has one order.
#[must_use]
pub fn settle(readings: &[Option<Reading>], culture: Option<Order>) -> Vec<Option<String>> {
    let mut orders = readings.iter().flatten().filter_map(|reading| reading.order());
    let first = orders.next();
    let order = if first.is_some() {
        first.filter(|first| orders.all(|order| order == *first))
    } else {
        culture
    };
    readings.iter().map(|reading| reading.and_then(|reading| reading.iso(order))).collect()
}

/// The order that a culture's dates with slashes have, by a tag such as `en-gb`, where it leaves no doubt.
#[must_use]
pub fn order_of(culture: &str) -> Option<Order> {
    let culture = culture.to_ascii_lowercase();
    let language = culture.split('-').next().unwrap_or_default();
    match (language, culture.as_str()) {
        (_, "en-us") => Some(Order::MonthFirst),
        // Some write these the American way, some do not.
        (_, "es-us" | "es-pr" | "es-pa" | "fr-ca") => None,
        ("en", "en-gb" | "en-au" | "en-ie" | "en-nz" | "en-in")
        | ("de" | "fr" | "es" | "it" | "pt" | "nl", _) => Some(Order::DayFirst),
        _ => None,
    }
}

impl Reading {
    /// What this date tells of the order: something only where day and month cannot be exchanged.
    const fn order(self) -> Option<Order> {
        match self {
            Self::Open(_, 13.., _) => Some(Order::DayFirst),
            Self::Open(_, _, 13..) => Some(Order::MonthFirst),
            _ => None,
        }
    }

    fn iso(self, order: Option<Order>) -> Option<String> {
        let (year, month, day) = match (self, order) {
            (Self::Certain(year, month, day), _) => (year, month, day),
            (Self::Open(year, first, second), _) if first == second => (year, first, second),
            (Self::Open(year, day @ 13.., month) | Self::Open(year, month, day @ 13..), _) => {
                (year, month, day)
            }
            (Self::Open(year, day, month), Some(Order::DayFirst))
            | (Self::Open(year, month, day), Some(Order::MonthFirst)) => (year, month, day),
            (Self::Open(..), None) => return None,
        };
        ((1990..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days(year, month)).contains(&day))
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
    }
}

const fn days(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// `2027-05-22`, `2027/5/22`, `2027年5月22日`, `2027. 5. 22.`, `22.05.2027`, `22-5-2027`, `5/22/2027`, with a time behind or not.
fn by_number(text: &str) -> Option<Reading> {
    let numbers: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect();
    let [first, second, third, ..] = *numbers else { return None };
    let between: String =
        text.get(first.len()..)?.chars().take_while(|c| !c.is_ascii_digit()).collect();
    let starts_with_number = text.starts_with(first);
    let mark = between.trim();
    if !starts_with_number || !matches!(mark, "-" | "/" | "." | "\u{5e74}" | "\u{b144}") {
        return None;
    }
    let small = |number: &str| number.parse::<u8>().ok().filter(|_| number.len() <= 2);
    let year = |number: &str| number.parse::<u16>().ok().filter(|_| number.len() == 4);
    if let Some(year) = year(first) {
        return Some(Reading::Certain(year, small(second)?, small(third)?));
    }
    let (first, second, year) = (small(first)?, small(second)?, year(third)?);
    Some(if mark == "/" {
        Reading::Open(year, first, second)
    } else {
        Reading::Certain(year, second, first)
    })
}

/// `22 May 2027`, `May 22, 2027`, `den 22 maj 2027`, `22. Mai 2027`, `22 de mayo de 2027`.
fn by_name(text: &str) -> Option<Reading> {
    let lower = crate::lexicon::plain_words(text);
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut months = words.iter().filter_map(|word| month(word));
    let (month, None) = (months.next()?, months.next()) else { return None };
    let year =
        words.iter().filter(|word| word.len() == 4).find_map(|word| word.parse::<u16>().ok())?;
    let day =
        words.iter().filter(|word| word.len() <= 2).find_map(|word| word.parse::<u8>().ok())?;
    Some(Reading::Certain(year, month, day))
}

/// The month of a name or of its usual abbreviation; accents are folded.
fn month(word: &str) -> Option<u8> {
    const NAMES: [&[&str]; 12] = [
        &[
            "january", "januari", "januar", "janvier", "enero", "gennaio", "janeiro", "jan", "ene",
            "gen", "janv",
        ],
        &[
            "february",
            "februari",
            "februar",
            "fevrier",
            "febrero",
            "febbraio",
            "fevereiro",
            "feb",
            "fev",
            "fevr",
        ],
        &["march", "mars", "marz", "maart", "marzo", "marco", "mar", "mrt"],
        &["april", "avril", "abril", "aprile", "apr", "avr", "abr"],
        &["may", "maj", "mai", "mei", "mayo", "maggio", "maio", "mag"],
        &["june", "juni", "juin", "junio", "giugno", "junho", "jun", "giu"],
        &["july", "juli", "juillet", "julio", "luglio", "julho", "jul", "juil", "lug"],
        &["august", "augusti", "augustus", "aout", "agosto", "aug", "ago"],
        &["september", "septembre", "septiembre", "settembre", "setembro", "sep", "sept", "set"],
        &[
            "october", "oktober", "octobre", "octubre", "ottobre", "outubro", "oct", "okt", "ott",
            "out",
        ],
        &["november", "novembre", "noviembre", "novembro", "nov"],
        &[
            "december",
            "dezember",
            "decembre",
            "diciembre",
            "dicembre",
            "dezembro",
            "dec",
            "dez",
            "dic",
        ],
    ];
    NAMES
        .iter()
        .position(|names| names.contains(&word))
        .and_then(|at| u8::try_from(at).ok()?.checked_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(settle(&[read(text)], None), [expected.map(Into::into)], "{text}");
    }

    #[test]
    fn certain_dates() {
        for text in [
            "2027-05-22",
            "2027/5/22",
            "2027年5月22日",
            "2027년 5월 22일",
            "2027. 5. 22.",
            "22.05.2027",
            "22-5-2027",
            "5/22/2027",
            "22/5/2027",
            "22 May 2027",
            "May 22, 2027",
            "Sat, May 22, 2027, 1:02:03 PM",
            "den 22 maj 2027",
            "22. Mai 2027",
            "22 de mayo de 2027",
            "22 mai 2027",
            "2027-05-22T10:00:00Z",
            "5/22/2027, 3:04:05 PM",
            "22 maggio 2027",
        ] {
            check(text, Some("2027-05-22"));
        }
        check("5/5/2027", Some("2027-05-05"));
        check("12/31/2299", Some("2299-12-31"));
    }

    /// As Chromium and Firefox write a day in the usual culture of each of the portal's languages, and of some more.
    #[test]
    fn the_short_date_of_every_language_of_the_portal_is_read() {
        for (cultures, certain, open) in [
            ("en-US", "5/22/2027", Some("5/6/2027")),
            ("en-GB fr-FR it-IT pt-BR pt-PT", "22/05/2027", Some("05/06/2027")),
            ("es-ES id-ID", "22/5/2027", Some("5/6/2027")),
            ("de-DE nb-NO da-DK fi-FI", "22.5.2027", None),
            ("pl-PL ru-RU tr-TR fr-CH", "22.05.2027", None),
            ("nl-NL", "22-5-2027", None),
            ("cs-CZ", "22. 5. 2027", None),
            ("hu-HU", "2027. 05. 22.", None),
            ("ko-KR", "2027. 5. 22.", None),
            ("ja-JP zh-Hans zh-Hant", "2027/5/22", None),
            ("sv-SE en-CA fr-CA", "2027-05-22", None),
        ] {
            println!("{cultures}");
            check(certain, Some("2027-05-22"));
            if let Some(open) = open {
                check(open, None);
            }
        }
    }

    #[test]
    fn uncertain_dates_and_no_dates() {
        for text in [
            "5/6/2027",
            "",
            "2027",
            "13/13/2027",
            "31.02.2027",
            "2/30/2027",
            "0/0/2027",
            "1.2.3",
            "v1.2.2027.x",
            "Marketo 2027-05-22",
            "730 days (24 months)",
            "May",
            "5/22/27",
            "99999999999999/1/2027",
            "Never",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn another_row_or_the_culture_settles_it() {
        let rows = [read("5/6/2027"), read("12/31/2027")];
        assert_eq!(
            settle(&rows, Some(Order::DayFirst)),
            [Some("2027-05-06".to_owned()), Some("2027-12-31".to_owned())]
        );
        assert_eq!(
            settle(&[read("5/6/2027"), read("31/12/2027"), read("12/31/2027")], None)[0],
            None,
            "rows that disagree settle nothing"
        );
        assert_eq!(settle(&[read("5/6/2027")], order_of("en-us")), [Some("2027-05-06".to_owned())]);
        assert_eq!(settle(&[read("5/6/2027")], order_of("fr-FR")), [Some("2027-06-05".to_owned())]);
        for open in ["en", "en-ca", "es-us", "sv-se"] {
            assert_eq!(settle(&[read("5/6/2027")], order_of(open)), [None], "{open}");
        }
    }
}
