//! What recognition tells whoever asks why. The extension does not ask: its notes are `()`, and cost nothing.

use super::Part;
use super::evidence::Candidate;
use crate::{Miss, Screen, Target};

/// Takes notes of what recognition weighs, while it weighs it.
pub trait Notes {
    /// Whether to weigh also what cannot change the outcome any more.
    const ALL: bool = false;

    /// Where the page stands and what lies on top of it.
    fn page(&mut self, _what: impl FnOnce() -> String) {}

    /// A clue of a screen: whether it counts for the screen or against it, and what was found, if anything.
    fn clue(
        &mut self,
        _: Screen,
        _for: bool,
        _found: Option<&str>,
        _clue: impl FnOnce() -> String,
    ) {
    }

    /// Whether the clues noted since the screen before are enough for this one.
    fn screen(&mut self, _: Screen, _shown: bool) {}

    /// What was weighed for a control and what came of it.
    fn control<'s>(
        &mut self,
        _: Target,
        _weighed: &[Candidate<'s>],
        _outcome: Result<Candidate<'s>, Miss>,
        _words: &impl Words<'s>,
    ) {
    }

    /// A part that has a control's words and is none: what speaks against it.
    fn against(&mut self, _: Target, _: Part<'_>, _why: impl FnOnce() -> String) {}
}

impl Notes for () {}

/// What a row of a table of controls can say of itself and of a part.
pub trait Words<'s> {
    /// The languages in which the words on a part name the control.
    fn languages(&self, part: Part<'s>) -> Vec<&'static str>;

    /// Where such a control usually stands.
    fn place(&self) -> String;
}
