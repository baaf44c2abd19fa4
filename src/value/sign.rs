//! Signs: 不低于, `≥`, 以上 and the other words around a number.
//!
//! Decides which comparator a run of signs or words means. Words are combined, not listed: 不 turns 低于 round,
//! 等于 lets the limit itself in.

use super::Comparator;
use super::lexicon::{Lexicon, lexicon};

/// What a word before a number does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// 低于: below.
    Less,
    /// 超过: above.
    More,
    /// 不, 不得: turns the next word round.
    Not,
    /// 等于: lets the limit in.
    OrEqual,
    /// A comparator of its own.
    Sign(Comparator),
    /// 控制在: at most, unless a range follows.
    Within,
    /// 达到, 完成: no comparator, but hints at "at least".
    Reach,
    /// ¥, 人民币: the unit is 元 where none follows.
    Money,
    /// Says nothing about the number.
    Carrier,
    /// 约: roughly.
    Roughly,
    /// 每: a unit "per" follows.
    Per,
}

/// What a word after a number does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// 以上, 以内.
    Sign(Comparator),
    /// 左右: roughly.
    Roughly,
    /// 完成, a full stop: nothing.
    Nothing,
    /// 之间, after a range.
    Between,
    /// (含).
    Included,
    /// (不含).
    Excluded,
}

/// Words before a number, in byte order.
#[rustfmt::skip]
const LEADS: [(&str, Lead); 110] = [
    ("¥", Lead::Money), ("一共", Lead::Carrier), ("上限", Lead::Sign(Comparator::AtMost)), ("下于", Lead::Less), ("下限", Lead::Sign(Comparator::AtLeast)), ("不", Lead::Not), ("不允许", Lead::Not),
    ("不到", Lead::Sign(Comparator::Below)), ("不可", Lead::Not), ("不宜", Lead::Not), ("不应", Lead::Not),
    ("不应当", Lead::Not), ("不得", Lead::Not), ("不满", Lead::Sign(Comparator::Below)), ("不能", Lead::Not),
    ("不要", Lead::Not), ("不足", Lead::Sign(Comparator::Below)), ("严格", Lead::Carrier),
    ("为", Lead::Sign(Comparator::Equal)), ("亚于", Lead::Less), ("人均", Lead::Carrier), ("人民币", Lead::Money), ("仅", Lead::Carrier),
    ("优于", Lead::More), ("低于", Lead::Less), ("保持", Lead::Carrier), ("保持在", Lead::Carrier),
    ("保证", Lead::Carrier), ("全年", Lead::Carrier), ("全年共", Lead::Carrier), ("共", Lead::Carrier),
    ("共完成", Lead::Reach), ("共计", Lead::Carrier), ("合计", Lead::Carrier), ("在", Lead::Carrier),
    ("均", Lead::Carrier), ("均为", Lead::Sign(Comparator::Equal)), ("均达", Lead::Reach), ("均达到", Lead::Reach),
    ("多于", Lead::More), ("大于", Lead::More), ("大概", Lead::Roughly), ("大等于", Lead::Sign(Comparator::AtLeast)),
    ("大约", Lead::Roughly), ("大约为", Lead::Roughly), ("完成", Lead::Reach), ("实现", Lead::Reach),
    ("将近", Lead::Roughly), ("小于", Lead::Less), ("小等于", Lead::Sign(Comparator::AtMost)), ("少于", Lead::Less),
    ("已", Lead::Carrier), ("已完成", Lead::Reach), ("平均", Lead::Carrier), ("年均", Lead::Carrier), ("应", Lead::Carrier),
    ("应当", Lead::Carrier), ("应达到", Lead::Reach), ("必须", Lead::Carrier), ("总共", Lead::Carrier),
    ("总计", Lead::Carrier), ("接近", Lead::Roughly), ("控制到", Lead::Within), ("控制在", Lead::Within),
    ("早于", Lead::Less), ("晚于", Lead::More), ("最低", Lead::Sign(Comparator::AtLeast)),
    ("最多", Lead::Sign(Comparator::AtMost)), ("最大", Lead::Sign(Comparator::AtMost)),
    ("最小", Lead::Sign(Comparator::AtLeast)), ("最少", Lead::Sign(Comparator::AtLeast)),
    ("最高", Lead::Sign(Comparator::AtMost)), ("未", Lead::Not), ("每", Lead::Per), ("没", Lead::Not),
    ("没有", Lead::Not), ("短于", Lead::Less), ("确保", Lead::Carrier), ("确保达到", Lead::Reach),
    ("稳定在", Lead::Carrier), ("突破", Lead::More), ("等于", Lead::OrEqual), ("等于或", Lead::OrEqual),
    ("累计", Lead::Carrier), ("累计完成", Lead::Reach), ("约", Lead::Roughly), ("约为", Lead::Roughly),
    ("维持在", Lead::Carrier), ("至多", Lead::Sign(Comparator::AtMost)), ("至少", Lead::Sign(Comparator::AtLeast)),
    ("至少完成", Lead::Sign(Comparator::AtLeast)), ("至少达到", Lead::Sign(Comparator::AtLeast)),
    ("计", Lead::Carrier), ("起码", Lead::Sign(Comparator::AtLeast)), ("超", Lead::More), ("超出", Lead::More),
    ("超过", Lead::More), ("达", Lead::Reach), ("达到", Lead::Reach), ("达到了", Lead::Reach),
    ("达到或", Lead::OrEqual), ("达成", Lead::Reach), ("近", Lead::Roughly), ("迟于", Lead::More),
    ("逾", Lead::More), ("长于", Lead::More), ("需", Lead::Carrier), ("需达到", Lead::Reach), ("须", Lead::Carrier),
    ("高于", Lead::More),
];

