//! Units at the start of a plain text.
//!
//! Decides where a unit ends: the longest known word, or a short run of letters that is then accepted with a
//! notice; after it 每 or `/` and what the number is counted per.

use std::rc::Rc;

use super::table::{FAMILIES, WORDS};
use super::{Dimension, Simple, Unit, Word};
use crate::decimal::Number;
use crate::value::lexicon::{Lexicon, lexicon, starts};
use crate::value::numeral::{self, Lexed};
use crate::value::sign::{Lead, lead, tail};
use crate::value::text::is_han;
use crate::value::within::has;

static LEXICON: Lexicon<u8> = lexicon!(u8, WORDS);

/// Most letters a word outside the tables may have, and most of Latin ones.
const MAX_UNKNOWN: usize = 4;
const MAX_LATIN: usize = 6;
/// Families whose words are also counted in times: 亩次, 公里次, 架次.
const AREA: u8 = 18;
const LENGTH: u8 = 24;
const PEOPLE: u8 = 35;
const COUNT: u8 = 36;

/// A unit as found, the text after it, and whether one of its words is outside the tables.
pub(in crate::value) struct Found<'s> {
    pub unit: Unit,
    pub rest: &'s str,
    pub unknown: bool,
}

/// The family and word at the start of a text; MWh is no MW.
fn word(text: &str) -> Option<(&'static str, u8, &str)> {
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    LEXICON.longest(text).filter(|(word, _, rest)| {
        !letter(word.as_bytes().last()) || !letter(rest.as_bytes().first())
    })
}

fn simple(word: Word, family: u8, times: u64) -> Option<Simple> {
    let (dimension, up, down) = *FAMILIES.get(usize::from(family))?;
    Some(Simple {
        word,
        dimension,
        factor: (up.checked_mul(times)?, down),
    })
}

/// A known unit without "per"; `before` holds the number and multiplier that belong to it: 万, `10万`.
fn known<'s>(text: &'s str, times: u64, before: &str) -> Option<(Simple, &'s str)> {
    let (word, family, rest) = self::word(text)?;
    // 2000平, but 10平台
    if word == "平" && !rest.is_empty() && tail(rest).is_none() {
        return None;
    }
    // 架次, 亩次 count what is done to one after the other.
    if matches!(family, AREA..=LENGTH | PEOPLE..=COUNT)
        && let Some(after) = rest
            .strip_prefix('次')
            .filter(|after| !after.starts_with('数'))
        && let Some(word) = text.get(..text.len() - after.len())
    {
        return Some((counted(&joined(before, word), times), after));
    }
    let word = match word {
        "百分号" | "百分数" | "百分比" | "百分之" => "%",
        "人(次)" => "人次",
        "dB" => "分贝",
        "lx" => "勒克斯",
        "人日" => "人天",
        "kWh" | "KWH" | "kwh" => "千瓦时",
        "MWh" => "兆瓦时",
        "公分" => "厘米",
        "个工日" => "工日",
        "°C" | "摄氏度" => "℃",
        "kw" => "kW",
        _ => word,
    };
    if times > 1 {
        let written = joined(before, word);
        // 万元 is a word of its own, also where the number ran on to it: 1亿2000万元.
        let simple = match self::word(&written) {
            Some((word, family, "")) => simple(Word::Known(word), family, 1)?,
            _ => simple(Word::Text(written.into()), family, times)?,
        };
        return Some((simple, rest));
    }
    Some((simple(Word::Known(word), family, 1)?, rest))
}

/// Two texts in one.
fn joined(first: &str, second: &str) -> String {
    let mut text = String::with_capacity(first.len() + second.len());
    text.push_str(first);
    text.push_str(second);
    text
}

/// A run of letters that may be a unit: up to the next word that cannot be part of one.
fn letters(text: &str, most: usize) -> &str {
    let mut count = 0;
    // One script throughout: 5A级 has no unit A级.
    let latin = text.starts_with(|c: char| c.is_ascii_alphabetic());
    let most = if latin { MAX_LATIN } else { most };
    for (at, c) in text.char_indices() {
        let here = text.get(at..).unwrap_or_default();
        let letter = if latin {
            c.is_ascii_alphabetic()
        } else {
            is_han(c)
        };
        let compares = matches!(c, '大' | '小' | '高' | '低' | '少')
            && matches!(lead(here), Some((Lead::Less | Lead::More, _)));
        if !letter || is_barred(c) || compares || tail(here).is_some() {
            return figureless(text.get(..at).unwrap_or_default());
        }
        count += 1;
        if count > most {
            return "";
        }
    }
    figureless(text)
}

