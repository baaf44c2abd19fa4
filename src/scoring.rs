//! 评分: `evaluate(&Document) -> Evaluation`, every point with its derivation.
//!
//! Source: field rules 2–5. Scores are rounded once; totals add rounded scores.

mod fund;
mod report;
mod review;
mod row;
mod rule;
mod total;

pub(crate) use fund::telling;
pub use report::{evaluate, reevaluate};
pub use review::{Reviewed, ReviewedExecution, ReviewedRow, review};

use std::rc::Rc;

use crate::actual::Band;
use crate::decimal::{Number, Ratio};
use crate::finding::{Finding, Place};
use crate::policy::{AtLimit, Grade};
use crate::table::{Id, Level1};
use crate::value::{Achieved, Comparator, Issue, Reading, Value};
use crate::weight::{Allocation, Weight};

/// 评价: everything worked out from one document.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// One a row, in the document's order; unchanged rows keep their address.
    pub rows: Vec<Rc<RowResult>>,
    /// How points were dealt to rows.
    pub allocation: Rc<Allocation>,
    /// The level-1 parts, in order of first appearance.
    pub parts: Vec<Rc<Part>>,
    /// 预算执行.
    pub execution: Rc<Execution>,
    /// What there is to tell about the money; part of `findings` too.
    pub execution_findings: Rc<[Finding]>,
    /// Totals and grade.
    pub totals: Totals,
    /// What is still to do, in the order of the page.
    pub missing: Vec<Missing>,
    /// Everything else to tell.
    pub findings: Rc<Vec<Finding>>,
}

/// One indicator, worked out.
#[derive(Clone, Debug)]
pub struct RowResult {
    /// The row.
    pub id: Id,
    /// The part that it belongs to.
    pub level1: Level1,
    /// The target as read.
    pub target: Reading<Value>,
    /// The actual as read; no value and no issue where it is not reported.
    pub actual: Reading<Achieved>,
    /// The points it can earn.
    pub weight: Weight,
    /// How it stands.
    pub status: Status,
    /// The points it earns; nothing while it is open.
    pub score: Option<Number>,
    /// How the points came about; present exactly where `score` is.
    pub derivation: Option<Derivation>,
    /// 完成率.
    pub completion: Completion,
    /// 偏差率 in %, rounded half up to 2 places, + is better; nothing where no ratio exists.
    pub deviation: Option<Number>,
    /// Over-fulfilment in %, where it reaches the policy's threshold.
    pub over: Option<Number>,
    /// Why a deviation reason is mandatory; nothing where it is not.
    pub reason: Option<ReasonCause>,
    /// Whether a mandatory reason is given.
    pub reason_given: bool,
    /// What holding the actual against the target had to say (units, kinds, days), beside the readings' own issues.
    pub issues: Vec<Issue>,
    /// The tally behind the actual, worked out.
    pub tally: Option<crate::survey::TallyResult>,
}

impl RowResult {
    /// What a linked tally comes to; the button that links one brings the whole program.
    pub(crate) fn tally(&self) -> Option<&crate::survey::TallyResult> {
        self.tally.as_ref().filter(|_| crate::WHOLE)
    }
}

/// 状态: how a row stands. The page shows a shape and a word for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// ✓ 达标.
    Met,
    /// ＋ 超额: met, and over the policy's threshold.
    Over,
    /// ▲ 未达标: exactly at the limit of `>` or `<`.
    AtLimit,
    /// ▲ 未达标.
    NotMet,
    /// ○ 未填.
    NotReported,
    /// ？ 待确认: a question must be answered (a band, a day, a percentage, a comparator); may carry a score.
    Asks,
    /// ✕ 读不懂: the target or the actual cannot be used.
    Unreadable,
    /// Not scored: sub-item or placeholder.
    NotScored,
}

/// 完成率.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completion {
    /// In %, rounded half up to 2 places.
    Rate(Number),
    /// Met, and the ratio would say nothing (`≤` with t/a above 1 or a = 0; a deadline).
    Met,
    /// No ratio exists, or nothing is reported.
    None,
}

/// Why a deviation reason is mandatory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonCause {
    /// The score is below the weight.
    PointsLost,
    /// Over-fulfilment.
    Over,
    /// The execution rate is below the policy's limit.
    LowExecution,
}

/// 得分依据: how one score came about, as data; the words are in `i18n`.
#[derive(Clone, Debug)]
pub struct Derivation {
    /// Which rule.
    pub rule: Rule,
    /// Points it could earn.
    pub weight: Number,
    /// The target's number (the edge that decided, for a range), in the target's unit.
    pub target: Option<Number>,
    /// The actual's number as typed.
    pub actual: Option<Number>,
    /// The actual in the target's unit, where it had to be converted.
    pub converted: Option<Ratio>,
    /// The score before rounding.
    pub exact: Ratio,
    /// What over-fulfilment took off, if anything.
    pub over: Option<OverStep>,
    /// The result.
    pub score: Number,
}