/// Words after a number and its unit, in byte order.
#[rustfmt::skip]
const TAILS: [(&str, Tail); 36] = [
    ("!", Tail::Nothing), ("\"", Tail::Nothing), ("(不包含)", Tail::Excluded), ("(不含)", Tail::Excluded),
    ("(不含本数)", Tail::Excluded), ("(包含)", Tail::Included), ("(含)", Tail::Included),
    ("(含本数)", Tail::Included), ("+", Tail::Sign(Comparator::AtLeast)), (",", Tail::Nothing),
    (".", Tail::Nothing), (":", Tail::Nothing), (";", Tail::Nothing), ("、", Tail::Nothing),
    ("。", Tail::Nothing), ("上下", Tail::Roughly), ("为止", Tail::Nothing),
    ("之上", Tail::Sign(Comparator::AtLeast)), ("之下", Tail::Sign(Comparator::AtMost)),
    ("之内", Tail::Sign(Comparator::AtMost)), ("之间", Tail::Between), ("以上", Tail::Sign(Comparator::AtLeast)),
    ("以下", Tail::Sign(Comparator::AtMost)), ("以内", Tail::Sign(Comparator::AtMost)), ("全部完成", Tail::Nothing),
    ("内", Tail::Sign(Comparator::AtMost)), ("及以上", Tail::Sign(Comparator::AtLeast)),
    ("及以下", Tail::Sign(Comparator::AtMost)), ("及其以上", Tail::Sign(Comparator::AtLeast)),
    ("完成", Tail::Nothing), ("封顶", Tail::Sign(Comparator::AtMost)), ("左右", Tail::Roughly),
    ("已完成", Tail::Nothing), ("或以上", Tail::Sign(Comparator::AtLeast)),
    ("或以下", Tail::Sign(Comparator::AtMost)), ("整", Tail::Nothing),
];

static LEAD: Lexicon<Lead> = lexicon!(Lead, LEADS);
static TAIL: Lexicon<Tail> = lexicon!(Tail, TAILS);

/// The word before a number, and the text after it.
pub(super) fn lead(text: &str) -> Option<(Lead, &str)> {
    LEAD.longest(text).map(|(_, lead, rest)| (lead, rest))
}

/// The word after a number, and the text after it.
pub(super) fn tail(text: &str) -> Option<(Tail, &str)> {
    TAIL.longest(text).map(|(_, tail, rest)| (tail, rest))
}

