//! The client secret's value: wiped when dropped, and unable to be printed, copied or stored by accident.

use serde::{Deserialize, Deserializer};
use zeroize::Zeroizing;

/// A client secret's value, or a text that may hold one.
///
/// It has no `Debug`, `Display`, `Serialize` or `Clone` on purpose. Every call of
/// [`expose`](Self::expose) carries an `// EXPOSE:` comment with its reason.
///
/// What has these traits is taken, and a secret is not:
///
/// ```
/// fn printable<T: std::fmt::Debug + std::fmt::Display>() {}
/// fn stored<T: serde::Serialize>() {}
/// fn doubled<T: Clone>() {}
/// (printable::<String>(), stored::<String>(), doubled::<String>());
/// # let _ = keyferry_core::Secret::new(String::new());
/// ```
/// ```compile_fail,E0277
/// fn printable<T: std::fmt::Debug>() {}
/// printable::<keyferry_core::Secret>();
/// ```
/// ```compile_fail,E0277
/// fn printable<T: std::fmt::Display>() {}
/// printable::<keyferry_core::Secret>();
/// ```
/// ```compile_fail,E0277
/// fn stored<T: serde::Serialize>() {}
/// stored::<keyferry_core::Secret>();
/// ```
/// ```compile_fail,E0277
/// fn doubled<T: Clone>() {}
/// doubled::<keyferry_core::Secret>();
/// ```
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the value over; the caller keeps no copy.
    #[must_use]
    pub fn new(value: String) -> Self {
        Self(Zeroizing::new(value))
    }

    /// The value itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}
