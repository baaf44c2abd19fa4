//! One indicator: read the target and the actual, hold them together, give points, say what is open.
//!
//! Source: field rules 2.

mod band;
mod over;
mod span;

use std::rc::Rc;

use super::rule::{self, Figures, Points, Standing};
use super::{Completion, Derivation, ReasonCause, RowResult, Rule, Status};
use crate::WHOLE;
use crate::actual::is_reason;
use crate::decimal::{Number, Ratio};
use crate::document::Row;
use crate::policy::Policy;
use crate::survey::{self, Method, TallyResult};
use crate::table::Level1;
use crate::value::meet::{Meeting, Outcome, hold};
use crate::value::parse::{read_actual, read_target};
use crate::value::trimmed;
use crate::value::unit::{Dimension, PERCENT, Unit};
use crate::value::{
    Achieved, Comparator, ComparatorSource, Context, Issue, IssueKind, Reading, Severity, Value,
};
use crate::weight::{Weight, WeightSource};

/// What a row is worked out from, besides itself.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    pub policy: &'a Policy,
    pub year: Option<u16>,
}

/// Works out one row.
pub(super) fn work_out(
    row: &Row,
    (level1, weight): (Level1, Weight),
    setting: Setting<'_>,
) -> RowResult {
    let indicator = &row.indicator;
    let context = Context {
        name: &indicator.name,
        direction: &indicator.direction,
        unit: &indicator.unit,
        year: setting.year,
        target: &indicator.target,
    };
    let target = named_comparator(read_target(&indicator.target, &context), row);
    let tally = row.actual.tally();
    let points = &setting.policy.satisfaction.points;
    let tally = tally.map(|tally| survey::work_out(tally, points));
    let surveyed = tally
        .as_ref()
        .map(|tally| surveyed(tally, target.value.as_ref(), points));
    let actual = surveyed.unwrap_or_else(|| typed(row, target.value.as_ref(), &context));
    let mut result = RowResult {
        id: indicator.id.clone(),
        level1,
        target,
        actual,
        weight,
        status: Status::NotReported,
        score: None,
        derivation: None,
        completion: Completion::None,
        deviation: None,
        over: None,
        reason: None,
        reason_given: is_reason(&row.actual.reason),
        issues: Vec::new(),
        tally,
    };
    result.status = if weight.source.scores() {
        Scorer { row, setting }.status(&mut result, &context)
    } else if weight.source == WeightSource::Unknown {
        Status::Asks
    } else {
        Status::NotScored
    };
    result
}

/// Puts in the comparator that a person named where the table has none.
fn named_comparator(mut target: Reading<Value>, row: &Row) -> Reading<Value> {
    if let (Some(Value::Quantity(quantity)), Some(named)) =
        (&mut target.value, row.actual.comparator())
        && quantity.source == ComparatorSource::Assumed
    {
        quantity.comparator = named;
        quantity.source = ComparatorSource::Answered;
        let assumed = |issue: &Issue| matches!(issue.kind, IssueKind::ComparatorAssumed { .. });
        target.issues.retain(|issue| !assumed(issue));
    }
    target
}

/// A linked tally's figure, which overrides what is typed: in %, or points where the target is in points of the same
/// scale.
fn surveyed(
    tally: &TallyResult,
    target: Option<&Value>,
    points: &[Number; 5],
) -> Reading<Achieved> {
    let [most, ..] = *points;
    let (unit, number) = match target {
        Some(Value::Quantity(wanted)) => (wanted.unit.as_ref(), wanted.number),
        Some(Value::Range(range)) => (range.unit.as_ref(), range.high.number),
        _ => (None, Number::ZERO),
    };
    let twice = number.checked_add(number).unwrap_or(number);
    // The example, which is all that the small program holds, has no target in points.
    let full = match tally.method {
        Method::Points if crate::WHOLE => Some(most),
        Method::Mean if crate::WHOLE => Some(Number::from_int(5)),
        _ => None,
    };
    let scale = full.is_some_and(|full| number <= full && full <= twice);
    let is_points = |unit: &&Unit| scale && &*unit.upper.word == "分" && unit.per.is_none();
    let unit = unit.filter(is_points);
    let figure = |percent: Number| match tally.method {
        // 79.6% is 3.98 of 5.
        Method::Mean if unit.is_some() => {
            let mean = Ratio::of(percent).checked_mul(Ratio::of_ints(1, 20)?);
            mean?.exact(4)
        }
        _ => Some(percent),
    };
    let value = tally.percent.ok().and_then(figure);
    let value = value.map(|number| Achieved::Quantity {
        number,
        unit: Some(unit.unwrap_or(&PERCENT).clone()),
    });
    let issues = Vec::new();
    Reading { value, issues }
}

