//! What can be wrong with a file, and where. One error for JSON text, JavaScript objects, documents and policies.

use std::fmt;

use super::{MAX_BYTES, MAX_CHARACTERS, MAX_DEPTH, MAX_VALUES, Path};

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    /// Where, e.g. `$.indicators[3].weight`.
    pub path: String,
    /// What.
    pub kind: FormatErrorKind,
}

/// What kind of value stands somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A string.
    Text,
    /// A string or a number.
    TextOrNumber,
    /// An array.
    List,
    /// An object.
    Object,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatErrorKind {
    /// More than 10 MB.
    TooLarge,
    /// Not JSON, from this line and column on (both from 1).
    Syntax {
        /// Line.
        line: usize,
        /// Column, in bytes.
        column: usize,
    },
    /// More than 32 lists and objects inside each other.
    TooDeep,
    /// More than 1,000,000 values.
    TooManyValues,
    /// A text of more than 20,000 characters.
    TooLong {
        /// How many it has.
        length: usize,
    },
    /// A field stands twice in one object.
    DuplicateField,
    /// A JavaScript number that is no safe integer (a fraction, NaN, too large): write it as text.
    UnsafeNumber,
    /// A JavaScript value that JSON does not have.
    Unsupported,
    /// Another kind of value was expected.
    WrongType {
        /// What was expected.
        expected: Shape,
        /// What is there.
        found: Shape,
    },
    /// A field that must be there is not.
    Missing,
    /// A word that is none of those allowed here.
    UnknownWord {
        /// The word.
        found: String,
    },
    /// A text that is not a decimal (at most 15 digits before and 6 after the point).
    NotDecimal,
    /// A number that is not written as a whole one, with a point or an exponent.
    NotWhole,
    /// A number outside its range.
    OutOfRange {
        /// Least.
        least: u32,
        /// Most.
        most: u32,
    },
    /// A list of the wrong length.
    WrongLength {
        /// How many items there must be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The file says neither `"format": "jiping"` nor a version.
    NotOurs,
    /// The file was made by a newer version.
    NewerVersion {
        /// The version it names.
        found: u32,
    },
    /// More rows than a list may have.
    TooManyRows {
        /// How many there may be.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// An empty id, or one of more than 100 characters.
    BadId,
    /// Two rows of one list have the same id.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// No built-in policy has this id, and the file does not carry it whole.
    UnknownPolicy {
        /// The id.
        id: String,
    },
    /// Execution points and shares do not add up to 100.
    NotHundred {
        /// What they add up to.
        found: String,
    },
    /// Edges that overlap, leave a hole or stand in the wrong order.
    BadEdges,
}

impl FormatError {
    /// An error at a path.
    #[must_use]
    pub fn at(path: &Path<'_>, kind: FormatErrorKind) -> Self {
        Self {
            path: path.to_string(),
            kind,
        }
    }
}

impl Shape {
    /// In English.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::Text => "text",
            Self::TextOrNumber => "text or a number",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.kind, f)?;
        f.write_str(" at ")?;
        f.write_str(&self.path)
    }
}

impl std::error::Error for FormatError {}

impl fmt::Display for FormatErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "expected at most {MAX_BYTES} bytes, found more"),
            Self::Syntax { line, column } => {
                write!(f, "expected JSON, found something else in line {line}, column {column}")
            }
            Self::TooDeep => write!(f, "expected at most {MAX_DEPTH} levels, found more"),
            Self::TooManyValues => write!(f, "expected at most {MAX_VALUES} values, found more"),
            Self::TooLong { length } => write!(
                f,
                "expected at most {MAX_CHARACTERS} characters, found {length}"
            ),
            Self::DuplicateField => f.write_str("expected each field once, found it twice"),
            Self::UnsafeNumber => {
                f.write_str("expected a safe integer or a decimal as text, found another number")
            }
            Self::Unsupported => f.write_str("expected a value that JSON has, found another"),
            Self::WrongType { expected, found } => {
                write!(f, "expected {}, found {}", expected.name(), found.name())
            }
            Self::Missing => f.write_str("expected a field, found none"),
            Self::UnknownWord { found } => {
                write!(f, "expected one of the words of the format, found \"{found}\"")
            }
            Self::NotDecimal => f.write_str(
                "expected a decimal of at most 15 digits before and 6 after the point, found something else",
            ),
            Self::NotWhole => {
                f.write_str("expected a whole number without point or exponent, found another")
            }
            Self::OutOfRange { least, most } => {
                write!(f, "expected a number from {least} to {most}, found another")
            }
            Self::WrongLength { expected, found } => {
                write!(f, "expected {expected} items, found {found}")
            }
            Self::NotOurs => f.write_str(
                "expected a file with \"format\": \"jiping\" and a version, found neither",
            ),
            Self::NewerVersion { found } => {
                write!(f, "expected version 1, found version {found}: made by a newer version")
            }
            Self::TooManyRows { most, found } => {
                write!(f, "expected at most {most} rows, found {found}")
            }
            Self::BadId => f.write_str("expected an id of 1 to 100 characters, found another"),
            Self::DuplicateId { id } => write!(f, "expected each id once, found \"{id}\" twice"),
            Self::UnknownPolicy { id } => {
                write!(f, "expected a built-in policy or a whole one, found \"{id}\"")
            }
            Self::NotHundred { found } => {
                write!(f, "expected execution and shares to add up to 100, found {found}")
            }
            Self::BadEdges => f.write_str("expected edges in order and without holes, found others"),
        }
    }
}
