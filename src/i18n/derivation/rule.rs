//! One lead for each rule: what was held against what, and how it is scored.

use super::sum::{self, Sum};
use super::{Language, facts::Facts, fill};
use crate::WHOLE;
use crate::decimal::Number;
use crate::i18n::{count, term};
use crate::policy::{AtLimit, Policy};
use crate::scoring::{BandChoice, Derivation, Rule};
use crate::value::Comparator;

/// A derivation in the making.
pub(super) struct Told {
    /// What was held against what, by which rule; no full stop.
    pub lead: String,
    /// The sum; nothing where the points are all or none.
    pub sum: Option<Sum>,
}

impl Told {
    /// The lead and the sum of a score.
    pub fn new(facts: &Facts, derivation: &Derivation, language: Language) -> Self {
        let (chinese, english) = leads(derivation.rule, facts);
        let (first, second) = details(derivation.rule, facts, language);
        let values = [&*facts.actual, &*facts.target, &*first, &*second];
        Self {
            lead: fill(language.pick(chinese, english), &values),
            sum: sum::sum(derivation, facts),
        }
    }

    /// The whole sentence.
    pub fn finish(self, derivation: &Derivation, policy: &Policy, language: Language) -> String {
        let (between, points) = match self.sum {
            Some(sum) => (
                language.pick("：", ": "),
                sum.finish(derivation, policy, language),
            ),
            None => {
                let template = if derivation.score == derivation.weight {
                    language.pick("得满分 {0}", "full {0}")
                } else {
                    language.pick("得 {0}", "{0}")
                };
                let score = count::points(&derivation.score.text(), language);
                (language.pick("，", ": "), fill(template, &[&score]))
            }
        };
        let end = language.pick("。", ".");
        [&*self.lead, between, &*points, end].concat()
    }
}

/// Chinese and English; `{0}` is the actual, `{1}` the target, `{2}` and `{3}` are the rule's own figures.
#[rustfmt::skip]
const fn leads(rule: Rule, facts: &Facts) -> (&'static str, &'static str) {
    match rule {
        // What the example under its policy never brings up.
        Rule::AtLimit(_, AtLimit::Met | AtLimit::Nothing) | Rule::Mirror | Rule::PerPoint { .. }
        | Rule::BelowThreshold { .. } | Rule::AllOrNothing | Rule::NoRatio { .. } | Rule::Inside | Rule::InTime
        | Rule::Late { .. } | Rule::SatisfactionStep { .. } | Rule::ExecutionStep { .. } | Rule::ExecutionFloor { .. }
            if !WHOLE => ("", ""),
        Rule::Met(Comparator::Equal) if facts.beyond => ("实际 {0}，达到并超过指标值 {1}",
            "Actual {0} reaches and exceeds the target {1}"),
        Rule::Met(_) => ("实际 {0}，符合指标值 {1}",
            "Actual {0} meets the target {1}"),
        Rule::AtLimit(_, AtLimit::Ratio) => ("实际 {0}，恰在指标值 {1} 的界限上，不算达标，但按比例计分",
            "Actual {0} stands exactly at the limit of the target {1}, which is not met, but the ratio is 1"),
        Rule::AtLimit(_, AtLimit::Met) => ("实际 {0}，恰在指标值 {1} 的界限上，本评分办法视为达标",
            "Actual {0} stands exactly at the limit of the target {1}, which this policy takes as met"),
        Rule::AtLimit(_, AtLimit::Nothing) => ("实际 {0}，恰在指标值 {1} 的界限上，不算达标，本评分办法不给分",
            "Actual {0} stands exactly at the limit of the target {1}, which is not met, and this policy gives nothing"),
        Rule::Ratio if WHOLE && facts.range => ("实际 {0}，低于指标值 {1} 的下限，按对下限的完成率计分",
            "Actual {0} is below the lower edge of the target {1} and scores by its rate of that edge"),
        Rule::Ratio => ("实际 {0}，未达到指标值 {1}，按完成率计分",
            "Actual {0} falls short of the target {1} and scores by the completion rate"),
        Rule::Inverse if WHOLE && facts.range => ("实际 {0}，超过指标值 {1} 的上限，按上限与实际完成值之比计分",
            "Actual {0} is above the upper edge of the target {1} and scores by that edge over the actual"),
        Rule::Inverse => ("实际 {0}，超过指标值 {1}，按指标值与实际完成值之比计分",
            "Actual {0} is above the target {1} and scores by target over actual"),
        Rule::Mirror if facts.range => ("实际 {0}，超过指标值 {1} 的上限，按超出比例扣分",
            "Actual {0} is above the upper edge of the target {1} and loses points by the excess"),
        Rule::Mirror => ("实际 {0}，超过指标值 {1}，按超出比例扣分",
            "Actual {0} is above the target {1} and loses points by the excess"),
        Rule::PerPoint { started: false, .. } => ("实际 {0}，与指标值 {1} 相差 {2}，每个百分点扣 {3}",
            "Actual {0} misses the target {1} by {2}, {3} off for each"),
        Rule::PerPoint { started: true, .. } => ("实际 {0}，与指标值 {1} 相差 {2}（不足一个按一个计），每个百分点扣 {3}",
            "Actual {0} misses the target {1} by {2} (a started one counts whole), {3} off for each"),
        Rule::BelowThreshold { .. } => ("实际 {0}，指标值 {1}，完成率 {2}%，低于评分办法的及格线 {3}%",
            "Actual {0} against the target {1} is a completion rate of {2}%, below the policy's pass line of {3}%"),
        Rule::AllOrNothing => ("实际 {0}，不符合指标值 {1}，本评分办法未达标不给分",
            "Actual {0} does not meet the target {1}, for which this policy gives nothing"),
        Rule::NoRatio { met: true } => ("指标值 {1} 不大于 0，无法按比例计分；实际 {0}，符合",
            "The target {1} is not above 0, so there is no ratio; actual {0} meets it"),
        Rule::NoRatio { met: false } => ("指标值 {1} 不大于 0，无法按比例计分；实际 {0}，不符合",
            "The target {1} is not above 0, so there is no ratio; actual {0} does not meet it"),
        Rule::NegativeActual => ("实际 {0} 是负数，不符合指标值 {1}",
            "Actual {0} is negative and does not meet the target {1}"),
        Rule::Inside => ("实际 {0}，在指标值 {1} 之内",
            "Actual {0} is inside the target {1}"),
        Rule::InTime => ("实际 {0}，符合期限（{1}）",
            "Actual {0} keeps the deadline ({1})"),
        Rule::Late { .. } => ("实际 {0}，比期限（{1}）晚 {2}，每天扣 {3}",
            "Actual {0} is {2} behind the deadline ({1}), {3} off for each"),
        Rule::Band { .. } if facts.actual.is_empty() => ("评为“{2}”（{3}）",
            "Rated “{2}” ({3})"),
        Rule::Band { .. } if WHOLE && facts.deadline => ("实际 {0}，没有赶上期限（{1}），评为“{2}”（{3}）",
            "Actual {0} misses the deadline ({1}) and is rated “{2}” ({3})"),
        Rule::Band { .. } => ("实际 {0}，评为“{2}”（{3}）",
            "Actual {0} is rated “{2}” ({3})"),
        Rule::SatisfactionStep { .. } => ("满意度 {0}，按评分办法的分段计分",
            "Satisfaction {0} scores by the policy's steps"),
        Rule::Execution => ("全年执行 {0} 万元，全年预算 {1} 万元，执行率 {2}%，按执行率计分",
            "Executed {0} of {1} (in 10,000 yuan), a rate of {2}%, scored by the rate"),
        Rule::ExecutionStep { .. } => ("全年执行 {0} 万元，全年预算 {1} 万元，执行率 {2}%，按评分办法的分段计分",
            "Executed {0} of {1} (in 10,000 yuan), a rate of {2}%, scored by the policy's steps"),
        Rule::ExecutionFloor { .. } => ("全年执行 {0} 万元，全年预算 {1} 万元，执行率 {2}%，低于评分办法规定的 {3}%",
            "Executed {0} of {1} (in 10,000 yuan), a rate of {2}%, below the policy's floor of {3}%"),
        Rule::ExecutionCapped => ("全年执行 {0} 万元，全年预算 {1} 万元，执行率 {2}%，超过 100% 的部分不加分",
            "Executed {0} of {1} (in 10,000 yuan), a rate of {2}%, of which no more than 100% counts"),
    }
}

