//! What went wrong, why, and what to do: Microsoft's sign-in errors and Marketo's seven checks.

mod aadsts;
mod checks;
mod scan;

pub use aadsts::{Remedy, Spot, remedies};
pub use checks::{check_cause, check_cure, check_failed, check_label, check_number, check_spots};
