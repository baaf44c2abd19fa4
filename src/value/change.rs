//! 增减: the words of growth and decline around a number: 增长, 下降, 提高到.
//!
//! Decides which way a number is meant, so that 下降3% never counts as a growth of 3 %.

use super::lexicon::starts;
use crate::value::within::has;

/// Which way a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// 增长5%: more by so much.
    Up,
    /// 下降3%: less by so much.
    Down,
    /// 提高到95%, 降至3%: the figure itself.
    To,
    /// Several that differ.
    Mixed,
}

const UP: &str = "增长增加增幅增速提高提升上升上涨升高涨幅";
const DOWN: &str = "下降下滑下跌下调降低降幅减少减幅削减缩减缩短压减压缩节约节省减量";
const TO: &str = "增到增至升到升至涨到涨至降到降至减到减至";

/// The word at the start of a text.
fn here(text: &str) -> Option<Change> {
    let way = if starts(UP, text) {
        Change::Up
    } else if starts(DOWN, text) {
        Change::Down
    } else {
        return starts(TO, text).then_some(Change::To);
    };
    let rest = text.get(6..)?;
    // 增长达到5% is a growth of 5 %.
    let to = rest.starts_with(&['到', '至'][..])
        || rest.starts_with("达到") && !text.starts_with("增长");
    // 工业增加值 is an amount, 节约型机关 and 减量化处理 a kind.
    (!rest.starts_with(&['值', '型', '化'][..])).then_some(if to { Change::To } else { way })
}

/// Which way a text says.
pub(super) fn of(text: &str) -> Option<Change> {
    let mut found = None;
    let mut last = '\0';
    for (at, c) in text.char_indices() {
        let begins = has("增提上升涨下降减削缩压节", c);
        let rest = text.get(at..).filter(|_| begins);
        let change = rest.and_then(here);
        if let Some(change) = change.filter(|_| !matches!(last, '不' | '未' | '无')) {
            // 负增长
            let change = if last == '负' { Change::Down } else { change };
            found = match found {
                Some(first) if first != change => Some(Change::Mixed),
                _ => Some(change),
            };
        }
        last = c;
    }
    found
}

/// A text without a remark that has a number of its own or gives a cause: 9.8万元(节约0.2万元), 45人(因疫情减少);
/// nor what follows a number and a comma: 90万元,节约资金.
pub(super) fn own(text: &str) -> &str {
    let numbered = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let text = match text.split_once(',') {
        Some((head, _)) if numbered(head) => head,
        _ => text,
    };
    let aside = |remark: &str| remark.starts_with(&['因', '受', '由'][..]) || numbered(remark);
    match text.split_once('(') {
        Some((head, remark)) if !head.is_empty() && aside(remark) => head,
        _ => text,
    }
}

/// Whether an actual's way may not be held against its target's: the target's text tells, else the name.
pub(super) fn is_opposed(actual: Change, target: Option<Change>, name: Option<Change>) -> bool {
    match (actual, target) {
        (Change::Mixed, _) => true,
        (Change::To, None) => false,
        (Change::Up, None) => name.is_some_and(|name| name != Change::Up),
        _ => target.or(name) != Some(actual),
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, is_opposed, of};

    #[track_caller]
    fn reads(text: &str, change: Option<Change>) {
        assert_eq!(of(text), change, "{text}");
    }

    #[test]
    fn words_say_which_way() {
        reads("同比增长5%", Some(Change::Up));
        reads("较上年提高2个百分点", Some(Change::Up));
        reads("下降3%", Some(Change::Down));
        reads("负增长", Some(Change::Down));
        reads("提高到95%", Some(Change::To));
        reads("降至3%", Some(Change::To));
        reads("增长达到5%", Some(Change::Up));
        reads("提高达到95%", Some(Change::To));
        reads("提高产量，降低成本", Some(Change::Mixed));
        reads("工业增加值5%", None);
        reads("不下降", None);
        reads("≥95%", None);
    }

    #[test]
    fn only_one_way_is_held_against_another() {
        use Change::{Down, Mixed, To, Up};
        for (actual, target, name, is) in [
            (Up, Some(Up), None, false),
            (Up, None, None, false),
            (Up, Some(Down), Some(Up), true),
            (Up, None, Some(Down), true),
            (Up, Some(To), None, true),
            (Up, Some(Mixed), None, true),
            (Down, Some(Down), Some(Up), false),
            (Down, None, Some(Down), false),
            (Down, None, None, true),
            (Down, None, Some(Up), true),
            (To, Some(Up), None, true),
            (To, None, Some(Up), false),
            (To, Some(To), None, false),
            (Mixed, None, None, true),
        ] {
            assert_eq!(
                is_opposed(actual, target, name),
                is,
                "{actual:?} {target:?} {name:?}"
            );
        }
    }
}
