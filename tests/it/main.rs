//! The native integration tests, one binary.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests stand outside of test functions"
)]

mod compare;
mod corpus;
mod edit;
mod fuzz_replay;
mod grammar;
mod history;
mod identities;
mod json_document;
mod json_golden;
mod json_node;
mod json_policy;
mod json_profiles;
mod json_schema;
mod json_seed;
mod labels;
mod layering;
mod money;
mod oracle;
mod page;
mod policy_golden;
mod report;
mod repository;
mod review;
mod rollup;
mod scoring;
mod share;
mod shelf;
mod simple;
mod support;
mod tidy;
mod totals;
mod value;
mod weights;
mod words;
