//! Actual cells held against target cells: line 1 is the target, line 2 the actual, then name, direction, unit
//! and year.

use jiping::value::Context;
use jiping::value::meet::{Outcome, hold};
use jiping::value::parse::{read_actual, read_target};

use super::read_target::{context, sound};

/// Reads anything as an actual and holds it against its target.
pub fn run(data: &[u8]) {
    let input = String::from_utf8_lossy(data);
    let mut lines = input.split('\n');
    let target = lines.next().unwrap_or_default();
    let text = lines.next().unwrap_or_default();
    let context = Context {
        target,
        ..context(&mut lines)
    };
    let target = read_target(target, &context).value;
    let reading = read_actual(text, target.as_ref(), &context);
    sound(text, &reading);
    assert_eq!(
        reading,
        read_actual(text, target.as_ref(), &context),
        "not the same twice"
    );
    let (Some(target), Some(achieved)) = (target, reading.value) else {
        return;
    };
    let meeting = hold(&target, &achieved, &context);
    for issue in &meeting.issues {
        let range = issue.span.start..issue.span.end;
        assert!(
            text.get(range).is_some(),
            "{issue:?} points outside {text:?}"
        );
    }
    if matches!(meeting.outcome, Outcome::Unusable) {
        assert!(
            !meeting.issues.is_empty(),
            "unusable without a word: {target:?} {achieved:?}"
        );
    }
}
