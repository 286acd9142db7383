//! A page as Marketo lays it out: the page below, the window on top, what is hidden, masked or greyed.

use super::kit::{self, Piece};
use super::place::{self, Place};
use crate::Node;
use crate::lexicon::{MarketoTerm as Term, Reading, marketo as book, most_languages};
use crate::portal::{Kind, Part, Parts, Scene};

/// A scene with Marketo's own order in it.
pub(super) struct View<'s> {
    scene: &'s Scene<'s>,
    readings: Vec<Vec<Reading<Term>>>,
    shown: Vec<bool>,
    windows: Vec<Part<'s>>,
    top: Option<Part<'s>>,
    masks: Vec<Part<'s>>,
    /// Which page is open below.
    pub place: Place,
}

/// What is shown among some parts and stands in none of some windows.
#[derive(Clone)]
pub(super) struct Shown<'v, 's> {
    view: &'v View<'s>,
    parts: Parts<'s>,
    windows: &'v [Part<'s>],
}

impl<'s> Iterator for Shown<'_, 's> {
    type Item = Part<'s>;

    #[inline(never)]
    fn next(&mut self) -> Option<Part<'s>> {
        self.parts.by_ref().find(|part| {
            self.view.is_shown(*part) && !self.windows.iter().any(|window| part.is_in(*window))
        })
    }
}

impl<'s> View<'s> {
    pub(super) fn of(scene: &'s Scene<'s>) -> Self {
        let shown: Vec<bool> = scene.parts().map(is_shown).collect();
        let seen = |part: &Part<'_>| shown.get(part.index()).copied().unwrap_or(false);
        let pieces = |piece| scene.parts().filter(seen).filter(move |part| kit::is(*part, piece));
        let outermost = |part: &Part<'_>| !part.above().any(|above| kit::is(above, Piece::Window));
        let windows: Vec<_> = pieces(Piece::Window).filter(outermost).collect();
        let top = on_top(&windows);
        let in_top = |part: &Part<'_>| top.is_none_or(|window| part.is_in(window));
        let masks = pieces(Piece::Mask).chain(pieces(Piece::Masked)).filter(in_top).collect();
        let readings =
            scene.parts().map(|part| if seen(&part) { read(part) } else { Vec::new() }).collect();
        let mut view = Self { scene, readings, shown, windows, top, masks, place: Place::Unknown };
        view.place = Place::together(view.voices());
        view
    }

    /// What the address, the tabs, the tree and the rows say.
    fn voices(&self) -> [Place; 4] {
        let (tabs, tree) = (self.by_tabs(), self.by_tree());
        let strange = tabs == Place::Unknown
            && tree != Place::Dynamics
            && !self.is_on_crm()
            && self.has_strange_tab();
        let tabs = if strange { Place::Elsewhere } else { tabs };
        [place::by_address(self.scene.page()), tabs, tree, self.by_rows()]
    }

    /// Whether the address leads to a page outside Admin: in its trees stand names that people gave.
    pub(super) fn is_marketing(&self) -> bool {
        place::is_marketing(self.scene.page())
    }

    /// In words, for whoever asks why.
    pub(super) fn describe(&self) -> String {
        let [address, tabs, tree, rows] = self.voices();
        let all = self.place;
        format!(
            "page below: {all:?} (address {address:?}, tabs {tabs:?}, tree {tree:?}, rows {rows:?})"
        )
    }

