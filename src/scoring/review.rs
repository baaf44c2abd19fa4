//! 评审: the evaluation as a reviewer sees it, worked out by the same rules.
//!
//! A reviewer's actual takes the place of the self-evaluated one, with its band, its answers and its tally; a
//! reviewer's score takes the place of what the rules give. Everything else stands as it was self-evaluated.

use std::rc::Rc;

use super::report::{evaluate, parts};
use super::{Derivation, Evaluation, RowResult, Status, Totals, total};
use crate::actual::Actual;
use crate::decimal::{Number, Ratio};
use crate::document::{Document, Row};

/// What a review comes to.
#[derive(Clone, Debug)]
pub struct Reviewed {
    /// One a row, in the document's order.
    pub rows: Vec<ReviewedRow>,
    /// Totals and grade as reviewed.
    pub totals: Totals,
}

/// One indicator as reviewed.
#[derive(Clone, Debug)]
pub struct ReviewedRow {
    /// The points that the reviewer gives; nothing while it is open.
    pub score: Option<Number>,
    /// How it stands by the reviewer's actual.
    pub status: Status,
    /// Whether the reviewer says anything.
    pub touched: bool,
    /// Whether the score differs from the self-evaluated one.
    pub differs: bool,
    /// Whether the typed score cannot be used: no number, or not between 0 and the weight.
    pub invalid: bool,
}

/// Works out the review that a document carries, beside its self-evaluation.
#[must_use]
pub fn review(document: &Document, own: &Evaluation) -> Reviewed {
    let seen = Document {
        rows: document.rows.iter().map(as_reviewed).collect(),
        ..document.clone()
    };
    let evaluation = evaluate(&seen);
    let mut results = Vec::with_capacity(evaluation.rows.len());
    let mut rows = Vec::with_capacity(evaluation.rows.len());
    let lines = document.rows.iter().zip(&evaluation.rows).zip(&own.rows);
    for ((row, result), own) in lines {
        let typed = typed(row, result);
        let result = match typed {
            Ok(Some(score)) => Rc::new(with_score(result, score)),
            Ok(None) | Err(()) => Rc::clone(result),
        };
        rows.push(ReviewedRow {
            score: result.score,
            status: result.status,
            touched: !row.actual.review.is_empty(),
            differs: result.score != own.score,
            invalid: typed.is_err(),
        });
        results.push(result);
    }
    let parts = parts(&evaluation.allocation, &results);
    let totals = total::totals(&results, &parts, &evaluation.execution, &document.policy);
    Reviewed { rows, totals }
}

/// The row with the reviewer's actual; the same row where there is none.
fn as_reviewed(row: &Row) -> Row {
    let review = &row.actual.review;
    if review.actual.trim().is_empty() {
        return row.clone();
    }
    let actual = Actual {
        text: review.actual.clone(),
        reason: row.actual.reason.clone(),
        evidence: row.actual.evidence.clone(),
        comparator: row.actual.comparator,
        deduction: row.actual.deduction.clone(),
        ..Actual::default()
    };
    Row {
        indicator: Rc::clone(&row.indicator),
        actual: Rc::new(actual),
    }
}

/// The score that the reviewer typed, if any.
fn typed(row: &Row, result: &RowResult) -> Result<Option<Number>, ()> {
    let text = row.actual.review.score.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let score = Number::parse(text).map_err(|_| ())?;
    let fits = score >= Number::ZERO && score <= result.weight.points;
    if fits { Ok(Some(score)) } else { Err(()) }
}

/// A given score settles what was open.
fn with_score(result: &RowResult, score: Number) -> RowResult {
    let status = match result.status {
        Status::NotReported | Status::Asks | Status::Unreadable
            if score == result.weight.points =>
        {
            Status::Met
        }
        Status::NotReported | Status::Asks | Status::Unreadable => Status::NotMet,
        status => status,
    };
    RowResult {
        score: Some(score),
        // A given score is exact.
        derivation: result.derivation.clone().map(|step| Derivation {
            exact: Ratio::of(score),
            ..step
        }),
        status,
        ..result.clone()
    }
}
