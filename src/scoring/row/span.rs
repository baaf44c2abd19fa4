//! 区间与时限: points of a range and of a deadline.
//!
//! Source: field rules 2.

use super::super::rule::{self, Points, Standing};
use super::super::{Completion, RowResult, Rule, Status};
use super::{Held, Scorer, over};
use crate::decimal::{Number, Ratio};
use crate::policy::DeadlineRule;
use crate::span::Span;
use crate::value::meet::{Side, Timing};
use crate::value::{Comparator, Day, Edge, Issue, IssueKind, Value};

impl Scorer<'_> {
    /// Below scores forward on the lower edge, above in reverse on the upper one.
    pub(super) fn range(
        &self,
        result: &mut RowResult,
        value: &Value,
        (low, high): (Edge, Edge),
        held: Held,
        side: Side,
    ) -> Status {
        let policy = self.setting.policy;
        let edge = match side {
            Side::Below | Side::AtLow => low,
            Side::Inside | Side::AtHigh | Side::Above => high,
        };
        let figures = self.figures(result, edge.number, held.actual, value);
        let points = match side {
            Side::Inside => Points {
                rule: Rule::Inside,
                exact: Ratio::of(result.weight.points),
                standing: Standing::Met,
            },
            Side::Below => rule::forward(&figures, policy.forward()),
            Side::Above => rule::reverse(&figures, policy.reverse()),
            Side::AtLow => rule::at_edge(&figures, Comparator::Above, policy.above()),
            Side::AtHigh => rule::at_edge(&figures, Comparator::Below, policy.below()),
        };
        match side {
            Side::Inside => result.completion = Completion::Met,
            Side::Below | Side::AtLow => over::complete(result, &figures, Comparator::AtLeast),
            Side::Above | Side::AtHigh => over::complete(result, &figures, Comparator::AtMost),
        }
        self.settle(result, points, Some((figures, held)))
    }

    /// In time is all; late is a band that a person chooses, or points off for each day.
    pub(super) fn deadline(&self, result: &mut RowResult, until: Day, timing: Timing) -> Status {
        let weight = Ratio::of(result.weight.points);
        match (timing, self.setting.policy.deadline()) {
            (Timing::InTime, _) => {
                result.completion = Completion::Met;
                let points = Points {
                    rule: Rule::InTime,
                    exact: weight,
                    standing: Standing::Met,
                };
                self.settle(result, points, None)
            }
            (Timing::DayNeeded, _) => Status::Asks,
            (Timing::Late { days }, DeadlineRule::Choose) => {
                let status = self.band(result, None);
                // No band is chosen.
                if status == Status::Asks && result.issues.is_empty() {
                    ask(result, IssueKind::Late { until, days });
                }
                status
            }
            (Timing::Late { days: None }, DeadlineRule::PerDay(_)) => {
                ask(result, IssueKind::DayNeeded);
                Status::Asks
            }
            (Timing::Late { days: Some(days) }, DeadlineRule::PerDay(points)) => {
                let loss =
                    Ratio::of(points).checked_mul(Ratio::of(Number::from_int(i64::from(days))));
                let left = loss.and_then(|loss| weight.checked_sub(loss));
                let left = left.filter(|left| !left.is_negative());
                let points = Points {
                    rule: Rule::Late { days, points },
                    exact: left.unwrap_or_else(Ratio::zero),
                    standing: Standing::NotMet,
                };
                self.settle(result, points, None)
            }
        }
    }
}

/// Asks about the actual.
#[inline(never)]
pub(super) fn ask(result: &mut RowResult, kind: IssueKind) {
    let span = Span::default();
    result.issues.push(Issue { kind, span });
}
