//! What a person reads: a message of `extension/_locales` by its key, with its arguments.
//!
//! The core holds no sentence. Whole messages stand in the locale files, one per
//! language; the shell and the panel look them up and put the arguments in.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A message of the locale files and the arguments for its placeholders `$1`, `$2` …
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Text {
    /// The key in `messages.json`.
    pub key: Cow<'static, str>,
    /// The arguments, in the order of the placeholders.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(as = "Option<Vec<Arg>>", optional))]
    pub args: Vec<Arg>,
}

/// One argument of a [`Text`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Arg {
    /// A label as it stands on the portal's screen; drawn as a chip.
    Label(String),
    /// A name, number or address; drawn as it is.
    Plain(String),
    /// A moment in milliseconds since 1970 (UTC); drawn as date in the reader's language.
    Date(#[cfg_attr(feature = "typescript", ts(type = "number"))] u64),
    /// A moment in milliseconds since 1970 (UTC); drawn as time of day.
    Time(#[cfg_attr(feature = "typescript", ts(type = "number"))] u64),
    /// Another message, put in whole (the name of a step, of a screen).
    Message(Cow<'static, str>),
}

impl Text {
    /// A message without arguments.
    #[must_use]
    pub const fn plain(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, arg: Arg) -> Self {
        self.args.push(arg);
        self
    }
}
