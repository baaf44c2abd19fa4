//! Numbers with their signs and units: quantities and ranges, as written.
//!
//! Decides what one cell's number says, from its first sign to its last word; what is missing is filled elsewhere.
//! The grammar must take the whole text: a rest that it does not know means that it does not read the text.

mod measure;
mod range;
mod simple;
mod tail;

use super::change::Change;
use super::day::{FIRST_YEAR, LAST_YEAR};
use super::lexicon::starts;
use super::numeral;
use super::sign::{self, Lead, Signed, Tail};
use super::unit::read as units;
use super::unit::{Dimension, Simple, Unit};
use super::{Comparator, Edge};
use crate::decimal::Number;
use crate::value::within::has;
pub(super) use range::multiplier;
use range::{dash, limit};
pub(super) use simple::simple;
pub(super) use tail::{is_aside, is_undone};

/// One number as written.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    pub number: Number,
    /// A multiplier that no unit carries: `854万`.
    pub times: u64,
    pub unit: Option<Unit>,
}

/// What one text says in numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Amount {
    /// A sign or a word that says how to compare.
    pub comparator: Option<Comparator>,
    /// 达到, 完成 stood before it.
    pub reach: bool,
    /// 约, 左右, 余.
    pub roughly: bool,
    /// Words were left out.
    pub left_out: bool,
    /// A remark says that something was not reached.
    pub undone: bool,
    /// A unit outside the tables.
    pub unknown: bool,
    /// 控制在 stood before it.
    within: bool,
    /// ¥ or 人民币 stood before it.
    money: bool,
    /// The number is in Chinese numerals: no noun may follow (一次性 is no number).
    spelled: bool,
    /// (含): Some(true), (不含): Some(false).
    edge: Option<bool>,
    /// 每亩 before the number.
    per: Option<Box<Simple>>,
    /// 增长, 下降 among the words left out.
    pub change: Option<Change>,
}

/// The number or numbers of an [`Amount`].
#[derive(Clone, Debug)]
pub(super) enum Size {
    /// One number.
    One(Measure),
    /// Two edges, in one unit.
    Two(Edge, Edge, Option<Unit>),
}

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Miss {
    /// It says something else.
    No,
    /// Too many digits.
    TooMany,
    /// Signs contradict each other.
    Conflict,
    /// The lower edge is above the upper one.
    Empty,
}

/// Reads a whole text as an amount.
pub(super) fn read(text: &str) -> Result<(Amount, Size), Miss> {
    let found = whole(text)?;
    let (number, unit) = match &found.1 {
        Size::One(measure) => (measure.number, &measure.unit),
        Size::Two(low, _, unit) => (low.number, unit),
    };
    // 2022年 is a year, 11月(延期1个月) a month: no durations.
    let is = |word| unit.as_ref().is_some_and(|unit| &*unit.upper.word == word);
    let bare = text
        .find('月')
        .is_some_and(|at| !text.get(..at).unwrap_or_default().ends_with('个'));
    let month = found.0.left_out && is("个月") && bare;
    if (is("年") || is("学年")) && is_year(number) || month {
        return Err(Miss::No);
    }
    Ok(found)
}

/// Whether a number may be a year.
pub(super) fn is_year(number: Number) -> bool {
    let years = i128::from(FIRST_YEAR)..=i128::from(LAST_YEAR);
    number.scale() == 0 && years.contains(&number.mantissa())
}

fn whole(text: &str) -> Result<(Amount, Size), Miss> {
    let mut amount = Amount::default();
    let rest = amount.often(text);
    let rest = amount.leads(rest)?;
    if let Some(both) = rest.strip_prefix('±').or_else(|| rest.strip_prefix("正负")) {
        return amount.symmetric(both);
    }
    let (mut first, mut rest) = amount.measure(rest)?;
    if rest.starts_with(|c: char| c.is_ascii_digit())
        && let Some((sum, after)) = amount.lasting(&first, rest)
    {
        (first, rest) = (sum, after);
    }
    let rest = edges(rest, &mut amount.edge);
    let rest = amount.late_unit(&mut first, rest);
    if let Some(after) = rest.strip_prefix('±') {
        return amount.around(first, after);
    }
    if let Some(after) = dash(rest, first.number) {
        return amount.range(first, after);
    }
    if let Some(second) = amount.tails(rest, &mut first, true)? {
        return amount.bounds(first, second);
    }
    amount.comparator = amount.comparator.map(|c| limit(c, amount.edge));
    if let Some(per) = amount.per.take() {
        // 每月15日 is a day of the month.
        if first
            .unit
            .as_ref()
            .is_some_and(|unit| &*unit.upper.word == "日")
        {
            return Err(Miss::No);
        }
        // 每周五 is a day of the week.
        if amount.spelled && first.unit.is_none() {
            return Err(Miss::No);
        }
        first.unit = Some(amount.counted_per(first.unit, per));
    }
    Ok((amount, Size::One(first)))
}

/// Takes (含) and (不含) off the start of a text.
fn edges<'s>(text: &'s str, edge: &mut Option<bool>) -> &'s str {
    match sign::tail(text) {
        Some((Tail::Included, rest)) => {
            *edge = Some(true);
            rest
        }
        Some((Tail::Excluded, rest)) => {
            *edge = Some(false);
            rest
        }
        _ => text,
    }
}

