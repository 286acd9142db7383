//! Made-up secrets for tests, put together at run time: no literal of a secret's shape is ever
//! committed, so that no scanner has to be told to look away.

use super::checksum;

const ALPHABET: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~";

/// Dice that fall the same way for the same seed (SplitMix64).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.roll() % limit as u64) as usize
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// A character of the secrets' alphabet.
    pub(crate) fn letter(&mut self) -> u8 {
        *self.pick(ALPHABET)
    }

    pub(crate) fn letters(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(self.letter())).collect()
    }

    pub(crate) fn guid(&mut self) -> String {
        let hex = format!("{:016x}{:016x}", self.roll(), self.roll());
        let mut guid = String::new();
        for (at, digit) in hex.chars().enumerate() {
            if matches!(at, 8 | 12 | 16 | 20) {
                guid.push('-');
            }
            guid.push(digit);
        }
        guid
    }
}

/// A whole secret of the current kind, its checksum right.
pub(crate) fn current(seed: u64) -> String {
    let body = signed(seed, '8', 31);
    [body.as_str(), &checksum::of(&body)].concat()
}

/// A whole secret of the previous kind.
pub(crate) fn previous(seed: u64) -> String {
    signed(seed, '7', 31)
}

/// Three letters, a signature and so many letters more.
pub(crate) fn signed(seed: u64, digit: char, more: usize) -> String {
    let mut dice = Dice::new(seed);
    let mut hint = dice.letters(3);
    while hint.ends_with("Q~") {
        // With a digit before it this is a signature too, and nobody could tell which one counts.
        hint = dice.letters(3);
    }
    [hint.as_str(), &digit.to_string(), "Q", "~", &dice.letters(more)].concat()
}

/// A secret of the kinds before signatures: 34 letters with a symbol among them.
pub(crate) fn legacy(seed: u64) -> String {
    let mut dice = Dice::new(seed);
    loop {
        let text = dice.letters(34);
        let symbol = text.contains(['-', '_', '.', '~']);
        if symbol && !text.contains("Q~") && !text.ends_with(".com") {
            return text;
        }
    }
}
