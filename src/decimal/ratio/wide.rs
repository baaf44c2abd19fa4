//! Fractions in 256 bits: the only file that names `ethnum`.

use std::cmp::Ordering;

use ethnum::{I256, U256};

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
        Self::new(mantissa, 10_i128.pow(scale))
    }

    /// In 64 bits, where it fits.
    pub(super) fn narrow(self) -> Option<(i64, i64)> {
        let numerator = i64::try_from(self.0).ok()?;
        Some((numerator, i64::try_from(self.1).ok()?))
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        let numerator = product(self.0, other.0)?;
        Some(Self(numerator, product(self.1, other.1)?))
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let left = product(self.0, other.1)?;
        let right = product(other.0, self.1)?;
        let denominator = product(self.1, other.1)?;
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
        let left = product(self.0, other.1)?;
        Some(left.cmp(&product(other.0, self.1)?))
    }

    pub(super) fn is_negative(self) -> bool {
        self.0 < I256::ZERO
    }

    /// The next whole number up, of a fraction that is not below zero.
    pub(super) fn ceiling(self) -> Option<Self> {
        let (quotient, remainder) = divided(self.0.as_u256(), self.1.as_u256());
        let up = U256::from(u8::from(remainder != U256::ZERO));
        Some(Self(I256::try_from(quotient + up).ok()?, I256::ONE))
    }

    pub(super) fn reduced(self) -> Self {
        let size = self.0.unsigned_abs();
        let common = common_divisor(size, self.1.as_u256());
        let (numerator, _) = divided(size, common);
        let (denominator, _) = divided(self.1.as_u256(), common);
        let numerator = numerator.as_i256();
        let signed = if self.is_negative() {
            -numerator
        } else {
            numerator
        };
        Self(signed, denominator.as_i256())
    }

    /// The value without its sign × 10^`places`, rounded to a whole number.
    pub(super) fn rounded_size(self, places: u32, rounding: Rounding) -> Option<i128> {
        let power = I256::from(10_i128.checked_pow(places)?);
        let scaled = product(self.0, power)?.unsigned_abs();
        let denominator = self.1.as_u256();
        let (quotient, remainder) = divided(scaled, denominator);
        let up = rounding == Rounding::HalfUp && remainder >= denominator - remainder;
        i128::try_from(quotient + U256::from(u8::from(up))).ok()
    }
}

/// The product, if it surely fits; `ethnum`'s own check divides.
fn product(a: I256, b: I256) -> Option<I256> {
    let room = a.unsigned_abs().leading_zeros() + b.unsigned_abs().leading_zeros();
    (room > I256::BITS).then(|| a.wrapping_mul(b))
}

/// Quotient and remainder, bit by bit: `ethnum`'s own division is four kilobytes, and these are rare.
/// The divisor is above 0 and below 2^255, so twice a remainder fits.
fn divided(mut number: U256, divisor: U256) -> (U256, U256) {
    const TOP: u32 = U256::BITS - 1;
    let (mut quotient, mut rest) = (U256::ZERO, U256::ZERO);
    for _ in 0..U256::BITS {
        rest = (rest << 1) | (number >> TOP);
        number <<= 1;
        quotient <<= 1;
        if rest >= divisor {
            rest -= divisor;
            quotient |= U256::ONE;
        }
    }
    (quotient, rest)
}

/// The greatest common divisor, by halves and differences; the second number is above 0.
fn common_divisor(mut a: U256, mut b: U256) -> U256 {
    if a == U256::ZERO {
        return b;
    }
    let twos = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    while b != U256::ZERO {
        b >>= b.trailing_zeros();
        if a > b {
            (a, b) = (b, a);
        }
        b -= a;
    }
    a << twos
}

#[cfg(test)]
mod tests {
    use super::{I256, U256, Wide, common_divisor, divided, product};

    /// Every pair of these: small, around 2^64 and 2^128, and the widest there is.
    fn numbers() -> Vec<U256> {
        let one = U256::ONE;
        let mut all = vec![
            one,
            U256::new(2),
            U256::new(3),
            U256::new(10),
            U256::new(97),
        ];
        for bits in [63, 64, 65, 127, 128, 129, 200, 254] {
            all.extend([(one << bits) - one, one << bits, (one << bits) + one]);
        }
        all.push(I256::MAX.as_u256());
        all
    }

    #[test]
    fn division_and_divisor_agree_with_the_librarys() {
        let numbers = numbers();
        assert_eq!(divided(U256::ZERO, U256::ONE), (U256::ZERO, U256::ZERO));
        for &a in &numbers {
            for &b in &numbers {
                assert_eq!(divided(a, b), (a / b, a % b), "{a} / {b}");
                let (mut left, mut right) = (a, b);
                while right != U256::ZERO {
                    (left, right) = (right, left % right);
                }
                assert_eq!(common_divisor(a, b), left, "{a}, {b}");
            }
        }
    }

    #[test]
    fn a_product_that_might_not_fit_is_none() {
        let power = |bits: u32| I256::ONE << bits;
        assert_eq!(product(power(127), power(126)), Some(power(253)));
        assert_eq!(product(-power(127), power(126)), Some(-power(253)));
        assert_eq!(product(I256::MAX, I256::ONE), None);
        assert_eq!(product(power(128), power(127)), None);
        assert_eq!(product(I256::MAX, I256::ZERO), Some(I256::ZERO));
    }

    #[test]
    fn a_part_of_a_whole_rounds_up() {
        #[track_caller]
        fn check(numerator: i128, denominator: i128, whole: i128) {
            let ceiling = Wide::new(numerator, denominator).ceiling().unwrap();
            assert_eq!((ceiling.0, ceiling.1), (I256::from(whole), I256::ONE));
        }
        check(0, 3, 0);
        check(7, 3, 3);
        check(6, 3, 2);
    }

    #[test]
    fn a_reduced_fraction_keeps_its_sign() {
        let reduced = Wide::new(-84, 63).reduced();
        assert_eq!((reduced.0, reduced.1), (I256::from(-4), I256::from(3)));
        let none = Wide::new(0, 63).reduced();
        assert_eq!((none.0, none.1), (I256::ZERO, I256::ONE));
    }
}
