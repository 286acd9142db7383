//! What a person asks for, as the background reads it: the core's [`Command`](keyferry_core::Command)
//! in serde's external tagging. A pasted text travels as the browser's own string and never
//! enters this module's memory.

use js_sys::{Object, Reflect};
use keyferry_core::{Button, Cloud};
use wasm_bindgen::JsValue;

use crate::read::Named;

/// A command without a secret in it.
#[derive(Clone, Copy)]
pub enum Order<'a> {
    /// Begin a journey.
    Start(&'a str),
    /// Put the journey away.
    StartOver,
    /// Press the present step's button.
    Press(Button),
    /// Wipe the pair.
    Wipe,
    /// Keep the pair longer.
    Extend,
    /// See whether the pair works.
    TestPair,
    /// Throw away what was weighed.
    DropWeighed,
    /// Put the explanation away.
    DropExplained,
    /// Forget the connection of this client ID.
    ForgetConnection(&'a str),
    /// Azure is in this cloud.
    Locate(Cloud),
    /// Read in this language; `None`: as the browser does.
    Speak(Option<&'a str>),
}

impl Order<'_> {
    /// The command's name, and its field where it has one.
    fn parts(&self) -> (&'static str, Option<(&'static str, Option<&str>)>) {
        match self {
            Self::Start(journey) => ("Start", Some(("journey", Some(journey)))),
            Self::StartOver => ("StartOver", None),
            Self::Press(button) => ("Press", Some(("button", Some(button.name())))),
            Self::Wipe => ("Wipe", None),
            Self::Extend => ("Extend", None),
            Self::TestPair => ("TestPair", None),
            Self::Locate(cloud) => ("Locate", Some(("cloud", Some(cloud.name())))),
            Self::DropWeighed => ("DropWeighed", None),
            Self::DropExplained => ("DropExplained", None),
            Self::ForgetConnection(id) => ("ForgetConnection", Some(("client_id", Some(id)))),
            Self::Speak(language) => ("Speak", Some(("language", *language))),
        }
    }

    /// The message for the port.
    pub fn message(&self) -> Result<JsValue, JsValue> {
        match self.parts() {
            (name, None) => Ok(name.into()),
            (name, Some((field, value))) => {
                tagged(name, field, &value.map_or(JsValue::NULL, JsValue::from))
            }
        }
    }
}

const CHOOSE: (&str, &str) = ("Choose", "number");

/// The message that one of several pairs is meant.
pub fn choose(number: u32) -> Result<JsValue, JsValue> {
    tagged(CHOOSE.0, CHOOSE.1, &number.into())
}

const WEIGH: (&str, &str) = ("Weigh", "text");
const KEEP_WEIGHED: (&str, &str) = ("KeepWeighed", "client_id");

/// The message that has a pasted text weighed.
pub fn weigh(text: &JsValue) -> Result<JsValue, JsValue> {
    tagged(WEIGH.0, WEIGH.1, text)
}

const EXPLAIN: (&str, &str) = ("Explain", "text");
const CHECK_OFF: (&str, &str, &str) = ("CheckOff", "recipe", "done");
const JUDGE: (&str, &str, &str) = ("Judge", "check", "passed");
const SET_EXPIRY: (&str, &str, &str) = ("SetExpiry", "client_id", "day");

/// The message that has a pasted error explained.
pub fn explain(text: &JsValue) -> Result<JsValue, JsValue> {
    tagged(EXPLAIN.0, EXPLAIN.1, text)
}

/// The message that checks a recipe off, or not.
pub fn check_off(recipe: &str, done: bool) -> Result<JsValue, JsValue> {
    tagged_with(CHECK_OFF, recipe, &done.into())
}

/// The message that says whether a check is green.
pub fn judge(check: &str, passed: bool) -> Result<JsValue, JsValue> {
    tagged_with(JUDGE, check, &passed.into())
}

/// The message that says when a connection's secret ends.
pub fn set_expiry(client_id: &str, day: &JsValue) -> Result<JsValue, JsValue> {
    tagged_with(SET_EXPIRY, client_id, day)
}

/// The message that has what was weighed kept, under this client ID; `null` where the paste held
/// one. Not read here either: people paste the secret into the wrong field.
pub fn keep_weighed(client_id: &JsValue) -> Result<JsValue, JsValue> {
    tagged(KEEP_WEIGHED.0, KEEP_WEIGHED.1, client_id)
}

