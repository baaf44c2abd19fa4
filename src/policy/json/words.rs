//! The words of the format that stand for choices without figures.

use crate::decimal::Rounding;
use crate::node::{FormatError, FormatErrorKind, Node, Path, Record, Shape, wrong_type};
use crate::policy::{AtLimit, Basis, EqualRule, Grade};
use crate::table::Level1;

/// A choice that is written as one word.
pub(super) trait Word: Copy + PartialEq + 'static {
    /// Every choice and its word.
    const WORDS: &'static [(&'static str, Self)];

    /// The word of this choice.
    fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, choice)| *choice == self);
        found.map_or("", |(word, _)| word)
    }
}

impl Word for Rounding {
    const WORDS: &'static [(&'static str, Self)] =
        &[("half-up", Self::HalfUp), ("truncate", Self::Truncate)];
}

impl Word for Basis {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("document", Self::Document),
        ("practice", Self::Practice),
        ("ours", Self::Ours),
    ];
}

impl Word for AtLimit {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("ratio", Self::Ratio),
        ("met", Self::Met),
        ("nothing", Self::Nothing),
    ];
}

impl Word for EqualRule {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("reached", Self::Reached),
        ("symmetric", Self::Symmetric),
        ("exact", Self::Exact),
    ];
}

impl Word for Grade {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("excellent", Self::Excellent),
        ("good", Self::Good),
        ("fair", Self::Fair),
        ("poor", Self::Poor),
    ];
}

impl Word for Level1 {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("cost", Self::Cost),
        ("output", Self::Output),
        ("benefit", Self::Benefit),
        ("satisfaction", Self::Satisfaction),
        ("other", Self::Other),
    ];
}

/// Reads a word that must be there.
pub(super) fn word<T: Word>(
    record: &mut Record<'_>,
    path: &Path<'_>,
    name: &str,
) -> Result<T, FormatError> {
    let text = text(record, path, name)?;
    let found = T::WORDS.iter().find(|(word, _)| *word == text);
    found
        .map(|(_, choice)| *choice)
        .ok_or_else(|| unknown(&path.field(name), text))
}

/// Reads a text that must be there.
pub(super) fn text(
    record: &mut Record<'_>,
    path: &Path<'_>,
    name: &str,
) -> Result<String, FormatError> {
    match record.need(name)? {
        Node::Text(text) => Ok(text),
        other => Err(wrong_type(&path.field(name), Shape::Text, &other)),
    }
}

/// A word that is none of those allowed here.
pub(super) fn unknown(path: &Path<'_>, found: String) -> FormatError {
    FormatError::at(path, FormatErrorKind::UnknownWord { found })
}
