//! What the words of an indicator's name say about its value: one pass over the name, one set of flags.

use crate::value::lexicon::{Lexicon, firsts, lexicon};
use crate::value::within::holds;
use crate::value::{Comparator, Context};

/// What a name speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::value) struct Sense(u16);

/// A day: 完成时间, 截止日期.
const DATED: u16 = 1;
/// A share: …率, 满意度, 比例.
const RATE: u16 = 1 << 1;
/// An amount of something, so that `2022.12` is a number.
const AMOUNT: u16 = 1 << 2;
/// A question that yes or no answers.
const YES_NO: u16 = 1 << 3;
/// Growth or decline: 百分点 means %.
const CHANGE: u16 = 1 << 4;
/// Something of which less is better.
const LESS: u16 = 1 << 5;
/// Money or time, of which less is better, unless as a rate.
const COST: u16 = 1 << 6;
/// A duration, of which less is better.
const LATE: u16 = 1 << 7;
/// Something of which more is better.
const MORE: u16 = 1 << 8;
/// A remedy: 投诉处理率 is good, 投诉率 is not.
const MENDED: u16 = 1 << 9;
/// A day, and nothing else: not 响应时间.
const AWAITED: u16 = 1 << 10;
/// A part of all there is, where 率 follows: 合格率, not 完成率.
const PART: u16 = 1 << 11;

/// The words in byte order, with what they speak of.
#[rustfmt::skip]
const WORDS: [(&str, u16); 170] = [
    ("上访", LESS), ("下降", CHANGE | MENDED), ("不合格", LESS), ("不良", LESS), ("中断", LESS), ("事故", LESS),
    ("产值", AMOUNT | MORE), ("价", AMOUNT), ("价格", COST), ("优良", PART), ("伤亡", LESS), ("住院日", LESS), ("侦破", MENDED),
    ("保障", MORE), ("信访", LESS), ("修复", MENDED | PART), ("债务率", LESS), ("偏差", LESS), ("偏离", LESS), ("准确", PART),
    ("减少", CHANGE | MENDED), ("减排", MENDED), ("出勤", PART), ("办理", MENDED | PART), ("办结", MENDED | PART),
    ("化解", MENDED | PART), ("单价", COST), ("占比", RATE), ("压减", CHANGE | MENDED), ("参与", MORE), ("及时", MENDED | PART),
    ("发案", LESS), ("发生", LESS), ("发病", LESS), ("受害", LESS), ("受理", MENDED), ("受益", MORE), ("变动", CHANGE), ("变更率", LESS),
    ("可否", YES_NO), ("合格", MORE | PART), ("周期", LATE), ("响应", COST), ("噪声", LESS), ("噪音", LESS),
    ("回复", MENDED | PART), ("场次", MORE), ("坏账", LESS), ("培训时", CHANGE | MENDED), ("增收", MORE), ("增长", CHANGE), ("处理", MENDED | PART),
    ("处置", MENDED | PART), ("复发", LESS), ("失业", LESS), ("失误", LESS), ("完好", PART), ("完成", MORE), ("完成时", AWAITED),
    ("工期", LATE), ("差异", LESS), ("差错", LESS), ("年限", MORE), ("延误", LESS), ("开放时", CHANGE | MENDED), ("总额", AMOUNT), ("恢复", MENDED),
    ("感染", LESS), ("成本", AMOUNT | COST), ("成灾", LESS), ("截止", DATED | AWAITED), ("投诉", LESS), ("投资", AMOUNT),
    ("报告", MENDED), ("拆除", MENDED), ("拖欠", LESS), ("拥堵", LESS), ("挽回", MENDED), ("损失", LESS), ("损耗", LESS),
    ("排放", LESS), ("排查", MENDED), ("排除", MENDED), ("控制率", COST | RATE), ("提高", CHANGE), ("支出", AMOUNT | COST),
    ("收入", AMOUNT | MORE), ("故障", LESS), ("救治", MENDED), ("数", AMOUNT | MORE), ("整改", MENDED | PART),
    ("日期", DATED | AWAITED), ("时长", LATE), ("时间", DATED | COST), ("时限", DATED | LATE | AWAITED), ("是否", YES_NO),
    ("有无", YES_NO), ("服务时", CHANGE | MENDED), ("期限", DATED), ("查处", MENDED), ("标准", AMOUNT), ("核查", MENDED), ("死亡", LESS), ("比例", RATE),
    ("比重", RATE), ("治愈", MENDED | PART), ("治理", MENDED), ("流失", LESS), ("浓度", LESS),
    ("满意", PART), ("满意度", RATE | MORE | MENDED), ("漏", LESS), ("犯罪率", LESS), ("率", RATE), ("病死", LESS), ("百分比", RATE),
    ("知晓", PART), ("破损", LESS), ("空置", LESS), ("等待", LATE), ("答复", MENDED | PART), ("纠正", MENDED | PART),
    ("结余", LESS), ("结案", MENDED | PART), ("结转", LESS), ("缩短", CHANGE | MENDED), ("缺勤", LESS), ("能否", YES_NO),
    ("能耗", COST), ("节约", CHANGE | MENDED), ("药占比", LESS | RATE), ("补助", AMOUNT), ("覆盖", MORE | PART), ("覆盖面", RATE),
    ("规模", MORE), ("解决", MENDED | PART), ("误差", LESS), ("误报", LESS), ("调处", MENDED), ("调整次数", LESS), ("调整率", LESS),
    ("调解", MENDED | PART), ("负债", LESS), ("费", AMOUNT | COST), ("资金", AMOUNT), ("起数", LESS), ("超支", LESS),
    ("超时", LESS), ("超标", LESS), ("超编", LESS), ("辍学", LESS), ("达标", MORE | MENDED | PART), ("运行时", CHANGE | MENDED), ("返工", LESS), ("返贫", LESS),
    ("违法", LESS), ("违约", LESS), ("违纪", LESS), ("违规", LESS), ("通过", PART), ("逾期", LESS), ("里程", AMOUNT | MORE),
    ("量", AMOUNT | MORE), ("金额", AMOUNT), ("错误", LESS), ("长度", AMOUNT | MORE), ("闲置", LESS), ("防治", MENDED),
    ("降低", CHANGE | MENDED), ("面积", AMOUNT | MORE),
];

