//! 预算执行: from the tasks' amounts to a rate and points.
//!
//! Amounts are in 万元. Fund sources add when any is filled, else the total is used; a mismatch is a finding
//! and the total stands. 其中 rows never add. Source: field rules 4.

use super::rule::is_below;
use super::{Derivation, Execution, ExecutionState, ReasonCause, Rule, TaskResult};
use crate::WHOLE;
use crate::decimal::{Number, Ratio, Rounding};
use crate::edit::{Source, Stage, TaskField};
use crate::finding::{Finding, FindingKind, FundFinding, Place};
use crate::gather;
use crate::policy::{ExecutionCurve, Policy};
use crate::table::{Funds, Task};
use crate::value::parse::read_amount;
use crate::value::{Issue, Severity, trimmed};
use std::cmp::Ordering;
use std::rc::Rc;

/// Budget execution of all tasks, and what there is to tell about the money.
pub(super) fn execution(tasks: &[Rc<Task>], policy: &Policy) -> (Execution, Vec<Finding>) {
    let mut ledger = Ledger::default();
    let results = gather(tasks.iter().map(|task| ledger.task(task)));
    let state = ledger.state();
    let mut execution = Execution {
        tasks: results,
        initial: ledger.initial.sum(),
        full_year: ledger.full_year.sum(),
        executed: ledger.executed.sum(),
        rate: None,
        exact_rate: None,
        state,
        points: policy.execution.points,
        score: None,
        derivation: None,
        reason: None,
    };
    match state {
        ExecutionState::Known => score(&mut execution, policy, &mut ledger.findings),
        ExecutionState::NotApplicable => execution.points = Number::ZERO,
        ExecutionState::NotReported => {}
        ExecutionState::Unusable => ledger.report_without_budget(),
    }
    (execution, ledger.findings)
}

/// One stage's amounts, added up.
#[derive(Default)]
struct Column {
    total: Number,
    any: bool,
}

impl Column {
    fn add(&mut self, amount: Option<Number>) {
        if let Some(sum) = amount.and_then(|amount| self.total.checked_add(amount)) {
            self.total = sum;
            self.any = true;
        }
    }

    fn sum(&self) -> Option<Number> {
        self.any.then_some(self.total)
    }
}

#[derive(Default)]
struct Ledger {
    initial: Column,
    full_year: Column,
    executed: Column,
    /// A task with a budget has no executed amount.
    not_reported: bool,
    /// An amount cannot be used.
    unusable: bool,
    findings: Vec<Finding>,
}

impl Ledger {
    fn task(&mut self, task: &Task) -> TaskResult {
        let initial = self.amount(task, Stage::Initial, &task.initial);
        let full_year = self.full_year_amount(task).or(initial);
        let executed = self.amount(task, Stage::Executed, &task.executed);
        let unusable = [full_year, executed].contains(&Some(None));
        let (initial, full_year) = (initial.flatten(), full_year.flatten());
        let executed = executed.flatten();
        let result = TaskResult {
            initial,
            full_year,
            executed,
            rate: rate(executed, full_year).and_then(percent),
        };
        if adds(task) {
            self.unusable |= unusable;
            self.initial.add(initial);
            self.full_year.add(full_year);
            self.executed.add(executed);
            let budgeted = full_year.is_some_and(|amount| !amount.is_zero());
            self.not_reported |= budgeted && executed.is_none();
        }
        result
    }

    /// 全年预算数 where any of it is typed: an unedited source keeps its initial amount.
    fn full_year_amount(&mut self, task: &Task) -> Option<Option<Number>> {
        let edited = &task.full_year;
        if is_blank(edited) {
            return None;
        }
        if !WHOLE {
            return self.amount(task, Stage::FullYear, edited);
        }
        let keep = |typed: &Rc<str>, initial: &Rc<str>| {
            if trimmed(typed).is_empty() && trimmed(&edited.total).is_empty() {
                initial.clone()
            } else {
                typed.clone()
            }
        };
        let funds = Funds {
            total: edited.total.clone(),
            fiscal: keep(&edited.fiscal, &task.initial.fiscal),
            other: keep(&edited.other, &task.initial.other),
        };
        self.amount(task, Stage::FullYear, &funds)
    }

