//! The native integration tests, one binary.

mod json_policy;
