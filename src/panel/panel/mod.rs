//! The panel at work: hears the background and the person, and draws.

mod background;
mod page;
mod person;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use gloo_timers::callback::{Interval, Timeout};
use keyferry_core::View;
use wasm_bindgen::prelude::*;
use web_sys::{Document, KeyboardEvent, Window};

use self::background::BREATH;
use crate::book::{Language, Words};
use crate::channel::Channel;
use crate::draw::{Stage, Tell};
use crate::screen::Eye;

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
    /// Hears how the clipboard fared.
    copying: Option<Hearing>,
    /// Hears what the browser was told about hosts.
    asking: Option<Hearing>,
    copied: Option<Timeout>,
}

/// Hears how something went that takes its time.
struct Hearing {
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
            asking: None,
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
