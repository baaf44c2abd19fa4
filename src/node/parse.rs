//! Text or JavaScript objects → [`Node`], through one visitor that keeps the path and the limits.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::text::{duplicate, is_number};
use super::{
    Fields, FormatError, FormatErrorKind, MAX_BYTES, MAX_CHARACTERS, MAX_DEPTH, MAX_VALUES, Node,
    Path,
};

/// The key under which `serde_json` (feature `arbitrary_precision`) hands over a number: it visits a map of
/// this one key whose value is the number's source text. A file that writes such an object itself gets the
/// number if the text is one, else the plain object; it gains nothing. Held by `tests/it/json_node.rs`.
const NUMBER_KEY: &str = "$serde_json::private::Number";

impl Node {
    /// Reads JSON text: UTF-8, with or without a byte order mark.
    ///
    /// ```
    /// use jiping::node::Node;
    /// let node = Node::from_json("{\"预算\": 107.70}".as_bytes());
    /// assert_eq!(
    ///     node,
    ///     Ok(Node::Object(vec![("预算".to_owned(), Node::Number("107.70".to_owned()))]))
    /// );
    /// ```
    ///
    /// # Errors
    /// Text that is not JSON; more than 10 MB, 32 levels, 1,000,000 values or 20,000 characters in one text;
    /// a field twice in one object.
    pub fn from_json(bytes: &[u8]) -> Result<Self, FormatError> {
        if bytes.len() > MAX_BYTES {
            return Err(FormatError::at(&Path::ROOT, FormatErrorKind::TooLarge));
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let state = State::default();
        let mut deserializer = serde_json::Deserializer::from_slice(bytes);
        let read = state
            .root()
            .deserialize(&mut deserializer)
            .and_then(|node| deserializer.end().map(|()| node));
        read.map_err(|error| {
            let mut problem = state.problem();
            if problem.kind == FormatErrorKind::Unsupported {
                problem.kind = FormatErrorKind::Syntax {
                    line: error.line(),
                    column: error.column(),
                };
            }
            problem
        })
    }

    /// Reads from any self-describing deserializer, such as that of JavaScript objects.
    ///
    /// # Errors
    /// As [`Node::from_json`]; a number that is no safe integer; a value that JSON does not have.
    pub fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, FormatError> {
        let state = State::default();
        let read = state.root().deserialize(deserializer);
        read.map_err(|_| state.problem())
    }
}

/// What one reading shares: the first problem, with its path, and the budget used so far.
#[derive(Default)]
struct State {
    problem: RefCell<Option<FormatError>>,
    values: Cell<usize>,
    bytes: Cell<usize>,
}

impl State {
    const fn root(&self) -> Seed<'_> {
        Seed {
            path: &Path::ROOT,
            depth: 0,
            state: self,
        }
    }

    fn problem(&self) -> FormatError {
        let unsupported = || FormatError::at(&Path::ROOT, FormatErrorKind::Unsupported);
        self.problem.take().unwrap_or_else(unsupported)
    }
}

/// Reads one value at one path.
#[derive(Clone, Copy)]
struct Seed<'a> {
    path: &'a Path<'a>,
    /// Lists and objects around this value.
    depth: usize,
    state: &'a State,
}

impl<'a> Seed<'a> {
    /// Keeps the first problem; what the deserializer is told is never shown.
    fn fail<E: Error>(self, kind: FormatErrorKind) -> E {
        self.keep(kind);
        E::custom("")
    }

    fn keep(self, kind: FormatErrorKind) {
        let mut problem = self.state.problem.borrow_mut();
        if problem.is_none() {
            *problem = Some(FormatError::at(self.path, kind));
        }
    }

    const fn inside(self, path: &'a Path<'a>) -> Self {
        Self {
            path,
            depth: self.depth + 1,
            state: self.state,
        }
    }

