//! The panel's end of the port: it sends what is asked for and takes in what there is to see.

use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use keyferry_core::View;
use wasm_bindgen::JsValue;

use super::{Panel, with};
use crate::act::Sheet;
use crate::book::Words;
use crate::channel::Channel;
use crate::order::Order;
use crate::read::Read;
use crate::screen;

/// Milliseconds before the first attempt to connect again; each further one waits twice as long.
pub const BREATH: u32 = 100;
const LONGEST_BREATH: u32 = 10_000;
/// Says on the page what does not run; see `panel.html`.
const WRECK: &str = "data-wreck";

impl Panel {
    pub(super) fn connect(&mut self) -> Result<(), JsValue> {
        let (heard, gone) = (self.me.clone(), self.me.clone());
        self.reconnect = None;
        self.channel = Some(Channel::open(
            move |message| with(&heard, |panel| panel.heard(&message)),
            move || with(&gone, Panel::gone),
        )?);
        Ok(())
    }

    /// The background has come to its end, as service workers do when they rest. With a journey
    /// under way the panel wants to hear what happens; without, it waits until it is used.
    fn gone(&mut self) -> Result<(), JsValue> {
        self.channel = None;
        let wanted = self.view.as_ref().is_none_or(|view| view.voyage.is_some());
        if wanted && self.is_visible() {
            let me = self.me.clone();
            let again = Timeout::new(self.breath, move || with(&me, Panel::connect));
            self.reconnect = Some(again);
            self.breath = (self.breath * 2).min(LONGEST_BREATH);
        }
        Ok(())
    }

    pub(super) fn send(&mut self, message: &JsValue) -> Result<(), JsValue> {
        if let Some(channel) = &self.channel
            && channel.send(message).is_ok()
        {
            return Ok(());
        }
        self.connect()?;
        self.channel.as_ref().map_or(Ok(()), |channel| channel.send(message))
    }

    pub(super) fn order(&mut self, order: Order) -> Result<(), JsValue> {
        self.send(&order.message()?)
    }

    pub(super) fn heard(&mut self, message: &JsValue) -> Result<(), JsValue> {
        self.breath = BREATH;
        let page = self.document.document_element().ok_or("no page")?;
        if Reflect::get(message, &"stopped".into())?.is_truthy() {
            // What is to be said then stands on the page already.
            return page.set_attribute(WRECK, "core");
        }
        let words = Reflect::get(message, &"words".into())?;
        if let Some(words) = Words::read(&words) {
            page.remove_attribute(WRECK)?;
            page.set_attribute("lang", &words.language)?;
            page.set_attribute("dir", &words.direction)?;
            self.words = Some(words);
        }
        let view = Reflect::get(message, &"view".into())?;
        if view.is_object() {
            self.see(View::read(&view).ok_or("the view is not what this panel reads")?);
        }
        self.draw()
    }

    /// Takes in a new view, and lets go of what the eye held open for the one before.
    fn see(&mut self, view: View) {
        let step = |view: &View| Some(view.voyage.as_ref()?.now.as_ref()?.step);
        if self.view.as_ref().and_then(step) != step(&view) {
            self.eye.folds.clear();
        }
        let had = self.view.as_ref().is_some_and(|view| view.weighed.is_some());
        if self.keeping && view.weighed.is_none() {
            self.keeping = false;
            self.close_sheet();
        } else if self.eye.sheet == Some(Sheet::Paste) && had != view.weighed.is_some() {
            self.focus = Some(screen::FIRST_IN_SHEET);
        }
        let lasting = matches!(self.eye.sheet, Some(Sheet::Elsewhere | Sheet::Help));
        if view.voyage.is_none() && !lasting {
            self.eye.sheet = None;
        }
        self.view = Some(view);
    }
}
