//! Findings and what is still to do, as trees.

use super::code;
use super::tree::Tree;
use super::value::issue_code;
use crate::decimal::Number;
use crate::document::Document;
use crate::edit::TaskField;
use crate::finding::{CheckFinding, Finding, FindingKind, FundFinding, Place, TotalFinding};
use crate::i18n::{Language, finding as words};
use crate::node::Node;
use crate::scoring::Missing;
use crate::weight::WeightFinding;

/// A finding: code, weight, place, figures, sentence.
pub(super) fn finding(finding: &Finding, document: &Document, language: Language) -> Node {
    let mut tree = Tree::default();
    tree.text("code", finding_code(&finding.kind));
    tree.text("severity", code::severity(finding.severity));
    tree.put("place", place(&finding.place));
    tree.put("figures", figures(&finding.kind));
    tree.text("message", &words::finding(finding, document, language));
    tree.done()
}

/// Something still to do.
pub(super) fn missing(missing: &Missing, document: &Document, language: Language) -> Node {
    let mut tree = Tree::default();
    tree.text("code", code::missing(missing.what));
    tree.put("place", place(&missing.place));
    tree.text("message", &words::missing(missing, document, language));
    tree.done()
}

/// Where: the list, the row's id, the field, each as far as there is one.
fn place(place: &Place) -> Node {
    let (within, id, field) = match place {
        Place::Header(field) => ("header", None, Some(code::header_field(*field))),
        Place::Task(id, field) => ("tasks", Some(id), Some(task_field(*field))),
        Place::Goal(id) => ("goals", Some(id), None),
        Place::Row(id, field) => ("indicators", Some(id), Some(code::row_field(*field))),
        Place::Tally(id) => ("indicators", Some(id), Some("actual.tally")),
        Place::Execution => ("execution", None, None),
        Place::List(list) => (code::list(*list), None, None),
        Place::Document => ("document", None, None),
    };
    let mut tree = Tree::default();
    tree.text("in", within);
    tree.maybe_text("id", id.map(crate::table::Id::as_str));
    tree.maybe_text("field", field);
    tree.done()
}

/// The path of a task's cell.
pub(super) const fn task_field(field: TaskField) -> &'static str {
    match field {
        TaskField::Name => "name",
        TaskField::Content => "content",
        TaskField::Amount(stage, source) => code::amount(stage, source),
    }
}

/// The code of a finding, in kebab-case.
const fn finding_code(kind: &FindingKind) -> &'static str {
    match kind {
        FindingKind::Cell(issue) => issue_code(&issue.kind),
        FindingKind::Weight(WeightFinding::TotalDiffers { .. }) => "weights-total-differs",
        FindingKind::Weight(WeightFinding::PartDiffers { .. }) => "weights-part-differs",
        FindingKind::Weight(WeightFinding::ShareMoved { .. }) => "share-moved",
        FindingKind::Weight(WeightFinding::CostUnderOutput) => "cost-under-output",
        FindingKind::Weight(WeightFinding::ExecutionInList) => "execution-in-list",
        FindingKind::Weight(WeightFinding::UnknownPart) => "unknown-part",
        FindingKind::Weight(WeightFinding::Unreadable) => "weight-unreadable",
        FindingKind::Weight(WeightFinding::LocksAboveShare { .. }) => "locks-above-share",
        FindingKind::Fund(FundFinding::Unreadable) => "amount-unreadable",
        FindingKind::Fund(FundFinding::Negative) => "amount-negative",
        FindingKind::Fund(FundFinding::SourcesDiffer { .. }) => "sources-differ",
        FindingKind::Fund(FundFinding::WithoutBudget) => "without-budget",
        FindingKind::Fund(FundFinding::AboveBudget) => "above-budget",
        FindingKind::Tally(problem) => code::tally(*problem),
        FindingKind::Total(TotalFinding::NotHundred { .. }) => "full-score-not-hundred",
        FindingKind::Total(TotalFinding::ScoreAboveExecution { .. }) => "score-above-execution",
        FindingKind::Total(TotalFinding::Unspent { .. }) => "unspent",
        FindingKind::Check(CheckFinding::PartOutside { .. }) => "part-outside",
        FindingKind::Check(CheckFinding::TooHeavy { .. }) => "too-heavy",
        FindingKind::Year => "year-unreadable",
        FindingKind::UnknownField(_) => "unknown-field",
        FindingKind::PolicyVersion { .. } => "policy-version",
    }
}

/// The figures of a finding by name; an empty object where it has none.
fn figures(kind: &FindingKind) -> Node {
    let mut tree = Tree::default();
    let mut put = |figures: &[(&str, Number)]| {
        for (name, number) in figures {
            tree.number(name, *number);
        }
    };
    match kind {
        FindingKind::Weight(
            WeightFinding::TotalDiffers { found, expected }
            | WeightFinding::PartDiffers { found, expected },
        ) => put(&[("found", *found), ("expected", *expected)]),
        FindingKind::Weight(WeightFinding::LocksAboveShare { share, locked }) => {
            put(&[("share", *share), ("locked", *locked)]);
        }
        FindingKind::Weight(WeightFinding::ShareMoved { from, to, points }) => {
            put(&[("points", *points)]);
            tree.text("from", code::level1(*from));
            tree.text("to", code::level1(*to));
        }
        FindingKind::Fund(FundFinding::SourcesDiffer { sources, total }) => {
            put(&[("sources", *sources), ("total", *total)]);
        }
        FindingKind::Total(TotalFinding::NotHundred { attainable }) => {
            put(&[("attainable", *attainable)]);
        }
        FindingKind::Total(TotalFinding::ScoreAboveExecution { score, rate }) => {
            put(&[("score", *score), ("rate", *rate)]);
        }
        FindingKind::Total(TotalFinding::Unspent { share }) => tree.maybe_number("share", *share),
        FindingKind::Check(CheckFinding::PartOutside { found, least, most }) => {
            put(&[("found", *found), ("least", *least), ("most", *most)]);
        }
        FindingKind::Check(CheckFinding::TooHeavy { found, most }) => {
            put(&[("found", *found), ("most", *most)]);
        }
        FindingKind::UnknownField(path) => tree.text("path", path),
        FindingKind::PolicyVersion { found, ours } => {
            tree.put("found", Node::Number(found.to_string()));
            tree.put("ours", Node::Number(ours.to_string()));
        }
        FindingKind::Cell(_)
        | FindingKind::Year
        | FindingKind::Tally(_)
        | FindingKind::Fund(
            FundFinding::Unreadable
            | FundFinding::Negative
            | FundFinding::WithoutBudget
            | FundFinding::AboveBudget,
        )
        | FindingKind::Weight(
            WeightFinding::CostUnderOutput
            | WeightFinding::ExecutionInList
            | WeightFinding::UnknownPart
            | WeightFinding::Unreadable,
        ) => {}
    }
    tree.done()
}
