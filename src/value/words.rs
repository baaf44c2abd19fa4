//! 定性: words, placeholders, and what is no value at all.
//!
//! Decides whether a text without a legible number is words that a clerk can judge, a gap left in a form, or
//! nothing legible; and which words mean yes, no, or one of the three bands.

use std::rc::Rc;

use super::lexicon::{past, starts};
use super::sign::{self, Lead, Signed};
use super::text::{Kinds, Text, is_han};
use super::unit::{Unit, is_counted, read as units};
use super::{Context, IssueKind, Words, WordsKind, name};
use crate::value::within::{has, holds};

/// The words of a cell.
pub(super) fn words(text: &Text<'_>, body: &str) -> Words {
    let raw = text.raw.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}')
    });
    Words {
        text: Rc::from(raw),
        kind: kind(body),
    }
}

/// Whether a text is one of some words, which are written with a space between.
fn is_one(words: &str, text: &str) -> bool {
    words.split(' ').any(|word| word == text)
}

/// Whether words say that nothing of what the indicator counts happened: 无, 未发生, 零投诉, 无安全事故; 无法统计,
/// 无重大事故 and 无效投诉 do not, nor 无伤亡 where accidents are counted.
pub(super) fn is_none(body: &str, context: &Context<'_>) -> bool {
    const PLAIN: &str = " 安全 生产 安全生产 生产安全 任何 群众 相关";
    let body = body.trim_start_matches(&['全', '本', '今', '当', '年', '度', '内'][..]);
    let mut words = "无 零 没有 暂无 未".split(' ');
    let found = words.find_map(|word| Some((word, body.strip_prefix(word)?)));
    let Some((word, rest)) = found else {
        return false;
    };
    let mut verbs = "发生 出现 发现 收到 接到".split(' ');
    let verb = verbs.find_map(|verb| rest.strip_prefix(verb));
    let mut thing = verb.unwrap_or(rest);
    for end in "发生 率 行为 现象 情况 事件".split(' ') {
        while let Some(rest) = thing.strip_suffix(end) {
            thing = rest;
        }
    }
    if thing.is_empty() {
        return !matches!(word, "暂无" | "未") || rest.starts_with(&['发', '出'][..]);
    }
    let unwanted = |thing| name::sense(thing).is_unwanted();
    let Some((at, _)) = thing.char_indices().nth_back(1) else {
        return false;
    };
    // 未办结 is not done, 无办结 none.
    let noun = verb.is_some() || word.ends_with(&['无', '零'][..]) || unwanted(thing);
    if noun && (holds(context.name, thing) || holds(context.target, thing)) {
        return true;
    }
    let (kind, last) = thing.split_at(at);
    let named = holds(context.name, last);
    let plain = is_one(PLAIN, kind) && (named || !unwanted(context.name));
    unwanted(last) && (plain || named && matches!(kind, "人" | "人员"))
}

/// Whether words say what is to be done, not what was: 计划6场, but not 争取资金6万元.
pub(super) fn is_plan(body: &str) -> bool {
    let no_plan = ["计划生", "计划完成率", "争取资", "争取项", "争取上"];
    starts("预计计划力争争取预期", body) && !no_plan.iter().any(|word| body.starts_with(word))
}

/// Whether an actual's number is another one than what was done: 目标12个, 应完成12个, 核减2万元; unless the name or
/// the target speaks of that.
pub(super) fn is_no_result(body: &str, context: &Context<'_>) -> bool {
    const STARTS: &str = "应完应建应付应达需完待建待付待支拟建次年明年下年没有多完少完";
    const ENDS: &str =
        "目标计划任务指标预算同期相差偏差调减核减审减节支节余追加结转退出失败终止取消";
    let figures = body.find(|c: char| c.is_ascii_digit());
    let before = body.get(..figures.unwrap_or_default()).unwrap_or_default();
    let words = before.trim_end_matches(&['值', '数', '为', ':', '(', ','][..]);
    let last = words.char_indices().nth_back(1);
    let last = last.and_then(|(at, _)| words.get(at..)).unwrap_or_default();
    let meant = holds(context.name, last) || holds(context.target, last);
    // 人均30站次 is no total.
    let mean = has(body, '均') && starts("人均户均村均生均班均", body);
    let meant_so = |text: &str| has(text, '均');
    if mean && !meant_so(context.name) && !meant_so(context.target) {
        return true;
    }
    starts(STARTS, body) || starts(ENDS, last) && !holds(before, "完成") && !meant
}