/// A run of letters, unless it may be figures misread: `9O`, `1OO`.
fn figureless(run: &str) -> &str {
    if run.chars().all(|c| matches!(c, 'O' | 'o' | 'l' | 'I')) {
        ""
    } else {
        run
    }
}

/// Characters that never belong to a unit or to the noun after it: they would turn the sense.
fn is_barred(c: char) -> bool {
    has(
        "号前后初底末以上下不无未没非第至到和及与或约余多每内外其为是的了在于将且\
     并几从比较零〇一二两三四五六七八九十百千万亿半减降",
        c,
    )
}

/// A noun after a unit (`5个村`, `100%合格`), which is left out; empty where there is none.
pub(in crate::value) fn noun(text: &str) -> &str {
    let open = if opens_noun(text) { 6 } else { 0 };
    let run = letters(text.get(open..).unwrap_or_default(), 6);
    text.get(..open + run.len()).unwrap_or_default()
}

/// Whether a noun or verb starts whose first character would else end a unit: 及时 is no 及以上, 到位 no range.
pub(in crate::value) fn opens_noun(text: &str) -> bool {
    starts("及时到位到达到场到岗到账到校上报上线上岗下达下发下拨", text)
}

/// Reads the unit after a number with the multiplier `times`.
pub(in crate::value) fn unit(text: &str, times: u64) -> Option<Found<'_>> {
    let before = numeral::times_word(times);
    if let Some((upper, rest)) = known(text, times, before) {
        return Some(with_per(upper, rest, false));
    }
    if text.starts_with('/') {
        let found = with_per(Simple::unnamed(times), text, false);
        return found.unit.per.is_some().then_some(found);
    }
    let run = letters(text, MAX_UNKNOWN);
    if run.is_empty() {
        return None;
    }
    let rest = text.get(run.len()..)?;
    Some(with_per(counted(&joined(before, run), times), rest, true))
}

/// A known unit that is the whole text, without "per" or multiplier.
pub(in crate::value) fn plain(text: &str) -> Option<Unit> {
    let (upper, rest) = known(text, 1, "")?;
    rest.is_empty().then_some(Unit { upper, per: None })
}

/// A known unit that is the whole text, with "per" or without; for names and unit columns.
pub(in crate::value) fn whole(text: &str) -> Option<Unit> {
    let (times, after) = match word(text) {
        Some(_) => (1, text),
        None => numeral::times(text)?,
    };
    let (upper, rest) = known(after, times, numeral::times_word(times))?;
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
fn with_per(mut upper: Simple, text: &str, unknown: bool) -> Found<'_> {
    // 3月 and 3季度 would be dates.
    let durable = match &*upper.word {
        "月" => Some("个月"),
        "季" | "季度" => Some("个季度"),
        _ => None,
    };
    upper.word = durable.map_or(upper.word, Word::Known);
    let bare = Found {
        unit: Unit { upper, per: None },
        rest: text,
        unknown,
    };
    let Some(after) = text.strip_prefix('/').or_else(|| text.strip_prefix('每')) else {
        return bare;
    };
    // 1次/2年, but 3天/5天 are two values.
    let timed = is_timed(&bare.unit.upper) || bare.unit.upper.dimension == Dimension::Workday;
    // 元/(人·月)
    let inner = after
        .strip_prefix('(')
        .and_then(|after| after.split_once(')'));
    let found = match inner {
        Some((inner, rest)) => per(inner, false)
            .filter(|(_, end, _)| end.is_empty())
            .map(|(per, _, strange)| (per, rest, strange)),
        None => per(after, !timed),
    };
    let Some((per, rest, strange)) = found else {
        return bare;
    };
    Found {
        unit: Unit {
            upper: bare.unit.upper,
            per: Some(Box::new(per)),
        },
        rest,
        unknown: unknown || strange,
    }
}

const fn is_timed(simple: &Simple) -> bool {
    matches!(simple.dimension, Dimension::Time | Dimension::Month)
}

/// Most measures that stand together behind the first one after "per": a cell may hold nothing else.
const MOST_TOGETHER: usize = 3;