/// `{name: {field: value}}`
fn tagged(name: &str, field: &str, value: &JsValue) -> Result<JsValue, JsValue> {
    let (outer, inner) = (Object::new(), Object::new());
    Reflect::set(&inner, &field.into(), value)?;
    Reflect::set(&outer, &name.into(), &inner)?;
    Ok(outer.into())
}

/// `{name: {field: value, other: more}}`
fn tagged_with(
    (name, field, other): (&str, &str, &str),
    value: &str,
    more: &JsValue,
) -> Result<JsValue, JsValue> {
    let message = tagged(name, field, &value.into())?;
    Reflect::set(&Reflect::get(&message, &name.into())?, &other.into(), more)?;
    Ok(message)
}

#[cfg(test)]
mod tests {
    use keyferry_core::Command;

    use super::*;

    /// What the core reads out of the order.
    #[track_caller]
    fn read(order: Order) -> Command {
        let json = match order.parts() {
            (name, None) => serde_json::json!(name),
            (name, Some((field, value))) => serde_json::json!({ name: { field: value } }),
        };
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn the_core_reads_every_order() {
        assert!(
            matches!(read(Order::Start("online")), Command::Start { journey } if journey == "online")
        );
        assert!(matches!(read(Order::StartOver), Command::StartOver));
        assert!(matches!(read(Order::Wipe), Command::Wipe));
        assert!(matches!(read(Order::Extend), Command::Extend));
        assert!(matches!(read(Order::DropWeighed), Command::DropWeighed));
        for cloud in Cloud::ALL {
            assert!(matches!(
                read(Order::Locate(*cloud)),
                Command::Locate { cloud: chosen } if chosen == *cloud
            ));
        }
        assert!(matches!(read(Order::Speak(None)), Command::Speak { language: None }));
        assert!(matches!(
            read(Order::Speak(Some("sv"))),
            Command::Speak { language: Some(code) } if code == "sv"
        ));
    }

    #[test]
    fn the_core_reads_what_was_typed() {
        let read = |(name, field): (&str, &str), value: Option<&str>| -> Command {
            serde_json::from_value(serde_json::json!({ name: { field: value } })).unwrap()
        };
        assert!(matches!(read(WEIGH, Some("x")), Command::Weigh { text } if text.expose() == "x"));
        assert!(matches!(read(KEEP_WEIGHED, None), Command::KeepWeighed { client_id: None }));
        assert!(matches!(
            read(KEEP_WEIGHED, Some("x")),
            Command::KeepWeighed { client_id: Some(id) } if id.expose() == "x"
        ));
    }

    #[test]
    fn the_core_reads_what_is_asked_in_the_help() {
        let (name, text) = EXPLAIN;
        let explain = serde_json::json!({ name: { text: "x" } });
        let Ok(Command::Explain { text }) = serde_json::from_value(explain) else { panic!("no") };
        assert_eq!(text.expose(), "x");
        let (name, recipe, done) = CHECK_OFF;
        let check_off = serde_json::json!({ name: { recipe: "x", done: true } });
        let command = serde_json::from_value(check_off).unwrap();
        assert!(matches!(command, Command::CheckOff { recipe, done: true } if recipe == "x"));
        assert!(matches!(read(Order::DropExplained), Command::DropExplained));
        let (name, check, passed) = JUDGE;
        for word in keyferry_core::Check::ALL {
            let judged = serde_json::json!({ name: { check: word.word(), passed: true } });
            let command = serde_json::from_value(judged).unwrap();
            assert!(matches!(command, Command::Judge { check, passed: true } if check == *word));
        }
    }

    #[test]
    fn the_core_reads_what_is_asked_about_connections() {
        let (name, client_id, day) = SET_EXPIRY;
        let said = serde_json::json!({ name: { client_id: "x", day: "2027-05-22" } });
        let command = serde_json::from_value(said).unwrap();
        assert!(
            matches!(command, Command::SetExpiry { client_id, day } if client_id == "x" && day == "2027-05-22")
        );
        let forget = read(Order::ForgetConnection("x"));
        assert!(matches!(forget, Command::ForgetConnection { client_id } if client_id == "x"));
    }

    #[test]
    fn the_core_reads_every_button() {
        for (_, wanted) in Button::ALL {
            let Command::Press { button } = read(Order::Press(*wanted)) else { panic!("no press") };
            assert_eq!(button, *wanted);
        }
    }
}
