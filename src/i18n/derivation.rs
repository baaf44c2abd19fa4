//! 得分依据: how a score came about, in one or two sentences with the numbers.
//!
//! A sentence says what was held against what, by which rule, and then the sum: `1.25 × 10 ÷ 12 ≈ 1.0417 → 1.04 分`.
//! `=` is used only where the figures are exact.

mod facts;
mod rule;
mod sum;
mod tally;

use super::{Language, count, fill, reading};
use crate::decimal::{Number, Ratio};
use crate::policy::Policy;
use crate::scoring::{Derivation, Execution, OverStep, RowResult};
use facts::Facts;
pub use facts::converted;
use rule::Told;
use sum::Sum;

/// How an indicator's score came about; nothing while it has none.
#[must_use]
pub fn row(row: &RowResult, policy: &Policy, language: Language) -> Option<String> {
    let derivation = row.derivation.as_ref()?;
    let facts = Facts::of_row(row, derivation, language);
    let mut told = Told::new(&facts, derivation, language);
    if let Some(rate) = row.over {
        let template = language.pick("，超额 {0}%", ", exceeding it by {0}%");
        told.lead.push_str(&fill(template, &[&rate.text()]));
    }
    if let Some(step) = derivation.over {
        over(&mut told, step, &facts, derivation, language);
    }
    let sentence = told.finish(derivation, policy, language);
    Some(match row.tally() {
        Some(tally) => {
            let tally = tally::sentence(row, tally, policy, language);
            [&*tally, language.pick("", " "), &*sentence].concat()
        }
        None => sentence,
    })
}

/// How the points of budget execution came about; nothing while there are none.
#[must_use]
pub fn execution(execution: &Execution, policy: &Policy, language: Language) -> Option<String> {
    let derivation = execution.derivation.as_ref()?;
    let facts = Facts::of_execution(execution);
    Some(Told::new(&facts, derivation, language).finish(derivation, policy, language))
}

/// Adds what over-fulfilment did to the score.
fn over(
    told: &mut Told,
    step: OverStep,
    facts: &Facts,
    derivation: &Derivation,
    language: Language,
) {
    match step {
        OverStep::Minus(points) => {
            let template = language.pick("，扣 {0}", ", which costs {0}");
            told.lead
                .push_str(&fill(template, &[&count::points(&points.text(), language)]));
            let sum = told.sum.take();
            told.sum = Some(
                sum.unwrap_or_else(|| Sum::of(derivation.weight))
                    .minus(points),
            );
        }
        OverStep::Proportional => {
            told.lead.push_str(language.pick(
                "，按指标值与实际完成值之比计分",
                ", and scores by target over actual",
            ));
            let mut sum = Sum::fraction("{0} × {2} ÷ {1}", derivation.weight, facts);
            let inverse =
                Ratio::of(Number::ONE).checked_div(facts.rate().unwrap_or_else(Ratio::zero));
            sum.value = inverse.and_then(|rate| Ratio::of(derivation.weight).checked_mul(rate));
            told.sum = Some(sum);
        }
    }
}
