//! 计量单位: families with exact factors, count words, and units "per".

use std::rc::Rc;

use crate::decimal::Ratio;

/// What a unit measures. Only units of one dimension convert into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// 百分比: %, ‰.
    Percent,
    /// 百分点.
    PercentagePoint,
    /// 金额, in 元.
    Money,
    /// 时间, in hours.
    Time,
    /// 工作日: converts into nothing else.
    Workday,
    /// 月·年, in months.
    Month,
    /// 面积, in square metres.
    Area,
    /// 长度, in metres.
    Length,
    /// 体积, in cubic metres.
    Volume,
    /// 质量, in grams.
    Mass,
    /// 人 = 名 = 位.
    People,
    /// Any other count word; two different ones never convert.
    Count,
}

/// A unit without "per".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Simple {
    /// As written, e.g. `万元`, `亩`, `人次`.
    pub word: Rc<str>,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units one of these is, as a fraction in lowest terms (1 亩 = 10000/15 ㎡).
    pub factor: (u64, u64),
}

/// A unit as read: `万元`, `%`, `元/亩`, `人/10万人`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The unit, or what stands before "per".
    pub upper: Simple,
    /// What stands after "per", its factor including a number written there (`10万人`).
    pub per: Option<Simple>,
}

/// How an actual's unit stands to the target's.
#[derive(Clone, Debug)]
pub enum Conversion {
    /// The same unit.
    Same,
    /// Multiply the actual's number by this fraction to get the target's unit.
    Factor(Ratio),
    /// Two count words that differ: accepted as they stand, with a notice.
    OtherCountWord,
    /// Cannot be compared.
    OtherDimension,
}
