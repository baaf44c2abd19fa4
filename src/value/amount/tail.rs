//! What stands behind a number and its unit: 以上, (含), a remark, a noun, a second bound.

use super::range::bound;
use super::{Amount, Measure, Miss, Size};
use crate::decimal::Ratio;
use crate::value::lexicon::starts;
use crate::value::numeral;
use crate::value::sign::{self, Lead, Tail};
use crate::value::text::is_han;
use crate::value::unit::{Conversion, convert, read as units};
use crate::value::within::{has, holds};

impl Amount {
    /// Takes the words after the number; gives the text of a second bound (`且<90%`) where one follows.
    pub(super) fn tails<'s>(
        &mut self,
        text: &'s str,
        measure: &mut Measure,
        open: bool,
    ) -> Result<Option<&'s str>, Miss> {
        let mut rest = text;
        let mut nouns = measure.unit.is_some() && !self.spelled && !self.unknown;
        let mut passed = false;
        while !rest.is_empty() {
            if (measure.unit.is_some() || measure.number.is_zero()) && is_aside(rest) {
                self.undone |= is_undone(rest);
                self.left_out = true;
                return Ok(None);
            }
            if open && let Some(second) = bound(rest, self.comparator.is_some() && !self.left_out) {
                // 成活率≥85%,保存率≥80% are two values.
                return if passed {
                    Err(Miss::No)
                } else {
                    Ok(Some(second))
                };
            }
            if let Some((tail, after)) = sign::tail(rest) {
                let two = |miss| if passed { Miss::No } else { miss };
                self.tail(tail, open).map_err(two)?;
                rest = after;
            } else if let Some(again) = rest.strip_prefix(&['及', '或'][..])
                && let Ok((same, after)) = Self::default().measure(again)
                && same.number == measure.number
            {
                // 5次及5次以上
                rest = after;
            } else if let Some(after) = rest.strip_prefix('(') {
                let (remark, after) = after.split_once(')').ok_or(Miss::No)?;
                self.remark(remark, measure)?;
                rest = after;
            } else if let Some(after) = rest.strip_prefix('/') {
                // 5次以上/年
                let unit = measure.unit.as_mut().filter(|unit| unit.per.is_none());
                let (per, after, unknown) = units::per(after, false).ok_or(Miss::No)?;
                unit.ok_or(Miss::No)?.per = Some(Box::new(per));
                self.unknown |= unknown;
                rest = after;
            } else {
                let noun = units::noun(rest);
                if noun.is_empty() || !nouns {
                    return Err(Miss::No);
                }
                (nouns, passed, self.left_out) = (false, true, true);
                rest = rest.get(noun.len()..).unwrap_or_default();
            }
        }
        Ok(None)
    }

    /// Takes one word after the number.
    fn tail(&mut self, tail: Tail, open: bool) -> Result<(), Miss> {
        match tail {
            Tail::Sign(_) | Tail::Roughly if !open => return Err(Miss::No),
            Tail::Between if open => return Err(Miss::No),
            Tail::Sign(comparator) => self.sign(comparator)?,
            Tail::Roughly => self.roughly = true,
            Tail::Nothing | Tail::Between => {}
            Tail::Included => self.edge = Some(true),
            Tail::Excluded => self.edge = Some(false),
        }
        Ok(())
    }

    /// A remark in brackets: `以上(含95%)` repeats the number, words and parts (其中SCI 5篇) are left out; a comparator
    /// or another number of the kind is not read.
    fn remark(&mut self, remark: &str, measure: &Measure) -> Result<(), Miss> {
        let parts = ["其中", "含", "包括"];
        // 含税 is a word.
        if let Some(limit) = remark.strip_prefix('含')
            && let Ok((repeated, "")) = Self::default().measure(limit)
            && (repeated.unit.is_none() || repeated.unit == measure.unit)
        {
            self.edge = Some(true);
            let same = repeated.number == measure.number;
            return same.then_some(()).ok_or(Miss::No);
        }
        if let Some((Tail::Sign(comparator), "")) = sign::tail(remark) {
            return self.sign(comparator);
        }
        let part = parts.iter().any(|word| remark.starts_with(word));
        if has(remark, '(') || is_other(remark) || !part && rivals(remark, Some(measure)) {
            return Err(Miss::No);
        }
        self.undone |= is_undone(remark);
        self.left_out = true;
        Ok(())
    }
}

/// Whether a remark has a comparator, or a number that may be the value as well as the one before it: 5次(3次), but
/// not 50盏(6米), 100%(12个问题全部整改).
fn rivals(remark: &str, measure: Option<&Measure>) -> bool {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit());
    let sign = match sign::lead(remark) {
        Some((Lead::Sign(_), rest)) => ends(rest),
        Some((lead, rest)) => sign::combined(lead, rest).is_some_and(|(_, rest)| ends(rest)),
        None => false,
    };
    let number = || match super::read(remark) {
        Ok((amount, Size::One(other))) if !amount.left_out => {
            let units =
                measure.and_then(|one| one.unit.as_ref().zip(other.unit.as_ref()).zip(Some(one)));
            units.is_none_or(|((unit, second), one)| match convert(unit, second) {
                Conversion::OtherDimension | Conversion::OtherCountWord(_) => false,
                // 60分钟(1小时)
                Conversion::Factor(factor) => {
                    let number = Ratio::of(one.number).checked_mul(factor);
                    number.and_then(|number| number.exact(6)) != Some(other.number)
                }
                _ => true,
            })
        }
        read => !matches!(read, Err(Miss::No) | Ok((_, Size::One(_)))),
    };
    sign || remark.contains(&['<', '>', '=', '≤', '≥'][..]) || number()
}

/// Whether a remark gives the number that counts instead: 调整为3个, 实际3个.
fn is_other(remark: &str) -> bool {
    let words = ["调整", "调增", "调减", "改为", "实际"];
    remark.contains(|c: char| c.is_ascii_digit()) && words.iter().any(|word| holds(remark, word))
}

/// Whether a remark says that something was not reached: 部分未完成, 其中取消1次.
pub(in crate::value) fn is_undone(remark: &str) -> bool {
    const GOOD: &str = "成年发生发现出现收到接到造成影响突破追加拖欠逾期中断延期违规涉及";
    let bad = |rest: &str| !starts(GOOD, rest) && !rest.starts_with(&['超', '来'][..]);
    remark.split('未').skip(1).any(bad) || holds(remark, "取消")
}

/// Whether only a clause without numbers follows, or one about parts: `,其中发明专利5项`; `,超额完成`.
pub(in crate::value) fn is_aside(text: &str) -> bool {
    let clause = text.strip_prefix(&[',', ';'][..]);
    if is_other(text) || clause.is_none() && !text.starts_with("其中") {
        return false;
    }
    let clause = clause.unwrap_or(text);
    let figure = |c: char| numeral::digit(c).is_some() || has("十百千万亿半", c);
    let plain = |c: char| is_han(c) && !figure(c) || has(",;、", c);
    let words = clause.chars().all(plain) && clause.starts_with(is_han);
    let said = ["其中", "完成率", "见", "详见", "较上", "比上", "同比"];
    said.iter().any(|word| clause.starts_with(word))
        || words && sign::tail(clause).is_none() && !rivals(clause, None)
}
