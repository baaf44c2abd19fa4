//! What one evaluation comes to, in one line.

use crate::decimal::Number;
use crate::document::json::{Brief, Loaded};
use crate::policy::Grade;
use crate::scoring::{Evaluation, MissingKind, Status};
use crate::table::Text;
use crate::value::Severity;

/// What one evaluation comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// 部门（单位）名称.
    pub unit: Text,
    /// 年度.
    pub year: Text,
    /// 项目名称.
    pub project: Text,
    /// Points so far.
    pub total: Number,
    /// Points of all applicable items.
    pub attainable: Number,
    /// Whether anything is open or asked.
    pub provisional: bool,
    /// What the grade is taken on: total × 100 ÷ attainable, rounded half up to 2 places.
    pub graded_on: Option<Number>,
    /// The grade; nothing while provisional.
    pub grade: Option<Grade>,
    /// 预算执行率 in %, rounded half up to 2 places.
    pub rate: Option<Number>,
    /// How many indicators it has that are scored.
    pub indicators: usize,
    /// The names of indicators that are not met.
    pub unmet: Vec<Text>,
    /// How many items hold up the grade.
    pub open: usize,
    /// How many mandatory reasons are missing.
    pub reasons: usize,
    /// How many findings there are besides plain notes.
    pub findings: usize,
    /// What there is to tell about the file or link itself.
    pub about: Brief,
}

/// Sums an evaluation up.
pub(super) fn outcome(loaded: Loaded, evaluation: &Evaluation) -> Outcome {
    let Loaded { document, notes } = loaded;
    let totals = &evaluation.totals;
    let rows = document.rows.iter().zip(&evaluation.rows);
    let unmet =
        rows.filter(|(_, result)| matches!(result.status, Status::NotMet | Status::AtLimit));
    let scored = evaluation.rows.iter();
    let missing = |reason: bool| {
        let missing = evaluation.missing.iter();
        missing
            .filter(|missing| (missing.what == MissingKind::Reason) == reason)
            .count()
    };
    let findings = evaluation.findings.iter();
    Outcome {
        unit: document.header.unit.clone(),
        year: document.header.year.clone(),
        project: document.header.project.clone(),
        total: totals.so_far,
        attainable: totals.attainable,
        provisional: totals.provisional,
        graded_on: totals.graded_on,
        grade: totals.grade,
        rate: evaluation.execution.rate,
        indicators: scored
            .filter(|result| result.status != Status::NotScored)
            .count(),
        unmet: unmet.map(|(row, _)| row.indicator.name.clone()).collect(),
        open: missing(false),
        reasons: missing(true),
        findings: findings
            .filter(|finding| finding.severity != Severity::Note)
            .count(),
        about: Brief::of(notes),
    }
}
