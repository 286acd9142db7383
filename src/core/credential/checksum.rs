//! The checksum in Entra's secrets of the current kind, as Microsoft's scanner describes it.
//!
//! The last three of 40 characters are the first three of six that encode a Marvin hash of the
//! other 37. No live secret has confirmed it here, so it is advice and never a gate.

/// The hash's seed for this kind of secret: `AadPwd00` in ASCII.
const SEED: u64 = 0x4161_6450_7764_3030;
/// The digits of base 66, from zero.
const DIGITS: &[u8; 66] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
const BODY: usize = 37;

/// Whether the last three characters fit the others; `false` for anything not 40 bytes long.
pub(super) fn fits(value: &str) -> bool {
    let Some((body, tail)) = value.as_bytes().split_at_checked(BODY) else { return false };
    let [a, b, c, ..] = base66(marvin32(body, SEED));
    tail == [a, b, c]
}

/// The three characters that make the 37 before them a whole secret.
#[cfg(test)]
pub(super) fn of(body: &str) -> String {
    let [a, b, c, ..] = base66(marvin32(body.as_bytes(), SEED));
    [a, b, c].map(char::from).iter().collect()
}

/// Six digits of base 66, the most significant first.
fn base66(mut number: u32) -> [u8; 6] {
    let mut digits = [b'a'; 6];
    for place in digits.iter_mut().rev() {
        *place = DIGITS.get((number % 66) as usize).copied().unwrap_or(b'a');
        number /= 66;
    }
    digits
}

fn marvin32(data: &[u8], seed: u64) -> u32 {
    let hash = marvin(data, seed);
    (hash ^ (hash >> 32)) as u32
}

/// Marvin, the keyed hash of .NET: the second word in the high half.
fn marvin(data: &[u8], seed: u64) -> u64 {
    let mut words = [seed as u32, (seed >> 32) as u32];
    let (whole, rest) = data.as_chunks::<4>();
    for word in whole {
        words[0] = words[0].wrapping_add(u32::from_le_bytes(*word));
        mix(&mut words);
    }
    let mut last = [0; 4];
    for (place, byte) in last.iter_mut().zip(rest.iter().chain(&[0x80])) {
        *place = *byte;
    }
    words[0] = words[0].wrapping_add(u32::from_le_bytes(last));
    mix(&mut words);
    mix(&mut words);
    u64::from(words[1]) << 32 | u64::from(words[0])
}

const fn mix(words: &mut [u32; 2]) {
    let [mut low, mut high] = *words;
    high ^= low;
    low = low.rotate_left(20).wrapping_add(high);
    high = high.rotate_left(9) ^ low;
    low = low.rotate_left(27).wrapping_add(high);
    high = high.rotate_left(19);
    *words = [low, high];
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{self, Dice};
    use super::*;

    #[test]
    fn hashes_as_published() {
        assert_eq!(marvin(b"abc", 0xd53c_d9ce_cd08_93b7), 0x22c7_4339_4927_69bf);
        let letters = b"abcdefghijklmnopqrstuvwxyz";
        assert_eq!(marvin(letters, 0x0ddd_deee_efff_f000), 0xa128_eb7e_7260_aca2);
    }

    #[test]
    fn writes_base_66_as_published() {
        assert_eq!(&base66(956_747_778), b"aYB6eE");
        assert_eq!(&base66(1_179_413_251), b"a.kybX");
        assert_eq!(&base66(0), b"aaaaaa");
    }

    #[test]
    fn the_published_specimen_fits() {
        let body = ["zzz8Q", "~", &"z".repeat(31)].concat();
        assert!(fits(&format!("{body}blP")));
        assert!(!fits(&format!("{body}blp")));
        assert!(!fits(&body));
        assert!(!fits(""));
    }

    /// Damage that length, signature and checksum together let pass, as a rate of 100,000.
    #[track_caller]
    fn check(damage: fn(&mut Vec<u8>, &mut Dice), at_most: u32) {
        let mut dice = Dice::new(66);
        let mut missed = 0;
        for round in 0..100_000 {
            let whole = specimen::current(round);
            let mut bytes = whole.clone().into_bytes();
            damage(&mut bytes, &mut dice);
            let damaged = String::from_utf8(bytes).unwrap();
            if damaged != whole && super::super::shape::signature(&damaged) == Some(b'8') {
                missed += u32::from(fits(&damaged));
            }
        }
        assert!(missed <= at_most, "{missed} of 100,000 went unnoticed");
    }

    // The expectation is 1 in 14,400 and 1 in 18,300: 7 and 5.5 of 100,000.
    #[test]
    fn notices_a_changed_character() {
        check(|bytes, dice| bytes[6 + dice.below(34)] = dice.letter(), 25);
    }

    #[test]
    fn notices_swapped_neighbours() {
        check(
            |bytes, dice| {
                let at = 6 + dice.below(33);
                bytes.swap(at, at + 1);
            },
            25,
        );
    }

    #[test]
    fn notices_a_changed_case() {
        check(
            |bytes, dice| {
                let at = 6 + dice.below(34);
                bytes[at] ^= if bytes[at].is_ascii_alphabetic() { 0x20 } else { 0 };
            },
            25,
        );
    }

    #[test]
    fn notices_every_loss_at_either_end() {
        check(|bytes, dice| bytes.truncate(39 - dice.below(5)), 0);
        check(|bytes, dice| drop(bytes.drain(..=dice.below(5))), 0);
    }
}
