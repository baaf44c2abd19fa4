//! 评分办法: the rules that differ from place to place, as data.
//!
//! A new region is a JSON file, not code. Every choice in field rules 2–5 is a value here.
//! Source of each built-in policy: named in its file.

pub mod json;
mod known;
mod national;
mod profile;
mod rule;

use std::rc::Rc;

use crate::decimal::{Number, Rounding};
use crate::node::Unknown;
use crate::survey::Method;
use crate::table::Level1;

pub use profile::{BUILT_IN, BuiltIn, builtin, default_policy, edition};
pub use rule::{
    AtLimit, BandRule, DeadlineRule, EqualRule, ForwardRule, OverAction, OverRule, PerPoint,
    ReverseRule,
};

/// 评分办法.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Name in files and links, e.g. `national-2020`.
    pub id: Rc<str>,
    /// Version of the policy's figures; a change of any figure is a new version.
    pub version: u32,
    /// Title in Chinese.
    pub title: Rc<str>,
    /// Title in English.
    pub title_en: Rc<str>,
    /// Where it comes from.
    pub source: Source,
    /// Digits after the point of a score, 0–4.
    pub places: u32,
    /// How a score is rounded, once.
    pub rounding: Rounding,
    /// 预算执行.
    pub execution: ExecutionRule,
    /// How weights are dealt to level-1 parts.
    pub shares: Shares,
    /// Rules for `≥` and `>`.
    pub forward: ForwardRule,
    /// What reaching exactly the limit of `>` gives.
    pub above: AtLimit,
    /// Rules for `≤` and `<`.
    pub reverse: ReverseRule,
    /// What standing exactly at the limit of `<` gives.
    pub below: AtLimit,
    /// Rules for `=`.
    pub equal: EqualRule,
    /// Rules for dates.
    pub deadline: DeadlineRule,
    /// The three bands of words, best first.
    pub bands: [BandRule; 3],
    /// 超额完成.
    pub over: OverRule,
    /// 满意度.
    pub satisfaction: SatisfactionRule,
    /// Grades by lower edge, best first; the last edge is 0.
    pub grades: Vec<GradeRule>,
    /// Checks that do not score: ranges and ceilings.
    pub checks: Vec<Check>,
    /// Unknown fields of the file.
    pub extra: Unknown,
}

/// Where a policy comes from and what in it is the document's.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Source {
    /// The document, e.g. `财预〔2020〕10号`; empty where none is known.
    pub document: Rc<str>,
    /// What each part rests on.
    pub parts: Vec<SourcePart>,
}

/// One part of a policy and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcePart {
    /// The part, in Chinese.
    pub part: Rc<str>,
    /// What it rests on.
    pub basis: Basis,
}

/// What a part of a policy rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The named document.
    Document,
    /// Published tables and programs in use.
    Practice,
    /// Our decision, where no source decides.
    Ours,
}

/// 预算执行率 → points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExecutionRule {
    /// Points it can earn.
    pub points: Number,
    /// How the rate becomes points.
    pub curve: ExecutionCurve,
    /// Caps on the total by the unrounded rate, lowest `below` first: below this rate (in %), at most this total.
    pub caps: Vec<TotalCap>,
    /// Below this rate (in %) a reason is mandatory.
    pub reason_below: Number,
}

/// How the execution rate becomes points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExecutionCurve {
    /// points × rate.
    Linear,
    /// points × rate, but 0 below this rate (in %).
    Floor {
        /// In %.
        below: Number,
    },
    /// The share (in %) of the first step whose edge (in %) the rate reaches; best first.
    Steps(Vec<Step>),
}

/// One step: from this edge on (inclusive), this share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Lower edge in %, inclusive.
    pub from: Number,
    /// Share of the points in %.
    pub share: Number,
}

/// Below this rate the total is at most this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TotalCap {
    /// Rate in %, exclusive.
    pub below: Number,
    /// Highest total.
    pub most: Number,
}

/// How points are dealt to level-1 parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    /// Used where no level-1 成本指标 exists (or where there is no other set).
    pub standard: ShareSet,
    /// Used where a level-1 成本指标 exists.
    pub with_cost: Option<ShareSet>,
}

/// Points of the level-1 parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareSet {
    /// 成本指标.
    pub cost: Number,
    /// 产出指标.
    pub output: Number,
    /// 效益指标.
    pub benefit: Number,
    /// 满意度指标.
    pub satisfaction: Number,
}

impl ShareSet {
    /// The parts and their points, in the form's order.
    #[must_use]
    pub const fn parts(self) -> [(Level1, Number); 4] {
        [
            (Level1::Cost, self.cost),
            (Level1::Output, self.output),
            (Level1::Benefit, self.benefit),
            (Level1::Satisfaction, self.satisfaction),
        ]
    }

    /// All points together.
    #[must_use]
    pub fn total(self) -> Number {
        Number::sum(self.parts().map(|(_, points)| points)).unwrap_or_default()
    }
}

/// 满意度.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SatisfactionRule {
    /// The method a new tally starts with.
    pub method: Method,
    /// Points of the five levels, best first.
    pub points: [Number; 5],
    /// Score a satisfaction rate by steps instead of by its target, best first; empty: like any indicator.
    pub steps: Vec<Step>,
}

/// 等次.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// 优.
    Excellent,
    /// 良.
    Good,
    /// 中.
    Fair,
    /// 差.
    Poor,
}

/// A grade and its lower edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GradeRule {
    /// The grade.
    pub grade: Grade,
    /// Lower edge, inclusive.
    pub from: Number,
}

/// A check on the table that does not score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The points of a level-1 part lie in this range.
    PartBetween {
        /// Which part.
        part: Level1,
        /// Fewest points.
        least: Number,
        /// Most points.
        most: Number,
    },
    /// No single indicator of this part weighs more than this.
    EachAtMost {
        /// Which part.
        part: Level1,
        /// Most points of one indicator.
        most: Number,
    },
}
