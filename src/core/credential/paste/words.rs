//! The words of a paste, where they stand, and which of them are values.

use crate::credential::{is_guid, shape, trim};

use super::label::{Label, label_before};

/// More than any output that holds one pair.
const MOST_WORDS: usize = 4000;
/// A quote as HTML writes it, after its `&`.
const QUOTE: &str = "quot;";

/// One word of the paste: a part of it, never a copy.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    /// The line, the cell of the line and the column, each from 0.
    pub(super) line: usize,
    pub(super) cell: usize,
    pub(super) column: usize,
    /// Something stands before it that parts a label from its value: a colon, a quote, a tab.
    pub(super) parted: bool,
}

impl Word<'_> {
    /// A GUID, or what is or was meant to be a secret with a signature, or a mask.
    pub(super) fn is_value(&self) -> bool {
        is_value(self.text)
    }
}

/// Cuts the paste into words.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for (line, row) in text.lines().enumerate() {
        let (mut cell, mut column, mut parted) = (0, 0, true);
        let mut start: Option<(usize, usize)> = None;
        // The end of a quote of HTML's.
        let mut quote = 0;
        let ends = row.char_indices().chain([(row.len(), '\n')]);
        for (at, letter) in ends {
            let rest = row.get(at + 1..).unwrap_or_default();
            if letter == '&' && rest.starts_with(QUOTE) {
                quote = at + 1 + QUOTE.len();
            }
            let joint = match letter {
                _ if at < quote => true,
                // A quote within JSON within a string.
                '\\' => rest.starts_with('"'),
                // The next field of a form's body or of an address.
                '&' => starts_with_field_name(rest),
                _ => is_gap(letter),
            };
            if !joint {
                start = start.or(Some((at, column)));
            } else {
                if let Some((from, column)) = start.take()
                    && let Some(text) = row.get(from..at)
                {
                    let word = Word { text, line, cell, column, parted };
                    parted = text.ends_with([':', '=']);
                    push(&mut words, word);
                }
                cell += usize::from(at >= quote && matches!(letter, '\t' | '|' | ',' | ';'));
                parted |= !letter.is_whitespace() || letter == '\t';
            }
            column += 1;
        }
        if words.len() > MOST_WORDS {
            break;
        }
    }
    words
}

/// Adds a word, parted where a label is glued to its value (`CLIENT_ID=…`, `Value:…`).
fn push<'a>(words: &mut Vec<Word<'a>>, word: Word<'a>) {
    let separates = |letter| matches!(letter, ':' | '=' | '-' | '>');
    if word.text.chars().all(separates) && !is_rule(word.text) {
        // What follows is parted from what was before.
        words.push(Word { text: "", ..word });
    } else if let Some((label, value)) = glued(word.text) {
        words.push(Word { text: label, ..word });
        words.push(Word { text: value, parted: true, ..word });
    } else {
        let after_separator =
            words.last().is_some_and(|last| last.text.is_empty() && last.line == word.line);
        words.push(Word { parted: word.parted || after_separator, ..word });
    }
}

/// The rule below a heading.
pub(super) fn is_rule(text: &str) -> bool {
    text.len() > 1 && text.bytes().all(|byte| byte == b'-')
}

fn glued(text: &str) -> Option<(&str, &str)> {
    if shape::signature(text).is_some() || is_guid(text) {
        return None;
    }
    text.match_indices([':', '=']).find_map(|(at, _)| {
        let (label, value) = (text.get(..at)?, text.get(at + 1..)?);
        let told = is_guid(value) || shape::signature(value).is_some();
        let named = !value.is_empty() && label_before(&[label]).is_some();
        (told || named).then_some((label, value))
    })
}

fn starts_with_field_name(text: &str) -> bool {
    let name = text.bytes().take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'_').take(40);
    let length = name.count();
    length > 0 && text.as_bytes().get(length) == Some(&b'=')
}

fn is_gap(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, ',' | ';' | '|' | '{' | '}' | '<' | '>')
        || trim::is_quote(letter)
}

fn is_value(text: &str) -> bool {
    is_signed(text) || is_mask(text) || is_guid(text)
}

/// A signature, in its place or not, or what became of one on its way.
pub(super) fn is_signed(text: &str) -> bool {
    const CHANGED: [&str; 6] = ["Q%7E", "Q%7e", "Q&#126", "Q\\~", "Q\u{ff5e}", "Q\\u007e"];
    shape::signature(text).is_some()
        || shape::signature_astray(text)
        || CHANGED.iter().any(|mark| text.contains(mark))
}

/// Four marks of a mask or more: fewer are a list's bullets or emphasis.
pub(super) fn is_mask(text: &str) -> bool {
    let marks = text.chars().filter(|letter| crate::credential::weigh::is_mask(*letter)).count();
    marks >= 4 || (marks > 0 && shape::signature(text).is_some())
}

/// The labels right before a word: nearest first, from the words since the last value.
pub(super) fn labels_before(context: &[Word<'_>]) -> impl Iterator<Item = Label> {
    (1..=context.len()).rev().filter_map(|end| {
        let nearest = context.get(end.saturating_sub(6)..end)?;
        // An empty word stands for a separator and ends no label by itself.
        nearest.last().filter(|word| !word.text.is_empty())?;
        let texts: Vec<&str> = nearest.iter().map(|word| word.text).collect();
        label_before(&texts)
    })
}
