//! What holds for every evaluation of every document.

use jiping::decimal::Number;
use jiping::document::Document;
use jiping::scoring::{Evaluation, RowResult};

/// Σ of numbers that fit.
fn sum(numbers: impl IntoIterator<Item = Number>) -> Number {
    Number::sum(numbers).expect("sums fit")
}

/// A row earns from 0 to its weight, and a score and its derivation come together.
fn check_row(row: &RowResult) {
    assert_eq!(row.score.is_some(), row.derivation.is_some(), "{row:?}");
    if let (Some(score), Some(derivation)) = (row.score, &row.derivation) {
        assert!(
            score >= Number::ZERO && score <= row.weight.points,
            "{row:?}"
        );
        assert_eq!(
            (derivation.score, derivation.weight),
            (score, row.weight.points),
            "{row:?}"
        );
        assert!(row.weight.source.scores(), "{row:?}");
    }
}

/// Checks one evaluation of a document.
///
/// Rows stand in the document's order; the total is execution and the rows' scores, and nothing else, before a
/// cap; levels add up to it; a grade is never given too early.
pub fn check(document: &Document, evaluation: &Evaluation) {
    let totals = &evaluation.totals;
    let ids = evaluation.rows.iter().map(|row| &row.id);
    assert!(ids.eq(document.rows.iter().map(|row| &row.indicator.id)));
    evaluation.rows.iter().for_each(|row| check_row(row));
    let execution = &evaluation.execution;
    assert_eq!(execution.score.is_some(), execution.derivation.is_some());
    if let Some(score) = execution.score {
        assert!(
            score >= Number::ZERO && score <= execution.points,
            "{execution:?}"
        );
    }
    let earned = sum(evaluation
        .rows
        .iter()
        .filter_map(|row| row.score)
        .chain(execution.score));
    let before = totals.cap.map_or(totals.so_far, |cap| cap.before);
    assert_eq!(before, earned, "the total is not Σ rows + execution");
    if let Some(cap) = totals.cap {
        assert_eq!(totals.so_far, cap.most);
    }
    for part in &evaluation.parts {
        let of = |pick: fn(&jiping::scoring::Sum) -> Number| {
            sum(part.groups.iter().map(|group| pick(&group.sum)))
        };
        assert_eq!(of(|sum| sum.earned), part.sum.earned);
        assert_eq!(of(|sum| sum.weight), part.sum.weight);
        assert_eq!(of(|sum| sum.open), part.sum.open);
    }
    let parts = sum(evaluation
        .parts
        .iter()
        .map(|part| part.sum.earned)
        .chain(execution.score));
    assert_eq!(parts, earned, "the levels do not add up to the total");
    assert!(
        totals.so_far <= totals.reachable
            && totals.reachable <= totals.attainable.max(totals.so_far)
    );
    assert!(
        totals.grade.is_none() || !totals.provisional,
        "a grade too early"
    );
}
