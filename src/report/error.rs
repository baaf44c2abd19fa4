//! The codes of what can be wrong with what a caller hands in.

use crate::node::FormatErrorKind;

/// The code of an error, in kebab-case.
#[must_use]
pub const fn format_code(kind: &FormatErrorKind) -> &'static str {
    match kind {
        FormatErrorKind::TooLarge => "too-large",
        FormatErrorKind::Syntax { .. } => "syntax",
        FormatErrorKind::TooDeep => "too-deep",
        FormatErrorKind::TooManyValues => "too-many-values",
        FormatErrorKind::TooLong { .. } => "too-long",
        FormatErrorKind::DuplicateField => "duplicate-field",
        FormatErrorKind::UnsafeNumber => "unsafe-number",
        FormatErrorKind::Unsupported => "unsupported",
        FormatErrorKind::WrongType { .. } => "wrong-type",
        FormatErrorKind::Missing => "missing",
        FormatErrorKind::UnknownWord { .. } => "unknown-word",
        FormatErrorKind::NotDecimal => "not-decimal",
        FormatErrorKind::NotWhole => "not-whole",
        FormatErrorKind::OutOfRange { .. } => "out-of-range",
        FormatErrorKind::WrongLength { .. } => "wrong-length",
        FormatErrorKind::NotOurs => "not-ours",
        FormatErrorKind::NewerVersion { .. } => "newer-version",
        FormatErrorKind::TooManyRows { .. } => "too-many-rows",
        FormatErrorKind::BadId => "bad-id",
        FormatErrorKind::DuplicateId { .. } => "duplicate-id",
        FormatErrorKind::UnknownPolicy { .. } => "unknown-policy",
        FormatErrorKind::NotHundred { .. } => "not-hundred",
        FormatErrorKind::BadEdges => "bad-edges",
    }
}
