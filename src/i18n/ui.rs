//! The page's own words: heads, buttons, labels, messages.
//!
//! Words of the core's data (issues, findings, derivations, terms) are elsewhere. Source: the official form.

mod keeping;
mod notice;
mod word;

pub use keeping::{Keeping, keeping};
pub use notice::{Notice, notice};
#[cfg(feature = "more")]
pub(crate) use word::words;
pub use word::{RuleWord, Word, rule_word, word};
