//! [`Document`] → [`Node`], or text at once.

use std::rc::Rc;

use super::pen::Pen;
use super::words::{BANDS, COMPARATORS, word_of};
use super::{FORMAT, VERSION};
use crate::WHOLE;
use crate::actual::Actual;
use crate::document::{Document, GOALS, ROWS, TASKS};
use crate::node::{Node, Printer, Writer};
use crate::policy::{self, Policy};
use crate::survey::json::write_tally;
use crate::table::{Funds, Goal, Header, Indicator, Task};

/// Writes a document.
#[must_use]
pub fn write(document: &Document) -> Node {
    let mut w = Writer::default();
    fields(document, &mut w);
    Node::Object(w.finish(&document.extra))
}

/// Writes a document as text, in one line or in lines indented by two spaces, with a line end at its end.
pub(super) fn print(document: &Document, line: bool) -> String {
    // The small program reads no files: it knows all fields.
    if WHOLE && has_unknown(document) {
        let node = write(document);
        return if line { node.to_line() } else { node.to_json() };
    }
    let mut w = Printer::new(line);
    fields(document, &mut w);
    w.finish()
}

fn has_unknown(document: &Document) -> bool {
    let tasks = document.tasks.iter().map(|task| &task.extra);
    let goals = document.goals.iter().map(|goal| &goal.extra);
    let rows = document.rows.iter();
    let rows = rows.flat_map(|row| [&row.indicator.extra, &row.actual.extra]);
    let mut all = [&document.extra, &document.header.extra].into_iter();
    let mut all = all.by_ref().chain(tasks).chain(goals).chain(rows);
    all.any(|unknown| !unknown.is_empty())
}

fn fields(document: &Document, w: &mut impl Pen) {
    w.text("format", FORMAT);
    w.number("version", VERSION);
    let head = &document.header;
    w.object("header", &head.extra, |w| header(head, w));
    policy(&document.policy, w);
    w.list(TASKS.name, &document.tasks, |row| &row.extra, task);
    w.list(GOALS.name, &document.goals, |row| &row.extra, goal);
    w.list(
        ROWS.name,
        &document.rows,
        |row| &row.indicator.extra,
        |w, row| {
            indicator(&row.indicator, w);
            let achieved = &row.actual;
            w.object("actual", &achieved.extra, |w| actual(achieved, w));
        },
    );
}

fn header<W: Pen>(header: &Header, w: &mut W) {
    w.text("unit", &header.unit);
    w.text("year", &header.year);
    // The small program has no field for the rest.
    if WHOLE {
        w.text("project", &header.project);
        w.text("supervisor", &header.supervisor);
        w.text("implementer", &header.implementer);
        w.text("filledBy", &header.filled_by);
        w.text("phone", &header.phone);
        w.text("date", &header.date);
    }
    w.text("executionReason", &header.execution_reason);
    if WHOLE {
        w.text("reviewedRate", &header.review.rate);
        w.text("reviewScore", &header.review.score);
        w.text("executionOpinion", &header.review.execution);
        w.text("opinion", &header.review.whole);
    }
}

/// A built-in policy by its id and version, any other whole.
fn policy(policy: &Policy, w: &mut impl Pen) {
    // The small program comes by no other than a built-in one.
    let ours = |ours: Rc<Policy>| *ours == *policy;
    if WHOLE && !policy::builtin(&policy.id).is_some_and(ours) {
        return w.put("policy", policy::json::write(policy));
    }
    w.object("policy", &[], |w| {
        w.text("id", &policy.id);
        w.number("version", policy.version);
    });
}

fn task<W: Pen>(w: &mut W, task: &Rc<Task>) {
    w.text("id", task.id.as_str());
    w.text("name", &task.name);
    w.text("content", &task.content);
    funds(w, "initial", &task.initial);
    funds(w, "fullYear", &task.full_year);
    funds(w, "executed", &task.executed);
}

fn funds(w: &mut impl Pen, name: &str, funds: &Funds) {
    w.object(name, &[], |w| {
        w.text("total", &funds.total);
        w.text("fiscal", &funds.fiscal);
        w.text("other", &funds.other);
    });
}

fn goal<W: Pen>(w: &mut W, goal: &Rc<Goal>) {
    w.text("id", goal.id.as_str());
    w.text("text", &goal.text);
    w.text("achieved", &goal.achieved);
}

fn indicator(indicator: &Indicator, w: &mut impl Pen) {
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
        if indicator.locked {
            w.put("locked", Node::Bool(true));
        }
    }
}

fn actual(actual: &Actual, w: &mut impl Pen) {
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
}
