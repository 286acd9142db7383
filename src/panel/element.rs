//! What the page is to look like, said in Rust; [`draw`](crate::draw) makes the page follow.

use crate::act::Act;

/// A part of the page.
pub enum Node {
    /// Words.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element: what it is, what stands in it, what happens when it is used.
pub struct Element {
    /// Its name.
    pub tag: &'static str,
    /// Tells it apart from its siblings of the same name, so that it keeps focus and scroll
    /// position when they come and go.
    pub key: String,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// What using it means: pressing a button, choosing in a list, sending a form.
    pub act: Option<Act>,
    /// What stands in it.
    pub children: Vec<Node>,
}

/// An empty element.
pub const fn element(tag: &'static str) -> Element {
    Element { tag, key: String::new(), attributes: Vec::new(), act: None, children: Vec::new() }
}

impl Element {
    /// Sets the key.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }

    /// Sets an attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Sets the class.
    pub fn class(self, class: impl Into<String>) -> Self {
        self.with("class", class)
    }

    /// Sets what using it means.
    pub fn on(mut self, act: Act) -> Self {
        self.act = Some(act);
        self
    }

    /// Puts something in, at the end.
    pub fn put(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Puts several things in, at the end; an `Option` is none or one.
    pub fn put_all<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<String> for Node {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl From<&str> for Node {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}
