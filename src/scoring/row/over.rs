//! 完成率、偏差率、超额完成: how far an actual is from its target, and what follows when it is far above.

use super::super::fund::percent;
use super::super::rule::{Figures, Standing, inverse, is_below};
use super::super::{Completion, OverStep, ReasonCause, RowResult};
use crate::actual::Actual;
use crate::decimal::{Number, Ratio};
use crate::policy::{OverAction, Policy};
use crate::span::Span;
use crate::value::parse::read_number;
use crate::value::{Comparator, Issue, IssueKind};
use std::cmp::Ordering;

const fn is_reverse(comparator: Comparator) -> bool {
    matches!(comparator, Comparator::AtMost | Comparator::Below)
}

/// Fills in completion, deviation and over-fulfilment of a quantity.
pub(super) fn measure(
    result: &mut RowResult,
    figures: &Figures,
    comparator: Comparator,
    standing: Standing,
    policy: &Policy,
) {
    complete(result, figures, comparator);
    let Some(deviation) = deviation(figures, comparator) else {
        return;
    };
    result.deviation = percent(deviation);
    let counts = policy.over_action() != OverAction::Nothing
        && standing == Standing::Met
        && (policy.over_reverse() || !is_reverse(comparator))
        && !is_below(Some(deviation), policy.over.threshold);
    if counts {
        result.over = percent(deviation);
    }
}

/// 完成率: a/t, for `≤` and `<` t/a, "met" where that would exceed 1; none for t ≤ 0.
pub(super) fn complete(result: &mut RowResult, figures: &Figures, comparator: Comparator) {
    if !figures.target.is_positive() {
        return;
    }
    let target = Ratio::of(figures.target);
    result.completion = if is_reverse(comparator) {
        match figures.actual.compare(target) {
            Some(Ordering::Less) => Completion::Met,
            _ => target.checked_div(figures.actual).into(),
        }
    } else {
        figures.actual.checked_div(target).into()
    };
}

impl From<Option<Ratio>> for Completion {
    fn from(rate: Option<Ratio>) -> Self {
        rate.and_then(percent).map_or(Self::None, Self::Rate)
    }
}

/// 偏差率 as a fraction, + is better; none for t ≤ 0.
fn deviation(figures: &Figures, comparator: Comparator) -> Option<Ratio> {
    if !figures.target.is_positive() {
        return None;
    }
    let target = Ratio::of(figures.target);
    let better = if is_reverse(comparator) {
        target.checked_sub(figures.actual)?
    } else {
        figures.actual.checked_sub(target)?
    };
    better.checked_div(target)
}

/// What over-fulfilment takes off, and the points left.
///
/// # Errors
/// The policy wants points off typed by a person, and none that can be used is typed.
pub(super) fn step(
    result: &RowResult,
    policy: &Policy,
    actual: &Actual,
    figures: Option<&Figures>,
    points: Ratio,
) -> Result<(Option<OverStep>, Ratio), Issue> {
    if result.over.is_none() {
        return Ok((None, points));
    }
    match policy.over_action() {
        OverAction::Nothing | OverAction::Flag | OverAction::Reason => Ok((None, points)),
        OverAction::Minus(off) => Ok(minus(points, off)),
        OverAction::Proportional => Ok(figures.map_or((None, points), |figures| {
            (Some(OverStep::Proportional), inverse(figures).exact)
        })),
        OverAction::Typed => {
            let typed = read_number(&actual.deduction).value;
            match typed.filter(|number| !number.is_negative()) {
                Some(off) => Ok(minus(points, off)),
                None => Err(Issue {
                    kind: IssueKind::DeductionNeeded,
                    span: Span::whole(&actual.deduction),
                }),
            }
        }
    }
}

fn minus(points: Ratio, off: Number) -> (Option<OverStep>, Ratio) {
    let left = points
        .checked_sub(Ratio::of(off))
        .filter(|left| !left.is_negative());
    let left = left.unwrap_or_else(Ratio::zero);
    (Some(OverStep::Minus(off)), left)
}

/// Why over-fulfilment wants a reason, where it does.
pub(super) fn reason(result: &RowResult, policy: &Policy) -> Option<ReasonCause> {
    result.over?;
    match policy.over_action() {
        OverAction::Nothing | OverAction::Flag => None,
        OverAction::Reason
        | OverAction::Minus(_)
        | OverAction::Proportional
        | OverAction::Typed => Some(ReasonCause::Over),
    }
}
