//! The whole evaluation: rows, parts, execution, totals, what is missing.
//!
//! Source: field rules 3–5. Totals add rounded scores and are not rounded again.

use std::rc::Rc;

use super::row::{self, Setting};
use super::total;
use super::{
    Evaluation, Execution, ExecutionState, Group, Missing, MissingKind, Part, RowResult, Status,
    Sum, fund,
};
use crate::WHOLE;
use crate::actual::is_reason;
use crate::decimal::Number;
use crate::document::{Document, Row};
use crate::edit::{HeaderField, List, RowField, Source, Stage, TaskField};
use crate::finding::{CheckFinding, Finding, FindingKind, Place};
use crate::gather;
use crate::policy::{Check, Policy};
use crate::table::Level1;
use crate::value::{IssueKind, Severity, parse};
use crate::weight::{Allocation, PlaceOf, WeightFinding, WeightSource, allocate};

/// Works out everything from a document.
///
/// Pure: equal documents give equal evaluations. Never fails: what cannot be read is open and told.
#[must_use]
pub fn evaluate(document: &Document) -> Evaluation {
    evaluate_from(document, None)
}

/// The same as [`evaluate`], taking over what an earlier evaluation already worked out: results of rows that
/// did not change keep their address.
#[must_use]
pub fn reevaluate(document: &Document, earlier: &Document, evaluation: &Evaluation) -> Evaluation {
    evaluate_from(document, Some((earlier, evaluation)))
}

type Earlier<'a> = Option<(&'a Document, &'a Evaluation)>;

fn evaluate_from(document: &Document, earlier: Earlier<'_>) -> Evaluation {
    let policy = &document.policy;
    let same_policy = |(old, _): &(&Document, &Evaluation)| Rc::ptr_eq(&old.policy, policy);
    let earlier = earlier.filter(same_policy);
    let allocation = allocation(document, earlier);
    let rows = rows(document, &allocation, earlier);
    let (execution, mut findings) = match earlier.filter(|(old, _)| same_tasks(old, document)) {
        Some((_, evaluation)) => (
            evaluation.execution.clone(),
            evaluation.execution_findings.to_vec(),
        ),
        None => {
            let (execution, findings) = fund::execution(&document.tasks, policy);
            (Rc::new(execution), findings)
        }
    };
    let execution_findings: Rc<[Finding]> = findings.as_slice().into();
    // The example's year is one, and its field is the whole program's.
    if WHOLE && !document.header.year.trim().is_empty() && year(document).is_none() {
        findings.push(Finding {
            kind: FindingKind::Year,
            place: Place::Header(HeaderField::Year),
            severity: Severity::Note,
            fix: None,
        });
    }
    // The example has nothing to tell of its weights, nor its policy to check.
    if WHOLE {
        findings.extend(weight_findings(document, &allocation, &execution));
        findings.extend(check_findings(&allocation, document, policy));
    }
    let parts = parts(&allocation, &rows);
    let missing = missing(document, &rows, &execution);
    let totals = total::totals(&rows, &parts, &execution, policy);
    findings.extend(total::findings(&totals, &execution));
    Evaluation {
        rows,
        allocation,
        parts,
        execution,
        execution_findings,
        totals,
        missing,
        findings: Rc::new(findings),
    }
}

fn same_tasks(old: &Document, new: &Document) -> bool {
    let mut pairs = old.tasks.iter().zip(&new.tasks);
    old.tasks.len() == new.tasks.len() && pairs.all(|(a, b)| Rc::ptr_eq(a, b))
}

fn allocation(document: &Document, earlier: Earlier<'_>) -> Rc<Allocation> {
    let same_indicators = |(old, _): &(&Document, &Evaluation)| {
        let mut pairs = old.rows.iter().zip(&document.rows);
        old.rows.len() == document.rows.len()
            && pairs.all(|(a, b)| Rc::ptr_eq(&a.indicator, &b.indicator))
    };
    match earlier.filter(same_indicators) {
        Some((_, evaluation)) => evaluation.allocation.clone(),
        None => Rc::new(allocate(&document.rows, &document.policy)),
    }
}

/// The table's year, where its cell holds one.
fn year(document: &Document) -> Option<u16> {
    parse::read_year(&document.header.year)
}