    /// Counts values and the bytes of their texts.
    fn count(self, values: usize, bytes: usize) -> Result<(), FormatErrorKind> {
        let values = self.state.values.get() + values;
        let bytes = self.state.bytes.get() + bytes;
        self.state.values.set(values);
        self.state.bytes.set(bytes);
        if values > MAX_VALUES {
            return Err(FormatErrorKind::TooManyValues);
        }
        if bytes > MAX_BYTES {
            return Err(FormatErrorKind::TooLarge);
        }
        Ok(())
    }

    /// Counts a text that is a value (1) or a name (0).
    fn check_text(self, values: usize, text: &str) -> Result<(), FormatErrorKind> {
        if text.len() > MAX_CHARACTERS {
            let length = text.chars().count();
            if length > MAX_CHARACTERS {
                return Err(FormatErrorKind::TooLong { length });
            }
        }
        self.count(values, text.len())
    }

    fn plain<E: Error>(self, node: Node) -> Result<Node, E> {
        match self.count(1, 0) {
            Ok(()) => Ok(node),
            Err(kind) => Err(self.fail(kind)),
        }
    }

    fn check_depth(self) -> Result<(), FormatErrorKind> {
        if self.depth >= MAX_DEPTH {
            return Err(FormatErrorKind::TooDeep);
        }
        self.count(1, 0)
    }

    fn check_fields(self, fields: &[(String, Node)]) -> Result<(), FormatError> {
        duplicate(fields).map_or(Ok(()), |name| {
            let path = self.path.field(name);
            Err(FormatError::at(&path, FormatErrorKind::DuplicateField))
        })
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let read = deserializer.deserialize_any(self);
        if read.is_err() {
            // A problem of the deserializer's own: the innermost value names the place.
            self.keep(FormatErrorKind::Unsupported);
        }
        read
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.plain(Node::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        self.plain(Node::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        self.plain(Node::Number(value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        self.plain(Node::Number(value.to_string()))
    }

    /// JavaScript's safe integers arrive as `i64`; whatever arrives here is none.
    fn visit_f64<E: Error>(self, _: f64) -> Result<Node, E> {
        Err(self.fail(FormatErrorKind::UnsafeNumber))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        match self.check_text(1, text) {
            Ok(()) => Ok(Node::text(text)),
            Err(kind) => Err(self.fail(kind)),
        }
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Node, E> {
        match self.check_text(1, &text) {
            Ok(()) => Ok(Node::Text(text)),
            Err(kind) => Err(self.fail(kind)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        self.check_depth().map_err(|kind| self.fail(kind))?;
        let mut items = Vec::new();
        while let Some(item) =
            access.next_element_seed(self.inside(&self.path.item(items.len())))?
        {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut fields = Fields::new();
        let mut checked = false;
        while let Some(name) = access.next_key::<String>()? {
            let path = self.path.field(&name);
            let inside = self.inside(&path);
            let number = fields.is_empty() && name == NUMBER_KEY;
            if !number && !checked {
                checked = true;
                self.check_depth().map_err(|kind| self.fail(kind))?;
            }
            inside
                .check_text(0, &name)
                .map_err(|kind| inside.fail(kind))?;
            let value = access.next_value_seed(inside)?;
            fields.push((name, value));
        }
        if !checked {
            // Empty, or nothing but the number's key.
            fields = match as_number(fields) {
                Ok(text) => return Ok(Node::Number(text)),
                Err(fields) => fields,
            };
            self.check_depth().map_err(|kind| self.fail(kind))?;
        }
        self.check_fields(&fields).map_err(|error| {
            let mut problem = self.state.problem.borrow_mut();
            problem.get_or_insert(error);
            A::Error::custom("")
        })?;
        Ok(Node::Object(fields))
    }
}

/// The source text of a number handed over as a map; the fields again where they are none.
fn as_number(mut fields: Fields) -> Result<String, Fields> {
    match (fields.pop(), fields.is_empty()) {
        (Some((name, Node::Text(text))), true) if name == NUMBER_KEY && is_number(&text) => {
            Ok(text)
        }
        (Some(field), _) => {
            fields.push(field);
            Err(fields)
        }
        (None, _) => Err(fields),
    }
}
