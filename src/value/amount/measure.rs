//! One number with its unit: figures or Chinese numerals, 百分之, 半, ¥, 万.

use super::{Amount, Measure, Miss};
use crate::decimal::Number;
use crate::value::numeral::{self, Lexed, Numeral};
use crate::value::sign::tail;
use crate::value::unit::{Dimension, Unit, read as units};

impl Amount {
    /// Takes a number with its unit, and a half behind it: 一年半, 两个半小时.
    pub(super) fn measure<'s>(&mut self, text: &'s str) -> Result<(Measure, &'s str), Miss> {
        let (mut measure, rest) = self.whole(text)?;
        if let Some(after) = rest.strip_prefix('半')
            && let Some(unit) = &measure.unit
        {
            let ends = after.is_empty() || tail(after).is_some();
            let found = if &*unit.upper.word == "个" {
                half(after).map(|(half, after)| (half.unit, after))
            } else {
                (ends && is_timed(unit)).then(|| (measure.unit.clone(), after))
            };
            let more = Number::from_parts(5, 1).and_then(|half| measure.number.checked_add(half));
            if let Some(((unit, after), number)) = found.zip(more) {
                (measure.number, measure.unit) = (number, unit);
                return Ok((measure, after));
            }
        }
        Ok((measure, rest))
    }

    /// Takes a number with its unit.
    fn whole<'s>(&mut self, text: &'s str) -> Result<(Measure, &'s str), Miss> {
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            if let Some(found) = share(text)? {
                return Ok(found);
            }
            if let Some(found) = text.strip_prefix('半').and_then(half) {
                return Ok(found);
            }
        }
        let (numeral, rest) = found(numeral::lex(text))?;
        let lexed = rest.len();
        let rest = self.more(rest);
        if numeral.chinese {
            return self.spelled(numeral, text, rest);
        }
        if let Some(found) = units::unit(rest, 1) {
            self.unknown |= found.unknown;
            return Ok((
                Measure::new(numeral.number, 1, Some(found.unit)),
                found.rest,
            ));
        }
        // 10余万人次
        if rest.len() < lexed
            && let Some((times, rest)) = numeral::times(rest)
        {
            return self.carried(Numeral { times, ..numeral }, rest);
        }
        let (numeral, rest) = found(numeral::multiplied(text))?;
        self.carried(numeral, rest)
    }

    /// 余, 多 between number and unit.
    fn more<'s>(&mut self, text: &'s str) -> &'s str {
        match text.strip_prefix(&['余', '多'][..]) {
            Some(rest) if !text.starts_with("多于") => {
                self.roughly = true;
                rest
            }
            _ => text,
        }
    }

    /// A number in Chinese numerals: only a known unit may follow, for 一致 and 一般 are words.
    fn spelled<'s>(
        &mut self,
        numeral: Numeral,
        text: &'s str,
        rest: &'s str,
    ) -> Result<(Measure, &'s str), Miss> {
        self.spelled = true;
        let (measure, rest) = self.carried(numeral, rest)?;
        let ordinal = |unit: &Unit| {
            matches!(
                &*unit.upper.word,
                "级" | "类"
                    | "期"
                    | "届"
                    | "度"
                    | "号"
                    | "行"
                    | "面"
                    | "道"
                    | "方"
                    | "星"
                    | "路"
                    | "股"
            )
        };
        match &measure.unit {
            Some(unit) if self.unknown || numeral.times == 1 && ordinal(unit) => Err(Miss::No),
            // 一 alone may be a dash.
            None if text.starts_with('一') && numeral.number == Number::ONE => Err(Miss::No),
            _ => Ok((measure, rest)),
        }
    }

    /// A unit that follows in brackets or behind (含): `100(万元)`, `90(含)分`.
    pub(super) fn late_unit<'s>(&mut self, measure: &mut Measure, text: &'s str) -> &'s str {
        if measure.unit.is_some() {
            return text;
        }
        let bracketed = text.strip_prefix('(').and_then(|text| text.split_once(')'));
        if let Some((inside, rest)) = bracketed {
            let inside = inside.strip_prefix("单位:").unwrap_or(inside);
            let carried = || {
                units::unit(inside, measure.times)
                    .filter(|found| found.rest.is_empty() && !found.unknown)
            };
            let unit = if measure.times > 1 {
                carried().map(|found| found.unit)
            } else {
                units::whole(inside)
            };
            if unit.is_some() {
                (measure.unit, measure.times) = (unit, 1);
                return rest;
            }
        }
        if self.edge.is_some()
            && measure.times == 1
            && let Some(found) = units::unit(text, 1)
        {
            self.unknown |= found.unknown;
            measure.unit = Some(found.unit);
            return found.rest;
        }
        text
    }

    /// The unit after a number whose multiplier has been read.
    fn carried<'s>(&mut self, numeral: Numeral, rest: &'s str) -> Result<(Measure, &'s str), Miss> {
        let rest = self.more(rest);
        let (unit, rest) = match units::unit(rest, numeral.times) {
            Some(found) => {
                self.unknown |= found.unknown;
                (Some(found.unit), found.rest)
            }
            None if self.money => (yuan(numeral.times), rest),
            None => (None, rest),
        };
        let times = if unit.is_some() { 1 } else { numeral.times };
        Ok((Measure::new(numeral.number, times, unit), rest))
    }
}

fn found(lexed: Lexed<'_>) -> Result<(Numeral, &str), Miss> {
    match lexed {
        Lexed::Found(numeral, rest) => Ok((numeral, rest)),
        Lexed::TooMany => Err(Miss::TooMany),
        Lexed::Nothing => Err(Miss::No),
    }
}

/// 百分之九十五, 百分百.
fn share(text: &str) -> Result<Option<(Measure, &str)>, Miss> {
    let percent = |number| Measure::new(number, 1, units::whole("%"));
    if let Some(rest) = text
        .strip_prefix("百分之百")
        .or_else(|| text.strip_prefix("百分百"))
    {
        return Ok(Some((percent(Number::HUNDRED), rest)));
    }
    const PARTS: [(&str, &str); 5] = [
        ("百分之", "%"),
        ("千分之", "‰"),
        ("万分之", "‱"),
        ("十万分之", "/10万"),
        ("百万分之", "/百万"),
    ];
    let part = |(word, unit): &(_, _)| Some((*unit, text.strip_prefix(*word)?));
    let Some((unit, rest)) = PARTS.iter().find_map(part) else {
        return Ok(None);
    };
    let (numeral, rest) = found(numeral::lex(rest))?;
    if numeral.times != 1 {
        return Err(Miss::No);
    }
    let unit = units::unit(unit, 1).map(|found| found.unit);
    Ok(Some((Measure::new(numeral.number, 1, unit), rest)))
}

/// 半年, 半个月.
fn half(text: &str) -> Option<(Measure, &str)> {
    let found = units::unit(text, 1).filter(|found| !found.unknown)?;
    let number = Number::from_parts(5, 1).filter(|_| is_timed(&found.unit))?;
    Some((Measure::new(number, 1, Some(found.unit)), found.rest))
}

/// Whether a unit measures time.
pub(super) const fn is_timed(unit: &Unit) -> bool {
    matches!(unit.upper.dimension, Dimension::Time | Dimension::Month)
}

/// 元 after ¥, with the multiplier that the number carries.
fn yuan(times: u64) -> Option<Unit> {
    let mut word = numeral::times_word(times).to_owned();
    word.push('元');
    units::whole(&word)
}
