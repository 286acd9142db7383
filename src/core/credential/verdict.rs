//! What Keyferry makes of a value, and how it says so.

use crate::{Arg, SecretKind, Text, Tone};

/// What a value is. The first five may be kept; every other is refused with the sentence that helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Current kind, whole, and its checksum fits.
    Verified,
    /// Current kind and whole, but its checksum does not fit: look at the copy once more.
    Unverified,
    /// Previous kind and whole; it has no checksum.
    Previous,
    /// Looks like the kind before signatures.
    Legacy,
    /// Could be a secret of another kind (AD FS, an older or a newer Entra).
    Unknown,
    /// There is nothing.
    Empty,
    /// The portal shows only a mask, or the text was cut for display.
    Masked,
    /// The Secret ID that stands beside the value.
    SecretId,
    /// The client ID itself.
    IsClientId,
    /// The tenant's ID.
    IsTenantId,
    /// The app's object ID.
    IsObjectId,
    /// Some GUID: most likely a Secret ID.
    Guid,
    /// Something got into the value on its way.
    Dirty,
    /// So many characters are missing at the end.
    Truncated(usize),
    /// So many characters are too many at the end.
    Extra(usize),
    /// The start is missing, or something stands before it.
    Shifted,
    /// No secret at all: an address, a name, a word.
    Foreign,
    /// Much too long.
    TooLong,
    /// IDs and no secret.
    Missing,
    /// More than one secret: nobody can tell which one is meant.
    Several,
}

impl Verdict {
    /// Whether the value may be kept.
    #[must_use]
    pub const fn accepts(self) -> bool {
        self.kind().is_some()
    }

    /// The kind of secret; `None` where the value is refused.
    #[must_use]
    pub const fn kind(self) -> Option<SecretKind> {
        match self {
            Self::Verified | Self::Unverified => Some(SecretKind::Current),
            Self::Previous => Some(SecretKind::Previous),
            Self::Legacy => Some(SecretKind::Legacy),
            Self::Unknown => Some(SecretKind::Unknown),
            _ => None,
        }
    }

    /// Whether the checksum fits; `None` for kinds that have none.
    #[must_use]
    pub const fn checksum(self) -> Option<bool> {
        match self {
            Self::Verified => Some(true),
            Self::Unverified => Some(false),
            _ => None,
        }
    }

    /// How the sentence is meant.
    #[must_use]
    pub const fn tone(self) -> Tone {
        match self {
            Self::Verified | Self::Previous => Tone::Good,
            Self::Unverified | Self::Legacy | Self::Unknown => Tone::Warn,
            Self::Empty => Tone::Plain,
            _ => Tone::Bad,
        }
    }

    /// The sentence.
    #[must_use]
    pub fn text(self) -> Text {
        let text = Text::plain(self.key());
        match self {
            Self::Truncated(count) | Self::Extra(count) => text.with(Arg::Plain(count.to_string())),
            _ => text,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Verified => "secret_verified",
            Self::Unverified => "secret_unverified",
            Self::Previous => "secret_previous",
            Self::Legacy => "secret_legacy",
            Self::Unknown => "secret_unknown",
            Self::Empty => "secret_empty",
            Self::Masked => "secret_masked",
            Self::SecretId => "secret_is_secret_id",
            Self::IsClientId => "secret_is_client_id",
            Self::IsTenantId => "secret_is_tenant_id",
            Self::IsObjectId => "secret_is_object_id",
            Self::Guid => "secret_is_guid",
            Self::Dirty => "secret_dirty",
            Self::Truncated(_) => "secret_truncated",
            Self::Extra(_) => "secret_extra",
            Self::Shifted => "secret_shifted",
            Self::Foreign => "secret_foreign",
            Self::TooLong => "secret_too_long",
            Self::Missing => "secret_missing",
            Self::Several => "secret_several",
        }
    }
}
