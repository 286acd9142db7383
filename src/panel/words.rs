//! Messages become what a person reads: the arguments go in, labels stay apart to be drawn as chips.

use keyferry_core::{Arg, Text};

/// The messages of one language, and how it writes dates and times.
pub trait Book {
    /// The message of this key, with its placeholders.
    fn message(&self, key: &str) -> Option<String>;
    /// A day, from the milliseconds since 1970 at which it begins in UTC: the same day everywhere.
    fn date(&self, moment: u64) -> String;
    /// The time of day where the reader is.
    fn time(&self, moment: u64) -> String;
    /// Day and time where the reader is.
    fn day_and_time(&self, moment: u64) -> String;
}

/// A stretch of a resolved message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of ours.
    Plain(String),
    /// A label as it stands on the portal's screen.
    Label(String),
}

/// The message of a text with its arguments put in. A key that has no message stands for
/// itself: better an odd word than an empty panel.
pub fn resolve(book: &dyn Book, text: &Text) -> Vec<Piece> {
    let message = book.message(&text.key).unwrap_or_else(|| text.key.to_string());
    let mut pieces = Pieces::default();
    let mut rest = message.as_str();
    while let Some((before, after)) = rest.split_once('$') {
        pieces.plain(before);
        let mut chars = after.chars();
        match chars.next().and_then(|digit| digit.to_digit(10)) {
            Some(number) => {
                if let Some(arg) = (number as usize).checked_sub(1).and_then(|n| text.args.get(n)) {
                    pieces.arg(book, arg);
                }
                rest = chars.as_str();
            }
            None => {
                pieces.plain("$");
                rest = after;
            }
        }
    }
    pieces.plain(rest);
    pieces.0
}

/// The message of a text as one string, for places that hold no chips.
pub fn flat(book: &dyn Book, text: &Text) -> String {
    let pieces = resolve(book, text);
    pieces.into_iter().map(|(Piece::Plain(words) | Piece::Label(words))| words).collect()
}

#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn plain(&mut self, words: &str) {
        match self.0.last_mut() {
            _ if words.is_empty() => {}
            Some(Piece::Plain(last)) => last.push_str(words),
            _ => self.0.push(Piece::Plain(words.to_owned())),
        }
    }

    fn arg(&mut self, book: &dyn Book, arg: &Arg) {
        match arg {
            Arg::Label(label) => self.0.push(Piece::Label(label.clone())),
            Arg::Plain(words) => self.plain(words),
            Arg::Date(moment) => self.plain(&book.date(*moment)),
            Arg::Time(moment) => self.plain(&book.time(*moment)),
            Arg::Message(key) => self.plain(&book.message(key).unwrap_or_else(|| key.to_string())),
        }
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A book of a few messages, with dates and times that can be told apart.
    pub struct Few(pub &'static [(&'static str, &'static str)]);

    impl Book for Few {
        fn message(&self, key: &str) -> Option<String> {
            self.0.iter().find(|(name, _)| *name == key).map(|(_, message)| (*message).to_owned())
        }
        fn date(&self, moment: u64) -> String {
            format!("day {moment}")
        }
        fn time(&self, moment: u64) -> String {
            format!("at {moment}")
        }
        fn day_and_time(&self, moment: u64) -> String {
            format!("day and time {moment}")
        }
    }

    #[track_caller]
    fn check(message: &'static str, args: Vec<Arg>, expected: &[Piece]) {
        let book = Few(Box::leak(Box::new([("key", message), ("step", "Save")])));
        assert_eq!(resolve(&book, &Text { key: "key".into(), args }), expected);
    }

    fn plain(words: &str) -> Piece {
        Piece::Plain(words.into())
    }
    fn label(words: &str) -> Piece {
        Piece::Label(words.into())
    }

    #[test]
    fn arguments_go_where_the_placeholders_are() {
        let add = || Arg::Label("Lägg till".into());
        check("All done.", vec![], &[plain("All done.")]);
        check("Click $1.", vec![add()], &[plain("Click "), label("Lägg till"), plain(".")]);
        check("$1", vec![add()], &[label("Lägg till")]);
        let two = || vec![Arg::Plain("3".into()), Arg::Plain("7".into())];
        check("$1 of $2", two(), &[plain("3 of 7")]);
        check("of $2, $1", two(), &[plain("of 7, 3")]);
        check("until $1", vec![Arg::Date(5)], &[plain("until day 5")]);
        check("since $1", vec![Arg::Time(6)], &[plain("since at 6")]);
        check("then $1", vec![Arg::Message("step".into())], &[plain("then Save")]);
    }

    #[test]
    fn what_does_not_fit_does_no_harm() {
        check("Click $1.", vec![], &[plain("Click .")]);
        check("Click $0.", vec![Arg::Plain("x".into())], &[plain("Click .")]);
        check("5 $ and $", vec![], &[plain("5 $ and $")]);
        check("then $1", vec![Arg::Message("none".into())], &[plain("then none")]);
        check("$1", vec![Arg::Plain("$2".into()), Arg::Plain("x".into())], &[plain("$2")]);
        let book = Few(&[]);
        assert_eq!(resolve(&book, &Text::plain("lost_key")), [plain("lost_key")]);
    }

    #[test]
    fn a_flat_text_has_its_labels_in_it() {
        let book = Few(&[("click", "Click $1.")]);
        let text = Text::plain("click").with(Arg::Label("Save".into()));
        assert_eq!(flat(&book, &text), "Click Save.");
    }
}
