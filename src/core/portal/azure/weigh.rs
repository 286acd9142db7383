//! Weighs the evidence for each control: the table of [`signs`](super::signs) against what stands on the surface.

use super::signs::{Region, SIGNS, Sign};
use super::surface::Surface;
use super::view::{View, widget};
use crate::lexicon::AzureTerm as Term;
use crate::portal::{Kind, Part};
use crate::{Screen, Target};

/// A piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// An attribute that no language changes.
    Mark(&'static str),
    /// Its own label, or the one that stands before it.
    Label,
    /// It stands where such a control stands.
    Region(Region),
    /// It is the only one of its form, on a page whose language is not known or without any label of its own.
    Shape(&'static str),
}

impl Proof {
    /// A mark or a label decides; the region settles between two; the shape stands in where neither is.
    const fn weight(self) -> u32 {
        match self {
            Self::Mark(_) | Self::Label => 4,
            Self::Region(_) => 1,
            Self::Shape(_) => 3,
        }
    }
}

/// A part that may be a control, with what speaks for it.
pub struct Candidate<'s> {
    pub part: Part<'s>,
    pub proofs: Vec<Proof>,
}

impl Candidate<'_> {
    fn weight(&self) -> u32 {
        self.proofs.iter().map(|proof| proof.weight()).sum()
    }
}

/// What is enough to point at a control.
const ENOUGH: u32 = 3;

/// The controls of a screen and the part that each is, where that is certain.
pub fn controls<'s>(
    view: &View<'s>,
    surface: Surface<'s>,
    screen: Screen,
) -> Vec<(Target, Candidate<'s>)> {
    let strange = is_strange(view, surface);
    SIGNS
        .iter()
        .filter(|sign| sign.screens.contains(&screen))
        .filter_map(|sign| Some((sign.target, best(candidates(view, surface, sign, strange))?)))
        .collect()
}

/// Every part that something speaks for. `strange`: no label on the surface is known.
pub fn candidates<'s>(
    view: &View<'s>,
    surface: Surface<'s>,
    sign: &Sign,
    strange: bool,
) -> Vec<Candidate<'s>> {
    let fits = |part: &Part<'s>| sign.kinds.contains(&widget(*part)) && !is_barred(*part);
    let mut found: Vec<Candidate<'s>> =
        surface.parts(view).filter(fits).filter_map(|part| weigh(view, part, sign)).collect();
    if found.is_empty() {
        found = marked(view, surface, sign);
    }
    if found.is_empty() && sign.kinds.contains(&Kind::Radio) {
        let labels = surface
            .parts(view)
            .filter(|part| view.says(*part, sign.term) && is_choice_label(*part));
        found = labels.map(|part| Candidate { part, proofs: vec![Proof::Label] }).collect();
    }
    if found.is_empty()
        && let Some((name, shape)) = sign.shape
        && let Some(part) = shape(view, surface)
        && (strange || sign.shape_is_sure || !is_named(view, part))
        && !is_barred(part)
    {
        found.push(Candidate { part, proofs: vec![Proof::Shape(name)] });
    }
    found
}

/// The one with the most weight. Two of the same weight are one only when one stands in the other; then the inner one is meant.
fn best(candidates: Vec<Candidate<'_>>) -> Option<Candidate<'_>> {
    let most = candidates.iter().map(Candidate::weight).max().filter(|most| *most >= ENOUGH)?;
    let mut leaders = candidates.into_iter().filter(|candidate| candidate.weight() == most);
    let first = leaders.next()?;
    leaders.try_fold(first, |best, next| next.part.is_in(best.part).then_some(next))
}

fn weigh<'s>(view: &View<'s>, part: Part<'s>, sign: &Sign) -> Option<Candidate<'s>> {
    let mut proofs = Vec::new();
    if let Some(mark) = sign
        .marks
        .iter()
        .find(|mark| part.and_below().any(|part| part.has_mark(mark)) || is_in_marked(part, mark))
    {
        proofs.push(Proof::Mark(mark));
    }
    let says = |part: Part<'s>| {
        view.says(part, sign.term) || sign.also.iter().any(|term| view.says(part, *term))
    };
    if says(part) || (sign.inner && part.below().any(says)) || caption(part).is_some_and(says) {
        proofs.push(Proof::Label);
    }
    if proofs.is_empty() {
        return None;
    }
    proofs.extend(
        sign.regions
            .iter()
            .filter(|region| region.holds(part))
            .map(|region| Proof::Region(*region)),
    );
    Some(Candidate { part, proofs })
}

/// A wrapper that belongs to one control alone and carries its mark.
fn is_in_marked(part: Part<'_>, mark: &str) -> bool {
    part.above().take(2).any(|above| {
        above.has_mark(mark) && above.below().filter(|part| widget(*part).is_control()).count() == 1
    })
}

/// A part that carries the mark and has no control around it: it is the control itself.
fn marked<'s>(view: &View<'s>, surface: Surface<'s>, sign: &Sign) -> Vec<Candidate<'s>> {
    let carriers = surface
        .parts(view)
        .filter_map(|part| Some((part, *sign.marks.iter().find(|mark| part.has_mark(mark))?)));
    carriers
        .filter(|(part, _)| !is_barred(*part))
        .map(|(part, mark)| Candidate { part, proofs: vec![Proof::Mark(mark)] })
        .collect()
}

/// The words right before a field, in the smallest group that has any and holds no other field.
pub fn caption(part: Part<'_>) -> Option<Part<'_>> {
    let is_field = |part: Part<'_>| {
        matches!(widget(part), Kind::Field | Kind::Choice | Kind::Radio | Kind::Checkbox)
    };
    if !matches!(widget(part), Kind::Field | Kind::Choice) {
        return None;
    }
    for group in part.above() {
        if group.below().any(|other| is_field(other) && !other.is_in(part) && !part.is_in(other)) {
            return None;
        }
        let before = group
            .and_below()
            .take_while(|other| other.index() < part.index())
            .filter(|other| !other.text.is_empty());
        if let Some(caption) = before.last() {
            return Some(caption);
        }
    }
    None
}

/// Breadcrumbs, column heads, and links that lead out of the portal are never a control of ours.
fn is_barred(part: Part<'_>) -> bool {
    let crumbs = |part: Part<'_>| {
        part.marks.iter().any(|mark| mark.to_ascii_lowercase().contains("breadcrumb"))
    };
    let out =
        part.attribute("href").is_some_and(|href| href.starts_with("http") && !href.contains('#'));
    out || crumbs(part)
        || part
            .above()
            .any(|above| crumbs(above) || matches!(above.kind(), Kind::ColumnHead | Kind::Heading))
}

/// A label, or words behind the ring of the portal's own radio, which has no role.
fn is_choice_label(part: Part<'_>) -> bool {
    let before = || part.parent()?.children().take_while(|child| *child != part).last();
    part.tag == "label" || before().is_some_and(|before| before.has_mark("azc-radio-circle"))
}

/// Whether any words of ours or of anybody stand on it.
fn is_named(view: &View<'_>, part: Part<'_>) -> bool {
    !part.names().is_empty() || !view.reads(part).is_empty() || caption(part).is_some()
}

/// Whether a surface has no label that is known. Names that are the same in every language do not count.
pub fn is_strange<'s>(view: &View<'s>, surface: Surface<'s>) -> bool {
    let same = [Term::DynamicsCrm, Term::UserImpersonation, Term::Platform];
    surface
        .parts(view)
        .all(|part| view.reads(part).iter().all(|reading| same.contains(&reading.term)))
}
