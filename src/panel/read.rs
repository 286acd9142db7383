//! Reads the core's view as the background sends it: the object that serde makes of it.
//!
//! By hand, because serde's own reader is half a panel large (60 kB: numbers, errors and their
//! formatting). A field that the core adds or renames is missed by the compiler here, a name by
//! the tests below.

use std::borrow::Cow;

use js_sys::{Array, Reflect};
use keyferry_core::{
    Arg, Bank, Button, CheckView, Cloud, ConnectionView, Elsewhere, Explained, Finding, HandOver,
    JourneyChoice, Moment, Notice, Now, PairChoice, PairView, Part, Reach, Recipe, RecordLine, Row,
    RowState, Site, Suggestion, TestView, Text, Tone, View, Voyage, Weighed,
};
use wasm_bindgen::{JsCast, JsValue};

/// Something that can be read out of the browser's memory; `None`: it is not what it should be.
pub trait Read: Sized {
    /// Reads it.
    fn read(value: &JsValue) -> Option<Self>;
}

/// Objects: a name for a name.
macro_rules! objects {
    ($($object:ident { $($field:ident),+ $(,)? })+) => { $(
        impl Read for $object {
            fn read(value: &JsValue) -> Option<Self> {
                Some(Self { $($field: field(value, stringify!($field))?),+ })
            }
        }
    )+ };
}

/// Choices without content: a name.
macro_rules! names {
    ($($choice:ident { $($variant:ident = $name:literal),+ $(,)? })+) => { $(
        impl Read for $choice {
            fn read(value: &JsValue) -> Option<Self> {
                Self::named(&value.as_string()?)
            }
        }
        impl Named for $choice {
            const ALL: &'static [(&'static str, Self)] = &[$(($name, Self::$variant)),+];
        }
    )+ };
}

objects! {
    View { language, journeys, voyage, notices, weighed, explained, recipes, connections, elsewhere }
    ConnectionView { client_id, name, tenant, ends, remark, tone }
    Explained { findings }
    Finding { code, cause, cure, links }
    Recipe { id, title, parts, checked, beside, open }
    Part { text, line, letter, url }
    Elsewhere { cloud, allowed, asks }
    JourneyChoice { id, title, remark }
    Suggestion { journey, why }
    Voyage { journey, suggestion, title, sync_off_since, now, azure, pair, choices, checks, marketo, test, hand_over }
    TestView { able, asking, said, tone, findings, by_hand }
    HandOver { at, practice, lines, checks }
    RecordLine { label, value }
    CheckView { id, title, ask, passed, cause, cure }
    Now { step, of, site, title, body, why, reason, missing, seen, until, note, tone, button }
    Bank { caption, steps }
    Row { id, title, state, remark }
    PairChoice { number, app, client_id, hint, length, until }
    PairView { client_id, hint, length, verdict, tone, until }
    Notice { text, tone }
    Weighed { client_id, suggested, doubt, hint, length, verdict, tone, keepable }
}

names! {
    Site { Azure = "azure", Marketo = "marketo" }
    RowState { Done = "Done", Passed = "Passed", Now = "Now", ToCome = "ToCome" }
    Tone { Plain = "Plain", Good = "Good", Warn = "Warn", Bad = "Bad" }
    Cloud { World = "World", Government = "Government", China = "China" }
    Reach {
        Government = "Government",
        China = "China",
    }
    Button {
        Keep = "Keep",
        Fill = "Fill",
        OpenAzure = "OpenAzure",
        OpenMarketo = "OpenMarketo",
        PassOver = "PassOver",
        Vouch = "Vouch",
        Paste = "Paste",
        Finish = "Finish",
    }
}

/// A choice with a name for each variant.
pub trait Named: Copy + PartialEq + 'static {
    /// Every variant and its name.
    const ALL: &'static [(&'static str, Self)];

    /// The variant of this name.
    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(other, _)| *other == name).map(|(_, variant)| *variant)
    }

    /// The name of this variant.
    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, other)| *other == self).map_or("", |(name, _)| name)
    }
}

fn field<T: Read>(object: &JsValue, name: &str) -> Option<T> {
    T::read(&Reflect::get(object, &name.into()).ok()?)
}

impl<T: Read> Read for Option<T> {
    fn read(value: &JsValue) -> Option<Self> {
        if value.is_undefined() || value.is_null() { Some(None) } else { T::read(value).map(Some) }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &JsValue) -> Option<Self> {
        // serde leaves a list out where the core tells it to when the list is empty.
        if value.is_undefined() {
            return Some(Self::new());
        }
        let list: &Array = value.dyn_ref()?;
        list.iter().map(|value| T::read(&value)).collect()
    }
}

impl Read for String {
    fn read(value: &JsValue) -> Option<Self> {
        value.as_string()
    }
}

impl Read for bool {
    fn read(value: &JsValue) -> Option<Self> {
        value.as_bool()
    }
}

impl Read for u32 {
    fn read(value: &JsValue) -> Option<Self> {
        value.as_f64().map(|number| number as Self)
    }
}

impl Read for u64 {
    fn read(value: &JsValue) -> Option<Self> {
        value.as_f64().map(|number| number as Self)
    }
}

impl Read for Moment {
    fn read(value: &JsValue) -> Option<Self> {
        u64::read(value).map(Self)
    }
}

impl Read for Text {
    fn read(value: &JsValue) -> Option<Self> {
        Some(Self { key: Cow::Owned(field(value, "key")?), args: field(value, "args")? })
    }
}

impl Read for Arg {
    fn read(value: &JsValue) -> Option<Self> {
        let words = |name| field::<Option<String>>(value, name).flatten();
        let moment = |name| field::<Option<u64>>(value, name).flatten();
        (words("Label").map(Self::Label))
            .or_else(|| words("Plain").map(Self::Plain))
            .or_else(|| moment("Date").map(Self::Date))
            .or_else(|| moment("Time").map(Self::Time))
            .or_else(|| words("Message").map(|key| Self::Message(Cow::Owned(key))))
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check<T: Named + Serialize>(variants: usize) {
        assert_eq!(T::ALL.len(), variants);
        for (name, variant) in T::ALL {
            assert_eq!(serde_json::to_value(variant).unwrap(), json!(name));
            assert!(T::named(name) == Some(*variant) && variant.name() == *name);
        }
    }

    /// The number stands for a `match` that the compiler keeps whole.
    #[test]
    fn choices_have_the_names_that_the_core_writes() {
        check::<Site>(Site::ALL.len());
        check::<Cloud>(Cloud::ALL.len());
        check::<Reach>(Reach::ALL.len());
        check::<RowState>(4);
        check::<Tone>(4);
        check::<Button>(8);
    }

    #[test]
    fn arguments_have_the_names_that_the_core_writes() {
        let written = [
            Arg::Label("x".into()),
            Arg::Plain("x".into()),
            Arg::Date(1),
            Arg::Time(1),
            Arg::Message("x".into()),
        ]
        .map(|arg| serde_json::to_value(arg).unwrap());
        let names = ["Label", "Plain", "Date", "Time", "Message"];
        for (written, name) in written.iter().zip(names) {
            assert!(written.get(name).is_some(), "{written}");
        }
    }
}
