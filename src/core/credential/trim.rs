//! What sticks to a value on its way through clipboards, mails and spreadsheets.

use super::Secret;

impl Secret {
    /// The value without what is around it: white space, invisible characters and quotes.
    ///
    /// One allocation of the right size, so that no outgrown copy stays behind.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        // EXPOSE: read to be copied into another Secret.
        Self::new(trim(self.expose()).to_owned())
    }
}

/// The part of the text that is meant.
pub(super) fn trim(text: &str) -> &str {
    let mut bare = text.trim_matches(is_blank);
    while let Some(inner) = unquoted(bare) {
        bare = inner.trim_matches(is_blank);
    }
    // Half a pair of quotes, or the comma of a list: no secret with a signature can hold them,
    // one without may.
    let stripped = bare.trim_matches(|letter| is_blank(letter) || is_litter(letter));
    if super::shape::signature(stripped).is_some() { stripped } else { bare }
}

/// White space and everything that shows as nothing.
pub(super) fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || is_invisible(letter)
}

/// Controls, joiners, direction marks, soft hyphens, byte order marks.
pub(super) fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e0fff}')
}

const fn is_litter(letter: char) -> bool {
    matches!(letter, ',' | ';' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}') || is_quote(letter)
}

pub(super) const fn is_quote(letter: char) -> bool {
    matches!(
        letter,
        '"' | '\'' | '`' | '\u{b4}' | '\u{ab}' | '\u{bb}' | '\u{2018}'
            ..='\u{201f}'
                | '\u{2039}'
                | '\u{203a}'
                | '\u{300c}'
                | '\u{300d}'
                | '\u{ff02}'
                | '\u{ff07}'
    )
}

fn unquoted(text: &str) -> Option<&str> {
    let quoted = text.chars().count() >= 2;
    if quoted && let Some(inner) = text.strip_prefix(is_quote) {
        return inner.strip_suffix(is_quote);
    }
    text.strip_prefix('<')?.strip_suffix('>')
}

#[cfg(test)]
mod tests {
    use super::super::specimen;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(trim(text), expected, "{text:?}");
    }

    #[test]
    fn takes_off_what_sticks_to_a_value() {
        let value = specimen::current(1);
        for (before, after) in [
            ("", ""),
            (" ", "\n"),
            ("\u{a0}\u{2003}", "\u{200b}\r\n"),
            ("\u{feff}", "\u{200f}"),
            ("\u{ad}", "\u{ad}"),
            ("\"", "\""),
            ("\"", "\","),
            ("'", ""),
            ("", "\";"),
            ("\u{201c}", "\u{201d}"),
            ("\u{ab}\u{a0}", "\u{a0}\u{bb}"),
            ("\u{201e}", "\u{201c}"),
            ("<", ">"),
            (" `", "` "),
            ("\"'", "'\""),
        ] {
            check(&format!("{before}{value}{after}"), &value);
        }
    }

    #[test]
    fn leaves_a_value_of_another_kind_whole() {
        check("[abcdefgh?jk]m:op", "[abcdefgh?jk]m:op");
        check("abcdefghijklmnop'", "abcdefghijklmnop'");
        check("'", "'");
        check("\"\"", "");
        check("", "");
    }
}
