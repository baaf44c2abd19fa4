//! Target cells: line 1 is the cell, then name, direction, unit and year.

use jiping::value::parse::{read_amount, read_number, read_target};
use jiping::value::{Context, Reading, Value};

/// The context that lines 2 to 5 of the input make.
pub fn context<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Context<'a> {
    let mut line = || lines.next().unwrap_or_default();
    Context {
        name: line(),
        direction: line(),
        unit: line(),
        year: line().parse().ok(),
        target: "",
    }
}

/// A reading has a value or says why not, and points into its text.
pub fn sound<T>(text: &str, reading: &Reading<T>) {
    assert!(
        reading.value.is_some() || !reading.issues.is_empty(),
        "refused without a word: {text:?}"
    );
    for issue in &reading.issues {
        let range = issue.span.start..issue.span.end;
        assert!(
            text.get(range).is_some(),
            "{issue:?} points outside {text:?}"
        );
    }
}

/// Reads anything as a target, a number and an amount.
pub fn run(data: &[u8]) {
    let input = String::from_utf8_lossy(data);
    let mut lines = input.split('\n');
    let text = lines.next().unwrap_or_default();
    let context = context(&mut lines);
    let reading = read_target(text, &context);
    sound(text, &reading);
    assert_eq!(reading, read_target(text, &context), "not the same twice");
    if let Some(Value::Range(range)) = &reading.value {
        assert!(range.low.number <= range.high.number, "{range:?}");
    }
    sound(text, &read_number(text));
    sound(text, &read_amount(text));
}
