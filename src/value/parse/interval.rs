//! 区间 as mathematics writes it: `[80,100]`, `(0,5%]`, `80%≤X≤100%`.
//!
//! Put into the two bounds that the reader of amounts knows (`≥80且≤100`). Round brackets on both sides are no
//! interval but brackets; what stands between two signs is passed over, and said unless it is one letter.

use super::super::Comparator;
use super::super::amount::{self, Amount, Miss, Size};
use super::super::sign::{self, Signed};

/// Most characters of a unit behind the bracket.
const MAX_UNIT: usize = 8;
/// Most characters between two signs.
const MAX_NAME: usize = 20;

/// Reads an interval in brackets, of which one is square; nothing where the text is none.
pub(super) fn bracketed(plain: &str) -> Option<Result<(Amount, Size), Miss>> {
    let open = plain.chars().next().filter(|c| matches!(c, '[' | '('))?;
    let end = plain.rfind(&[']', ')'][..])?;
    let (inside, behind) = plain.split_at_checked(end)?;
    let (low, high) = inside.get(1..)?.split_once(&[',', ';'][..])?;
    let close = behind.chars().next()?;
    let unit = behind.get(1..)?;
    let square = open == '[' || close == ']';
    let one_each = is_number(low) && is_number(high) && !high.contains(&[',', ';'][..]);
    if !square || !one_each || unit.chars().count() > MAX_UNIT {
        return None;
    }
    let low_sign = if open == '[' { "≥" } else { ">" };
    let high_sign = if close == ']' { "≤" } else { "<" };
    let text = [low_sign, low, "且", high_sign, high, unit].concat();
    Some(read(&text, false))
}

/// Reads a number, a sign, a name, a sign and a number; nothing where the text is none.
pub(super) fn chained(body: &str) -> Option<Result<(Amount, Size), Miss>> {
    const SIGNS: [char; 4] = ['<', '>', '≤', '≥'];
    let (first, rest) = body.split_at_checked(body.find(SIGNS)?)?;
    let Signed::Found(one, rest) = sign::symbols(rest) else {
        return None;
    };
    let (name, rest) = rest.split_at_checked(rest.find(SIGNS)?)?;
    let Signed::Found(two, second) = sign::symbols(rest) else {
        return None;
    };
    let is_name = !name.is_empty()
        && name.chars().count() <= MAX_NAME
        && !name.contains(|c: char| c.is_ascii_digit() || c == '%');
    if !is_name || !is_number(first) || !is_number(second) {
        return None;
    }
    let text = [flipped(one)?, first, "且", same(two)?, second].concat();
    Some(read(&text, name.chars().nth(1).is_some()))
}

fn read(text: &str, left_out: bool) -> Result<(Amount, Size), Miss> {
    amount::read(text).map(|(mut amount, size)| {
        amount.left_out |= left_out;
        (amount, size)
    })
}

fn is_number(text: &str) -> bool {
    text.trim_start_matches(&['-', '±'][..])
        .starts_with(|c: char| c.is_ascii_digit())
}

const fn same(comparator: Comparator) -> Option<&'static str> {
    match comparator {
        Comparator::AtLeast => Some("≥"),
        Comparator::AtMost => Some("≤"),
        Comparator::Above => Some(">"),
        Comparator::Below => Some("<"),
        Comparator::Equal => None,
    }
}

/// `80≤X` is `X≥80`.
const fn flipped(comparator: Comparator) -> Option<&'static str> {
    match comparator {
        Comparator::AtLeast => same(Comparator::AtMost),
        Comparator::AtMost => same(Comparator::AtLeast),
        Comparator::Above => same(Comparator::Below),
        Comparator::Below => same(Comparator::Above),
        Comparator::Equal => None,
    }
}
