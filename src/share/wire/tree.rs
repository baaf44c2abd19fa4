//! The rest of a file, as it is: one byte for the kind of a value, then the value.

use crate::node::{Fields, MAX_DEPTH, Node};
use crate::share::LinkError;
use crate::share::pack::{END, In, Out};

const NULL: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const NUMBER: u8 = 3;
const TEXT: u8 = 4;
const LIST: u8 = 5;
const OBJECT: u8 = 6;

/// What a value takes from the budget, so that there are at most as many as in a file.
const VALUE: usize = 9;

/// Most items of one list or object.
const MAX_ITEMS: usize = 1_000_000;

pub(super) fn write_fields(fields: &Fields, out: &mut Out) {
    out.count(fields.len());
    for (name, node) in fields {
        out.text(name, END);
        write(node, out);
    }
}

fn write(node: &Node, out: &mut Out) {
    match node {
        Node::Null => out.0.push(NULL),
        Node::Bool(value) => out.0.push(if *value { TRUE } else { FALSE }),
        Node::Number(text) => {
            out.0.push(NUMBER);
            out.text(text, END);
        }
        Node::Text(text) => {
            out.0.push(TEXT);
            out.text(text, END);
        }
        Node::List(items) => {
            out.0.push(LIST);
            out.count(items.len());
            for item in items {
                write(item, out);
            }
        }
        Node::Object(fields) => {
            out.0.push(OBJECT);
            write_fields(fields, out);
        }
    }
}

/// Reads fields inside `depth` others.
///
/// # Errors
/// More than 32 levels; an unknown kind; the bytes end.
pub(super) fn read_fields(from: &mut In<'_>, depth: usize) -> Result<Fields, LinkError> {
    let count = from.count(MAX_ITEMS)?;
    let mut fields = Fields::new();
    for _ in 0..count {
        let name = plain(from)?;
        fields.push((name, read(from, depth)?));
    }
    Ok(fields)
}

fn read(from: &mut In<'_>, depth: usize) -> Result<Node, LinkError> {
    // The rest has one level more than the file: rows under their position.
    if depth > MAX_DEPTH + 1 {
        return Err(LinkError::Malformed);
    }
    from.spend(VALUE)?;
    Ok(match from.byte()? {
        NULL => Node::Null,
        FALSE => Node::Bool(false),
        TRUE => Node::Bool(true),
        NUMBER => Node::Number(plain(from)?),
        TEXT => Node::Text(plain(from)?),
        LIST => {
            let count = from.count(MAX_ITEMS)?;
            let mut items = Vec::new();
            for _ in 0..count {
                items.push(read(from, depth + 1)?);
            }
            Node::List(items)
        }
        OBJECT => Node::Object(read_fields(from, depth + 1)?),
        _ => return Err(LinkError::Malformed),
    })
}

fn plain(from: &mut In<'_>) -> Result<String, LinkError> {
    match from.text()? {
        (text, END) => Ok(text),
        _ => Err(LinkError::Malformed),
    }
}
