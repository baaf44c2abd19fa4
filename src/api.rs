//! The JavaScript interface: plain objects in, plain objects out.
//!
//! Decides nothing: reads the arguments into the tree, calls the core, gives out its report. The shapes are in
//! `report`, the words in `i18n`, the declarations in api/jiping.d.ts, the description in docs/API.md.

mod given;
mod plain;

use js_sys::{Error, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::compare;
use crate::document::Document;
use crate::document::json::{self, Loaded};
use crate::i18n::{Language, format, link};
use crate::node::{FormatError, Node};
use crate::report::{self, Form, Options, Takes};
use crate::rollup::{OpenError, RollUp};
use crate::scoring;
use crate::share::{self, Link, LinkError, SALT};
use crate::value::Context;
use crate::value::parse::read_target;
use given::node;

/// Most documents in one roll-up.
const MAX_ROLLED_UP: usize = 10_000;
/// The option that is a document.
const TABLE: &str = "table";

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
        target: "",
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
    let loaded = loaded(document).map_err(|error| thrown(&error, options.language))?;
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

/// The link of a document: its code, to stand behind `#`.
///
/// # Errors
/// A document that cannot be read, or that no link can carry; an option of the wrong kind.
#[wasm_bindgen(js_name = encodeLink)]
pub fn encode_link(document: JsValue, options: JsValue) -> Result<String, JsValue> {
    let options = self::options(options, Takes::Encode, "options")?;
    let throw = |error: LinkError| thrown_link(&error, options.language);
    let loaded = loaded(document).map_err(|error| thrown(&error, options.language))?;
    let code = match options.form {
        Form::Whole => share::encode(&loaded.document),
        Form::Answers => share::encode_answers(&loaded.document),
    };
    let code = code.map_err(throw)?;
    if options.password.is_empty() {
        return Ok(code);
    }
    share::lock(&code, &options.password, &salt()?).map_err(throw)
}

/// Opens the link in a text: a whole address, a fragment or the bare code, with anything around it.
///
/// # Errors
/// No link, a cut, altered or newer one; a wrong password; an option of the wrong kind.
#[wasm_bindgen(js_name = decodeLink)]
pub fn decode_link(text: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let table = given::field(&options, TABLE, "options.table");
    let options = given::node_without(options, Some(TABLE));
    let options = self::read(options, Takes::Decode, "options")?;
    let language = options.language;
    let table = table.and_then(self::table);
    let table = table.map_err(|error| thrown(&error, language))?;
    let throw = |error: LinkError| thrown_link(&error, language);
    let text = given::argument_text(&text, "text").map_err(|error| thrown(&error, language))?;
    let mut link = share::open(&text).map_err(throw)?;
    if let (Link::Locked(locked), false) = (&link, options.password.is_empty()) {
        link = locked.unlock(&options.password).map_err(throw)?;
    }
    let shared = match (link, table) {
        (Link::Whole(shared), _) => Ok(shared),
        (Link::Locked(_), _) => Err(LinkError::NeedsPassword),
        (Link::Answers(answers), None) => Err(LinkError::NeedsTable(answers.table)),
        (Link::Answers(answers), Some(table)) => answers.fill(&table),
    };
    let mut told = report::shared(shared.map_err(throw)?, language);
    options.report_unknown(&mut told);
    give(&told)
}

/// What differs between two documents, the earlier one first.
///
/// # Errors
/// A document that cannot be read; an option of the wrong kind.
#[wasm_bindgen]
pub fn compare(before: JsValue, after: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let options = self::options(options, Takes::Language, "options")?;
    let read =
        |document: JsValue| loaded(document).map_err(|error| thrown(&error, options.language));
    let (before, after) = (read(before)?.document, read(after)?.document);
    let mut told = report::comparison(&compare::compare(&before, &after), options.language);
    options.report_unknown(&mut told);
    give(&told)
}

/// Many documents, files and links in one table; one that does not open is listed with its reason.
///
/// # Errors
/// No list, or one of more than 10,000; an option of the wrong kind.
#[wasm_bindgen(js_name = rollUp)]
pub fn roll_up(documents: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let options = self::options(options, Takes::Language, "options")?;
    let documents = given::items(&documents, MAX_ROLLED_UP, "documents")
        .map_err(|error| thrown(&error, options.language))?;
    let mut all = RollUp::default();
    for (at, document) in (1_usize..).zip(documents) {
        match given::text(&document) {
            Ok(Some(text)) => all.push_bytes(at.to_string(), text.as_bytes()),
            Ok(None) => {
                let loaded = node(document).and_then(json::read);
                all.push(at.to_string(), loaded.map_err(OpenError::File));
            }
            Err(error) => all.push(at.to_string(), Err(OpenError::File(error))),
        }
    }
    let mut told = report::roll_up(&all, options.language);
    options.report_unknown(&mut told);
    give(&told)
}

/// A document handed in as an object or as the text of a file.
fn loaded(document: JsValue) -> Result<Loaded, FormatError> {
    let tree = match given::text(&document)? {
        Some(text) => Node::from_json(text.as_bytes()),
        None => node(document),
    };
    tree.and_then(json::read)
}

/// The document at hand, for a link of answers; none is given by `null`.
fn table(table: JsValue) -> Result<Option<Document>, FormatError> {
    if table.is_null() || table.is_undefined() {
        return Ok(None);
    }
    report::at_argument(loaded(table), "options.table").map(|loaded| Some(loaded.document))
}

/// Bytes from the host's source of chance.
fn salt() -> Result<[u8; SALT], JsValue> {
    let bytes = Uint8Array::new_with_length(u32::try_from(SALT).unwrap_or_default());
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into())?;
    let fill: Function = Reflect::get(&crypto, &"getRandomValues".into())?.dyn_into()?;
    fill.call1(&crypto, &bytes)?;
    let mut salt = [0; SALT];
    bytes.copy_to(&mut salt);
    Ok(salt)
}

fn options(value: JsValue, takes: Takes, argument: &str) -> Result<Options, JsValue> {
    read(node(value), takes, argument)
}

fn read(
    options: Result<Node, FormatError>,
    takes: Takes,
    argument: &str,
) -> Result<Options, JsValue> {
    Options::read(options, takes, argument).map_err(|error| thrown(&error, Language::default()))
}

fn give(node: &Node) -> Result<JsValue, JsValue> {
    plain::plain(node)
}

fn thrown(error: &FormatError, language: Language) -> JsValue {
    let message = format::format_error(error, language);
    thrown_as(&message, report::format_code(&error.kind), &error.path)
}

fn thrown_link(error: &LinkError, language: Language) -> JsValue {
    let message = link::link_error(error, language);
    let value = thrown_as(&message, report::link_code(error), report::link_path(error));
    if let LinkError::Cut { arrived, declared } = error {
        for (name, count) in [("arrived", Some(*arrived)), ("declared", *declared)] {
            let count = count.and_then(|count| u32::try_from(count).ok());
            let count = count.map_or(JsValue::NULL, JsValue::from);
            // A new Error takes any property.
            let _ = Reflect::set(&value, &name.into(), &count);
        }
    }
    value
}

/// An `Error` with `code` and `path`.
fn thrown_as(message: &str, code: &str, path: &str) -> JsValue {
    let value = JsValue::from(Error::new(message));
    for (name, text) in [("name", "JipingError"), ("code", code), ("path", path)] {
        // A new Error takes any property.
        let _ = Reflect::set(&value, &name.into(), &text.into());
    }
    value
}
