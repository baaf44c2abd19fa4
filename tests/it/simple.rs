//! Small documents for tests, from rows of plain texts.

use std::rc::Rc;

use jiping::actual::Actual;
use jiping::document::{Document, Row};
use jiping::node::Unknown;
use jiping::policy::Policy;
use jiping::table::{Funds, Header, Id, Indicator, Task};

/// One indicator row: level 1, level 2, name, target, weight, actual.
pub type Line<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str, &'a str);

/// A row from its texts.
pub fn row(at: usize, line: Line<'_>) -> Row {
    let (level1, level2, name, target, weight, actual) = line;
    Row {
        indicator: Rc::new(Indicator {
            id: Id::new(&format!("i{}", at + 1)),
            level1: level1.into(),
            level2: level2.into(),
            name: name.into(),
            target: target.into(),
            direction: "".into(),
            unit: "".into(),
            weight: weight.into(),
            locked: false,
            extra: Unknown::default(),
        }),
        actual: Rc::new(Actual {
            text: actual.into(),
            ..Actual::default()
        }),
    }
}

/// A document of 2022 with these rows and no tasks.
pub fn document(lines: &[Line<'_>], policy: Rc<Policy>) -> Document {
    let rows = lines.iter().enumerate();
    Document {
        header: Rc::new(Header {
            unit: "某某局".into(),
            year: "2022".into(),
            ..Header::default()
        }),
        tasks: Vec::new(),
        goals: Vec::new(),
        rows: rows.map(|(at, line)| row(at, *line)).collect(),
        policy,
        extra: Unknown::default(),
    }
}

/// A task with these totals: initial, full-year, executed.
pub fn task(at: usize, initial: &str, full_year: &str, executed: &str) -> Rc<Task> {
    let total = |text: &str| Funds {
        total: text.into(),
        ..Funds::default()
    };
    Rc::new(Task {
        id: Id::new(&format!("t{}", at + 1)),
        name: "任务".into(),
        content: "".into(),
        initial: total(initial),
        full_year: total(full_year),
        executed: total(executed),
        extra: Unknown::default(),
    })
}

/// Changes the actual of one row.
pub fn change(document: &mut Document, at: usize, change: impl FnOnce(&mut Actual)) {
    let mut actual = (*document.rows[at].actual).clone();
    change(&mut actual);
    document.rows[at].actual = Rc::new(actual);
}
