//! Readings of cells as trees.

use super::code;
use super::tree::Tree;
use crate::i18n::{Language, issue, reading};
use crate::node::Node;
use crate::span::Span;
use crate::value::unit::Unit;
use crate::value::{Achieved, Day, Edge, Issue, IssueKind, Reading, Value, When, Words, WordsKind};

/// A target as read: the text, the value, and everything to say about it.
#[must_use]
pub fn reading_of_target(text: &str, reading: &Reading<Value>, language: Language) -> Node {
    let value = reading.value.as_ref().map(|value| target(value, language));
    let issues = reading.issues.iter();
    whole(text, value, issues.map(|told| issue(told, text, language)))
}

/// An actual as read, against the target that it was read for.
#[must_use]
pub fn reading_of_actual(
    text: &str,
    reading: &Reading<Achieved>,
    target: Option<&Value>,
    language: Language,
) -> Node {
    let value = reading.value.as_ref().map(|value| actual(value, language));
    let issues = reading.issues.iter();
    let issues = issues.map(|told| issue_of_actual(told, target, text, language));
    whole(text, value, issues)
}

fn whole(text: &str, value: Option<Node>, issues: impl Iterator<Item = Node>) -> Node {
    let mut tree = Tree::default();
    tree.text("text", text);
    tree.put("value", value.unwrap_or(Node::Null));
    tree.list("issues", issues);
    tree.done()
}

fn target(value: &Value, language: Language) -> Node {
    let mut tree = Tree::default();
    match value {
        Value::Quantity(quantity) => {
            tree.text("kind", "quantity");
            tree.text("comparator", code::comparator(quantity.comparator));
            tree.text("comparatorSource", code::comparator_source(quantity.source));
            tree.number("number", quantity.number);
            unit(&mut tree, quantity.unit.as_ref());
        }
        Value::Range(range) => {
            tree.text("kind", "range");
            tree.put("low", edge(range.low));
            tree.put("high", edge(range.high));
            unit(&mut tree, range.unit.as_ref());
        }
        Value::Deadline(deadline) => {
            tree.text("kind", "deadline");
            tree.maybe_text("from", deadline.from.map(day).as_deref());
            tree.text("until", &day(deadline.until));
            tree.flag("assumed", deadline.assumed);
        }
        Value::Words(said) => words(&mut tree, said),
    }
    tree.text("readAs", &reading::value(value, language));
    tree.done()
}

fn actual(value: &Achieved, language: Language) -> Node {
    let mut tree = Tree::default();
    match value {
        Achieved::Quantity { number, unit: own } => {
            tree.text("kind", "quantity");
            tree.number("number", *number);
            unit(&mut tree, own.as_ref());
        }
        Achieved::Date(date) => {
            tree.text("kind", "date");
            tree.text("precision", precision(*date));
            tree.text("date", &reading::when(*date, Language::English));
        }
        Achieved::Words(said) => words(&mut tree, said),
    }
    tree.text("readAs", &reading::achieved(value, language));
    tree.done()
}

fn words(tree: &mut Tree, words: &Words) {
    tree.text("kind", "words");
    tree.text("meaning", code::words(words.kind));
    if let WordsKind::Band(at) = words.kind {
        let band = crate::actual::Band::ALL.get(usize::from(at));
        tree.maybe_text("band", band.map(|band| code::band(*band)));
    }
}

fn unit(tree: &mut Tree, unit: Option<&Unit>) {
    tree.maybe_text("unit", unit.map(ToString::to_string).as_deref());
}

fn edge(edge: Edge) -> Node {
    let mut tree = Tree::default();
    tree.number("number", edge.number);
    tree.flag("included", edge.included);
    tree.done()
}

/// `2022-12-31`
fn day(day: Day) -> String {
    reading::day(day, Language::English)
}

const fn precision(date: When) -> &'static str {
    match date {
        When::Day(_) => "day",
        When::Month { .. } => "month",
        When::Year(_) => "year",
    }
}

/// What there is to say about a cell: code, weight, sentence, and where, in UTF-16 units as JavaScript counts.
pub(super) fn issue(issue: &Issue, text: &str, language: Language) -> Node {
    told(issue, text, &issue::issue(issue, text, language))
}

/// The same of an actual, told with what its target wants.
pub(super) fn issue_of_actual(
    issue: &Issue,
    target: Option<&Value>,
    text: &str,
    language: Language,
) -> Node {
    told(issue, text, &issue::achieved(issue, target, text, language))
}

fn told(issue: &Issue, text: &str, message: &str) -> Node {
    let mut tree = Tree::default();
    tree.text("code", issue_code(&issue.kind));
    tree.text("severity", code::severity(issue.kind.severity()));
    tree.text("message", message);
    let (start, end) = in_utf16(issue.span, text);
    tree.count("start", start);
    tree.count("end", end);
    suggestion(&mut tree, &issue.kind);
    tree.done()
}

