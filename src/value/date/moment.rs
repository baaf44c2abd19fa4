//! One date: a day, month, quarter, year, with the words and points it is written with.

use super::{Grain, Moment, Style};
use crate::decimal::whole;
use crate::value::Day;
use crate::value::day::{FIRST_YEAR, LAST_YEAR};
use crate::value::numeral::{self, Lexed};

/// Four figures that are a year.
pub(super) fn four_digits(text: &str) -> Option<(u16, &str)> {
    let (head, rest) = text.split_at_checked(4)?;
    let year = head.bytes().try_fold(0_u16, |sum, b| {
        b.is_ascii_digit().then(|| sum * 10 + u16::from(b - b'0'))
    })?;
    let further = rest.starts_with(|c: char| c.is_ascii_digit());
    ((FIRST_YEAR..=LAST_YEAR).contains(&year) && !further).then_some((year, rest))
}

/// 二〇二二.
fn four_numerals(text: &str) -> Option<(u16, &str)> {
    let mut year = 0;
    let mut rest = text;
    for _ in 0..4 {
        let c = rest.chars().next()?;
        year = year * 10 + u16::try_from(numeral::digit(c)?).ok()?;
        rest = rest.get(c.len_utf8()..)?;
    }
    (FIRST_YEAR..=LAST_YEAR)
        .contains(&year)
        .then_some((year, rest))
}

/// A number of one or two figures, or in Chinese.
pub(super) fn small(text: &str) -> Option<(u8, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let number = whole(text.get(..digits).filter(|_| digits <= 2)?)?;
        return Some((number, text.get(digits..)?));
    }
    if let Some(rest) = text.strip_prefix('元') {
        return Some((1, rest));
    }
    match numeral::lex(text) {
        Lexed::Found(numeral, rest) if numeral.chinese && numeral.times == 1 => {
            let whole = numeral.number.scale() == 0;
            let number = u8::try_from(numeral.number.mantissa()).ok();
            Some((number.filter(|_| whole)?, rest))
        }
        _ => None,
    }
}

/// A year with its 年, or a word for the table's year.
pub(in crate::value) fn year(text: &str) -> Option<(Option<u16>, &str)> {
    const WORDS: [&str; 8] = [
        "每年度",
        "每年",
        "当年度",
        "当年",
        "本年度",
        "本年",
        "今年",
        "年度",
    ];
    if let Some(rest) = WORDS.iter().find_map(|word| text.strip_prefix(word)) {
        return Some((None, once(rest)));
    }
    let long = four_digits(text).or_else(|| four_numerals(text));
    let (year, rest) = match long {
        // 2022全年
        Some((year, rest)) if rest.starts_with("全年") => (year, rest),
        Some((year, rest)) => (year, rest.strip_prefix('年')?),
        None => {
            // 22年12月, 22年底: short for 2022; 22年 alone is a duration.
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            let (short, rest) = small(text).filter(|_| digits == 2)?;
            let rest = rest.strip_prefix('年')?;
            let dated = rest.starts_with(&['底', '末'][..])
                || small(rest).is_some_and(|(_, rest)| rest.starts_with('月'));
            (2000 + u16::from(short), Some(rest).filter(|_| dated)?)
        }
    };
    // 2022年全年
    if let Some(rest) = rest.strip_prefix("全年") {
        return Some((Some(year), rest));
    }
    Some((Some(year), once(rest.strip_prefix('度').unwrap_or(rest))))
}

/// The text after the second 年 of 2022年年底.
fn once(text: &str) -> &str {
    let after = text.strip_prefix('年');
    after
        .filter(|after| after.starts_with(&['底', '末', '终'][..]))
        .unwrap_or(text)
}

/// A day, month, quarter … at the start of a text.
pub(in crate::value) fn moment(text: &str) -> Option<(Moment, &str)> {
    if let Some(found) = pointed(text).or_else(|| compact(text)) {
        return Some(found);
    }
    if let Some((year, after)) = year(text) {
        if let Some((mut moment, rest)) = part(after) {
            moment.year = year;
            return Some((moment, rest));
        }
        let mut moment = Moment::new(year, Grain::Year);
        let rest = moment.ends(after);
        // 每年 alone is no date; 当年 and 2022年 are.
        let dated = !text.starts_with("每年") && !text.starts_with("年度");
        return (dated || moment.end || after.starts_with('内')).then_some((moment, rest));
    }
    if let Some(after) = text.strip_prefix('年') {
        let mut moment = Moment::new(None, Grain::Year);
        let rest = moment.ends(after);
        return (moment.end || rest.starts_with('内')).then_some((moment, rest));
    }
    part(text)
}