fn rows(document: &Document, allocation: &Allocation, earlier: Earlier<'_>) -> Vec<Rc<RowResult>> {
    let setting = Setting {
        policy: &document.policy,
        year: year(document),
    };
    let earlier = earlier.filter(|(old, _)| year(old) == setting.year);
    let levels = levels(allocation, document.rows.len());
    let work_out = |(at, row): (usize, &Row)| {
        let weight = allocation.weights.get(at).copied().unwrap_or_default();
        let level1 = levels.get(at).copied().unwrap_or(Level1::Other);
        let same = earlier.and_then(|(old, evaluation)| {
            let old_row = old.rows.get(at)?;
            let result: &Rc<RowResult> = evaluation.rows.get(at)?;
            let same = result.weight == weight && result.level1 == level1;
            (same && row::is_same_row(old_row, row)).then_some(result)
        });
        match same {
            Some(result) => result.clone(),
            None => Rc::new(row::work_out(row, (level1, weight), setting)),
        }
    };
    gather(document.rows.iter().enumerate().map(work_out))
}

/// The part that each row belongs to.
fn levels(allocation: &Allocation, count: usize) -> Vec<Level1> {
    let mut levels = vec![Level1::Other; count];
    for part in &allocation.parts {
        for &at in part.groups.iter().flat_map(|group| &group.rows) {
            if let Some(level) = levels.get_mut(at) {
                *level = part.level1;
            }
        }
    }
    levels
}

pub(super) fn parts(allocation: &Allocation, rows: &[Rc<RowResult>]) -> Vec<Rc<Part>> {
    let sum_of = |positions: &[usize]| {
        let results = positions.iter().filter_map(|&at| rows.get(at));
        results.fold(Sum::default(), |sum, row| sum.with_row(row))
    };
    let part = |plan: &crate::weight::PartPlan| {
        let groups = gather(plan.groups.iter().map(|group| Group {
            label: group.label.clone(),
            sum: sum_of(&group.rows),
        }));
        let sum = groups.iter().fold(Sum::default(), |a, b| a.with(&b.sum));
        Rc::new(Part {
            label: plan.label.clone(),
            level1: plan.level1,
            sum,
            groups,
        })
    };
    gather(allocation.parts.iter().map(part))
}

impl Sum {
    fn with(self, other: &Self) -> Self {
        let add = |a: Number, b: Number| a.checked_add(b).unwrap_or(a);
        Self {
            weight: add(self.weight, other.weight),
            earned: add(self.earned, other.earned),
            open: add(self.open, other.open),
        }
    }

    fn with_row(self, row: &RowResult) -> Self {
        let add = |a: Number, b: Number| a.checked_add(b).unwrap_or(a);
        let weight = row.weight.points;
        let (earned, open) = match row.score {
            Some(score) => (add(self.earned, score), self.open),
            None => (self.earned, add(self.open, weight)),
        };
        Self {
            weight: add(self.weight, weight),
            earned,
            open,
        }
    }
}

/// What is still to do, in the order of the page.
fn missing(document: &Document, rows: &[Rc<RowResult>], execution: &Execution) -> Vec<Missing> {
    let mut missing = Vec::new();
    if rows.iter().any(|row| asks_for_year(row)) {
        missing.push(Missing {
            place: Place::Header(HeaderField::Year),
            what: if document.header.year.trim().is_empty() {
                MissingKind::NotReported
            } else {
                MissingKind::Unreadable
            },
        });
    }
    if execution.state == ExecutionState::NotReported {
        for (task, result) in document.tasks.iter().zip(&execution.tasks) {
            let budgeted = result.full_year.is_some_and(|amount| !amount.is_zero());
            if budgeted && result.executed.is_none() && fund::adds(task) {
                let field = TaskField::Amount(Stage::Executed, Source::Total);
                missing.push(Missing {
                    place: Place::Task(task.id.clone(), field),
                    what: MissingKind::NotReported,
                });
            }
        }
    }
    if execution.state == ExecutionState::Unusable {
        missing.push(Missing {
            place: Place::Execution,
            what: MissingKind::Unreadable,
        });
    }
    if execution.reason.is_some() && !is_reason(&document.header.execution_reason) {
        missing.push(Missing {
            place: Place::Header(HeaderField::ExecutionReason),
            what: MissingKind::Reason,
        });
    }
    for row in rows {
        if let Some(one) = missing_of(row) {
            missing.push(one);
        }
    }
    missing
}

/// Whether the table's year would answer what a row asks: one answer for all such rows.
///
/// The example, which is all that the small program holds, has no dates.
fn asks_for_year(row: &RowResult) -> bool {
    let mut issues = row.target.issues.iter().chain(&row.actual.issues);
    crate::WHOLE
        && row.status == Status::Asks
        && issues.any(|issue| matches!(issue.kind, IssueKind::NoYear))
}

