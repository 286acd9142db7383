//! The portals' labels, as data: one text file per portal, with synonyms and their source.
//!
//! A label file reads like this; a language may stand on several lines, and ` | ` parts synonyms:
//!
//! ```text
//! # a remark
//! [new-registration]
//! en: New registration
//! de: Neue Registrierung
//! es: Registros de aplicaciones | Registros de la aplicación
//! ```
//!
//! Of the synonyms, Keyferry quotes the first that carries no name. A `*` behind one says that no source was found for it.
//! `{}` stands for a name that the label carries, `{*}` for any words.

mod azure;
mod fold;
mod marketo;
mod terms;

pub use azure::{Term as AzureTerm, book as azure};
pub use fold::{fold, plain_words};
pub use marketo::{Term as MarketoTerm, book as marketo};

use std::ops::Range;

use crate::{Site, Target};
use fold::squash;

/// The label of a control in a language of the lexicon, for a card to quote.
#[must_use]
pub fn label(site: Site, target: Target, language: &str) -> Option<&'static str> {
    match site {
        Site::Azure => azure().label(AzureTerm::of(target)?, language),
        Site::Marketo => marketo().label(MarketoTerm::of(target)?, language),
    }
}

/// The languages that most of a page's labels are in; a label has one voice for each of its languages.
#[must_use]
pub fn most_languages<T>(labels: &[Vec<Reading<T>>]) -> Vec<&'static str> {
    let mut votes: Vec<(&'static str, u32)> = Vec::new();
    for readings in labels {
        for (at, Reading { language, .. }) in readings.iter().enumerate() {
            if readings.iter().take(at).any(|before| before.language == *language) {
                continue;
            }
            match votes.iter_mut().find(|(of, _)| of == language) {
                Some((_, count)) => *count += 1,
                None => votes.push((language, 1)),
            }
        }
    }
    let most = votes.iter().map(|(_, count)| *count).max();
    votes.retain(|(_, count)| Some(*count) == most);
    votes.into_iter().map(|(language, _)| language).collect()
}

/// A label recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<T> {
    /// What it means.
    pub term: T,
    /// The language, as a BCP 47 tag.
    pub language: &'static str,
    /// The name that stood in the place of `{}`, as it stood there.
    pub name: Option<String>,
}

/// A label file, read.
pub struct Book<T> {
    /// Folded labels, sorted.
    whole: Vec<(String, T, &'static str)>,
    gapped: Vec<Gapped<T>>,
    quoted: Vec<(T, &'static str, &'static str)>,
}

struct Gapped<T> {
    before: String,
    after: String,
    /// What stands in the gap is a name, and nothing else.
    is_name: bool,
    term: T,
    language: &'static str,
}

impl<T: Copy + PartialEq> Book<T> {
    /// Reads a label file. Lines that make no sense are left out.
    #[must_use]
    pub fn parse(text: &'static str, word: impl Fn(&str) -> Option<T>) -> Self {
        let mut book = Self { whole: Vec::new(), gapped: Vec::new(), quoted: Vec::new() };
        let mut term = None;
        for line in
            text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                term = word(name);
            } else if let (Some(term), Some((language, labels))) = (term, line.split_once(": ")) {
                for label in labels.split(" | ") {
                    book.add(term, language, label.trim().trim_end_matches('*').trim_end());
                }
            }
        }
        book
    }

    fn add(&mut self, term: T, language: &'static str, label: &'static str) {
        if !label.contains('{') && self.label(term, language).is_none() {
            self.quoted.push((term, language, label));
        }
        let gap = ["{}", "{*}"].into_iter().find_map(|gap| Some((gap, label.split_once(gap)?)));
        if let Some((gap, (before, after))) = gap {
            let (before, after) = (squash(before), squash(after));
            self.gapped.push(Gapped { before, after, is_name: gap == "{}", term, language });
        } else {
            let label = fold(label);
            let meanings = self.meanings(&label);
            let known = |(_, of, tag): &(String, T, &str)| *of == term && *tag == language;
            if !self.whole.iter().skip(meanings.start).take(meanings.len()).any(known) {
                self.whole.insert(meanings.end, (label, term, language));
            }
        }
    }

    /// Where the meanings of a folded label stand.
    fn meanings(&self, folded: &str) -> Range<usize> {
        let from = self.whole.partition_point(|(label, ..)| label.as_str() < folded);
        let rest = self.whole.get(from..).unwrap_or_default();
        from..from + rest.iter().take_while(|(label, ..)| label == folded).count()
    }

    /// Every meaning of a label, in every language that has it.
    #[must_use]
    pub fn read(&self, label: &str) -> Vec<Reading<T>> {
        let folded = fold(label);
        if folded.is_empty() {
            return Vec::new();
        }
        let whole = self.whole.get(self.meanings(&folded)).into_iter().flatten();
        let mut readings: Vec<_> =
            whole.map(|&(_, term, language)| Reading { term, language, name: None }).collect();
        // The longest frame says it best: in "(Contoso only)" the name is not "Contoso only".
        let gapped = || self.gapped.iter().filter(|gapped| gapped.fits(&folded));
        let longest =
            |term: T| gapped().filter(|gapped| gapped.term == term).map(Gapped::frame).max();
        readings.extend(
            gapped()
                .filter(|gapped| Some(gapped.frame()) == longest(gapped.term))
                .map(|gapped| gapped.read(label)),
        );
        readings
    }

    /// Whether a label has this meaning in any language.
    #[must_use]
    pub fn is(&self, label: &str, term: T) -> bool {
        self.read(label).iter().any(|reading| reading.term == term)
    }

    /// The label to quote in a language.
    #[must_use]
    pub fn label(&self, term: T, language: &str) -> Option<&'static str> {
        self.quoted
            .iter()
            .find(|(of, tag, _)| *of == term && tag.eq_ignore_ascii_case(language))
            .map(|(.., label)| *label)
    }
}

impl<T: Copy> Gapped<T> {
    /// The length of what stands round the name.
    const fn frame(&self) -> usize {
        self.before.len().saturating_add(self.after.len())
    }

    fn fits(&self, folded: &str) -> bool {
        let rest = folded
            .strip_prefix(self.before.as_str())
            .and_then(|rest| rest.strip_suffix(self.after.as_str()));
        rest.is_some_and(|name| !name.is_empty())
    }

    fn read(&self, label: &str) -> Reading<T> {
        let name = if self.is_name { self.name(label) } else { None };
        Reading { term: self.term, language: self.language, name }
    }

    /// The name as it stood in the label: what is left when the fewest characters that make the frame are cut away.
    fn name(&self, label: &str) -> Option<String> {
        let label = label.trim();
        let starts = || label.char_indices().map(|(at, _)| at).chain([label.len()]);
        let from = starts().find(|&at| {
            label.get(..at).is_some_and(|head| fold::unlead(&squash(head)) == self.before)
        })?;
        let to = starts()
            .rev()
            .find(|&at| label.get(at..).is_some_and(|tail| squash(tail) == self.after))?;
        let name = label.get(from..to)?.trim();
        (!name.is_empty()).then(|| name.to_owned())
    }
}
