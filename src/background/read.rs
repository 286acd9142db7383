//! Reads what the browser hands over: plain objects, lists, strings, numbers, `true` and `false`.
//!
//! `serde_wasm_bindgen` writes; reading has its own half page. Its errors are sentences, and what makes
//! sentences of numbers, names and positions was a sixth of the module, only to be thrown away: a reason
//! could quote what was read. The error here says nothing. Fields and variants are named by their index.

use std::cell::RefCell;
use std::fmt;

use js_sys::{Array, Object, Reflect};
use serde::de::{self, Deserialize, DeserializeSeed, Expected, IntoDeserializer, Unexpected};
use wasm_bindgen::{JsCast, JsValue};

/// Reads a value of this shape.
pub fn read<T: for<'de> Deserialize<'de>>(value: JsValue) -> Result<T, Unreadable> {
    T::deserialize(Reader(&value))
}

/// It is not of the shape; nothing of it is told.
#[derive(Debug)]
pub struct Unreadable;

type Result<T, E = Unreadable> = std::result::Result<T, E>;

impl std::error::Error for Unreadable {}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not of this shape")
    }
}

/// The provided methods would each make a sentence, and link what it takes.
impl de::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn missing_field(_: &'static str) -> Self {
        Self
    }
    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// It borrows: what owns a value has to let it go on every way out.
struct Reader<'v>(&'v JsValue);

/// The methods for numbers: all of them look at the value, none at the type asked for.
macro_rules! numbers {
    ($($method:ident)+) => { $(
        fn $method<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.number(visitor)
        }
    )+ };
}

impl<'de> de::Deserializer<'de> for Reader<'_> {
    type Error = Unreadable;

    numbers! { deserialize_u8 deserialize_u32 deserialize_u64 deserialize_i32 }

    fn deserialize_bool<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_bool(self.0.as_bool().ok_or(Unreadable)?)
    }

    fn deserialize_string<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_string(self.string()?)
    }

    fn deserialize_option<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.is_absent() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_seq(Items { next: 0, list: self.0.dyn_ref().ok_or(Unreadable)? })
    }

    fn deserialize_tuple<V: de::Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_map(Entries { next: 0, entries: self.entries()?, value: JsValue::UNDEFINED })
    }

    fn deserialize_struct<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_map(Fields::of(self.0, fields)?)
    }

    fn deserialize_enum<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_enum(self.choice(variants)?)
    }

    fn deserialize_any<V: de::Visitor<'de>>(self, _: V) -> Result<V::Value> {
        Err(Unreadable)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i64 u16 f32 f64 char str bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

/// What does not depend on the type that is read stands here, compiled once.
impl Reader<'_> {
    fn number<'de, V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_i64(whole(self.0).ok_or(Unreadable)?)
    }

    #[inline(never)]
    fn is_absent(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }

    #[inline(never)]
    fn string(&self) -> Result<String> {
        self.0.as_string().ok_or(Unreadable)
    }

    #[inline(never)]
    fn entries(&self) -> Result<Array> {
        self.0.dyn_ref().map(Object::entries).ok_or(Unreadable)
    }

    #[inline(never)]
    fn choice(&self, variants: &'static [&'static str]) -> Result<Choice> {
        let (name, content) = match self.0.as_string() {
            Some(name) => (name, JsValue::UNDEFINED),
            None => self.only_entry()?,
        };
        let variant = variants.iter().position(|variant| *variant == name).ok_or(Unreadable)?;
        Ok(Choice { variant, content })
    }

    fn only_entry(&self) -> Result<(String, JsValue)> {
        let entries = self.entries()?;
        if entries.length() != 1 {
            return Err(Unreadable);
        }
        let entry: Array = entries.get(0).unchecked_into();
        Ok((Reader(&entry.get(0)).string()?, entry.get(1)))
    }
}

