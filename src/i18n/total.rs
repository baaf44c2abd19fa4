//! Totals and grade in words.

use super::{Language, fill, term};
use crate::decimal::Number;
use crate::policy::Grade;
use crate::scoring::{Cap, Totals};

/// Digits after the point of a total.
const PLACES: u32 = 2;

/// `暂计 61.20 分，可达 96.40 分；还有 12 项待办`, or the total and its grade.
#[must_use]
pub fn summary(totals: &Totals, missing: usize, language: Language) -> String {
    let so_far = totals.so_far.fixed(PLACES);
    match totals.grade {
        Some(grade) => fill(
            language.pick("总分 {0} 分，等次为{1}", "Total {0} points, grade {1}"),
            &[&so_far, term::grade(grade, language)],
        ),
        None if totals.attainable == Number::ZERO => language
            .pick("还没有可计分的指标。", "Nothing to score yet.")
            .to_owned(),
        None => fill(
            language.pick(
                "暂计 {0} 分，可达 {1} 分；还有 {2} 项待办",
                "{0} points so far, {1} within reach; {2} still to do",
            ),
            &[
                &so_far,
                &totals.reachable.fixed(PLACES),
                &missing.to_string(),
            ],
        ),
    }
}

/// A cap on the total that applies.
#[must_use]
pub fn cap(cap: &Cap, language: Language) -> String {
    fill(
        language.pick(
            "预算执行率低于 {0}%，总分以 {1} 分为限（原为 {2} 分）。",
            "With a budget execution rate below {0}%, the total stops at {1} points (it would be {2}).",
        ),
        &[&cap.below.text(), &cap.most.text(), &cap.before.fixed(PLACES)],
    )
}

/// What the grade is taken on, where that is not the total itself.
#[must_use]
pub fn graded_on(totals: &Totals, language: Language) -> Option<String> {
    let graded_on = totals
        .graded_on
        .filter(|_| totals.attainable != Number::HUNDRED)?;
    Some(fill(
        language.pick(
            "满分为 {1} 分，等次按 {0} × 100 ÷ {1} → {2} 分评定。",
            "The full score is {1}, so the grade is taken on {0} × 100 ÷ {1} → {2} points.",
        ),
        &[
            &totals.so_far.fixed(PLACES),
            &totals.attainable.text(),
            &graded_on.fixed(PLACES),
        ],
    ))
}

/// That the unrounded scores would lie in another grade, with both figures.
#[must_use]
pub fn unrounded(totals: &Totals, language: Language) -> Option<String> {
    let ((sum, other), grade) = totals.unrounded.zip(totals.grade)?;
    let word = |grade: Grade| term::grade(grade, language);
    let graded_on = totals.graded_on.unwrap_or(totals.so_far);
    Some(fill(
        language.pick(
            "各项得分先取整再相加，为 {0} 分，等次为{1}；若不取整则为 {2} 分，等次为{3}。",
            "Rounded scores add up to {0} points, grade {1}; unrounded they would be {2}, grade {3}.",
        ),
        &[&graded_on.fixed(PLACES), word(grade), &sum.text(), word(other)],
    ))
}
