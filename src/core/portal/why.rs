//! Why recognition decided as it did, in words: for `./build.sh inspect --why`. The extension never asks, so none of
//! this is in it.

use serde::Serialize;

use super::evidence::Candidate;
use super::notes::{Notes, Words};
use super::{Part, noted};
use crate::{Miss, Node, Page, Screen, Sighting, Table, Target};

/// What was weighed for a page.
#[derive(Debug, Default, Serialize)]
pub struct Why {
    /// Where the page stands and what lies on top of it.
    pub page: Vec<String>,
    /// The screens that the page may be, in the order of the table; the first that is shown counts.
    pub screens: Vec<ScreenWhy>,
    /// The controls of the screen.
    pub targets: Table<Target, TargetWhy>,
    /// The clues of the screen that is weighed.
    #[serde(skip)]
    clues: ScreenWhy,
}

/// What was weighed for a screen.
#[derive(Debug, Default, Serialize)]
pub struct ScreenWhy {
    /// The screen.
    pub screen: Option<Screen>,
    /// What it would lie on.
    pub on: Option<String>,
    /// Whether its clues are enough.
    pub shown: bool,
    /// What was found that counts for it.
    #[serde(rename = "for")]
    pub speaks_for: Vec<String>,
    /// What was found that counts against it.
    pub against: Vec<String>,
    /// What would count for it and is not there.
    pub missing: Vec<String>,
}

/// What was weighed for a control.
#[derive(Debug, Default, Serialize)]
pub struct TargetWhy {
    /// `found`, or what is missing.
    pub outcome: &'static str,
    /// The parts that were weighed.
    pub candidates: Vec<CandidateWhy>,
}

/// What speaks for a part and against it.
#[derive(Debug, Default, Serialize)]
pub struct CandidateWhy {
    /// The content script's handle for the element.
    pub node: u32,
    /// Whether it is the one.
    pub chosen: bool,
    /// What speaks for it.
    #[serde(rename = "for")]
    pub speaks_for: Vec<String>,
    /// What speaks against it.
    pub against: Vec<String>,
}

/// Recognises a page as [`recognise`](crate::recognise) does, and says why.
#[must_use]
pub fn explain(page: &Page, own_origin: &str) -> (Sighting, Why) {
    let mut why = Why::default();
    let sighting = noted(page, own_origin, &mut why);
    (sighting, why)
}

impl Notes for Why {
    const ALL: bool = true;

    fn page(&mut self, what: impl FnOnce() -> String) {
        self.page.push(what());
    }

    fn clue(
        &mut self,
        _: Screen,
        counts_for: bool,
        found: Option<&str>,
        clue: impl FnOnce() -> String,
    ) {
        let words = match found {
            Some(words) if !words.is_empty() => format!("{}: {}", clue(), quoted(words)),
            _ => clue(),
        };
        match (counts_for, found.is_some()) {
            (true, true) => self.clues.speaks_for.push(words),
            (true, false) => self.clues.missing.push(words),
            (false, true) => self.clues.against.push(words),
            (false, false) => {}
        }
    }

    fn screen(&mut self, screen: Screen, shown: bool) {
        let clues = std::mem::take(&mut self.clues);
        let on = self.page.last().cloned();
        self.screens.push(ScreenWhy { screen: Some(screen), on, shown, ..clues });
    }

    fn control<'s>(
        &mut self,
        target: Target,
        weighed: &[Candidate<'s>],
        outcome: Result<Candidate<'s>, Miss>,
        words: &impl Words<'s>,
    ) {
        let chosen = outcome.ok().map(|candidate| candidate.part);
        let why = |candidate: &Candidate<'s>| CandidateWhy {
            node: candidate.part.id,
            chosen: chosen == Some(candidate.part),
            speaks_for: speaks_for(candidate, words),
            against: against(candidate.part),
        };
        let why = TargetWhy {
            outcome: outcome.map_or_else(Miss::word, |_| "found"),
            candidates: weighed.iter().map(why).collect(),
        };
        self.targets.insert(target, why);
    }

    fn against(&mut self, target: Target, part: Part<'_>, why: impl FnOnce() -> String) {
        let candidates = &mut self.targets.or_default(target).candidates;
        // The label of a control that was weighed speaks for it.
        let weighed = |node: u32| candidates.iter().any(|candidate| candidate.node == node);
        if !weighed(part.id) && !part.above().any(|above| weighed(above.id)) {
            let against = vec![why()];
            candidates.push(CandidateWhy { node: part.id, against, ..CandidateWhy::default() });
        }
    }
}

fn speaks_for<'s>(candidate: &Candidate<'s>, words: &impl Words<'s>) -> Vec<String> {
    let part = candidate.part;
    let mut all = Vec::new();
    if let Some(mark) = candidate.mark {
        all.push(format!("attribute {mark}"));
    }
    if let Some(label) = candidate.label {
        let whose = if label == part {
            "its own"
        } else if label.is_in(part) {
            "in it"
        } else {
            "before it"
        };
        let name = label.names().into_iter().next().unwrap_or_default();
        let languages = words.languages(label).join(", ");
        all.push(format!("label {} ({whose}; {languages})", quoted(&name)));
    }
    if candidate.placed {
        all.push(format!("stands in {}", words.place()));
    }
    if let Some(shape) = candidate.shape {
        all.push(format!("form and place: {shape}"));
    }
    all.push(format!("is a {:?}", part.kind()));
    if part.is_usable() {
        let [left, top, width, height] = part.rect;
        all.push(format!("can be seen and used: {width} x {height} at {left}, {top}"));
    }
    all
}

fn against(part: Part<'_>) -> Vec<String> {
    let states = [
        (part.is(Node::DISABLED), "greyed"),
        (part.is(Node::READONLY), "cannot be changed"),
        (part.is(Node::COVERED), "something lies over it"),
        (!part.is_usable(), "cannot be used now"),
    ];
    states.into_iter().filter(|(is, _)| *is).map(|(_, state)| state.to_owned()).collect()
}

/// The first words of a text, in quotes.
fn quoted(text: &str) -> String {
    let mut words: String = text.chars().take(80).collect();
    if words.len() < text.len() {
        words.push('…');
    }
    format!("\"{words}\"")
}
