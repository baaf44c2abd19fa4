//! Numbers in figures and in Chinese, at the start of a plain text.
//!
//! Decides what a number is: figures with thousand separators in threes and one point, Chinese numerals
//! (一百二十, 三点五), and the multipliers 百 千 万 亿, which stay apart so that a unit can carry them (`6万人`).
//! `一百二` and `1万5` are not read: people mean 120 and 15000, the rules say 102 and 10005.

mod chinese;

pub(super) use chinese::digit;

use crate::decimal::{MAX_FRACTION_DIGITS, MAX_WHOLE_DIGITS, Number};

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Without the multiplier.
    pub number: Number,
    /// 1, or the multiplier written after the number.
    pub times: u64,
    /// Written in Chinese numerals.
    pub chinese: bool,
}

/// What stands at the start of a text.
pub(super) enum Lexed<'s> {
    /// No number.
    Nothing,
    /// More digits than a number may have.
    TooMany,
    /// A number and the text after it.
    Found(Numeral, &'s str),
}

/// Reads a number with an optional sign; a multiplier after figures is left for [`multiplied`].
pub(super) fn lex(text: &str) -> Lexed<'_> {
    let (negative, rest) = match text.chars().next() {
        Some('-') => (true, text.get(1..).unwrap_or_default()),
        Some('+') => (false, text.get(1..).unwrap_or_default()),
        Some('零') if text.starts_with("零下") => {
            (true, text.get("零下".len()..).unwrap_or_default())
        }
        Some('负') => (true, text.get('负'.len_utf8()..).unwrap_or_default()),
        _ => (false, text),
    };
    let figure = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    let bytes = rest.as_bytes();
    if figure(bytes.first()) || bytes.first() == Some(&b'.') && figure(bytes.get(1)) {
        return match figures(rest, negative) {
            Some((number, len)) => Lexed::Found(
                Numeral {
                    number,
                    times: 1,
                    chinese: false,
                },
                rest.get(len..).unwrap_or_default(),
            ),
            None => Lexed::TooMany,
        };
    }
    chinese::read(rest, negative).unwrap_or(Lexed::Nothing)
}

/// Figures; the value and how many bytes, nothing where there are too many digits.
fn figures(text: &str, negative: bool) -> Option<(Number, usize)> {
    /// The least number with all the digits that may stand before the point.
    const FULL: u64 = 10_u64.pow(MAX_WHOLE_DIGITS as u32 - 1);
    let bytes = text.as_bytes();
    let (mut whole, mut at) = (0_u64, 0);
    let grouped = group_end(bytes);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' if whole >= FULL => return None,
            b'0'..=b'9' => whole = whole * 10 + u64::from(byte - b'0'),
            _ if at < grouped => {}
            _ => break,
        }
        at += 1;
    }
    let (mut fraction, mut scale) = (0_u64, 0);
    if bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
        let digits = bytes.iter().skip(at + 1);
        let digits = digits.take_while(|byte| byte.is_ascii_digit());
        for (byte, place) in digits.zip(1..) {
            at += 1;
            // Zeros at the end do not count.
            if *byte == b'0' {
                continue;
            }
            if place > MAX_FRACTION_DIGITS {
                return None;
            }
            fraction = fraction * POWERS.get(place - scale)? + u64::from(byte - b'0');
            scale = place;
        }
        // The point.
        at += 1;
    }
    let size = i128::from(whole) * i128::from(*POWERS.get(scale)?) + i128::from(fraction);
    let scale = u32::try_from(scale).ok()?;
    Some((
        Number::from_parts(if negative { -size } else { size }, scale)?,
        at,
    ))
}

/// 10 to every power up to the digits that may stand after the point.
const POWERS: [u64; MAX_FRACTION_DIGITS + 1] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/// Where figures grouped in threes by commas end; 0 where they are not grouped.
fn group_end(bytes: &[u8]) -> usize {
    if !bytes.iter().take(4).any(|byte| *byte == b',') {
        return 0;
    }
    let digits = |from: usize| {
        bytes
            .iter()
            .skip(from)
            .take_while(|b| b.is_ascii_digit())
            .take(4)
            .count()
    };
    let mut end = digits(0);
    if end == 0 || end > 3 {
        return 0;
    }
    let first = end;
    while bytes.get(end) == Some(&b',') && digits(end + 1) == 3 {
        end += 4;
    }
    if end == first { 0 } else { end }
}

/// The multipliers, longest words first.
const TIMES: [(&str, u64); 8] = [
    ("万亿", 1_000_000_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("十万", 100_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1000),
    ("百", 100),
];

/// A multiplier at the start of a text, and the text after it.
pub(super) fn times(text: &str) -> Option<(u64, &str)> {
    TIMES
        .iter()
        .find_map(|(word, times)| Some((*times, text.strip_prefix(word)?)))
}

/// The word of a multiplier; empty for 1.
pub(super) fn times_word(times: u64) -> &'static str {
    TIMES
        .iter()
        .find_map(|(word, value)| (*value == times).then_some(*word))
        .unwrap_or_default()
}

/// Reads figures with their multipliers: `854万`; several add up: `1亿2000万` (in 万), `1万5千` (in ones).
pub(super) fn multiplied(text: &str) -> Lexed<'_> {
    let (mut numeral, mut rest) = match lex(text) {
        Lexed::Found(numeral, rest) => (numeral, rest),
        other => return other,
    };
    if numeral.chinese {
        return Lexed::Found(numeral, rest);
    }
    let Some((unit, after)) = times(rest) else {
        return Lexed::Found(numeral, rest);
    };
    (numeral.times, rest) = (unit, after);
    let mut mixed = false;
    while rest.starts_with(is_figure) {
        let Lexed::Found(next, after) = lex(rest) else {
            return Lexed::TooMany;
        };
        let sum = times(after).and_then(|(smaller, after)| {
            Some((joined(numeral, next.number, smaller)?, smaller, after))
        });
        let Some((sum, smaller, after)) = sum else {
            return Lexed::Nothing;
        };
        (numeral.number, numeral.times, rest) = (sum, smaller, after);
        mixed = true;
    }
    if mixed && numeral.times < 10_000 {
        let Some(number) = product(numeral.number, numeral.times) else {
            return Lexed::TooMany;
        };
        (numeral.number, numeral.times) = (number, 1);
    }
    Lexed::Found(numeral, rest)
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit()
}

/// `numeral` in units of `smaller`, plus `next`.
fn joined(numeral: Numeral, next: Number, smaller: u64) -> Option<Number> {
    if smaller >= numeral.times || numeral.number.scale() > 0 || next.is_negative() {
        return None;
    }
    let upper = numeral
        .number
        .mantissa()
        .checked_mul(i128::from(numeral.times / smaller))?;
    Number::from_parts(upper, 0)?.checked_add(next)
}

/// `number` × `times`; nothing where that has too many digits.
pub(super) fn product(number: Number, times: u64) -> Option<Number> {
    if times == 1 {
        return Some(number);
    }
    let mantissa = number.mantissa().checked_mul(i128::from(times))?;
    let result = Number::from_parts(mantissa, number.scale())?;
    let limit = Number::from_int(1_000_000_000_000_000);
    let (least, most) = (Number::ZERO.checked_sub(limit)?, limit);
    (least < result && result < most).then_some(result)
}