/// What is typed, with a confirmed percentage put in.
fn typed(row: &Row, target: Option<&Value>, context: &Context<'_>) -> Reading<Achieved> {
    if trimmed(&row.actual.text).is_empty() {
        let (value, issues) = (None, Vec::new());
        return Reading { value, issues };
    }
    let mut reading = read_actual(&row.actual.text, target, context);
    if let (Some(Achieved::Quantity { number, unit }), Some(confirmed)) =
        (&mut reading.value, row.actual.confirmed)
        && unit.is_none()
    {
        *number = confirmed;
        *unit = Some(PERCENT);
    }
    reading
}

struct Scorer<'a> {
    row: &'a Row,
    setting: Setting<'a>,
}

impl Scorer<'_> {
    /// Fills in score and derivation where there are any, and says how the row stands.
    fn status(&self, result: &mut RowResult, context: &Context<'_>) -> Status {
        let Some(target) = result.target.value.clone() else {
            return self.without_target(result);
        };
        if let Some(achieved) = &result.actual.value {
            let Meeting { outcome, issues } = hold(&target, achieved, context);
            result.issues = issues;
            // Its figure stands in no cell that a sentence could quote.
            let tallied = result.tally().is_some();
            for issue in &mut result.issues {
                if tallied && issue.kind.severity() == Severity::Error {
                    issue.kind = IssueKind::TallyUnfit;
                }
            }
            return self.outcome(result, &target, &outcome);
        }
        let by_band = matches!(target, Value::Words(_) | Value::Deadline(_));
        if by_band && self.row.actual.band.is_some() {
            return self.band(result, None);
        }
        match (result.tally(), worst(&result.actual.issues)) {
            (
                Some(TallyResult {
                    percent: Err(survey::TallyError::BadCount(_)),
                    ..
                }),
                _,
            )
            | (None, Some(Severity::Error)) => Status::Unreadable,
            (None, Some(Severity::Ask)) => Status::Asks,
            _ => Status::NotReported,
        }
    }

    /// A target that cannot be read asks; a blank one can still be judged by a band a person chooses.
    fn without_target(&self, result: &mut RowResult) -> Status {
        let blank = |issue: &Issue| {
            matches!(
                issue.kind,
                IssueKind::Blank | IssueKind::Placeholder | IssueKind::OfferedFromName { .. }
            )
        };
        if self.row.actual.band.is_some() && result.target.issues.iter().any(blank) {
            return self.band(result, None);
        }
        let question = |issue: &Issue| {
            matches!(
                issue.kind,
                IssueKind::WhichDay { .. }
                    | IssueKind::NoYear
                    | IssueKind::SpreadsheetDate { .. }
                    | IssueKind::OfferedFromName { .. }
            )
        };
        if result.target.issues.iter().any(question) {
            Status::Asks
        } else {
            Status::Unreadable
        }
    }

    fn outcome(&self, result: &mut RowResult, target: &Value, outcome: &Outcome) -> Status {
        match *outcome {
            Outcome::Quantity {
                comparator,
                target: number,
                typed,
                actual,
                converted,
                order,
                verdict: _,
            } => {
                let held = Held {
                    typed,
                    actual,
                    converted,
                };
                let figures = self.figures(result, number, actual, target);
                let by_rule = rule::quantity(&figures, comparator, order, self.setting.policy);
                let points = self.satisfaction_step(result, &figures, comparator);
                // Steps only give points: whether the target is met stays a matter of the target.
                let points = points.map_or(by_rule, |(rule, exact)| Points {
                    rule,
                    exact,
                    standing: by_rule.standing,
                });
                over::measure(
                    result,
                    &figures,
                    comparator,
                    points.standing,
                    self.setting.policy,
                );
                let status = self.settle(result, points, Some((figures, held)));
                let assumed = is_assumed(target) && order.is_ne();
                if assumed { Status::Asks } else { status }
            }
            Outcome::Range {
                low,
                high,
                typed,
                actual,
                converted,
                side,
            } if WHOLE => {
                let held = Held {
                    typed,
                    actual,
                    converted,
                };
                self.range(result, target, (low, high), held, side)
            }
            Outcome::Deadline { until, timing } if WHOLE => self.deadline(result, until, timing),
            Outcome::Words(matched) => {
                let status = self.band(result, Some(matched));
                if status == Status::Asks && result.issues.is_empty() {
                    span::ask(result, IssueKind::BandNeeded);
                }
                status
            }
            Outcome::Range { .. } | Outcome::Deadline { .. } | Outcome::Unusable => {
                self.unusable(result, target)
            }
        }
    }

    /// Words against a date: a person may still choose a band; anything else cannot be used.
    fn unusable(&self, result: &mut RowResult, target: &Value) -> Status {
        if WHOLE && matches!(target, Value::Deadline(_)) && self.row.actual.band.is_some() {
            return self.band(result, None);
        }
        match worst(&result.issues) {
            Some(Severity::Ask) => Status::Asks,
            _ => Status::Unreadable,
        }
    }

    fn figures(&self, result: &RowResult, target: Number, actual: Ratio, value: &Value) -> Figures {
        let unit = match value {
            Value::Quantity(quantity) => quantity.unit.as_ref(),
            Value::Range(range) => range.unit.as_ref(),
            Value::Deadline(_) | Value::Words(_) => None,
        };
        Figures {
            weight: result.weight.points,
            target,
            actual,
            percent: unit.and_then(percent),
        }
    }

    /// A satisfaction rate by the policy's steps, where it has any.
    fn satisfaction_step(
        &self,
        result: &RowResult,
        figures: &Figures,
        comparator: Comparator,
    ) -> Option<(Rule, Ratio)> {
        let steps = self.setting.policy.satisfaction_steps();
        let is_rate = matches!(
            comparator,
            Comparator::AtLeast | Comparator::Above | Comparator::Equal
        );
        if steps.is_empty()
            || !is_rate
            || figures.percent.is_none()
            || result.level1 != Level1::Satisfaction
        {
            return None;
        }
        let percent = figures.actual.checked_mul(figures.percent?);
        let rate = percent.and_then(|percent| percent.checked_div(Ratio::of(Number::HUNDRED)));
        let step = steps.iter().find(|step| !rule::is_below(rate, step.from));
        let share = step.map_or(Number::ZERO, |step| step.share);
        let exact = Ratio::of(result.weight.points).checked_mul(Ratio::of_percent(share))?;
        Some((Rule::SatisfactionStep { share }, exact))
    }

    /// Rounds, applies over-fulfilment, writes the derivation and says what the row still wants.
    fn settle(
        &self,
        result: &mut RowResult,
        points: Points,
        held: Option<(Figures, Held)>,
    ) -> Status {
        let policy = self.setting.policy;
        let weight = result.weight.points;
        let figures = held.as_ref().map(|(figures, _)| figures);
        let taken = over::step(result, policy, &self.row.actual, figures, points.exact);
        let (step, exact) = match taken {
            Ok(taken) => taken,
            Err(issue) => {
                result.issues.push(issue);
                return Status::Asks;
            }
        };
        let round = |exact: Ratio| exact.round(policy.places, policy.rounding);
        let full = if weight.scale() <= policy.places {
            weight
        } else {
            round(Ratio::of(weight)).unwrap_or(weight).min(weight)
        };
        let score = round(exact).unwrap_or_default().min(weight);
        result.score = Some(score);
        result.derivation = Some(Derivation {
            rule: points.rule,
            weight,
            target: figures.map(|figures| figures.target),
            actual: held.map(|(_, held)| held.typed),
            converted: held.and_then(|(_, held)| held.converted.then_some(held.actual)),
            exact,
            over: step,
            score,
        });
        result.reason = if score < full {
            Some(ReasonCause::PointsLost)
        } else {
            over::reason(result, policy)
        };
        match points.standing {
            Standing::Met if result.over.is_some() => Status::Over,
            Standing::Met => Status::Met,
            Standing::AtLimit => Status::AtLimit,
            Standing::NotMet => Status::NotMet,
        }
    }
}

/// An actual as typed and in the target's unit.
#[derive(Clone, Copy)]
struct Held {
    typed: Number,
    actual: Ratio,
    converted: bool,
}

/// How many percent one of a percentage's unit is.
fn percent(unit: &Unit) -> Option<Ratio> {
    if unit.per.is_some() || unit.upper.dimension != Dimension::Percent {
        return None;
    }
    let (up, down) = unit.upper.factor;
    Ratio::of_ints(up.checked_mul(100)?, down)
}

fn is_assumed(target: &Value) -> bool {
    matches!(target, Value::Quantity(q) if q.source == ComparatorSource::Assumed)
}

fn worst(issues: &[Issue]) -> Option<Severity> {
    issues.iter().map(|issue| issue.kind.severity()).max()
}

/// Whether both results would be worked out from the same row, weight and setting.
pub(super) fn is_same_row(a: &Row, b: &Row) -> bool {
    Rc::ptr_eq(&a.indicator, &b.indicator) && Rc::ptr_eq(&a.actual, &b.actual)
}
