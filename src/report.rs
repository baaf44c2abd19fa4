//! 报告: readings and evaluations as plain trees, with codes for programs and words for people.
//!
//! Decides the shape of what the JavaScript interface gives out: decimals are texts, counts are whole numbers,
//! what is not known is `null`, every choice is a word of the file format or a code in kebab-case, and beside
//! every code stands its sentence. The shape is documented in docs/API.md and declared in api/jiping.d.ts.

mod code;
mod compare;
mod derivation;
mod error;
mod finding;
mod link;
mod options;
mod rollup;
mod row;
mod total;
mod tree;
mod value;

pub use compare::comparison;
pub use error::format_code;
pub use link::{link_code, link_path, shared};
pub use options::{Form, Options, Takes, at_argument, cell_text};
pub use rollup::roll_up;
pub use value::{reading_of_actual, reading_of_target};

use crate::document::Document;
use crate::document::json::Note;
use crate::finding::Finding;
use crate::i18n::Language;
use crate::node::Node;
use crate::policy::{BUILT_IN, builtin, json};
use crate::scoring::{Evaluation, Part, Sum};
use tree::Tree;

/// An evaluation, with what reading its file had to tell.
#[must_use]
pub fn evaluation(
    document: &Document,
    evaluation: &Evaluation,
    notes: Vec<Note>,
    language: Language,
) -> Node {
    let mut tree = Tree::default();
    tree.put("totals", total::totals(evaluation, language));
    tree.put(
        "execution",
        row::execution(document, &evaluation.execution, language),
    );
    tree.list(
        "parts",
        evaluation.parts.iter().map(|part| self::part(part)),
    );
    let rows = document.rows.iter().zip(&evaluation.rows);
    let told = rows.map(|(row, result)| row::row(row, result, &document.policy, language));
    tree.list("rows", told);
    let missing = evaluation.missing.iter();
    tree.list(
        "missing",
        missing.map(|missing| finding::missing(missing, document, language)),
    );
    let notes: Vec<Finding> = notes.into_iter().map(Finding::from).collect();
    let findings = notes.iter().chain(evaluation.findings.iter());
    tree.list(
        "findings",
        findings.map(|found| finding::finding(found, document, language)),
    );
    tree.done()
}

/// Every built-in policy, whole, the default one first.
#[must_use]
pub fn policies() -> Node {
    let policies = BUILT_IN.iter().filter_map(|entry| builtin(entry.id));
    Node::List(policies.map(|policy| json::write(&policy)).collect())
}

fn part(part: &Part) -> Node {
    let mut tree = Tree::default();
    tree.text("label", &part.label);
    tree.text("level1", code::level1(part.level1));
    sum(&mut tree, part.sum);
    tree.list(
        "groups",
        part.groups.iter().map(|group| {
            let mut tree = Tree::default();
            tree.text("label", &group.label);
            sum(&mut tree, group.sum);
            tree.done()
        }),
    );
    tree.done()
}

fn sum(tree: &mut Tree, sum: Sum) {
    tree.number("weight", sum.weight);
    tree.number("earned", sum.earned);
    tree.number("open", sum.open);
}
