//! The figures that a derivation quotes, in writing.

use super::{Language, reading};
use crate::decimal::{Number, Ratio, Rounding};
use crate::scoring::{Completion, Derivation, Execution, RowResult};
use crate::value::unit::Unit;
use crate::value::{Achieved, Issue, IssueKind, Value};
use std::cmp::Ordering;

/// What the sentences of one derivation quote.
pub(super) struct Facts {
    /// The actual as read, with what it is in the target's unit where that is another.
    pub actual: String,
    /// The target as read.
    pub target: String,
    /// Whether the target is a range.
    pub range: bool,
    /// Whether a day is held against a deadline.
    pub deadline: bool,
    /// Whether the actual's number is above the target's.
    pub beyond: bool,
    /// The number that the sum divides, in the target's unit.
    pub upper: Option<Ratio>,
    /// The number that the sum divides by.
    pub lower: Option<Number>,
    /// Completion rate or budget execution rate in %.
    pub percent: Number,
}

impl Facts {
    /// Of an indicator.
    pub fn of_row(row: &RowResult, derivation: &Derivation, language: Language) -> Self {
        let target = row.target.value.as_ref();
        let upper = derivation
            .converted
            .or_else(|| derivation.actual.map(Ratio::of));
        let order = upper
            .zip(derivation.target)
            .and_then(|(actual, target)| actual.compare(Ratio::of(target)));
        Self {
            actual: actual(row, derivation, target.and_then(unit), language),
            target: match target {
                Some(value) => reading::value(value, language),
                None => number(derivation.target),
            },
            range: matches!(target, Some(Value::Range(_))),
            deadline: matches!(
                (target, &row.actual.value),
                (Some(Value::Deadline(_)), Some(Achieved::Date(_)))
            ),
            beyond: order == Some(Ordering::Greater),
            upper,
            lower: derivation.target,
            percent: match row.completion {
                Completion::Rate(rate) => rate,
                Completion::Met | Completion::None => Number::ZERO,
            },
        }
    }

    /// The actual over the target.
    pub fn rate(&self) -> Option<Ratio> {
        self.upper?.checked_div(Ratio::of(self.lower?))
    }

    /// Of budget execution.
    pub fn of_execution(execution: &Execution) -> Self {
        Self {
            actual: number(execution.executed),
            target: number(execution.full_year),
            range: false,
            deadline: false,
            beyond: false,
            upper: execution.executed.map(Ratio::of),
            lower: execution.full_year,
            percent: telling(execution).or(execution.rate).unwrap_or_default(),
        }
    }
}

/// The execution rate in %; where it was rounded to a whole number, which may be a limit that it misses, with its
/// figures: 89.999 rather than 90.
fn telling(execution: &Execution) -> Option<Number> {
    let shown = execution.rate?;
    Ratio::of(shown).exact(0)?;
    let percent = execution
        .exact_rate?
        .checked_mul(Ratio::of(Number::HUNDRED))?;
    percent.round(6, Rounding::Truncate)
}

fn number(number: Option<Number>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn unit(value: &Value) -> Option<&Unit> {
    match value {
        Value::Quantity(quantity) => quantity.unit.as_ref(),
        Value::Range(range) => range.unit.as_ref(),
        Value::Deadline(_) | Value::Words(_) => None,
    }
}

/// 万 before a count word; the example, which is all that the small program holds, has no 万 but in 万元.
fn multiplier(unit: Option<&Unit>) -> &str {
    unit.filter(|_| crate::WHOLE).map_or("", Unit::multiplier)
}

/// `0.45 万元 = 4500 元`, `16000 人次 = 1.6 万人次`; an actual without a unit takes the target's, its 万 only where
/// the number was not converted.
fn actual(
    row: &RowResult,
    derivation: &Derivation,
    unit: Option<&Unit>,
    language: Language,
) -> String {
    let multiplier = multiplier(unit);
    let mut out = match (&row.actual.value, derivation.actual) {
        (Some(Achieved::Quantity { unit: None, .. }), Some(number)) => {
            let text = number.to_string();
            let plain = derivation.converted.and(unit).map(Unit::to_string);
            match plain
                .as_ref()
                .and_then(|word| word.strip_prefix(multiplier))
            {
                Some("") => text,
                Some(word) if crate::WHOLE => [&*text, " ", word].concat(),
                _ => reading::with_unit(text, unit),
            }
        }
        (Some(Achieved::Quantity { unit: own, .. }), Some(number)) => {
            reading::amount(number, own.as_ref())
        }
        (Some(achieved), _) => reading::achieved(achieved, language),
        (None, Some(number)) => reading::amount(number, unit),
        (None, None) => String::new(),
    };
    if let Some(converted) = converted(row) {
        out.push_str(if converted.starts_with('≈') {
            " "
        } else {
            " = "
        });
        out.push_str(&converted);
    }
    out
}

/// The actual in the target's unit, `0.78 万元`, `≈ 0.0833 天`; nothing where it is typed in that.
#[must_use]
#[inline(never)]
pub fn converted(row: &RowResult) -> Option<String> {
    let converted = row.derivation.as_ref()?.converted?;
    let mut figures = reading::figures(converted, 4);
    if !figures.exact {
        figures.text.insert_str(0, "≈ ");
    }
    let unit = row.target.value.as_ref().and_then(unit);
    let is_other = |issue: &Issue| matches!(issue.kind, IssueKind::OtherCountWord);
    if row.issues.iter().any(is_other) {
        // 40000个 are 4万, not 4万份.
        figures.text.push_str(multiplier(unit));
        return Some(figures.text);
    }
    Some(reading::with_unit(figures.text, unit))
}
