//! Client ID and client secret: their shapes and what goes wrong with a paste.

mod checksum;
mod fingerprint;
mod guid;
mod paste;
#[cfg(test)]
mod proof;
mod secret;
#[cfg(test)]
mod secret_tests;
mod shape;
#[cfg(test)]
pub(crate) mod specimen;
mod trim;
mod verdict;
mod weigh;
#[cfg(test)]
mod weigh_tests;

pub use fingerprint::Fingerprint;
pub use guid::{is_guid, parse_guid};
pub use paste::{Format, Pasted, unpack};
pub use secret::Secret;
pub use verdict::Verdict;
pub use weigh::{Known, weigh};