/// The cell in which a row's question stands.
fn asked(row: &RowResult) -> RowField {
    match row.issues.last().map(|issue| &issue.kind) {
        _ if crate::WHOLE && row.weight.source == WeightSource::Unknown => RowField::Weight,
        // With a score only the comparator is asked for.
        _ if crate::WHOLE && (row.target.value.is_none() || row.score.is_some()) => {
            RowField::Target
        }
        Some(IssueKind::DeductionNeeded) if crate::WHOLE => RowField::Deduction,
        Some(IssueKind::ShareOutsideBand { .. }) => RowField::Share,
        _ => RowField::Actual,
    }
}

fn missing_of(row: &RowResult) -> Option<Missing> {
    let (field, what) = match row.status {
        Status::NotReported => (RowField::Actual, MissingKind::NotReported),
        Status::Asks if asks_for_year(row) => return None,
        Status::Asks => (asked(row), MissingKind::Asks),
        Status::Unreadable if row.target.value.is_none() => {
            (RowField::Target, MissingKind::Unreadable)
        }
        Status::Unreadable => (RowField::Actual, MissingKind::Unreadable),
        Status::Met | Status::Over | Status::AtLimit | Status::NotMet
            if row.reason.is_some() && !row.reason_given =>
        {
            (RowField::Reason, MissingKind::Reason)
        }
        Status::Met | Status::Over | Status::AtLimit | Status::NotMet | Status::NotScored => {
            return None;
        }
    };
    let place = Place::Row(row.id.clone(), field);
    Some(Missing { place, what })
}

fn weight_findings(
    document: &Document,
    allocation: &Allocation,
    execution: &Execution,
) -> Vec<Finding> {
    let finding = |(finding, place): &(WeightFinding, PlaceOf)| {
        let severity = match finding {
            WeightFinding::CostUnderOutput | WeightFinding::ShareMoved { .. } => Severity::Note,
            WeightFinding::TotalDiffers { .. }
            | WeightFinding::PartDiffers { .. }
            | WeightFinding::ExecutionInList
            | WeightFinding::UnknownPart => Severity::Ask,
            WeightFinding::Unreadable | WeightFinding::LocksAboveShare { .. } => Severity::Error,
        };
        let row = match place {
            PlaceOf::Row(at) => document.rows.get(*at),
            PlaceOf::List => None,
        };
        Finding {
            kind: FindingKind::Weight(finding.clone()),
            place: row.map_or(Place::List(List::Rows), |row| {
                Place::Row(row.indicator.id.clone(), RowField::Weight)
            }),
            severity,
            fix: None,
        }
    };
    // Without a budget the row in the list is the only one that counts.
    let twice = |(found, _): &&(WeightFinding, PlaceOf)| {
        *found != WeightFinding::ExecutionInList || !execution.points.is_zero()
    };
    allocation
        .findings
        .iter()
        .filter(twice)
        .map(finding)
        .collect()
}

/// The policy's checks on points: parts in their ranges, no indicator too heavy.
fn check_findings(allocation: &Allocation, document: &Document, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut tell = |found: CheckFinding, row: Option<usize>| {
        let row = row.and_then(|at| document.rows.get(at));
        findings.push(Finding {
            kind: FindingKind::Check(found),
            place: row.map_or(Place::List(List::Rows), |row| {
                Place::Row(row.indicator.id.clone(), RowField::Weight)
            }),
            severity: Severity::Ask,
            fix: None,
        });
    };
    let points_at = |at: usize| allocation.weights.get(at).map(|weight| weight.points);
    for check in policy.checks() {
        let wanted = match check {
            Check::PartBetween { part, .. } | Check::EachAtMost { part, .. } => *part,
        };
        let parts = allocation.parts.iter().filter(|p| p.level1 == wanted);
        let rows: Vec<usize> = parts
            .flat_map(|p| &p.groups)
            .flat_map(|g| &g.rows)
            .copied()
            .collect();
        match *check {
            Check::PartBetween { least, most, .. } => {
                let found = Number::sum(rows.iter().filter_map(|&at| points_at(at)));
                let found = found.unwrap_or_default();
                if found < least || found > most {
                    tell(
                        CheckFinding::PartOutside { found, least, most },
                        rows.first().copied(),
                    );
                }
            }
            Check::EachAtMost { part, most } => {
                // A group of that kind under another part counts, too: 成本指标 mostly stands under 产出.
                let groups = allocation.parts.iter().filter(|p| p.level1 != part);
                let groups = groups.flat_map(|p| &p.groups);
                let groups =
                    groups.filter(|g| part != Level1::Other && Level1::of(&g.label) == part);
                let under = groups.flat_map(|g| &g.rows).copied();
                for at in rows.into_iter().chain(under) {
                    if let Some(found) = points_at(at).filter(|found| *found > most) {
                        tell(CheckFinding::TooHeavy { found, most }, Some(at));
                    }
                }
            }
        }
    }
    findings
}
