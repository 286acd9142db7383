//! What a person can do in the panel.

use keyferry_core::Button;

/// What pressing, choosing or sending something means.
#[derive(Clone, PartialEq, Eq)]
pub enum Act {
    /// The present step's button.
    Press(Button),
    /// Begin the journey of this name.
    Start(String),
    /// Open or close a disclosure of the present step.
    Unfold(Fold),
    /// Put the client ID on the clipboard.
    Copy,
    /// Wipe the pair.
    Wipe,
    /// Keep the pair longer.
    Extend,
    /// Show a sheet.
    Open(Sheet),
    /// Put the sheet away.
    Shut,
    /// Have the pasted text weighed.
    Weigh,
    /// Keep what was weighed.
    KeepWeighed,
    /// Throw away what was weighed.
    DropWeighed,
    /// Put the journey away.
    StartOver,
    /// Read in the chosen language.
    Speak,
}

/// A disclosure of the present step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// "Why?"
    Why,
    /// "Not here?"
    Missing,
}

/// Something that is asked beside the journey.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The paste box.
    Paste,
    /// The journeys that one can change to.
    Journeys,
    /// Whether to start over.
    StartOver,
}
