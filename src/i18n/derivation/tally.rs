//! The sentence on a satisfaction tally: n, the method, the sum.

use super::{Language, fill};
use crate::decimal::{Number, Ratio};
use crate::i18n::{error, reading, term};
use crate::policy::Policy;
use crate::scoring::RowResult;
use crate::survey::{Method, TallyResult};

/// How a tally became one figure, with the method and n.
pub(super) fn sentence(
    row: &RowResult,
    tally: &TallyResult,
    policy: &Policy,
    language: Language,
) -> String {
    let percent = match tally.percent {
        Ok(percent) => percent,
        Err(error) => return error::tally(error, language),
    };
    let answered = tally.answered.to_string();
    let blank = match tally.blank {
        0 => String::new(),
        blank => fill(
            language.pick(
                "（另有 {0} 份未作答，不计入）",
                " ({0} without an answer left out)",
            ),
            &[&blank.to_string()],
        ),
    };
    let figure = row.actual.value.as_ref();
    let figure = figure.map(|figure| reading::achieved(figure, language));
    let (sum, value) = sum(tally, policy);
    let exact = value
        .is_some_and(|value| value.compare(Ratio::of(percent)) == Some(std::cmp::Ordering::Equal));
    fill(
        language.pick(
            "满意度按{0}统计，n = {1}{2}：{3} {4} {5}。",
            "Satisfaction by {0}, n = {1}{2}: {3} {4} {5}.",
        ),
        &[
            &term::method(tally.method, language),
            &answered,
            &blank,
            &sum,
            if exact { "=" } else { "≈" },
            &figure.unwrap_or_default(),
        ],
    )
}

/// The sum in writing and its value in %.
fn sum(tally: &TallyResult, policy: &Policy) -> (String, Option<Ratio>) {
    let whole = |number: u32| Number::from_int(i64::from(number));
    let answered = Ratio::of(whole(tally.answered));
    let mut terms = String::new();
    let mut total = Ratio::zero();
    let levels = tally.counts.iter().zip(weights(tally.method, policy));
    for (&count, weight) in levels.filter_map(|(count, weight)| Some((count, weight?))) {
        if !terms.is_empty() {
            terms.push_str(" + ");
        }
        if weight != Number::ONE || tally.method == Method::Mean {
            terms.push_str(&weight.text());
            terms.push_str(" × ");
        }
        terms.push_str(&count.to_string());
        let product = Ratio::of(weight).checked_mul(Ratio::of(whole(count)));
        total = product
            .and_then(|product| total.checked_add(product))
            .unwrap_or(total);
    }
    let (template, factor) = match tally.method {
        Method::Share { .. } => ("({0}) ÷ {1}", 100),
        Method::Points => ("({0}) ÷ {1}", 1),
        Method::Mean => ("({0}) ÷ {1} ÷ 5", 20),
    };
    let value = total
        .checked_div(answered)
        .and_then(|mean| mean.checked_mul(Ratio::of(Number::from_int(factor))));
    (
        fill(template, &[&terms, &tally.answered.to_string()]),
        value,
    )
}

/// What each level counts for; nothing where it is left out of the sum.
fn weights(method: Method, policy: &Policy) -> [Option<Number>; 5] {
    match method {
        Method::Share { levels } => {
            [0, 1, 2, 3, 4].map(|level: u8| (level < levels).then_some(Number::ONE))
        }
        Method::Points => policy.satisfaction.points.map(Some),
        Method::Mean => [5, 4, 3, 2, 1].map(|points| Some(Number::from_int(points))),
    }
}