/// Which answer or band a text names.
fn kind(body: &str) -> WordsKind {
    const YES: &str = "是 有 完成 已完成 全部完成 已全部完成 按时完成 按期完成 如期完成 完成目标 达标 已达标 合格 \
        实现 已实现 √ ✓ ✔ 对 Y Yes yes YES";
    const NO: &str = "否 无 未 不 没有 未完成 没完成 未达标 不达标 不合格 未实现 × ✗ ✕ N No no NO";
    // The longest of them has five characters.
    let short = body.len() <= 15;
    if body.len() > 90 {
        return WordsKind::Other;
    }
    let body = body.trim_end_matches('。');
    if short && is_one(YES, body) {
        WordsKind::Yes
    } else if short && is_one(NO, body) {
        WordsKind::No
    } else {
        band(body).map_or(WordsKind::Other, WordsKind::Band)
    }
}

/// The band that a phrase of the form names: 达成预期指标, 部分达成并具有一定效果, 未达成且效果较差.
fn band(body: &str) -> Option<u8> {
    let (band, rest) = [
        ("全部或基本", 0),
        ("全部", 0),
        ("基本", 0),
        ("已", 0),
        ("部分", 1),
        ("未", 2),
        ("没有", 2),
    ]
    .iter()
    .find_map(|(word, band)| Some((*band, body.strip_prefix(word)?)))
    .unwrap_or((0, body));
    let mut verbs = "达成 达到 完成 实现 达".split(' ');
    let (reached, rest) = verbs.find_map(|verb| Some((verb, rest.strip_prefix(verb)?)))?;
    let object = past("了 年度 预期 年初 绩效 设定 的 指标 目标 值 效果", rest);
    let named = rest.len() - object.len() > "了".len();
    let end = past(", 、 并且 而且 并 且", object);
    let ends = match band {
        0 => end.is_empty(),
        1 => end.is_empty() || is_some_effect(end),
        _ => end.is_empty() || matches!(end, "效果较差" | "效果差" | "效果不佳"),
    };
    // 完成 and 未完成 are answers; only 达成 and 部分 make them a band of their own.
    let phrase = named || reached == "达成" || band == 1;
    (ends && phrase).then_some(band)
}

/// 具有一定效果.
fn is_some_effect(text: &str) -> bool {
    let rest = past("具有 具备 取得 产生 有 了 一定 的", text);
    rest.len() < text.len() && matches!(rest, "效果" | "成效")
}

/// What a text without any number is, where it is not words.
pub(super) fn nothing(text: &Text<'_>, body: &str, is_target: bool) -> Option<IssueKind> {
    const EMPTY: &str = "/ \\ - -- — —— * .. N/A NA n/a 空";
    if text.plain.is_empty() {
        return Some(IssueKind::Blank);
    }
    let plain = &*text.plain;
    if plain.len() <= 9 {
        let empty = is_one(EMPTY, plain) || is_target && body == "无";
        if empty
            || matches!(
                body,
                "不适用" | "暂无" | "待定" | "不涉及" | "同上" | "略" | "见附件"
            )
        {
            return Some(IssueKind::Placeholder);
        }
    }
    if !text.kinds.other {
        // Han characters alone are words, unless they are a unit alone.
        let unit = plain.len() <= 15 && units::whole(body).is_some();
        return match body {
            // 一 alone may be a dash.
            "一" => Some(IssueKind::Unreadable),
            _ if text.kinds.numeral && is_vague(body) => Some(IssueKind::Unreadable),
            _ => unit.then_some(IssueKind::TemplateGap),
        };
    }
    if holds(plain, "**") || holds(body, "××") || holds(body, "XX") || holds(body, "__") {
        return Some(IssueKind::TemplateGap);
    }
    let rest = match sign::symbols(body) {
        Signed::Found(_, rest) => rest,
        Signed::Conflict => return Some(IssueKind::ConflictingComparators),
        Signed::Nothing => body,
    };
    let signed = rest.len() < body.len();
    if signed && rest.is_empty() || units::whole(rest).is_some() {
        return Some(IssueKind::TemplateGap);
    }
    // 第O份: a letter stands where a figure was.
    let mixed = |c: char| matches!(c, 'O' | 'o' | 'l' | 'I');
    let odd = rest.contains(mixed)
        && rest.chars().filter(|c| c.is_ascii_alphabetic()).count() == 1
        && rest.chars().filter(|c| is_han(*c)).count() <= 3;
    let spoken =
        text.kinds.han || is_latin(rest) || matches!(rest, "√" | "✓" | "✔" | "×" | "✗" | "✕");
    (odd || !spoken || is_stray(rest)).then_some(IssueKind::Unreadable)
}

