//! Many evaluations as one tree.

use super::code;
use super::link::open_code;
use super::tree::Tree;
use crate::grid::write::csv;
use crate::i18n::{Language, finding, rollup as words, term};
use crate::node::Node;
use crate::policy::Grade;
use crate::rollup::{Distribution, Entry, Outcome, RollUp};

/// A roll-up in the order in which it came, with its CSV.
#[must_use]
pub fn roll_up(roll_up: &RollUp, language: Language) -> Node {
    let mut tree = Tree::default();
    let entries = roll_up.entries().iter();
    tree.list("entries", entries.map(|found| entry(found, language)));
    let all = roll_up.distribution();
    tree.put("distribution", distribution(&all));
    let order: Vec<usize> = (0..roll_up.entries().len()).collect();
    tree.text("csv", &csv(&words::grid(roll_up, &order, language)));
    tree.text("message", &words::summary(&all, language));
    tree.done()
}

fn entry(entry: &Entry, language: Language) -> Node {
    let mut tree = Tree::default();
    tree.text("source", &entry.source);
    let (outcome, error) = match &entry.outcome {
        Ok(outcome) => (self::outcome(outcome, language), Node::Null),
        Err(error) => {
            let (code, path) = open_code(error);
            let mut tree = Tree::default();
            tree.text("code", code);
            tree.text("path", path);
            tree.text("message", &words::open_error(error, language));
            (Node::Null, tree.done())
        }
    };
    tree.put("outcome", outcome);
    tree.put("error", error);
    tree.done()
}

fn outcome(outcome: &Outcome, language: Language) -> Node {
    let mut tree = Tree::default();
    tree.text("unit", &outcome.unit);
    tree.text("year", &outcome.year);
    tree.text("project", &outcome.project);
    tree.number("total", outcome.total);
    tree.number("attainable", outcome.attainable);
    tree.flag("provisional", outcome.provisional);
    tree.maybe_number("gradedOn", outcome.graded_on);
    tree.maybe_text("grade", outcome.grade.map(code::grade));
    let grade = outcome.grade.map(|grade| term::grade(grade, language));
    tree.maybe_text("gradeText", grade);
    tree.maybe_number("executionRate", outcome.rate);
    tree.count("indicators", outcome.indicators);
    tree.list("unmet", outcome.unmet.iter().map(|name| Node::text(name)));
    tree.count("open", outcome.open);
    tree.count("missingReasons", outcome.reasons);
    tree.count("findings", outcome.findings);
    tree.text("about", &finding::brief(&outcome.about, language));
    tree.done()
}

fn distribution(all: &Distribution) -> Node {
    const GRADES: [Grade; 4] = [Grade::Excellent, Grade::Good, Grade::Fair, Grade::Poor];
    let mut grades = Tree::default();
    for (grade, count) in GRADES.into_iter().zip(all.grades) {
        grades.count(code::grade(grade), count);
    }
    let mut tree = Tree::default();
    tree.put("grades", grades.done());
    let bins = all.bins.iter();
    tree.list("bins", bins.map(|count| Node::Number(count.to_string())));
    tree.count("provisional", all.provisional);
    tree.count("failed", all.failed);
    tree.maybe_number("mean", all.mean);
    tree.done()
}