    /// One stage's amount: nothing where it is blank, nothing inside where it cannot be used.
    fn amount(&mut self, task: &Task, stage: Stage, funds: &Funds) -> Option<Option<Number>> {
        if is_blank(funds) {
            return None;
        }
        let mut read = |source: Source, text: &Rc<str>| self.read(task, (stage, source), text);
        let total = read(Source::Total, &funds.total);
        // Sources are filled in by the whole program; the example's totals are there.
        let mut source = |source: Source, text: &Rc<str>| {
            if WHOLE {
                read(source, text)
            } else {
                Cell::Blank
            }
        };
        let fiscal = source(Source::Fiscal, &funds.fiscal);
        let other = source(Source::Other, &funds.other);
        let typed = [total, fiscal, other];
        if typed.contains(&Cell::Unusable) {
            return Some(None);
        }
        let sources = gather([fiscal, other].iter().filter_map(Cell::number));
        let summed = Number::sum(sources.iter().copied());
        let summed = summed.filter(|_| !sources.is_empty());
        if let (Some(total), Some(sources)) = (total.number(), summed)
            && total != sources
        {
            let place = Place::Task(task.id.clone(), TaskField::Amount(stage, Source::Total));
            let differs = FundFinding::SourcesDiffer { sources, total };
            self.tell(differs, place, Severity::Ask);
        }
        Some(total.number().or(summed))
    }

    fn read(&mut self, task: &Task, (stage, source): (Stage, Source), text: &Rc<str>) -> Cell {
        if trimmed(text).is_empty() {
            return Cell::Blank;
        }
        let place = Place::Task(task.id.clone(), TaskField::Amount(stage, source));
        let reading = read_amount(text);
        match reading.value {
            Some(number) if number.is_negative() => {
                self.tell(FundFinding::Negative, place, Severity::Error);
                Cell::Unusable
            }
            Some(number) => {
                // What the full year keeps of the initial budget is told there.
                let initial = [&task.initial.fiscal, &task.initial.other];
                let kept = stage == Stage::FullYear
                    && initial.iter().any(|initial| Rc::ptr_eq(initial, text));
                if !kept {
                    self.tell_cells(reading.issues, &place);
                }
                Cell::Number(number)
            }
            None if reading.issues.is_empty() => {
                self.tell(FundFinding::Unreadable, place, Severity::Error);
                Cell::Unusable
            }
            None => {
                self.tell_cells(reading.issues, &place);
                Cell::Unusable
            }
        }
    }

    fn tell(&mut self, finding: FundFinding, place: Place, severity: Severity) {
        self.findings.push(Finding {
            kind: FindingKind::Fund(finding),
            place,
            severity,
            fix: None,
        });
    }

    /// What there is to say about an amount as read: a note where it is one, else that it cannot be used.
    fn tell_cells(&mut self, issues: Vec<Issue>, place: &Place) {
        for issue in issues {
            let note = issue.kind.severity() == Severity::Note;
            self.findings.push(Finding {
                severity: if note {
                    Severity::Note
                } else {
                    Severity::Error
                },
                kind: FindingKind::Cell(issue),
                place: place.clone(),
                fix: None,
            });
        }
    }

    fn state(&self) -> ExecutionState {
        let budget = !self.full_year.total.is_zero();
        let executed = !self.executed.total.is_zero();
        match (self.unusable, budget, executed) {
            (true, _, _) | (false, false, true) => ExecutionState::Unusable,
            (false, false, false) => ExecutionState::NotApplicable,
            (false, true, _) if self.not_reported => ExecutionState::NotReported,
            (false, true, _) => ExecutionState::Known,
        }
    }

    fn report_without_budget(&mut self) {
        if !self.unusable {
            self.tell(
                FundFinding::WithoutBudget,
                Place::Execution,
                Severity::Error,
            );
        }
    }
}

/// Whether a row's money counts: `其中：…` and `1.（其中）…` are parts of a row above.
pub(super) fn adds(task: &Task) -> bool {
    let marks = |c: char| !('\u{4E00}'..='\u{9FFF}').contains(&c);
    !task.name.trim_start_matches(marks).starts_with("其中")
}

