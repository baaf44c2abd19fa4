//! Words: every sentence a person reads, in Chinese and in English.
//!
//! Decides nothing: each function turns data of the core into words by exhaustive match, so that a missing
//! translation does not compile. Words that come from the document (names, units, cells) are quoted as they
//! stand, in both languages. Terms: field rules.

pub mod compare;
mod count;
pub mod derivation;
pub mod error;
mod fill;
pub mod finding;
pub mod format;
pub mod issue;
pub mod link;
pub mod place;
pub mod reading;
pub mod rollup;
pub mod rules;
#[cfg(feature = "more")]
pub mod screen;
#[cfg(feature = "more")]
pub mod share;
#[cfg(feature = "more")]
pub mod shelf;
pub mod term;
pub mod total;
pub mod ui;

pub use fill::fill;

/// Whether English is built in: in everything but the page's small program.
const ENGLISH: bool = crate::WHOLE;

/// Words that only the whole program comes to say: the small one leaves them out.
fn whole(words: impl FnOnce() -> String) -> String {
    if crate::WHOLE { words() } else { String::new() }
}

/// 语言: the language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// 中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// The words of this language.
    #[must_use]
    pub const fn pick<T: Copy>(self, chinese: T, english: T) -> T {
        match self {
            Self::English if ENGLISH => english,
            _ => chinese,
        }
    }

    /// The tag of HTML's `lang`: `zh-CN` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        self.pick("zh-CN", "en")
    }
}
