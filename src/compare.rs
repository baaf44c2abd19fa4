//! 比较: what differs between two evaluations: two versions, two years, sent and returned.
//!
//! Rows are paired first, then compared cell by cell, and by what was worked out from them: points and
//! scores. Unchanged rows are left out. Everything is data; the words are in `i18n`.

mod pair;
mod policy;
mod row;

use std::rc::Rc;

use crate::document::Document;
use crate::edit::{GoalField, HeaderField, Source, Stage, TaskField};
use crate::policy::Policy;
use crate::scoring::{Evaluation, Execution, Reviewed, Totals, evaluate, review};
use crate::table::{Goal, Header, Id, Task, Text};

pub use policy::PolicyChange;
pub use row::RowChange;

use pair::{Key, Pair, pair};

/// 比较结果.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// What the earlier one comes to.
    pub before: Side,
    /// What the later one comes to.
    pub after: Side,
    /// 表头: the fields that differ.
    pub header: Vec<TextChange<HeaderField>>,
    /// 年度主要任务.
    pub tasks: Vec<Entry<TextChange<TaskField>>>,
    /// 年度总体目标.
    pub goals: Vec<Entry<TextChange<GoalField>>>,
    /// 绩效指标.
    pub rows: Vec<Entry<RowChange>>,
    /// 评分办法: the rules that differ.
    pub policy: Vec<PolicyChange>,
    /// Whether rows that are in both stand in another order.
    pub moved: bool,
    /// Whether fields that we do not know differ, outside the indicators.
    pub unknown: bool,
}

/// One of two evaluations.
#[derive(Clone, Debug)]
pub struct Side {
    /// Totals and grade.
    pub totals: Totals,
    /// 预算执行.
    pub execution: Rc<Execution>,
    /// The scoring policy.
    pub policy: Rc<Policy>,
    /// 评审: scores, totals and grade as reviewed, where a reviewer says anything.
    pub reviewed: Option<Reviewed>,
}

/// A row that is in one of the two only, or differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<C> {
    /// Its id in the later one; in the earlier one where it was removed.
    pub id: Id,
    /// Its name (a goal's text), likewise.
    pub name: Text,
    /// Its position in the earlier one; nothing where it was added.
    pub before: Option<usize>,
    /// Its position in the later one; nothing where it was removed.
    pub after: Option<usize>,
    /// What differs; empty where it was added or removed.
    pub changes: Vec<C>,
}

/// A text that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange<F> {
    /// Which cell.
    pub field: F,
    /// What it said.
    pub before: Text,
    /// What it says.
    pub after: Text,
}

impl<C> Entry<C> {
    /// How the row stands in the two.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        match (self.before, self.after) {
            (None, _) => Standing::Added,
            (_, None) => Standing::Removed,
            (Some(_), Some(_)) => Standing::Changed,
        }
    }
}

/// How a row stands in two evaluations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Only in the later one.
    Added,
    /// Only in the earlier one.
    Removed,
    /// In both, and different.
    Changed,
}

impl Comparison {
    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let rows = self.rows.is_empty() && self.tasks.is_empty() && self.goals.is_empty();
        rows && self.header.is_empty() && !self.has_other_policy() && !self.moved && !self.unknown
    }

    /// Whether the two are scored under different policies.
    #[must_use]
    pub fn has_other_policy(&self) -> bool {
        self.before.policy != self.after.policy
    }
}

/// Compares two documents, the earlier one first. Works both out.
#[must_use]
pub fn compare(before: &Document, after: &Document) -> Comparison {
    compare_evaluated((before, &evaluate(before)), (after, &evaluate(after)))
}

/// Compares two documents that are worked out already.
#[must_use]
pub fn compare_evaluated(
    (before, was): (&Document, &Evaluation),
    (after, is): (&Document, &Evaluation),
) -> Comparison {
    let tasks = pair(&task_keys(before), &task_keys(after));
    let goals = pair(&goal_keys(before), &goal_keys(after));
    let rows = pair(&row::keys(before), &row::keys(after));
    let moved = [&tasks, &goals, &rows]
        .into_iter()
        .any(|pairs| is_moved(pairs));
    let mut unknown = before.extra != after.extra || before.header.extra != after.header.extra;
    for pair in &tasks {
        unknown |= differ(pair, &before.tasks, &after.tasks, |task| &task.extra);
    }
    for pair in &goals {
        unknown |= differ(pair, &before.goals, &after.goals, |goal| &goal.extra);
    }
    let (earlier, later) = (side(before, was), side(after, is));
    let lines = row::row_entries(
        &rows,
        (before, was, earlier.reviewed.as_ref()),
        (after, is, later.reviewed.as_ref()),
    );
    Comparison {
        before: earlier,
        after: later,
        header: header_changes(&before.header, &after.header),
        tasks: entries(&tasks, &before.tasks, &after.tasks, task_name, |a, b| {
            task_changes(a, b)
        }),
        goals: entries(&goals, &before.goals, &after.goals, goal_name, |a, b| {
            goal_changes(a, b)
        }),
        rows: lines,
        policy: policy::changes(&before.policy, &after.policy),
        moved,
        unknown,
    }
}

fn side(document: &Document, evaluation: &Evaluation) -> Side {
    Side {
        totals: evaluation.totals.clone(),
        execution: evaluation.execution.clone(),
        policy: document.policy.clone(),
        reviewed: has_review(document).then(|| review(document, evaluation)),
    }
}

