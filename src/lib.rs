//! 绩评 Jiping: from a target table to an explained grade.

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
