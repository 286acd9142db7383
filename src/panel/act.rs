//! What a person can do in the panel.

use keyferry_core::{Button, Cloud, Reach};

/// What pressing, choosing or sending something means.
#[derive(Clone, PartialEq, Eq)]
pub enum Act {
    /// The present step's button.
    Press(Button),
    /// Begin the journey of this name.
    Start(String),
    /// Open or close a disclosure of the present step.
    Unfold(Fold),
    /// Put this on the clipboard: the client ID, a command, an address. Never a secret.
    Copy(String),
    /// Wipe the pair.
    Wipe,
    /// This pair is meant.
    Choose(u32),
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
    /// Have the pasted error explained.
    Explain,
    /// Put the explanation away.
    DropExplained,
    /// Check the recipe of this name off, or not.
    CheckOff(String, bool),
    /// Say whether the check of this word is green.
    Judge(String, bool),
    /// Take the day that was chosen for the connection of this client ID.
    SetExpiry(String),
    /// Forget the connection of this client ID.
    Forget(String),
    /// Put the journey away.
    StartOver,
    /// Azure is in this cloud; the browser is asked for it where that is still to be done.
    Locate(Cloud),
    /// Have the browser ask whether this is allowed.
    Allow(Reach),
    /// Not to be reminded of it, as long as the panel is open.
    PutOff(Reach),
    /// Have the browser ask for the sign-in service of this cloud, and the pair tested there.
    Test(Cloud),
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
    /// What an error means, and what is done by hand.
    Help,
    /// Whether to start over.
    StartOver,
    /// Where the portals are.
    Elsewhere,
    /// Whether the pair works.
    Test,
}
