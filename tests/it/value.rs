//! Reading cells and holding actuals against targets: one line a case.

mod actual;
mod amounts;
mod meet;
mod mutation;
pub mod notation;
mod property;
mod target_date;
mod target_name;
mod target_number;
mod target_sign;
mod target_unit;
mod target_words;
mod unit;

use jiping::value::Context;
use jiping::value::parse::{read_actual, read_target};

/// A cell of a table of 2022 and nothing else.
const ALONE: Context<'static> = Context {
    name: "",
    direction: "",
    unit: "",
    year: Some(2022),
    target: "",
};

#[track_caller]
fn target(text: &str, expected: &str) {
    assert_eq!(
        notation::target(&read_target(text, &ALONE)),
        expected,
        "{text}"
    );
}

#[track_caller]
fn named(text: &str, name: &str, expected: &str) {
    column(text, name, "", "", expected);
}

#[track_caller]
fn column(text: &str, name: &str, direction: &str, unit: &str, expected: &str) {
    let context = Context {
        name,
        direction,
        unit,
        ..ALONE
    };
    let reading = read_target(text, &context);
    assert_eq!(notation::target(&reading), expected, "{text} / {name}");
}

#[track_caller]
fn actual(text: &str, expected: &str) {
    assert_eq!(
        notation::actual(&read_actual(text, None, &ALONE)),
        expected,
        "{text}"
    );
}

#[track_caller]
fn against(target: &str, text: &str, expected: &str) {
    let target = read_target(target, &ALONE).value;
    let reading = read_actual(text, target.as_ref(), &ALONE);
    assert_eq!(notation::actual(&reading), expected, "{text}");
}

#[track_caller]
fn on(name: &str, target: &str, text: &str, expected: &str) {
    let context = Context {
        name,
        target,
        ..ALONE
    };
    let wanted = read_target(target, &context).value;
    let reading = read_actual(text, wanted.as_ref(), &context);
    assert_eq!(notation::actual(&reading), expected, "{text} on {name}");
}
