//! Exact fractions, in 128 bits where they fit and in 256 where they do not.
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
    Narrow(i128, i128),
    Wide(Wide),
}

impl Ratio {
    const fn narrow(numerator: i128, denominator: i128) -> Self {
        Self(Form::Narrow(numerator, denominator))
    }

    fn wide(self) -> Wide {
        match self.0 {
            Form::Narrow(numerator, denominator) => Wide::new(numerator, denominator),
            Form::Wide(wide) => wide,
        }
    }

    /// Both in 128 bits, where they are.
    const fn both(self, other: Self) -> Option<[i128; 4]> {
        match (self.0, other.0) {
            (Form::Narrow(a, b), Form::Narrow(c, d)) => Some([a, b, c, d]),
            (Form::Narrow(..) | Form::Wide(_), _) => None,
        }
    }

    /// A decimal as a fraction.
    #[must_use]
    pub fn of(number: Number) -> Self {
        Self::narrow(number.mantissa(), power_of_ten(number.scale()))
    }

    /// A number of percent as a fraction.
    #[must_use]
    pub fn of_percent(number: Number) -> Self {
        Self::narrow(number.mantissa(), power_of_ten(number.scale() + 2))
    }

    /// A fraction of two whole numbers; nothing where the lower is zero.
    #[must_use]
    pub fn of_ints(numerator: u64, denominator: u64) -> Option<Self> {
        let fraction = Self::narrow(i128::from(numerator), i128::from(denominator));
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
        let narrow = |[a, b, c, d]: [i128; 4]| Some(Self::narrow(times(a, c)?, times(b, d)?));
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
            Form::Narrow(a, b) => Some(Self::narrow(b.checked_neg()?, a.checked_neg()?)),
            Form::Wide(wide) => Some(Self(Form::Wide(wide.inverse()?))),
        }
    }

    /// The sum; nothing where it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let narrow = |[a, b, c, d]: [i128; 4]| {
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
            Form::Narrow(a, b) => Self::narrow(a.checked_neg()?, b),
            Form::Wide(wide) => Self(Form::Wide(wide.negated()?)),
        };
        self.checked_add(negative)
    }

    /// Which is larger, by cross-multiplication; nothing where that does not fit.
    #[must_use]
    pub fn compare(self, other: Self) -> Option<Ordering> {
        let narrow = |[a, b, c, d]: [i128; 4]| {
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
            Form::Wide(wide) => match wide.reduced().narrow() {
                Some((a, b)) => Self::narrow(a, b),
                None => Self(Form::Wide(wide.reduced())),
            },
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
                let (quotient, remainder) = divide(a, b);
                let up = i128::from(remainder != 0);
                Some(Self::narrow(quotient.checked_add(up)?, 1))
            }
            Form::Wide(wide) => Some(Self(Form::Wide(wide.ceiling()?))),
        }
    }

    /// Rounded once to `places` digits after the point; nothing where the result does not fit.
    #[must_use]
    pub fn round(self, places: u32, rounding: Rounding) -> Option<Number> {
        let power = power_of_ten(places);
        let narrow = match self.0 {
            Form::Narrow(a, b) if b == power => return Number::from_parts(a, places),
            Form::Narrow(a, b) => times(a.abs(), power).map(|scaled| {
                let (quotient, remainder) = divide(scaled, b);
                let up = rounding == Rounding::HalfUp && remainder >= b - remainder;
                quotient + i128::from(up)
            }),
            Form::Wide(_) => None,
        };
        let size = match narrow {
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

/// 10 to a power; a decimal's scale is at most 28, so the product fits, also with two places for percent.
fn power_of_ten(exponent: u32) -> i128 {
    const FEW: [i64; 7] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];
    match FEW.get(exponent as usize) {
        Some(&power) => i128::from(power),
        None => 10_i128.checked_pow(exponent).unwrap_or(i128::MAX),
    }
}

/// The product; in one multiplication of 64 bits where it fits: WebAssembly knows no wider one.
fn times(a: i128, b: i128) -> Option<i128> {
    if let (Ok(small_a), Ok(small_b)) = (i64::try_from(a), i64::try_from(b)) {
        let zeros = |n: i64| n.unsigned_abs().leading_zeros();
        if zeros(small_a) + zeros(small_b) > 64 {
            return Some(i128::from(small_a * small_b));
        }
    }
    a.checked_mul(b)
}

/// Quotient and remainder of numbers that are not negative, in machine words where they fit.
fn divide(upper: i128, lower: i128) -> (i128, i128) {
    match (u64::try_from(upper), u64::try_from(lower)) {
        (Ok(upper), Ok(lower)) => (i128::from(upper / lower), i128::from(upper % lower)),
        _ => (upper / lower, upper % lower),
    }
}

/// The greatest common divisor of a numerator and a denominator; at least 1.
fn common_divisor(numerator: i128, denominator: i128) -> i128 {
    let (mut a, mut b) = (numerator.abs(), denominator);
    while b != 0 {
        (a, b) = (b, divide(a, b).1);
    }
    a.max(1)
}
