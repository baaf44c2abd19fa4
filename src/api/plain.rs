//! The tree → plain JavaScript objects: safe integers as numbers, other numbers as text.

use js_sys::{Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::node::Node;

/// The one name that, set, is no field but what an object inherits from.
const PROTOTYPE: &str = "__proto__";

/// The value for a tree.
pub(super) fn plain(node: &Node) -> Result<JsValue, JsValue> {
    let value = node.serialize(&Serializer::json_compatible())?;
    if holds(node) {
        own(node, &value)?;
    }
    Ok(value)
}

/// Whether a field of that name is somewhere in a tree.
fn holds(node: &Node) -> bool {
    match node {
        Node::List(items) => items.iter().any(holds),
        Node::Object(fields) => fields
            .iter()
            .any(|(name, field)| name == PROTOTYPE || holds(field)),
        _ => false,
    }
}

/// Makes fields of that name fields again.
fn own(node: &Node, value: &JsValue) -> Result<(), JsValue> {
    match node {
        Node::List(items) => {
            for (at, item) in (0..).zip(items).filter(|(_, item)| holds(item)) {
                own(item, &Reflect::get_u32(value, at)?)?;
            }
        }
        Node::Object(fields) => {
            for (name, field) in fields {
                if name == PROTOTYPE {
                    define(value, &plain(field)?)?;
                } else if holds(field) {
                    own(field, &Reflect::get(value, &name.into())?)?;
                }
            }
        }
        _ => {}
    }
    Ok(())
}

fn define(object: &JsValue, value: &JsValue) -> Result<(), JsValue> {
    let object = Object::from(object.clone());
    Reflect::set_prototype_of(&object, &Object::get_prototype_of(&Object::new()))?;
    let property = Object::new();
    for flag in ["configurable", "enumerable", "writable"] {
        Reflect::set(&property, &flag.into(), &JsValue::TRUE)?;
    }
    Reflect::set(&property, &"value".into(), value)?;
    Reflect::define_property(&object, &PROTOTYPE.into(), &property).map(drop)
}
