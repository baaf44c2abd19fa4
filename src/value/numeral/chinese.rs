//! Chinese numerals: 一百二十, 十二万, 三点五.

use super::{Lexed, Numeral};
use crate::decimal::{MAX_FRACTION_DIGITS, Number};

/// Chinese numerals below 万 × 万 × 亿, with 点 and decimals; a 万 or 亿 at the end stays apart.
pub(super) fn read(text: &str, negative: bool) -> Option<Lexed<'_>> {
    let mut total = Sum::default();
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some(&(at, c)) = chars.peek() {
        if !total.take(c)? {
            break;
        }
        end = at + c.len_utf8();
        chars.next();
    }
    let (whole, times) = total.finish()?;
    if end == 0 {
        return None;
    }
    let mut rest = text.get(end..)?;
    let mut mantissa = i128::from(whole);
    let mut scale = 0;
    if times == 1
        && let Some(fraction) = rest.strip_prefix('点')
    {
        let mut read = 0;
        for c in fraction.chars() {
            let Some(d) = digit(c) else { break };
            mantissa = mantissa * 10 + i128::from(d);
            scale += 1;
            read += c.len_utf8();
            if scale as usize > MAX_FRACTION_DIGITS {
                return Some(Lexed::TooMany);
            }
        }
        if scale == 0 {
            return None;
        }
        rest = fraction.get(read..)?;
    }
    let number = Number::from_parts(if negative { -mantissa } else { mantissa }, scale)?;
    Some(Lexed::Found(
        Numeral {
            number,
            times,
            chinese: true,
        },
        rest,
    ))
}

/// A Chinese numeral while it is being read.
#[derive(Default)]
struct Sum {
    /// Finished groups of 万 and 亿.
    total: u64,
    /// The group being read.
    section: u64,
    /// The digit waiting for its unit.
    digit: Option<u64>,
    /// The smallest unit seen in the group.
    unit: u64,
    /// 零 was seen since that unit.
    zero: bool,
    /// The last 万 or 亿, while nothing follows it.
    trailing: u64,
    /// The smallest 万 or 亿 seen.
    group: u64,
}

impl Sum {
    /// Takes a character; false where the numeral ends before it, nothing where it is none.
    fn take(&mut self, c: char) -> Option<bool> {
        if let Some(d) = digit(c) {
            if self.digit.is_some() {
                return None;
            }
            if d == 0 && (self.unit > 0 || self.group > 0) {
                self.zero = true;
            } else {
                self.digit = Some(d);
            }
            self.trailing = 0;
            return Some(true);
        }
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => return Some(false),
        };
        if unit >= 10_000 {
            return self.close(unit);
        }
        let bare_ten = unit == 10 && self.digit.is_none() && (self.unit == 0 || self.zero);
        let digit = if bare_ten { 1 } else { self.digit.take()? };
        if digit == 0 || self.unit != 0 && unit >= self.unit {
            return None;
        }
        self.section += digit * unit;
        self.unit = unit;
        self.zero = false;
        self.trailing = 0;
        Some(true)
    }

    /// Takes 万 or 亿.
    fn close(&mut self, group: u64) -> Option<bool> {
        self.section += self.settle()?;
        if self.section == 0 || self.group != 0 && group >= self.group {
            return None;
        }
        self.total = self
            .total
            .checked_add(self.section.checked_mul(group)?)
            .filter(|total| *total < 1_000_000_000_000_000)?;
        (self.section, self.unit, self.zero) = (0, 0, false);
        (self.group, self.trailing) = (group, group);
        Some(true)
    }

    /// The digit at the end of a group; nothing for `一百二`.
    fn settle(&mut self) -> Option<u64> {
        let colloquial = self.unit >= 100 || self.unit == 0 && self.group != 0;
        match self.digit.take() {
            Some(_) if colloquial && !self.zero => None,
            digit => Some(digit.unwrap_or_default()),
        }
    }

    /// The value, and the multiplier at its end.
    fn finish(mut self) -> Option<(u64, u64)> {
        if let Some(number) = self.total.checked_div(self.trailing) {
            return Some((number, self.trailing));
        }
        let last = self.settle()?;
        Some((self.total.checked_add(self.section + last)?, 1))
    }
}

/// The value of a Chinese digit.
pub(in crate::value) const fn digit(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}
