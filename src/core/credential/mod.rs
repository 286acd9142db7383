//! Client ID and client secret: their shapes and what goes wrong with a paste.

mod secret;

pub use secret::Secret;
