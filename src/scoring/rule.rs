//! Points of one indicator from one comparison, by the policy's rules.
//!
//! Source: field rules 2. Every function gives the rule it used and the exact points; rounding is the caller's.

use std::cmp::Ordering;

use super::Rule;
use crate::decimal::{Number, Ratio, Rounding};
use crate::policy::{AtLimit, EqualRule, ForwardRule, PerPoint, Policy, ReverseRule};
use crate::value::Comparator;

/// Which rule applied and what it gives before rounding, between 0 and the weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Points {
    pub rule: Rule,
    pub exact: Ratio,
    /// Whether the target is met, for the status.
    pub standing: Standing,
}

/// How an actual stands to its target under the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Met,
    AtLimit,
    NotMet,
}

/// A weight, a target and an actual in the target's unit.
#[derive(Clone, Copy)]
pub(super) struct Figures {
    pub weight: Number,
    pub target: Number,
    pub actual: Ratio,
    /// How many percent one of the target's unit is, where it is a percentage: 1 for %, 1/10 for ‰.
    pub percent: Option<Ratio>,
}

impl Figures {
    /// actual ÷ target; nothing where the target is 0.
    fn rate(&self) -> Option<Ratio> {
        self.actual.checked_div(Ratio::of(self.target))
    }

    fn full(&self, rule: Rule, standing: Standing) -> Points {
        let exact = Ratio::of(self.weight);
        Points {
            rule,
            exact,
            standing,
        }
    }

    fn nothing(rule: Rule, standing: Standing) -> Points {
        let exact = Ratio::zero();
        Points {
            rule,
            exact,
            standing,
        }
    }

    /// The weight times a fraction, kept between 0 and the weight.
    fn share(&self, rule: Rule, fraction: Option<Ratio>) -> Points {
        let weight = Ratio::of(self.weight);
        let exact = fraction
            .and_then(|fraction| weight.checked_mul(fraction))
            .filter(|points| !points.is_negative())
            .unwrap_or_else(Ratio::zero);
        let above = exact.compare(weight) == Some(Ordering::Greater);
        Points {
            rule,
            exact: if above { weight } else { exact },
            standing: Standing::NotMet,
        }
    }
}

/// Points of a quantity.
///
/// `order` is the actual against the target's number.
pub(super) fn quantity(
    figures: &Figures,
    comparator: Comparator,
    order: Ordering,
    policy: &Policy,
) -> Points {
    if !figures.target.is_positive() {
        return without_ratio(figures, comparator, order, policy);
    }
    match (comparator, order) {
        (Comparator::AtLeast, Ordering::Greater | Ordering::Equal)
        | (Comparator::Above, Ordering::Greater)
        | (Comparator::AtMost, Ordering::Less | Ordering::Equal)
        | (Comparator::Below, Ordering::Less)
        | (Comparator::Equal, Ordering::Equal) => {
            figures.full(Rule::Met(comparator), Standing::Met)
        }
        (Comparator::Above, Ordering::Equal) => at_limit(figures, comparator, policy.above()),
        (Comparator::Below, Ordering::Equal) => at_limit(figures, comparator, policy.below()),
        (Comparator::AtLeast | Comparator::Above, Ordering::Less) => {
            forward(figures, policy.forward())
        }
        (Comparator::AtMost | Comparator::Below, Ordering::Greater) => {
            reverse(figures, policy.reverse())
        }
        (Comparator::Equal, Ordering::Less) => match policy.equal() {
            EqualRule::Reached | EqualRule::Symmetric => ratio(figures),
            EqualRule::Exact => Figures::nothing(Rule::AllOrNothing, Standing::NotMet),
        },
        (Comparator::Equal, Ordering::Greater) => match policy.equal() {
            EqualRule::Reached => figures.full(Rule::Met(comparator), Standing::Met),
            EqualRule::Symmetric => mirror(figures),
            EqualRule::Exact => Figures::nothing(Rule::AllOrNothing, Standing::NotMet),
        },
    }
}

/// Exactly at the limit of `>` or `<`.
pub(super) fn at_limit(figures: &Figures, comparator: Comparator, choice: AtLimit) -> Points {
    let rule = Rule::AtLimit(comparator, choice);
    match choice {
        AtLimit::Ratio => figures.full(rule, Standing::AtLimit),
        AtLimit::Met => figures.full(rule, Standing::Met),
        AtLimit::Nothing => Figures::nothing(rule, Standing::AtLimit),
    }
}

/// On an edge of a range that is not included: behaves like `>` or `<`.
pub(super) fn at_edge(figures: &Figures, comparator: Comparator, choice: AtLimit) -> Points {
    if figures.target.is_positive() || choice == AtLimit::Met {
        return at_limit(figures, comparator, choice);
    }
    Figures::nothing(Rule::NoRatio { met: false }, Standing::AtLimit)
}

