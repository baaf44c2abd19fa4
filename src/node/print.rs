//! [`Node`] → JSON text or JavaScript objects.
//!
//! Text is written by hand: a serializer would send a number's source text through a private key, and would
//! weigh more than these lines. Equal nodes give equal bytes.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::Node;
use super::text::is_number;

/// Largest whole number that a JavaScript number holds exactly.
const MAX_SAFE: i64 = 9_007_199_254_740_991;

impl Node {
    /// JSON text, indented by two spaces, with a line end at its end.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        print(self, 0, &mut out);
        out.push('\n');
        out
    }

    /// JSON text in one line, without a line end.
    #[must_use]
    pub fn to_line(&self) -> String {
        let mut out = String::new();
        print(self, ONE_LINE, &mut out);
        out
    }
}

/// JSON text that is written field by field, without a tree of it: the same bytes as of the tree.
#[derive(Debug)]
pub struct Printer {
    out: String,
    depth: usize,
}

impl Printer {
    /// An object is begun: one line, or lines indented by two spaces.
    #[must_use]
    pub(crate) fn new(line: bool) -> Self {
        Self {
            out: "{".to_owned(),
            depth: if line { ONE_LINE + 1 } else { 1 },
        }
    }

    /// The text, its object ended.
    #[must_use]
    pub(crate) fn finish(mut self) -> String {
        self.close('}');
        indent(self.depth, &mut self.out);
        self.out
    }

    /// Writes a text unless it is empty.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.name(name);
            quote(text, &mut self.out);
        }
    }

    /// Writes a whole number.
    pub(crate) fn number(&mut self, name: &str, number: u32) {
        self.name(name);
        self.out.push_str(&number.to_string());
    }

    /// Writes a field whatever it holds.
    pub(crate) fn node(&mut self, name: &str, node: &Node) {
        self.name(name);
        print(node, self.depth, &mut self.out);
    }

    /// Begins an object or a list; an item of a list has no name. Gives what was written before.
    pub(crate) fn open(&mut self, name: &str, bracket: char) -> usize {
        let before = self.out.len();
        self.name(name);
        self.out.push(bracket);
        self.depth += 1;
        before
    }

    /// Ends an object or a list.
    pub(crate) fn close(&mut self, bracket: char) {
        self.depth -= 1;
        indent(self.depth, &mut self.out);
        self.out.push(bracket);
    }

    /// Ends an object or a list, or takes it back where it is empty.
    pub(crate) fn close_unless_empty(&mut self, bracket: char, before: usize) {
        if self.is_fresh() {
            self.depth -= 1;
            self.out.truncate(before);
        } else {
            self.close(bracket);
        }
    }

    /// Whether nothing is written yet in the innermost object or list.
    fn is_fresh(&self) -> bool {
        self.out.ends_with(['{', '['])
    }

    fn name(&mut self, name: &str) {
        if !self.is_fresh() {
            self.out.push(',');
        }
        indent(self.depth, &mut self.out);
        if !name.is_empty() {
            quote(name, &mut self.out);
            self.out.push_str(colon(self.depth));
        }
    }
}

/// A depth that nothing reaches by going deeper from the outermost value: no lines are broken.
const ONE_LINE: usize = 1 << 20;

fn print(node: &Node, depth: usize, out: &mut String) {
    match node {
        Node::Null => out.push_str("null"),
        Node::Bool(true) => out.push_str("true"),
        Node::Bool(false) => out.push_str("false"),
        Node::Number(text) if is_number(text) => out.push_str(text),
        Node::Number(text) | Node::Text(text) => quote(text, out),
        Node::List(items) if items.is_empty() => out.push_str("[]"),
        Node::List(items) => {
            for (at, item) in items.iter().enumerate() {
                out.push(if at == 0 { '[' } else { ',' });
                indent(depth + 1, out);
                print(item, depth + 1, out);
            }
            indent(depth, out);
            out.push(']');
        }
        Node::Object(fields) if fields.is_empty() => out.push_str("{}"),
        Node::Object(fields) => {
            for (at, (name, value)) in fields.iter().enumerate() {
                out.push(if at == 0 { '{' } else { ',' });
                indent(depth + 1, out);
                quote(name, out);
                out.push_str(colon(depth));
                print(value, depth + 1, out);
            }
            indent(depth, out);
            out.push('}');
        }
    }
}

const fn colon(depth: usize) -> &'static str {
    if depth < ONE_LINE { ": " } else { ":" }
}

fn indent(depth: usize, out: &mut String) {
    if depth >= ONE_LINE {
        return;
    }
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if u32::from(c) < 0x20 => {
                out.push_str(if u32::from(c) < 0x10 {
                    "\\u000"
                } else {
                    "\\u001"
                });
                out.push(char::from_digit(u32::from(c) % 16, 16).unwrap_or('0'));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// For JavaScript: safe integers as numbers, other numbers as text.
impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(text) => match text.parse::<i64>() {
                Ok(number) if (-MAX_SAFE..=MAX_SAFE).contains(&number) => {
                    serializer.serialize_i64(number)
                }
                _ => serializer.serialize_str(text),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => {
                let mut seq = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    seq.serialize_element(item)?;
                }
                seq.end()
            }
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}
