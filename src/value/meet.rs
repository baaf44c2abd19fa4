//! 达标与否: an actual held against a target, before any scoring.
//!
//! Decides the comparison alone, exactly; points are the scorer's. Source: field rules 1 and 2.

mod compare;

use std::cmp::Ordering;

use super::{Achieved, Comparator, Context, Day, Edge, Issue, IssueKind, Value};
use crate::WHOLE;
use crate::decimal::{Number, Ratio};
use crate::span::Span;
use compare::{Held, against, between, held, matched, timing};

/// What holding an actual against a target gives.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// How they compare.
    pub outcome: Outcome,
    /// Errors, questions and notes; spans are those of the actual's text.
    pub issues: Vec<Issue>,
}

/// How an actual compares with its target.
#[derive(Clone, Copy, Debug)]
pub enum Outcome {
    /// Number against number.
    Quantity {
        /// The target's comparator.
        comparator: Comparator,
        /// The target's number, in its unit.
        target: Number,
        /// The actual's number as typed, in its own unit.
        typed: Number,
        /// The actual in the target's unit, exact.
        actual: Ratio,
        /// Whether `actual` had to be converted from another unit.
        converted: bool,
        /// The actual against the target's number.
        order: Ordering,
        /// What that means under the comparator.
        verdict: Verdict,
    },
    /// Number against two edges.
    Range {
        /// The target's lower edge.
        low: Edge,
        /// The target's upper edge.
        high: Edge,
        /// The actual's number as typed, in its own unit.
        typed: Number,
        /// The actual in the target's unit, exact.
        actual: Ratio,
        /// Whether `actual` had to be converted from another unit.
        converted: bool,
        /// Where it lies.
        side: Side,
    },
    /// Date against deadline.
    Deadline {
        /// The last day in time.
        until: Day,
        /// Whether it was met.
        timing: Timing,
    },
    /// Words against words.
    Words(WordsMatch),
    /// Nothing can be said; `issues` say why.
    Unusable,
}

/// What a comparison means under the target's comparator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// 达标.
    Met,
    /// 未达标.
    NotMet,
    /// Exactly at the limit of `>` or `<`: not met.
    AtLimit,
}

/// Where a number lies against a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Below the lower edge.
    Below,
    /// On a lower edge that is not included.
    AtLow,
    /// Inside, included edges counting.
    Inside,
    /// On an upper edge that is not included.
    AtHigh,
    /// Above the upper edge.
    Above,
}

/// How a date stands to a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// On the day or before.
    InTime,
    /// Too late.
    Late {
        /// By how many days, where the day is known.
        days: Option<u32>,
    },
    /// The month (or year) named holds days in time and days too late: asks.
    DayNeeded,
}

/// How a qualitative actual selects a band, if it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsMatch {
    /// The same text as the target: first band.
    SameText,
    /// 是 against 是, 否 against 否: first band.
    SameAnswer,
    /// 是 against 否: third band.
    OppositeAnswer,
    /// A band phrase: its index, 0 达成, 1 部分达成, 2 未达成.
    Band(u8),
    /// The person chooses.
    Open,
}

/// Holds an actual against its target.
///
/// Numbers are compared by cross-multiplication in the target's unit. An actual without a unit takes the target's.
///
/// ```
/// use jiping::value::meet::{Outcome, Verdict, hold};
/// use jiping::value::parse::{read_actual, read_target};
/// use jiping::value::Context;
/// let context = Context::default();
/// let target = read_target("≥1公顷", &context).value.unwrap();
/// let actual = read_actual("15亩", Some(&target), &context).value.unwrap();
/// let outcome = hold(&target, &actual, &context).outcome;
/// assert!(matches!(outcome, Outcome::Quantity { verdict: Verdict::Met, converted: true, .. }));
/// ```
#[must_use]
pub fn hold(target: &Value, achieved: &Achieved, context: &Context<'_>) -> Meeting {
    let mut issues = Vec::new();
    let outcome = match (target, achieved) {
        (Value::Quantity(quantity), Achieved::Quantity { number, unit }) => {
            let wanted = (quantity.unit.as_ref(), quantity.number);
            held(wanted, *number, unit.as_ref(), context)
                .and_then(|held| held.say(&mut issues, |held| against(quantity, held)))
        }
        // The example has targets in numbers and words only.
        (Value::Range(range), Achieved::Quantity { number, unit }) if WHOLE => {
            let wanted = (range.unit.as_ref(), range.high.number);
            held(wanted, *number, unit.as_ref(), context)
                .and_then(|held| held.say(&mut issues, |held| between(range, held)))
        }
        (Value::Deadline(deadline), Achieved::Date(when)) if WHOLE => {
            let timing = timing(deadline, *when);
            if timing == Some(Timing::DayNeeded) {
                issues.push(issue(IssueKind::DayNeeded));
            }
            let until = deadline.until;
            let timing = timing.ok_or(IssueKind::BeforeStart);
            timing.map(|timing| Outcome::Deadline { until, timing })
        }
        // 按时完成: which day?
        (Value::Deadline(_), Achieved::Words(_)) if WHOLE => Err(IssueKind::DayNeeded),
        (Value::Words(target), Achieved::Words(words)) => {
            Ok(Outcome::Words(matched(target, words)))
        }
        (Value::Words(_), _) => {
            issues.push(issue(IssueKind::OtherKind));
            Ok(Outcome::Words(WordsMatch::Open))
        }
        _ => Err(IssueKind::OtherKind),
    };
    let outcome = outcome.unwrap_or_else(|kind| {
        issues.push(issue(kind));
        Outcome::Unusable
    });
    Meeting { outcome, issues }
}

impl Meeting {
    /// Whether a number falls short of its target.
    pub(super) const fn is_missed(&self) -> bool {
        matches!(
            self.outcome,
            Outcome::Quantity {
                verdict: Verdict::NotMet,
                ..
            } | Outcome::Range {
                side: Side::Below | Side::Above,
                ..
            }
        )
    }
}

/// Something about the whole of the actual's cell.
fn issue(kind: IssueKind) -> Issue {
    let span = Span::default();
    Issue { kind, span }
}

impl Held {
    /// Says the notice, then compares.
    fn say(
        self,
        issues: &mut Vec<Issue>,
        compare: impl FnOnce(&Self) -> Option<Outcome>,
    ) -> Result<Outcome, IssueKind> {
        let outcome = compare(&self).ok_or(IssueKind::TooManyDigits)?;
        issues.extend(self.notice.map(issue));
        Ok(outcome)
    }
}
