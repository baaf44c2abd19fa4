//! Reading cells: targets, actuals, plain numbers and amounts.

use super::{Achieved, Context, Issue, IssueKind, Reading, Value};
use crate::decimal::Number;
use crate::span::Span;

fn refused<T>(text: &str) -> Reading<T> {
    let kind = if text.trim().is_empty() {
        IssueKind::Blank
    } else {
        IssueKind::Unreadable
    };
    let span = Span::whole(text);
    Reading {
        value: None,
        issues: vec![Issue { kind, span }],
    }
}

/// Reads a target cell (指标值).
#[must_use]
pub fn read_target(text: &str, _context: &Context<'_>) -> Reading<Value> {
    refused(text)
}

/// Reads an actual cell (实际完成值). A blank cell gives no value and the issue `Blank`: not reported.
#[must_use]
pub fn read_actual(
    text: &str,
    _target: Option<&Value>,
    _context: &Context<'_>,
) -> Reading<Achieved> {
    refused(text)
}

/// Reads a plain number (a weight, a count).
#[must_use]
pub fn read_number(text: &str) -> Reading<Number> {
    refused(text)
}

/// Reads an amount of money; the result is in 万元, which is also what a bare number means.
#[must_use]
pub fn read_amount(text: &str) -> Reading<Number> {
    refused(text)
}
