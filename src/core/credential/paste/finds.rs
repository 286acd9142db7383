//! What was found in a paste, and what it comes to.

use crate::credential::{Known, Secret, Verdict, is_guid, weigh};

use super::candidate::{Candidate, rank};
use super::date::parse_day;
use super::label::Label;
use super::words::{Word, is_mask, is_signed};
use super::{Format, Pasted};

/// The IDs and candidates found so far.
pub(super) struct Finds<'a> {
    known: &'a Known,
    client_id: Slot,
    tenant_id: Slot,
    object_id: Slot,
    secret_id: Slot,
    /// After the secret, and without a name.
    unsure: Slot,
    bare: Vec<BareGuid>,
    candidates: Vec<Candidate>,
    days: Vec<(String, Option<Label>)>,
}

/// A place for one ID; two that differ are none.
#[derive(Default)]
enum Slot {
    #[default]
    None,
    One(String),
    Several,
}

/// A GUID without a label.
struct BareGuid {
    guid: String,
    row: Row,
    /// A secret stands somewhere before it.
    after: bool,
}

impl<'a> Finds<'a> {
    pub(super) fn new(known: &'a Known) -> Self {
        Self {
            known,
            client_id: Slot::None,
            tenant_id: Slot::None,
            object_id: Slot::None,
            secret_id: Slot::None,
            unsure: Slot::None,
            bare: Vec::new(),
            candidates: Vec::new(),
            days: Vec::new(),
        }
    }

