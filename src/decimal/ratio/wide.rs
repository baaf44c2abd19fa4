//! Fractions in 256 bits: the only file that names `ethnum`.

use std::cmp::Ordering;

use ethnum::I256;

use crate::decimal::Rounding;

/// Numerator, and a denominator above zero.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wide(I256, I256);

impl Wide {
    pub(super) fn new(numerator: i128, denominator: i128) -> Self {
        Self(I256::from(numerator), I256::from(denominator))
    }

    /// A whole number over a power of ten.
    pub(super) fn of_parts(mantissa: i128, scale: u32) -> Self {
        Self(I256::from(mantissa), I256::from(10_u8).pow(scale))
    }

    /// In 64 bits, where it fits.
    pub(super) fn narrow(self) -> Option<(i64, i64)> {
        let numerator = i64::try_from(self.0).ok()?;
        Some((numerator, i64::try_from(self.1).ok()?))
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        let numerator = self.0.checked_mul(other.0)?;
        Some(Self(numerator, self.1.checked_mul(other.1)?))
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let left = self.0.checked_mul(other.1)?;
        let right = other.0.checked_mul(self.1)?;
        let denominator = self.1.checked_mul(other.1)?;
        Some(Self(left.checked_add(right)?, denominator))
    }

    pub(super) fn negated(self) -> Option<Self> {
        Some(Self(self.0.checked_neg()?, self.1))
    }

    /// 1 ÷ this; nothing for zero.
    pub(super) fn inverse(self) -> Option<Self> {
        match self.0.cmp(&I256::ZERO) {
            Ordering::Greater => Some(Self(self.1, self.0)),
            Ordering::Less => Some(Self(self.1.checked_neg()?, self.0.checked_neg()?)),
            Ordering::Equal => None,
        }
    }

    pub(super) fn compare(self, other: Self) -> Option<Ordering> {
        let left = self.0.checked_mul(other.1)?;
        Some(left.cmp(&other.0.checked_mul(self.1)?))
    }

    pub(super) fn is_negative(self) -> bool {
        self.0 < I256::ZERO
    }

    pub(super) fn ceiling(self) -> Option<Self> {
        let up = I256::from(u8::from(self.0 % self.1 != I256::ZERO));
        Some(Self((self.0 / self.1).checked_add(up)?, I256::ONE))
    }

    pub(super) fn reduced(self) -> Self {
        let (mut a, mut b) = (self.0.abs(), self.1);
        while b != I256::ZERO {
            (a, b) = (b, a % b);
        }
        if a <= I256::ONE {
            return self;
        }
        Self(self.0 / a, self.1 / a)
    }

    /// The value without its sign × 10^`places`, rounded to a whole number.
    pub(super) fn rounded_size(self, places: u32, rounding: Rounding) -> Option<i128> {
        let power = I256::from(10_u8).checked_pow(places)?;
        let scaled = self.0.abs().checked_mul(power)?;
        let (quotient, remainder) = (scaled / self.1, scaled % self.1);
        let up = rounding == Rounding::HalfUp && remainder >= self.1 - remainder;
        i128::try_from(quotient + I256::from(u8::from(up))).ok()
    }
}
