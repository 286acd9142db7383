//! What may be shown of a secret: its first three characters, as Azure shows them itself, and its length.

use serde::{Deserialize, Serialize};

use super::{Secret, Verdict};
use crate::{Arg, SecretKind, Text};

/// What may be shown of a secret that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// The first three characters.
    pub hint: String,
    /// The number of characters.
    pub length: u32,
    /// The generation.
    pub kind: SecretKind,
    /// Whether Entra's checksum fits; `None` for kinds that have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<bool>,
}

impl Fingerprint {
    /// The fingerprint of a trimmed value; `None` where the verdict refuses it.
    #[must_use]
    pub fn of(value: &Secret, verdict: Verdict) -> Option<Self> {
        // EXPOSE: the first three characters and the length are public (Graph's `hint`).
        let text = value.expose();
        Some(Self {
            hint: text.chars().take(3).collect(),
            length: u32::try_from(text.chars().count()).ok()?,
            kind: verdict.kind()?,
            checksum: verdict.checksum(),
        })
    }

    /// "x7k… · 40 characters".
    #[must_use]
    pub fn note(&self) -> Text {
        Text::plain("note_secret")
            .with(Arg::Plain(self.hint.clone()))
            .with(Arg::Plain(self.length.to_string()))
    }
}