/// A target of 0 or below: no ratio exists, so met is all and anything else nothing.
///
/// Under `=` only the number itself meets such a target: three accidents do not fulfil `=0`.
fn without_ratio(
    figures: &Figures,
    comparator: Comparator,
    order: Ordering,
    policy: &Policy,
) -> Points {
    let limit = order == Ordering::Equal;
    let (met, at_limit) = match comparator {
        Comparator::AtLeast => (order != Ordering::Less, false),
        Comparator::AtMost => (order != Ordering::Greater, false),
        Comparator::Equal => (limit, false),
        Comparator::Above if limit => (policy.above() == AtLimit::Met, true),
        Comparator::Below if limit => (policy.below() == AtLimit::Met, true),
        Comparator::Above => (order == Ordering::Greater, false),
        Comparator::Below => (order == Ordering::Less, false),
    };
    let rule = Rule::NoRatio { met };
    match (met, at_limit) {
        (true, _) => figures.full(rule, Standing::Met),
        (false, true) => Figures::nothing(rule, Standing::AtLimit),
        (false, false) => Figures::nothing(rule, Standing::NotMet),
    }
}

/// More is better, and it is less.
pub(super) fn forward(figures: &Figures, rule: ForwardRule) -> Points {
    if !figures.target.is_positive() {
        return Figures::nothing(Rule::NoRatio { met: false }, Standing::NotMet);
    }
    match rule {
        _ if figures.actual.is_negative() => {
            Figures::nothing(Rule::NegativeActual, Standing::NotMet)
        }
        ForwardRule::Ratio => ratio(figures),
        ForwardRule::Threshold { pass } if is_below(figures.rate(), pass) => {
            Figures::nothing(Rule::BelowThreshold { pass }, Standing::NotMet)
        }
        ForwardRule::Threshold { .. } => ratio(figures),
        ForwardRule::PerPoint(rule) => per_point(figures, rule),
        ForwardRule::AllOrNothing => Figures::nothing(Rule::AllOrNothing, Standing::NotMet),
    }
}

/// Less is better, and it is more.
pub(super) fn reverse(figures: &Figures, rule: ReverseRule) -> Points {
    if !figures.target.is_positive() {
        return Figures::nothing(Rule::NoRatio { met: false }, Standing::NotMet);
    }
    match rule {
        ReverseRule::Inverse => inverse(figures),
        ReverseRule::Mirror => mirror(figures),
        ReverseRule::PerPoint(rule) => per_point(figures, rule),
        ReverseRule::AllOrNothing => Figures::nothing(Rule::AllOrNothing, Standing::NotMet),
        ReverseRule::Threshold { pass } if is_below(inverse_rate(figures), pass) => {
            Figures::nothing(Rule::BelowThreshold { pass }, Standing::NotMet)
        }
        ReverseRule::Threshold { .. } => inverse(figures),
    }
}

/// w·a/t.
fn ratio(figures: &Figures) -> Points {
    if figures.actual.is_negative() {
        return Figures::nothing(Rule::NegativeActual, Standing::NotMet);
    }
    figures.share(Rule::Ratio, figures.rate())
}

/// w·t/a.
pub(super) fn inverse(figures: &Figures) -> Points {
    figures.share(Rule::Inverse, inverse_rate(figures))
}

fn inverse_rate(figures: &Figures) -> Option<Ratio> {
    Ratio::of(figures.target).checked_div(figures.actual)
}

/// w·(2 − a/t), not below 0.
fn mirror(figures: &Figures) -> Points {
    let two = Ratio::of(Number::from_int(2));
    let fraction = figures.rate().and_then(|rate| two.checked_sub(rate));
    figures.share(Rule::Mirror, fraction)
}

/// Points off for each percentage point of deviation.
fn per_point(figures: &Figures, rule: PerPoint) -> Points {
    let points_left = || {
        let deviation = deviation_points(figures, rule.started)?;
        let loss = Ratio::of(rule.points).checked_mul(deviation)?;
        Some((deviation, Ratio::of(figures.weight).checked_sub(loss)?))
    };
    let (deviation, left) = points_left().unwrap_or((Ratio::zero(), Ratio::zero()));
    Points {
        rule: Rule::PerPoint {
            points: rule.points,
            deviation: deviation.round(6, Rounding::HalfUp).unwrap_or_default(),
            started: rule.started,
        },
        exact: if left.is_negative() {
            Ratio::zero()
        } else {
            left
        },
        standing: Standing::NotMet,
    }
}

/// |a − t| in percentage points where the unit is a percentage, else |a − t| ÷ t × 100.
fn deviation_points(figures: &Figures, started: bool) -> Option<Ratio> {
    let target = Ratio::of(figures.target);
    let difference = figures.actual.checked_sub(target)?.abs();
    let points = match figures.percent {
        Some(percent) => difference.checked_mul(percent)?,
        None => difference
            .checked_div(target)?
            .checked_mul(Ratio::of(Number::HUNDRED))?,
    };
    if started {
        points.ceiling()
    } else {
        Some(points)
    }
}

/// Whether a rate is below a threshold in percent; at it, it is not.
pub(super) fn is_below(rate: Option<Ratio>, percent: Number) -> bool {
    let order = rate.and_then(|rate| rate.compare(Ratio::of_percent(percent)));
    order == Some(Ordering::Less)
}
