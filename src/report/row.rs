//! Indicators and budget execution as trees.

use super::tree::{Tree, decimal};
use super::value::{issue_of_actual, reading_of_actual, reading_of_target};
use super::{code, derivation};
use crate::actual::{Actual, is_reason};
use crate::document::{Document, Row};
use crate::i18n::{Language, derivation as words, error, term};
use crate::node::Node;
use crate::policy::Policy;
use crate::scoring::{Completion, Execution, ReasonCause, RowResult};
use crate::survey::TallyResult;
use crate::value::IssueKind;

/// One indicator, worked out.
pub(super) fn row(row: &Row, result: &RowResult, policy: &Policy, language: Language) -> Node {
    let mut tree = Tree::default();
    tree.text("id", result.id.as_str());
    tree.text("name", &row.indicator.name);
    tree.text("level1", code::level1(result.level1));
    let target = reading_of_target(&row.indicator.target, &result.target, language);
    tree.put("target", target);
    let text = &row.actual.text;
    let wanted = result.target.value.as_ref();
    let actual = reading_of_actual(text, &result.actual, wanted, language);
    tree.put("actual", actual);
    tree.number("weight", result.weight.points);
    tree.text("weightSource", code::weight_source(result.weight.source));
    tree.text("status", code::status(result.status));
    tree.text("statusText", term::status(result.status, language));
    tree.maybe_number("score", result.score);
    completion(&mut tree, result.completion);
    tree.maybe_number("deviation", result.deviation);
    tree.maybe_number("overFulfilled", result.over);
    tree.put(
        "reason",
        reason(result.reason, Some(result.reason_given), language),
    );
    let issues = result.issues.iter();
    let issues =
        issues.map(|told| issue_of_actual(told, wanted, about(&told.kind, &row.actual), language));
    tree.list("issues", issues);
    let tally = result.tally.as_ref();
    tree.put(
        "tally",
        tally.map_or(Node::Null, |told| self::tally(told, language)),
    );
    let sentence = words::row(result, policy, language);
    let derivation = derivation::derivation(result.derivation.as_ref(), sentence);
    tree.put("derivation", derivation);
    tree.done()
}

/// The cell that an issue of holding an actual against its target is about.
fn about<'a>(kind: &IssueKind, actual: &'a Actual) -> &'a str {
    match kind {
        IssueKind::ShareOutsideBand { .. } => &actual.share,
        IssueKind::DeductionNeeded => &actual.deduction,
        _ => &actual.text,
    }
}

/// `completion` in %, and whether the target counts as met where there is no rate to show.
fn completion(tree: &mut Tree, completion: Completion) {
    let (rate, met) = match completion {
        Completion::Rate(rate) => (Some(rate), false),
        Completion::Met => (None, true),
        Completion::None => (None, false),
    };
    tree.maybe_number("completion", rate);
    tree.flag("metWithoutRate", met);
}

/// Why a deviation reason is mandatory, and whether it is given.
fn reason(cause: Option<ReasonCause>, given: Option<bool>, language: Language) -> Node {
    let Some(cause) = cause else {
        return Node::Null;
    };
    let mut tree = Tree::default();
    tree.text("code", code::reason(cause));
    tree.put("given", given.map_or(Node::Null, Node::Bool));
    tree.text("message", term::reason_cause(cause, language));
    tree.done()
}

fn tally(result: &TallyResult, language: Language) -> Node {
    let mut tree = Tree::default();
    tree.text("method", code::method(result.method));
    tree.text("methodText", &term::method(result.method, language));
    let counts = result.counts.iter();
    tree.list(
        "counts",
        counts.map(|count| Node::Number(count.to_string())),
    );
    tree.put("answered", Node::Number(result.answered.to_string()));
    tree.put("blank", Node::Number(result.blank.to_string()));
    tree.maybe_number("percent", result.percent.ok());
    let problem = result.percent.err().map(|problem| {
        let mut tree = Tree::default();
        tree.text("code", code::tally(problem));
        tree.text("message", &error::tally(problem, language));
        tree.done()
    });
    tree.put("problem", problem.unwrap_or(Node::Null));
    tree.done()
}

/// Budget execution, worked out.
pub(super) fn execution(document: &Document, execution: &Execution, language: Language) -> Node {
    let mut tree = Tree::default();
    tree.text("state", code::execution(execution.state));
    tree.text(
        "stateText",
        term::execution_state(execution.state, language),
    );
    tree.maybe_number("initial", execution.initial);
    tree.maybe_number("fullYear", execution.full_year);
    tree.maybe_number("executed", execution.executed);
    tree.maybe_number("rate", execution.rate);
    tree.number("points", execution.points);
    tree.maybe_number("score", execution.score);
    let given = is_reason(&document.header.execution_reason);
    tree.put("reason", reason(execution.reason, Some(given), language));
    let tasks = document.tasks.iter().zip(&execution.tasks);
    tree.list(
        "tasks",
        tasks.map(|(task, result)| {
            let mut tree = Tree::default();
            tree.text("id", task.id.as_str());
            tree.put("initial", decimal(result.initial));
            tree.put("fullYear", decimal(result.full_year));
            tree.put("executed", decimal(result.executed));
            tree.put("rate", decimal(result.rate));
            tree.done()
        }),
    );
    let sentence = words::execution(execution, &document.policy, language);
    let derivation = derivation::derivation(execution.derivation.as_ref(), sentence);
    tree.put("derivation", derivation);
    tree.done()
}
