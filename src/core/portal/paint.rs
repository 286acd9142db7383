//! Small builders for the pages that the unit tests are about.

use crate::{Node, Page, Sealed, SecretKind};

/// A node to build upon, 100 by 20 pixels.
pub fn node(tag: &str) -> Node {
    Node { tag: tag.into(), rect: [0, 0, 100, 20], ..Node::default() }
}

/// A page of nodes with their parents; handles are the indices and 1000.
pub fn page(url: &str, nodes: &[(Option<u32>, Node)]) -> Page {
    let nodes =
        (1000..).zip(nodes).map(|(id, (up, node))| Node { id, up: *up, ..node.clone() }).collect();
    Page { url: url.into(), size: [1280, 800], nodes, ..Page::default() }
}

impl Node {
    pub(crate) fn role(mut self, role: &str) -> Self {
        self.role = role.into();
        self
    }
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.text = text.into();
        self
    }
    pub(crate) fn label(mut self, label: &str) -> Self {
        self.label = label.into();
        self
    }
    pub(crate) fn title(mut self, title: &str) -> Self {
        self.title = title.into();
        self
    }
    pub(crate) fn hint(mut self, hint: &str) -> Self {
        self.hint = hint.into();
        self
    }
    pub(crate) fn mark(mut self, mark: &str) -> Self {
        self.marks.push(mark.into());
        self
    }
    pub(crate) fn state(mut self, state: u32) -> Self {
        self.state |= state;
        self
    }
    pub(crate) fn sealed(mut self, kind: SecretKind, length: u32, hint: &str) -> Self {
        self.sealed = Some(Sealed { kind, length, hint: hint.into(), checksum: None });
        self
    }
}
