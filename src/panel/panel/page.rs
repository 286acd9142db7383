//! From what the panel knows to what stands on its page.

use gloo_timers::callback::Interval;
use js_sys::Date;
use keyferry_core::Moment;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::{Panel, with};
use crate::screen::{self, Scene};

impl Panel {
    pub(super) fn scene(&self) -> Option<Scene<'_>> {
        Some(Scene {
            book: self.words.as_ref()?,
            view: self.view.as_ref()?,
            eye: &self.eye,
            languages: &self.languages,
            now: Moment(Date::now() as u64),
        })
    }

    pub(super) fn draw(&mut self) -> Result<(), JsValue> {
        let Some(scene) = self.scene() else { return Ok(()) };
        let (journey, main, foot) =
            (screen::journey(&scene), screen::main(&scene), screen::foot(&scene));
        let counting = scene.view.voyage.as_ref().is_some_and(|voyage| {
            voyage.pair.is_some() || voyage.now.as_ref().is_some_and(|now| now.until.is_some())
        });
        self.journey.draw(journey)?;
        self.main.draw(main)?;
        self.foot.draw(foot)?;
        self.tick(counting && self.is_visible());
        self.give_focus()
    }

    fn tick(&mut self, wanted: bool) {
        if wanted == self.ticking.is_some() {
            return;
        }
        let me = self.me.clone();
        self.ticking = wanted.then(|| Interval::new(1_000, move || with(&me, Panel::draw)));
    }

    fn give_focus(&mut self) -> Result<(), JsValue> {
        let Some(wanted) = self.focus.take() else { return Ok(()) };
        match self.document.query_selector(wanted)? {
            Some(element) => element.unchecked_ref::<HtmlElement>().focus(),
            None => Ok(()),
        }
    }
}
