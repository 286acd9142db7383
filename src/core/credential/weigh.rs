//! Weighs a text: a client secret, and of which kind, or what else it is.
//!
//! The order of the questions matters: each one may take for granted what those before it ruled
//! out. Nothing here copies, prints or cuts the value.

use super::shape::{
    CURRENT, LEGACY, PREVIOUS, in_alphabet, is_symbol, signature, signature_astray,
};
use super::trim::{is_blank, trim};
use super::{Secret, Verdict, checksum, parse_guid};

/// Longer than any paste of one value.
const LONGEST_PASTE: usize = 256;
/// Microsoft Graph allows 16 to 64 characters for `secretText`.
const SHORTEST: usize = 16;
const TOO_LONG: usize = 65;

/// What is known from where the value stands, to tell it from its neighbours. All in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The app's client ID.
    pub client_id: Option<String>,
    /// The tenant's ID.
    pub tenant_id: Option<String>,
    /// The app's object ID.
    pub object_id: Option<String>,
    /// The ID of the secret whose value is wanted.
    pub secret_id: Option<String>,
}

/// Weighs one value; the value to keep is [`Secret::trimmed`].
#[must_use]
pub fn weigh(text: &Secret, known: &Known) -> Verdict {
    // EXPOSE: read in place; the verdict holds nothing of it but a count.
    let value = trim(text.expose());
    if value.is_empty() {
        Verdict::Empty
    } else if is_masked(value) {
        Verdict::Masked
    } else if let Some(guid) = parse_guid(value) {
        known.name(&guid)
    } else if value.len() > LONGEST_PASTE {
        Verdict::TooLong
    } else if is_dirty(value) {
        Verdict::Dirty
    } else if let Some(digit) = signature(value) {
        signed(value, digit)
    } else if signature_astray(value) {
        Verdict::Shifted
    } else {
        unsigned(value)
    }
}

impl Known {
    fn name(&self, guid: &str) -> Verdict {
        let is = |known: &Option<String>| {
            known.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(guid))
        };
        if is(&self.client_id) {
            Verdict::IsClientId
        } else if is(&self.tenant_id) {
            Verdict::IsTenantId
        } else if is(&self.object_id) {
            Verdict::IsObjectId
        } else if is(&self.secret_id) {
            Verdict::SecretId
        } else {
            Verdict::Guid
        }
    }
}

fn signed(value: &str, digit: u8) -> Verdict {
    let whole = match digit {
        b'8' => CURRENT,
        b'7' => PREVIOUS,
        // A kind that is not known yet, neither its length nor its alphabet.
        _ => return unsigned(value),
    };
    match value.len() {
        length if !value.bytes().all(in_alphabet) && length <= whole => Verdict::Dirty,
        length if length < whole => Verdict::Truncated(whole - length),
        length if length > whole => Verdict::Extra(length - whole),
        PREVIOUS => Verdict::Previous,
        _ if checksum::fits(value) => Verdict::Verified,
        _ => Verdict::Unverified,
    }
}

fn unsigned(value: &str) -> Verdict {
    let bytes = value.as_bytes();
    let plausible = bytes.iter().all(u8::is_ascii_graphic) && !is_address(value);
    match bytes.len() {
        TOO_LONG.. => Verdict::TooLong,
        SHORTEST.. if plausible => {
            let legacy = bytes.iter().all(|byte| in_alphabet(*byte))
                && bytes.iter().any(|byte| is_symbol(*byte));
            if legacy && bytes.len() == LEGACY { Verdict::Legacy } else { Verdict::Unknown }
        }
        _ => Verdict::Foreign,
    }
}

/// A mask in place of the value, or the dots of a text cut for display.
fn is_masked(value: &str) -> bool {
    value.contains(is_mask) || value.eq_ignore_ascii_case("hidden")
}

pub(super) const fn is_mask(letter: char) -> bool {
    matches!(
        letter,
        '*' | '\u{b7}'
            | '\u{2022}'
            | '\u{2026}'
            | '\u{2217}'
            | '\u{2219}'
            | '\u{22ef}'
            | '\u{25cf}'
            | '\u{26ab}'
            | '\u{2b24}'
            | '\u{ff0a}'
    )
}

/// Something inside that no secret holds: white space, what cannot be seen, wide letters, or the
/// marks that a web page, an address or Markdown puts in place of a character.
fn is_dirty(value: &str) -> bool {
    value.contains(|letter| is_blank(letter) || matches!(letter, '\u{ff01}'..='\u{ff5e}'))
        || ["&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;", "&#", "%7E", "%7e", "\\~", "\\_"]
            .iter()
            .any(|mark| value.contains(mark))
        // A letter of another alphabet within something that is a secret for the rest.
        || (!value.is_ascii() && value.contains("Q~"))
}

/// An address of the web or of a mailbox: the neighbours of a secret in every note.
fn is_address(value: &str) -> bool {
    let host = value.split_once('@').map_or(value, |(_, host)| host);
    value.contains("://") || [".com", ".net", ".org"].iter().any(|end| host.ends_with(end))
}
