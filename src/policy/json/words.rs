//! The words of the format that stand for choices without figures.

use crate::decimal::Rounding;
use crate::node::{FormatError, FormatErrorKind, Path};
use crate::policy::{AtLimit, Basis, EqualRule, Grade};
use crate::table::Level1;

/// A choice that is written as one word.
pub(super) trait Word: Copy + PartialEq + 'static {
    /// Every choice and its word.
    const WORDS: &'static [(&'static str, Self)];
    /// What stands in for a choice that could not be read.
    const OTHER: Self;

    /// The word of this choice.
    fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, choice)| *choice == self);
        found.map_or("", |(word, _)| word)
    }
}

impl Word for Rounding {
    const OTHER: Self = Self::HalfUp;
    const WORDS: &'static [(&'static str, Self)] =
        &[("half-up", Self::HalfUp), ("truncate", Self::Truncate)];
}

impl Word for Basis {
    const OTHER: Self = Self::Ours;
    const WORDS: &'static [(&'static str, Self)] = &[
        ("document", Self::Document),
        ("practice", Self::Practice),
        ("ours", Self::Ours),
    ];
}

impl Word for AtLimit {
    const OTHER: Self = Self::Ratio;
    const WORDS: &'static [(&'static str, Self)] = &[
        ("ratio", Self::Ratio),
        ("met", Self::Met),
        ("nothing", Self::Nothing),
    ];
}

impl Word for EqualRule {
    const OTHER: Self = Self::Reached;
    const WORDS: &'static [(&'static str, Self)] = &[
        ("reached", Self::Reached),
        ("symmetric", Self::Symmetric),
        ("exact", Self::Exact),
    ];
}

impl Word for Grade {
    const OTHER: Self = Self::Poor;
    const WORDS: &'static [(&'static str, Self)] = &[
        ("excellent", Self::Excellent),
        ("good", Self::Good),
        ("fair", Self::Fair),
        ("poor", Self::Poor),
    ];
}

impl Word for Level1 {
    const OTHER: Self = Self::Other;
    const WORDS: &'static [(&'static str, Self)] = &[
        ("cost", Self::Cost),
        ("output", Self::Output),
        ("benefit", Self::Benefit),
        ("satisfaction", Self::Satisfaction),
        ("other", Self::Other),
    ];
}

/// A word that is none of those allowed here.
pub(super) fn unknown(path: &Path<'_>, found: String) -> FormatError {
    FormatError::at(path, FormatErrorKind::UnknownWord { found })
}
