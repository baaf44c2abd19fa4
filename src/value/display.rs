//! The canonical way to write a value: reading it again gives the same value.
//!
//! `≥95%`, `80%(不含)-90%`, `2022年12月31日前`. A comparator that was assumed is not written.

use std::fmt::{self, Display, Formatter};

use super::unit::Unit;
use super::{
    Achieved, Comparator, ComparatorSource, Deadline, Edge, Quantity, Range, Value, When, Words,
};

impl Display for Comparator {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Equal => "=",
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::Above => ">",
            Self::Below => "<",
        })
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quantity(quantity) => quantity.fmt(f),
            Self::Range(range) => range.fmt(f),
            Self::Deadline(deadline) => deadline.fmt(f),
            Self::Words(words) => words.fmt(f),
        }
    }
}

impl Display for Quantity {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.source != ComparatorSource::Assumed {
            self.comparator.fmt(f)?;
        }
        self.number.fmt(f)?;
        unit(self.unit.as_ref(), f)
    }
}

impl Display for Range {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let edge = |edge: Edge, f: &mut Formatter<'_>| {
            edge.number.fmt(f)?;
            unit(self.unit.as_ref(), f)?;
            f.write_str(if edge.included { "" } else { "(不含)" })
        };
        edge(self.low, f)?;
        f.write_str(if self.high.number.is_negative() {
            "~"
        } else {
            "-"
        })?;
        edge(self.high, f)
    }
}

impl Display for Deadline {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(from) = self.from {
            from.fmt(f)?;
            f.write_str("-")?;
            return self.until.fmt(f);
        }
        self.until.fmt(f)?;
        f.write_str(if self.assumed { "" } else { "前" })
    }
}

impl Display for Words {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Display for Achieved {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quantity { number, unit: word } => {
                number.fmt(f)?;
                unit(word.as_ref(), f)
            }
            Self::Date(when) => when.fmt(f),
            Self::Words(words) => words.fmt(f),
        }
    }
}

impl Display for When {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month { year, month } => write!(f, "{year}年{month}月"),
            Self::Year(year) => write!(f, "{year}年"),
        }
    }
}

/// A unit behind a number.
fn unit(unit: Option<&Unit>, f: &mut Formatter<'_>) -> fmt::Result {
    unit.map_or(Ok(()), |unit| unit.fmt(f))
}
