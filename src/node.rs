//! The one tree that JSON text and JavaScript objects are read into and written from.
//!
//! Decides what any file may be before its meaning is looked at: the source text of every number, the order
//! of fields and unknown fields are kept; a field may stand once; size, depth, length and the number of
//! values are bounded. A number never passes through a float. Every error names its path.

use std::ops::{Deref, DerefMut};

use crate::WHOLE;

mod error;
mod parse;
mod path;
mod print;
mod record;
mod text;

pub use error::{FormatError, FormatErrorKind, Shape};
pub use path::Path;
pub(crate) use print::Printer;
pub use record::{Record, Writer, overlay};
pub(crate) use record::{cell, list, wrong_type};

/// Most bytes of a file: 10 MB.
pub const MAX_BYTES: usize = 10_000_000;
/// Most lists and objects inside each other.
pub const MAX_DEPTH: usize = 32;
/// Most characters of one text.
pub const MAX_CHARACTERS: usize = 20_000;
/// Most values in one file; the largest table we accept has about a fifth of that.
pub const MAX_VALUES: usize = 1_000_000;

/// The fields of an object, in their order.
pub type Fields = Vec<(String, Node)>;

/// Fields of a file that we do not know, kept and saved again. The small program reads no files: it copies none.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Unknown(Fields);

impl Clone for Unknown {
    fn clone(&self) -> Self {
        if WHOLE {
            Self(self.0.clone())
        } else {
            Self::default()
        }
    }
}

impl From<Fields> for Unknown {
    fn from(fields: Fields) -> Self {
        Self(fields)
    }
}

impl Deref for Unknown {
    type Target = Fields;

    fn deref(&self) -> &Fields {
        &self.0
    }
}

impl DerefMut for Unknown {
    fn deref_mut(&mut self) -> &mut Fields {
        &mut self.0
    }
}

/// One JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number's source text, digit by digit; an exponent is spelt `e+7` or `e-7`.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object.
    Object(Fields),
}

impl Node {
    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// What kind of value this is.
    #[must_use]
    pub const fn shape(&self) -> Shape {
        match self {
            Self::Null => Shape::Null,
            Self::Bool(_) => Shape::Bool,
            Self::Number(_) => Shape::Number,
            Self::Text(_) => Shape::Text,
            Self::List(_) => Shape::List,
            Self::Object(_) => Shape::Object,
        }
    }
}
