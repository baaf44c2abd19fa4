//! Feeds chance to [`jiping_fuzz::document_json`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jiping_fuzz::document_json::run(data));
