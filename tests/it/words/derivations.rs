//! How each rule is told, in both languages. The figures come from `evaluate`, the sentences are goldens.

use expect_test::{Expect, expect};
use jiping::actual::{Actual, Band};
use jiping::decimal::{Number, Rounding};
use jiping::i18n::{Language, derivation};
use jiping::policy::{
    AtLimit, DeadlineRule, EqualRule, ForwardRule, OverAction, PerPoint, Policy, ReverseRule, Step,
    default_policy,
};
use jiping::scoring::evaluate;
use jiping::survey::{Method, Tally};
use std::rc::Rc;

use crate::simple::{change, document};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

struct Case {
    policy: Policy,
    level1: &'static str,
    target: &'static str,
    weight: &'static str,
    actual: Actual,
}

/// A row with this target, weight and actual under the default policy.
fn row(target: &'static str, weight: &'static str, actual: &str) -> Case {
    let policy = (*default_policy()).clone();
    let text = actual.into();
    let actual = Actual {
        text,
        ..Actual::default()
    };
    Case {
        policy,
        level1: "产出指标",
        target,
        weight,
        actual,
    }
}

impl Case {
    fn policy(mut self, change: impl FnOnce(&mut Policy)) -> Self {
        change(&mut self.policy);
        self
    }

    fn actual(mut self, change: impl FnOnce(&mut Actual)) -> Self {
        change(&mut self.actual);
        self
    }

    /// Both sentences, one a line.
    #[track_caller]
    fn told(self, golden: Expect) {
        let policy = Rc::new(self.policy);
        let line = (
            self.level1,
            "数量指标",
            "事项",
            self.target,
            self.weight,
            "",
        );
        let mut document = document(&[line], Rc::clone(&policy));
        change(&mut document, 0, |actual| *actual = self.actual);
        let evaluation = evaluate(&document);
        let row = &evaluation.rows[0];
        let told = Language::ALL.map(|l| derivation::row(row, &policy, l).expect("a score"));
        golden.assert_eq(&told.join("\n"));
    }
}

const fn per_point(points: Number, started: bool) -> PerPoint {
    PerPoint { points, started }
}

