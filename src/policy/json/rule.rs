//! Choices with figures: an object whose field `rule` names the choice.

use super::read::Part;
use crate::policy::{
    Check, DeadlineRule, ExecutionCurve, ForwardRule, OverAction, PerPoint, ReverseRule, Step,
};

/// A rule that is none of those allowed here; the value goes nowhere.
fn unknown<T>(part: &mut Part<'_, '_>, found: String, other: T) -> T {
    part.unknown("rule", found);
    other
}

fn per_point(part: &mut Part<'_, '_>) -> PerPoint {
    PerPoint {
        points: part.percent("points"),
        started: part.flag("started"),
    }
}

pub(super) fn curve(part: &mut Part<'_, '_>) -> ExecutionCurve {
    let rule = part.text("rule");
    match rule.as_str() {
        "linear" => ExecutionCurve::Linear,
        "floor" => ExecutionCurve::Floor {
            below: part.percent("below"),
        },
        "steps" => ExecutionCurve::Steps(part.entries("steps", step)),
        _ => unknown(part, rule, ExecutionCurve::Linear),
    }
}

pub(super) fn step(part: &mut Part<'_, '_>) -> Step {
    Step {
        from: part.percent("from"),
        share: part.percent("share"),
    }
}

pub(super) fn forward(part: &mut Part<'_, '_>) -> ForwardRule {
    let rule = part.text("rule");
    match rule.as_str() {
        "ratio" => ForwardRule::Ratio,
        "threshold" => ForwardRule::Threshold {
            pass: part.percent("pass"),
        },
        "per-point" => ForwardRule::PerPoint(per_point(part)),
        "all-or-nothing" => ForwardRule::AllOrNothing,
        _ => unknown(part, rule, ForwardRule::Ratio),
    }
}

pub(super) fn reverse(part: &mut Part<'_, '_>) -> ReverseRule {
    let rule = part.text("rule");
    match rule.as_str() {
        "inverse" => ReverseRule::Inverse,
        "mirror" => ReverseRule::Mirror,
        "threshold" => ReverseRule::Threshold {
            pass: part.percent("pass"),
        },
        "per-point" => ReverseRule::PerPoint(per_point(part)),
        "all-or-nothing" => ReverseRule::AllOrNothing,
        _ => unknown(part, rule, ReverseRule::Inverse),
    }
}

pub(super) fn deadline(part: &mut Part<'_, '_>) -> DeadlineRule {
    let rule = part.text("rule");
    match rule.as_str() {
        "choose" => DeadlineRule::Choose,
        "per-day" => DeadlineRule::PerDay(part.percent("points")),
        _ => unknown(part, rule, DeadlineRule::Choose),
    }
}

pub(super) fn over(part: &mut Part<'_, '_>) -> OverAction {
    let rule = part.text("rule");
    match rule.as_str() {
        "nothing" => OverAction::Nothing,
        "flag" => OverAction::Flag,
        "reason" => OverAction::Reason,
        "minus" => OverAction::Minus(part.percent("points")),
        "proportional" => OverAction::Proportional,
        "typed" => OverAction::Typed,
        _ => unknown(part, rule, OverAction::Nothing),
    }
}

pub(super) fn check(of: &mut Part<'_, '_>) -> Check {
    let rule = of.text("rule");
    let part = of.word("part");
    let most = of.percent("most");
    match rule.as_str() {
        "part-between" => Check::PartBetween {
            part,
            least: of.percent("least"),
            most,
        },
        "each-at-most" => Check::EachAtMost { part, most },
        _ => unknown(of, rule, Check::EachAtMost { part, most }),
    }
}
