//! Feeds chance to [`jiping_fuzz::link`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jiping_fuzz::link::run(data));
