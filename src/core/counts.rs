//! How much a long test does: a taste of it with `cargo test`, all of it in the suite `security`.

/// `whole` in the suite (`KEYFERRY_PROOF=1`), which is built to be fast; `quick` otherwise.
pub(crate) fn sized(quick: u32, whole: u32) -> u32 {
    if std::env::var_os("KEYFERRY_PROOF").is_some() { whole } else { quick }
}
