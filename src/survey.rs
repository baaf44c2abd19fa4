//! 满意度: from counted answers to one percentage, by a named method.
//!
//! Source: field rules 7.

use crate::table::Text;

/// 统计表: how many people chose each of five levels, and how many left the item blank. As typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// 很满意, 满意, 一般, 不太满意, 不满意.
    pub counts: [Text; 5],
    /// 未作答: left out of the denominator, shown beside it.
    pub blank: Text,
    /// How the counts become one figure.
    pub method: Method,
}

/// 统计方法.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// 满意率: the share of the first `levels` levels (2 by default: 很满意 and 满意).
    Share {
        /// 1–4.
        levels: u8,
    },
    /// 赋分法: 100 / 80 / 60 / 30 / 0 points averaged (the points are the policy's).
    Points,
    /// 五级均值: 5 … 1 averaged, shown as a share of 5.
    Mean,
}

impl Default for Method {
    fn default() -> Self {
        Self::Share { levels: 2 }
    }
}

/// 统计结果.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyResult {
    /// The method used.
    pub method: Method,
    /// The five counts, best first.
    pub counts: [u32; 5],
    /// n: sheets that answered the item.
    pub answered: u32,
    /// Sheets that left it blank.
    pub blank: u32,
    /// The figure in %, rounded half up to 2 places, or why there is none.
    pub percent: Result<crate::decimal::Number, TallyError>,
}

/// Why a tally gives no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyError {
    /// Nobody answered, or nothing is typed yet.
    Empty,
    /// A count is not a whole number from 0 to 9,999,999; holds the level 0–4, or 5 for blank sheets.
    BadCount(u8),
}