fn in_utf16(span: Span, text: &str) -> (usize, usize) {
    let at = |byte: usize| {
        text.get(..byte)
            .map_or(0, |head| head.encode_utf16().count())
    };
    (at(span.start), at(span.end))
}

/// What could stand in the cell instead, or the two answers to a question; nothing where there is none.
fn suggestion(tree: &mut Tree, kind: &IssueKind) {
    match kind {
        IssueKind::WhichDay { suggested: date } | IssueKind::SpreadsheetDate { day: date } => {
            tree.text("suggested", &day(*date));
        }
        IssueKind::ComparatorAssumed { suggested } => {
            tree.maybe_text("suggested", suggested.map(code::comparator));
        }
        IssueKind::Misread { suggested: text } | IssueKind::OfferedFromName { text } => {
            tree.text("suggested", text);
        }
        IssueKind::WhichUnit { number, .. } | IssueKind::ShareOrPercent { number } => {
            tree.number("number", *number);
        }
        IssueKind::Late { until, .. } => tree.text("until", &day(*until)),
        IssueKind::ShareOutsideBand { low, high } => {
            tree.number("low", *low);
            tree.number("high", *high);
        }
        IssueKind::Blank
        | IssueKind::Placeholder
        | IssueKind::Unreadable
        | IssueKind::TemplateGap
        | IssueKind::ConflictingComparators
        | IssueKind::TooManyDigits
        | IssueKind::EmptyRange
        | IssueKind::NoSuchDay
        | IssueKind::NoYear
        | IssueKind::DeadlineAssumed
        | IssueKind::FromName
        | IssueKind::NameConflict
        | IssueKind::Approximate
        | IssueKind::WordsLeftOut
        | IssueKind::MultiplierFromTarget
        | IssueKind::WithoutMultiplier
        | IssueKind::PerYear
        | IssueKind::TallyUnfit
        | IssueKind::UnknownUnit
        | IssueKind::UnitFromActual
        | IssueKind::OtherDimension
        | IssueKind::OtherCountWord
        | IssueKind::SignInActual
        | IssueKind::OtherDirection
        | IssueKind::OtherKind
        | IssueKind::AboveHundred
        | IssueKind::BeforeStart
        | IssueKind::BandNeeded
        | IssueKind::DayNeeded
        | IssueKind::DeductionNeeded
        | IssueKind::PercentagePoint => {}
    }
}

/// The code of an issue, in kebab-case.
pub(super) const fn issue_code(kind: &IssueKind) -> &'static str {
    match kind {
        IssueKind::Blank => "blank",
        IssueKind::Placeholder => "placeholder",
        IssueKind::Unreadable => "unreadable",
        IssueKind::TemplateGap => "template-gap",
        IssueKind::ConflictingComparators => "conflicting-comparators",
        IssueKind::TooManyDigits => "too-many-digits",
        IssueKind::EmptyRange => "empty-range",
        IssueKind::NoSuchDay => "no-such-day",
        IssueKind::NoYear => "no-year",
        IssueKind::WhichDay { .. } => "which-day",
        IssueKind::SpreadsheetDate { .. } => "spreadsheet-date",
        IssueKind::ComparatorAssumed { .. } => "comparator-assumed",
        IssueKind::DeadlineAssumed => "deadline-assumed",
        IssueKind::Misread { .. } => "misread",
        IssueKind::ShareOrPercent { .. } => "share-or-percent",
        IssueKind::FromName => "from-name",
        IssueKind::NameConflict => "name-conflict",
        IssueKind::OfferedFromName { .. } => "offered-from-name",
        IssueKind::Approximate => "approximate",
        IssueKind::WordsLeftOut => "words-left-out",
        IssueKind::MultiplierFromTarget => "multiplier-from-target",
        IssueKind::WithoutMultiplier => "without-multiplier",
        IssueKind::WhichUnit { .. } => "which-unit",
        IssueKind::AboveHundred => "above-hundred",
        IssueKind::BeforeStart => "before-start",
        IssueKind::PerYear => "per-year",
        IssueKind::Late { .. } => "late",
        IssueKind::TallyUnfit => "tally-unfit",
        IssueKind::UnknownUnit => "unknown-unit",
        IssueKind::UnitFromActual => "unit-from-actual",
        IssueKind::OtherDimension => "other-dimension",
        IssueKind::OtherCountWord => "other-count-word",
        IssueKind::SignInActual => "sign-in-actual",
        IssueKind::OtherDirection => "other-direction",
        IssueKind::OtherKind => "other-kind",
        IssueKind::BandNeeded => "band-needed",
        IssueKind::DayNeeded => "day-needed",
        IssueKind::ShareOutsideBand { .. } => "share-outside-band",
        IssueKind::DeductionNeeded => "deduction-needed",
        IssueKind::PercentagePoint => "percentage-point",
    }
}
