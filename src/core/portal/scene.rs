//! A [`Page`] as a tree to walk: parents, children, subtrees, names, kinds.

use std::ops::{Deref, Range};

use crate::portal::Kind;
use crate::{Node, Page};

/// A page with its tree worked out. It takes any page, also one whose links make no sense.
pub struct Scene<'p> {
    page: &'p Page,
    up: Vec<Option<usize>>,
    end: Vec<usize>,
}

/// One node of a [`Scene`]; dereferences to the [`Node`].
#[derive(Clone, Copy)]
pub struct Part<'s> {
    scene: &'s Scene<'s>,
    node: &'s Node,
    index: usize,
}

impl<'p> Scene<'p> {
    /// Works the tree out. A node's subtree is the run of nodes behind it, because nodes stand in document order.
    #[must_use]
    pub fn of(page: &'p Page) -> Self {
        let up: Vec<Option<usize>> = page
            .nodes
            .iter()
            .enumerate()
            .map(|(index, node)| usize::try_from(node.up?).ok().filter(|&up| up < index))
            .collect();
        let mut end: Vec<usize> = (1..=page.nodes.len()).collect();
        for index in (0..up.len()).rev() {
            let last = end.get(index).copied().unwrap_or(index);
            if let Some(above) =
                up.get(index).copied().flatten().and_then(|above| end.get_mut(above))
            {
                *above = (*above).max(last);
            }
        }
        Self { page, up, end }
    }

    /// The page itself.
    #[must_use]
    pub const fn page(&self) -> &'p Page {
        self.page
    }

    /// The node at an index of [`Page::nodes`].
    #[must_use]
    pub fn part(&self, index: usize) -> Option<Part<'_>> {
        Some(Part { scene: self, node: self.page.nodes.get(index)?, index })
    }

    /// Every node, in document order.
    pub fn parts(&self) -> Parts<'_> {
        Parts { scene: self, run: 0..self.page.nodes.len() }
    }
}

/// A run of nodes, in document order.
///
/// A type with a name and steps that are not inlined: recognition walks pages in a hundred places, and
/// each of them compiled its own walk (40 kB).
#[derive(Clone)]
pub struct Parts<'s> {
    scene: &'s Scene<'s>,
    run: Range<usize>,
}

impl<'s> Iterator for Parts<'s> {
    type Item = Part<'s>;

    #[inline(never)]
    fn next(&mut self) -> Option<Part<'s>> {
        self.scene.part(self.run.next()?)
    }
}

impl DoubleEndedIterator for Parts<'_> {
    #[inline(never)]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.scene.part(self.run.next_back()?)
    }
}

/// The nodes above a node, nearest first.
#[derive(Clone)]
pub struct Above<'s>(Option<Part<'s>>);

impl<'s> Iterator for Above<'s> {
    type Item = Part<'s>;

    #[inline(never)]
    fn next(&mut self) -> Option<Part<'s>> {
        let part = self.0?;
        self.0 = part.parent();
        Some(part)
    }
}

impl Deref for Part<'_> {
    type Target = Node;

    fn deref(&self) -> &Node {
        self.node
    }
}

impl PartialEq for Part<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl Eq for Part<'_> {}

