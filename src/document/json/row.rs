//! One row of a list: a task, a goal, an indicator with its actual.

use std::rc::Rc;

use super::cells;
use super::words::{BANDS, COMPARATORS};
use crate::actual::Actual;
use crate::decimal::Number;
use crate::document::Row;
use crate::node::{FormatError, FormatErrorKind, Node, Path, Record};
use crate::survey;
use crate::table::{Funds, Goal, Id, Indicator, Task};

type Read<T> = Result<T, FormatError>;

pub(super) fn task(
    mut record: Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
    id: Id,
) -> Read<Rc<Task>> {
    Ok(Rc::new(Task {
        id,
        name: record.text("name")?,
        content: record.text("content")?,
        initial: funds(&mut record, path, "initial", report)?,
        full_year: funds(&mut record, path, "fullYear", report)?,
        executed: funds(&mut record, path, "executed", report)?,
        extra: record.finish(report).into(),
    }))
}

fn funds(
    record: &mut Record<'_>,
    path: &Path<'_>,
    name: &str,
    report: &mut Vec<String>,
) -> Read<Funds> {
    let Some(node) = record.take(name) else {
        return Ok(Funds::default());
    };
    let path = path.field(name);
    let mut inner = Record::open(node, &path)?;
    let funds = Funds {
        total: inner.cell("total")?,
        fiscal: inner.cell("fiscal")?,
        other: inner.cell("other")?,
    };
    record.keep(name, inner.finish(report));
    Ok(funds)
}

pub(super) fn goal(
    mut record: Record<'_>,
    _: &Path<'_>,
    report: &mut Vec<String>,
    id: Id,
) -> Read<Rc<Goal>> {
    Ok(Rc::new(Goal {
        id,
        text: record.text("text")?,
        achieved: record.text("achieved")?,
        extra: record.finish(report).into(),
    }))
}

pub(super) fn row(
    mut record: Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
    id: Id,
) -> Read<Row> {
    let actual = match record.take("actual") {
        None => Actual::default(),
        Some(node) => actual(node, &path.field("actual"), report)?,
    };
    let mut indicator = Indicator {
        locked: record.flag("locked")?,
        ..Indicator::empty(id)
    };
    cells::read(&mut record, &cells::INDICATOR, &mut indicator)?;
    indicator.extra = record.finish(report).into();
    Ok(Row {
        indicator: Rc::new(indicator),
        actual: Rc::new(actual),
    })
}

fn actual(node: Node, path: &Path<'_>, report: &mut Vec<String>) -> Read<Actual> {
    let mut record = Record::open(node, path)?;
    let tally = match record.take("tally") {
        None => None,
        Some(node) => {
            let path = path.field("tally");
            let mut inner = Record::open(node, &path)?;
            let tally = survey::json::tally(&mut inner, &path, report)?;
            record.keep("tally", inner.finish(report));
            Some(tally)
        }
    };
    let mut actual = Actual {
        band: choice(&mut record, path, "band", &BANDS)?,
        comparator: choice(&mut record, path, "comparator", &COMPARATORS)?,
        confirmed: confirmed(&mut record, path)?,
        tally,
        ..Actual::default()
    };
    cells::read(&mut record, &cells::ACTUAL, &mut actual)?;
    actual.extra = record.finish(report).into();
    Ok(actual)
}

fn confirmed(record: &mut Record<'_>, path: &Path<'_>) -> Read<Option<Number>> {
    let text = record.cell("confirmed")?;
    if text.is_empty() {
        return Ok(None);
    }
    let number = Number::parse(&text);
    number
        .map(Some)
        .map_err(|_| FormatError::at(&path.field("confirmed"), FormatErrorKind::NotDecimal))
}

fn choice<T: Copy>(
    record: &mut Record<'_>,
    path: &Path<'_>,
    name: &str,
    words: &[(&str, T)],
) -> Read<Option<T>> {
    let text = record.text(name)?;
    if text.is_empty() {
        return Ok(None);
    }
    match words.iter().find(|(word, _)| *word == &*text) {
        Some(&(_, choice)) => Ok(Some(choice)),
        None => {
            let found = text.to_string();
            Err(FormatError::at(
                &path.field(name),
                FormatErrorKind::UnknownWord { found },
            ))
        }
    }
}
