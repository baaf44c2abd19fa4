//! Exact fractions in 256 bits.
//!
//! A result that does not fit is nothing, never a wrong number. Rounding happens in one place, by name.

use std::cmp::Ordering;

use ethnum::I256;

use super::{Number, Rounding};

/// 分数: an exact fraction, so that a score is rounded once, at its end.
///
/// Every product that the rules ask for fits: 256 bits hold two quantities, two unit factors and a weight.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    numerator: I256,
    /// Above zero.
    denominator: I256,
}

impl Ratio {
    /// A decimal as a fraction.
    #[must_use]
    pub fn of(number: Number) -> Self {
        Self {
            numerator: I256::from(number.mantissa()),
            denominator: power_of_ten(number.scale()),
        }
    }

    /// A fraction of two whole numbers; nothing where the lower is zero.
    #[must_use]
    pub fn of_ints(numerator: u64, denominator: u64) -> Option<Self> {
        (denominator != 0).then(|| Self {
            numerator: I256::from(numerator),
            denominator: I256::from(denominator),
        })
    }

    /// 0.
    #[must_use]
    pub fn zero() -> Self {
        Self::of(Number::ZERO)
    }

    /// The product; nothing where it does not fit.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Some(Self {
            numerator: self.numerator.checked_mul(other.numerator)?,
            denominator: self.denominator.checked_mul(other.denominator)?,
        })
    }

    /// The quotient; nothing where `other` is zero or the result does not fit.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        let (upper, lower) = if other.numerator < I256::ZERO {
            (
                other.denominator.checked_neg()?,
                other.numerator.checked_neg()?,
            )
        } else {
            (other.denominator, other.numerator)
        };
        if lower == I256::ZERO {
            return None;
        }
        Some(Self {
            numerator: self.numerator.checked_mul(upper)?,
            denominator: self.denominator.checked_mul(lower)?,
        })
    }

    /// The sum; nothing where it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.denominator == other.denominator {
            return Some(Self {
                numerator: self.numerator.checked_add(other.numerator)?,
                denominator: self.denominator,
            });
        }
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Some(Self {
            numerator: left.checked_add(right)?,
            denominator: self.denominator.checked_mul(other.denominator)?,
        })
    }

    /// The difference; nothing where it does not fit.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(Self {
            numerator: other.numerator.checked_neg()?,
            denominator: other.denominator,
        })
    }

    /// Which is larger, by cross-multiplication; nothing where that does not fit.
    #[must_use]
    pub fn compare(self, other: Self) -> Option<Ordering> {
        if self.denominator == other.denominator {
            return Some(self.numerator.cmp(&other.numerator));
        }
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Some(left.cmp(&right))
    }

    /// In lowest terms: the same value with the smallest figures.
    #[must_use]
    pub fn reduced(self) -> Self {
        let (mut a, mut b) = (self.numerator.abs(), self.denominator);
        while b != I256::ZERO {
            (a, b) = (b, a % b);
        }
        if a <= I256::ONE {
            return self;
        }
        Self {
            numerator: self.numerator / a,
            denominator: self.denominator / a,
        }
    }

    /// Whether this is below 0.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.numerator < I256::ZERO
    }

    /// The value without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self {
            numerator: self.numerator.abs(),
            denominator: self.denominator,
        }
    }

    /// The next whole number up, or the value itself where it is whole; nothing below 0.
    #[must_use]
    pub fn ceiling(self) -> Option<Self> {
        if self.is_negative() {
            return None;
        }
        let (quotient, remainder) = divide(self.numerator, self.denominator);
        let up = I256::from(u8::from(remainder != I256::ZERO));
        Some(Self {
            numerator: quotient.checked_add(up)?,
            denominator: I256::ONE,
        })
    }

    /// Rounded once to `places` digits after the point; nothing where the result does not fit.
    #[must_use]
    pub fn round(self, places: u32, rounding: Rounding) -> Option<Number> {
        let scaled = self.numerator.abs().checked_mul(power_of_ten(places))?;
        let (quotient, remainder) = divide(scaled, self.denominator);
        let up = rounding == Rounding::HalfUp && remainder >= self.denominator - remainder;
        let size = if up { quotient + I256::ONE } else { quotient };
        let mantissa = i128::try_from(size).ok()?;
        Number::from_parts(
            if self.is_negative() {
                -mantissa
            } else {
                mantissa
            },
            places,
        )
    }

    /// The same value as a decimal, where rounding to `places` digits loses nothing.
    #[must_use]
    pub fn exact(self, places: u32) -> Option<Number> {
        let rounded = self.round(places, Rounding::Truncate)?;
        (Self::of(rounded).compare(self)? == Ordering::Equal).then_some(rounded)
    }
}

fn power_of_ten(exponent: u32) -> I256 {
    I256::from(10_u8).checked_pow(exponent).unwrap_or(I256::MAX)
}

/// Quotient and remainder of two numbers that are not negative, in machine words where they fit.
fn divide(numerator: I256, denominator: I256) -> (I256, I256) {
    if let (Ok(upper), Ok(lower)) = (u64::try_from(numerator), u64::try_from(denominator)) {
        return (I256::from(upper / lower), I256::from(upper % lower));
    }
    (numerator / denominator, numerator % denominator)
}
