//! Exact decimals and exact fractions: the only file that names `rust_decimal`.
//!
//! Decides: what a number may be (at most 15 digits before and 6 after the point), how it is printed,
//! and how a fraction is rounded. Nothing here is ever a float. Source: field rules 1 and 2.

mod ratio;

pub use ratio::Ratio;

use std::fmt;

use rust_decimal::Decimal;

/// Most digits before the point.
pub const MAX_WHOLE_DIGITS: usize = 15;
/// Most digits after the point.
pub const MAX_FRACTION_DIGITS: usize = 6;

/// 数值: an exact decimal with at most 15 digits before and 6 after the point.
///
/// Equality and order are by value: `1.0` equals `1.00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number(Decimal);

/// Why a text is not a [`Number`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Not digits with at most one point and one leading sign.
    Malformed,
    /// More than 15 digits before the point.
    TooManyWholeDigits,
    /// More than 6 digits after the point.
    TooManyFractionDigits,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "expected digits with at most one point",
            Self::TooManyWholeDigits => "expected at most 15 digits before the point, found more",
            Self::TooManyFractionDigits => "expected at most 6 digits after the point, found more",
        })
    }
}

impl std::error::Error for NumberError {}

/// 舍入: how a fraction becomes a decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Rounding {
    /// 四舍五入: half away from zero.
    #[default]
    HalfUp,
    /// 截尾: toward zero.
    Truncate,
}

impl Number {
    /// Canonical: no zeros at the end, no sign on zero.
    #[must_use]
    pub fn text(self) -> String {
        self.fixed(0)
    }

    /// 0.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// 1.
    pub const ONE: Self = Self(Decimal::ONE);
    /// 100.
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);

    /// Reads ASCII digits with at most one point and one leading `-` or `+`; nothing else.
    ///
    /// Zeros in front and zeros at the end after the point do not count against the limits.
    ///
    /// ```
    /// use jiping::decimal::Number;
    /// assert_eq!(Number::parse("312.20").map(|n| n.to_string()), Ok("312.2".to_owned()));
    /// assert!(Number::parse("1e3").is_err());
    /// ```
    ///
    /// # Errors
    /// Anything but digits; more than 15 digits before or 6 after the point.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let (negative, digits) = match text.as_bytes().first() {
            Some(b'-') => (true, text.get(1..).unwrap_or_default()),
            Some(b'+') => (false, text.get(1..).unwrap_or_default()),
            _ => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() && fraction.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(NumberError::Malformed);
        }
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        if whole.len() > MAX_WHOLE_DIGITS {
            return Err(NumberError::TooManyWholeDigits);
        }
        if fraction.len() > MAX_FRACTION_DIGITS {
            return Err(NumberError::TooManyFractionDigits);
        }
        let mantissa = whole
            .bytes()
            .chain(fraction.bytes())
            .fold(0_i128, |sum, b| sum * 10 + i128::from(b - b'0'));
        let scale = u32::try_from(fraction.len()).unwrap_or_default();
        Self::from_parts(if negative { -mantissa } else { mantissa }, scale)
            .ok_or(NumberError::Malformed)
    }

    /// `mantissa` × 10^−`scale`; nothing where that is out of range.
    #[must_use]
    pub fn from_parts(mantissa: i128, scale: u32) -> Option<Self> {
        Decimal::try_from_i128_with_scale(mantissa, scale)
            .ok()
            .map(Self)
    }

    /// A whole number.
    #[must_use]
    pub fn from_int(value: i64) -> Self {
        Self(Decimal::from(value))
    }

    /// `hundredths` × 0.01, the grain in which weights are dealt out.
    #[must_use]
    pub fn from_hundredths(hundredths: i64) -> Self {
        Self(Decimal::new(hundredths, 2))
    }

    /// The digits without the point.
    #[must_use]
    pub fn mantissa(self) -> i128 {
        self.0.mantissa()
    }

    /// How many of the mantissa's digits stand after the point.
    #[must_use]
    pub fn scale(self) -> u32 {
        self.0.scale()
    }

    /// Whether this is 0.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether this is below 0.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// Whether this is above 0.
    #[must_use]
    pub fn is_positive(self) -> bool {
        !self.0.is_zero() && self.0.is_sign_positive()
    }

    /// The exact sum, or nothing where it does not fit; the library's own sum would round there.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale().max(other.scale());
        let grown = |one: Self| match scale - one.scale() {
            0 => Some(one.mantissa()),
            more => one.mantissa().checked_mul(10_i128.checked_pow(more)?),
        };
        Self::from_parts(grown(self)?.checked_add(grown(other)?)?, scale)
    }

    /// The exact difference, or nothing where it does not fit.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(Self(-other.0))
    }

    /// The sum of all; nothing where it does not fit.
    pub fn sum(numbers: impl IntoIterator<Item = Self>) -> Option<Self> {
        numbers
            .into_iter()
            .try_fold(Self::ZERO, |sum, number| sum.checked_add(number))
    }

    /// Printed with at least `places` digits after the point; digits beyond are kept, never rounded away.
    #[must_use]
    pub fn fixed(self, places: u32) -> String {
        let digits = digits(self.mantissa().unsigned_abs());
        let (scale, places) = (self.scale() as usize, places as usize);
        let lacking = "0".repeat((scale + 1).saturating_sub(digits.len()));
        let digits = [&*lacking, &digits].concat();
        let point = digits.len().saturating_sub(scale);
        let (whole, fraction) = digits.split_at_checked(point).unwrap_or_default();
        let fraction = fraction.trim_end_matches('0');
        let zeros = "0".repeat(places.saturating_sub(fraction.len()));
        let sign = if self.is_negative() { "-" } else { "" };
        let empty = fraction.is_empty() && zeros.is_empty();
        let point = if empty { "" } else { "." };
        [sign, whole, point, fraction, &zeros].concat()
    }
}

