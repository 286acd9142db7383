//! What a word is in its surroundings: by its shape, by the label before it, by its column.

use crate::credential::parse_guid;

use super::date::parse_day;
use super::finds::Finds;
use super::label::{Label, label_before};
use super::table::Heading;
use super::words::{Word, is_mask, is_signed, labels_before};

/// One word in its surroundings.
pub(super) struct Place<'a, 'b> {
    pub(super) words: &'a [Word<'b>],
    pub(super) at: usize,
    /// The first word after the last value.
    pub(super) since: usize,
    /// The first word of the line.
    pub(super) start: usize,
    pub(super) heading: Option<&'a Heading>,
}

/// What a word came to.
#[derive(Default)]
pub(super) struct Read {
    /// It is a value, and what stands before it belongs to it.
    pub(super) value: bool,
    /// The label that told what it is.
    pub(super) label: Option<Label>,
}

impl Place<'_, '_> {
    /// Reads the word.
    pub(super) fn read(&self, finds: &mut Finds<'_>) -> Read {
        let Some(word) = self.words.get(self.at) else { return Read::default() };
        let trimmed = word.text.trim_end_matches(['.', '\\']);
        if let Some(guid) = parse_guid(word.text).or_else(|| parse_guid(trimmed)) {
            let label = self.label();
            finds.guid(guid, label, self.words, self.at);
            Read { value: true, label }
        } else if is_signed(word.text) || is_mask(word.text) {
            finds.candidate(self.words, self.at);
            Read { value: true, label: self.label().filter(is_of_a_secret) }
        } else if let Some(day) = parse_day(word.text) {
            let label = self.label();
            finds.day(day, label);
            Read { value: false, label: label.filter(|label| *label == Label::Expires) }
        } else {
            self.read_opaque(finds)
        }
    }

    /// A word that only its label can make a secret.
    fn read_opaque(&self, finds: &mut Finds<'_>) -> Read {
        let Some(word) = self.words.get(self.at) else { return Read::default() };
        let context = self.context(self.since);
        let label = match self.heading.and_then(|heading| heading.label(word)) {
            None if word.parted => right_before(context),
            label => label,
        };
        let Some(label) = label.filter(is_of_a_secret) else { return Read::default() };
        let nothing = word.text.is_empty()
            || matches!(word.text, "[" | "]" | "(" | ")" | "null")
            // Another label is no value: "Value:" above "Client ID:".
            || label_before(&[word.text]).is_some();
        let of_a_user =
            label == Label::Password && labels_before(context).any(|label| label == Label::User);
        if nothing || of_a_user {
            return Read::default();
        }
        finds.candidate(self.words, self.at);
        Read { value: true, label: Some(label) }
    }

    /// The label of a value: on its line, above its column, or on a line before.
    fn label(&self) -> Option<Label> {
        let word = self.words.get(self.at)?;
        let above = self.heading.and_then(|heading| heading.label(word));
        match nearest(self.context(self.since.max(self.start))) {
            label @ (Some(Label::Value) | None) => {
                above.or_else(|| nearest(self.context(self.since))).or(label)
            }
            label => label,
        }
    }

    fn context(&self, from: usize) -> &[Word<'_>] {
        self.words.get(from..self.at).unwrap_or_default()
    }
}

const fn is_of_a_secret(label: &Label) -> bool {
    matches!(label, Label::Secret | Label::Value | Label::Password)
}

/// The nearest label, where `value` gives way to the name of what has the value and a heading
/// such as "Client ID and secret" announces the ID first.
fn nearest(context: &[Word<'_>]) -> Option<Label> {
    let mut labels = labels_before(context);
    let first = labels.next()?;
    match first {
        Label::Value => labels.find(|label| *label != Label::Value).or(Some(first)),
        Label::Secret if labels.any(|label| label == Label::ClientId) => Some(Label::ClientId),
        _ => Some(first),
    }
}

/// The label that ends right before the word, separators aside.
fn right_before(context: &[Word<'_>]) -> Option<Label> {
    let end = context.iter().rposition(|word| !word.text.is_empty())? + 1;
    let nearest = context.get(end.saturating_sub(6)..end)?;
    let texts: Vec<&str> = nearest.iter().map(|word| word.text).collect();
    label_before(&texts)
}