/// An amount cell as read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    Blank,
    Number(Number),
    Unusable,
}

impl Cell {
    const fn number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Blank | Self::Unusable => None,
        }
    }
}

fn is_blank(funds: &Funds) -> bool {
    [&funds.total, &funds.fiscal, &funds.other]
        .iter()
        .all(|text| trimmed(text).is_empty())
}

/// executed ÷ budget; nothing where either is missing or the budget is 0.
fn rate(executed: Option<Number>, budget: Option<Number>) -> Option<Ratio> {
    Ratio::of(executed?).checked_div(Ratio::of(budget?))
}

/// A fraction in percent, rounded half up to 2 places.
pub(super) fn percent(fraction: Ratio) -> Option<Number> {
    // The same digits with the point two places on.
    let rounded = fraction.round(4, Rounding::HalfUp)?;
    Number::from_parts(rounded.mantissa(), 2)
}

/// A fraction in % for a sentence: as [`percent`], but with its figures where that is a whole number which it misses,
/// perhaps a limit: 89.999 rather than 90.
#[inline(never)]
pub(crate) fn telling(fraction: Ratio) -> Option<Number> {
    let shown = percent(fraction)?;
    if Ratio::of(shown).exact(0).is_none() || fraction.exact(4).is_some() {
        return Some(shown);
    }
    let cut = fraction.round(8, Rounding::Truncate)?;
    Number::from_parts(cut.mantissa(), 6)
}

fn score(execution: &mut Execution, policy: &Policy, findings: &mut Vec<Finding>) {
    match rate(execution.executed, execution.full_year) {
        Some(rate) => score_rate(execution, rate, policy, findings),
        None => execution.state = ExecutionState::Unusable,
    }
}

/// Budget execution at another rate, as a reviewer finds it.
pub(super) fn at_rate(own: &Execution, rate: Ratio, policy: &Policy) -> Execution {
    let mut execution = own.clone();
    execution.state = ExecutionState::Known;
    score_rate(&mut execution, rate, policy, &mut Vec::new());
    execution
}

fn score_rate(
    execution: &mut Execution,
    exact_rate: Ratio,
    policy: &Policy,
    findings: &mut Vec<Finding>,
) {
    let one = Ratio::of(Number::ONE);
    let above = exact_rate.compare(one) == Some(Ordering::Greater);
    if above {
        findings.push(Finding {
            kind: FindingKind::Fund(FundFinding::AboveBudget),
            place: Place::Execution,
            severity: Severity::Ask,
            fix: None,
        });
    }
    let counted = if above { one } else { exact_rate };
    let (rule, fraction) = curve(policy.curve(), counted, above);
    let weight = execution.points;
    let exact = Ratio::of(weight)
        .checked_mul(fraction)
        .unwrap_or_else(Ratio::zero);
    let score = exact.round(policy.places, policy.rounding);
    let score = score.unwrap_or_default().min(weight);
    execution.rate = percent(exact_rate);
    execution.exact_rate = Some(exact_rate);
    execution.score = Some(score);
    let low = is_below(Some(exact_rate), policy.execution.reason_below);
    execution.reason = low.then_some(ReasonCause::LowExecution);
    execution.derivation = Some(Derivation {
        rule,
        weight,
        target: execution.full_year,
        actual: execution.executed,
        converted: None,
        exact,
        over: None,
        score,
    });
}

/// The share of the points for a rate of at most 1.
fn curve(curve: &ExecutionCurve, rate: Ratio, above: bool) -> (Rule, Ratio) {
    let linear = if above {
        Rule::ExecutionCapped
    } else {
        Rule::Execution
    };
    match curve {
        ExecutionCurve::Linear => (linear, rate),
        ExecutionCurve::Floor { below } if is_below(Some(rate), *below) => {
            (Rule::ExecutionFloor { below: *below }, Ratio::zero())
        }
        ExecutionCurve::Floor { .. } => (linear, rate),
        ExecutionCurve::Steps(steps) => {
            let step = steps.iter().find(|step| !is_below(Some(rate), step.from));
            let share = step.map_or(Number::ZERO, |step| step.share);
            (Rule::ExecutionStep { share }, Ratio::of_percent(share))
        }
    }
}
