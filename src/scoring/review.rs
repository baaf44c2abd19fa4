//! 评审: the evaluation as a reviewer sees it, worked out by the same rules.
//!
//! A reviewer's actual takes the place of the self-evaluated one, with its band, its answers and its tally; a
//! reviewer's score takes the place of what the rules give. Everything else stands as it was self-evaluated.

use std::rc::Rc;

use super::report::{evaluate, parts};
use super::{
    Derivation, Evaluation, Execution, ExecutionState, RowResult, Status, Totals, fund, total,
};
use crate::actual::Actual;
use crate::decimal::{Number, Ratio};
use crate::document::{Document, Row};

/// What a review comes to.
#[derive(Clone, Debug)]
pub struct Reviewed {
    /// One a row, in the document's order.
    pub rows: Vec<ReviewedRow>,
    /// 预算执行.
    pub execution: ReviewedExecution,
    /// Totals and grade as reviewed.
    pub totals: Totals,
}

/// Budget execution as reviewed.
#[derive(Clone, Debug)]
pub struct ReviewedExecution {
    /// In %, rounded half up to 2 places; nothing where it is not known.
    pub rate: Option<Number>,
    /// The points that the reviewer gives; nothing while it is open.
    pub score: Option<Number>,
    /// Whether the reviewer says anything of it.
    pub touched: bool,
    /// Whether the score differs from the self-evaluated one.
    pub differs: bool,
    /// Whether the typed rate cannot be used: no percentage, or not between 0 and 1,000.
    pub invalid_rate: bool,
    /// Whether the typed score cannot be used: no number, or not between 0 and the points.
    pub invalid_score: bool,
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
    let (execution, seen) = execution(document, &own.execution);
    let totals = total::totals(&results, &parts, &seen, &document.policy);
    Reviewed {
        rows,
        execution,
        totals,
    }
}

/// Budget execution with the reviewer's rate and score.
fn execution(document: &Document, own: &Rc<Execution>) -> (ReviewedExecution, Rc<Execution>) {
    let said = &document.header.review;
    // Without a budget there is nothing to earn.
    let applies = own.state != ExecutionState::NotApplicable;
    let rate = said_rate(&said.rate);
    let mut seen = match rate {
        Ok(Some(rate)) if applies => Rc::new(fund::at_rate(own, rate, &document.policy)),
        _ => Rc::clone(own),
    };
    let given = said_score(&said.score, seen.points);
    if let Ok(Some(score)) = given
        && applies
    {
        let seen = Rc::make_mut(&mut seen);
        seen.state = ExecutionState::Known;
        seen.score = Some(score);
        // A given score is exact.
        seen.derivation = seen.derivation.take().map(|step| Derivation {
            exact: Ratio::of(score),
            ..step
        });
    }
    let reviewed = ReviewedExecution {
        rate: seen.rate,
        score: seen.score,
        touched: !said.is_silent(),
        differs: seen.score != own.score,
        invalid_rate: rate.is_err(),
        invalid_score: given.is_err(),
    };
    (reviewed, seen)
}

/// A rate in percent, with or without the sign.
fn said_rate(text: &str) -> Result<Option<Ratio>, ()> {
    let text = text.trim().trim_end_matches(&['%', '％'][..]).trim_end();
    if text.is_empty() {
        return Ok(None);
    }
    let rate = Number::parse(text).map_err(|_| ())?;
    let fits = rate >= Number::ZERO && rate <= Number::from_int(1_000);
    let ratio = Ratio::of(rate).checked_div(Ratio::of(Number::HUNDRED));
    ratio.filter(|_| fits).ok_or(()).map(Some)
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
    said_score(&row.actual.review.score, result.weight.points)
}

/// A score between 0 and the points, if any.
fn said_score(text: &str, points: Number) -> Result<Option<Number>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let score = Number::parse(text).map_err(|_| ())?;
    let fits = score >= Number::ZERO && score <= points;
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
