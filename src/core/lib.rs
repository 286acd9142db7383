//! Keyferry's core: events in, effects out.
//!
//! It knows the portals, the steps, the pair and the rules; it knows no
//! browser, clock, storage or DOM. Time and randomness come in with each event.

mod credential;
mod effect;
mod event;
mod page;
mod sighting;
mod text;
#[cfg(feature = "typescript")]
mod typescript;
mod view;

pub use credential::*;
pub use effect::*;
pub use event::*;
pub use page::*;
pub use sighting::*;
pub use text::*;
#[cfg(feature = "typescript")]
pub use typescript::*;
pub use view::*;