impl Amount {
    fn sign(&mut self, found: Comparator) -> Result<(), Miss> {
        let both = match self.comparator {
            Some(before) => sign::agreed(before, found),
            None => Some(found),
        };
        self.comparator = Some(both.ok_or(Miss::Conflict)?);
        Ok(())
    }

    /// Takes the time of 一年两次 and 3年1次, which is as 每年 before the number.
    fn often<'s>(&mut self, text: &'s str) -> &'s str {
        if has(text, '次')
            && let Some((per, rest, _)) = units::per(text, true)
            && matches!(per.dimension, Dimension::Time | Dimension::Month)
            // 1月 and 一季度 are times of the year.
            && (has(&per.word, '个') || !per.word.ends_with(&['月', '季', '度'][..]))
            && rest.starts_with(|c: char| c.is_ascii_digit() || numeral::digit(c).is_some())
        {
            self.per = Some(Box::new(per));
            return rest;
        }
        text
    }

    /// Takes the noun of 不超过预算10万元, which says what the sum is.
    fn budget<'s>(&mut self, text: &'s str) -> &'s str {
        let figure = |c: char| c.is_ascii_digit() || c == '.';
        // 批复概算, 合同价
        let rest = text.trim_start_matches(|c| has("预概算批复合同总金额数价", c));
        let sum = rest.trim_start_matches(figure);
        let named = text.starts_with(&['预', '概', '批', '合'][..]) && self.comparator.is_some();
        if named && sum.len() < rest.len() && sum.starts_with(&['万', '元', '亿'][..]) {
            self.left_out = true;
            rest
        } else {
            text
        }
    }

    /// Takes the words and signs before the number.
    fn leads<'s>(&mut self, text: &'s str) -> Result<&'s str, Miss> {
        let mut rest = text;
        loop {
            match sign::symbols(rest) {
                Signed::Conflict => return Err(Miss::Conflict),
                Signed::Found(comparator, after) => {
                    self.sign(comparator)?;
                    rest = self.budget(after);
                    continue;
                }
                Signed::Nothing => {}
            }
            if rest.starts_with(|c: char| c.is_ascii_digit()) {
                return Ok(rest);
            }
            let Some((lead, after)) = sign::lead(rest) else {
                return Ok(rest);
            };
            let verb = lead == Lead::Per || starts("至少起码至多不少", rest);
            rest = after;
            match lead {
                Lead::Less | Lead::More | Lead::Not | Lead::OrEqual => {
                    let (comparator, after) = sign::combined(lead, after).ok_or(Miss::No)?;
                    self.sign(comparator)?;
                    rest = after;
                }
                Lead::Sign(comparator) => self.sign(comparator)?,
                Lead::Within => {
                    self.sign(Comparator::AtMost)?;
                    self.within = true;
                }
                Lead::Reach => self.reach = true,
                Lead::Money => self.money = true,
                Lead::Carrier => {}
                Lead::Roughly => self.roughly = true,
                Lead::Per => {
                    let (per, after, unknown) = each(after).ok_or(Miss::No)?;
                    rest = after;
                    self.unknown |= unknown;
                    let per = match self.per.take() {
                        Some(first) => units::together(&first, &per),
                        None => per,
                    };
                    self.per = Some(Box::new(per));
                }
            }
            rest = self.budget(rest);
            // 每亩增产50公斤, 至少召开3次
            if verb && sign::lead(rest).is_none() {
                let noun = units::noun(rest).len();
                self.left_out |= noun > 0;
                rest = rest.get(noun..).unwrap_or_default();
            }
        }
    }

    /// A unit with the 每亩 that stood before the number.
    fn counted_per(&mut self, unit: Option<Unit>, per: Box<Simple>) -> Unit {
        match unit {
            // 每次95%: a share is a share.
            Some(unit) if unit.upper.dimension == Dimension::Percent => {
                self.left_out = true;
                unit
            }
            // 每月300元/人
            Some(Unit { upper, per: own }) => Unit {
                upper,
                per: Some(match own {
                    Some(own) => Box::new(units::together(&own, &per)),
                    None => per,
                }),
            },
            None => Unit {
                upper: Simple::unnamed(1),
                per: Some(per),
            },
        }
    }
}

impl Measure {
    const fn new(number: Number, times: u64, unit: Option<Unit>) -> Self {
        Self {
            number,
            times,
            unit,
        }
    }
}

/// What follows 每: 亩, 个月, 个村 (of which 村 counts).
fn each(text: &str) -> Option<(Simple, &str, bool)> {
    let found = units::per(text, true)?;
    match text.strip_prefix('个') {
        Some(noun) if &*found.0.word == "个" && noun.starts_with(super::text::is_han) => {
            units::per(noun, false)
        }
        _ => Some(found),
    }
}

/// A number without a unit, in a unit that was found elsewhere: `854万` in 万元 is 854, in 元 8540000.
pub(super) fn within(measure: &Measure, unit: &Unit) -> Option<Number> {
    let word = numeral::times_word(measure.times);
    if unit.upper.word.starts_with(word) {
        return Some(measure.number);
    }
    numeral::product(measure.number, measure.times)
}
