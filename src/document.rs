//! 自评: one evaluation as it is saved, shared and undone.
//!
//! Holds only what people gave: texts, choices, locks. Readings, allocated weights, scores, totals and
//! findings are derived from it and never stored.

mod fresh;
pub mod json;

use std::rc::Rc;

use crate::actual::Actual;
use crate::node::Unknown;
use crate::policy::Policy;
use crate::table::{Goal, Header, Id, Indicator, Task};

pub(crate) use fresh::{Fresh, GOALS, Listing, ROWS, TASKS};

/// Most rows of the indicator table.
pub const MAX_ROWS: usize = 5_000;
/// Most tasks, and most goals.
pub const MAX_ITEMS: usize = 1_000;
/// Most characters of an id.
pub const MAX_ID: usize = 100;

/// One line of the indicator table: what was promised and what was achieved.
///
/// Both halves are shared between versions of a document, so that a version costs little
/// and an unchanged row is known by its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What was promised.
    pub indicator: Rc<Indicator>,
    /// What was achieved.
    pub actual: Rc<Actual>,
}

/// 自评: everything that is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Above and below the tables.
    pub header: Rc<Header>,
    /// 年度主要任务.
    pub tasks: Vec<Rc<Task>>,
    /// 年度总体目标.
    pub goals: Vec<Rc<Goal>>,
    /// 绩效指标, in printed order.
    pub rows: Vec<Row>,
    /// The scoring policy: a built-in one, or one of the user's own carried whole.
    pub policy: Rc<Policy>,
    /// Unknown fields of the file.
    pub extra: Unknown,
}

impl Document {
    /// The position of the row with this id.
    #[must_use]
    pub fn row_at(&self, id: &Id) -> Option<usize> {
        self.rows.iter().position(|row| row.indicator.id == *id)
    }
}
