//! 合计与等次: points so far, attainable, reachable, the grade, and warnings.
//!
//! Source: field rules 5.

use std::cmp::Ordering;
use std::rc::Rc;

use super::fund::telling;
use super::rule::is_below;
use super::{Cap, Derivation, Execution, ExecutionState, Part, RowResult, Status, Sum, Totals};
use crate::decimal::{Number, Ratio, Rounding};
use crate::finding::{Finding, FindingKind, Place, TotalFinding};
use crate::policy::{Grade, Policy};
use crate::value::Severity;

/// Adds everything up and grades what is complete.
pub(super) fn totals(
    rows: &[Rc<RowResult>],
    parts: &[Rc<Part>],
    execution: &Execution,
    policy: &Policy,
) -> Totals {
    let with_parts = |own: Number, of: fn(&Sum) -> Number| {
        let parts = parts.iter().map(|part| of(&part.sum));
        Number::sum(parts.chain([own])).unwrap_or_default()
    };
    let attainable = with_parts(execution.points, |sum| sum.weight);
    let earned = with_parts(execution.score.unwrap_or_default(), |sum| sum.earned);
    let open_execution = match execution.state {
        ExecutionState::NotReported | ExecutionState::Unusable => execution.points,
        ExecutionState::Known | ExecutionState::NotApplicable => Number::ZERO,
    };
    let open = with_parts(open_execution, |sum| sum.open);
    let cap = cap(execution, policy);
    let reached = earned.checked_add(open).unwrap_or(earned);
    let below = |points: Number| cap.map_or(points, |(most, _)| points.min(most));
    let so_far = below(earned);
    let provisional = rows.is_empty()
        || matches!(
            execution.state,
            ExecutionState::NotReported | ExecutionState::Unusable
        )
        || rows.iter().any(|row| is_open(row));
    // Out of 100 the total is graded as it is; only scaling has to round.
    let graded_on = if attainable == Number::HUNDRED {
        Some(so_far)
    } else {
        of_hundred(Ratio::of(so_far), attainable)
            .and_then(|points| points.round(2, Rounding::HalfUp))
    };
    let grade = graded_on
        .filter(|_| !provisional)
        .and_then(|points| grade(points, policy));
    Totals {
        so_far,
        attainable,
        open,
        reachable: below(reached),
        cap: cap
            .filter(|(most, _)| earned > *most)
            .map(|(most, below)| Cap {
                most,
                before: earned,
                below,
            }),
        provisional,
        graded_on,
        grade,
        unrounded: grade.and_then(|grade| {
            let exact = Exact { rows, execution };
            exact.other_grade(
                grade,
                graded_on?,
                cap.map(|(most, _)| most),
                attainable,
                policy,
            )
        }),
    }
}

/// Whether a row keeps the evaluation provisional.
fn is_open(row: &RowResult) -> bool {
    match row.status {
        Status::NotReported | Status::Asks | Status::Unreadable => true,
        Status::Met | Status::Over | Status::AtLimit | Status::NotMet | Status::NotScored => false,
    }
}

/// The cap that the unrounded execution rate brings: the highest total, and the rate below which it holds.
fn cap(execution: &Execution, policy: &Policy) -> Option<(Number, Number)> {
    let caps = policy.caps().iter();
    caps.filter(|cap| is_below(execution.exact_rate, cap.below))
        .map(|cap| (cap.most, cap.below))
        .min_by_key(|(_, below)| *below)
}

/// total × 100 ÷ attainable; nothing where nothing is attainable.
fn of_hundred(total: Ratio, attainable: Number) -> Option<Ratio> {
    total
        .checked_mul(Ratio::of(Number::HUNDRED))?
        .checked_div(Ratio::of(attainable))
}

/// The grade of so many points out of 100.
fn grade(points: Number, policy: &Policy) -> Option<Grade> {
    let mut grades = policy.grades.iter();
    grades
        .find(|rule| points >= rule.from)
        .map(|rule| rule.grade)
}

/// The scores before rounding.
struct Exact<'a> {
    rows: &'a [Rc<RowResult>],
    execution: &'a Execution,
}