    pub(super) fn guid(
        &mut self,
        guid: String,
        label: Option<Label>,
        words: &[Word<'_>],
        at: usize,
    ) {
        let row = Row::before(words, at);
        let after = words.iter().take(at).any(|word| is_signed(word.text));
        match label {
            // The ID of a secret that can no longer be read.
            Some(Label::SecretId) | None if row.masked => {}
            Some(Label::ClientId) => self.client_id.put(guid),
            Some(Label::TenantId) => self.tenant_id.put(guid),
            Some(Label::ObjectId) => self.object_id.put(guid),
            Some(Label::SecretId) => self.secret_id.put(guid),
            Some(Label::OtherId) => {}
            // Labelled as the secret: the Secret ID taken for the value.
            Some(Label::Secret | Label::Value | Label::Password) => {
                let value = Secret::new(guid);
                let verdict = weigh(&value, self.known);
                self.candidates.push(Candidate { value, verdict });
            }
            Some(Label::User | Label::Expires | Label::Starts) | None => {
                self.bare.push(BareGuid { guid, row, after });
            }
        }
    }

    pub(super) fn day(&mut self, day: String, label: Option<Label>) {
        self.days.push((day, label));
    }

    /// A word that may be the secret.
    pub(super) fn candidate(&mut self, words: &[Word<'_>], at: usize) {
        self.candidates.extend(Candidate::read(words, at, self.known));
    }

    fn put(&mut self, value: Secret, verdict: Verdict) {
        self.candidates.push(Candidate { value: value.trimmed(), verdict });
    }

    /// What can only be told once all is read, and the verdict.
    pub(super) fn settle(&mut self, words: &[Word<'_>], plain: bool, paste: &Secret) -> Verdict {
        let mut bare = self.recognise_known();
        let words = || words.iter().filter(|word| !word.text.is_empty());
        let whole = weigh(paste, self.known);
        if plain && self.candidates.is_empty() {
            let mut opaque = words().filter(|word| !word.is_value());
            if words().count() == 1 {
                self.put(paste.trimmed(), whole);
            } else if let [guid] = bare.as_mut_slice()
                && let (Some(word), None) = (opaque.next(), opaque.next())
            {
                // A GUID and one word: the pair of an AD FS, whose secrets have no signature.
                guid.after = words().next().is_some_and(|first| !first.is_value());
                self.candidates.push(Candidate::new(word.text, self.known));
            }
        }
        let cut = |found: &Candidate| matches!(found.verdict, Verdict::Truncated(_));
        if plain && bare.is_empty() && whole == Verdict::Dirty && self.candidates.iter().all(cut) {
            // One value and nothing else, with a gap in it.
            self.candidates.iter_mut().for_each(|found| found.verdict = Verdict::Dirty);
        }
        if !self.candidates.is_empty() && words().count() > 1 {
            self.place(bare);
        }
        if let Some(verdict) = self.verdict() {
            return verdict;
        }
        self.put(paste.trimmed(), whole);
        whole
    }

    /// Gives the bare IDs that are known their places; hands back the others.
    fn recognise_known(&mut self) -> Vec<BareGuid> {
        let mut strangers = Vec::new();
        for found in std::mem::take(&mut self.bare) {
            match weigh(&Secret::new(found.guid.clone()), self.known) {
                Verdict::IsClientId => self.client_id.put(found.guid),
                Verdict::IsTenantId => self.tenant_id.put(found.guid),
                Verdict::IsObjectId => self.object_id.put(found.guid),
                Verdict::SecretId => self.secret_id.put(found.guid),
                _ => strangers.push(found),
            }
        }
        strangers
    }

    /// Gives the bare IDs beside a secret the place that their order tells.
    fn place(&mut self, bare: Vec<BareGuid>) {
        let named = !matches!(self.client_id, Slot::None);
        let free = !named && bare.iter().all(|found| found.after || found.row.secret);
        for found in bare {
            if found.row.secret && found.row.guid {
                self.tenant_id.put(found.guid);
            } else if found.row.secret {
                self.secret_id.put(found.guid);
            } else if !found.after && !named {
                self.client_id.put(found.guid);
            } else if free {
                self.unsure.put(found.guid);
            }
        }
    }

    /// The verdict on the secret; `None` where nothing could be one.
    fn verdict(&self) -> Option<Verdict> {
        let Some(best) = self.candidates.iter().max_by_key(|found| rank(found.verdict)) else {
            let ids = [&self.client_id, &self.tenant_id, &self.object_id, &self.secret_id];
            // IDs with their labels, and no secret.
            return ids.iter().any(|slot| !matches!(slot, Slot::None)).then_some(Verdict::Missing);
        };
        let rival = |other: &Candidate| {
            // EXPOSE: compared.
            rank(other.verdict) == rank(best.verdict) && other.value.expose() != best.value.expose()
        };
        let several = best.verdict.accepts() && self.candidates.iter().any(rival);
        Some(if several { Verdict::Several } else { best.verdict })
    }

    pub(super) fn into_pasted(self, verdict: Verdict, format: Format) -> Pasted {
        let secret = self
            .candidates
            .into_iter()
            .find(|found| verdict.accepts() && found.verdict == verdict)
            .map(|found| found.value);
        let ends = |wanted: Option<Label>| {
            let mut days = self.days.iter().filter(move |(_, label)| *label == wanted);
            days.next().filter(|_| days.next().is_none()).map(|(day, _)| day.clone())
        };
        let expires = ends(Some(Label::Expires)).or_else(|| ends(None));
        Pasted {
            client_id: self.client_id.one(),
            tenant_id: self.tenant_id.one(),
            object_id: self.object_id.one(),
            secret_id: self.secret_id.one(),
            unsure: self.unsure.one(),
            secret,
            verdict,
            expires,
            format,
        }
    }
}

/// What stands before an ID on its line.
#[derive(Default)]
struct Row {
    secret: bool,
    masked: bool,
    guid: bool,
}

impl Row {
    fn before(words: &[Word<'_>], at: usize) -> Self {
        let before = words.get(..at).unwrap_or_default();
        let line = words.get(at).map(|word| word.line);
        let mut row = Self::default();
        for word in before.iter().rev().take_while(|word| Some(word.line) == line) {
            row.masked |= is_mask(word.text);
            row.secret |= is_signed(word.text);
            row.guid |= is_guid(word.text);
        }
        // The cells of one row, copied as lines: date, value, Secret ID.
        if let [.., date, value] = before
            && parse_day(date.text).is_some()
        {
            row.masked |= is_mask(value.text);
            row.secret |= is_signed(value.text);
        }
        row
    }
}

impl Slot {
    fn put(&mut self, guid: String) {
        *self = match std::mem::take(self) {
            Self::None => Self::One(guid),
            Self::One(other) if other == guid => Self::One(other),
            _ => Self::Several,
        };
    }

    fn one(self) -> Option<String> {
        match self {
            Self::One(guid) => Some(guid),
            Self::None | Self::Several => None,
        }
    }
}
