//! What happens when a person does something.

use gloo_timers::callback::Timeout;
use js_sys::{Promise, Reflect};
use keyferry_core::{Cloud, Reach};
use wasm_bindgen::prelude::*;
use web_sys::{Event, VisibilityState};

use super::{Hearing, Panel, with};
use crate::act::Act;
use crate::order::{Order, check_off, choose, explain, judge, keep_weighed, set_expiry, weigh};
use crate::{permission, screen};

/// Milliseconds for which the panel says that the client ID is copied.
const COPIED: u32 = 2_000;

impl Panel {
    pub(super) fn told(&mut self, act: &Act, event: &Event) -> Result<(), JsValue> {
        // Nothing is done that a person did not do.
        if !event.is_trusted() {
            return Ok(());
        }
        match act {
            Act::Press(button) => self.order(Order::Press(*button))?,
            Act::Start(journey) => {
                self.close_sheet();
                self.order(Order::Start(journey))?;
            }
            Act::Choose(number) => self.send(&choose(*number)?)?,
            Act::Wipe => self.order(Order::Wipe)?,
            Act::Extend => self.order(Order::Extend)?,
            Act::Speak => self.speak()?,
            Act::Locate(cloud) => self.locate(*cloud)?,
            Act::Allow(reach) => self.ask(*reach)?,
            Act::Test(cloud) => self.test(*cloud)?,
            Act::PutOff(reach) => self.eye.put_off.push(*reach),
            Act::Copy(what) => self.copy(what)?,
            Act::Unfold(fold) => {
                if let Some(folds) = self.scene().and_then(|scene| screen::unfold(&scene, *fold)) {
                    self.eye.folds = folds;
                }
            }
            Act::Open(sheet) => {
                self.eye.test_refused = false;
                self.eye.sheet = Some(*sheet);
                self.focus = Some(screen::FIRST_IN_SHEET);
            }
            Act::Shut => self.close_sheet(),
            Act::StartOver => {
                self.eye.sheet = None;
                self.order(Order::StartOver)?;
            }
            Act::Weigh => {
                let text = self.take(screen::PASTE_BOX)?;
                self.send(&weigh(&text)?)?;
            }
            Act::KeepWeighed => {
                let client_id = self.take(screen::PASTE_CLIENT_ID)?;
                self.keeping = true;
                self.send(&keep_weighed(&client_id)?)?;
            }
            Act::Explain => {
                let text = self.take(screen::EXPLAIN_BOX)?;
                self.send(&explain(&text)?)?;
            }
            Act::DropExplained => {
                self.focus = Some(screen::FIRST_IN_SHEET);
                self.order(Order::DropExplained)?;
            }
            Act::SetExpiry(client_id) => {
                let day = self.take(&screen::day_field(client_id))?;
                self.send(&set_expiry(client_id, &day)?)?;
            }
            Act::Forget(client_id) => self.order(Order::ForgetConnection(client_id))?,
            Act::Judge(check, passed) => self.send(&judge(check, *passed)?)?,
            Act::CheckOff(recipe, done) => self.send(&check_off(recipe, *done)?)?,
            Act::DropWeighed => {
                self.keeping = false;
                self.order(Order::DropWeighed)?;
            }
        }
        self.draw()
    }

    /// Takes what stands in a field and empties it. It stays the browser's own string: what is
    /// pasted never enters this module's memory.
    fn take(&self, id: &str) -> Result<JsValue, JsValue> {
        let Some(field) = self.document.get_element_by_id(id) else { return Ok(JsValue::NULL) };
        let value = Reflect::get(&field, &"value".into())?;
        Reflect::set(&field, &"value".into(), &"".into())?;
        Ok(value)
    }

    fn speak(&mut self) -> Result<(), JsValue> {
        let list = self.document.get_element_by_id(screen::LANGUAGE);
        let value = list.and_then(|list| Reflect::get(&list, &"value".into()).ok()?.as_string());
        self.order(Order::Speak(value.as_deref().filter(|code| !code.is_empty())))
    }

    fn copy(&mut self, what: &str) -> Result<(), JsValue> {
        let promise = self.window.navigator().clipboard().write_text(what);
        let what = what.to_owned();
        let then = move |panel: &mut Self, done| panel.has_copied(what.clone(), done);
        self.copying = Some(self.hear(&promise, then));
        Ok(())
    }

    /// Another cloud; its portals are asked for in the same press.
    fn locate(&mut self, cloud: Cloud) -> Result<(), JsValue> {
        self.order(Order::Locate(cloud))?;
        self.eye.put_off.retain(|reach| Some(*reach) != cloud.reach());
        match cloud.reach() {
            Some(reach) => self.ask(reach),
            None => Ok(()),
        }
    }

    fn ask(&mut self, reach: Reach) -> Result<(), JsValue> {
        self.eye.refused = None;
        let promise = permission::request(reach.origins())?;
        self.asking = Some(self.hear(&promise, move |panel, allowed| {
            panel.eye.refused = (!allowed).then_some(reach);
            panel.draw()
        }));
        Ok(())
    }

    /// The sign-in service is asked for in the same press; only then is the pair tested.
    fn test(&mut self, cloud: Cloud) -> Result<(), JsValue> {
        let promise = permission::request(&[cloud.sign_in_origin()])?;
        self.asking = Some(self.hear(&promise, |panel, allowed| {
            panel.eye.test_refused = !allowed;
            if allowed {
                panel.order(Order::TestPair)?;
            }
            panel.draw()
        }));
        Ok(())
    }

    /// Hears whether what was promised came about.
    fn hear(
        &self,
        promise: &Promise,
        then: impl Fn(&mut Self, bool) -> Result<(), JsValue> + Clone + 'static,
    ) -> Hearing {
        let (done, failed, otherwise) = (self.me.clone(), self.me.clone(), then.clone());
        let hearing = Hearing {
            _done: Closure::new(move |value: JsValue| {
                with(&done, |panel| then(panel, value.as_bool() != Some(false)));
            }),
            _failed: Closure::new(move |_| with(&failed, |panel| otherwise(panel, false))),
        };
        let _ = promise.then2(&hearing._done, &hearing._failed);
        hearing
    }

    fn has_copied(&mut self, what: String, done: bool) -> Result<(), JsValue> {
        let me = self.me.clone();
        self.eye.copied = Some((what, done));
        self.copied = Some(Timeout::new(COPIED, move || {
            with(&me, |panel| {
                panel.eye.copied = None;
                panel.draw()
            });
        }));
        self.draw()
    }

    pub(super) fn shut(&mut self) -> Result<(), JsValue> {
        self.close_sheet();
        self.draw()
    }

    pub(super) fn close_sheet(&mut self) {
        self.focus = self.eye.sheet.take().map(screen::opener);
    }

    pub(super) fn looked(&mut self) -> Result<(), JsValue> {
        if self.is_visible() && self.channel.is_none() {
            self.connect()?;
        }
        self.draw()
    }

    pub(super) fn is_visible(&self) -> bool {
        self.document.visibility_state() == VisibilityState::Visible
    }
}