/// Whether a reviewer says anything that scores.
fn has_review(document: &Document) -> bool {
    let mut rows = document.rows.iter();
    !document.header.review.is_silent() || rows.any(|row| !row.actual.review.is_empty())
}

/// Whether rows that are in both stand in another order.
fn is_moved(pairs: &[Pair]) -> bool {
    let both = pairs.iter().filter(|pair| pair.after.is_some());
    let before: Vec<usize> = both.filter_map(|pair| pair.before).collect();
    !before.is_sorted()
}

fn differ<T, E: PartialEq>(
    pair: &Pair,
    before: &[T],
    after: &[T],
    part: impl Fn(&T) -> &E,
) -> bool {
    let before = pair.before.and_then(|at| before.get(at));
    let after = pair.after.and_then(|at| after.get(at));
    before
        .zip(after)
        .is_some_and(|(before, after)| part(before) != part(after))
}

/// The rows that are in one only, or differ.
fn entries<T, C>(
    pairs: &[Pair],
    before: &[T],
    after: &[T],
    name: impl Fn(&T) -> (Id, Text),
    changes: impl Fn(&T, &T) -> Vec<C>,
) -> Vec<Entry<C>> {
    let mut entries = Vec::new();
    for pair in pairs {
        let was = pair.before.and_then(|at| before.get(at));
        let is = pair.after.and_then(|at| after.get(at));
        let Some((id, name)) = is.or(was).map(&name) else {
            continue;
        };
        let changes = match (was, is) {
            (Some(was), Some(is)) => changes(was, is),
            _ => Vec::new(),
        };
        if was.is_none() || is.is_none() || !changes.is_empty() {
            entries.push(Entry {
                id,
                name,
                before: pair.before,
                after: pair.after,
                changes,
            });
        }
    }
    entries
}

/// Adds a text that differs.
fn text_change<F>(changes: &mut Vec<TextChange<F>>, field: F, before: &Text, after: &Text) {
    if before != after {
        changes.push(TextChange {
            field,
            before: before.clone(),
            after: after.clone(),
        });
    }
}

fn header_changes(before: &Header, after: &Header) -> Vec<TextChange<HeaderField>> {
    type Cell = fn(&Header) -> &Text;
    const CELLS: [(HeaderField, Cell); 13] = [
        (HeaderField::Unit, |header| &header.unit),
        (HeaderField::Year, |header| &header.year),
        (HeaderField::Project, |header| &header.project),
        (HeaderField::Supervisor, |header| &header.supervisor),
        (HeaderField::Implementer, |header| &header.implementer),
        (HeaderField::FilledBy, |header| &header.filled_by),
        (HeaderField::Phone, |header| &header.phone),
        (HeaderField::Date, |header| &header.date),
        (HeaderField::ExecutionReason, |header| {
            &header.execution_reason
        }),
        (HeaderField::ReviewedRate, |header| &header.review.rate),
        (HeaderField::ReviewScore, |header| &header.review.score),
        (HeaderField::ExecutionOpinion, |header| {
            &header.review.execution
        }),
        (HeaderField::Opinion, |header| &header.review.whole),
    ];
    let mut changes = Vec::new();
    for (field, cell) in CELLS {
        text_change(&mut changes, field, cell(before), cell(after));
    }
    changes
}

fn task_keys(document: &Document) -> Vec<Key<'_>> {
    let keys = document.tasks.iter().map(|task| Key {
        id: task.id.as_str(),
        group: ("", ""),
        name: &task.name,
    });
    keys.collect()
}

fn task_name(task: &Rc<Task>) -> (Id, Text) {
    (task.id.clone(), task.name.clone())
}

fn task_changes(before: &Task, after: &Task) -> Vec<TextChange<TaskField>> {
    let mut changes = Vec::new();
    text_change(&mut changes, TaskField::Name, &before.name, &after.name);
    text_change(
        &mut changes,
        TaskField::Content,
        &before.content,
        &after.content,
    );
    let stages = [
        (Stage::Initial, &before.initial, &after.initial),
        (Stage::FullYear, &before.full_year, &after.full_year),
        (Stage::Executed, &before.executed, &after.executed),
    ];
    for (stage, before, after) in stages {
        for (source, before, after) in [
            (Source::Total, &before.total, &after.total),
            (Source::Fiscal, &before.fiscal, &after.fiscal),
            (Source::Other, &before.other, &after.other),
        ] {
            let field = TaskField::Amount(stage, source);
            text_change(&mut changes, field, before, after);
        }
    }
    changes
}

fn goal_keys(document: &Document) -> Vec<Key<'_>> {
    let keys = document.goals.iter().map(|goal| Key {
        id: goal.id.as_str(),
        group: ("", ""),
        name: &goal.text,
    });
    keys.collect()
}

fn goal_name(goal: &Rc<Goal>) -> (Id, Text) {
    (goal.id.clone(), goal.text.clone())
}

fn goal_changes(before: &Goal, after: &Goal) -> Vec<TextChange<GoalField>> {
    let mut changes = Vec::new();
    text_change(&mut changes, GoalField::Text, &before.text, &after.text);
    text_change(
        &mut changes,
        GoalField::Achieved,
        &before.achieved,
        &after.achieved,
    );
    changes
}
