//! 指标名称: what an indicator's name says about its value.
//!
//! Decides which comparator a name suggests, and which sign and unit it holds (`(≥**平方米)`, `(万元)`).
//! The name only fills what the cell lacks; a number in it is offered, never used.

mod sense;

pub(super) use sense::{Sense, is_part, sense, suggested};

use super::Comparator;
use super::amount::{self, Size};
use super::sign::{self, Signed};
use super::text::{Text, is_han};
use super::unit::{Unit, read as units};
use crate::WHOLE;
use crate::decimal::Number;
use crate::gather;
use crate::value::within::holds;

/// The sign, number and unit in a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Hint {
    pub comparator: Option<Comparator>,
    pub number: Option<Number>,
    pub unit: Option<Unit>,
}

/// Whether a name can hold a sign or a unit at all: ASCII signs, or a character from the blocks of `≥`, `（` and `【`.
fn may_hint(name: &str) -> bool {
    let bytes = name.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            // A Han character.
            0xE4..=0xE9 => at += 3,
            b'(' | b'<' | b'>' | b'=' | b'*' | 0xE2 | 0xE3 | 0xEF => return true,
            _ => at += 1,
        }
    }
    false
}

/// The sign and unit in a name, if it has any.
pub(super) fn hint(name: &str) -> Option<Hint> {
    // No name of the example holds one.
    if !WHOLE || !may_hint(name) {
        return None;
    }
    let text = Text::new(name);
    let plain = &*text.plain;
    // Brackets from the last to the first, then the first bare sign.
    let mut before = plain;
    while let Some((head, tail)) = before.rsplit_once('(') {
        if let Some((inside, after)) = tail.split_once(')') {
            let last = after
                .trim_end_matches(&[':', '。', ';', '*'][..])
                .is_empty();
            if let Some(found) = inner(inside, last) {
                return Some(found);
            }
        }
        before = head;
    }
    let at = plain.find(&['<', '>', '=', '≥', '≤'][..])?;
    inner(plain.get(at..)?, false)
}

/// Reads `≥**平方米`, `≥50人`, `单位:元`, `万元`.
fn inner(text: &str, alone: bool) -> Option<Hint> {
    let labelled = text
        .strip_prefix("计量单位:")
        .or_else(|| text.strip_prefix("单位:"));
    let text = labelled.unwrap_or(text);
    if alone || labelled.is_some() {
        let unit = units::whole(text);
        if unit.is_some() {
            return Some(Hint {
                unit,
                ..Hint::default()
            });
        }
    }
    let Signed::Found(comparator, rest) = sign::symbols(text) else {
        return None;
    };
    let gap = rest.trim_start_matches(&['*', '_', '×', 'X', 'x', '□', ' '][..]);
    if gap.is_empty() || gap.len() < rest.len() || units::whole(gap).is_some() {
        return Some(Hint {
            comparator: Some(comparator),
            number: None,
            unit: units::whole(gap),
        });
    }
    match amount::read(text) {
        Ok((found, Size::One(measure))) => Some(Hint {
            comparator: found.comparator,
            number: Some(measure.number),
            unit: measure.unit,
        }),
        _ => None,
    }
}

/// The value that stands in a name whose target cell is blank: `年度资金支付完成率100%` offers `100%`.
pub(super) fn offered(name: &str) -> Option<String> {
    let text = Text::new(name);
    let plain = &*text.plain;
    if !text.kinds.digit {
        return None;
    }
    let digits = plain.find(|c: char| c.is_ascii_digit())?;
    let head = plain.get(..digits)?;
    // The words before the number that belong to it: at most six characters of comparator.
    let starts = head
        .char_indices()
        .rev()
        .take(6)
        .map(|(at, _)| at)
        .filter(|at| {
            plain.get(*at..).is_some_and(|rest| {
                matches!(sign::symbols(rest), Signed::Found(..)) || sign::lead(rest).is_some()
            })
        });
    let tail = plain.get(digits..)?;
    let end = tail
        .find(&[')', ',', ';', '。'][..])
        .map_or(plain.len(), |end| digits + end);
    let mut starts = gather(starts);
    starts.reverse();
    starts.push(digits);
    starts.into_iter().find_map(|start| {
        let part = plain.get(start..end)?;
        match amount::read(part) {
            Ok((found, Size::One(measure))) => (found.comparator.is_some()
                || measure.unit.is_some() && !found.unknown)
                .then(|| part.to_owned()),
            _ => None,
        }
    })
}

/// Whether `words` (two characters or more) stand in the name.
pub(super) fn speaks_of(name: &str, words: &str) -> bool {
    let long = words.chars().filter(|c| is_han(*c)).count() >= 2;
    long && holds(&Text::new(name).plain, words)
}
