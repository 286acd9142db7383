//! Weighs the evidence for each control: the table of [`signs`](super::signs) against what stands on the surface.

use super::signs::{NEVER, SIGNS, Sign};
use super::surface::Surface;
use super::view::{View, is_data, widget};
use crate::portal::{Candidate, Kind, Notes, Part, Words, best};
use crate::{Facts, Miss, Node, Screen, Target};

/// The controls of a screen: the part that each is where that is certain, else what is missing.
pub fn controls<'s, N: Notes>(
    view: &View<'s>,
    surface: Surface<'s>,
    screen: Screen,
    facts: &Facts,
    notes: &mut N,
) -> Vec<(Target, Result<Candidate<'s>, Miss>)> {
    let strange = is_strange(view);
    let signs = SIGNS.iter().filter(|sign| sign.screens.contains(&screen));
    signs
        .map(|sign| {
            let (weighed, missing) = candidates(view, surface, sign, strange, facts);
            let found = best(&weighed).map_err(|miss| missing.unwrap_or(miss)).and_then(usable);
            let found = match found {
                Err(Miss::Absent) if idle_words(view, surface, sign).next().is_some() => {
                    Err(Miss::Words)
                }
                found => found,
            };
            notes.control(sign.target, &weighed, found, &Row { view, sign });
            if N::ALL {
                for part in idle_words(view, surface, sign) {
                    notes.against(sign.target, part, || against(sign, part));
                }
            }
            (sign.target, found)
        })
        .collect()
}

/// A row of the table, before a page.
struct Row<'v, 's> {
    view: &'v View<'s>,
    sign: &'static Sign,
}

impl<'s> Words<'s> for Row<'_, 's> {
    fn languages(&self, part: Part<'s>) -> Vec<&'static str> {
        let terms = [self.sign.term].into_iter().chain(self.sign.also.iter().copied());
        terms.flat_map(|term| self.view.languages(part, term)).collect()
    }

    fn place(&self) -> String {
        format!("{:?}", self.sign.regions)
    }
}

/// What can be used now.
fn usable(found: Candidate<'_>) -> Result<Candidate<'_>, Miss> {
    let part = found.part;
    if part.is_usable() {
        Ok(found)
    } else if part.is(Node::DISABLED) && !part.is(Node::COVERED) {
        Err(Miss::Greyed)
    } else {
        Err(Miss::Covered)
    }
}

/// Every part that something speaks for; or what is missing, where only what stands beside it could tell.
/// `strange`: no label on the surface is known.
fn candidates<'s>(
    view: &View<'s>,
    surface: Surface<'s>,
    sign: &Sign,
    strange: bool,
    facts: &Facts,
) -> (Vec<Candidate<'s>>, Option<Miss>) {
    let mut missing = None;
    if let Some((name, beside)) = sign.beside {
        match beside(view, surface, facts) {
            Ok(part) => {
                return (vec![Candidate { shape: Some(name), ..Candidate::of(part) }], None);
            }
            Err(miss) => missing = Some(miss).filter(|_| sign.kinds.is_empty()),
        }
    }
    let fits =
        |part: &Part<'s>| sign.kinds.contains(&widget(*part)) && barred(sign, *part).is_none();
    let mut found: Vec<Candidate<'s>> =
        surface.parts(view).filter(fits).filter_map(|part| weigh(view, part, sign)).collect();
    if found.is_empty() {
        found = marked(view, surface, sign);
    }
    if found.is_empty() && sign.kinds.contains(&Kind::Radio) {
        let labels = surface
            .parts(view)
            .filter(|part| view.says(*part, sign.term) && is_choice_label(*part));
        found = labels.map(|part| Candidate { label: Some(part), ..Candidate::of(part) }).collect();
    }
    if found.is_empty()
        && let Some((name, shape)) = sign.shape
        && let Some(part) = shape(view, surface)
        && (strange || sign.shape_is_sure || !is_named(view, part))
        && barred(sign, part).is_none()
    {
        found.push(Candidate { shape: Some(name), ..Candidate::of(part) });
    }
    (found, missing)
}

fn weigh<'s>(view: &View<'s>, part: Part<'s>, sign: &Sign) -> Option<Candidate<'s>> {
    let mark = sign
        .marks
        .iter()
        .find(|mark| part.and_below().any(|part| part.has_mark(mark)) || is_in_marked(part, mark));
    let says = |part: &Part<'s>| {
        view.says(*part, sign.term) || sign.also.iter().any(|term| view.says(*part, *term))
    };
    let label = Some(part)
        .filter(says)
        .or_else(|| part.below().filter(|_| sign.inner).find(says))
        .or_else(|| caption(part).filter(says));
    (mark.is_some() || label.is_some()).then(|| Candidate {
        part,
        mark: mark.copied(),
        label,
        placed: sign.regions.iter().any(|region| region.holds(part)),
        shape: None,
    })
}

/// Words of a control on a part that is none.
fn idle_words<'s>(
    view: &View<'s>,
    surface: Surface<'s>,
    sign: &Sign,
) -> impl Iterator<Item = Part<'s>> {
    surface.parts(view).filter(|part| view.says(*part, sign.term))
}

/// What speaks against a part with the words of a control.
fn against(sign: &Sign, part: Part<'_>) -> String {
    barred(sign, part).map(ToOwned::to_owned).unwrap_or_else(|| {
        let kind = widget(part);
        if sign.kinds.contains(&kind) {
            "less speaks for it, or as much for another".to_owned()
        } else {
            format!("is no {:?}: {kind:?}", sign.kinds)
        }
    })
}

/// A wrapper that belongs to one control alone and carries its mark.
fn is_in_marked(part: Part<'_>, mark: &str) -> bool {
    part.above().take(2).any(|above| {
        above.has_mark(mark) && above.below().filter(|part| widget(*part).is_control()).count() == 1
    })
}

/// A part that carries the mark and has no control around it or in it: it is the control itself.
fn marked<'s>(view: &View<'s>, surface: Surface<'s>, sign: &Sign) -> Vec<Candidate<'s>> {
    let carriers = surface
        .parts(view)
        .filter_map(|part| Some((part, *sign.marks.iter().find(|mark| part.has_mark(mark))?)));
    carriers
        .filter(|(part, _)| barred(sign, *part).is_none())
        .filter(|(part, _)| !part.below().any(|below| widget(below).is_control()))
        .map(|(part, mark)| Candidate { mark: Some(mark), ..Candidate::of(part) })
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

/// What counts against a part, whatever counts for it. What the portal itself offers in its own place stands in no row:
/// there stand the names that people gave to their apps.
fn barred(sign: &Sign, part: Part<'_>) -> Option<&'static str> {
    let never = NEVER.iter().find(|(_, never)| never(part)).map(|(why, _)| *why);
    never.or_else(|| (!sign.regions.is_empty() && is_data(part)).then_some("in a row of a table"))
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

/// Whether the page has no label that is known: then form and place have to do. A pane without a known label over a
/// page with known ones is another pane. Names that are the same in every language do not count, nor what stands in rows.
pub fn is_strange(view: &View<'_>) -> bool {
    view.scene.parts().all(|part| view.votes(part).next().is_none())
}
