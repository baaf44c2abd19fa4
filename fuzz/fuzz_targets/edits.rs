//! Feeds chance to [`jiping_fuzz::edits`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jiping_fuzz::edits::run(data));
