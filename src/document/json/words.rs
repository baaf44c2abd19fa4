//! The words of the format that stand for choices in a row.

use crate::actual::Band;
use crate::value::Comparator;

/// The words of bands.
pub(super) const BANDS: [(&str, Band); 3] = [
    ("achieved", Band::Achieved),
    ("partly", Band::Partly),
    ("missed", Band::Missed),
];

/// The signs of comparators.
pub(super) const COMPARATORS: [(&str, Comparator); 5] = [
    ("=", Comparator::Equal),
    (">=", Comparator::AtLeast),
    ("<=", Comparator::AtMost),
    (">", Comparator::Above),
    ("<", Comparator::Below),
];

/// The word of a choice.
pub(super) fn word_of<T: PartialEq>(words: &[(&'static str, T)], choice: &T) -> &'static str {
    let found = words.iter().find(|(_, other)| other == choice);
    found.map_or("", |(word, _)| word)
}
