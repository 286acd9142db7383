//! A page of the portal with its labels read.

use crate::lexicon::{self, AzureTerm as Term, Reading};
use crate::portal::{Kind, Part, Scene};

/// A page of the portal with its labels read.
pub struct View<'s> {
    pub scene: &'s Scene<'s>,
    reads: Vec<Vec<Reading<Term>>>,
}

impl<'s> View<'s> {
    /// Reads every label once.
    pub fn of(scene: &'s Scene<'s>) -> Self {
        let reads = scene.parts().map(read).collect();
        Self { scene, reads }
    }

    /// What the words on a part may mean: its given name, its text, its title.
    pub fn reads(&self, part: Part<'s>) -> &[Reading<Term>] {
        self.reads.get(part.index()).map_or(&[], Vec::as_slice)
    }

    /// Whether the words on a part may mean this.
    pub fn says(&self, part: Part<'s>, term: Term) -> bool {
        self.reads(part).iter().any(|reading| reading.term == term)
    }

    /// The languages in which the words on a part mean this.
    pub fn languages(&self, part: Part<'s>, term: Term) -> Vec<&'static str> {
        let readings = self.reads(part).iter().filter(|reading| reading.term == term);
        readings.map(|reading| reading.language).collect()
    }

    /// Whether the words on a part, or on one of the parts below it, may mean this.
    pub fn says_within(&self, part: Part<'s>, term: Term) -> bool {
        part.and_below().any(|part| self.says(part, term))
    }

    /// What tells a page's language: the portal's own words, without names that are the same in every language.
    pub fn votes(&self, part: Part<'s>) -> impl Iterator<Item = &Reading<Term>> {
        const SAME: &[Term] = &[Term::DynamicsCrm, Term::UserImpersonation, Term::Platform];
        let own = !is_data(part);
        self.reads(part).iter().filter(move |reading| own && !SAME.contains(&reading.term))
    }

    /// The language that most of the labels are in; the page's own tips the scale.
    pub fn language(&self) -> Option<&'static str> {
        let votes: Vec<Vec<_>> =
            self.scene.parts().map(|part| self.votes(part).cloned().collect()).collect();
        match *lexicon::most_languages(&votes) {
            [only] => Some(only),
            ref leaders => {
                let declared = &self.scene.page().lang;
                leaders.iter().copied().find(|language| speaks(declared, language))
            }
        }
    }
}

/// Whether a declared language is this one of the lexicon: `sv-SE` is `sv`, `zh-CN` is `zh-Hans`.
fn speaks(declared: &str, language: &str) -> bool {
    let declared = declared.to_ascii_lowercase();
    match language {
        "zh-Hans" => {
            declared.starts_with("zh")
                && !["hant", "tw", "hk", "mo"].iter().any(|region| declared.contains(region))
        }
        "zh-Hant" => {
            declared.starts_with("zh")
                && ["hant", "tw", "hk", "mo"].iter().any(|region| declared.contains(region))
        }
        "pt-BR" => declared.starts_with("pt"),
        _ => declared.split('-').next() == Some(language),
    }
}

/// Whether it stands in a row of a table or grid, below the heads.
pub fn is_data(part: Part<'_>) -> bool {
    part.closest(|above| above.kind() == Kind::Cell).is_some()
}

fn read(part: Part<'_>) -> Vec<Reading<Term>> {
    let mut readings: Vec<Reading<Term>> = Vec::new();
    for name in [
        part.label.as_str(),
        part.text.as_str(),
        part.title.as_str(),
        part.hint.as_str(),
        part.value.as_str(),
    ] {
        for reading in lexicon::azure().read(name) {
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        }
    }
    readings
}

/// What a part is to a person, with the widgets of the portal's own kit that have no role.
pub fn widget(part: Part<'_>) -> Kind {
    match part.kind() {
        Kind::Other
            if part.role.is_empty() || part.role == "presentation" || part.role == "none" =>
        {
            if ["fxc-group-dropdown", "fxc-dropdown", "azc-dropdown"]
                .iter()
                .any(|mark| part.has_mark(mark))
            {
                Kind::Choice
            } else if part.has_mark("azc-radio-circle") {
                Kind::Radio
            } else if part.attribute("tabindex").is_some_and(|index| !index.starts_with('-'))
                || ["fxs-button", "fxc-simplebutton", "azc-toolbarButton-container", "fxs-fxclick"]
                    .iter()
                    .any(|mark| part.has_mark(mark))
            {
                Kind::Button
            } else {
                Kind::Other
            }
        }
        kind => kind,
    }
}
