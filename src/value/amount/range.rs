//! 区间: two numbers in one cell, `1-3次`, `80%(含)-90%`, `≥80%且<90%`, `±5%`.
//!
//! Both edges count, unless (不含) stands at one, or (含) at only one of them: then the other is out, except a
//! lower edge of 0. Source: field rules 1.

use super::measure::is_timed;
use super::{Amount, Measure, Miss, Size, edges, is_year, within};
use crate::decimal::{Number, Ratio};
use crate::value::numeral;
use crate::value::sign::{self, Lead, Signed};
use crate::value::unit::{Conversion, PERCENT, Simple, Unit, convert, read as units};
use crate::value::{Comparator, Edge};

/// 含 and 不含 after a sign.
pub(super) const fn limit(comparator: Comparator, included: Option<bool>) -> Comparator {
    match (comparator, included) {
        (Comparator::Above, Some(true)) => Comparator::AtLeast,
        (Comparator::Below, Some(true)) => Comparator::AtMost,
        (Comparator::AtLeast, Some(false)) => Comparator::Above,
        (Comparator::AtMost, Some(false)) => Comparator::Below,
        _ => comparator,
    }
}

/// The text after a dash between two numbers; a second hyphen is a dash typed twice, unless both are negative.
pub(super) fn dash(text: &str, low: Number) -> Option<&str> {
    let rest = text.strip_prefix(&['-', '~', '—', '至', '到'][..])?;
    if units::opens_noun(text) {
        return None;
    }
    if text.starts_with("--") && !low.is_negative() {
        return rest.strip_prefix('-');
    }
    Some(rest.strip_prefix(&['—', '~'][..]).unwrap_or(rest))
}

/// The text of a second bound: after 且 or a comma, or straight behind the first where a sign stands there, or a
/// number where the first `has_sign`, whose own then follows it (90%以上95%以下).
pub(super) fn bound(text: &str, has_sign: bool) -> Option<&str> {
    let rest = ["并且", "而且", "且", "并", ",", "、", ";", "和"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let signed = matches!(sign::symbols(rest), Signed::Found(..))
        || matches!(
            sign::lead(rest),
            Some((Lead::Less | Lead::More | Lead::Not | Lead::Sign(_), _))
        );
    (signed || has_sign && rest.starts_with(|c: char| c.is_ascii_digit())).then_some(rest)
}

impl Amount {
    /// A range after its first number and dash.
    pub(super) fn range(mut self, low: Measure, text: &str) -> Result<(Self, Size), Miss> {
        let compared = self
            .comparator
            .filter(|c| *c != Comparator::Equal && !self.within);
        let low_edge = self.edge.take();
        let (mut high, rest) = self.measure(text)?;
        let rest = edges(rest, &mut self.edge);
        let rest = self.late_unit(&mut high, rest);
        self.tails(rest, &mut high, false)?;
        let high_edge = self.edge.take();
        let (low, high, unit) = common(low, high).ok_or(Miss::No)?;
        // ≥95%-100% has the same edges without its sign, but ≥3-5个?
        let share = unit.as_ref() == Some(&PERCENT) && high == Number::HUNDRED;
        if compared.is_some_and(|c| c != Comparator::AtLeast || !share) {
            return Err(Miss::No);
        }
        let unit = match self.per.take() {
            // 每月1-10日
            Some(_) if unit.as_ref().is_some_and(|unit| &*unit.upper.word == "日") => {
                return Err(Miss::No);
            }
            Some(per) => Some(self.counted_per(unit, per)),
            None => unit,
        };
        let (low_in, high_in) = match (low_edge, high_edge) {
            (Some(true), None) => (true, false),
            (None, Some(true)) => (low.is_zero(), true),
            (low, high) => (low.unwrap_or(true), high.unwrap_or(true)),
        };
        self.comparator = None;
        span(self, (low, low_in), (high, high_in), unit)
    }

    /// `≥80%且<90%`.
    pub(super) fn bounds(mut self, first: Measure, text: &str) -> Result<(Self, Size), Miss> {
        let mut other = Self::default();
        let rest = other.leads(text)?;
        let (mut second, rest) = other.measure(rest)?;
        let open = other.comparator.is_none();
        if other.tails(rest, &mut second, open)?.is_some() {
            return Err(Miss::No);
        }
        let one = self.comparator.map(|c| limit(c, self.edge));
        let two = other.comparator.map(|c| limit(c, other.edge));
        let (one, two) = one.zip(two).ok_or(Miss::No)?;
        self.unknown |= other.unknown;
        self.left_out |= other.left_out;
        self.comparator = None;
        let below = |c| matches!(c, Comparator::AtMost | Comparator::Below);
        let above = |c| matches!(c, Comparator::AtLeast | Comparator::Above);
        let closed = |c| matches!(c, Comparator::AtMost | Comparator::AtLeast);
        let (first, second, unit) = common(first, second).ok_or(Miss::No)?;
        if above(one) && below(two) {
            span(self, (first, closed(one)), (second, closed(two)), unit)
        } else if below(one) && above(two) {
            span(self, (second, closed(two)), (first, closed(one)), unit)
        } else if open {
            // 24小时内响应，48小时内解决 are two values.
            Err(Miss::No)
        } else {
            Err(Miss::Conflict)
        }
    }

    /// `10±2`, `5000元±5%`: so much on both sides; 5000 is no share, but 20±5% may mean either.
    pub(super) fn around(mut self, middle: Measure, text: &str) -> Result<(Self, Size), Miss> {
        let (mut off, rest) = self.measure(text)?;
        self.tails(rest, &mut off, false)?;
        let percent = off.unit.as_ref().is_some_and(|unit| *unit == PERCENT);
        let large = middle.number > Number::HUNDRED || middle.times > 1;
        let (middle, off, unit) = match middle.unit {
            unit if percent && unit.as_ref().map_or(large, |unit| *unit != PERCENT) => {
                let share = Ratio::of(middle.number).checked_mul(Ratio::of(off.number));
                let hundredth = share.zip(Ratio::of_ints(1, 100));
                let off = hundredth.and_then(|(share, by)| share.checked_mul(by)?.exact(6));
                let unit = unit.or_else(|| multiplier(middle.times));
                (middle.number, off.ok_or(Miss::No)?, unit)
            }
            None if percent => return Err(Miss::No),
            _ => common(middle, off).ok_or(Miss::No)?,
        };
        if self.comparator.is_some_and(|c| c != Comparator::Equal) || off.is_negative() {
            return Err(Miss::No);
        }
        self.comparator = None;
        let edges = middle.checked_sub(off).zip(middle.checked_add(off));
        let (low, high) = edges.ok_or(Miss::TooMany)?;
        span(self, (low, true), (high, true), unit)
    }

    /// `1小时30分`, `2年6个月`: a time in two units, in the smaller.
    pub(super) fn lasting<'s>(
        &mut self,
        first: &Measure,
        text: &'s str,
    ) -> Option<(Measure, &'s str)> {
        // 分 are minutes beside 小时 and 秒, else points.
        let minutes = |unit: &Option<Unit>| match unit {
            Some(unit) if &*unit.upper.word == "分" => units::whole("分钟"),
            unit => unit.clone(),
        };
        let month = text.trim_start_matches(|c: char| c.is_ascii_digit());
        // 21年7月 is a date cut off.
        let found = (!month.starts_with('月')).then(|| Self::default().measure(text));
        let (mut second, rest) = found?.ok()?;
        let (from, to) = minutes(&first.unit).zip(minutes(&second.unit))?;
        let Conversion::Factor(factor) = convert(&from, &to) else {
            return None;
        };
        let whole = Ratio::of(first.number).checked_mul(factor)?.exact(6)?;
        // 7天24小时 are no eight days.
        let rest_of_one = Ratio::of(second.number).compare(factor)?.is_lt();
        let smaller = is_timed(&from) && rest_of_one && !is_year(first.number);
        second.number = whole.checked_add(second.number).filter(|_| smaller)?;
        second.unit = Some(to);
        Some((second, rest))
    }

    /// `±5%`.
    pub(super) fn symmetric(mut self, text: &str) -> Result<(Self, Size), Miss> {
        if self.comparator.is_some_and(|c| c != Comparator::AtMost) {
            return Err(Miss::No);
        }
        let (mut size, rest) = self.measure(text)?;
        self.comparator = None;
        self.tails(rest, &mut size, true)?;
        if self.comparator.is_some_and(|c| c != Comparator::AtMost) || size.times != 1 {
            return Err(Miss::No);
        }
        self.comparator = None;
        let low = Number::ZERO.checked_sub(size.number).ok_or(Miss::No)?;
        span(self, (low, true), (size.number, true), size.unit)
    }
}

