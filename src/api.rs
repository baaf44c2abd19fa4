//! The JavaScript interface: plain objects in, plain objects out.
//!
//! Decides nothing: reads the arguments into the tree, calls the core, gives out its report. The shapes are in
//! `report`, the words in `i18n`, the declarations in api/jiping.d.ts, the description in docs/API.md.

use js_sys::{Error, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::json;
use crate::i18n::{Language, format};
use crate::node::{FormatError, Node};
use crate::report::{self, Options, Takes};
use crate::scoring;
use crate::value::Context;
use crate::value::parse::read_target;

/// Reads the text of one target cell: what it was read as, and everything there is to say about it.
///
/// # Errors
/// `text` is no string; an option of the wrong kind.
#[wasm_bindgen(js_name = readValue)]
pub fn read_value(text: JsValue, context: JsValue) -> Result<JsValue, JsValue> {
    let options = options(context, Takes::Context, "context")?;
    let throw = |error: FormatError| thrown(&error, options.language);
    let text = report::cell_text(node(text), "text").map_err(throw)?;
    let context = Context {
        name: &options.name,
        direction: &options.direction,
        unit: &options.unit,
        year: options.year,
    };
    let reading = read_target(&text, &context);
    let mut told = report::reading_of_target(&text, &reading, options.language);
    options.report_unknown(&mut told);
    give(&told)
}

/// Works out a document: an object in the form of docs/FORMAT.md, or the text of a saved file.
///
/// # Errors
/// A document that cannot be read, with the path; an option of the wrong kind.
#[wasm_bindgen]
pub fn evaluate(document: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let options = self::options(options, Takes::Language, "options")?;
    let tree = match document.as_string() {
        Some(text) => Node::from_json(text.as_bytes()),
        None => node(document),
    };
    let loaded = tree
        .and_then(json::read)
        .map_err(|error| thrown(&error, options.language))?;
    let evaluation = scoring::evaluate(&loaded.document);
    let language = options.language;
    let mut told = report::evaluation(&loaded.document, &evaluation, loaded.notes, language);
    options.report_unknown(&mut told);
    give(&told)
}

/// The built-in scoring policies, whole, the default one first.
///
/// # Errors
/// None that is known.
#[wasm_bindgen]
pub fn policies() -> Result<JsValue, JsValue> {
    give(&report::policies())
}

fn options(value: JsValue, takes: Takes, argument: &str) -> Result<Options, JsValue> {
    Options::read(node(value), takes, argument).map_err(|error| thrown(&error, Language::default()))
}

fn node(value: JsValue) -> Result<Node, FormatError> {
    Node::read(serde_wasm_bindgen::Deserializer::from(value))
}

fn give(node: &Node) -> Result<JsValue, JsValue> {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    node.serialize(&plain).map_err(JsValue::from)
}

/// An `Error` with `code` and `path`.
fn thrown(error: &FormatError, language: Language) -> JsValue {
    let value = JsValue::from(Error::new(&format::format_error(error, language)));
    for (name, text) in [
        ("name", "JipingError"),
        ("code", report::format_code(&error.kind)),
        ("path", &error.path),
    ] {
        // A new Error takes any property.
        let _ = Reflect::set(&value, &name.into(), &text.into());
    }
    value
}
