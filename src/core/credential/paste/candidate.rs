//! A word that may be the secret, and what it is worth.

use crate::credential::{Known, Secret, Verdict, shape, weigh};

use super::words::Word;

/// What may be the secret.
pub(super) struct Candidate {
    pub(super) value: Secret,
    pub(super) verdict: Verdict,
}

impl Candidate {
    /// The word as it stands.
    pub(super) fn new(word: &str, known: &Known) -> Self {
        let value = unescaped(word).trimmed();
        let verdict = weigh(&value, known);
        Self { value, verdict }
    }

    /// The word in its surroundings: without what is glued to it, or with what was torn off.
    pub(super) fn read(words: &[Word<'_>], at: usize, known: &Known) -> Option<Self> {
        let word = words.get(at)?;
        let found = Self::new(word.text, known);
        let verdict = match found.verdict {
            // What Terraform prints in place of a secret.
            _ if word.text.trim_start_matches('(') == "sensitive" => Verdict::Masked,
            Verdict::Truncated(missing) if is_continued(words.get(at + 1..)?, missing) => {
                Verdict::Dirty
            }
            Verdict::Extra(_) | Verdict::Shifted => match bared(&found.value) {
                Some(value) => return Some(Self { value, verdict: Verdict::Verified }),
                None => found.verdict,
            },
            verdict => verdict,
        };
        Some(Self { verdict, ..found })
    }
}

/// Which verdict says most: whole ones first, then damage that names itself, then what is none.
pub(super) const fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Verified | Verdict::Unverified | Verdict::Previous => 9,
        Verdict::Legacy | Verdict::Unknown => 8,
        Verdict::Dirty | Verdict::Truncated(_) | Verdict::Extra(_) | Verdict::Shifted => 7,
        Verdict::SecretId
        | Verdict::Guid
        | Verdict::IsClientId
        | Verdict::IsTenantId
        | Verdict::IsObjectId => 6,
        Verdict::Masked => 5,
        _ => 0,
    }
}

/// Whether the next words are the missing rest: the value was broken on its way.
fn is_continued(next: &[Word<'_>], missing: usize) -> bool {
    let mut length = 0;
    next.iter().take_while(|word| !word.is_value()).any(|word| {
        length += word.text.len();
        length == missing
    })
}

/// The part of a value with something glued to it that its checksum proves to be the secret.
fn bared(value: &Secret) -> Option<Secret> {
    // EXPOSE: parts are copied into Secrets and weighed.
    let text = value.expose();
    text.char_indices()
        .filter_map(|(at, _)| text.get(at..at + shape::CURRENT))
        .filter(|part| shape::signature(part) == Some(b'8'))
        .map(|part| Secret::new(part.to_owned()))
        .find(|part| weigh(part, &Known::default()) == Verdict::Verified)
}

/// The word with its JSON escapes resolved, in a copy of the right size.
fn unescaped(word: &str) -> Secret {
    let mut plain = String::with_capacity(word.len());
    let mut rest = word;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let code = after.strip_prefix('u').and_then(|code| code.get(..4));
        let letter =
            code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match (letter, after.strip_prefix('/')) {
            (Some(letter), _) => {
                plain.push(letter);
                rest = after.get(5..).unwrap_or_default();
            }
            (None, Some(after)) => {
                plain.push('/');
                rest = after;
            }
            (None, None) => {
                plain.push('\\');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    Secret::new(plain)
}
