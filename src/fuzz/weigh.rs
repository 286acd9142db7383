//! Any text is weighed: no panic, and what is kept stays what it is when weighed again.
#![no_main]

use keyferry_core::{Fingerprint, Known, Secret, weigh};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let known = Known::default();
    let text = Secret::new(text.to_owned());
    let verdict = weigh(&text, &known);
    let clean = text.trimmed();
    let fingerprint = Fingerprint::of(&clean, verdict);
    assert_eq!(verdict.accepts(), fingerprint.is_some());
    assert_eq!(weigh(&clean, &known), verdict);
    // EXPOSE: compared with what it was cut from.
    assert!(text.expose().contains(clean.expose()));
    if verdict.accepts() {
        assert!((16..=64).contains(&clean.expose().len()));
        assert!(clean.expose().bytes().all(|byte| byte.is_ascii_graphic()));
    }
});
