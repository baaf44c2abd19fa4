//! 开始: the documents a page can begin with.

use std::rc::Rc;
use std::str::Split;

use crate::document::{Document, Row};
use crate::node::Unknown;
use crate::policy::default_policy;
use crate::table::{Funds, Goal, Header, Id, Indicator, Task, Text};

/// `www/data/seed-2022.json`, a line a row and its cells between tabs: the page's small program reads no files.
const EXAMPLE: &str = include_str!("begin/example.txt");

/// The published table of 2022, nothing filled in.
#[must_use]
pub fn example() -> Document {
    let mut document = empty();
    for line in EXAMPLE.lines() {
        let cells = &mut line.split('\t');
        let mut cell = || next(cells);
        match &*cell() {
            "task" => document.tasks.push(Rc::new(Task {
                name: cell(),
                content: cell(),
                initial: Funds {
                    total: cell(),
                    fiscal: cell(),
                    other: cell(),
                },
                ..Task::empty(nth("t", document.tasks.len()))
            })),
            "goal" => document.goals.push(Rc::new(Goal {
                text: cell(),
                ..Goal::empty(nth("g", document.goals.len()))
            })),
            "row" => document.rows.push(Row {
                indicator: Rc::new(Indicator {
                    level1: cell(),
                    level2: cell(),
                    name: cell(),
                    target: cell(),
                    ..Indicator::empty(nth("i", document.rows.len()))
                }),
                actual: Rc::default(),
            }),
            _ => {
                document.header = Rc::new(Header {
                    unit: cell(),
                    year: cell(),
                    ..Header::default()
                });
            }
        }
    }
    document
}

#[inline(never)]
fn next(cells: &mut Split<'_, char>) -> Text {
    cells.next().unwrap_or_default().into()
}

#[inline(never)]
fn nth(letter: &str, above: usize) -> Id {
    Id::new(&[letter, &(above + 1).to_string()].concat())
}

/// A table without rows.
#[must_use]
pub fn empty() -> Document {
    Document {
        header: Rc::new(Header::default()),
        tasks: Vec::new(),
        goals: Vec::new(),
        rows: Vec::new(),
        policy: default_policy(),
        extra: Unknown::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::example;
    use crate::document::json;
    use crate::scoring::evaluate;

    #[test]
    fn the_example_is_the_published_file() {
        let file = json::open(include_bytes!("../../www/data/seed-2022.json")).unwrap();
        assert_eq!(example(), file.document);
    }

    /// Also where this is the small program, whose reader knows less.
    #[test]
    fn every_target_of_the_example_is_read() {
        for row in evaluate(&example()).rows {
            assert!(row.target.value.is_some(), "{:?}", row.id);
            assert!(row.target.issues.is_empty(), "{:?}", row.id);
        }
    }
}