/// A sign at the start of a text.
pub(super) enum Signed<'s> {
    /// None.
    Nothing,
    /// Signs that contradict each other: `<>`, `≥≤`.
    Conflict,
    /// A comparator, and the text after it.
    Found(Comparator, &'s str),
}

/// Reads signs (`>=`, `＞＝`, `≥`) at the start of a text.
pub(super) fn symbols(text: &str) -> Signed<'_> {
    let (mut less, mut more, mut equal) = (false, false, false);
    let mut rest = text;
    loop {
        let mut chars = rest.chars();
        match chars.next() {
            Some('<') => less = true,
            Some('>') => more = true,
            Some('=') => equal = true,
            Some('≤') => (less, equal) = (true, true),
            Some('≥') => (more, equal) = (true, true),
            // >/=, >或=
            Some('/' | '或') if (less || more) && chars.as_str().starts_with('=') => {}
            _ => break,
        }
        rest = chars.as_str();
    }
    match (less, more, equal) {
        (true, true, _) => Signed::Conflict,
        (true, false, false) => Signed::Found(Comparator::Below, rest),
        (true, false, true) => Signed::Found(Comparator::AtMost, rest),
        (false, true, false) => Signed::Found(Comparator::Above, rest),
        (false, true, true) => Signed::Found(Comparator::AtLeast, rest),
        (false, false, true) => Signed::Found(Comparator::Equal, rest),
        (false, false, false) => Signed::Nothing,
    }
}

/// Reads a comparator word made of parts after `first` has been read: 不 + 低于, 大于 + 或等于, 等于 + 或 + 大于.
pub(super) fn combined(first: Lead, rest: &str) -> Option<(Comparator, &str)> {
    let direction = |text| match lead(text) {
        Some((Lead::Less, rest)) => Some((false, rest)),
        Some((Lead::More, rest)) => Some((true, rest)),
        _ => None,
    };
    let comparator = |more, equal| match (more, equal) {
        (true, true) => Comparator::AtLeast,
        (true, false) => Comparator::Above,
        (false, true) => Comparator::AtMost,
        (false, false) => Comparator::Below,
    };
    Some(match first {
        Lead::Not => {
            let (more, rest) = direction(rest)?;
            (comparator(!more, true), rest)
        }
        Lead::OrEqual => match direction(rest.strip_prefix('或').unwrap_or(rest)) {
            Some((more, rest)) => (comparator(more, true), rest),
            None => (Comparator::Equal, rest),
        },
        Lead::Less | Lead::More => {
            let more = first == Lead::More;
            let joined = rest
                .strip_prefix("或者")
                .or_else(|| rest.strip_prefix(&['或', '、'][..]))
                .unwrap_or(rest);
            let equal = joined
                .strip_prefix("等于")
                .or_else(|| rest.strip_prefix('='));
            (comparator(more, equal.is_some()), equal.unwrap_or(rest))
        }
        _ => return None,
    })
}

impl Comparator {
    /// Whether an actual with this sign tells enough about a target with that one: 50人以上 against ≥50人, but not
    /// 不足50人.
    pub(super) const fn tells(self, wanted: Self) -> bool {
        let less = matches!(wanted, Self::AtMost | Self::Below);
        match self {
            Self::Equal => true,
            Self::AtLeast | Self::Above => !less,
            Self::AtMost => less || matches!(wanted, Self::Equal),
            Self::Below => less,
        }
    }
}

/// One comparator from two that both stand in a cell, e.g. 不低于 … 以上; nothing where they contradict.
pub(super) fn agreed(first: Comparator, second: Comparator) -> Option<Comparator> {
    use Comparator::{Above, AtLeast, AtMost, Below, Equal};
    match (first, second) {
        (Equal, other) | (other, Equal) => Some(other),
        (AtLeast | Above, AtLeast | Above) | (AtMost | Below, AtMost | Below) => Some(first),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{LEAD, TAIL};

    #[test]
    fn words_are_in_order() {
        assert!(LEAD.is_sorted());
        assert!(TAIL.is_sorted());
    }
}
