//! 计量单位: families with exact factors, count words, and units "per".
//!
//! Decides which units convert into each other and by which fraction. Nothing is converted by a float,
//! and a count word is never converted. Source: field rules 1.

pub(super) mod read;
pub(super) mod table;

use std::cmp::Ordering;
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

use crate::decimal::{Number, Ratio};
use crate::value::within::holds;

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
    /// 功率, in kilowatts.
    Power,
    /// 电量, in kilowatt-hours.
    Energy,
    /// 电压, in volts.
    Voltage,
    /// 容量, in kilovolt-amperes.
    Load,
    /// 压力, in pascals.
    Pressure,
    /// 频率, in hertz.
    Frequency,
    /// 带宽, in kilobits a second.
    Bandwidth,
    /// 数据量, in kilobytes of 1000 bytes.
    Data,
    /// 人 = 名 = 位.
    People,
    /// Any other count word; two different ones never convert.
    Count,
    /// No unit is named: above "per" (`每亩300`, `28.40/株`), or after a multiplier (`854万`).
    /// Its word is the multiplier or empty.
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

impl Simple {
    /// No unit, or only a multiplier: `300` in 每亩300, 万 in `854万`.
    pub(super) fn unnamed(times: u64) -> Self {
        Self {
            word: Word::Known(super::numeral::times_word(times)),
            dimension: Dimension::Unnamed,
            factor: (times, 1),
        }
    }

    /// The multiplier in the word: 10000 of 万元 and 万人, 1 of 元 and 千克.
    pub(super) fn times(&self) -> u64 {
        match (&self.word, self.dimension) {
            (_, Dimension::Money | Dimension::Unnamed | Dimension::Count | Dimension::People) => {
                self.factor.0
            }
            (Word::Text(word), _) => super::numeral::times(word).map_or(1, |(times, _)| times),
            (Word::Known(_), _) => 1,
        }
    }
}

/// A unit as read: `万元`, `%`, `元/亩`, `人/10万人`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The unit, or what stands before "per".
    pub upper: Simple,
    /// What stands after "per", its factor including a number written there (`10万人`).
    pub per: Option<Box<Simple>>,
}

impl Unit {
    /// The multiplier in its word, as it is written: 万 of 万人次; empty for none.
    pub(crate) fn multiplier(&self) -> &'static str {
        super::numeral::times_word(self.upper.times())
    }
}

impl Unit {
    /// `元/亩`, `%`, `/株`.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.per {
            Some(per) => [&*self.upper.word, "/", &*per.word].concat(),
            None => (*self.upper.word).to_owned(),
        }
    }
}

impl fmt::Display for Unit {
    /// `元/亩`, `%`, `/株`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
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
    /// Two count words that differ: accepted with a notice. The fraction only minds 万 and 亿.
    OtherCountWord(Ratio),
    /// One side counts per year, the other in the year: accepted with a notice. The fraction minds the units.
    PerYear(Ratio),
    /// One side names no unit where the other does (`300元/亩` against `每亩300`): accepted with a notice.
    /// The fraction only minds 万 and 亿.
    Unnamed(Ratio),
    /// Cannot be compared.
    OtherDimension,
}

/// How a number in `from` becomes one in `to`: exactly, or not at all.
#[must_use]
pub fn convert(from: &Unit, to: &Unit) -> Conversion {
    if from == to {
        return Conversion::Same;
    }
    let per = match (&from.per, &to.per) {
        (None, None) => Some(Step::same(Likeness::Same)),
        (Some(from), Some(to)) => step(to, from)
            .filter(|step| step.likeness != Likeness::OtherWord || !recurs(from) && !recurs(to)),
        // A year's figure is a figure per year: 12次 against 12次/年.
        (Some(per), None) | (None, Some(per)) if &*per.word == "年" => {
            Some(Step::same(Likeness::PerYear))
        }
        (Some(per), None) => joined(&from.upper, per, &to.upper),
        (None, Some(per)) => joined(&to.upper, per, &from.upper),
    };
    let steps = step(&from.upper, &to.upper).zip(per);
    let Some((likeness, ratio)) = steps.and_then(|(upper, per)| {
        let ratio = upper.ratio()?.checked_mul(per.ratio()?)?;
        Some((upper.likeness.max(per.likeness), ratio))
    }) else {
        return Conversion::OtherDimension;
    };
    match likeness {
        Likeness::Same if ratio.compare(Ratio::of(Number::ONE)) == Some(Ordering::Equal) => {
            Conversion::Same
        }
        Likeness::Same => Conversion::Factor(ratio),
        Likeness::PerYear => Conversion::PerYear(ratio),
        Likeness::Unnamed => Conversion::Unnamed(ratio),
        Likeness::OtherWord => Conversion::OtherCountWord(ratio),
    }
}

