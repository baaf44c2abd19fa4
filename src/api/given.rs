//! JavaScript values → what the tree is read from.
//!
//! Decides which values are taken: what JSON has, and whole numbers of any kind. Objects are plain ones, with
//! their own enumerable fields. Every look at a value is caught: a getter or a proxy that throws must not unwind
//! through the program, whose stack would never be given back.

use js_sys::{Array, JsString, Number, Reflect};
use serde::de::value::Error;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::node::{FormatError, FormatErrorKind, Node, Shape};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn own_fields(value: &JsValue) -> Result<Array, JsValue>;
}

/// The tree of a value.
///
/// # Errors
/// What JSON does not have, as `Unsupported`; numbers that are not safe; what passes a limit.
pub(super) fn node(value: JsValue) -> Result<Node, FormatError> {
    node_without(value, None)
}

/// The tree of a value; if it is an object, without one of its fields.
///
/// # Errors
/// As [`node`].
pub(super) fn node_without(
    value: JsValue,
    left_out: Option<&'static str>,
) -> Result<Node, FormatError> {
    let value = Some(value);
    Node::read(Given { value, left_out })
}

/// The text of a string of any length; nothing for another value.
///
/// # Errors
/// Half of a surrogate pair: it could only be replaced.
pub(super) fn text(value: &JsValue) -> Result<Option<String>, FormatError> {
    if !value.is_string() {
        return Ok(None);
    }
    whole(value).map(Some).ok_or_else(|| unsupported("$"))
}

/// The text of a string that must be one, e.g. the argument `text`.
///
/// # Errors
/// Another value; half of a surrogate pair.
pub(super) fn argument_text(value: &JsValue, argument: &str) -> Result<String, FormatError> {
    if value.is_string() {
        return whole(value).ok_or_else(|| unsupported(argument));
    }
    Err(wrong_type(value, Shape::Text, argument))
}

/// The items of the list that an argument must be, at most `most`.
///
/// # Errors
/// Another value, a longer list, one that throws.
pub(super) fn items(
    value: &JsValue,
    most: usize,
    argument: &str,
) -> Result<Vec<JsValue>, FormatError> {
    match is_array(value) {
        Ok(true) => {}
        Ok(false) => return Err(wrong_type(value, Shape::List, argument)),
        Err(_) => return Err(unsupported(argument)),
    }
    let count = length(value).ok_or_else(|| unsupported(argument))?;
    let found = usize::try_from(count).unwrap_or(usize::MAX);
    if found > most {
        let kind = FormatErrorKind::TooManyRows { most, found };
        return Err(at(argument, kind));
    }
    let item =
        |at| Reflect::get_u32(value, at).map_err(|_| unsupported(&format!("{argument}[{at}]")));
    (0..count).map(item).collect()
}

/// A field of an object; nothing of another value.
///
/// # Errors
/// A field that throws.
pub(super) fn field(value: &JsValue, name: &str, path: &str) -> Result<JsValue, FormatError> {
    if !value.is_object() {
        return Ok(JsValue::UNDEFINED);
    }
    Reflect::get(value, &name.into()).map_err(|_| unsupported(path))
}

fn at(path: &str, kind: FormatErrorKind) -> FormatError {
    let path = path.to_owned();
    FormatError { path, kind }
}

fn unsupported(path: &str) -> FormatError {
    at(path, FormatErrorKind::Unsupported)
}

fn wrong_type(value: &JsValue, expected: Shape, argument: &str) -> FormatError {
    match node(value.clone()) {
        Ok(found) => {
            let found = found.shape();
            at(argument, FormatErrorKind::WrongType { expected, found })
        }
        Err(error) => at(&error.path.replacen('$', argument, 1), error.kind),
    }
}

/// A string without halves of surrogate pairs; only one that shows the sign of replacement is looked through.
fn whole(value: &JsValue) -> Option<String> {
    let text = value.as_string()?;
    let replaced = text.contains(char::REPLACEMENT_CHARACTER);
    let valid = !replaced || value.dyn_ref::<JsString>()?.is_valid_utf16();
    valid.then_some(text)
}

fn length(list: &JsValue) -> Option<u32> {
    let length = Reflect::get(list, &"length".into()).ok()?;
    whole_number(&length)?.try_into().ok()
}

/// A safe integer.
fn whole_number(value: &JsValue) -> Option<i64> {
    let number = value.as_f64().filter(|_| Number::is_safe_integer(value))?;
    format!("{number:.0}").parse().ok()
}

/// Whether an object is a plain one, of this window or another: its prototype is the root of all, or none.
fn is_plain(value: &JsValue) -> bool {
    let above = |value: &JsValue| Reflect::get_prototype_of(value).ok();
    above(value).is_some_and(|first| {
        first.is_null() || above(&first).is_some_and(|second| second.is_null())
    })
}

/// One value; nothing where it threw.
struct Given {
    value: Option<JsValue>,
    /// A field of it that is not looked at.
    left_out: Option<&'static str>,
}

impl Given {
    const fn inside(value: Option<JsValue>) -> Self {
        let left_out = None;
        Self { value, left_out }
    }
}

fn refused<T>() -> Result<T, Error> {
    Err(serde::de::Error::custom(""))
}

impl<'de> Deserializer<'de> for Given {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Some(value) = self.value else {
            return refused();
        };
        if value.is_null() || value.is_undefined() {
            return visitor.visit_unit();
        }
        if let Some(value) = value.as_bool() {
            return visitor.visit_bool(value);
        }
        if let Some(number) = value.as_f64() {
            return match whole_number(&value) {
                Some(number) => visitor.visit_i64(number),
                None => visitor.visit_f64(number),
            };
        }
        if value.is_string() {
            return whole(&value).map_or_else(refused, |text| visitor.visit_string(text));
        }
        if value.is_bigint() {
            return i64::try_from(value)
                .map_or_else(|_| refused(), |number| visitor.visit_i64(number));
        }
        if !value.is_object() {
            return refused();
        }
        match is_array(&value) {
            Ok(true) => length(&value).map_or_else(refused, |length| {
                let at = 0;
                visitor.visit_seq(Items { value, at, length })
            }),
            Ok(false) if is_plain(&value) => own_fields(&value).map_or_else(
                |_| refused(),
                |names| {
                    let (at, left_out, name) = (0, self.left_out, JsValue::UNDEFINED);
                    visitor.visit_map(Record {
                        value,
                        names,
                        at,
                        left_out,
                        name,
                    })
                },
            ),
            _ => refused(),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A list; holes in it are `undefined`.
struct Items {
    value: JsValue,
    at: u32,
    length: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        if self.at >= self.length {
            return Ok(None);
        }
        let item = Reflect::get_u32(&self.value, self.at).ok();
        self.at += 1;
        seed.deserialize(Given::inside(item)).map(Some)
    }
}

/// An object, field by field.
struct Record {
    value: JsValue,
    names: Array,
    at: u32,
    left_out: Option<&'static str>,
    /// Of the field whose value comes next.
    name: JsValue,
}

impl<'de> MapAccess<'de> for Record {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        while self.at < self.names.length() {
            self.name = self.names.get(self.at);
            self.at += 1;
            let Some(name) = whole(&self.name) else {
                return refused();
            };
            if self.left_out != Some(name.as_str()) {
                return seed.deserialize(name.into_deserializer()).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let value = Reflect::get(&self.value, &self.name).ok();
        seed.deserialize(Given::inside(value))
    }
}
