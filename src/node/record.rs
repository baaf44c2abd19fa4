//! Reading and writing the fields of one object.
//!
//! A field that nobody asked for is unknown: it is reported and kept. Unknown fields of an object inside
//! another are kept by the outer one under the inner one's name (items of a list under their position),
//! which no unknown field of its own can have; writing puts them back.

use std::rc::Rc;

use super::{Fields, FormatError, FormatErrorKind, Node, Path, Shape};
use crate::decimal::whole;

/// An object while it is read.
pub struct Record<'a> {
    path: &'a Path<'a>,
    fields: Fields,
    nested: Fields,
}

impl<'a> Record<'a> {
    /// Starts reading an object.
    ///
    /// # Errors
    /// The node is no object.
    pub fn open(node: Node, path: &'a Path<'a>) -> Result<Self, FormatError> {
        match node {
            Node::Object(fields) => Ok(Self {
                path,
                fields,
                nested: Fields::new(),
            }),
            other => Err(wrong_type(path, Shape::Object, &other)),
        }
    }

    /// An object without fields, where there should have been one.
    #[must_use]
    pub const fn empty(path: &'a Path<'a>) -> Self {
        Self {
            path,
            fields: Fields::new(),
            nested: Fields::new(),
        }
    }

    /// Takes a field out; `null` counts as absent.
    pub fn take(&mut self, name: &str) -> Option<Node> {
        let at = self.fields.iter().position(|(field, _)| field == name)?;
        let (_, node) = self.fields.remove(at);
        (node != Node::Null).then_some(node)
    }

    /// Takes a field out that must be there.
    ///
    /// # Errors
    /// It is not there.
    pub fn need(&mut self, name: &str) -> Result<Node, FormatError> {
        self.take(name)
            .ok_or_else(|| FormatError::at(&self.path.field(name), FormatErrorKind::Missing))
    }

    /// A text; empty where the field is absent.
    ///
    /// # Errors
    /// Another kind of value.
    pub fn text(&mut self, name: &str) -> Result<Rc<str>, FormatError> {
        match self.take(name) {
            None => Ok(Rc::default()),
            Some(Node::Text(text)) => Ok(text.into()),
            Some(other) => Err(wrong_type(&self.path.field(name), Shape::Text, &other)),
        }
    }

    /// A text, or a number's source text; empty where the field is absent.
    ///
    /// # Errors
    /// Another kind of value.
    pub fn cell(&mut self, name: &str) -> Result<Rc<str>, FormatError> {
        match self.take(name) {
            None => Ok(Rc::default()),
            Some(node) => cell(node, &self.path.field(name)),
        }
    }

    /// `true` or `false`; false where the field is absent.
    ///
    /// # Errors
    /// Another kind of value.
    pub fn flag(&mut self, name: &str) -> Result<bool, FormatError> {
        match self.take(name) {
            None => Ok(false),
            Some(Node::Bool(value)) => Ok(value),
            Some(other) => Err(wrong_type(&self.path.field(name), Shape::Bool, &other)),
        }
    }

    /// The items of a list; none where the field is absent.
    ///
    /// # Errors
    /// Another kind of value.
    pub fn list(&mut self, name: &str) -> Result<Vec<Node>, FormatError> {
        match self.take(name) {
            None => Ok(Vec::new()),
            Some(node) => list(node, &self.path.field(name)),
        }
    }

    /// Keeps the unknown fields of an object inside this one.
    pub fn keep(&mut self, name: &str, unknown: Fields) {
        if !unknown.is_empty() {
            self.nested.push((name.to_owned(), Node::Object(unknown)));
        }
    }

    /// Ends reading: the unknown fields, reported and returned.
    #[must_use]
    pub fn finish(self, report: &mut Vec<String>) -> Fields {
        let Self {
            path,
            mut fields,
            nested,
        } = self;
        for (name, _) in &fields {
            report.push(path.field(name).to_string());
        }
        fields.extend(nested);
        fields
    }
}