static LEXICON: Lexicon<u16> = lexicon!(u16, WORDS);

/// Which characters (by their number modulo 512) begin a word.
static BEGINS: [u64; 8] = {
    let firsts = firsts(&WORDS);
    let mut bits = [0; 8];
    let mut at = 0;
    #[expect(clippy::indexing_slicing, reason = "runs when the crate is built")]
    while at < firsts.len() {
        let low = firsts[at] as usize % 512;
        bits[low / 64] |= 1 << (low % 64);
        at += 1;
    }
    bits
};

/// What a name speaks of.
pub(in crate::value) fn sense(name: &str) -> Sense {
    let mut flags = 0;
    for (at, c) in name.char_indices() {
        let low = c as usize % 512;
        let begins = |bits: &u64| bits >> (low % 64) & 1 == 1;
        if !BEGINS.get(low / 64).is_some_and(begins) {
            continue;
        }
        let rest = name.get(at..).unwrap_or_default();
        for (word, flag) in LEXICON.like(rest) {
            if rest.starts_with(word) {
                flags |= flag;
            }
        }
    }
    Sense(flags)
}

/// Whether a name's value is a share of all there is, so that it cannot be above 100 %: 合格率, 满意度; not 合格率增幅.
pub(in crate::value) fn is_part(name: &str) -> bool {
    let head = name.rsplit_once('率').map_or("", |(head, _)| head);
    let last = head.char_indices().nth_back(1);
    let last = last.and_then(|(at, _)| head.get(at..)).unwrap_or_default();
    let part = sense(last).has(PART) || holds(name, "满意度");
    part && !sense(name).has(CHANGE)
}

