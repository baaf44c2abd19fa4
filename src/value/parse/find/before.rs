//! The words before a number: which of them may be passed over.
//!
//! Decides whether words only say what is counted, so that the number behind them is the value, and which figures
//! among them are a word's own: PM2.5, 65岁以上, 12345热线.

use crate::value::Context;
use crate::value::amount;
use crate::value::change::{self, Change};
use crate::value::lexicon::{past, starts};
use crate::value::name;
use crate::value::text::is_han;
use crate::value::unit::{Dimension, Unit, read as units};
use crate::value::within::{has, holds};

/// Whether the name speaks of the words before a number: 完成培训5次 on 培训次数.
pub(super) fn named(before: &str, context: &Context<'_>) -> bool {
    let mut words = past("完成 实现 开展 组织 举办 新增 全年 共", before);
    for verb in "达到 达 为 约 完成 共 不".split(' ') {
        words = words.strip_suffix(verb).unwrap_or(words);
    }
    name::speaks_of(context.name, words)
}

/// How many bytes of figures stand here that are no value: PM2.5, SO2, 5分制, 5岁, the year of 较2021年增长.
pub(super) fn own_figures(before: &str, rest: &str) -> usize {
    if before.ends_with(|c: char| c.is_ascii_alphabetic()) && amount::read(rest).is_err() {
        let figure = |b: &u8| b.is_ascii_digit() || *b == b'.';
        return rest.bytes().take_while(figure).count();
    }
    let figures = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(figures..).unwrap_or_default();
    // 24小时火灾扑灭率100%
    if before.is_empty()
        && let Some(found) = units::unit(after, 1).filter(|found| is_timed(&found.unit))
        && let Some(end) = found.rest.find(|c| !is_han(c))
        && found
            .rest
            .get(..end)
            .is_some_and(|noun| noun.ends_with('率'))
    {
        return rest.len() - found.rest.len();
    }
    // 12345热线办结率≥95%
    let call = figures > 2
        && before.is_empty()
        && after.starts_with(|c| is_han(c) && !has("余多万千百亿", c))
        && units::unit(after, 1).is_none_or(|found| found.unknown);
    let base = figures == 4
        && after.starts_with('年')
        && before.ends_with(&['较', '比', '于', '与'][..])
        && change::of(after).is_some();
    // 65岁以上, 0-6岁
    let behind = after.trim_start_matches(|c: char| c.is_ascii_digit() || has("-~—", c));
    let years = behind.strip_prefix('周').unwrap_or(behind);
    let aged = years.starts_with(if behind == after { "岁以" } else { "岁" });
    if aged {
        rest.len() - years.len()
    } else if call || base || after.starts_with("分制") || after.starts_with("A级") {
        figures
    } else {
        0
    }
}

/// Whether a unit measures time.
const fn is_timed(unit: &Unit) -> bool {
    matches!(
        unit.upper.dimension,
        Dimension::Time | Dimension::Workday | Dimension::Month
    )
}

/// Whether a few words before a number only say what is counted, or what grows or falls and since when: not what it
/// is compared with, nor a rank.
pub(super) fn is_plain(before: &str) -> bool {
    const OTHER: &str = "排名名次位次正负低于高于好于高出低出还差尚差尚余尚有还有另有结余剩余缺口至少至多起码月均日均季均周均";
    const BASE: &str = "相比同比环比上年去年均水";
    let changes = change::of(before).is_some_and(|change| change != Change::Mixed);
    // …覆盖率达到
    let named = before.trim_end_matches(&['达', '到', '为'][..]);
    let rate = named.ends_with('率') || named.ends_with("满意度");
    // 逾期2天 is no duration.
    const LATE: &str = "逾期误期延期延迟推迟延误拖延滞后";
    let last = before.char_indices().nth_back(1);
    let late = last.is_some_and(|(at, _)| starts(LATE, before.get(at..).unwrap_or_default()));
    let word = |(at, c): (usize, char)| {
        let rest = before.get(at..).unwrap_or_default();
        // 上年5%, but 年培训5次
        let time = matches!(c, '年' | '月' | '日' | '季' | '周') && rest.len() == 3;
        let base =
            time || c == '每' || c == '较' && !starts("较大较高较重", rest) || starts(BASE, rest);
        let figure = c.is_ascii_digit() || c == '.';
        let letter = is_han(c) || c.is_ascii_uppercase() || c == '&' || changes && figure;
        let noun = rest.starts_with("第三方") || starts("前期后续后期超声", rest);
        let noun = noun || is_scan(before.get(..at).unwrap_or_default(), rest);
        // 上下半年各2次 are 4, 各类活动2次 are 2.
        let each = c == '各' && rest.len() == 3;
        let rank = each || !rate && !noun && matches!(c, '第' | '前' | '后' | '超' | '欠');
        let other = rank || starts(OTHER, rest);
        letter && !other && if changes { c != '不' } else { !base }
    };
    // 不合格率 turns the sense, 不动产 does not.
    let turned = before.starts_with(&['不', '未', '比'][..]) && !starts("不动未成不锈", before);
    (2..=if changes || rate { 30 } else { 12 }).contains(&before.chars().count())
        && before.ends_with(|c: char| is_han(c) || c.is_ascii_uppercase())
        && before.char_indices().all(word)
        && (changes || !turned)
        && !late
}

/// Whether the 超 that follows is no comparator: B超500人次.
pub(super) fn is_scan(before: &str, rest: &str) -> bool {
    before.ends_with(&['B', '彩'][..]) && rest.starts_with('超')
}

/// Whether the words before a comparator may turn its sense.
pub(super) fn is_negated(before: &str) -> bool {
    let close = before.chars().rev().take(3);
    let negation = |c: char| has("不没无未非勿禁否免绝", c);
    close.into_iter().any(negation)
        || ["避免", "防止", "杜绝", "禁止"]
            .iter()
            .any(|word| holds(before, word))
}
