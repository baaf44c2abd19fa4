//! Choices with figures: an object whose field `rule` names the choice.

use super::words::{self, unknown, word};
use super::{entries, percent};
use crate::node::{FormatError, Path, Record};
use crate::policy::{
    Check, DeadlineRule, ExecutionCurve, ForwardRule, OverAction, PerPoint, ReverseRule, Step,
};

type Read<T> = Result<T, FormatError>;

fn name(record: &mut Record<'_>, path: &Path<'_>) -> Read<String> {
    words::text(record, path, "rule")
}

fn unknown_rule<T>(path: &Path<'_>, found: String) -> Read<T> {
    Err(unknown(&path.field("rule"), found))
}

fn per_point(record: &mut Record<'_>, path: &Path<'_>) -> Read<PerPoint> {
    Ok(PerPoint {
        points: percent(record, path, "points")?,
        started: record.flag("started")?,
    })
}

pub(super) fn curve(
    record: &mut Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
) -> Read<ExecutionCurve> {
    let rule = name(record, path)?;
    match rule.as_str() {
        "linear" => Ok(ExecutionCurve::Linear),
        "floor" => Ok(ExecutionCurve::Floor {
            below: percent(record, path, "below")?,
        }),
        "steps" => Ok(ExecutionCurve::Steps(entries(
            record, path, "steps", report, step,
        )?)),
        _ => unknown_rule(path, rule),
    }
}

pub(super) fn step(record: &mut Record<'_>, path: &Path<'_>, _: &mut Vec<String>) -> Read<Step> {
    Ok(Step {
        from: percent(record, path, "from")?,
        share: percent(record, path, "share")?,
    })
}

pub(super) fn forward(
    record: &mut Record<'_>,
    path: &Path<'_>,
    _: &mut Vec<String>,
) -> Read<ForwardRule> {
    let rule = name(record, path)?;
    match rule.as_str() {
        "ratio" => Ok(ForwardRule::Ratio),
        "threshold" => Ok(ForwardRule::Threshold {
            pass: percent(record, path, "pass")?,
        }),
        "per-point" => Ok(ForwardRule::PerPoint(per_point(record, path)?)),
        "all-or-nothing" => Ok(ForwardRule::AllOrNothing),
        _ => unknown_rule(path, rule),
    }
}

pub(super) fn reverse(
    record: &mut Record<'_>,
    path: &Path<'_>,
    _: &mut Vec<String>,
) -> Read<ReverseRule> {
    let rule = name(record, path)?;
    match rule.as_str() {
        "inverse" => Ok(ReverseRule::Inverse),
        "mirror" => Ok(ReverseRule::Mirror),
        "threshold" => Ok(ReverseRule::Threshold {
            pass: percent(record, path, "pass")?,
        }),
        "per-point" => Ok(ReverseRule::PerPoint(per_point(record, path)?)),
        "all-or-nothing" => Ok(ReverseRule::AllOrNothing),
        _ => unknown_rule(path, rule),
    }
}

pub(super) fn deadline(
    record: &mut Record<'_>,
    path: &Path<'_>,
    _: &mut Vec<String>,
) -> Read<DeadlineRule> {
    let rule = name(record, path)?;
    match rule.as_str() {
        "choose" => Ok(DeadlineRule::Choose),
        "per-day" => Ok(DeadlineRule::PerDay(percent(record, path, "points")?)),
        _ => unknown_rule(path, rule),
    }
}

pub(super) fn over(
    record: &mut Record<'_>,
    path: &Path<'_>,
    _: &mut Vec<String>,
) -> Read<OverAction> {
    let rule = name(record, path)?;
    match rule.as_str() {
        "nothing" => Ok(OverAction::Nothing),
        "flag" => Ok(OverAction::Flag),
        "reason" => Ok(OverAction::Reason),
        "minus" => Ok(OverAction::Minus(percent(record, path, "points")?)),
        "proportional" => Ok(OverAction::Proportional),
        "typed" => Ok(OverAction::Typed),
        _ => unknown_rule(path, rule),
    }
}

pub(super) fn check(record: &mut Record<'_>, path: &Path<'_>, _: &mut Vec<String>) -> Read<Check> {
    let rule = name(record, path)?;
    let part = word(record, path, "part")?;
    let most = percent(record, path, "most")?;
    match rule.as_str() {
        "part-between" => Ok(Check::PartBetween {
            part,
            least: percent(record, path, "least")?,
            most,
        }),
        "each-at-most" => Ok(Check::EachAtMost { part, most }),
        _ => unknown_rule(path, rule),
    }
}