impl<'s> Part<'s> {
    /// Its index in [`Page::nodes`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.index
    }

    /// The node, for as long as the scene lives.
    #[must_use]
    pub const fn node(self) -> &'s Node {
        self.node
    }

    /// The nearest node above.
    #[must_use]
    pub fn parent(self) -> Option<Part<'s>> {
        self.scene.part(self.scene.up.get(self.index).copied().flatten()?)
    }

    /// The nodes above, nearest first.
    pub fn above(self) -> Above<'s> {
        Above(self.parent())
    }

    /// The nodes below, in document order.
    pub fn below(self) -> Parts<'s> {
        Parts { scene: self.scene, run: self.index.saturating_add(1)..self.end() }
    }

    /// The nodes right below.
    pub fn children(self) -> impl DoubleEndedIterator<Item = Part<'s>> + Clone {
        self.below().filter(move |part| part.parent() == Some(self))
    }

    /// Itself, then the nodes below.
    pub fn and_below(self) -> Parts<'s> {
        Parts { scene: self.scene, run: self.index..self.end() }
    }

    fn end(self) -> usize {
        self.scene.end.get(self.index).copied().unwrap_or_default()
    }

    /// Whether it is `other` or stands somewhere in it.
    #[must_use]
    pub fn is_in(self, other: Part<'_>) -> bool {
        (other.index..other.end()).contains(&self.index)
    }

    /// The nearest node, itself included, that fits.
    pub fn closest(self, fits: impl Fn(Part<'s>) -> bool) -> Option<Part<'s>> {
        Above(Some(self)).find(|part| fits(*part))
    }

    /// What it is to a person.
    #[must_use]
    pub fn kind(self) -> Kind {
        Kind::of(self.node)
    }

    /// Whether sight took it for a control; its text then holds all that stands in it.
    #[must_use]
    pub fn is_control(self) -> bool {
        self.kind().is_control()
            || self.attribute("tabindex").is_some()
            || self.attribute("type").is_some()
    }

    /// Its text and the text of everything below it, in document order.
    #[must_use]
    pub fn full_text(self) -> String {
        if self.is_control() && !self.text.is_empty() {
            return self.text.clone();
        }
        let mut all = String::new();
        for part in self.and_below().filter(|part| !part.text.is_empty()) {
            if !all.is_empty() {
                all.push(' ');
            }
            all.push_str(&part.text);
        }
        all
    }

    /// What a person or a screen reader may know it by: the given name, the text, the title. Not the placeholder.
    #[must_use]
    pub fn names(self) -> Vec<String> {
        let mut names = Vec::with_capacity(3);
        for name in [self.label.clone(), self.full_text(), self.title.clone()] {
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether it can be clicked or typed into now: not greyed, nothing over it, and with a size.
    #[must_use]
    pub fn is_usable(self) -> bool {
        let [_, _, width, height] = self.rect;
        !self.is(Node::DISABLED) && !self.is(Node::COVERED) && width > 0 && height > 0
    }

    /// Whether it is a link to another page than this one.
    #[must_use]
    pub fn leads_out(self) -> bool {
        self.attribute("href").is_some_and(|href| href.starts_with("http") && !href.contains('#'))
    }

    /// Whether a class or `name=value` stands among its marks.
    #[must_use]
    pub fn has_mark(self, mark: &str) -> bool {
        self.marks.iter().any(|found| found == mark)
    }

    /// Whether one of its marks begins so.
    #[must_use]
    pub fn has_mark_like(self, start: &str) -> bool {
        self.marks.iter().any(|found| found.starts_with(start))
    }

    /// The value of an attribute among its marks.
    #[must_use]
    pub fn attribute(self, name: &str) -> Option<&'s str> {
        self.node.marks.iter().find_map(|mark| mark.strip_prefix(name)?.strip_prefix('='))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::paint::{node, page};

    #[test]
    fn a_subtree_is_the_run_behind_its_root() {
        let page = page(
            "https://x",
            &[
                (None, node("main")),
                (Some(0), node("ul")),
                (Some(1), node("li").text("a")),
                (Some(1), node("li").text("b")),
                (Some(0), node("p").text("c")),
            ],
        );
        let scene = Scene::of(&page);
        let list = scene.part(1).expect("the list");
        assert_eq!(list.full_text(), "a b");
        assert_eq!(list.children().count(), 2);
        assert!(list.is_in(scene.part(0).expect("main")));
        assert!(!scene.part(4).expect("p").is_in(list));
        assert_eq!(scene.part(3).expect("b").above().map(Part::index).collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn links_that_make_no_sense_make_roots() {
        let mut page = page("https://x", &[(None, node("a")), (None, node("b"))]);
        for (index, up) in [(0, Some(1)), (1, Some(7))] {
            if let Some(node) = page.nodes.get_mut(index) {
                node.up = up;
            }
        }
        let scene = Scene::of(&page);
        assert!(scene.parts().all(|part| part.parent().is_none() && part.below().next().is_none()));
    }
}
