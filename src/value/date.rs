//! 时间: dates, months, quarters and years in a plain text.
//!
//! Decides what a date says (`12月底前`, `2021年7月`, `2023.07-2024.01`, 年底); which day that makes a deadline
//! is decided in `deadline`. `N月` is a date, `N个月` a duration; `20年` is a duration, `2022年` a year.

mod moment;

use super::amount::{is_aside, is_undone};
use super::sign::{self, Lead, Signed, Tail};
use super::unit::read as units;
use crate::value::within::{has, holds};
use moment::{figures, four_digits, small};
pub(super) use moment::{moment, year};

/// How precise a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    Year,
    /// 上半年 is 1.
    Half(u8),
    Quarter(u8),
    Month(u8),
    /// 上旬 is 1, 下旬 is 3.
    Third(u8, u8),
    Day(u8, u8),
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// With 年, 月 or the like, or with hyphens.
    Plain,
    /// `2022.12`: may be a number.
    Dotted,
    /// `20221231`: may be a number.
    Compact,
}

/// A day, month … as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// Nothing where none is written.
    pub year: Option<u16>,
    pub grain: Grain,
    /// 底, 末: its last day.
    pub end: bool,
    /// 初, 中: no particular day.
    pub vague: bool,
    pub style: Style,
}

/// What stands after a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    Bare,
    /// 前, 之前.
    Before,
    /// 内, 以内; or 不晚于, ≤, 截至 before it.
    By,
}

/// A whole text that is a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// The start of a span of time.
    pub from: Option<Moment>,
    pub until: Moment,
    pub mark: Mark,
    /// Words were left out.
    pub left_out: bool,
}

/// Reads a whole text as a date; nothing where it is something else.
pub(super) fn read(text: &str) -> Option<Date> {
    let (mut mark, rest) = leads(text)?;
    let (from, until, rest) = span(rest).or_else(|| month_and_day(rest))?;
    let (after, rest) = mark_after(rest);
    if after != Mark::Bare {
        mark = after;
    }
    // ≤2021年水平 is no date.
    let marked = mark != Mark::Bare && (after != Mark::Bare || until.grain != Grain::Year);
    let bare = !marked && !until.end && from.is_none();
    let left_out = tails(rest, bare)?;
    Some(Date {
        from,
        until,
        mark,
        left_out,
    })
}

/// `12.31前`; without 前 it is a number.
fn month_and_day(text: &str) -> Option<(Option<Moment>, Moment, &str)> {
    let (month, rest) = figures(text)?;
    let (day, rest) = figures(rest.strip_prefix('.')?)?;
    let before = mark_after(rest).0 == Mark::Before;
    before.then_some((None, Moment::new(None, Grain::Day(month, day)), rest))
}

/// Words and signs before a date.
fn leads(text: &str) -> Option<(Mark, &str)> {
    const LEADS: [(&str, Mark); 14] = [
        ("截止到", Mark::By),
        ("截止至", Mark::By),
        ("截至", Mark::By),
        ("截止", Mark::By),
        ("最迟", Mark::By),
        ("最晚", Mark::By),
        ("力争", Mark::Bare),
        ("计划", Mark::Bare),
        ("预计", Mark::Bare),
        ("确保", Mark::Bare),
        ("于", Mark::Bare),
        ("在", Mark::Bare),
        ("至", Mark::By),
        ("到", Mark::By),
    ];
    let (mut mark, mut rest) = (Mark::Bare, text);
    loop {
        let found = LEADS
            .iter()
            .find_map(|(word, mark)| Some((*mark, rest.strip_prefix(word)?)));
        let (next, after) = match (found, sign::symbols(rest)) {
            (Some(found), _) => found,
            (None, Signed::Found(super::Comparator::AtMost, after)) => (Mark::By, after),
            (None, Signed::Found(super::Comparator::Below, after)) => (Mark::Before, after),
            (None, Signed::Found(super::Comparator::Equal, after)) => (Mark::Bare, after),
            (None, Signed::Nothing) => match sign::lead(rest) {
                Some((lead @ (Lead::Not | Lead::Less), after)) => {
                    match sign::combined(lead, after)? {
                        (super::Comparator::AtMost, after) => (Mark::By, after),
                        (super::Comparator::Below, after) => (Mark::Before, after),
                        _ => return None,
                    }
                }
                _ => return Some((mark, rest)),
            },
            (None, _) => return None,
        };
        if next != Mark::Bare {
            mark = next;
        }
        rest = after;
    }
}

