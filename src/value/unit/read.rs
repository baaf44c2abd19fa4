//! Units at the start of a plain text.
//!
//! Decides where a unit ends: the longest known word, or a short run of letters that is then accepted with a
//! notice; after it 每 or `/` and what the number is counted per.

use std::rc::Rc;

use super::table::{FAMILIES, WORDS};
use super::{Dimension, Simple, Unit, Word};
use crate::decimal::Number;
use crate::value::numeral::{self, Lexed};
use crate::value::sign::{longest, tail};
use crate::value::text::is_han;

/// Most letters a word outside the tables may have.
const MAX_UNKNOWN: usize = 4;

/// A unit as found, the text after it, and whether one of its words is outside the tables.
pub(in crate::value) struct Found<'s> {
    pub unit: Unit,
    pub rest: &'s str,
    pub unknown: bool,
}

/// The family and word at the start of a text.
fn word(text: &str) -> Option<(&'static str, u8, &str)> {
    longest(&WORDS, text)
}

fn simple(word: Word, family: u8, times: u64) -> Option<Simple> {
    let (dimension, up, down) = *FAMILIES.get(usize::from(family))?;
    Some(Simple {
        word,
        dimension,
        factor: (up.checked_mul(times)?, down),
    })
}

/// A known unit without "per"; `times` was written at the start of `before`, which ends as `text` does.
fn known<'s>(text: &'s str, times: u64, before: &str) -> Option<(Simple, &'s str)> {
    let (word, family, rest) = self::word(text)?;
    if times > 1 {
        let written = before.get(..before.len().checked_sub(rest.len())?)?;
        // 万元 is a word of its own, also where the number ran on to it: 1亿2000万元.
        if let Some((word, family, "")) = self::word(written) {
            return Some((simple(Word::Known(word), family, 1)?, rest));
        }
        return Some((simple(Word::Text(Rc::from(written)), family, times)?, rest));
    }
    let word = match word {
        "百分比" | "百分之" => "%",
        "人(次)" => "人次",
        _ => word,
    };
    Some((simple(Word::Known(word), family, 1)?, rest))
}

/// A run of letters that may be a unit: up to the next word that cannot be part of one.
fn letters(text: &str, most: usize) -> &str {
    let mut count = 0;
    // One script throughout: 5A级 has no unit A级.
    let latin = text.starts_with(|c: char| c.is_ascii_alphabetic());
    for (at, c) in text.char_indices() {
        let here = text.get(at..).unwrap_or_default();
        let letter = if latin {
            c.is_ascii_alphabetic()
        } else {
            is_han(c)
        };
        if !letter || is_barred(c) || tail(here).is_some() {
            return text.get(..at).unwrap_or_default();
        }
        count += 1;
        if count > most {
            return "";
        }
    }
    text
}

/// Characters that never belong to a unit or to the noun after it: they would turn the sense.
const fn is_barred(c: char) -> bool {
    matches!(
        c,
        '前' | '后'
            | '初'
            | '底'
            | '末'
            | '以'
            | '上'
            | '下'
            | '不'
            | '无'
            | '未'
            | '没'
            | '非'
            | '第'
            | '至'
            | '到'
            | '和'
            | '及'
            | '与'
            | '或'
            | '约'
            | '余'
            | '多'
            | '每'
            | '内'
            | '外'
            | '其'
            | '为'
            | '是'
            | '的'
            | '了'
            | '在'
            | '于'
            | '将'
            | '且'
            | '并'
            | '几'
            | '从'
            | '比'
            | '较'
            | '零'
            | '〇'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '半'
            | '减'
            | '降'
    )
}

/// A noun after a unit (`5个村`, `100%合格`), which is left out; empty where there is none.
pub(in crate::value) fn noun(text: &str) -> &str {
    letters(text, 6)
}

