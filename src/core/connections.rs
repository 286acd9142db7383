//! The record of the connections: one of its own, so that the days on which secrets end outlive a
//! journey's record that cannot be read.

use serde::Serialize;

use crate::Connection;
use crate::record::read_into_default;

/// The version of the stored record; raised with every change of its shape.
pub const CONNECTIONS_VERSION: u32 = 1;

/// The connections that were set up, each with the day its secret ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Connections {
    /// [`CONNECTIONS_VERSION`] when it was written.
    pub version: u32,
    /// Those that were set up.
    pub all: Vec<Connection>,
    /// An earlier record could not be read; said until the next journey begins.
    pub dropped: bool,
}

read_into_default! {
    Connections { version, all, dropped }
}

impl Connections {
    /// A new record.
    #[must_use]
    pub const fn of(all: Vec<Connection>) -> Self {
        Self { version: CONNECTIONS_VERSION, all, dropped: false }
    }

    /// The record as this version of Keyferry takes it up; `None` where another one wrote it.
    #[must_use]
    pub fn taken_up(self) -> Option<Self> {
        (self.version == CONNECTIONS_VERSION).then_some(self)
    }
}