/// A whole number of any width from its digits. All widths are read by one and the same code.
pub fn whole<N: TryFrom<u64>>(text: &str) -> Option<N> {
    N::try_from(text.parse::<u64>().ok()?).ok()
}

/// The digits of a whole number below 2^96, none for 0: printing 128 bits as they are would bring their division.
fn digits(number: u128) -> String {
    let limb = |shift: u32| u64::try_from(number >> shift & 0xffff_ffff).unwrap_or_default();
    let mut limbs = [limb(64), limb(32), limb(0)];
    let mut digits = Vec::new();
    while limbs != [0; 3] {
        let mut rest = 0;
        for limb in &mut limbs {
            let part = (rest << 32) | *limb;
            (*limb, rest) = (part / 10, part % 10);
        }
        digits.push(b'0' + u8::try_from(rest).unwrap_or_default());
    }
    digits.into_iter().rev().map(char::from).collect()
}

impl fmt::Display for Number {
    /// Canonical: no zeros at the end, no sign on zero.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fixed(0))
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn sums_are_exact_at_every_scale() {
        let of = |mantissa, scale| Number::from_parts(mantissa, scale).unwrap();
        for scale in 0..=28 {
            assert_eq!(Number::ZERO.checked_add(of(7, scale)), Some(of(7, scale)));
        }
        let sum = of(3, 0).checked_add(of(-1, 20));
        assert_eq!(
            sum.map(Number::text).as_deref(),
            Some("2.99999999999999999999")
        );
        assert_eq!(of((1 << 96) - 1, 0).checked_add(of(1, 0)), None);
        assert_eq!(of((1 << 96) - 1, 0).checked_add(of(1, 1)), None);
    }

    #[test]
    fn figures_are_those_of_the_library() {
        let most = (1_i128 << 96) - 1;
        for mantissa in [
            0,
            1,
            5,
            10,
            99,
            100,
            1_050,
            123_456_789,
            10_i128.pow(21),
            most,
        ] {
            for scale in [0, 1, 2, 3, 6, 20, 28] {
                for signed in [mantissa, -mantissa] {
                    let number = Number::from_parts(signed, scale).unwrap();
                    let canonical = number.0.normalize();
                    assert_eq!(number.to_string(), canonical.to_string());
                    let lacking = "0".repeat(2_usize.saturating_sub(canonical.scale() as usize));
                    let point = if canonical.scale() == 0 { "." } else { "" };
                    let fixed = [&*canonical.to_string(), point, &lacking].concat();
                    assert_eq!(number.fixed(2), fixed);
                }
            }
        }
    }
}
