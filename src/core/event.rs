//! What comes in: from the pages, from the person, from the browser.

use serde::{Deserialize, Serialize};

use crate::{Check, Cloud, Outcome, Page, Reach, Secret};

/// Milliseconds since 1970 (UTC).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Moment(#[cfg_attr(feature = "typescript", ts(type = "number"))] pub u64);

/// One document in one frame of one tab, as the browser names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Place {
    /// The tab's ID.
    pub tab: u32,
    /// The frame's ID; 0 is the top frame. Firefox's are wider than 32 bits.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub frame: u64,
    /// The document's ID; another document in the same frame has another one.
    pub document: String,
}

/// The number of one order to the hand; an answer names the order that it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OrderId(pub u32);

/// Everything that can happen.
#[derive(Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Event {
    /// A frame reports what it shows.
    Saw {
        /// The frame.
        place: Place,
        /// Its digest.
        page: Page,
    },
    /// A document is gone: unloaded, replaced, or it answers no more.
    Left {
        /// The document that is gone.
        place: Place,
    },
    /// A tab is closed.
    Closed {
        /// The tab's ID.
        tab: u32,
    },
    /// Another tab came to the front of the focused window; `None`: no window has the focus.
    Foreground {
        /// The tab's ID.
        tab: Option<u32>,
    },
    /// A person pressed a button of the card; the content script has checked that it was a person.
    Pressed {
        /// The frame that shows the card.
        place: Place,
        /// The button.
        button: Button,
    },
    /// A person asked for something in the panel or with the keyboard.
    Asked {
        /// What they asked for.
        command: Command,
    },
    /// The hand has read the cell, or says why not.
    Taken {
        /// The order that this answers.
        order: OrderId,
        /// The frame that answers.
        place: Place,
        /// The frame's address at the instant of reading.
        url: String,
        /// The cell's text, or the fault.
        outcome: Take,
    },
    /// The hand has filled the fields and read them back, or says why not.
    Filled {
        /// The order that this answers.
        order: OrderId,
        /// The frame that answers.
        place: Place,
        /// `None` when every field holds its value.
        fault: Option<HandFault>,
    },
    /// The request for a token has ended.
    TokenAnswered {
        /// The order that this answers.
        order: OrderId,
        /// How it ended.
        outcome: Outcome,
        /// The numbers of Microsoft's refusal.
        codes: Vec<u32>,
    },
    /// An alarm that [`Effect::Wake`](crate::Effect::Wake) asked for.
    Rang,
    /// The screen was locked: whoever unlocks it may be somebody else.
    Locked,
    /// There is no memory that is closed to pages: nothing secret may be taken.
    Unsheltered,
    /// The hosts that may be reached beyond those of every journey, as the browser says.
    Allowed {
        /// The groups that are allowed; a group that is missing has been taken back.
        reaches: Vec<Reach>,
    },
    /// The browser started, or the extension was installed or updated: nothing secret may be left.
    BrowserStarted,
    /// The browser's storage failed at something, or does it again.
    Stored {
        /// What was to be done.
        chore: Chore,
        /// Whether it failed.
        failed: bool,
    },
    /// The browser lost the network, or has it again.
    Online {
        /// Whether there is a network.
        on: bool,
    },
}

/// What the browser's storage is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Chore {
    /// To hold the pair in `storage.session`.
    Keep,
    /// To let go of it.
    Forget,
    /// To note in `storage.local` how far the journey is.
    Store,
    /// To read what is noted there.
    Recall,
}

/// What the hand read.
#[derive(Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Take {
    /// The cell's text as it stood there.
    Value(#[cfg_attr(feature = "typescript", ts(type = "string"))] Secret),
    /// Nothing was read.
    Fault(HandFault),
}

/// Why the hand did not do what it was told. Nothing is half done: a fill that fails is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum HandFault {
    /// The page went on to another address since.
    Moved,
    /// The element is gone, hidden, read-only or disabled.
    Gone,
    /// The page did not keep the value.
    Reverted,
    /// The tab is not in front, or its window has no focus.
    Background,
    /// The frame did not answer.
    Silent,
}

/// The one filled button of a card or of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Button {
    /// Keep the secret that is shown.
    Keep,
    /// Fill the pair in.
    Fill,
    /// Open the Azure portal.
    OpenAzure,
    /// Open Marketo.
    OpenMarketo,
    /// Leave an optional step as it is.
    PassOver,
    /// Say that a step is done which no page can show.
    Vouch,
    /// Open the paste box; in the panel only.
    Paste,
    /// End the journey and put it away.
    Finish,
}

/// What a person asks for in the panel or with the keyboard.
#[derive(Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Command {
    /// Begin a journey.
    Start {
        /// Its name, a file of `journey/`.
        journey: String,
    },
    /// Put the journey away; the pair is wiped.
    StartOver,
    /// Press the button of the present step.
    Press {
        /// The button.
        button: Button,
    },
    /// Press whatever button the present step has (the keyboard command).
    Act,
    /// Wipe the pair.
    Wipe,
    /// Keep the pair for another 15 minutes.
    Extend,
    /// See whether the pair works; the browser has been asked for the sign-in service's host before.
    TestPair,
    /// This one of the pairs on board is meant; the others are wiped.
    Choose {
        /// Its [`number`](crate::PairChoice::number).
        number: u32,
    },
    /// A text pasted for classification; nothing is kept.
    Weigh {
        /// What was pasted, whole.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        text: Secret,
    },
    /// Keep what was weighed.
    KeepWeighed {
        /// The client ID, where the paste held none; what was put there may well be the secret.
        #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
        client_id: Option<Secret>,
    },
    /// Throw away what was weighed.
    DropWeighed,
    /// A sign-in error pasted to be explained; the text is not kept.
    Explain {
        /// What was pasted, whole: it may hold more than an error.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        text: Secret,
    },
    /// Put the explanation away.
    DropExplained,
    /// Say on which day the secret of a connection ends.
    SetExpiry {
        /// The connection's client ID.
        client_id: String,
        /// The day, `YYYY-MM-DD`.
        day: String,
    },
    /// Forget a connection; nothing changes in Azure or Marketo.
    ForgetConnection {
        /// Its client ID.
        client_id: String,
    },
    /// Check a recipe off, or not.
    CheckOff {
        /// The recipe's name.
        recipe: String,
        /// Whether it is done.
        done: bool,
    },
    /// Say whether one of Marketo's checks is green, where the page does not tell.
    Judge {
        /// The check.
        check: Check,
        /// Whether its mark is green.
        passed: bool,
    },
    /// The Azure portal is in another of Microsoft's clouds.
    Locate {
        /// The cloud.
        cloud: Cloud,
    },
    /// Read in another language; `None`: as the browser does.
    Speak {
        /// A folder of `_locales`.
        language: Option<String>,
    },
}