/// 万 without a unit, as in `854万`.
pub(in crate::value) fn multiplier(times: u64) -> Option<Unit> {
    (times > 1).then(|| Unit {
        upper: Simple::unnamed(times),
        per: None,
    })
}

fn span(
    amount: Amount,
    (low, low_in): (Number, bool),
    (high, high_in): (Number, bool),
    unit: Option<Unit>,
) -> Result<(Amount, Size), Miss> {
    if low > high || low == high && !(low_in && high_in) {
        return Err(Miss::Empty);
    }
    let edge = |number, included| Edge { number, included };
    Ok((
        amount,
        Size::Two(edge(low, low_in), edge(high, high_in), unit),
    ))
}

/// Two numbers in one unit.
fn common(low: Measure, high: Measure) -> Option<(Number, Number, Option<Unit>)> {
    let plain = |measure: &Measure| numeral::product(measure.number, measure.times);
    match (&low.unit, &high.unit) {
        (None, None) if low.times == high.times => {
            Some((low.number, high.number, multiplier(low.times)))
        }
        (None, None) if low.times == 1 => {
            // 3-5万: both in 万.
            let smaller = low.number < high.number;
            smaller.then_some((low.number, high.number, multiplier(high.times)))
        }
        (None, None) => None,
        (None, Some(unit)) => Some((within(&low, unit)?, high.number, high.unit)),
        (Some(unit), None) if high.times == 1 => {
            Some((low.number, high.number, Some(unit.clone())))
        }
        (Some(_), None) => None,
        (Some(from), Some(to)) => {
            let number = match convert(from, to) {
                Conversion::Same => plain(&low)?,
                Conversion::Factor(ratio) => Ratio::of(low.number).checked_mul(ratio)?.exact(6)?,
                _ => return None,
            };
            Some((number, high.number, high.unit))
        }
    }
}
