//! The panel at work: hears the background and the person, and draws.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use gloo_timers::callback::{Interval, Timeout};
use js_sys::{Date, Reflect};
use keyferry_core::{Moment, View};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Event, HtmlElement, KeyboardEvent, VisibilityState, Window};

use crate::act::{Act, Sheet};
use crate::book::{Language, Words};
use crate::channel::Channel;
use crate::draw::{Stage, Tell};
use crate::order::{Order, keep_weighed, weigh};
use crate::read::Read;
use crate::screen::{self, Eye, Scene};

/// Milliseconds before the first attempt to connect again; each further one waits twice as long.
const BREATH: u32 = 100;
const LONGEST_BREATH: u32 = 10_000;
/// Milliseconds for which the panel says that the client ID is copied.
const COPIED: u32 = 2_000;

struct Panel {
    /// Itself, for what calls back later.
    me: Weak<RefCell<Self>>,
    window: Window,
    document: Document,
    languages: Vec<Language>,
    journey: Stage,
    main: Stage,
    foot: Stage,
    words: Option<Words>,
    view: Option<View>,
    eye: Eye,
    /// What the next drawing gives the focus to.
    focus: Option<&'static str>,
    /// Whether the weighed pair was asked to be kept, so that the sheet closes when it is.
    keeping: bool,
    channel: Option<Channel>,
    breath: u32,
    /// Connects again when its time has come.
    reconnect: Option<Timeout>,
    /// Runs only while a pair is on board and the panel can be seen.
    ticking: Option<Interval>,
    copying: Option<Copying>,
    copied: Option<Timeout>,
}

/// Hears how the clipboard fared.
struct Copying {
    _done: Closure<dyn FnMut(JsValue)>,
    _failed: Closure<dyn FnMut(JsValue)>,
}

/// Makes the panel and lets it live as long as its page.
pub fn start(languages: Vec<Language>) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let root = |id: &str| document.get_element_by_id(id).ok_or_else(|| JsValue::from(id));
    let (journey, main, foot) = (root("journey")?, root("main")?, root("foot")?);

    let panel = Rc::new_cyclic(|me: &Weak<RefCell<Panel>>| {
        let ear = me.clone();
        let tell: Tell = Rc::new(move |act, event| with(&ear, |panel| panel.told(act, event)));
        let stage = |root| Stage::new(&document, root, &tell);
        RefCell::new(Panel {
            me: me.clone(),
            window,
            languages,
            journey: stage(journey),
            main: stage(main),
            foot: stage(foot),
            document: document.clone(),
            words: None,
            view: None,
            eye: Eye::default(),
            focus: None,
            keeping: false,
            channel: None,
            breath: BREATH,
            reconnect: None,
            ticking: None,
            copying: None,
            copied: None,
        })
    });
    panel.borrow_mut().connect()?;

    let looked = Rc::clone(&panel);
    EventListener::new(&document, "visibilitychange", move |_| {
        with(&Rc::downgrade(&looked), Panel::looked);
    })
    .forget();
    EventListener::new(&document, "keydown", move |event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if key.as_deref() == Some("Escape") {
            with(&Rc::downgrade(&panel), Panel::shut);
        }
    })
    .forget();
    Ok(())
}

/// Does something with the panel; what goes wrong reaches the browser's console.
fn with(panel: &Weak<RefCell<Panel>>, act: impl FnOnce(&mut Panel) -> Result<(), JsValue>) {
    let Some(panel) = panel.upgrade() else { return };
    // Taken while it draws: an event of its own making, which means nothing.
    let Ok(outcome) = panel.try_borrow_mut().map(|mut panel| act(&mut panel)) else { return };
    drop(panel);
    if let Err(error) = outcome {
        wasm_bindgen::throw_val(error);
    }
}

/// The background.
impl Panel {
    fn connect(&mut self) -> Result<(), JsValue> {
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

    fn send(&mut self, message: &JsValue) -> Result<(), JsValue> {
        if let Some(channel) = &self.channel
            && channel.send(message).is_ok()
        {
            return Ok(());
        }
        self.connect()?;
        self.channel.as_ref().map_or(Ok(()), |channel| channel.send(message))
    }

    fn order(&mut self, order: Order) -> Result<(), JsValue> {
        self.send(&order.message()?)
    }

    fn heard(&mut self, message: &JsValue) -> Result<(), JsValue> {
        self.breath = BREATH;
        let words = Reflect::get(message, &"words".into())?;
        if let Some(words) = Words::read(&words) {
            if let Some(page) = self.document.document_element() {
                page.set_attribute("lang", &words.language)?;
                page.set_attribute("dir", &words.direction)?;
            }
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
        if view.voyage.is_none() {
            self.eye.sheet = None;
        }
        self.view = Some(view);
    }
}

/// The person.
impl Panel {
    fn told(&mut self, act: &Act, event: &Event) -> Result<(), JsValue> {
        // Nothing is done that a person did not do.
        if !event.is_trusted() {
            return Ok(());
        }
        match act {
            Act::Press(button) => self.order(Order::Press(*button))?,
            Act::Start(journey) => self.order(Order::Start(journey))?,
            Act::Wipe => self.order(Order::Wipe)?,
            Act::Extend => self.order(Order::Extend)?,
            Act::Speak => self.speak()?,
            Act::Copy => self.copy()?,
            Act::Unfold(fold) => {
                if let Some(folds) = self.scene().and_then(|scene| screen::unfold(&scene, *fold)) {
                    self.eye.folds = folds;
                }
            }
            Act::Open(sheet) => {
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

    fn copy(&mut self) -> Result<(), JsValue> {
        let Some(pair) = self.view.as_ref().and_then(|view| view.voyage.as_ref()?.pair.as_ref())
        else {
            return Ok(());
        };
        let hear = |copied| {
            let me = self.me.clone();
            Closure::new(move |_| with(&me, |panel| panel.has_copied(copied)))
        };
        let copying = Copying { _done: hear(true), _failed: hear(false) };
        let promise = self.window.navigator().clipboard().write_text(&pair.client_id);
        let _ = promise.then2(&copying._done, &copying._failed);
        self.copying = Some(copying);
        Ok(())
    }

    fn has_copied(&mut self, copied: bool) -> Result<(), JsValue> {
        let me = self.me.clone();
        self.eye.copied = Some(copied);
        self.copied = Some(Timeout::new(COPIED, move || {
            with(&me, |panel| {
                panel.eye.copied = None;
                panel.draw()
            });
        }));
        self.draw()
    }

    fn shut(&mut self) -> Result<(), JsValue> {
        self.close_sheet();
        self.draw()
    }

    fn close_sheet(&mut self) {
        self.focus = self.eye.sheet.take().map(screen::opener);
    }

    fn looked(&mut self) -> Result<(), JsValue> {
        if self.is_visible() && self.channel.is_none() {
            self.connect()?;
        }
        self.draw()
    }

    fn is_visible(&self) -> bool {
        self.document.visibility_state() == VisibilityState::Visible
    }
}

/// The page.
impl Panel {
    fn scene(&self) -> Option<Scene<'_>> {
        Some(Scene {
            book: self.words.as_ref()?,
            view: self.view.as_ref()?,
            eye: &self.eye,
            languages: &self.languages,
            now: Moment(Date::now() as u64),
        })
    }

    fn draw(&mut self) -> Result<(), JsValue> {
        let Some(scene) = self.scene() else { return Ok(()) };
        let (journey, main, foot) =
            (screen::journey(&scene), screen::main(&scene), screen::foot(&scene));
        let counting = scene.view.voyage.as_ref().is_some_and(|voyage| voyage.pair.is_some());
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
