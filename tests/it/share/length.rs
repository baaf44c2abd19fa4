//! The lengths that links are made for.

use jiping::share;

use crate::support::measured::{TABLES, benchmark, published};
use crate::support::{example, shared};

/// What passes through every chat program.
const WHOLE: usize = 2_000;
/// What an answer may need.
const ANSWERS: usize = 450;

#[test]
fn the_benchmark_fits() {
    let Some(json) = shared("bench/filled-seed.json") else {
        return;
    };
    let document = benchmark(&json);
    let whole = share::encode(&document).expect("a link").len();
    let answers = share::encode_answers(&document).expect("a link").len();
    assert!(whole < WHOLE, "{whole}");
    assert!(answers <= ANSWERS, "{answers}");
}

#[test]
fn published_tables_fit() {
    for name in TABLES {
        let Some(json) = shared(name) else { continue };
        let whole = share::encode(&published(&json)).expect("a link").len();
        assert!(whole < WHOLE, "{name}: {whole}");
    }
}

#[test]
fn answers_are_shorter_than_the_whole() {
    let document = example();
    let whole = share::encode(&document).expect("a link").len();
    let answers = share::encode_answers(&document).expect("a link").len();
    assert!(answers < whole, "{answers} of {whole}");
}
