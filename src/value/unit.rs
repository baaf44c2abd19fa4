//! 计量单位: families with exact factors, count words, and units "per".
//!
//! Decides which units convert into each other and by which fraction. Nothing is converted by a float,
//! and a count word is never converted. Source: field rules 1.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

use crate::decimal::Ratio;

/// What a unit measures. Only units of one dimension convert into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// 百分比: %, ‰, 成.
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
    /// No unit is named above "per": `每亩300`, `28.40/株`. Its word is empty.
    Unnamed,
}

/// A unit's text: a known word without allocation, or one from a cell.
#[derive(Clone, Debug)]
pub enum Word {
    /// A word of the tables.
    Known(&'static str),
    /// A word of a cell.
    Text(Rc<str>),
}

impl Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Known(text) => text,
            Self::Text(text) => text,
        }
    }
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Word {}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

/// A unit without "per".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Simple {
    /// As written, e.g. `万元`, `亩`, `人次`, `万人`, `10万人`.
    pub word: Word,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units one of these is, as a fraction in lowest terms (1 亩 = 2000/3 ㎡);
    /// for count words the multiplier written before the word (`万份` = 10000).
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

impl fmt::Display for Unit {
    /// `元/亩`, `%`, `/株`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.upper.word)?;
        if let Some(per) = &self.per {
            f.write_str("/")?;
            f.write_str(&per.word)?;
        }
        Ok(())
    }
}

/// `%`.
pub const PERCENT: Unit = Unit {
    upper: Simple {
        word: Word::Known("%"),
        dimension: Dimension::Percent,
        factor: (1, 100),
    },
    per: None,
};

/// How an actual's unit stands to the target's.
#[derive(Clone, Copy, Debug)]
pub enum Conversion {
    /// The same unit.
    Same,
    /// Multiply the actual's number by this fraction to get the target's unit.
    Factor(Ratio),
    /// Two count words that differ: accepted as they stand, with a notice.
    OtherCountWord,
    /// One side names no unit where the other does (`300元/亩` against `每亩300`): accepted as it stands, with a notice.
    Unnamed,
    /// Cannot be compared.
    OtherDimension,
}

/// How a number in `from` becomes one in `to`: exactly, or not at all.
#[must_use]
pub fn convert(from: &Unit, to: &Unit) -> Conversion {
    if from == to {
        return Conversion::Same;
    }
    let Some(upper) = step(&from.upper, &to.upper) else {
        return Conversion::OtherDimension;
    };
    let per = match (&from.per, &to.per) {
        (None, None) => Some(Step::SAME),
        (Some(from), Some(to)) => step(to, from),
        // 人次 against 人/次: count words, whatever the grouping.
        (Some(per), None) | (None, Some(per)) => [&from.upper, &to.upper, per]
            .into_iter()
            .all(|simple| matches!(simple.dimension, Dimension::Count | Dimension::People))
            .then_some(Step::OtherWord),
    };
    let Some(per) = per else {
        return Conversion::OtherDimension;
    };
    match (upper, per) {
        (Step::OtherWord, _) | (_, Step::OtherWord) => Conversion::OtherCountWord,
        (Step::Unnamed, _) | (_, Step::Unnamed) => Conversion::Unnamed,
        (Step::By(a, b), Step::By(c, d)) => {
            let ratio = Ratio::of_ints(a, b)
                .zip(Ratio::of_ints(c, d))
                .and_then(|(x, y)| x.checked_mul(y));
            match ratio {
                Some(_) if a == b && c == d => Conversion::Same,
                Some(ratio) => Conversion::Factor(ratio),
                None => Conversion::OtherDimension,
            }
        }
    }
}

/// One part of a conversion.
#[derive(Clone, Copy)]
enum Step {
    /// Multiply by this fraction.
    By(u64, u64),
    OtherWord,
    Unnamed,
}

impl Step {
    const SAME: Self = Self::By(1, 1);
}

/// From one simple unit to another of the same dimension.
fn step(from: &Simple, to: &Simple) -> Option<Step> {
    if from.dimension == Dimension::Unnamed || to.dimension == Dimension::Unnamed {
        return Some(if from.dimension == to.dimension {
            Step::SAME
        } else {
            Step::Unnamed
        });
    }
    if from.dimension != to.dimension {
        // 人 against 户 or 人次: both are counted.
        let counted =
            |simple: &Simple| matches!(simple.dimension, Dimension::Count | Dimension::People);
        return (counted(from) && counted(to)).then_some(Step::OtherWord);
    }
    if from.dimension == Dimension::Count && base(from) != base(to) {
        return Some(Step::OtherWord);
    }
    let (up, down) = from.factor;
    let (to_up, to_down) = to.factor;
    Some(Step::By(up.checked_mul(to_down)?, down.checked_mul(to_up)?))
}

/// The count word without the multiplier written before it: 份 of 万份.
fn base(simple: &Simple) -> &str {
    if simple.factor == (1, 1) {
        return &simple.word;
    }
    simple.word.trim_start_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '十' | '百' | '千' | '万' | '亿')
    })
}
