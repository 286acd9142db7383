//! What speaks for a part of a page being a control, and when that is enough.

use super::Part;
use crate::{By, Miss};

/// A part that may be a control, with what speaks for it.
#[derive(Clone, Copy)]
pub struct Candidate<'s> {
    pub part: Part<'s>,
    /// An attribute that no language changes.
    pub mark: Option<&'static str>,
    /// What carries its label: itself, a part of it, or the words that stand before it.
    pub label: Option<Part<'s>>,
    /// It stands where such a control usually stands.
    pub placed: bool,
    /// What it is alone in: its form and place, or what stands beside it.
    pub shape: Option<&'static str>,
}

impl<'s> Candidate<'s> {
    /// A part that nothing speaks for yet.
    pub const fn of(part: Part<'s>) -> Self {
        Self { part, mark: None, label: None, placed: false, shape: None }
    }

    /// What counts most of what it is known by.
    pub const fn by(&self) -> By {
        match self {
            Self { label: Some(_), .. } => By::Label,
            Self { mark: Some(_), .. } => By::Mark,
            _ => By::Place,
        }
    }

    /// A mark or a label decides; the place settles between two; the shape stands in where neither is.
    const fn weight(&self) -> u32 {
        let decides = self.mark.is_some() as u32 + self.label.is_some() as u32;
        4 * decides + self.placed as u32 + 3 * self.shape.is_some() as u32
    }
}

/// What is enough to point at a control.
const ENOUGH: u32 = 3;

/// The one with the most weight. Two of the same weight are one only when one stands in the other; then the inner one is meant.
pub fn best<'s>(candidates: &[Candidate<'s>]) -> Result<Candidate<'s>, Miss> {
    let most = candidates.iter().map(Candidate::weight).max().filter(|most| *most >= ENOUGH);
    let most = most.ok_or(Miss::Absent)?;
    let mut leaders = candidates.iter().filter(|candidate| candidate.weight() == most);
    let first = *leaders.next().ok_or(Miss::Absent)?;
    let inner =
        |outer: Candidate<'s>, next: &Candidate<'s>| next.part.is_in(outer.part).then_some(*next);
    leaders.try_fold(first, inner).ok_or(Miss::Several)
}

/// The only one; of several round each other the innermost, of any others none.
pub fn alone<'s>(mut parts: impl Iterator<Item = Part<'s>>) -> Option<Part<'s>> {
    let first = parts.next()?;
    parts.try_fold(first, |outer, next| next.is_in(outer).then_some(next))
}
