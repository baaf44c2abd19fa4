//! What makes an actual that is legible doubtful: another direction, less than none, more than all.
//!
//! Decides which actuals are asked for again. Source: field rules 1 and 8.

use super::{Context, Measure, Reader, Size};
use crate::decimal::Number;
use crate::value::change::{self, Change};
use crate::value::name;
use crate::value::unit::{Dimension, PERCENT, Unit};
use crate::value::within::{has, holds};
use crate::value::{Comparator, Quantity, Value};

/// Whether a number is one of 百分点.
fn is_point(size: &Size) -> bool {
    let (Size::One(Measure { unit, .. }) | Size::Two(_, _, unit)) = size;
    let point = |unit: &Unit| unit.upper.dimension == Dimension::PercentagePoint;
    unit.as_ref().is_some_and(point)
}

impl Reader<'_> {
    /// Whether an actual speaks of growth where its target speaks of decline, or may do so.
    pub(super) fn is_opposed(&self, body: &str, size: &Size) -> bool {
        let han = self.text.kinds.han;
        let own = han.then(|| change::of(change::own(body))).flatten();
        let negative = matches!(size, Size::One(measure) if measure.number.is_negative());
        if own.is_none() && !negative {
            return false;
        }
        let Context { target, name, .. } = self.context;
        let sense = name::sense(name);
        let (wanted, name) = (change::of(target), change::of(name));
        match own {
            // 增加2万元 on 成本; 提高2% on 升学率, but not 提高2个百分点
            Some(Change::Up) if (wanted, name) == (None, None) => {
                sense.is_cost() || sense.is_level() && !is_point(size)
            }
            Some(own) => change::is_opposed(own, wanted, name),
            // -3% against 下降3%: by so much less, or more?
            None => wanted.or(name) == Some(Change::Down) && !has(target, '-'),
        }
    }

    /// -3万元 against ≤6万元: there is no less than none of money, time, people or things; a temperature has, and what
    /// grows or falls.
    pub(super) fn is_below_none(&self, target: Option<&Value>, size: &Size) -> bool {
        let Some(Value::Quantity(Quantity {
            comparator: Comparator::AtMost | Comparator::Below,
            number,
            unit: Some(unit),
            ..
        })) = target
        else {
            return false;
        };
        let counted = match unit.upper.dimension {
            Dimension::Money | Dimension::Time | Dimension::Workday | Dimension::Month => true,
            Dimension::People => true,
            Dimension::Count => !["℃", "°C", "摄氏度"].contains(&&*unit.upper.word),
            _ => false,
        };
        let Context { target, name, .. } = self.context;
        counted
            && !number.is_negative()
            && matches!(size, Size::One(measure) if measure.number.is_negative())
            && change::of(target).or(change::of(name)).is_none()
    }

    /// Whether a number is off by more than a limit, but below: -6% against ≤5% on 误差率.
    pub(super) fn is_off(&self, number: Number, target: Option<&Value>) -> bool {
        let named = ["偏差", "偏离", "误差", "差异"]
            .iter()
            .any(|word| self.context.name.contains(word));
        let size = Number::ZERO.checked_sub(number);
        named
            && matches!(target, Some(Value::Quantity(Quantity {
                comparator: Comparator::AtMost | Comparator::Below,
                number: limit,
                ..
            })) if limit.is_positive() && size.is_none_or(|size| size > *limit))
    }

    /// 下降5% on 变动率, which may go either way: -5%.
    pub(super) fn turned(&self, body: &str, size: Size) -> Option<Size> {
        let either = ["变动", "变化", "增减"]
            .iter()
            .any(|word| holds(self.context.name, word));
        let down = change::of(change::own(body)) == Some(Change::Down);
        match size {
            Size::One(mut measure) if either && down && measure.number.is_positive() => {
                measure.number = Number::ZERO.checked_sub(measure.number)?;
                Some(Size::One(measure))
            }
            _ => None,
        }
    }

    /// Whether more than 100 % was meant of something that cannot be more than all: 120% on 满意度.
    pub(super) fn is_too_much(&self, unit: Option<&Unit>, target: Option<&Value>) -> bool {
        let (wanted, about) = match target {
            Some(Value::Quantity(wanted)) => (wanted.unit.as_ref(), wanted.number),
            Some(Value::Range(wanted)) => (wanted.unit.as_ref(), wanted.high.number),
            _ => return false,
        };
        let percent = unit.or(wanted).is_none_or(|unit| *unit == PERCENT);
        percent && about <= Number::HUNDRED && name::is_part(self.context.name)
    }
}
