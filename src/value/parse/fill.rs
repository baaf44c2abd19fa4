//! What a target cell lacks, filled from the form's other columns and the indicator's name.
//!
//! Decides where comparator and unit come from, and says so. The cell always wins.
//!
//! The cells of the example, which is all that the small program holds, lack nothing.

use super::{
    Amount, Comparator, Conversion, Dimension, IssueKind, Measure, Number, Reader, Size, Text,
    Unit, Value, Word, amount, convert, is_counted, name, units,
};
use crate::WHOLE;
use crate::value::change::Change;
use crate::value::name::{Hint, Sense};
use crate::value::sign::{self, Signed};
use crate::value::unit::Simple;
use crate::value::{ComparatorSource, Quantity, Range};
use std::rc::Rc;

/// Where a unit was found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Cell,
    Column,
    Name,
}

impl Reader<'_> {
    /// A number or a range as a target.
    pub(super) fn quantity(&mut self, amount: Amount, size: Size) -> Option<Value> {
        let hint = name::hint(self.context.name).unwrap_or_default();
        match size {
            Size::One(measure) => self.one(&amount, measure, &hint),
            // The example has no ranges.
            Size::Two(..) if !WHOLE => self.refuse(IssueKind::Unreadable),
            Size::Two(low, high, unit) => {
                self.notes(&amount, unit.as_ref());
                let (unit, source) = self.unit(unit, &hint);
                if source == Source::Name {
                    self.say(IssueKind::FromName);
                }
                self.points(&amount, unit.as_ref());
                Some(Value::Range(Range { low, high, unit }))
            }
        }
    }

    fn one(&mut self, amount: &Amount, measure: Measure, hint: &Hint) -> Option<Value> {
        let bare = measure.unit.is_none() && measure.times == 1;
        self.notes(amount, measure.unit.as_ref());
        let (unit, unit_source) = self.unit(measure.unit.clone(), hint);
        let number = match &unit {
            Some(unit) if measure.times > 1 => amount::within(&measure, unit),
            _ => Some(measure.number),
        };
        let Some(number) = number else {
            return self.refuse(IssueKind::TooManyDigits);
        };
        let unit = unit.or_else(|| amount::multiplier(measure.times));
        // 2022 in a column of years is no duration.
        let years = |unit: &Unit| &*unit.upper.word == "年";
        if bare && amount::is_year(number) && unit.as_ref().is_some_and(years) {
            return self.refuse(IssueKind::Unreadable);
        }
        let small = bare && number.is_positive() && number <= Number::ONE;
        // A written comparator needs no second thoughts.
        let sense = if WHOLE && (amount.comparator.is_none() || small) {
            name::sense(self.context.name)
        } else {
            Sense::default()
        };
        // -98% on 合格率: the dash of a list, or a sign?
        if sense.is_high_rate() && number.is_negative() {
            return self.refuse(IssueKind::Unreadable);
        }
        let (comparator, source) = self.comparator(amount, hint, sense, (number, unit.as_ref()));
        if unit_source == Source::Name || source == ComparatorSource::Name {
            self.say(IssueKind::FromName);
        }
        let differs = hint
            .number
            .is_some_and(|other| other != number && hint.unit == unit);
        if WHOLE
            && (differs || source == ComparatorSource::Written && self.opposes(comparator, hint))
        {
            self.conflict();
        }
        self.points(amount, unit.as_ref());
        let percent = unit.as_ref().is_some_and(is_percent);
        if WHOLE
            && source == ComparatorSource::Assumed
            && sense.is_rate()
            && (percent || unit.is_none())
        {
            self.misread(number);
        }
        if WHOLE && small && sense.is_high_rate() && (percent || unit.is_none()) {
            self.say(IssueKind::ShareOrPercent { number });
        }
        Some(Value::Quantity(Quantity {
            comparator,
            source,
            number,
            unit,
        }))
    }

    /// The comparator of the cell, the direction column or the name; `=`, assumed, where there is none.
    fn comparator(
        &mut self,
        amount: &Amount,
        hint: &Hint,
        sense: Sense,
        (number, unit): (Number, Option<&Unit>),
    ) -> (Comparator, ComparatorSource) {
        if !WHOLE {
            let comparator = amount.comparator.unwrap_or(Comparator::Equal);
            return (comparator, ComparatorSource::Written);
        }
        let column = direction(self.context.direction);
        if let Some(comparator) = amount.comparator {
            if column.is_some_and(|column| column != comparator) {
                self.conflict();
            }
            return (comparator, ComparatorSource::Written);
        }
        if let Some(comparator) = column {
            return (comparator, ComparatorSource::Written);
        }
        if let Some(comparator) = hint.comparator {
            return (comparator, ComparatorSource::Name);
        }
        let reach = amount.reach.then_some(Comparator::AtLeast);
        // 11个 on 运转经费保障村数 are no money.
        let things = sense.is_cost() && unit.is_some_and(|unit| is_counted(&unit.upper));
        // Whatever there is reaches 0: on 脱逃率 it is no ≥.
        let fits = |sign: &Comparator| {
            !(things || number.is_zero() && *sign == Comparator::AtLeast && !sense.is_change())
        };
        let named = name::suggested(self.context, sense).filter(fits);
        let suggested = match amount.change {
            // 下降3%: at least so much, whatever falls.
            Some(Change::Down) => Some(Comparator::AtLeast),
            Some(Change::Up) => named.or(Some(Comparator::AtLeast)),
            _ => named.or(reach),
        };
        self.say(IssueKind::ComparatorAssumed { suggested });
        (Comparator::Equal, ComparatorSource::Assumed)
    }

    /// Whether the name's sign differs from the one written in the cell.
    fn opposes(&self, comparator: Comparator, hint: &Hint) -> bool {
        hint.comparator.is_some_and(|other| other != comparator)
    }

    /// The unit of the cell, the unit column or the name.
    fn unit(&mut self, cell: Option<Unit>, hint: &Hint) -> (Option<Unit>, Source) {
        if !WHOLE {
            return (cell, Source::Cell);
        }
        let column = self.column();
        if let Some(unit) = cell {
            let other = column.as_ref().or(hint.unit.as_ref());
            let differs = other.is_some_and(|other| {
                matches!(
                    convert(&unit, other),
                    Conversion::OtherDimension | Conversion::OtherCountWord(_)
                )
            });
            if differs {
                self.conflict();
            }
            return (Some(unit), Source::Cell);
        }
        match column {
            Some(unit) => (Some(unit), Source::Column),
            None if hint.unit.is_some() => (hint.unit.clone(), Source::Name),
            None => (None, Source::Cell),
        }
    }

    /// The unit column.
    fn column(&self) -> Option<Unit> {
        if self.context.unit.is_empty() {
            return None;
        }
        let text = Text::new(self.context.unit);
        // （%）
        let plain = text.plain.trim_start_matches('(');
        let plain = plain
            .strip_suffix(')')
            .filter(|plain| !plain.contains('('))
            .unwrap_or(plain);
        let empty = plain.is_empty() || matches!(plain, "/" | "-" | "—" | "无") || plain.len() > 24;
        units::whole(plain).or_else(|| {
            (!empty && !text.kinds.digit).then(|| Unit {
                upper: Simple {
                    word: Word::Text(Rc::from(plain)),
                    dimension: Dimension::Count,
                    factor: (1, 1),
                },
                per: None,
            })
        })
    }

    fn conflict(&mut self) {
        let said = |issue: &super::Issue| matches!(issue.kind, IssueKind::NameConflict);
        if !self.issues.iter().any(said) {
            self.say(IssueKind::NameConflict);
        }
    }

    /// 百分点 where neither the cell nor the name speaks of change.
    fn points(&mut self, amount: &Amount, unit: Option<&Unit>) {
        let is_point = unit.is_some_and(|unit| unit.upper.dimension == Dimension::PercentagePoint);
        if WHOLE
            && is_point
            && amount.change.is_none()
            && !name::sense(self.context.name).is_change()
        {
            self.say(IssueKind::PercentagePoint);
        }
    }

    /// `290%` on a rate's name may be `≥90%`.
    fn misread(&mut self, number: Number) {
        let at_least = |low| number >= Number::from_int(low);
        let two = if at_least(250) && !at_least(300) {
            200
        } else if number == Number::from_int(2100) {
            2000
        } else {
            return;
        };
        let Some(rest) = number.checked_sub(Number::from_int(two)) else {
            return;
        };
        let mut text = String::from("≥");
        text.push_str(&rest.text());
        text.push('%');
        let suggested = text.into();
        self.say(IssueKind::Misread { suggested });
    }
}

fn is_percent(unit: &Unit) -> bool {
    &*unit.upper.word == "%" && unit.per.is_none()
}

/// The sign of the direction column, where it is one.
fn direction(column: &str) -> Option<Comparator> {
    if column.is_empty() {
        return None;
    }
    let text = Text::new(column);
    let plain = text.plain.trim_matches(&['(', ')'][..]);
    if let Signed::Found(comparator, "") = sign::symbols(plain) {
        return Some(comparator);
    }
    let (lead, rest) = sign::lead(plain)?;
    match lead {
        sign::Lead::Sign(comparator) if rest.is_empty() => Some(comparator),
        // 小于等于(≤)
        lead => sign::combined(lead, rest)
            .filter(|(_, rest)| rest.is_empty() || rest.starts_with('('))
            .map(|(comparator, _)| comparator),
    }
}
