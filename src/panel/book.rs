//! The messages of one language as the background sends them, with the browser's own dates and times.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::words::Book;

/// A language that can be chosen.
pub struct Language {
    /// Its folder in `_locales`.
    pub code: String,
    /// Its name in itself.
    pub name: String,
}

/// The languages of `_locales/languages.json`.
pub fn languages(list: &Array) -> Vec<Language> {
    let language = |entry: JsValue| {
        Some(Language { code: string(&entry, "code")?, name: string(&entry, "name")? })
    };
    list.iter().filter_map(language).collect()
}

/// The messages, left where the browser has them: a panel reads a few dozen of them.
pub struct Words {
    /// The language they are in, as a BCP 47 tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    messages: JsValue,
    date: Function,
    time: Function,
    day_and_time: Function,
}

impl Words {
    /// Takes them from the background's message.
    pub fn read(words: &JsValue) -> Option<Self> {
        // Chrome's folders are named `pt_BR`, everything else on the web says `pt-BR`.
        let language = string(words, "language")?.replace('_', "-");
        Some(Self {
            direction: string(words, "direction")?,
            messages: Reflect::get(words, &"messages".into()).ok()?,
            date: format(&language, &[("dateStyle", "medium"), ("timeZone", "UTC")])?,
            time: format(&language, &[("timeStyle", "short")])?,
            day_and_time: format(&language, &[("dateStyle", "medium"), ("timeStyle", "short")])?,
            language,
        })
    }
}

impl Book for Words {
    fn message(&self, key: &str) -> Option<String> {
        string(&self.messages, key)
    }

    fn date(&self, moment: u64) -> String {
        written(&self.date, moment)
    }

    fn time(&self, moment: u64) -> String {
        written(&self.time, moment)
    }

    fn day_and_time(&self, moment: u64) -> String {
        written(&self.day_and_time, moment)
    }
}

fn string(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).ok()?.as_string()
}

/// `new Intl.DateTimeFormat(language, options).format`
fn format(language: &str, options: &[(&str, &str)]) -> Option<Function> {
    let chosen = Object::new();
    for (name, value) in options {
        Reflect::set(&chosen, &(*name).into(), &(*value).into()).ok()?;
    }
    let format = Intl::DateTimeFormat::new(&Array::of1(&language.into()), &chosen);
    Some(format.format())
}

fn written(format: &Function, moment: u64) -> String {
    let date = Date::new(&JsValue::from_f64(moment as f64));
    let written = format.call1(&JsValue::UNDEFINED, date.unchecked_ref());
    written.ok().and_then(|words| words.as_string()).unwrap_or_default()
}