/// A part of a year: quarter, half, month, ten days, day.
fn part(text: &str) -> Option<(Moment, &str)> {
    let half = [("上半年", 1), ("下半年", 2)]
        .iter()
        .find_map(|(word, half)| Some((*half, text.strip_prefix(word)?)));
    if let Some((half, rest)) = half {
        let mut moment = Moment::new(None, Grain::Half(half));
        let rest = moment.ends(rest);
        return Some((moment, rest));
    }
    let (number, rest) = small(text.strip_prefix('第').unwrap_or(text))?;
    if let Some(rest) = rest.strip_prefix("季度") {
        let mut moment = Moment::new(None, Grain::Quarter(number));
        let rest = moment.ends(rest);
        return (1..=4).contains(&number).then_some((moment, rest));
    }
    let rest = rest
        .strip_prefix('月')
        .filter(|_| !text.starts_with('第'))?;
    let rest = rest.strip_prefix('份').unwrap_or(rest);
    if let Some((day, rest)) = small(rest)
        // 6月30 without its 日
        && let Some(rest) = rest.strip_prefix(&['日', '号'][..]).or_else(|| {
            (rest.is_empty() || rest.starts_with('前')).then_some(rest)
        })
    {
        let day = Moment::new(None, Grain::Day(number, day));
        return Some((day, clock(rest)));
    }
    const THIRDS: [(&str, u8, bool); 5] = [
        ("上旬", 1, false),
        ("中旬", 2, false),
        ("下旬", 3, false),
        ("初", 1, true),
        ("中", 2, true),
    ];
    let third = THIRDS
        .iter()
        .find_map(|(word, third, vague)| Some((*third, *vague, rest.strip_prefix(word)?)));
    if let Some((third, vague, rest)) = third {
        let mut moment = Moment::new(None, Grain::Third(number, third));
        moment.vague = vague;
        return Some((moment, rest));
    }
    let mut moment = Moment::new(None, Grain::Month(number));
    let rest = moment.ends(rest);
    Some((moment, rest))
}

/// `2022.12`, `2022-12-31`, `2022/12/31`.
fn pointed(text: &str) -> Option<(Moment, &str)> {
    let (year, rest) = four_digits(text)?;
    let sign = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '.' | '-' | '/'))?;
    let (month, rest) = figures(rest.get(1..)?)?;
    if !(1..=12).contains(&month) {
        return None;
    }
    let mut moment = Moment::new(Some(year), Grain::Month(month));
    if sign == '.' {
        moment.style = Style::Dotted;
    }
    let day = rest
        .strip_prefix(sign)
        .and_then(figures)
        // 2022-01-2022-12 has no day.
        .filter(|(_, rest)| !rest.starts_with(|c: char| c.is_ascii_digit()));
    if let Some((day, rest)) = day {
        moment.grain = Grain::Day(month, day);
        return Some((
            moment,
            clock(rest.strip_prefix(&['日', '号'][..]).unwrap_or(rest)),
        ));
    }
    let rest = rest.strip_prefix('月').unwrap_or(rest);
    let rest = moment.ends(rest);
    Some((moment, rest))
}

/// The text after a time of day: `24时`, `17:30`, ` 0:00:00`.
fn clock(text: &str) -> &str {
    let Some((_, mut rest)) = figures(text.strip_prefix(&[' ', 'T'][..]).unwrap_or(text)) else {
        return text;
    };
    if let Some(rest) = rest.strip_prefix(&['时', '点'][..]) {
        return rest;
    }
    if !rest.starts_with(':') {
        return text;
    }
    while let Some((_, after)) = rest.strip_prefix(':').and_then(figures) {
        rest = after;
    }
    rest
}

/// One or two figures, not more.
pub(super) fn figures(text: &str) -> Option<(u8, &str)> {
    text.starts_with(|c: char| c.is_ascii_digit())
        .then(|| small(text))?
}

/// `20221231`, `202212`.
fn compact(text: &str) -> Option<(Moment, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (head, rest) = text.split_at_checked(digits)?;
    let (year, rest_of_head) = head.split_at_checked(4)?;
    let (year, _) = four_digits(year)?;
    let (month, day) = rest_of_head.split_at_checked(2)?;
    let month = whole(month)?;
    let grain = match day.len() {
        0 => Grain::Month(month),
        2 => Grain::Day(month, whole(day)?),
        _ => return None,
    };
    let mut moment = Moment::new(Some(year), grain);
    moment.days(year)?;
    moment.style = Style::Compact;
    Some((moment, rest))
}

impl Moment {
    pub(super) const fn new(year: Option<u16>, grain: Grain) -> Self {
        Self {
            year,
            grain,
            end: false,
            vague: false,
            style: Style::Plain,
        }
    }

    /// Takes 底 and 末.
    pub(super) fn ends<'s>(&mut self, text: &'s str) -> &'s str {
        match text.strip_prefix(&['底', '末', '终'][..]) {
            Some(rest) => {
                self.end = true;
                rest
            }
            None => text,
        }
    }

    /// The first and the last day of it in a year; nothing where there is no such day.
    pub(in crate::value) fn days(self, year: u16) -> Option<(Day, Day)> {
        let months = |first, last| Some((Day::new(year, first, 1)?, Day::last_of(year, last)?));
        match self.grain {
            Grain::Year => months(1, 12),
            Grain::Half(half) => months(half * 6 - 5, half * 6),
            Grain::Quarter(quarter) => months(quarter * 3 - 2, quarter * 3),
            Grain::Month(month) => months(month, month),
            Grain::Third(month, third) => {
                let last = match third {
                    3 => Day::last_of(year, month)?,
                    third => Day::new(year, month, third * 10)?,
                };
                Some((Day::new(year, month, third * 10 - 9)?, last))
            }
            Grain::Day(month, day) => Day::new(year, month, day).map(|day| (day, day)),
        }
    }
}
