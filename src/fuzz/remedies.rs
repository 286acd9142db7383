//! Any text is searched for codes: no panic, and none is named twice.
#![no_main]

use keyferry_core::remedies;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let found = remedies(text);
    for (at, remedy) in found.iter().enumerate() {
        assert!(found.iter().skip(at + 1).all(|other| other.code != remedy.code));
        assert!(text.contains(&remedy.code.to_string()));
    }
});
