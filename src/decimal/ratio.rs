//! Exact fractions, in 64 bits where they fit and in 256 where they do not.
//!
//! A result that does not fit is nothing, never a wrong number. Rounding happens in one place, by name.

mod wide;

use std::cmp::Ordering;

use super::{Number, Rounding};
use wide::Wide;

/// 分数: an exact fraction, so that a score is rounded once, at its end.
///
/// Every product that the rules ask for fits: 256 bits hold two quantities, two unit factors and a weight.
#[derive(Clone, Copy, Debug)]
pub struct Ratio(Form);

/// Nearly every fraction of a real table is narrow; the wide form is there for the bounds.
#[derive(Clone, Copy, Debug)]
enum Form {
    /// Numerator, and a denominator above zero.
    Narrow(i64, i64),
    Wide(Wide),
}

impl Ratio {
    const fn narrow(numerator: i64, denominator: i64) -> Self {
        Self(Form::Narrow(numerator, denominator))
    }

    fn wide(self) -> Wide {
        match self.0 {
            Form::Narrow(numerator, denominator) => Wide::new(numerator.into(), denominator.into()),
            Form::Wide(wide) => wide,
        }
    }

    /// Both in 64 bits, where they are.
    const fn both(self, other: Self) -> Option<[i64; 4]> {
        match (self.0, other.0) {
            (Form::Narrow(a, b), Form::Narrow(c, d)) => Some([a, b, c, d]),
            (Form::Narrow(..) | Form::Wide(_), _) => None,
        }
    }

    /// A decimal as a fraction.
    #[must_use]
    pub fn of(number: Number) -> Self {
        Self::of_parts(number, number.scale())
    }

    /// A number of percent as a fraction.
    #[must_use]
    pub fn of_percent(number: Number) -> Self {
        Self::of_parts(number, number.scale() + 2)
    }

    fn of_parts(number: Number, scale: u32) -> Self {
        let mantissa = number.mantissa();
        match (i64::try_from(mantissa), power_of_ten(scale)) {
            (Ok(mantissa), Some(power)) => Self::narrow(mantissa, power),
            _ => Self(Form::Wide(Wide::of_parts(mantissa, scale))),
        }
    }

    /// A fraction of two whole numbers; nothing where the lower is zero.
    #[must_use]
    pub fn of_ints(numerator: u64, denominator: u64) -> Option<Self> {
        let fraction = match (i64::try_from(numerator), i64::try_from(denominator)) {
            (Ok(numerator), Ok(denominator)) => Self::narrow(numerator, denominator),
            _ => Self(Form::Wide(Wide::new(numerator.into(), denominator.into()))),
        };
        (denominator != 0).then_some(fraction)
    }

    /// 0.
    #[must_use]
    pub const fn zero() -> Self {
        Self::narrow(0, 1)
    }

