//! What the panel shows, part by part. Pure: from the view and the eye's own state to elements.

mod checks;
mod connections;
mod crossing;
mod elsewhere;
mod foot;
mod help;
mod journeys;
mod now;
mod pair;
mod paste;
mod record;
mod start_over;
mod trial;
mod voyage;
mod welcome;

use keyferry_core::{Arg, Button, Moment, Reach, Text, Tone, View};

use crate::act::{Act, Fold, Sheet};
use crate::book::Language;
use crate::element::{Element, Node, element};
use crate::words::{Book, Piece, flat, resolve};

pub use connections::day_field;
pub use foot::{LANGUAGE, foot, opener};
pub use help::EXPLAIN_BOX;
pub use now::unfold;
pub use paste::{PASTE_BOX, PASTE_CLIENT_ID};
pub use voyage::{journey, main};

/// What belongs to the eye, not to the journey.
#[derive(Default)]
pub struct Eye {
    /// The disclosures that were opened or closed by hand, until the step changes.
    pub folds: Vec<(Fold, bool)>,
    /// The sheet that lies open.
    pub sheet: Option<Sheet>,
    /// What the browser was asked for and not given, last.
    pub refused: Option<Reach>,
    /// The browser was not given the sign-in service when the pair was to be tested.
    pub test_refused: bool,
    /// What the person does not want to be reminded of.
    pub put_off: Vec<Reach>,
    /// What was asked onto the clipboard and whether it got there, for a moment.
    pub copied: Option<(String, bool)>,
}

/// Finds what has the focus first in an open sheet.
pub const FIRST_IN_SHEET: &str = ".sheet :is(textarea, input, button)";

/// Everything that a drawing depends on.
pub struct Scene<'a> {
    /// The messages.
    pub book: &'a dyn Book,
    /// What the core shows.
    pub view: &'a View,
    /// What the eye holds open.
    pub eye: &'a Eye,
    /// The languages that can be chosen.
    pub languages: &'a [Language],
    /// The present moment.
    pub now: Moment,
}

impl Scene<'_> {
    /// A message of the panel's own.
    fn say(&self, key: &'static str) -> String {
        flat(self.book, &Text::plain(key))
    }

    /// A message of the panel's own, with arguments.
    fn say_with(&self, key: &'static str, args: impl IntoIterator<Item = String>) -> String {
        let text = args.into_iter().fold(Text::plain(key), |text, arg| text.with(Arg::Plain(arg)));
        flat(self.book, &text)
    }

    /// A message of the core, its labels as chips.
    fn text(&self, text: &Text) -> Vec<Node> {
        let node = |piece| match piece {
            Piece::Plain(words) => Node::Text(words),
            Piece::Label(label) => element("bdi").class("label").put(label).into(),
        };
        resolve(self.book, text).into_iter().map(node).collect()
    }

    /// Whether this reached the clipboard; `None`: it was not asked there just now.
    fn copied(&self, what: &str) -> Option<bool> {
        self.eye.copied.as_ref().filter(|(other, _)| other == what).map(|(_, done)| *done)
    }

    /// The button's words.
    fn button(&self, button: Button) -> String {
        self.say(match button {
            Button::Keep => "button_keep",
            Button::Fill => "button_fill",
            Button::OpenAzure => "button_open_azure",
            Button::OpenMarketo => "button_open_marketo",
            Button::PassOver => "button_pass_over",
            Button::Vouch => "button_vouch",
            Button::Paste => "panel_paste",
            Button::Finish => "button_finish",
        })
    }
}

/// The one filled button.
fn filled(words: String, act: Act) -> Element {
    pressed(words, act).class("button filled")
}

/// A button without a ground.
fn quiet(words: String, act: Act) -> Element {
    pressed(words, act).class("button quiet")
}

/// A button that looks like a word in a sentence.
fn worded(words: String, act: Act) -> Element {
    pressed(words, act).class("worded")
}

fn pressed(words: String, act: Act) -> Element {
    element("button").with("type", "button").on(act).put(words)
}

/// Words for those who hear the panel and do not see its signs.
fn heard(words: String) -> Element {
    element("span").class("heard").put(words)
}

const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Good => "good",
        Tone::Warn => "warn",
        Tone::Bad => "bad",
    }
}
