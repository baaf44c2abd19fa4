//! The figures that a derivation quotes, in writing.

use super::{Language, reading};
use crate::decimal::{Number, Ratio};
use crate::scoring::{Derivation, Execution, RowResult, telling};
use crate::value::unit::{Dimension, Unit};
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
    /// Completion rate below a pass line, or budget execution rate, in %.
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
            // The default policy, which is all that the small program knows, has no pass line.
            percent: below(upper.filter(|_| crate::WHOLE), derivation.target).unwrap_or_default(),
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
            percent: execution.exact_rate.and_then(telling).unwrap_or_default(),
        }
    }
}

/// What an actual that misses its target has reached of it, in %: a/t, or t/a where less is better.
fn below(actual: Option<Ratio>, target: Option<Number>) -> Option<Number> {
    let (actual, target) = (actual?, Ratio::of(target?));
    let more = actual.compare(target)? == Ordering::Greater;
    let (upper, lower) = if more {
        (target, actual)
    } else {
        (actual, target)
    };
    telling(upper.checked_div(lower)?)
}

fn number(number: Option<Number>) -> String {
    number.map(|number| number.text()).unwrap_or_default()
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
            let text = number.text();
            let plain = derivation.converted.and(unit).map(Unit::text);
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

/// Ends a figure in other count words than the target's: 40000个 are 4万, not 4万份; 12000元/人 are 1.2万元/人, not
/// 1.2万元/户.
fn end_with_own(figures: &mut String, own: Option<&Achieved>, unit: &Unit) {
    if matches!(unit.upper.dimension, Dimension::Count | Dimension::People) {
        figures.push_str(unit.multiplier());
        return;
    }
    figures.push(' ');
    figures.push_str(&unit.upper.word);
    if let Some(Achieved::Quantity {
        unit: Some(own), ..
    }) = own
        && let Some(per) = &own.per
        && per.factor == (1, 1)
    {
        figures.push('/');
        figures.push_str(&per.word);
    }
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
        if let Some(unit) = unit.filter(|_| crate::WHOLE) {
            end_with_own(&mut figures.text, row.actual.value.as_ref(), unit);
        }
        return Some(figures.text);
    }
    Some(reading::with_unit(figures.text, unit))
}
