//! Feeds chance to [`jiping_fuzz::read_actual`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jiping_fuzz::read_actual::run(data));
