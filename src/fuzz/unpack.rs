//! Any paste is read: no panic, and nothing is handed back that was not in it.
#![no_main]

use keyferry_core::{Known, Secret, is_guid, unpack, weigh};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let known = Known::default();
    let pasted = unpack(Secret::new(text.to_owned()), &known);
    assert_eq!(pasted.secret.is_some(), pasted.verdict.accepts());
    if let Some(secret) = &pasted.secret {
        // EXPOSE: looked for in the text that it came from.
        assert!(text.contains('\\') || text.contains(secret.expose()));
        assert!(weigh(secret, &known).accepts());
    }
    let ids = [&pasted.client_id, &pasted.tenant_id, &pasted.object_id, &pasted.secret_id];
    for id in ids.into_iter().flatten() {
        assert!(is_guid(id));
    }
});