/// 前 or 内 after a date.
fn mark_after(text: &str) -> (Mark, &str) {
    const MARKS: [(&str, Mark); 9] = [
        ("之前", Mark::Before),
        ("以前", Mark::Before),
        ("前", Mark::Before),
        ("之内", Mark::By),
        ("以内", Mark::By),
        ("内", Mark::By),
        ("为止", Mark::By),
        ("止", Mark::By),
        ("(含)前", Mark::Before),
    ];
    MARKS
        .iter()
        .find_map(|(word, mark)| Some((*mark, text.strip_prefix(word)?)))
        .unwrap_or((Mark::Bare, text))
}

/// Takes the words after a date; whether any was left out.
///
/// Behind a bare date only words of completion: 2022年竣工 is a deadline, 2021年水平 is none.
fn tails(text: &str, bare: bool) -> Option<bool> {
    const DONE: [&str; 16] = [
        "完", "竣", "建成", "交付", "验收", "到位", "实施", "开工", "启动", "上线", "投入", "支付",
        "发放", "提交", "报送", "办结",
    ];
    let mut rest = text;
    let mut left_out = false;
    while !rest.is_empty() {
        // 12月20日(提前10天), 12月,按期: but a remark about another day is none.
        let remark = rest
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'));
        let aside = match remark {
            // 6月底前(下达)、12月底前(完工) are two.
            Some(remark) => {
                let one = |(head, _): (&str, &str)| has(head, '(');
                sign::tail(rest).is_none() && remark.split_once(')').is_none_or(one)
            }
            None => is_aside(rest) && !rest.contains(|c: char| c.is_ascii_digit()),
        };
        if aside {
            return (!rest.contains(&['延', '调'][..]) && !is_undone(rest)).then_some(true);
        }
        match sign::tail(rest) {
            Some((Tail::Nothing | Tail::Included, after)) => rest = after,
            Some(_) => return None,
            None if left_out => return None,
            None => {
                let noun = units::noun(rest);
                if bare && !DONE.iter().any(|done| holds(noun, done)) {
                    return None;
                }
                rest = rest.get(noun.len()..).filter(|_| !noun.is_empty())?;
                left_out = true;
            }
        }
    }
    Some(left_out)
}

/// One moment, or two with a dash between.
fn span(text: &str) -> Option<(Option<Moment>, Moment, &str)> {
    if let Some(found) = short_span(text) {
        return Some(found);
    }
    let (first, rest) = moment(text)?;
    let Some(after) = dash(rest) else {
        return Some((None, first, rest));
    };
    let second = moment(after).or_else(|| {
        // 2022.1.1-12.31
        let (month, rest) = small(after).filter(|_| first.style == Style::Dotted)?;
        let (day, rest) = small(rest.strip_prefix('.')?)?;
        Some((Moment::new(None, Grain::Day(month, day)), rest))
    });
    let (mut second, rest) = second?;
    second.year = second.year.or(first.year);
    Some((Some(first), second, rest))
}

/// `1-12月`, `2022年1-12月`, `1-4季度`, `2021-2025年`: the first number lacks its 月, 季度 or 年.
fn short_span(text: &str) -> Option<(Option<Moment>, Moment, &str)> {
    if let Some((first, rest)) = four_digits(text)
        && let Some((second, rest)) = dash(rest).and_then(four_digits)
        && let Some(rest) = rest.strip_prefix('年')
    {
        let from = Moment::new(Some(first), Grain::Year);
        let until = Moment::new(Some(second), Grain::Year);
        return Some((Some(from), until, rest.strip_prefix('度').unwrap_or(rest)));
    }
    let (year, rest) = year(text).unwrap_or((None, text));
    let (first, rest) = small(rest)?;
    let (second, rest) = small(dash(rest)?)?;
    let (grain, rest): (fn(u8) -> Grain, &str) = match rest.strip_prefix("季度") {
        Some(rest) if first.max(second) <= 4 => (Grain::Quarter, rest),
        _ => (Grain::Month, rest.strip_prefix('月')?),
    };
    let from = Moment::new(year, grain(first));
    let mut until = Moment::new(year, grain(second));
    let rest = rest.strip_prefix('份').unwrap_or(rest);
    let rest = until.ends(rest);
    Some((Some(from), until, rest))
}

fn dash(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(&['-', '~', '—', '至', '到'][..])?;
    Some(rest.strip_prefix(&['-', '—'][..]).unwrap_or(rest))
}
