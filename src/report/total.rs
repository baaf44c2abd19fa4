//! Totals and grade as a tree.

use super::code;
use super::tree::Tree;
use crate::i18n::{Language, term, total as words};
use crate::node::Node;
use crate::scoring::Evaluation;

/// Totals and grade.
pub(super) fn totals(evaluation: &Evaluation, language: Language) -> Node {
    let totals = &evaluation.totals;
    let mut tree = Tree::default();
    tree.number("soFar", totals.so_far);
    tree.number("attainable", totals.attainable);
    tree.number("open", totals.open);
    tree.number("reachable", totals.reachable);
    tree.flag("provisional", totals.provisional);
    tree.maybe_number("gradedOn", totals.graded_on);
    tree.maybe_text("grade", totals.grade.map(code::grade));
    let grade = totals.grade.map(|grade| term::grade(grade, language));
    tree.maybe_text("gradeText", grade);
    tree.put(
        "cap",
        totals.cap.map_or(Node::Null, |cap| {
            let mut tree = Tree::default();
            tree.number("below", cap.below);
            tree.number("most", cap.most);
            tree.number("before", cap.before);
            tree.text("message", &words::cap(&cap, language));
            tree.done()
        }),
    );
    tree.put(
        "unrounded",
        totals.unrounded.map_or(Node::Null, |(sum, grade)| {
            let mut tree = Tree::default();
            tree.number("sum", sum);
            tree.text("grade", code::grade(grade));
            tree.maybe_text("message", words::unrounded(totals, language).as_deref());
            tree.done()
        }),
    );
    let missing = evaluation.missing.len();
    tree.text("message", &words::summary(totals, missing, language));
    tree.done()
}