#[test]
fn met() {
    row("≥95%", "5", "96%").told(expect![[r#"
        实际 96%，符合指标值 ≥95%，得满分 5 分。
        Actual 96% meets the target ≥95%: full 5 points."#]]);
    row("≤3天", "5", "2天").told(expect![[r#"
        实际 2 天，符合指标值 ≤3 天，得满分 5 分。
        Actual 2 天 meets the target ≤3 天: full 5 points."#]]);
    row("=16人", "1.25", "16人").told(expect![[r#"
        实际 16 人，符合指标值 =16 人，得满分 1.25 分。
        Actual 16 人 meets the target =16 人: full 1.25 points."#]]);
    row("=12次", "1.25", "14次").told(expect![[r#"
        实际 14 次，达到并超过指标值 =12 次，得满分 1.25 分。
        Actual 14 次 reaches and exceeds the target =12 次: full 1.25 points."#]]);
}

#[test]
fn at_the_limit() {
    row(">5%", "5", "5%").told(expect![[r#"
        实际 5%，恰在指标值 >5% 的界限上，不算达标，但按比例计分，得满分 5 分。
        Actual 5% stands exactly at the limit of the target >5%, which is not met, but the ratio is 1: full 5 points."#]]);
    row(">5%", "5", "5%")
        .policy(|p| p.above = AtLimit::Met)
        .told(expect![[r#"
            实际 5%，恰在指标值 >5% 的界限上，本评分办法视为达标，得满分 5 分。
            Actual 5% stands exactly at the limit of the target >5%, which this policy takes as met: full 5 points."#]]);
    row("<5%", "5", "5%")
        .policy(|p| p.below = AtLimit::Nothing)
        .told(expect![[r#"
            实际 5%，恰在指标值 <5% 的界限上，不算达标，本评分办法不给分，得 0 分。
            Actual 5% stands exactly at the limit of the target <5%, which is not met, and this policy gives nothing: 0 points."#]]);
}

#[test]
fn ratio() {
    row("=12次", "1.25", "10次").told(expect![[r#"
        实际 10 次，未达到指标值 =12 次，按完成率计分：1.25 × 10 ÷ 12 ≈ 1.0417 → 1.04 分（四舍五入）。
        Actual 10 次 falls short of the target =12 次 and scores by the completion rate: 1.25 × 10 ÷ 12 ≈ 1.0417 → 1.04 points (rounded half up)."#]]);
    row("≥95%", "3.34", "92%").told(expect![[r#"
        实际 92%，未达到指标值 ≥95%，按完成率计分：3.34 × 92 ÷ 95 ≈ 3.2345 → 3.23 分（四舍五入）。
        Actual 92% falls short of the target ≥95% and scores by the completion rate: 3.34 × 92 ÷ 95 ≈ 3.2345 → 3.23 points (rounded half up)."#]]);
    row("≥10次", "5", "7.5次").told(expect![[r#"
        实际 7.5 次，未达到指标值 ≥10 次，按完成率计分：5 × 7.5 ÷ 10 = 3.75 分。
        Actual 7.5 次 falls short of the target ≥10 次 and scores by the completion rate: 5 × 7.5 ÷ 10 = 3.75 points."#]]);
    row("≥10次", "5", "0次").told(expect![[r#"
        实际 0 次，未达到指标值 ≥10 次，按完成率计分：5 × 0 ÷ 10 = 0 分。
        Actual 0 次 falls short of the target ≥10 次 and scores by the completion rate: 5 × 0 ÷ 10 = 0 points."#]]);
}

#[test]
fn rounding_is_named_and_never_hidden() {
    row("≥7次", "5", "3次")
        .policy(|p| p.rounding = Rounding::Truncate)
        .told(expect![[r#"
            实际 3 次，未达到指标值 ≥7 次，按完成率计分：5 × 3 ÷ 7 ≈ 2.1429 → 2.14 分（截尾）。
            Actual 3 次 falls short of the target ≥7 次 and scores by the completion rate: 5 × 3 ÷ 7 ≈ 2.1429 → 2.14 points (cut off)."#]]);
    row("≥7次", "5", "3次")
        .policy(|p| p.places = 4)
        .told(expect![[r#"
            实际 3 次，未达到指标值 ≥7 次，按完成率计分：5 × 3 ÷ 7 ≈ 2.142857 → 2.1429 分（四舍五入）。
            Actual 3 次 falls short of the target ≥7 次 and scores by the completion rate: 5 × 3 ÷ 7 ≈ 2.142857 → 2.1429 points (rounded half up)."#]]);
    // 1.0349999…: four places would look like 1.0350 and round the other way.
    row("≥1000000次", "1", "34999.9次")
        .policy(|p| p.places = 2)
        .told(expect![[r#"
            实际 34999.9 次，未达到指标值 ≥1000000 次，按完成率计分：1 × 34999.9 ÷ 1000000 = 0.034999… → 0.03 分（四舍五入）。
            Actual 34999.9 次 falls short of the target ≥1000000 次 and scores by the completion rate: 1 × 34999.9 ÷ 1000000 = 0.034999… → 0.03 points (rounded half up)."#]]);
}

#[test]
fn units_are_converted_in_sight() {
    row("≥5000元", "5", "0.45万元").told(expect![[r#"
        实际 0.45 万元 = 4500 元，未达到指标值 ≥5000 元，按完成率计分：5 × 4500 ÷ 5000 = 4.5 分。
        Actual 0.45 万元 = 4500 元 falls short of the target ≥5000 元 and scores by the completion rate: 5 × 4500 ÷ 5000 = 4.5 points."#]]);
    row("≥5‰", "5", "0.4%").told(expect![[r#"
        实际 0.4% = 4‰，未达到指标值 ≥5‰，按完成率计分：5 × 4 ÷ 5 = 4 分。
        Actual 0.4% = 4‰ falls short of the target ≥5‰ and scores by the completion rate: 5 × 4 ÷ 5 = 4 points."#]]);
    row("≥1000平方米", "5", "1亩").told(expect![[r#"
        实际 1 亩 ≈ 666.6667 平方米，未达到指标值 ≥1000 平方米，按完成率计分：5 × 666.6667 ÷ 1000 ≈ 3.3333 → 3.33 分（四舍五入）。
        Actual 1 亩 ≈ 666.6667 平方米 falls short of the target ≥1000 平方米 and scores by the completion rate: 5 × 666.6667 ÷ 1000 ≈ 3.3333 → 3.33 points (rounded half up)."#]]);
}

/// An actual without the target's 万 is told without it.
#[test]
fn ten_thousands_stand_where_they_were_read() {
    row("≥1.5万人次", "5", "16000").told(expect![[r#"
        实际 16000 人次 = 1.6 万人次，符合指标值 ≥1.5 万人次，得满分 5 分。
        Actual 16000 人次 = 1.6 万人次 meets the target ≥1.5 万人次: full 5 points."#]]);
    row("=6万立方米", "5", "60000").told(expect![[r#"
        实际 60000 立方米 = 6 万立方米，符合指标值 =6 万立方米，得满分 5 分。
        Actual 60000 立方米 = 6 万立方米 meets the target =6 万立方米: full 5 points."#]]);
    row("≥3.45万亩", "5", "30000").told(expect![[r#"
        实际 30000 亩 = 3 万亩，未达到指标值 ≥3.45 万亩，按完成率计分：5 × 3 ÷ 3.45 ≈ 4.3478 → 4.35 分（四舍五入）。
        Actual 30000 亩 = 3 万亩 falls short of the target ≥3.45 万亩 and scores by the completion rate: 5 × 3 ÷ 3.45 ≈ 4.3478 → 4.35 points (rounded half up)."#]]);
    row("≥2万千瓦时", "5", "18000").told(expect![[r#"
        实际 18000 千瓦时 = 1.8 万千瓦时，未达到指标值 ≥2 万千瓦时，按完成率计分：5 × 1.8 ÷ 2 = 4.5 分。
        Actual 18000 千瓦时 = 1.8 万千瓦时 falls short of the target ≥2 万千瓦时 and scores by the completion rate: 5 × 1.8 ÷ 2 = 4.5 points."#]]);
    row("≥854万", "5", "8540000").told(expect![[r#"
        实际 8540000 = 854 万，符合指标值 ≥854 万，得满分 5 分。
        Actual 8540000 = 854 万 meets the target ≥854 万: full 5 points."#]]);
    row("≥6万人", "5", "5.4").told(expect![[r#"
        实际 5.4 万人，未达到指标值 ≥6 万人，按完成率计分：5 × 5.4 ÷ 6 = 4.5 分。
        Actual 5.4 万人 falls short of the target ≥6 万人 and scores by the completion rate: 5 × 5.4 ÷ 6 = 4.5 points."#]]);
    row("≥5万份", "5", "40000个").told(expect![[r#"
        实际 40000 个 = 4万，未达到指标值 ≥5 万份，按完成率计分：5 × 4 ÷ 5 = 4 分。
        Actual 40000 个 = 4万 falls short of the target ≥5 万份 and scores by the completion rate: 5 × 4 ÷ 5 = 4 points."#]]);
    row("≥40000份", "5", "3万个").told(expect![[r#"
        实际 3 万个 = 30000，未达到指标值 ≥40000 份，按完成率计分：5 × 30000 ÷ 40000 = 3.75 分。
        Actual 3 万个 = 30000 falls short of the target ≥40000 份 and scores by the completion rate: 5 × 30000 ÷ 40000 = 3.75 points."#]]);
    row("≥6个", "5", "6份").told(expect![[r#"
        实际 6 份，符合指标值 ≥6 个，得满分 5 分。
        Actual 6 份 meets the target ≥6 个: full 5 points."#]]);
    row("≥12次", "5", "9次/年").told(expect![[r#"
        实际 9 次/年，未达到指标值 ≥12 次，按完成率计分：5 × 9 ÷ 12 = 3.75 分。
        Actual 9 次/年 falls short of the target ≥12 次 and scores by the completion rate: 5 × 9 ÷ 12 = 3.75 points."#]]);
}

#[test]
fn a_converted_figure_keeps_its_unit_and_its_digits() {
    row("≤1.1万元/户", "5", "12000元/人").told(expect![[r#"
        实际 12000 元/人 = 1.2 万元/人，超过指标值 ≤1.1 万元/户，按指标值与实际完成值之比计分：5 × 1.1 ÷ 1.2 ≈ 4.5833 → 4.58 分（四舍五入）。
        Actual 12000 元/人 = 1.2 万元/人 is above the target ≤1.1 万元/户 and scores by target over actual: 5 × 1.1 ÷ 1.2 ≈ 4.5833 → 4.58 points (rounded half up)."#]]);
    row("≤1天", "5", "1秒").told(expect![[r#"
        实际 1 秒 ≈ 0.000012 天，符合指标值 ≤1 天，得满分 5 分。
        Actual 1 秒 ≈ 0.000012 天 meets the target ≤1 天: full 5 points."#]]);
}

#[test]
fn nobody_divides_by_one() {
    row("≥1", "10", "0.6667").told(expect![[r#"
        实际 0.6667，未达到指标值 ≥1，按完成率计分：10 × 0.6667 = 6.667 → 6.67 分（四舍五入）。
        Actual 0.6667 falls short of the target ≥1 and scores by the completion rate: 10 × 0.6667 = 6.667 → 6.67 points (rounded half up)."#]]);
    row("≤1次", "10", "1.5次")
        .policy(|p| p.reverse = ReverseRule::Mirror)
        .told(expect![[r#"
            实际 1.5 次，超过指标值 ≤1 次，按超出比例扣分：10 × (2 − 1.5) = 5 分。
            Actual 1.5 次 is above the target ≤1 次 and loses points by the excess: 10 × (2 − 1.5) = 5 points."#]]);
    row("≥10次", "5", "1.1次").told(expect![[r#"
        实际 1.1 次，未达到指标值 ≥10 次，按完成率计分：5 × 1.1 ÷ 10 = 0.55 分。
        Actual 1.1 次 falls short of the target ≥10 次 and scores by the completion rate: 5 × 1.1 ÷ 10 = 0.55 points."#]]);
}

#[test]
fn reverse() {
    row("≤3天", "2.5", "4天").told(expect![[r#"
        实际 4 天，超过指标值 ≤3 天，按指标值与实际完成值之比计分：2.5 × 3 ÷ 4 = 1.875 → 1.88 分（四舍五入）。
        Actual 4 天 is above the target ≤3 天 and scores by target over actual: 2.5 × 3 ÷ 4 = 1.875 → 1.88 points (rounded half up)."#]]);
    let mirror = |p: &mut Policy| p.reverse = ReverseRule::Mirror;
    row("≤3天", "2.5", "4天").policy(mirror).told(expect![[r#"
        实际 4 天，超过指标值 ≤3 天，按超出比例扣分：2.5 × (2 − 4 ÷ 3) ≈ 1.6667 → 1.67 分（四舍五入）。
        Actual 4 天 is above the target ≤3 天 and loses points by the excess: 2.5 × (2 − 4 ÷ 3) ≈ 1.6667 → 1.67 points (rounded half up)."#]]);
    row("≤3天", "2.5", "9天").policy(mirror).told(expect![[r#"
        实际 9 天，超过指标值 ≤3 天，按超出比例扣分：2.5 × (2 − 9 ÷ 3) < 0，计 0 分。
        Actual 9 天 is above the target ≤3 天 and loses points by the excess: 2.5 × (2 − 9 ÷ 3) < 0, so 0 points."#]]);
    row("=12次", "1.25", "14次")
        .policy(|p| p.equal = EqualRule::Symmetric)
        .told(expect![[r#"
            实际 14 次，超过指标值 =12 次，按超出比例扣分：1.25 × (2 − 14 ÷ 12) ≈ 1.0417 → 1.04 分（四舍五入）。
            Actual 14 次 is above the target =12 次 and loses points by the excess: 1.25 × (2 − 14 ÷ 12) ≈ 1.0417 → 1.04 points (rounded half up)."#]]);
}

#[test]
fn points_off_for_each_point() {
    let rule = |p: &mut Policy, n, started| {
        p.forward = ForwardRule::PerPoint(per_point(number(n), started))
    };
    row("≥95%", "5", "92%")
        .policy(|p| rule(p, "0.5", false))
        .told(expect![[r#"
            实际 92%，与指标值 ≥95% 相差 3 个百分点，每个百分点扣 0.5 分：5 − 0.5 × 3 = 3.5 分。
            Actual 92% misses the target ≥95% by 3 percentage points, 0.5 points off for each: 5 − 0.5 × 3 = 3.5 points."#]]);
    row("≥95%", "5", "92.4%")
        .policy(|p| rule(p, "0.5", true))
        .told(expect![[r#"
            实际 92.4%，与指标值 ≥95% 相差 3 个百分点（不足一个按一个计），每个百分点扣 0.5 分：5 − 0.5 × 3 = 3.5 分。
            Actual 92.4% misses the target ≥95% by 3 percentage points (a started one counts whole), 0.5 points off for each: 5 − 0.5 × 3 = 3.5 points."#]]);
    row("≥95%", "5", "60%")
        .policy(|p| rule(p, "0.5", false))
        .told(expect![[r#"
            实际 60%，与指标值 ≥95% 相差 35 个百分点，每个百分点扣 0.5 分：5 − 0.5 × 35 < 0，计 0 分。
            Actual 60% misses the target ≥95% by 35 percentage points, 0.5 points off for each: 5 − 0.5 × 35 < 0, so 0 points."#]]);
    row("≥3次", "50", "2次")
        .policy(|p| rule(p, "0.5", false))
        .told(expect![[r#"
            实际 2 次，与指标值 ≥3 次相差 33.3333 个百分点，每个百分点扣 0.5 分：50 − 0.5 × 33.3333 ≈ 33.3333 → 33.33 分（四舍五入）。
            Actual 2 次 misses the target ≥3 次 by 33.3333 percentage points, 0.5 points off for each: 50 − 0.5 × 33.3333 ≈ 33.3333 → 33.33 points (rounded half up)."#]]);
}

#[test]
fn all_or_nothing_and_thresholds() {
    row("≥95%", "5", "92%")
        .policy(|p| p.forward = ForwardRule::AllOrNothing)
        .told(expect![[r#"
            实际 92%，不符合指标值 ≥95%，本评分办法未达标不给分，得 0 分。
            Actual 92% does not meet the target ≥95%, for which this policy gives nothing: 0 points."#]]);
    row("≥95%", "5", "50%")
        .policy(|p| p.forward = ForwardRule::Threshold { pass: number("60") })
        .told(expect![[r#"
            实际 50%，指标值 ≥95%，完成率 52.63%，低于评分办法的及格线 60%，得 0 分。
            Actual 50% against the target ≥95% is a completion rate of 52.63%, below the policy's pass line of 60%: 0 points."#]]);
    // Not 60%, at which it would pass.
    row("≥100次", "5", "59.999次")
        .policy(|p| p.forward = ForwardRule::Threshold { pass: number("60") })
        .told(expect![[r#"
            实际 59.999 次，指标值 ≥100 次，完成率 59.999%，低于评分办法的及格线 60%，得 0 分。
            Actual 59.999 次 against the target ≥100 次 is a completion rate of 59.999%, below the policy's pass line of 60%: 0 points."#]]);
    row("≤59.999次", "5", "100次")
        .policy(|p| p.reverse = ReverseRule::Threshold { pass: number("60") })
        .told(expect![[r#"
            实际 100 次，指标值 ≤59.999 次，完成率 59.999%，低于评分办法的及格线 60%，得 0 分。
            Actual 100 次 against the target ≤59.999 次 is a completion rate of 59.999%, below the policy's pass line of 60%: 0 points."#]]);
    row("=0次", "5", "3次").told(expect![[r#"
        指标值 =0 次不大于 0，无法按比例计分；实际 3 次，不符合，得 0 分。
        The target =0 次 is not above 0, so there is no ratio; actual 3 次 does not meet it: 0 points."#]]);
    row("≤0次", "5", "0次").told(expect![[r#"
        指标值 ≤0 次不大于 0，无法按比例计分；实际 0 次，符合，得满分 5 分。
        The target ≤0 次 is not above 0, so there is no ratio; actual 0 次 meets it: full 5 points."#]]);
    row("≥5%", "5", "-2%").told(expect![[r#"
        实际 -2% 是负数，不符合指标值 ≥5%，得 0 分。
        Actual -2% is negative and does not meet the target ≥5%: 0 points."#]]);
}

#[test]
fn ranges() {
    row("1-3次", "5", "2次").told(expect![[r#"
        实际 2 次，在指标值 1–3 次之内，得满分 5 分。
        Actual 2 次 is inside the target 1–3 次: full 5 points."#]]);
    row("2-3次", "5", "1次").told(expect![[r#"
        实际 1 次，低于指标值 2–3 次的下限，按对下限的完成率计分：5 × 1 ÷ 2 = 2.5 分。
        Actual 1 次 is below the lower edge of the target 2–3 次 and scores by its rate of that edge: 5 × 1 ÷ 2 = 2.5 points."#]]);
    row("1-3次", "5", "4次").told(expect![[r#"
        实际 4 次，超过指标值 1–3 次的上限，按上限与实际完成值之比计分：5 × 3 ÷ 4 = 3.75 分。
        Actual 4 次 is above the upper edge of the target 1–3 次 and scores by that edge over the actual: 5 × 3 ÷ 4 = 3.75 points."#]]);
    row("1-3次", "5", "4次")
        .policy(|p| p.reverse = ReverseRule::Mirror)
        .told(expect![[r#"
            实际 4 次，超过指标值 1–3 次的上限，按超出比例扣分：5 × (2 − 4 ÷ 3) ≈ 3.3333 → 3.33 分（四舍五入）。
            Actual 4 次 is above the upper edge of the target 1–3 次 and loses points by the excess: 5 × (2 − 4 ÷ 3) ≈ 3.3333 → 3.33 points (rounded half up)."#]]);
    row("80%(含)-90%", "5", "90%").told(expect![[r#"
        实际 90%，恰在指标值 80%–90%（不含 90%）的界限上，不算达标，但按比例计分，得满分 5 分。
        Actual 90% stands exactly at the limit of the target 80%–90% (without 90%), which is not met, but the ratio is 1: full 5 points."#]]);
}

#[test]
fn deadlines() {
    row("2022年12月31日前", "5", "2022年11月").told(expect![[r#"
        实际 2022年11月，符合期限（不晚于 2022年12月31日），得满分 5 分。
        Actual 2022-11 keeps the deadline (by 2022-12-31): full 5 points."#]]);
    row("2022年12月31日前", "5", "2023年1月5日")
        .policy(|p| p.deadline = DeadlineRule::PerDay(number("0.5")))
        .told(expect![[r#"
            实际 2023年1月5日，比期限（不晚于 2022年12月31日）晚 5 天，每天扣 0.5 分：5 − 0.5 × 5 = 2.5 分。
            Actual 2023-01-05 is 5 days behind the deadline (by 2022-12-31), 0.5 points off for each: 5 − 0.5 × 5 = 2.5 points."#]]);
    row("2022年12月31日前", "5", "2023年1月5日")
        .actual(|a| a.band = Some(Band::Partly))
        .told(expect![[r#"
            实际 2023年1月5日，没有赶上期限（不晚于 2022年12月31日），评为“部分达成预期指标并具有一定效果”（由填报人选定）：5 × 70% = 3.5 分。
            Actual 2023-01-05 misses the deadline (by 2022-12-31) and is rated “partly achieved, with some effect” (chosen by the person filling in): 5 × 70% = 3.5 points."#]]);
}

#[test]
fn bands() {
    row("显著加强", "5", "有所加强")
        .actual(|a| a.band = Some(Band::Partly))
        .told(expect![[r#"
            实际“有所加强”，评为“部分达成预期指标并具有一定效果”（由填报人选定）：5 × 70% = 3.5 分。
            Actual “有所加强” is rated “partly achieved, with some effect” (chosen by the person filling in): 5 × 70% = 3.5 points."#]]);
    row("显著加强", "5", "")
        .actual(|a| {
            a.band = Some(Band::Partly);
            a.share = "66.67".into();
        })
        .told(expect![[r#"
            评为“部分达成预期指标并具有一定效果”（由填报人选定）：5 × 66.67% = 3.3335 → 3.33 分（四舍五入）。
            Rated “partly achieved, with some effect” (chosen by the person filling in): 5 × 66.67% = 3.3335 → 3.33 points (rounded half up)."#]]);
    row("显著加强", "5", "显著加强").told(expect![[r#"
        实际“显著加强”，评为“达成预期指标”（与指标值文字一致）：5 × 100% = 5 分。
        Actual “显著加强” is rated “achieved as expected” (same text as the target): 5 × 100% = 5 points."#]]);
    row("是", "5", "否").told(expect![[r#"
        实际“否”，评为“未达成预期指标且效果较差”（与指标值的“是”“否”对照）：5 × 30% = 1.5 分。
        Actual “否” is rated “not achieved, with little effect” (compared with the target's yes or no): 5 × 30% = 1.5 points."#]]);
    row("显著加强", "5", "达成预期指标").told(expect![[r#"
        实际“达成预期指标”，评为“达成预期指标”（实际完成值写明）：5 × 100% = 5 分。
        Actual “达成预期指标” is rated “achieved as expected” (as the actual value says): 5 × 100% = 5 points."#]]);
}

#[test]
fn over_fulfilment() {
    let case = |action| row("≥10次", "5", "14次").policy(|p| p.over.action = action);
    case(OverAction::Reason).told(expect![[r#"
        实际 14 次，符合指标值 ≥10 次，超额 40%，得满分 5 分。
        Actual 14 次 meets the target ≥10 次, exceeding it by 40%: full 5 points."#]]);
    case(OverAction::Minus(number("2"))).told(expect![[r#"
        实际 14 次，符合指标值 ≥10 次，超额 40%，扣 2 分：5 − 2 = 3 分。
        Actual 14 次 meets the target ≥10 次, exceeding it by 40%, which costs 2 points: 5 − 2 = 3 points."#]]);
    case(OverAction::Minus(number("6"))).told(expect![[r#"
        实际 14 次，符合指标值 ≥10 次，超额 40%，扣 6 分：5 − 6 < 0，计 0 分。
        Actual 14 次 meets the target ≥10 次, exceeding it by 40%, which costs 6 points: 5 − 6 < 0, so 0 points."#]]);
    case(OverAction::Proportional).told(expect![[r#"
        实际 14 次，符合指标值 ≥10 次，超额 40%，按指标值与实际完成值之比计分：5 × 10 ÷ 14 ≈ 3.5714 → 3.57 分（四舍五入）。
        Actual 14 次 meets the target ≥10 次, exceeding it by 40%, and scores by target over actual: 5 × 10 ÷ 14 ≈ 3.5714 → 3.57 points (rounded half up)."#]]);
    case(OverAction::Typed)
        .actual(|a| a.deduction = "1".into())
        .told(expect![[r#"
            实际 14 次，符合指标值 ≥10 次，超额 40%，扣 1 分：5 − 1 = 4 分。
            Actual 14 次 meets the target ≥10 次, exceeding it by 40%, which costs 1 point: 5 − 1 = 4 points."#]]);
    row("=10次", "5", "14次")
        .policy(|p| {
            p.over.action = OverAction::Minus(number("2"));
            p.equal = EqualRule::Symmetric;
        })
        .told(expect![[r#"
            实际 14 次，超过指标值 =10 次，按超出比例扣分：5 × (2 − 14 ÷ 10) = 3 分。
            Actual 14 次 is above the target =10 次 and loses points by the excess: 5 × (2 − 14 ÷ 10) = 3 points."#]]);
}

#[test]
fn satisfaction() {
    let surveyed = |method| {
        let mut case = row("≥90%", "10", "").actual(|a| {
            a.tally = Some(Tally {
                counts: ["40", "30", "20", "8", "2"].map(Into::into),
                blank: "3".into(),
                method,
            });
        });
        case.level1 = "满意度指标";
        case
    };
    surveyed(Method::Share { levels: 2 }).told(expect![[r#"
        满意度按满意率（很满意、满意）统计，n = 100（另有 3 份未作答，不计入）：(40 + 30) ÷ 100 = 70%。实际 70%，未达到指标值 ≥90%，按完成率计分：10 × 70 ÷ 90 ≈ 7.7778 → 7.78 分（四舍五入）。
        Satisfaction by share satisfied (very satisfied, satisfied), n = 100 (3 without an answer left out): (40 + 30) ÷ 100 = 70%. Actual 70% falls short of the target ≥90% and scores by the completion rate: 10 × 70 ÷ 90 ≈ 7.7778 → 7.78 points (rounded half up)."#]]);
    surveyed(Method::Share { levels: 3 }).told(expect![[r#"
        满意度按满意率（很满意、满意、一般）统计，n = 100（另有 3 份未作答，不计入）：(40 + 30 + 20) ÷ 100 = 90%。实际 90%，符合指标值 ≥90%，得满分 10 分。
        Satisfaction by share satisfied (very satisfied, satisfied, neutral), n = 100 (3 without an answer left out): (40 + 30 + 20) ÷ 100 = 90%. Actual 90% meets the target ≥90%: full 10 points."#]]);
    surveyed(Method::Points).told(expect![[r#"
        满意度按赋分法统计，n = 100（另有 3 份未作答，不计入）：(100 × 40 + 80 × 30 + 60 × 20 + 30 × 8 + 0 × 2) ÷ 100 = 78.4%。实际 78.4%，未达到指标值 ≥90%，按完成率计分：10 × 78.4 ÷ 90 ≈ 8.7111 → 8.71 分（四舍五入）。
        Satisfaction by points per level, averaged, n = 100 (3 without an answer left out): (100 × 40 + 80 × 30 + 60 × 20 + 30 × 8 + 0 × 2) ÷ 100 = 78.4%. Actual 78.4% falls short of the target ≥90% and scores by the completion rate: 10 × 78.4 ÷ 90 ≈ 8.7111 → 8.71 points (rounded half up)."#]]);
    surveyed(Method::Mean).told(expect![[r#"
        满意度按五级均值（折合百分比）统计，n = 100（另有 3 份未作答，不计入）：(5 × 40 + 4 × 30 + 3 × 20 + 2 × 8 + 1 × 2) ÷ 100 ÷ 5 = 79.6%。实际 79.6%，未达到指标值 ≥90%，按完成率计分：10 × 79.6 ÷ 90 ≈ 8.8444 → 8.84 分（四舍五入）。
        Satisfaction by five-point mean, as a percentage, n = 100 (3 without an answer left out): (5 × 40 + 4 × 30 + 3 × 20 + 2 × 8 + 1 × 2) ÷ 100 ÷ 5 = 79.6%. Actual 79.6% falls short of the target ≥90% and scores by the completion rate: 10 × 79.6 ÷ 90 ≈ 8.8444 → 8.84 points (rounded half up)."#]]);
    let mut points = surveyed(Method::Points);
    points.target = "≥90分";
    points.told(expect![[r#"
        满意度按赋分法统计，n = 100（另有 3 份未作答，不计入）：(100 × 40 + 80 × 30 + 60 × 20 + 30 × 8 + 0 × 2) ÷ 100 = 78.4 分。实际 78.4 分，未达到指标值 ≥90 分，按完成率计分：10 × 78.4 ÷ 90 ≈ 8.7111 → 8.71 分（四舍五入）。
        Satisfaction by points per level, averaged, n = 100 (3 without an answer left out): (100 × 40 + 80 × 30 + 60 × 20 + 30 × 8 + 0 × 2) ÷ 100 = 78.4 分. Actual 78.4 分 falls short of the target ≥90 分 and scores by the completion rate: 10 × 78.4 ÷ 90 ≈ 8.7111 → 8.71 points (rounded half up)."#]]);
    let step = |from, share| Step {
        from: number(from),
        share: number(share),
    };
    surveyed(Method::Points)
        .policy(|p| p.satisfaction.steps = vec![step("90", "100"), step("60", "50")])
        .told(expect![[r#"
            满意度按赋分法统计，n = 100（另有 3 份未作答，不计入）：(100 × 40 + 80 × 30 + 60 × 20 + 30 × 8 + 0 × 2) ÷ 100 = 78.4%。满意度 78.4%，按评分办法的分段计分：10 × 50% = 5 分。
            Satisfaction by points per level, averaged, n = 100 (3 without an answer left out): (100 × 40 + 80 × 30 + 60 × 20 + 30 × 8 + 0 × 2) ÷ 100 = 78.4%. Satisfaction 78.4% scores by the policy's steps: 10 × 50% = 5 points."#]]);
}
