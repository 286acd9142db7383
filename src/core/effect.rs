//! What goes out: everything that the shell does for the core.

use serde::Serialize;

use crate::{Button, Moment, OrderId, Place, Text};

/// One thing for the shell to do. No effect carries the secret: [`Effect::Fill`],
/// [`Effect::RequestToken`] and [`Effect::Keep`] name what is to be carried, and the shell redeems it once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Effect {
    /// Draw the guide in a frame, in place of what it drew before.
    Guide {
        /// The frame that holds the target.
        place: Place,
        /// What to draw.
        guide: Box<Guide>,
    },
    /// Take the guide away from a frame.
    Unguide {
        /// The frame.
        place: Place,
    },
    /// Read one cell.
    Take {
        /// The number of this order.
        order: OrderId,
        /// The frame.
        place: Place,
        /// The address that the frame must still have.
        url: String,
        /// The cell's handle.
        node: u32,
    },
    /// Fill fields, all or none.
    Fill {
        /// The number of this order; the shell redeems the pair with it.
        order: OrderId,
        /// The frame.
        place: Place,
        /// The address that the frame must still have.
        url: String,
        /// The fields.
        fields: Vec<Field>,
    },
    /// Ask Microsoft's sign-in service for a token, to see whether the pair works.
    RequestToken {
        /// The number of this order; the shell redeems the pair with it.
        order: OrderId,
        /// The address to ask at.
        url: String,
        /// What the token would be for.
        scope: String,
    },
    /// Put the pair into `storage.session`; the shell redeems the record.
    Keep,
    /// Remove the pair from `storage.session`.
    Forget,
    /// Put the state, which holds no secret, into `storage.local`.
    Store,
    /// Ring at this moment; replaces the alarm asked for before.
    Wake {
        /// The moment; `None`: no alarm.
        at: Option<Moment>,
    },
    /// Ring once after so many milliseconds, while the worker is awake anyway.
    Linger {
        /// How long.
        milliseconds: u32,
    },
    /// Open an address: in the tab that shows its site, else in a new one.
    Open {
        /// The address.
        url: String,
    },
    /// The toolbar button's badge.
    Badge {
        /// What it says.
        badge: Badge,
    },
    /// Remind that a secret ends, outside the pages.
    Remind {
        /// The connection's client ID: a newer reminder takes the place of an older one.
        connection: String,
        /// The headline.
        title: Text,
        /// What to do until when.
        body: Text,
    },
    /// Let the content scripts watch their pages, or rest.
    Watch {
        /// Whether a journey is under way.
        on: bool,
    },
}

/// One field to fill and what goes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Field {
    /// The field's handle.
    pub node: u32,
    /// What goes in.
    pub half: Half,
}

/// One half of the pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Half {
    /// The client ID.
    ClientId,
    /// The client secret.
    Secret,
    /// The tenant's ID, which the server-to-server connection asks for beside them.
    TenantId,
}

/// What the toolbar button's badge says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Badge {
    /// No badge.
    Nothing,
    /// The sync is off and must be switched on again.
    SyncOff,
    /// A pair is on board.
    Pair,
    /// Done.
    Done,
    /// The secret of a connection ends within days, or has ended.
    Ending,
}

/// The spotlight and the card of one frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Guide {
    /// The handle of the control to point at; `None`: the card stands alone, bottom right.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub target: Option<u32>,
    /// The step's number, from 1.
    pub step: u32,
    /// The number of steps.
    pub of: u32,
    /// The headline.
    pub title: Text,
    /// What to do.
    pub body: Text,
    /// Why, on request.
    pub why: Text,
    /// "Not here?": what Keyferry looks for on this page, what it sees and what is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub reason: Option<Text>,
    /// Then what it looks for on any page and what to do by hand.
    pub missing: Text,
    /// The fingerprint line, or what went wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub note: Option<Text>,
    /// How the note is meant.
    pub tone: Tone,
    /// The one filled button.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub button: Option<Button>,
}

/// How a sentence is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// All is well.
    Good,
    /// Take care.
    Warn,
    /// Something is wrong.
    Bad,
}
