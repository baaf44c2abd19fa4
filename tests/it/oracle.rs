//! An oracle in naive rationals: the scorer against the rules written out with big integers.

use std::rc::Rc;

use jiping::decimal::Number;
use jiping::policy::{
    AtLimit, EqualRule, ForwardRule, OverAction, OverRule, PerPoint, Policy, ReverseRule,
    default_policy,
};
use jiping::scoring::evaluate;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use proptest::prelude::*;

use crate::simple::document;

type R = BigRational;

fn rational(number: Number) -> R {
    let ten = BigInt::from(10_u8);
    R::new(BigInt::from(number.mantissa()), ten.pow(number.scale()))
}

fn int(value: i64) -> R {
    R::from_integer(BigInt::from(value))
}

/// Half up to 2 places, away from zero; only for values of at least 0.
fn half_up(value: &R) -> R {
    let scaled = value * int(100) + R::new(BigInt::one(), BigInt::from(2));
    scaled.floor() / int(100)
}

#[derive(Clone, Debug)]
struct Rules {
    forward: ForwardRule,
    reverse: ReverseRule,
    equal: EqualRule,
    limit: AtLimit,
    over: OverAction,
}

impl Rules {
    fn policy(&self) -> Rc<Policy> {
        let mut policy = (*default_policy()).clone();
        policy.forward = self.forward;
        policy.reverse = self.reverse;
        policy.equal = self.equal;
        policy.above = self.limit;
        policy.below = self.limit;
        policy.over = OverRule {
            threshold: Number::from_int(30),
            action: self.over,
            reverse: false,
        };
        Rc::new(policy)
    }
}

fn per_point(rule: PerPoint, weight: &R, target: &R, actual: &R, percent: bool) -> R {
    let gap = (actual - target).abs();
    let mut points = if percent {
        gap
    } else {
        gap / target * int(100)
    };
    if rule.started {
        points = points.ceil();
    }
    (weight - rational(rule.points) * points).max(R::zero())
}

/// Points before rounding, straight from the table of rules.
fn points(sign: &str, weight: &R, t: &R, a: &R, percent: bool, rules: &Rules) -> R {
    let (full, none) = (weight.clone(), R::zero());
    let order = a.cmp(t);
    if *t <= R::zero() {
        let treated_as_met = rules.limit == AtLimit::Met && order.is_eq();
        let met = match sign {
            ">=" => order.is_ge(),
            "<=" => order.is_le(),
            "=" => order.is_eq(),
            ">" => order.is_gt() || treated_as_met,
            _ => order.is_lt() || treated_as_met,
        };
        return if met { full } else { none };
    }
    let forward = || match rules.forward {
        _ if a.is_negative() => none.clone(),
        ForwardRule::Ratio => weight * a / t,
        ForwardRule::Threshold { pass } if a / t < rational(pass) / int(100) => none.clone(),
        ForwardRule::Threshold { .. } => weight * a / t,
        ForwardRule::PerPoint(rule) => per_point(rule, weight, t, a, percent),
        ForwardRule::AllOrNothing => none.clone(),
    };
    let mirror = || (weight * (int(2) - a / t)).max(R::zero());
    let reverse = || match rules.reverse {
        ReverseRule::Inverse => weight * t / a,
        ReverseRule::Mirror => mirror(),
        ReverseRule::PerPoint(rule) => per_point(rule, weight, t, a, percent),
        ReverseRule::AllOrNothing => none.clone(),
        ReverseRule::Threshold { pass } if t / a < rational(pass) / int(100) => none.clone(),
        ReverseRule::Threshold { .. } => weight * t / a,
    };
    let at_limit = match rules.limit {
        AtLimit::Ratio | AtLimit::Met => full.clone(),
        AtLimit::Nothing => none.clone(),
    };
    match (sign, order.is_lt(), order.is_eq()) {
        (">=" | ">", true, _) => forward(),
        ("<=" | "<", false, false) => reverse(),
        (">" | "<", _, true) => at_limit,
        ("=", true, _) if rules.equal == EqualRule::Exact => none,
        ("=", true, _) => (weight * a / t).max(R::zero()),
        ("=", false, false) => match rules.equal {
            EqualRule::Reached => full,
            EqualRule::Symmetric => mirror(),
            EqualRule::Exact => none,
        },
        _ => full,
    }
}

fn over_step(sign: &str, base: R, weight: &R, t: &R, a: &R, rules: &Rules) -> R {
    let forward = matches!(sign, ">=" | ">" | "=");
    let met = a >= t && !(sign == "=" && rules.equal != EqualRule::Reached && a != t);
    let over = forward && met && t.is_positive() && (a - t) / t >= R::new(30.into(), 100.into());
    match rules.over {
        OverAction::Minus(off) if over => (base - rational(off)).max(R::zero()),
        OverAction::Proportional if over => weight * t / a,
        _ => base,
    }
}