/// Reads the unit after a number: `times` is the number's multiplier, `before` the text that begins with it.
pub(in crate::value) fn unit<'s>(text: &'s str, times: u64, before: &'s str) -> Option<Found<'s>> {
    if let Some((upper, rest)) = known(text, times, before) {
        return Some(with_per(upper, rest, false));
    }
    if text.starts_with('/') {
        let upper = Simple {
            word: Word::Known(""),
            dimension: Dimension::Unnamed,
            factor: (1, 1),
        };
        let found = with_per(upper, text, false);
        return found.unit.per.is_some().then_some(found);
    }
    let run = letters(text, MAX_UNKNOWN);
    if run.is_empty() {
        return None;
    }
    let rest = text.get(run.len()..)?;
    let written = before.get(..before.len() - rest.len())?;
    let upper = counted(written, times);
    Some(with_per(upper, rest, true))
}

/// A known unit that is the whole text, with "per" or without; for names and unit columns.
pub(in crate::value) fn whole(text: &str) -> Option<Unit> {
    let (times, after) = match word(text) {
        Some(_) => (1, text),
        None => numeral::times(text)?,
    };
    let (upper, rest) = known(after, times, text)?;
    let found = with_per(upper, rest, false);
    (found.rest.is_empty() && !found.unknown).then_some(found.unit)
}

fn counted(word: &str, times: u64) -> Simple {
    Simple {
        word: Word::Text(Rc::from(word)),
        dimension: Dimension::Count,
        factor: (times, 1),
    }
}

/// Adds `/亩`, 每亩, `/10万人`, `/人·天` where it stands; leaves it unread where it is no unit.
fn with_per(upper: Simple, text: &str, unknown: bool) -> Found<'_> {
    let bare = Found {
        unit: Unit { upper, per: None },
        rest: text,
        unknown,
    };
    let Some(after) = text.strip_prefix('/').or_else(|| text.strip_prefix('每')) else {
        return bare;
    };
    let Some((per, rest, strange)) = per(after) else {
        return bare;
    };
    Found {
        unit: Unit {
            upper: bare.unit.upper,
            per: Some(per),
        },
        rest,
        unknown: unknown || strange,
    }
}

/// Reads what stands after "per".
pub(in crate::value) fn per(text: &str) -> Option<(Simple, &str, bool)> {
    let (number, after) = match numeral::lex(text) {
        Lexed::Found(numeral, rest) if !numeral.chinese => (whole_number(numeral.number)?, rest),
        Lexed::Found(..) | Lexed::Nothing => (1, text),
        Lexed::TooMany => return None,
    };
    let (times, after) = match word(after) {
        Some(_) => (1, after),
        None => numeral::times(after).unwrap_or((1, after)),
    };
    let times = times.checked_mul(number)?;
    let (one, rest, strange) = match known(after, times, text) {
        Some((one, rest)) => (one, rest, false),
        None => {
            let run = letters(after, MAX_UNKNOWN);
            let rest = after.get(run.len()..).filter(|_| !run.is_empty())?;
            (
                counted(text.get(..text.len() - rest.len())?, times),
                rest,
                true,
            )
        }
    };
    let Some(more) = rest.strip_prefix(['/', '·', '.', '*', '每']) else {
        return Some((one, rest, strange));
    };
    // 元/人·天: two measures together are a count word of their own.
    let Some((two, rest, stranger)) = per(more) else {
        return Some((one, rest, strange));
    };
    Some((together(&one, &two), rest, strange || stranger))
}

/// 人·天, 人/天, 每人每天: two measures together are one count word.
pub(in crate::value) fn together(first: &Simple, second: &Simple) -> Simple {
    let mut word = String::with_capacity(first.word.len() + second.word.len() + 1);
    word.push_str(&first.word);
    word.push('/');
    word.push_str(&second.word);
    counted(&word, 1)
}

/// A number above 0 without a fraction.
fn whole_number(number: Number) -> Option<u64> {
    (number.scale() == 0)
        .then(|| u64::try_from(number.mantissa()).ok())
        .flatten()
        .filter(|number| *number > 0)
}
