//! The tree → plain JavaScript objects: safe integers as numbers, other numbers as text.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::node::Node;

/// Largest whole number that a JavaScript number holds exactly.
const MAX_SAFE: i64 = 9_007_199_254_740_991;
/// The one name that, set, is no field.
const PROTOTYPE: &str = "__proto__";

/// The value for a tree.
pub(super) fn plain(node: &Node) -> Result<JsValue, JsValue> {
    Ok(match node {
        Node::Null => JsValue::NULL,
        Node::Bool(value) => JsValue::from(*value),
        Node::Number(text) => number(text),
        Node::Text(text) => JsValue::from(text),
        Node::List(items) => {
            let list = Array::new();
            for item in items {
                list.push(&plain(item)?);
            }
            list.into()
        }
        Node::Object(fields) => {
            let object = Object::new();
            for (name, value) in fields {
                put(&object, name, &plain(value)?)?;
            }
            object.into()
        }
    })
}

fn number(text: &str) -> JsValue {
    let safe = text.parse().ok();
    let safe = safe.filter(|number: &i64| (-MAX_SAFE..=MAX_SAFE).contains(number));
    // Sixteen digits at most: what is parsed again is the same number.
    safe.and_then(|_| text.parse::<f64>().ok())
        .map_or_else(|| JsValue::from(text), JsValue::from)
}

fn put(object: &Object, name: &str, value: &JsValue) -> Result<(), JsValue> {
    if name != PROTOTYPE {
        return Reflect::set(object, &name.into(), value).map(drop);
    }
    let property = Object::new();
    for flag in ["configurable", "enumerable", "writable"] {
        Reflect::set(&property, &flag.into(), &JsValue::TRUE)?;
    }
    Reflect::set(&property, &"value".into(), value)?;
    Reflect::define_property(object, &name.into(), &property).map(drop)
}
