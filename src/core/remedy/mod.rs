//! What went wrong, why, and what to do: Microsoft's sign-in errors and Marketo's seven checks.

mod aadsts;
mod checks;
mod scan;

pub use aadsts::{Remedy, Spot, remedies};
pub use checks::{check_failed, check_name};