/// Reads what stands after "per": 亩, `10万人`, 人·天; of times also 两年 and 3个月, where that is no second value.
pub(in crate::value) fn per(text: &str, times: bool) -> Option<(Simple, &str, bool)> {
    let (mut one, mut rest, mut strange) = one_per(text, times)?;
    // 元/人·天, 元/生年: measures together are a count word of their own.
    for _ in 0..MOST_TOGETHER {
        let timed = is_timed(&one);
        let time = |text: &str| !timed && text.starts_with(&['年', '月', '天', '日'][..]);
        let more = rest.strip_prefix(&['/', '·', '.', '*', '每'][..]);
        let more = more.or_else(|| Some(rest).filter(|rest| time(rest)));
        let Some((two, after, stranger)) = more.and_then(|more| one_per(more, false)) else {
            break;
        };
        (one, rest) = (together(&one, &two), after);
        strange |= stranger;
    }
    Some((one, rest, strange))
}

/// Reads one measure after "per".
fn one_per(text: &str, timed: bool) -> Option<(Simple, &str, bool)> {
    /// The most years, months or days together.
    const MANY: u64 = 60;
    let (number, after) = match numeral::lex(text) {
        Lexed::Found(numeral, rest) if !numeral.chinese || timed && numeral.times == 1 => {
            (whole_number(numeral.number)?, rest)
        }
        Lexed::Found(..) | Lexed::Nothing => (1, text),
        Lexed::TooMany => return None,
    };
    let (times, after) = match word(after) {
        Some(_) => (1, after),
        None => numeral::times(after).unwrap_or((1, after)),
    };
    let plain = is_power_of_ten(number);
    if !plain && (!timed || number > MANY) {
        return None;
    }
    let times = times.checked_mul(number)?;
    let before = text.get(..text.len() - after.len())?;
    // ≤20人/10万
    if times >= 10_000 && (after.is_empty() || tail(after).is_some()) {
        let mut some = Simple::unnamed(times);
        some.word = Word::Text(before.into());
        return Some((some, after, false));
    }
    // 公里/时
    let hour = after.strip_prefix('时');
    let known = match hour.and_then(|rest| Some((known("小时", times, before)?.0, rest))) {
        None => known(after, times, before),
        hour => hour,
    };
    if let Some((one, rest)) = known {
        if !plain && !is_timed(&one) {
            return None;
        }
        // 元/人天 is 元/人·天
        let one = match one.word.strip_prefix('人') {
            Some(time @ ("天" | "日" | "月" | "年")) => counted(&joined("人/", time), times),
            _ => one,
        };
        let share = matches!(
            one.dimension,
            Dimension::Percent | Dimension::PercentagePoint
        );
        return (!share).then_some((one, rest, false));
    }
    let run = letters(after, MAX_UNKNOWN);
    let rest = after
        .get(run.len()..)
        .filter(|_| plain && !run.is_empty())?;
    Some((counted(&joined(before, run), times), rest, true))
}

/// 人·天, 人/天, 每人每天: two measures together are one count word, the time behind.
pub(in crate::value) fn together(first: &Simple, second: &Simple) -> Simple {
    let (first, second) = if is_timed(first) && !is_timed(second) {
        (second, first)
    } else {
        (first, second)
    };
    let times = first.times().saturating_mul(second.times());
    let time = match &*second.word {
        "日" | "d" => "天",
        "季度" => "季",
        word => word,
    };
    counted(&joined(&joined(&first.word, "/"), time), times)
}

/// 1, 10, 100 …
const fn is_power_of_ten(number: u64) -> bool {
    let mut rest = number;
    while rest > 1 && rest.is_multiple_of(10) {
        rest /= 10;
    }
    rest == 1
}

/// A number above 0 without a fraction.
fn whole_number(number: Number) -> Option<u64> {
    (number.scale() == 0)
        .then(|| u64::try_from(number.mantissa()).ok())
        .flatten()
        .filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::{FAMILIES, LEXICON, WORDS};

    #[test]
    fn words_are_in_order_and_have_families() {
        assert!(LEXICON.is_sorted());
        assert!(
            WORDS
                .iter()
                .all(|(_, family)| usize::from(*family) < FAMILIES.len())
        );
    }

    #[test]
    fn factors_are_in_lowest_terms() {
        fn gcd(a: u64, b: u64) -> u64 {
            if b == 0 { a } else { gcd(b, a % b) }
        }
        assert!(FAMILIES.iter().all(|(_, up, down)| gcd(*up, *down) == 1));
    }
}
