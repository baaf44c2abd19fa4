//! 满意度: from counted answers to one percentage, by a named method.
//!
//! Source: field rules 7.

pub(crate) mod json;

use crate::decimal::{Number, Ratio, Rounding};
use crate::table::Text;
use crate::value::parse::read_number;
use crate::value::trimmed;

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
    pub percent: Result<Number, TallyError>,
}

/// Why a tally gives no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyError {
    /// Nobody answered, or nothing is typed yet.
    Empty,
    /// A count is not a whole number from 0 to 9,999,999; holds the level 0–4, or 5 for blank sheets.
    BadCount(u8),
}

/// Most sheets that one count may hold.
const MOST_SHEETS: i128 = 9_999_999;

/// The figure of a tally in percent, rounded half up to 2 places once, by its own method.
///
/// `points` are those of the five levels for [`Method::Points`], best first. Blank sheets stand beside the
/// denominator, never in it.
///
/// # Errors
/// In the result's `percent`: nobody answered; a count that is not a whole number from 0 to 9,999,999.
#[must_use]
pub fn work_out(tally: &Tally, points: &[Number; 5]) -> TallyResult {
    let mut bad = None;
    let mut count = |at: u8, text: &Text| match read_count(text) {
        Some(count) => count,
        None => {
            bad = bad.or(Some(at));
            0
        }
    };
    let mut counts = [0; 5];
    for ((at, text), slot) in (0..).zip(&tally.counts).zip(&mut counts) {
        *slot = count(at, text);
    }
    let blank = count(5, &tally.blank);
    let answered = counts.iter().sum();
    let percent = match bad {
        Some(level) => Err(TallyError::BadCount(level)),
        None => figure(tally.method, &counts, answered, points).ok_or(TallyError::Empty),
    };
    TallyResult {
        method: tally.method,
        counts,
        answered,
        blank,
        percent,
    }
}

/// A count as typed; a blank one is 0.
fn read_count(text: &str) -> Option<u32> {
    if trimmed(text).is_empty() {
        return Some(0);
    }
    let number = read_number(text).value?;
    let whole = Ratio::of(number).exact(0)?.mantissa();
    let in_bounds = (0..=MOST_SHEETS).contains(&whole);
    in_bounds.then(|| u32::try_from(whole).ok()).flatten()
}

fn figure(
    method: Method,
    counts: &[u32; 5],
    answered: u32,
    points: &[Number; 5],
) -> Option<Number> {
    let weigh = |level: usize| match method {
        Method::Share { levels } if level < usize::from(levels) => Some(Number::HUNDRED),
        Method::Share { .. } => Some(Number::ZERO),
        Method::Points => points.get(level).copied(),
        Method::Mean => i64::try_from(5 - level)
            .ok()
            .map(|stars| Number::from_int(stars * 20)),
    };
    let mut sum = Ratio::zero();
    for (level, count) in counts.iter().enumerate() {
        let count = Ratio::of(Number::from_int(i64::from(*count)));
        sum = sum.checked_add(Ratio::of(weigh(level)?).checked_mul(count)?)?;
    }
    sum.checked_div(Ratio::of(Number::from_int(i64::from(answered))))?
        .round(2, Rounding::HalfUp)
}