    /// The product; nothing where it does not fit.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let narrow = |[a, b, c, d]: [i64; 4]| Some(Self::narrow(times(a, c)?, times(b, d)?));
        let narrow = self.both(other).and_then(narrow);
        narrow.or_else(|| Some(Self(Form::Wide(self.wide().times(other.wide())?))))
    }

    /// The quotient; nothing where `other` is zero or the result does not fit.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        match self.both(other) {
            Some([a, b, c, d]) if b == d && c > 0 => Some(Self::narrow(a, c)),
            _ => self.checked_mul(other.inverse()?),
        }
    }

    /// 1 ÷ this; nothing for zero.
    fn inverse(self) -> Option<Self> {
        match self.0 {
            Form::Narrow(0, _) => None,
            Form::Narrow(a, b) if a > 0 => Some(Self::narrow(b, a)),
            Form::Narrow(..) | Form::Wide(_) => Some(Self(Form::Wide(self.wide().inverse()?))),
        }
    }

    /// The sum; nothing where it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let narrow = |[a, b, c, d]: [i64; 4]| {
            if b == d {
                return Some(Self::narrow(a.checked_add(c)?, b));
            }
            let sum = times(a, d)?.checked_add(times(c, b)?)?;
            Some(Self::narrow(sum, times(b, d)?))
        };
        let narrow = self.both(other).and_then(narrow);
        narrow.or_else(|| Some(Self(Form::Wide(self.wide().plus(other.wide())?))))
    }

    /// The difference; nothing where it does not fit.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        let negative = match other.0 {
            Form::Narrow(a, b) if a != i64::MIN => Self::narrow(-a, b),
            Form::Narrow(..) | Form::Wide(_) => Self(Form::Wide(other.wide().negated()?)),
        };
        self.checked_add(negative)
    }

    /// Which is larger, by cross-multiplication; nothing where that does not fit.
    #[must_use]
    pub fn compare(self, other: Self) -> Option<Ordering> {
        let narrow = |[a, b, c, d]: [i64; 4]| {
            if b == d {
                return Some(a.cmp(&c));
            }
            Some(times(a, d)?.cmp(&times(c, b)?))
        };
        let narrow = self.both(other).and_then(narrow);
        narrow.or_else(|| self.wide().compare(other.wide()))
    }

    /// In lowest terms: the same value with the smallest figures.
    #[must_use]
    pub fn reduced(self) -> Self {
        match self.0 {
            Form::Narrow(a, b) => {
                let divisor = common_divisor(a, b);
                Self::narrow(a / divisor, b / divisor)
            }
            Form::Wide(wide) => {
                let reduced = wide.reduced();
                let narrow = reduced.narrow();
                narrow.map_or(Self(Form::Wide(reduced)), |(a, b)| Self::narrow(a, b))
            }
        }
    }

    /// Whether this is below 0.
    #[must_use]
    pub fn is_negative(self) -> bool {
        match self.0 {
            Form::Narrow(numerator, _) => numerator < 0,
            Form::Wide(wide) => wide.is_negative(),
        }
    }

    /// The value without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        if self.is_negative() {
            Self::zero().checked_sub(self).unwrap_or(self)
        } else {
            self
        }
    }

    /// The next whole number up, or the value itself where it is whole; nothing below 0.
    #[must_use]
    pub fn ceiling(self) -> Option<Self> {
        if self.is_negative() {
            return None;
        }
        match self.0 {
            Form::Narrow(a, b) => {
                let up = i64::from(a % b != 0);
                Some(Self::narrow((a / b).checked_add(up)?, 1))
            }
            Form::Wide(wide) => Some(Self(Form::Wide(wide.ceiling()?))),
        }
    }

    /// Rounded once to `places` digits after the point; nothing where the result does not fit.
    #[must_use]
    pub fn round(self, places: u32, rounding: Rounding) -> Option<Number> {
        let power = power_of_ten(places);
        let size = match (self.0, power) {
            (Form::Narrow(a, b), Some(power)) if b == power => {
                return Number::from_parts(a.into(), places);
            }
            (Form::Narrow(a, b), Some(power)) => times(a, power).map(|scaled| {
                let (quotient, remainder) = (scaled.abs() / b, scaled.abs() % b);
                let up = rounding == Rounding::HalfUp && remainder >= b - remainder;
                i128::from(quotient + i64::from(up))
            }),
            _ => None,
        };
        let size = match size {
            Some(size) => size,
            None => self.wide().rounded_size(places, rounding)?,
        };
        Number::from_parts(if self.is_negative() { -size } else { size }, places)
    }

    /// The same value as a decimal, where rounding to `places` digits loses nothing.
    #[must_use]
    pub fn exact(self, places: u32) -> Option<Number> {
        let rounded = self.round(places, Rounding::Truncate)?;
        (Self::of(rounded).compare(self)? == Ordering::Equal).then_some(rounded)
    }
}

/// 10 to a power, where it fits.
fn power_of_ten(exponent: u32) -> Option<i64> {
    const POWERS: [i64; 19] = {
        let mut powers = [1; 19];
        let mut at = 1;
        #[expect(clippy::indexing_slicing, reason = "runs when the crate is built")]
        while at < powers.len() {
            powers[at] = powers[at - 1] * 10;
            at += 1;
        }
        powers
    };
    POWERS.get(exponent as usize).copied()
}

/// The product, where it surely fits: a check that needs no wider product, which WebAssembly does not know.
const fn times(a: i64, b: i64) -> Option<i64> {
    let zeros = a.unsigned_abs().leading_zeros() + b.unsigned_abs().leading_zeros();
    if zeros > 64 { Some(a * b) } else { None }
}

/// The greatest common divisor of a numerator and a denominator; at least 1.
fn common_divisor(numerator: i64, denominator: i64) -> i64 {
    let (mut a, mut b) = (numerator, denominator);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.checked_abs().unwrap_or(1).max(1)
}
