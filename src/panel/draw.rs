//! Makes a part of the page look as wanted and changes nothing that looks so already: focus,
//! selection, scroll position and what is typed in a field outlive every redraw.

use std::mem::take;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Event};

use crate::act::Act;
use crate::element::{Element, Node};

/// Is told what a person did.
pub type Tell = Rc<dyn Fn(&Act, &Event)>;

/// A part of the page that is ours to draw in.
pub struct Stage {
    document: Document,
    root: web_sys::Element,
    drawn: Vec<Drawn>,
    tell: Tell,
}

/// Something that is on the page.
struct Drawn {
    dom: web_sys::Node,
    is: Is,
}

enum Is {
    Text(String),
    Element {
        tag: &'static str,
        key: String,
        attributes: Vec<(&'static str, String)>,
        act: Option<Act>,
        /// Hears as long as the element is on the page; dropping it is enough.
        _ear: Option<EventListener>,
        children: Vec<Drawn>,
    },
}

impl Stage {
    /// Takes over an element; what stands in it goes at the first drawing.
    pub fn new(document: &Document, root: web_sys::Element, tell: &Tell) -> Self {
        let (document, tell) = (document.clone(), Rc::clone(tell));
        Self { document, root, drawn: Vec::new(), tell }
    }

    /// Makes it look like this.
    pub fn draw(&mut self, wanted: Vec<Node>) -> Result<(), JsValue> {
        if self.drawn.is_empty() {
            self.root.set_text_content(None);
        }
        let brush = Brush { document: &self.document, tell: &self.tell };
        brush.children(&self.root, &mut self.drawn, wanted)
    }
}

struct Brush<'a> {
    document: &'a Document,
    tell: &'a Tell,
}

impl Brush<'_> {
    fn children(
        &self,
        parent: &web_sys::Node,
        drawn: &mut Vec<Drawn>,
        wanted: Vec<Node>,
    ) -> Result<(), JsValue> {
        let mut old: Vec<_> = take(drawn).into_iter().map(Some).collect();
        for node in wanted {
            let same = old.iter_mut().find(|slot| slot.as_ref().is_some_and(|old| old.is(&node)));
            let same = same.and_then(Option::take);
            drawn.push(match same {
                Some(old) => self.change(old, node)?,
                None => self.make(node)?,
            });
        }
        for gone in old.into_iter().flatten() {
            parent.remove_child(&gone.dom)?;
        }
        // What stands in its place already is not touched: moving an element takes its focus.
        let mut next = parent.first_child();
        for child in drawn {
            if next.as_ref() == Some(&child.dom) {
                next = child.dom.next_sibling();
            } else {
                parent.insert_before(&child.dom, next.as_ref())?;
            }
        }
        Ok(())
    }

    fn make(&self, node: Node) -> Result<Drawn, JsValue> {
        match node {
            Node::Text(words) => {
                let dom = self.document.create_text_node(&words).into();
                Ok(Drawn { dom, is: Is::Text(words) })
            }
            Node::Element(element) => {
                let dom = self.document.create_element(element.tag)?.into();
                self.dress(dom, element, Vec::new(), None, Vec::new())
            }
        }
    }

    fn change(&self, old: Drawn, node: Node) -> Result<Drawn, JsValue> {
        match (old.is, node) {
            (Is::Element { attributes, act, _ear, children, .. }, Node::Element(element)) => {
                let act = act.map(|act| (act, _ear));
                self.dress(old.dom, element, attributes, act, children)
            }
            (Is::Text(before), Node::Text(words)) => {
                if before != words {
                    old.dom.set_text_content(Some(&words));
                }
                Ok(Drawn { dom: old.dom, is: Is::Text(words) })
            }
            (_, node) => self.make(node),
        }
    }

    /// Gives an element its attributes, its ear and its children, from what it has.
    fn dress(
        &self,
        dom: web_sys::Node,
        wanted: Element,
        before: Vec<(&'static str, String)>,
        heard: Option<(Act, Option<EventListener>)>,
        mut children: Vec<Drawn>,
    ) -> Result<Drawn, JsValue> {
        let Element { tag, key, attributes, act, children: inside } = wanted;
        self.children(&dom, &mut children, inside)?;

        let element: &web_sys::Element = dom.unchecked_ref();
        for (name, _) in &before {
            if !attributes.iter().any(|(other, _)| other == name) {
                element.remove_attribute(name)?;
            }
        }
        for pair in attributes.iter().filter(|pair| !before.contains(pair)) {
            let (name, value) = pair;
            if *name == "value" {
                // The attribute is only the first value; a list follows the property.
                Reflect::set(&dom, &(*name).into(), &value.into())?;
            } else {
                element.set_attribute(name, value)?;
            }
        }

        let _ear = match (&act, heard) {
            (Some(act), Some((old, ear))) if *act == old => ear,
            (Some(act), _) => Some(self.listen(&dom, tag, act.clone())),
            (None, _) => None,
        };
        Ok(Drawn { dom, is: Is::Element { tag, key, attributes, act, _ear, children } })
    }

    fn listen(&self, dom: &web_sys::Node, tag: &str, act: Act) -> EventListener {
        let event = match tag {
            "select" => "change",
            "form" => "submit",
            _ => "click",
        };
        let tell = Rc::clone(self.tell);
        let options = gloo_events::EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(dom, event, options, move |event| {
            // A form of ours is never sent anywhere.
            event.prevent_default();
            tell(&act, event);
        })
    }
}

impl Drawn {
    /// Whether this can become that.
    fn is(&self, node: &Node) -> bool {
        match (&self.is, node) {
            (Is::Text(_), Node::Text(_)) => true,
            (Is::Element { tag, key, .. }, Node::Element(element)) => {
                *tag == element.tag && *key == element.key
            }
            _ => false,
        }
    }
}