/// Which rule gave a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Met: full points.
    Met(Comparator),
    /// At the limit of `>` or `<`; what the policy gives there.
    AtLimit(Comparator, AtLimit),
    /// w·a/t.
    Ratio,
    /// w·t/a.
    Inverse,
    /// w·(2 − a/t), not below 0.
    Mirror,
    /// Points off for each percentage point.
    PerPoint {
        /// Points for each percentage point.
        points: Number,
        /// Percentage points of deviation, as counted; shown rounded half up to 6 places.
        deviation: Number,
        /// Whether a started point counts whole.
        started: bool,
    },
    /// Below the pass threshold (in %): 0.
    BelowThreshold {
        /// In %.
        pass: Number,
    },
    /// Not met, all or nothing: 0.
    AllOrNothing,
    /// Target ≤ 0: no ratio exists; met → w, else 0.
    NoRatio {
        /// Whether it was met.
        met: bool,
    },
    /// A negative actual against a positive target that more is better for: 0.
    NegativeActual,
    /// Inside the range.
    Inside,
    /// In time.
    InTime,
    /// Late; points off for each day.
    Late {
        /// Days late.
        days: u32,
        /// Points for each day.
        points: Number,
    },
    /// A band of words (or of a missed deadline) and a share inside it, in %.
    Band {
        /// The band.
        band: Band,
        /// The share of the weight, in %.
        share: Number,
        /// Who chose it.
        chosen: BandChoice,
    },
    /// A satisfaction rate by the policy's steps: this share, in %.
    SatisfactionStep {
        /// The share of the weight, in %.
        share: Number,
    },
    /// points × rate.
    Execution,
    /// points × share of a step, in %.
    ExecutionStep {
        /// The share of the points, in %.
        share: Number,
    },
    /// Below the floor (in %): 0.
    ExecutionFloor {
        /// In %.
        below: Number,
    },
    /// Executed above the budget: capped at the points.
    ExecutionCapped,
}

/// Who chose a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandChoice {
    /// The person.
    Person,
    /// The actual's text is a band phrase.
    Phrase,
    /// The actual's text equals the target's.
    SameText,
    /// 是/否 against 是/否.
    YesNo,
}

/// What over-fulfilment did to a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverStep {
    /// Points off.
    Minus(Number),
    /// w·t/a.
    Proportional,
}

/// 一级指标, summed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The label, as published.
    pub label: Rc<str>,
    /// What it stands for.
    pub level1: Level1,
    /// Sums over its rows.
    pub sum: Sum,
    /// Its level-2 groups, in order of first appearance.
    pub groups: Vec<Group>,
}

/// 二级指标, summed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The label, as published.
    pub label: Rc<str>,
    /// Sums over its rows.
    pub sum: Sum,
}

/// Points of several rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Sum {
    /// Points that can be earned.
    pub weight: Number,
    /// Points earned so far.
    pub earned: Number,
    /// Points of rows that are open.
    pub open: Number,
}

/// 预算执行, worked out. Amounts in 万元.
#[derive(Clone, Debug)]
pub struct Execution {
    /// One a task.
    pub tasks: Vec<TaskResult>,
    /// Sums by stage: initial, full-year, executed; nothing where nothing readable is there.
    pub initial: Option<Number>,
    /// Full-year budget.
    pub full_year: Option<Number>,
    /// Executed.
    pub executed: Option<Number>,
    /// 预算执行率 in %, rounded half up to 2 places; nothing where it is not known.
    pub rate: Option<Number>,
    /// The unrounded rate (1 = 100 %).
    pub exact_rate: Option<Ratio>,
    /// How it stands.
    pub state: ExecutionState,
    /// Points it can earn (0 where not applicable).
    pub points: Number,
    /// Points it earns.
    pub score: Option<Number>,
    /// How they came about.
    pub derivation: Option<Derivation>,
    /// Whether a reason is mandatory.
    pub reason: Option<ReasonCause>,
}

/// How budget execution stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExecutionState {
    /// A rate exists.
    Known,
    /// An executed amount is missing.
    NotReported,
    /// Budget 0 and nothing executed: not applicable.
    NotApplicable,
    /// An amount cannot be used, or money was executed without a budget.
    Unusable,
}

/// One task's money, in 万元.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TaskResult {
    /// Initial budget.
    pub initial: Option<Number>,
    /// Full-year budget (the initial one until edited).
    pub full_year: Option<Number>,
    /// Executed.
    pub executed: Option<Number>,
    /// Rate in %, rounded half up to 2 places.
    pub rate: Option<Number>,
}

/// 合计.
#[derive(Clone, Debug)]
pub struct Totals {
    /// Points so far: execution + Σ rounded scores, after a cap.
    pub so_far: Number,
    /// Points of all applicable items, filled or not.
    pub attainable: Number,
    /// Points of unreported items.
    pub open: Number,
    /// so far + open (not above a cap).
    pub reachable: Number,
    /// A cap on the total by the execution rate that applies: (the cap, points before it).
    pub cap: Option<Cap>,
    /// Whether anything is open or asked: no final grade then.
    pub provisional: bool,
    /// What the grade is taken on: the total, or, where not 100 is attainable, total × 100 ÷ attainable rounded half
    /// up to 2 places.
    pub graded_on: Option<Number>,
    /// The grade; nothing while provisional.
    pub grade: Option<Grade>,
    /// Where the unrounded scores add up to another grade: that sum, rounded half up to 6 places, and that grade.
    pub unrounded: Option<(Number, Grade)>,
}

/// A cap on the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// The highest total allowed.
    pub most: Number,
    /// Points before the cap.
    pub before: Number,
    /// The rate (in %) below which it applies.
    pub below: Number,
}

/// Something still to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Where.
    pub place: Place,
    /// What.
    pub what: MissingKind,
}

/// What is still to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MissingKind {
    /// An actual or an executed amount is not reported.
    NotReported,
    /// A question wants an answer.
    Asks,
    /// A cell cannot be used.
    Unreadable,
    /// A mandatory reason is missing; does not hold up the grade.
    Reason,
}