fn per_point_rule() -> impl Strategy<Value = PerPoint> {
    (1_i64..500, any::<bool>()).prop_map(|(hundredths, started)| PerPoint {
        points: Number::from_hundredths(hundredths),
        started,
    })
}

fn pass() -> impl Strategy<Value = Number> {
    (0_i64..100).prop_map(Number::from_int)
}

fn rules() -> impl Strategy<Value = Rules> {
    let forward = prop_oneof![
        Just(ForwardRule::Ratio),
        pass().prop_map(|pass| ForwardRule::Threshold { pass }),
        per_point_rule().prop_map(ForwardRule::PerPoint),
        Just(ForwardRule::AllOrNothing),
    ];
    let reverse = prop_oneof![
        Just(ReverseRule::Inverse),
        Just(ReverseRule::Mirror),
        per_point_rule().prop_map(ReverseRule::PerPoint),
        Just(ReverseRule::AllOrNothing),
        pass().prop_map(|pass| ReverseRule::Threshold { pass }),
    ];
    let equal = prop_oneof![
        Just(EqualRule::Reached),
        Just(EqualRule::Symmetric),
        Just(EqualRule::Exact)
    ];
    let limit = prop_oneof![
        Just(AtLimit::Ratio),
        Just(AtLimit::Met),
        Just(AtLimit::Nothing)
    ];
    let over = prop_oneof![
        Just(OverAction::Reason),
        Just(OverAction::Minus(Number::from_int(2))),
        Just(OverAction::Proportional)
    ];
    (forward, reverse, equal, limit, over).prop_map(|(forward, reverse, equal, limit, over)| {
        Rules {
            forward,
            reverse,
            equal,
            limit,
            over,
        }
    })
}

/// Any number that a cell may hold, mostly small, sometimes at the very bounds.
fn number() -> impl Strategy<Value = Number> {
    let parts = prop_oneof![
        4 => (0_i128..2_000, 0_u32..3),
        2 => (0_i128..10_000_000, 0_u32..6),
        1 => (0_i128..1_000_000_000_000_000_000_000, Just(6_u32)),
    ];
    (parts, prop::bool::weighted(0.1)).prop_map(|((mantissa, scale), negative)| {
        let mantissa = if negative { -mantissa } else { mantissa };
        Number::from_parts(mantissa, scale).unwrap_or_default()
    })
}

fn sign() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["=", ">=", "<=", ">", "<"])
}

/// Units of target and actual, and how many of the target's one of the actual's is.
fn units() -> impl Strategy<Value = (&'static str, &'static str, (i64, i64))> {
    prop::sample::select(vec![
        ("个", "个", (1, 1)),
        ("%", "%", (1, 1)),
        ("万元", "元", (1, 10_000)),
        ("元", "亿元", (100_000_000, 1)),
        ("平方米", "亩", (10_000, 15)),
        ("天", "小时", (1, 24)),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

    #[test]
    fn scores_are_those_of_naive_rationals(
        rules in rules(),
        sign in sign(),
        (target_unit, actual_unit, (up, down)) in units(),
        target in number(),
        typed in prop_oneof![3 => number(), 1 => Just(None::<()>).prop_map(|_| Number::ZERO)],
        same in prop::bool::weighted(0.15),
        hundredths in 1_i64..10_000,
    ) {
        let typed = if same && up == 1 && down == 1 { target } else { typed };
        let weight = Number::from_hundredths(hundredths);
        let target_text = format!("{sign}{target}{target_unit}");
        let actual_text = format!("{typed}{actual_unit}");
        let line = ("产出指标", "数量指标", "事项", &*target_text, &*weight.to_string(), &*actual_text);
        let evaluation = evaluate(&document(&[line], rules.policy()));
        let row = &evaluation.rows[0];

        let (w, t) = (rational(weight), rational(target));
        let a = rational(typed) * int(up) / int(down);
        let percent = target_unit == "%";
        let base = points(sign, &w, &t, &a, percent, &rules);
        let exact = over_step(sign, base.min(w.clone()), &w, &t, &a, &rules);
        let expected = half_up(&exact).min(w.clone());
        let score = row.score.map(rational);
        // Less than none of money, days or things is asked about.
        let none = typed.is_negative() && !target.is_negative() && sign.starts_with('<');
        if none && !matches!(target_unit, "%" | "平方米") {
            prop_assert_eq!(score, None, "{} against {}", actual_text, target_text);
            return Ok(());
        }
        prop_assert_eq!(score, Some(expected), "{} against {} in {:?}", actual_text, target_text, row);
        prop_assert!(row.derivation.is_some());
    }
}
