//! [`Document`] → [`Node`].

use std::rc::Rc;

use super::cells::HEADER;
use super::words::{BANDS, COMPARATORS, word_of};
use super::{FORMAT, VERSION};
use crate::WHOLE;
use crate::actual::Actual;
use crate::document::{Document, GOALS, ROWS, Row, TASKS};
use crate::node::{Fields, Node, Writer};
use crate::policy::{self, Policy};
use crate::survey::json::write_tally;
use crate::table::{Funds, Goal, Header, Task};

/// Writes a document.
#[must_use]
pub fn write(document: &Document) -> Node {
    let mut w = Writer::default();
    w.put("format", Node::text(FORMAT));
    w.put("version", Node::Number(VERSION.to_string()));
    w.object("header", header(&document.header));
    w.put("policy", reference(&document.policy));
    let tasks = document.tasks.iter();
    w.list(TASKS.name, tasks.map(|row| task(row)).collect());
    let goals = document.goals.iter();
    w.list(GOALS.name, goals.map(|row| goal(row)).collect());
    let rows = document.rows.iter();
    w.list(ROWS.name, rows.map(row).collect());
    Node::Object(w.finish(&document.extra))
}

fn header(header: &Header) -> Fields {
    let mut w = Writer::default();
    let mut cells = header.clone();
    for (name, _, at) in HEADER {
        w.text(name, at(&mut cells));
    }
    w.finish(&header.extra)
}

/// A built-in policy by its id and version, any other whole.
fn reference(policy: &Policy) -> Node {
    // The small program comes by no other than a built-in one.
    let ours = |ours: Rc<Policy>| *ours == *policy;
    if WHOLE && !policy::builtin(&policy.id).is_some_and(ours) {
        return policy::json::write(policy);
    }
    let mut w = Writer::default();
    w.text("id", &policy.id);
    w.put("version", Node::Number(policy.version.to_string()));
    Node::Object(w.finish(&[]))
}

fn task(task: &Task) -> Node {
    let mut w = Writer::default();
    w.text("id", task.id.as_str());
    w.text("name", &task.name);
    w.text("content", &task.content);
    w.object("initial", funds(&task.initial));
    w.object("fullYear", funds(&task.full_year));
    w.object("executed", funds(&task.executed));
    Node::Object(w.finish(&task.extra))
}

fn funds(funds: &Funds) -> Fields {
    let mut w = Writer::default();
    w.text("total", &funds.total);
    w.text("fiscal", &funds.fiscal);
    w.text("other", &funds.other);
    w.finish(&[])
}

fn goal(goal: &Goal) -> Node {
    let mut w = Writer::default();
    w.text("id", goal.id.as_str());
    w.text("text", &goal.text);
    w.text("achieved", &goal.achieved);
    Node::Object(w.finish(&goal.extra))
}

fn row(row: &Row) -> Node {
    let indicator = &row.indicator;
    let mut w = Writer::default();
    w.text("id", indicator.id.as_str());
    w.text("level1", &indicator.level1);
    w.text("level2", &indicator.level2);
    w.text("name", &indicator.name);
    w.text("target", &indicator.target);
    // The example has no such columns.
    if WHOLE {
        w.text("direction", &indicator.direction);
        w.text("unit", &indicator.unit);
        w.text("weight", &indicator.weight);
        w.flag("locked", indicator.locked);
    }
    w.object("actual", actual(&row.actual));
    Node::Object(w.finish(&indicator.extra))
}

fn actual(actual: &Actual) -> Fields {
    let mut w = Writer::default();
    w.text("text", &actual.text);
    w.text("reason", &actual.reason);
    w.text("evidence", &actual.evidence);
    if let Some(band) = &actual.band {
        w.text("band", word_of(&BANDS, band));
    }
    w.text("share", &actual.share);
    if let Some(comparator) = actual.comparator() {
        w.text("comparator", word_of(&COMPARATORS, &comparator));
    }
    if let Some(number) = actual.confirmed {
        w.text("confirmed", &number.text());
    }
    if let Some(tally) = actual.tally() {
        w.put("tally", write_tally(tally));
    }
    // The small program knows of no review, and its policy takes nothing off.
    if WHOLE {
        w.text("deduction", &actual.deduction);
        w.text("reviewed", &actual.review.actual);
        w.text("reviewScore", &actual.review.score);
        w.text("opinion", &actual.review.opinion);
    }
    w.finish(&actual.extra)
}
