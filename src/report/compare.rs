//! What differs between two evaluations, as a tree.

use super::code;
use super::finding::task_field;
use super::tree::{Tree, decimal};
use crate::compare::{Comparison, Entry, RowChange, Side, Standing, TextChange};
use crate::decimal::Number;
use crate::edit::GoalField;
use crate::i18n::{Language, compare as words, rules, term};
use crate::node::Node;
use crate::survey::json::write_tally;

/// A comparison.
#[must_use]
pub fn comparison(comparison: &Comparison, language: Language) -> Node {
    let mut tree = Tree::default();
    tree.flag("same", comparison.is_same());
    tree.flag("moved", comparison.moved);
    tree.flag("otherPolicy", comparison.has_other_policy());
    tree.put("before", side(&comparison.before, language));
    tree.put("after", side(&comparison.after, language));
    let policy = comparison.policy.iter();
    tree.list(
        "policyChanges",
        policy.map(|changed| {
            let value = |node: &Option<Node>| node.clone().unwrap_or(Node::Null);
            let message = rules::policy_change(changed, language);
            let (before, after) = (value(&changed.before), value(&changed.after));
            change(&changed.path, before, after, &message)
        }),
    );
    let header = comparison.header.iter();
    tree.list(
        "header",
        header.map(|change| {
            let message = words::header_change(change, language);
            text_change(code::header_field(change.field), change, message)
        }),
    );
    let tasks = comparison.tasks.iter();
    tree.list(
        "tasks",
        tasks.map(|task| {
            let changes = task.changes.iter().map(|change| {
                let message = words::task_change(change, language);
                text_change(task_field(change.field), change, message)
            });
            entry(task, changes.collect(), language)
        }),
    );
    let goals = comparison.goals.iter();
    tree.list(
        "goals",
        goals.map(|goal| {
            let changes = goal.changes.iter().map(|change| {
                let message = words::goal_change(change, language);
                text_change(goal_field(change.field), change, message)
            });
            entry(goal, changes.collect(), language)
        }),
    );
    let rows = comparison.rows.iter();
    tree.list(
        "indicators",
        rows.map(|row| {
            let changes = row.changes.iter();
            let changes = changes.map(|change| row_change(change, language));
            entry(row, changes.collect(), language)
        }),
    );
    let mut message = words::summary(comparison, language);
    if let Some(policies) = words::policies(comparison, language) {
        message.push(' ');
        message.push_str(&policies);
    }
    tree.text("message", &message);
    tree.done()
}

const fn goal_field(field: GoalField) -> &'static str {
    match field {
        GoalField::Text => "text",
        GoalField::Achieved => "achieved",
    }
}

fn side(side: &Side, language: Language) -> Node {
    let totals = &side.totals;
    let mut tree = Tree::default();
    tree.number("soFar", totals.so_far);
    tree.number("attainable", totals.attainable);
    tree.flag("provisional", totals.provisional);
    tree.maybe_number("gradedOn", totals.graded_on);
    tree.maybe_text("grade", totals.grade.map(code::grade));
    let grade = totals.grade.map(|grade| term::grade(grade, language));
    tree.maybe_text("gradeText", grade);
    tree.maybe_number("executionRate", side.execution.rate);
    tree.maybe_number("executionScore", side.execution.score);
    let reviewed = side.reviewed.as_ref();
    tree.maybe_number("reviewedSoFar", reviewed.map(|seen| seen.totals.so_far));
    let grade = reviewed.and_then(|seen| seen.totals.grade);
    tree.maybe_text("reviewedGrade", grade.map(code::grade));
    tree.text("policy", &side.policy.id);
    tree.put(
        "policyVersion",
        Node::Number(side.policy.version.to_string()),
    );
    tree.done()
}

fn entry<C>(entry: &Entry<C>, changes: Vec<Node>, language: Language) -> Node {
    let position = |at: Option<usize>| at.map_or(Node::Null, |at| Node::Number(at.to_string()));
    let mut tree = Tree::default();
    tree.text("id", entry.id.as_str());
    tree.text("name", &entry.name);
    let standing = entry.standing();
    tree.text(
        "standing",
        match standing {
            Standing::Added => "added",
            Standing::Removed => "removed",
            Standing::Changed => "changed",
        },
    );
    tree.text("standingText", words::standing(standing, language));
    tree.put("before", position(entry.before));
    tree.put("after", position(entry.after));
    tree.put("changes", Node::List(changes));
    tree.done()
}

fn change(field: &str, before: Node, after: Node, message: &str) -> Node {
    let mut tree = Tree::default();
    tree.text("field", field);
    tree.put("before", before);
    tree.put("after", after);
    tree.text("message", message);
    tree.done()
}

fn text_change<F>(field: &str, changed: &TextChange<F>, message: String) -> Node {
    let (before, after) = (Node::text(&changed.before), Node::text(&changed.after));
    change(field, before, after, &message)
}

/// Texts and words of the file format as texts, decimals as texts, a tally as in the file; `null` for none.
fn row_change(changed: &RowChange, language: Language) -> Node {
    let message = words::row_change(changed, language);
    let number = |number: Number| decimal(Some(number));
    let word = |word: Option<&str>| word.map_or(Node::Null, Node::text);
    let (field, before, after) = match changed {
        RowChange::Text(change) => {
            return text_change(code::row_field(change.field), change, message);
        }
        RowChange::Direction(a, b) => ("direction", Node::text(a), Node::text(b)),
        RowChange::Unit(a, b) => ("unit", Node::text(a), Node::text(b)),
        RowChange::Locked(is) => ("locked", Node::Bool(!is), Node::Bool(*is)),
        RowChange::Band(a, b) => (
            "actual.band",
            word(a.map(code::band)),
            word(b.map(code::band)),
        ),
        RowChange::Comparator(a, b) => (
            "actual.comparator",
            word(a.map(code::comparator)),
            word(b.map(code::comparator)),
        ),
        RowChange::Confirmed(a, b) => ("actual.confirmed", decimal(*a), decimal(*b)),
        RowChange::Tally(a, b) => {
            let told = |tally: &Option<_>| tally.as_ref().map_or(Node::Null, write_tally);
            ("actual.tally", told(a), told(b))
        }
        RowChange::Unknown => ("unknown", Node::Null, Node::Null),
        RowChange::Points(a, b) => ("points", number(*a), number(*b)),
        RowChange::Score(a, b) => ("score", decimal(*a), decimal(*b)),
        RowChange::Reviewed(a, b) => ("reviewedScore", decimal(*a), decimal(*b)),
    };
    change(field, before, after, &message)
}