impl Sense {
    const fn has(self, flag: u16) -> bool {
        self.0 & flag != 0
    }

    /// Its value is a day: 完成时间, 截止日期.
    pub const fn is_dated(self) -> bool {
        self.has(DATED)
    }

    /// Its value is a day and no duration.
    pub const fn awaits_day(self) -> bool {
        self.has(AWAITED)
    }

    /// Its value is a share: …率, 满意度, 比例.
    pub const fn is_rate(self) -> bool {
        self.has(RATE)
    }

    /// Its value is a share itself, not by how much one grows.
    pub const fn is_level(self) -> bool {
        self.is_rate() && !self.has(CHANGE)
    }

    /// Its value is a share that is near 100 % when all is well: neither a growth rate nor a fault rate.
    pub const fn is_high_rate(self) -> bool {
        self.is_rate() && (self.has(MENDED) || !self.has(CHANGE | LESS | COST))
    }

    /// Its value is an amount of something, so that `2022.12` is a number.
    pub const fn is_amount(self) -> bool {
        self.has(AMOUNT | RATE)
    }

    /// It is something that should not be: 事故, 投诉; not a share of it.
    pub const fn is_unwanted(self) -> bool {
        self.has(LESS) && !self.has(RATE | MENDED)
    }

    /// It is money or time that is spent, not a share of it.
    pub const fn is_cost(self) -> bool {
        self.has(COST) && !self.has(RATE)
    }

    /// It asks yes or no.
    pub const fn is_yes_no(self) -> bool {
        self.has(YES_NO)
    }

    /// It speaks of growth or decline: 百分点 means %.
    pub const fn is_change(self) -> bool {
        self.has(CHANGE)
    }

    /// The comparator it suggests, if it tells.
    const fn suggested(self) -> Option<Comparator> {
        if self.is_rate() {
            return match (self.has(LESS), self.has(COST)) {
                _ if self.has(MENDED) => Some(Comparator::AtLeast),
                (true, _) => Some(Comparator::AtMost),
                // 成本增长率, 经费使用率: it could be either.
                (false, true) => None,
                (false, false) => Some(Comparator::AtLeast),
            };
        }
        // 降低成本: the cost, or by how much? 水土流失治理面积: the loss or its remedy?
        if self.has(MENDED) && (self.has(CHANGE) || self.has(LESS) && self.has(MORE)) {
            return None;
        }
        if self.has(LESS | COST | LATE) {
            return Some(Comparator::AtMost);
        }
        if self.has(MORE) {
            return Some(Comparator::AtLeast);
        }
        None
    }
}

/// The comparator that the direction column or the name suggests, if they tell.
pub(in crate::value) fn suggested(context: &Context<'_>, sense: Sense) -> Option<Comparator> {
    const MORE: [&str; 3] = ["正向", "越大越好", "越高越好"];
    const FEWER: [&str; 5] = ["反向", "逆向", "负向", "越小越好", "越低越好"];
    let says = |words: &[&str]| words.iter().any(|word| holds(context.direction, word));
    if !context.direction.is_empty() {
        if says(&MORE) {
            return Some(Comparator::AtLeast);
        }
        if says(&FEWER) {
            return Some(Comparator::AtMost);
        }
    }
    sense.suggested()
}

#[cfg(test)]
mod tests {
    use super::{LEXICON, WORDS, sense};

    #[test]
    fn words_are_in_order() {
        assert!(LEXICON.is_sorted());
    }

    #[test]
    fn every_word_is_found() {
        for (word, flags) in WORDS {
            let name = format!("项目{word}情况");
            assert_eq!(sense(&name).0 & flags, flags, "{word}");
        }
    }
}
