//! Keyferry's panel: draws the core's [`View`](keyferry_core::View) and sends what a person
//! asks for.
//!
//! It holds no journey and no secret. Everything it shows comes over one port from the
//! background, everything it sends is a command; between the two it keeps only what belongs to
//! the eye: which disclosure is open, which second of the countdown is shown.

mod act;
mod book;
mod calendar;
mod channel;
mod data_url;
mod draw;
mod element;
#[cfg(test)]
mod locales;
mod markdown;
mod order;
mod panel;
mod permission;
mod read;
mod screen;
mod time;
mod words;

use wasm_bindgen::prelude::*;

/// Draws the panel into the page and connects it with the background.
///
/// `languages` are the entries of `_locales/languages.json`.
///
/// # Errors
/// When the page lacks the places to draw into, or the extension's API is not there.
#[wasm_bindgen]
pub fn start(languages: js_sys::Array) -> Result<(), JsValue> {
    panel::start(book::languages(&languages))
}