/// 一百二, 三分之二, 十几次, 三五次: numerals that are no exact number, alone or with a unit.
fn is_vague(body: &str) -> bool {
    let numeral = |c: char| has("零〇一二两三四五六七八九十百千万亿几数余多半", c);
    let rest = body.trim_start_matches(numeral);
    let rest = rest
        .strip_prefix("分之")
        .map_or(rest, |rest| rest.trim_start_matches(numeral));
    let read = body.len() - rest.len();
    read >= 6 && (rest.is_empty() || units::whole(rest).is_some())
}

/// Words in Latin letters.
fn is_latin(text: &str) -> bool {
    text.len() > 1 && text.chars().all(|c| c.is_ascii_alphabetic() || c == ' ')
        || matches!(text, "Y" | "N" | "y" | "n")
}

/// `》 亩`: a unit with something in front that is no sign.
fn is_stray(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next().unwrap_or_default();
    !is_han(first) && !first.is_alphanumeric() && units::whole(chars.as_str()).is_some()
}

/// Whether a text with figures that is no amount is prose, which a person judges.
///
/// Several numbers between words are prose; one number with a stray character is something misread.
pub(super) fn is_prose(body: &str, kinds: Kinds) -> bool {
    // C25, GB3838, 5A级: a class or a standard.
    let classed = [
        "A级", "GB", "ISO", "等保", "C2", "C3", "C4", "C5", "+N", "+X", "T+",
    ];
    if is_proportion(body) || classed.iter().any(|class| holds(body, class)) {
        return true;
    }
    if !kinds.han {
        return false;
    }
    let (mut numbers, mut letters, mut signs) = (0, 0, 0);
    let (mut first, mut mixed) = (None, false);
    let mut rest = body;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
            numbers += 1;
            if let Some(found) = units::unit(rest, 1).filter(|found| !found.unknown) {
                rest = found.rest;
                let counted = is_counted(&found.unit.upper);
                mixed |= first.is_some_and(|first: Unit| {
                    first != found.unit && (counted || is_counted(&first.upper))
                });
                first = Some(found.unit);
            }
            continue;
        }
        if let Some((_, after)) = sign::tail(rest) {
            rest = after;
            continue;
        }
        if let Some((Lead::Less | Lead::More | Lead::Not | Lead::Sign(_), after)) = sign::lead(rest)
        {
            signs += (rest.len() - after.len()) / 3;
            rest = after;
            continue;
        }
        letters += usize::from(is_han(c));
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    // 第3名, 全省前10%: a rank.
    let ranked = body.char_indices().any(|(at, c)| {
        let next = body.as_bytes().get(at + 3);
        matches!(c, '第' | '前') && next.is_some_and(u8::is_ascii_digit)
    });
    // 每月15日前, 提前10天, 7×24小时
    let regular = starts("每月每季每周每年次月次年当月提前超额", body)
        || holds(body, "24小时")
        || holds(body, "一遇")
        || body.ends_with("水平")
        || body.ends_with("学年")
        || body.ends_with("持平");
    // 1户1档
    let mut parts = body.split('1');
    let paired = parts.next() == Some("") && parts.all(|part| part.starts_with(is_han));
    ranked
        || regular
        || if numbers > 1 {
            // 1200户4500人, 1套+2台, 12座/386延米
            letters >= 2 || numbers > 3 || mixed || paired && numbers == body.split('1').count() - 1
        } else {
            letters + signs >= 4
        }
}

/// `1:18`, `7×24`: figures on both sides of a sign.
fn is_proportion(body: &str) -> bool {
    let bytes = body.as_bytes();
    body.char_indices().any(|(at, c)| {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        let sides = [before, bytes.get(at + c.len_utf8())];
        let both = |is: fn(&u8) -> bool| sides.iter().all(|side| side.is_some_and(is));
        match c {
            ':' => both(u8::is_ascii_digit),
            '*' => both(u8::is_ascii_alphanumeric),
            // 5人×3天
            '×' => at > 0 && bytes.len() > at + 2 && !holds(body, "××"),
            _ => false,
        }
    })
}
