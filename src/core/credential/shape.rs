//! The shape of an Entra client secret: alphabet, signature, length.

/// The place of the signature (`8Q~`): after three characters of the secret's own.
pub(super) const SIGNATURE_AT: usize = 3;
/// The length of a secret of the current kind, signature 8.
pub(super) const CURRENT: usize = 40;
/// The length of a secret of the previous kind, signature 7.
pub(super) const PREVIOUS: usize = 37;
/// The length of a secret of the kinds without a signature.
pub(super) const LEGACY: usize = 34;

/// The digit of the signature where it stands in its place.
pub(super) fn signature(text: &str) -> Option<u8> {
    match *text.as_bytes() {
        [_, _, _, digit @ b'0'..=b'9', b'Q', b'~', ..] => Some(digit),
        _ => None,
    }
}

/// Whether a signature stands anywhere but in its place, or its rest at the very start.
pub(super) fn signature_astray(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.starts_with(b"Q~")
        || bytes
            .windows(3)
            .enumerate()
            .any(|(at, part)| at != SIGNATURE_AT && matches!(part, [b'0'..=b'9', b'Q', b'~']))
}

/// The alphabet of Entra's secrets: the characters that a URL leaves alone.
pub(super) const fn in_alphabet(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || is_symbol(byte)
}

/// The part of the alphabet that is neither letter nor digit.
pub(super) const fn is_symbol(byte: u8) -> bool {
    matches!(byte, b'-' | b'_' | b'.' | b'~')
}