    /// The window that lies on top of everything.
    pub(super) const fn top_window(&self) -> Option<Part<'s>> {
        self.top
    }

    /// The windows, the later above the earlier.
    pub(super) fn windows(&self) -> &[Part<'s>] {
        &self.windows
    }

    /// What is shown of the page itself, below any window.
    pub(super) fn on_page(&self) -> Shown<'_, 's> {
        Shown { view: self, parts: self.scene.parts(), windows: &self.windows }
    }

    /// What is shown of a part of the page.
    pub(super) fn shown_in(&self, part: Part<'s>) -> Shown<'_, 's> {
        Shown { view: self, parts: part.below(), windows: &[] }
    }

    fn is_shown(&self, part: Part<'_>) -> bool {
        self.shown.get(part.index()).copied().unwrap_or(false)
    }

    /// Whether a label of the part has this meaning.
    pub(super) fn reads(&self, part: Part<'_>, term: Term) -> bool {
        self.readings
            .get(part.index())
            .is_some_and(|readings| readings.iter().any(|reading| reading.term == term))
    }

    /// Whether a label of the part says anything to us.
    pub(super) fn is_read(&self, part: Part<'_>) -> bool {
        self.readings.get(part.index()).is_some_and(|readings| !readings.is_empty())
    }

    /// Whether a label of the part has one of these meanings.
    pub(super) fn reads_any(&self, part: Part<'_>, terms: &[Term]) -> bool {
        terms.iter().any(|term| self.reads(part, *term))
    }

    /// The languages in which a label of the part has one of these meanings.
    pub(super) fn languages(&self, part: Part<'_>, terms: &[Term]) -> Vec<&'static str> {
        let readings = self.readings.get(part.index()).into_iter().flatten();
        readings
            .filter(|reading| terms.contains(&reading.term))
            .map(|reading| reading.language)
            .collect()
    }

    /// Whether it can be used now: not greyed, not under a mask, and not below a window.
    pub(super) fn is_usable(&self, part: Part<'s>) -> bool {
        part.is_usable()
            && !is_greyed(part)
            && self.top.is_none_or(|window| part.is_in(window))
            && !self.is_masked(part)
    }

    /// A mask lies over whatever stands in the mask's parent.
    fn is_masked(&self, part: Part<'s>) -> bool {
        let over = |mask: &Part<'s>| {
            if kit::is(*mask, Piece::Masked) { Some(*mask) } else { mask.parent() }
        };
        self.masks.iter().any(|mask| over(mask).is_none_or(|over| part.is_in(over)))
    }

    /// The language that most labels are in; where several share the first place, the document's own.
    pub(super) fn language(&self) -> Option<&'static str> {
        // What the tree names is often English whatever the language: it counts where nothing else does.
        let names = [Term::OtherPage, Term::AdminOnly];
        let own = self.readings.iter().map(|readings| {
            readings.iter().filter(|reading| !names.contains(&reading.term)).cloned().collect()
        });
        match *most_languages(&own.collect::<Vec<Vec<_>>>()) {
            [only] => Some(only),
            ref leaders => {
                let lang = &self.scene.page().lang;
                let declared = lang.split(['-', '_']).next().unwrap_or_default();
                leaders.iter().copied().find(|language| language.eq_ignore_ascii_case(declared))
            }
        }
    }

    fn by_tabs(&self) -> Place {
        Place::together(self.on_page().filter(|part| kit::is(*part, Piece::ActiveTab)).map(|tab| {
            let names = |terms: &[Term]| self.named(tab, terms);
            let strip = tab.closest(|above| kit::is(above, Piece::TabStrip));
            if names(DYNAMICS_TABS) {
                Place::Dynamics
            } else if names(&[Term::OtherPage]) {
                Place::Elsewhere
            } else if strip.is_some_and(|strip| {
                self.shown_in(strip).any(|part| self.reads_any(part, DYNAMICS_TABS))
            }) {
                Place::Dynamics
            } else {
                Place::Unknown
            }
        }))
    }

    /// An active tab with a name that says nothing to us: the address alone does not outweigh it, it may be an old one.
    fn has_strange_tab(&self) -> bool {
        let tabs = self.on_page().filter(|part| kit::is(*part, Piece::ActiveTab));
        tabs.clone().any(|tab| !tab.full_text().is_empty())
            && !tabs.clone().any(|tab| {
                std::iter::once(tab).chain(self.shown_in(tab)).any(|part| self.is_read(part))
            })
    }

    /// Whether the chosen tree node is the one before the first sync.
    pub(super) fn is_on_crm(&self) -> bool {
        self.on_page()
            .any(|part| kit::is(part, Piece::ChosenTreeNode) && self.named(part, &[Term::Crm]))
    }

    fn by_tree(&self) -> Place {
        Place::together(self.on_page().filter(|part| kit::is(*part, Piece::ChosenTreeNode)).map(
            |node| {
                if self.named(node, &[Term::MicrosoftDynamics]) {
                    Place::Dynamics
                } else if self.named(node, &[Term::OtherPage]) {
                    Place::Elsewhere
                } else {
                    Place::Unknown
                }
            },
        ))
    }

    /// An organisation service of Dynamics in a row: no other page has one.
    fn by_rows(&self) -> Place {
        let service = |part: &Part<'_>| {
            part.text.contains("/XRMServices/") || part.text.contains(".dynamics.com/")
        };
        let named = |part: Part<'s>| {
            let row = part
                .above()
                .find(|above| kit::is(*above, Piece::FormRow) || above.kind() == Kind::Row);
            row.is_some_and(|row| self.named(row, &[Term::Url]))
        };
        if self.on_page().filter(service).any(|part| !part.kind().is_control() && named(part)) {
            Place::Dynamics
        } else {
            Place::Unknown
        }
    }

    /// Whether it, or something in it, reads so.
    pub(super) fn named(&self, part: Part<'s>, terms: &[Term]) -> bool {
        self.reads_any(part, terms) || self.shown_in(part).any(|below| self.reads_any(below, terms))
    }
}

