//! A calendar entry for the day a secret ends, to hand to the team (RFC 5545).

use keyferry_core::{DAYS_BEFORE, Moment, iso};

use crate::data_url::data_url;

/// The longest line in bytes; longer ones are folded.
const LINE: usize = 75;

/// One event on one whole day.
pub struct Entry<'a> {
    /// The same entry keeps it, so that a newer file takes the place of an older one.
    pub uid: &'a str,
    /// The day, `YYYY-MM-DD`.
    pub day: &'a str,
    /// Its headline.
    pub summary: &'a str,
    /// What to do.
    pub description: &'a str,
    /// When the entry was made.
    pub made: Moment,
}

impl Entry<'_> {
    /// The file, with an alarm for each of Keyferry's own reminders.
    pub fn file(&self) -> String {
        let mut file = String::new();
        let mut line = |name: &str, value: &str| fold(&mut file, &format!("{name}:{value}"));
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Keyferry//Keyferry//EN");
        line("BEGIN", "VEVENT");
        line("UID", &format!("{}@keyferry", self.uid));
        line("DTSTAMP", &format!("{}T000000Z", compact(&iso(self.made.0))));
        line("DTSTART;VALUE=DATE", &compact(self.day));
        line("TRANSP", "TRANSPARENT");
        line("SUMMARY", &escape(self.summary));
        line("DESCRIPTION", &escape(self.description));
        for days in DAYS_BEFORE.iter().filter(|days| **days > 0) {
            line("BEGIN", "VALARM");
            line("ACTION", "DISPLAY");
            line("DESCRIPTION", &escape(self.summary));
            line("TRIGGER", &format!("-P{days}D"));
            line("END", "VALARM");
        }
        line("END", "VEVENT");
        line("END", "VCALENDAR");
        file
    }

    /// The file as an address that a link can save.
    pub fn address(&self) -> String {
        data_url("text/calendar", &self.file())
    }
}

fn compact(day: &str) -> String {
    day.chars().filter(char::is_ascii_digit).collect()
}

fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars().filter(|letter| *letter != '\r') {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Ends the line; a long one goes on in the next, after a space, and never within a letter.
fn fold(file: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(letter);
        length += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: Entry = Entry {
        uid: "3f2504e0",
        day: "2027-05-22",
        summary: "Klienthemligheten för Marketo; test, går ut \\ snart, och det är en lång rad som måste vikas",
        description: "Rad ett\nRad två",
        made: Moment(1_798_761_600_001),
    };

    #[test]
    fn the_file_is_folded_and_escaped() {
        let file = ENTRY.file();
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        assert!(file.split("\r\n").all(|line| line.len() <= LINE), "{file}");
        let whole = file.replace("\r\n ", "");
        assert!(whole.contains("\r\nDTSTART;VALUE=DATE:20270522\r\n"), "{whole}");
        assert!(whole.contains("\r\nDTSTAMP:20270101T000000Z\r\n"), "{whole}");
        assert!(
            whole.contains("SUMMARY:Klienthemligheten för Marketo\\; test\\, går ut \\\\ snart\\,")
        );
        assert!(whole.contains("\r\nDESCRIPTION:Rad ett\\nRad två\r\n"));
        assert_eq!(whole.matches("TRIGGER:-P").count(), 5);
    }
}