/// A text, or a number's source text.
///
/// # Errors
/// Another kind of value.
pub(crate) fn cell(node: Node, path: &Path<'_>) -> Result<Rc<str>, FormatError> {
    match node {
        Node::Text(text) | Node::Number(text) => Ok(text.into()),
        other => Err(wrong_type(path, Shape::TextOrNumber, &other)),
    }
}

/// The items of a list.
///
/// # Errors
/// Another kind of value.
pub(crate) fn list(node: Node, path: &Path<'_>) -> Result<Vec<Node>, FormatError> {
    match node {
        Node::List(items) => Ok(items),
        other => Err(wrong_type(path, Shape::List, &other)),
    }
}

pub(crate) fn wrong_type(path: &Path<'_>, expected: Shape, found: &Node) -> FormatError {
    FormatError::at(
        path,
        FormatErrorKind::WrongType {
            expected,
            found: found.shape(),
        },
    )
}

/// An object while it is written. What is empty is left out.
#[derive(Default)]
pub struct Writer(Fields);

impl Writer {
    /// Writes a field whatever it holds.
    pub fn put(&mut self, name: &str, node: Node) {
        self.0.push((name.to_owned(), node));
    }

    /// Writes a text unless it is empty.
    pub fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.put(name, Node::text(text));
        }
    }

    /// Writes `true`, or nothing.
    pub fn flag(&mut self, name: &str, value: bool) {
        if value {
            self.put(name, Node::Bool(true));
        }
    }

    /// Writes an object unless it is empty.
    pub fn object(&mut self, name: &str, fields: Fields) {
        if !fields.is_empty() {
            self.put(name, Node::Object(fields));
        }
    }

    /// Writes a list unless it is empty.
    pub fn list(&mut self, name: &str, items: Vec<Node>) {
        if !items.is_empty() {
            self.put(name, Node::List(items));
        }
    }

    /// Ends writing; unknown fields go back to where they stood.
    #[must_use]
    pub fn finish(mut self, unknown: &[(String, Node)]) -> Fields {
        restore(&mut self.0, unknown);
        self.0
    }
}

/// Puts unknown fields back among the written ones.
fn restore(fields: &mut Fields, unknown: &[(String, Node)]) {
    for (name, node) in unknown {
        match fields.iter_mut().find(|(field, _)| field == name) {
            Some((_, written)) => restore_into(written, node),
            None => fields.push((name.clone(), node.clone())),
        }
    }
}

fn restore_into(written: &mut Node, unknown: &Node) {
    match (written, unknown) {
        (Node::Object(fields), Node::Object(unknown)) => restore(fields, unknown),
        (Node::List(items), Node::Object(unknown)) => {
            for (index, node) in unknown {
                if let Some(item) = whole(index).and_then(|at: usize| items.get_mut(at)) {
                    restore_into(item, node);
                }
            }
        }
        _ => {}
    }
}

/// Lays the fields of one object over another's. What the upper one leaves out stays; an object is laid over
/// an object field by field, one level deep, unless the lower one is a choice (has a field `rule`); anything
/// else is replaced whole.
pub fn overlay(base: &mut Fields, upper: Fields) {
    for (name, node) in upper {
        match base.iter_mut().find(|(field, _)| *field == name) {
            None => base.push((name, node)),
            Some((_, below)) => overlay_field(below, node),
        }
    }
}

fn overlay_field(below: &mut Node, above: Node) {
    match (below, above) {
        (Node::Object(below), Node::Object(above))
            if !below.iter().any(|(name, _)| name == "rule") =>
        {
            for (name, node) in above {
                match below.iter_mut().find(|(field, _)| *field == name) {
                    None => below.push((name, node)),
                    Some((_, old)) => *old = node,
                }
            }
        }
        (below, above) => *below = above,
    }
}