/// What stands in `{2}` and `{3}`.
fn details(rule: Rule, facts: &Facts, language: Language) -> (String, String) {
    let number = |number: Number| number.text();
    match rule {
        Rule::PerPoint {
            points, deviation, ..
        } if WHOLE => (
            count::percentage_points(&sum::deviation(deviation), language),
            count::points(&number(points), language),
        ),
        Rule::Late { days, points } if WHOLE => (
            count::days(&days.to_string(), language),
            count::points(&number(points), language),
        ),
        Rule::BelowThreshold { pass } if WHOLE => (number(facts.percent), number(pass)),
        Rule::Band { band, chosen, .. } => (
            term::band(band, language).to_owned(),
            band_choice(chosen, language).to_owned(),
        ),
        Rule::ExecutionFloor { below } if WHOLE => (number(facts.percent), number(below)),
        Rule::Execution | Rule::ExecutionStep { .. } | Rule::ExecutionCapped => {
            (number(facts.percent), String::new())
        }
        Rule::Met(_)
        | Rule::PerPoint { .. }
        | Rule::Late { .. }
        | Rule::BelowThreshold { .. }
        | Rule::ExecutionFloor { .. }
        | Rule::AtLimit(..)
        | Rule::Ratio
        | Rule::Inverse
        | Rule::Mirror
        | Rule::AllOrNothing
        | Rule::NoRatio { .. }
        | Rule::NegativeActual
        | Rule::Inside
        | Rule::InTime
        | Rule::SatisfactionStep { .. } => (String::new(), String::new()),
    }
}

/// Who chose a band.
const fn band_choice(choice: BandChoice, language: Language) -> &'static str {
    match choice {
        BandChoice::Person => language.pick("由填报人选定", "chosen by the person filling in"),
        BandChoice::Phrase => language.pick("实际完成值写明", "as the actual value says"),
        BandChoice::SameText => language.pick("与指标值文字一致", "same text as the target"),
        BandChoice::YesNo => language.pick(
            "与指标值的“是”“否”对照",
            "compared with the target's yes or no",
        ),
    }
}
