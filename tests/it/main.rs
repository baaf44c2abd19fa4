//! The native integration tests, one binary.

mod json_policy;
mod oracle;
mod scoring;
mod simple;
mod totals;
mod weights;
mod words;
