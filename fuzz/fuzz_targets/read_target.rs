//! Feeds chance to [`jiping_fuzz::read_target`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jiping_fuzz::read_target::run(data));
