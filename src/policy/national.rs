//! `national-2020` as code: for the page's small program, which reads no files and knows no other policy.
//!
//! The file is what counts; a test holds this to it.

use super::{
    AtLimit, BandRule, DeadlineRule, EqualRule, ExecutionCurve, ExecutionRule, ForwardRule, Grade,
    GradeRule, OverAction, OverRule, Policy, ReverseRule, SatisfactionRule, ShareSet, Shares,
    Source,
};
use crate::decimal::{Number, Rounding};
use crate::node::Unknown;
use crate::survey::Method;

pub(super) const FORWARD: ForwardRule = ForwardRule::Ratio;
pub(super) const ABOVE: AtLimit = AtLimit::Ratio;
pub(super) const REVERSE: ReverseRule = ReverseRule::Inverse;
pub(super) const BELOW: AtLimit = AtLimit::Ratio;
pub(super) const EQUAL: EqualRule = EqualRule::Reached;
pub(super) const DEADLINE: DeadlineRule = DeadlineRule::Choose;
pub(super) const OVER_ACTION: OverAction = OverAction::Reason;
pub(super) const OVER_REVERSE: bool = false;

/// The policy, all but its source, which only the whole program shows.
pub(super) fn national_2020() -> Policy {
    Policy {
        id: "national-2020".into(),
        version: 1,
        title: "全国 2020（项目支出绩效评价）".into(),
        title_en: "National 2020".into(),
        source: Source::default(),
        places: 2,
        rounding: Rounding::HalfUp,
        execution: ExecutionRule {
            points: of(10),
            curve: ExecutionCurve::Linear,
            caps: Vec::new(),
            reason_below: of(90),
        },
        shares: Shares {
            standard: ShareSet {
                cost: of(0),
                output: of(50),
                benefit: of(30),
                satisfaction: of(10),
            },
            with_cost: None,
        },
        forward: FORWARD,
        above: ABOVE,
        reverse: REVERSE,
        below: BELOW,
        equal: EQUAL,
        deadline: DEADLINE,
        bands: [(80, 100, 100), (60, 80, 70), (0, 60, 30)].map(|(low, high, default)| BandRule {
            low: of(low),
            high: of(high),
            default: of(default),
        }),
        over: OverRule {
            threshold: of(30),
            action: OVER_ACTION,
            reverse: OVER_REVERSE,
        },
        satisfaction: SatisfactionRule {
            method: Method::Share { levels: 2 },
            points: [100, 80, 60, 30, 0].map(of),
            steps: Vec::new(),
        },
        grades: [
            (Grade::Excellent, 90),
            (Grade::Good, 80),
            (Grade::Fair, 60),
            (Grade::Poor, 0),
        ]
        .map(|(grade, from)| GradeRule {
            grade,
            from: of(from),
        })
        .into(),
        checks: Vec::new(),
        extra: Unknown::default(),
    }
}

fn of(points: i64) -> Number {
    Number::from_int(points)
}

#[cfg(test)]
mod tests {
    use super::national_2020;
    use crate::policy::{Policy, Source, builtin};

    #[test]
    fn it_is_the_policy_of_the_file() {
        let file = builtin("national-2020").unwrap();
        let file = Policy {
            source: Source::default(),
            ..(*file).clone()
        };
        assert_eq!(national_2020(), file);
    }
}
