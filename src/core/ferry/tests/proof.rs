//! The state machine over every short sequence of happenings and a million long ones. Whatever happens, in whatever order:
//! no panic, no secret in an effect, a view or the logbook, a pair only for its own app, no form filled twice for one press,
//! no secret left after an end, and always a way on.

use std::thread;

use super::happening::{Happening, of_the_alphabet, thrown};
use super::voyage::*;
use super::watch::Watch;
use super::wrong_pairs;
use crate::counts::sized;
use crate::specimen::Dice;

/// Lets it all happen to a ferry of its own, under watch.
fn run(happenings: impl Iterator<Item = Happening>) -> u64 {
    let mut voyage = Voyage::begin();
    let mut watch = Watch::default();
    let mut count = 0;
    for happening in happenings {
        voyage.effects.clear();
        watch.before(&happening);
        voyage.happen(&happening);
        watch.after(&mut voyage, &happening);
        count += 1;
    }
    watch.end(&mut voyage);
    count
}

/// Shares the numbers below `count` out to as many threads as there are processors.
fn share(count: u32, run: impl Fn(u32) -> u64 + std::marker::Sync) -> u64 {
    let threads = u32::try_from(thread::available_parallelism().map_or(1, usize::from)).unwrap();
    thread::scope(|scope| {
        let part = |first| {
            let run = &run;
            scope.spawn(move || (first..count).step_by(threads as usize).map(run).sum::<u64>())
        };
        let parts: Vec<_> = (0..threads).map(part).collect();
        parts.into_iter().map(|part| part.join().unwrap()).sum()
    })
}

#[test]
fn no_interleaving_mixes_two_pairs() {
    wrong_pairs::interleavings();
}

#[test]
fn the_invariants_hold_over_a_million_random_sequences() {
    let count = sized(5_000, 1_000_000);
    let events = share(count, |number| {
        let mut dice = Dice::new(u64::from(number));
        let length = dice.below(61);
        run((0..length).map(|_| thrown(&mut dice)))
    });
    println!("figure security random-sequences {count}");
    println!("figure security random-sequences-events {events}");
}

#[test]
fn the_invariants_hold_over_every_sequence_to_length_six() {
    const LETTERS: u32 = 10;
    let longest = sized(4, 6);
    let mut count = 0;
    for length in 1..=longest {
        let sequences = LETTERS.pow(length);
        count += sequences;
        share(sequences, |number| {
            let digits = (0..length).map(|place| number / LETTERS.pow(place) % LETTERS);
            run(digits.map(of_the_alphabet))
        });
    }
    println!("figure security every-sequence-length {longest}");
    println!("figure security every-sequence-count {count}");
}