impl Exact<'_> {
    /// The sum of unrounded scores and its grade, where that grade is another one.
    ///
    /// Rounding moves a total by at most half a hundredth a score, so only totals near an edge are looked at.
    fn other_grade(
        &self,
        given: Grade,
        graded_on: Number,
        most: Option<Number>,
        attainable: Number,
        policy: &Policy,
    ) -> Option<(Number, Grade)> {
        // Scaling a small full score to 100 scales what rounding moved, too.
        if attainable >= Number::from_int(50) && !self.is_near_edge(graded_on, policy) {
            return None;
        }
        let grade_of = |total: Ratio| {
            let most = most.map(Ratio::of);
            let capped = most.filter(|most| total.compare(*most) == Some(Ordering::Greater));
            let points = of_hundred(capped.unwrap_or(total), attainable)?.reduced();
            let mut grades = policy.grades.iter();
            let rule = grades.find(|rule| {
                let order = points.compare(Ratio::of(rule.from));
                order.is_some_and(Ordering::is_ge)
            })?;
            Some((points.round(6, Rounding::HalfUp)?, rule.grade))
        };
        let (shown, exact) = match self.sum() {
            Some(total) => grade_of(total)?,
            None => {
                let (low, high) = self.bounds()?;
                let low = grade_of(low)?;
                (low.1 == grade_of(high)?.1).then_some(low)?
            }
        };
        (exact != given).then_some((shown, exact))
    }

    fn is_near_edge(&self, graded_on: Number, policy: &Policy) -> bool {
        // Each score is off by less than one unit of its last place; twice that covers the scaling to 100.
        let count = i128::try_from(self.rows.len()).unwrap_or(i128::MAX / 4) + 2;
        let reach = Number::from_parts(count.saturating_mul(2), policy.places.min(2));
        let reach = reach.unwrap_or(Number::HUNDRED);
        policy.grades.iter().any(|rule| {
            let distance = graded_on.checked_sub(rule.from);
            distance.is_some_and(|d| {
                Ratio::of(d)
                    .abs()
                    .compare(Ratio::of(reach))
                    .is_none_or(Ordering::is_le)
            })
        })
    }

    fn steps(&self) -> impl Iterator<Item = &Derivation> {
        let rows = self.rows.iter().filter_map(|row| row.derivation.as_ref());
        rows.chain(self.execution.derivation.as_ref())
    }

    /// The exact sum; nothing where the common denominator does not fit.
    fn sum(&self) -> Option<Ratio> {
        // Most scores lost nothing when they were rounded.
        let (mut whole, mut broken) = (Number::ZERO, Ratio::zero());
        for step in self.steps() {
            if step.exact.compare(Ratio::of(step.score)) == Some(Ordering::Equal) {
                whole = whole.checked_add(step.score)?;
            } else {
                broken = broken.checked_add(step.exact)?.reduced();
            }
        }
        broken.checked_add(Ratio::of(whole))
    }

    /// Two sums that hold the exact one between them: each score cut at 20 places, and one unit up.
    fn bounds(&self) -> Option<(Ratio, Ratio)> {
        let unit = Number::from_parts(1, 20)?;
        let mut low = Number::ZERO;
        let mut high = Number::ZERO;
        for step in self.steps() {
            let cut = step.exact.round(20, Rounding::Truncate)?;
            low = low.checked_add(cut)?;
            high = high.checked_add(cut)?.checked_add(unit)?;
        }
        Some((Ratio::of(low), Ratio::of(high)))
    }
}

/// Warnings about the total as a whole.
pub(super) fn findings(totals: &Totals, execution: &Execution) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut tell = |kind: TotalFinding, severity: Severity| {
        findings.push(Finding {
            kind: FindingKind::Total(kind),
            place: Place::Document,
            severity,
            fix: None,
        });
    };
    if totals.attainable != Number::HUNDRED && !totals.attainable.is_zero() {
        let attainable = totals.attainable;
        tell(TotalFinding::NotHundred { attainable }, Severity::Note);
    }
    if totals.provisional {
        return findings;
    }
    if let Some((score, rate)) = score_above_execution(totals, execution) {
        tell(
            TotalFinding::ScoreAboveExecution { score, rate },
            Severity::Error,
        );
    }
    match unspent(execution) {
        Unspent::NoBudget => tell(TotalFinding::Unspent { share: None }, Severity::Ask),
        Unspent::Much(share) => {
            let share = Some(share);
            tell(TotalFinding::Unspent { share }, Severity::Ask);
        }
        Unspent::Little => {}
    }
    findings
}

/// (s − r)/s > 5 %, with s = total ÷ attainable and r the execution rate; both in %, as they are told.
fn score_above_execution(totals: &Totals, execution: &Execution) -> Option<(Number, Number)> {
    let score = Ratio::of(totals.so_far).checked_div(Ratio::of(totals.attainable))?;
    let rate = execution.exact_rate?;
    let gap = score.checked_sub(rate)?.checked_div(score)?;
    let limit = Ratio::of_ints(5, 100)?;
    let above = gap.compare(limit)? == Ordering::Greater;
    above.then_some((telling(score)?, telling(rate)?))
}

enum Unspent {
    NoBudget,
    Much(Number),
    Little,
}

fn unspent(execution: &Execution) -> Unspent {
    let Some(rate) = execution.exact_rate else {
        return Unspent::NoBudget;
    };
    let share = Ratio::of(Number::ONE).checked_sub(rate);
    let limit = Ratio::of_ints(20, 100);
    let much = share
        .zip(limit)
        .and_then(|(share, limit)| share.compare(limit))
        == Some(Ordering::Greater);
    match share.filter(|_| much).and_then(telling) {
        Some(share) => Unspent::Much(share),
        None => Unspent::Little,
    }
}
