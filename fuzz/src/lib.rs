//! What must hold for any bytes at all, one module a target.
//!
//! The fuzzer feeds these functions chance; the native tests feed them the corpus.

pub mod document_json;
pub mod edits;
pub mod invariant;
pub mod link;
pub mod policy_json;
pub mod read_actual;
pub mod read_target;