/// The last of the windows that is not itself below something.
fn on_top<'s>(windows: &[Part<'s>]) -> Option<Part<'s>> {
    let buried = |window: &&Part<'s>| {
        let mut controls = window.below().filter(|part| part.kind().is_control()).peekable();
        controls.peek().is_some() && controls.all(|part| !part.is_usable())
    };
    windows.iter().rfind(|window| !buried(window)).or(windows.last()).copied()
}

/// The tabs of the page Microsoft Dynamics.
const DYNAMICS_TABS: &[Term] = &[
    Term::MicrosoftDynamics,
    Term::ValidateTab,
    Term::ReconfigureTab,
    Term::SyncStatus,
    Term::SyncErrors,
];

fn read(part: Part<'_>) -> Vec<Reading<Term>> {
    // What leads elsewhere is about Marketo and nothing of it.
    if part.closest(Part::leads_out).is_some() {
        return Vec::new();
    }
    let mut readings =
        if is_heap(part) { Vec::new() } else { book().read(unless_optional(&part.text)) };
    if !part.label.is_empty() && part.label != part.text {
        readings.extend(book().read(unless_optional(&part.label)));
    }
    if readings.is_empty() && part.kind().is_control() {
        readings.extend(book().read(&part.title));
        readings.extend(book().read(&part.hint));
        if part.text.is_empty() {
            readings.extend(book().read(&part.full_text()));
        }
    }
    readings
}

/// A label without the word behind it that says that a field may stay empty (facts/setup.md, 4.3: client ID and secret once might).
fn unless_optional(label: &str) -> &str {
    let words = ["optional", "facultatif", "opcional", "\u{4efb}\u{610f}"];
    let inner = label.trim_end().trim_end_matches([':', '*', '\u{ff1a}']).trim_end();
    let parted =
        inner.strip_suffix([')', '\u{ff09}']).and_then(|rest| rest.rsplit_once(['(', '\u{ff08}']));
    match parted {
        Some((name, word)) if words.contains(&word.trim().to_lowercase().as_str()) => name,
        _ => label,
    }
}

/// Ext gives windows and form rows a `tabindex`; what they hold is then said of them in one heap.
fn is_heap(part: Part<'_>) -> bool {
    !part.kind().is_control()
        && part.attribute("tabindex").is_some()
        && part.below().any(|below| !below.text.is_empty())
}

/// Ext hides by offsets: such an element still has a size.
fn is_shown(part: Part<'_>) -> bool {
    let [left, top, width, height] = part.rect;
    let far_off = left.saturating_add(width) < -1000 || top.saturating_add(height) < -5000;
    !far_off && !kit::inside(part, Piece::Hidden)
}

/// Ext marks what is greyed by a class.
pub(super) fn is_greyed(part: Part<'_>) -> bool {
    part.is(Node::DISABLED) || part.closest(|above| kit::is(above, Piece::Greyed)).is_some()
}
