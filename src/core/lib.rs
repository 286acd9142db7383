//! Keyferry's core: events in, effects out.
//!
//! It knows the portals, the steps, the pair and the rules; it knows no
//! browser, clock, storage or DOM. Time and randomness come in with each event.

mod address;
mod calendar;
mod cloud;
mod connection;
mod connections;
#[cfg(test)]
mod counts;
mod credential;
mod custody;
mod effect;
mod event;
mod ferry;
mod hand_over;
mod journey;
mod lexicon;
mod logbook;
mod lookout;
mod page;
mod portal;
mod reach;
mod recipe;
mod record;
mod remedy;
mod sighting;
mod table;
mod text;
mod trial;
#[cfg(feature = "typescript")]
mod typescript;
mod view;

pub use address::{Portal, portal_at, portal_of};
pub use calendar::iso;
pub use cloud::Cloud;
pub use connection::{Connection, DAYS_BEFORE};
pub use connections::*;
pub use credential::*;
pub use custody::*;
pub use effect::*;
pub use event::*;
pub use ferry::*;
pub use hand_over::*;
pub use journey::*;
pub use lexicon::label;
pub use logbook::*;
pub use lookout::*;
pub use page::*;
pub use portal::{CandidateWhy, ScreenWhy, TargetWhy, Why, explain, recognise};
pub use reach::Reach;
pub use recipe::*;
pub use remedy::*;
pub use sighting::*;
pub use table::Table;
pub use text::*;
pub use trial::*;
#[cfg(feature = "typescript")]
pub use typescript::*;
pub use view::*;
