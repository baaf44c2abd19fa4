//! 指标名称: what an indicator's name says about its value.
//!
//! Decides which comparator a name suggests, and which sign and unit it holds (`(≥**平方米)`, `(万元)`).
//! The name only fills what the cell lacks; a number in it is offered, never used.

use super::amount::{self, Size};
use super::sign::{self, Signed};
use super::text::{Text, is_han};
use super::unit::{Unit, read as units};
use super::{Comparator, Context};
use crate::decimal::Number;

/// The sign, number and unit in a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Hint {
    pub comparator: Option<Comparator>,
    pub number: Option<Number>,
    pub unit: Option<Unit>,
}

/// Whether any of the words stands in a text.
fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// A name whose value is a day: 完成时间, 截止日期.
pub(super) fn is_dated(name: &str) -> bool {
    has(name, &["时间", "日期", "时限", "期限", "截止"])
}

/// A name whose value is a share: …率, 满意度, 比例.
pub(super) fn is_rate(name: &str) -> bool {
    has(
        name,
        &["率", "满意度", "比例", "百分比", "占比", "比重", "覆盖面"],
    )
}

/// A name whose value is an amount of something, so that `2022.12` is a number.
pub(super) fn is_amount(name: &str) -> bool {
    const WORDS: [&str; 22] = [
        "成本", "费", "金额", "资金", "经费", "收入", "产值", "面积", "数量", "人数", "次数",
        "支出", "补助", "标准", "投资", "价", "长度", "里程", "产量", "总额", "量", "数",
    ];
    is_rate(name) || has(name, &WORDS)
}

/// A name that asks yes or no.
pub(super) fn is_yes_no(name: &str) -> bool {
    has(name, &["是否", "有无", "能否", "可否"])
}

/// 百分点 means % where a name speaks of growth or decline.
pub(super) fn is_change(name: &str) -> bool {
    has(name, &["增长", "提高", "下降"])
}

/// The comparator that the direction column or the name suggests, if they tell.
pub(super) fn suggested(context: &Context<'_>) -> Option<Comparator> {
    const LESS: [&str; 27] = [
        "故障",
        "差错",
        "错误",
        "误差",
        "偏差",
        "事故",
        "死亡",
        "伤亡",
        "流失",
        "失业",
        "逾期",
        "发病",
        "违规",
        "违法",
        "违纪",
        "超支",
        "空置",
        "负债",
        "结余",
        "结转",
        "返贫",
        "损耗",
        "破损",
        "投诉",
        "贫困发生",
        "超标",
        "不合格",
    ];
    const COST: [&str; 9] = [
        "成本", "费用", "经费", "价格", "单价", "费", "支出", "时间", "响应",
    ];
    const LATE: [&str; 5] = ["时限", "时长", "周期", "工期", "等待"];
    const MORE: [&str; 27] = [
        "满意度",
        "覆盖",
        "合格",
        "完成",
        "数量",
        "次数",
        "人数",
        "面积",
        "个数",
        "户数",
        "场次",
        "规模",
        "收入",
        "产量",
        "产值",
        "里程",
        "长度",
        "保障",
        "参与",
        "达标",
        "受益",
        "增收",
        "使用年限",
        "件数",
        "数",
        "量",
        "年限",
    ];
    // 投诉处理率 is good, 投诉率 is not.
    const MENDED: [&str; 9] = [
        "处理", "办结", "回复", "整改", "及时", "节约", "达标", "解决", "下降",
    ];
    if has(context.direction, &["正向", "越大越好", "越高越好"]) {
        return Some(Comparator::AtLeast);
    }
    if has(
        context.direction,
        &["反向", "逆向", "负向", "越小越好", "越低越好"],
    ) {
        return Some(Comparator::AtMost);
    }
    let name = context.name;
    let (less, cost) = (has(name, &LESS), has(name, &COST));
    if is_rate(name) {
        return match (less, cost) {
            _ if has(name, &MENDED) => Some(Comparator::AtLeast),
            (true, _) => Some(Comparator::AtMost),
            // 成本增长率, 经费使用率: it could be either.
            (false, true) => None,
            (false, false) => Some(Comparator::AtLeast),
        };
    }
    if less || cost || has(name, &LATE) {
        return Some(Comparator::AtMost);
    }
    has(name, &MORE).then_some(Comparator::AtLeast)
}

/// Whether a name can hold a sign or a unit at all.
fn may_hint(name: &str) -> bool {
    name.bytes().any(|b| matches!(b, b'(' | b'<' | b'>' | b'='))
        || has(
            name,
            &["（", "≥", "≤", "＞", "＜", "＝", "≧", "≦", "**", "【"],
        )
}

/// The sign and unit in a name, if it has any.
pub(super) fn hint(name: &str) -> Option<Hint> {
    if !may_hint(name) {
        return None;
    }
    let text = Text::new(name);
    let plain = text.plain.as_str();
    // Brackets from the last to the first, then the first bare sign.
    let mut before = plain;
    while let Some((head, tail)) = before.rsplit_once('(') {
        if let Some((inside, after)) = tail.split_once(')') {
            let last = after.trim_end_matches([':', '。', ';', '*']).is_empty();
            if let Some(found) = inner(inside, last) {
                return Some(found);
            }
        }
        before = head;
    }
    let at = plain.find(['<', '>', '=', '≥', '≤'])?;
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
    let gap = rest.trim_start_matches(['*', '_', '×', 'X', 'x', '□', ' ']);
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
    let plain = text.plain.as_str();
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
        .find([')', ',', ';', '。'])
        .map_or(plain.len(), |end| digits + end);
    let mut starts: Vec<usize> = starts.collect();
    starts.sort_unstable();
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
    long && Text::new(name).plain.contains(words)
}
