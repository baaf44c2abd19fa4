//! 绩评 Jiping: from a target table to an explained grade.

/// Whether this program is the whole one. The small one, which the first visit loads, gives way to the whole one when
/// somebody presses a button that it cannot serve; what only the whole one reaches is not in the small one's file.
pub(crate) const WHOLE: bool = cfg!(any(feature = "more", not(feature = "app")));

/// A list of what an iterator gives, like `collect`, which has the code of the iterator twice: for the first and the rest.
pub(crate) fn gather<T>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let items = items.into_iter();
    let mut all = Vec::new();
    if WHOLE {
        all.reserve(items.size_hint().0);
    }
    for one in items {
        all.push(one);
    }
    all
}

pub mod decimal;
pub mod span;

pub mod node;

pub mod value;

pub mod actual;
pub mod survey;
pub mod table;

pub mod policy;

pub mod document;
pub mod edit;
pub mod finding;
pub mod scoring;

pub mod compare;
pub mod rollup;
pub mod share;

pub mod history;

pub mod i18n;
pub mod report;

#[cfg(feature = "api")]
pub mod api;

pub mod weight;

pub mod grid;

pub mod app;