/// One part of a conversion: multiply by `up` ÷ `down`.
#[derive(Clone, Copy)]
struct Step {
    likeness: Likeness,
    up: u64,
    down: u64,
}

/// How two words stand to each other, the weakest last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// The same unit, or units of one dimension.
    Same,
    /// One of them is per year.
    PerYear,
    /// One of them is not named.
    Unnamed,
    /// Two count words.
    OtherWord,
}

impl Step {
    const fn same(likeness: Likeness) -> Self {
        Self {
            likeness,
            up: 1,
            down: 1,
        }
    }

    fn ratio(self) -> Option<Ratio> {
        Ratio::of_ints(self.up, self.down)
    }
}

/// 人/次 against 人次, which is the same in one word; 24人 and 100户 are no ratios.
fn joined(upper: &Simple, per: &Simple, word: &Simple) -> Option<Step> {
    let rest = base(word).strip_prefix(base(upper))?;
    (rest == &*per.word).then_some(Step::same(Likeness::OtherWord))
}

/// From one simple unit to another; nothing where they measure different things.
fn step(from: &Simple, to: &Simple) -> Option<Step> {
    let likeness = if from.dimension == to.dimension {
        let counted = from.dimension == Dimension::Count;
        if counted && base(from) != base(to) {
            Likeness::OtherWord
        } else {
            Likeness::Same
        }
    } else if from.dimension == Dimension::Unnamed || to.dimension == Dimension::Unnamed {
        Likeness::Unnamed
    } else if is_counted(from) && is_counted(to) {
        Likeness::OtherWord
    } else {
        return None;
    };
    // Letters are a measure's symbol, which no other one answers: 1G against 100M, GB against 套; nor do 人年 人月.
    let symbol = |simple| {
        let word = base(simple);
        word.starts_with(|c: char| c.is_ascii_alphabetic())
            || word.starts_with(&['人', '台'][..]) && recurs(simple)
    };
    if likeness == Likeness::OtherWord && (symbol(from) || symbol(to)) {
        return None;
    }
    let (up, down) = if likeness == Likeness::Same {
        let ((up, down), (to_up, to_down)) = (from.factor, to.factor);
        (up.checked_mul(to_down)?, down.checked_mul(to_up)?)
    } else {
        (from.times(), to.times())
    };
    Some(Step { likeness, up, down })
}

/// Whether a unit counts things or people.
pub(super) const fn is_counted(simple: &Simple) -> bool {
    matches!(simple.dimension, Dimension::Count | Dimension::People)
}

/// Whether a count word holds a time that comes more or less than once in a year: 学期, 村/月.
pub(super) fn recurs(simple: &Simple) -> bool {
    simple
        .word
        .contains(&['季', '月', '周', '旬', '天', '日', '半', '两', '时'][..])
        || holds(&simple.word, "学期")
}

/// The count word without the multiplier written before it: 份 of 万份.
pub(super) fn base(simple: &Simple) -> &str {
    if simple.factor == (1, 1) {
        return &simple.word;
    }
    let word = simple.word.trim_start_matches(|c: char| c.is_ascii_digit());
    super::numeral::times(word).map_or(word, |(_, base)| base)
}
