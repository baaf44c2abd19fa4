//! 开始: the documents a page can begin with.

use std::rc::Rc;

use crate::document::Document;
use crate::policy::default_policy;
use crate::table::Header;

use super::persist;

const EXAMPLE: &str = include_str!("../../www/data/seed-2022.json");

/// The published table of 2022, nothing filled in; an empty one should it not be readable.
#[must_use]
pub fn example() -> Document {
    persist::read(EXAMPLE.as_bytes(), crate::i18n::Language::Chinese).unwrap_or_else(|_| empty())
}

/// A table without rows.
#[must_use]
pub fn empty() -> Document {
    Document {
        header: Rc::new(Header::default()),
        tasks: Vec::new(),
        goals: Vec::new(),
        rows: Vec::new(),
        policy: default_policy(),
        extra: Vec::new(),
    }
}