/// A whole number that JavaScript can tell from its neighbours.
#[inline(never)]
fn whole(value: &JsValue) -> Option<i64> {
    const MOST: f64 = 9_007_199_254_740_991.0;
    let number = value.as_f64().filter(|number| number.abs() <= MOST)?;
    #[allow(clippy::cast_possible_truncation, reason = "looked at before and after")]
    let whole = number as i64;
    #[allow(clippy::cast_precision_loss, clippy::float_cmp, reason = "exact up to MOST")]
    (whole as f64 == number).then_some(whole)
}

/// The items of a list.
struct Items<'v> {
    next: u32,
    list: &'v Array,
}

impl<'de> de::SeqAccess<'de> for Items<'_> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.next == self.list.length() {
            return Ok(None);
        }
        let item = self.list.get(self.next);
        self.next += 1;
        seed.deserialize(Reader(&item)).map(Some)
    }
}

/// The entries of an object that is a table.
struct Entries {
    next: u32,
    entries: Array,
    value: JsValue,
}

impl<'de> de::MapAccess<'de> for Entries {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if self.next == self.entries.length() {
            return Ok(None);
        }
        let entry: Array = self.entries.get(self.next).unchecked_into();
        self.next += 1;
        self.value = entry.get(1);
        seed.deserialize(Reader(&entry.get(0))).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        seed.deserialize(Reader(&self.value))
    }
}

/// The fields of an object, in the order of the type; what the type does not know is passed over.
struct Fields<'v> {
    object: &'v JsValue,
    names: &'static [JsValue],
    next: usize,
    value: JsValue,
}

impl<'v> Fields<'v> {
    #[inline(never)]
    fn of(object: &'v JsValue, names: Names) -> Result<Self> {
        if !object.is_object() {
            return Err(Unreadable);
        }
        Ok(Self { object, names: in_the_browser(names), next: 0, value: JsValue::UNDEFINED })
    }

    /// Goes on to the next field that is there.
    #[inline(never)]
    fn step(&mut self) -> Result<Option<usize>> {
        while let Some(name) = self.names.get(self.next) {
            self.next += 1;
            self.value = Reflect::get(self.object, name).map_err(|_| Unreadable)?;
            if !self.value.is_undefined() {
                return Ok(Some(self.next - 1));
            }
        }
        Ok(None)
    }
}

impl<'de> de::MapAccess<'de> for Fields<'_> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        self.step()?.map(|at| seed.deserialize(index(at))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        seed.deserialize(Reader(&self.value))
    }
}

type Names = &'static [&'static str];

/// The names of a type's fields as strings of the browser's, made once: a page has a thousand nodes.
fn in_the_browser(names: Names) -> &'static [JsValue] {
    thread_local! {
        static MADE: RefCell<Vec<(Names, &'static [JsValue])>> = const { RefCell::new(Vec::new()) };
    }
    MADE.with_borrow_mut(|made| {
        if let Some((_, strings)) = made.iter().find(|(of, _)| std::ptr::eq(*of, names)) {
            return *strings;
        }
        let strings: Vec<_> = names.iter().map(|name| JsValue::from_str(name)).collect();
        // As lasting as the names themselves.
        let strings: &[JsValue] = Vec::leak(strings);
        made.push((names, strings));
        strings
    })
}

/// One of several: a name, or an object with one entry, whose key is the name.
struct Choice {
    variant: usize,
    content: JsValue,
}

impl<'de> de::EnumAccess<'de> for Choice {
    type Error = Unreadable;
    type Variant = Content;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Content)> {
        Ok((seed.deserialize(index(self.variant))?, Content(self.content)))
    }
}

/// What a variant holds.
struct Content(JsValue);

impl<'de> de::VariantAccess<'de> for Content {
    type Error = Unreadable;

    fn unit_variant(self) -> Result<()> {
        if self.0.is_undefined() { Ok(()) } else { Err(Unreadable) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        seed.deserialize(Reader(&self.0))
    }

    fn tuple_variant<V: de::Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value> {
        Err(Unreadable)
    }

    fn struct_variant<V: de::Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_map(Fields::of(&self.0, fields)?)
    }
}

/// The index of a field or variant, for the type's own reader.
fn index(at: usize) -> de::value::U64Deserializer<Unreadable> {
    (at as u64).into_deserializer()
}
