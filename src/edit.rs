//! 修改: everything a person can do to a document, as data.
//!
//! `apply(&Document, &Edit) -> Result<Document, EditError>` is pure; a document before and after is all
//! that undo needs. Unchanged rows keep their address.

mod apply;
mod cell;
mod list;

use crate::actual::Band;
use crate::decimal::Number;
use crate::policy::Policy;
use crate::survey::{Method, Tally};
use crate::table::{Id, Text};
use crate::value::Comparator;
use std::rc::Rc;

pub use apply::{apply, new_ids};

/// A field of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderField {
    /// 部门（单位）名称.
    Unit,
    /// 年度.
    Year,
    /// 项目名称.
    Project,
    /// 主管部门.
    Supervisor,
    /// 实施单位.
    Implementer,
    /// 填报人.
    FilledBy,
    /// 联系电话.
    Phone,
    /// 填报日期.
    Date,
    /// 预算执行偏差原因.
    ExecutionReason,
    /// 评审执行率.
    ReviewedRate,
    /// 评审得分 of budget execution.
    ReviewScore,
    /// 评审意见 on budget execution.
    ExecutionOpinion,
    /// 评审总体意见.
    Opinion,
}

/// Which of a task's three amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// 年初预算数.
    Initial,
    /// 全年预算数.
    FullYear,
    /// 全年执行数.
    Executed,
}

/// Which fund source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// 总额.
    Total,
    /// 财政拨款.
    Fiscal,
    /// 其他资金.
    Other,
}

/// A cell of a task row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskField {
    /// 任务名称.
    Name,
    /// 主要内容.
    Content,
    /// One of the nine amounts.
    Amount(Stage, Source),
}

/// A cell of a goal row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalField {
    /// 预期目标.
    Text,
    /// 实际完成情况.
    Achieved,
}

/// A text cell of an indicator row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowField {
    /// 一级指标.
    Level1,
    /// 二级指标.
    Level2,
    /// 三级指标.
    Name,
    /// 指标值.
    Target,
    /// 分值; emptying it unlocks.
    Weight,
    /// 实际完成值.
    Actual,
    /// 偏差原因分析及改进措施.
    Reason,
    /// 佐证材料.
    Evidence,
    /// Share inside the band, in %.
    Share,
    /// Points off, typed.
    Deduction,
    /// 评审完成值.
    Reviewed,
    /// 评审得分.
    ReviewScore,
    /// 评审意见.
    Opinion,
}

/// Which list of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// 年度主要任务.
    Tasks,
    /// 年度总体目标.
    Goals,
    /// 绩效指标.
    Rows,
}

/// One change to a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Types a header field.
    Header(HeaderField, Text),
    /// Types a task's cell.
    Task(Id, TaskField, Text),
    /// Types a goal's cell.
    Goal(Id, GoalField, Text),
    /// Types an indicator's cell.
    Row(Id, RowField, Text),
    /// Chooses a band, or takes the choice back.
    Band(Id, Option<Band>),
    /// Names the comparator a target lacks, or takes it back.
    Comparator(Id, Option<Comparator>),
    /// Answers "x % or 100·x %?", or takes the answer back.
    Confirm(Id, Option<Number>),
    /// Links a tally to an indicator, or unlinks it: the typed actual counts again.
    Tally(Id, Option<Tally>),
    /// Types one count of a tally: level 0–4, or 5 for blank sheets.
    TallyCount(Id, u8, Text),
    /// Chooses the tally's method.
    TallyMethod(Id, Method),
    /// Locks a weight at this text, or unlocks it (`None`).
    Lock(Id, Option<Text>),
    /// Adds an empty row behind the row with this id (at the front without one); in the indicator table it
    /// takes over that row's level-1 and level-2 labels.
    Add(List, Option<Id>),
    /// Removes a row.
    Remove(List, Id),
    /// Moves a row up (−) or down (+) by this many places.
    Move(List, Id, i32),
    /// Takes another scoring policy.
    Policy(Rc<Policy>),
    /// Several changes as one step.
    Batch(Vec<Edit>),
}

/// Why an edit was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// No row with this id.
    NoSuchRow(Id),
    /// The text is longer than a cell may be (20,000 characters).
    TooLong {
        /// How many characters it has.
        length: usize,
    },
    /// The document would hold more rows than it may (5,000 indicators, 1,000 tasks or goals).
    TooManyRows,
    /// A locked weight is not a number of at least 0.
    BadWeight,
    /// The locks of this level-2 group add up to more than its share.
    LocksAboveShare {
        /// The group's points.
        share: Number,
        /// What the locks ask for.
        locked: Number,
    },
    /// There is no tally on this row.
    NoTally,
}
