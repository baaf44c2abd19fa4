//! 栏目: which columns of a block hold names, targets, actuals and reasons, by their heads or by what stands in them.
//!
//! Heads may stand in two lines, below a title. Without heads a column is known by what the table's own rows hold; the
//! actuals are the first column behind names and targets that is not the weights. Bare figures there are told from
//! weights only where some column has the weights, or where no other figures follow; else nobody can tell.
//! The reasons are words directly behind the actuals, or the last column where forms, or our own copy, have them.

use crate::app::store::State;
use crate::decimal::{Number, whole};
use crate::gather;
use crate::value::within::has;

/// How heads begin, each after its kind, the likeliest last; ours in both languages among them. Kind 6 is not taken.
const HEADS: &str = "4Level1 4一级指标 5Level2 5二级指标 6分值 6权重 6得分 6自评得分 6序号 6完成率 6备注 \
    1年初目标 1年度目标值 2年度完成 2年度实际完成 \
    0Indicator 0绩效指标 0指标名称 0三级指标 1Target 1目标值 1指标值 1年度指标值 2Actual 2完成情况 2完成值 \
    2全年实际值 2全年完成 2全年实际完成 2实际值 2实际完成情况 2实际完成值 3Reason 3未完成原因 3偏差原因";

pub(super) const NAME: usize = 0;
pub(super) const TARGET: usize = 1;
pub(super) const ACTUAL: usize = 2;
pub(super) const REASON: usize = 3;
pub(super) const LEVEL1: usize = 4;
pub(super) const LEVEL2: usize = 5;

/// Where the columns of names, targets, actuals, reasons and levels are.
pub(super) type Columns = [usize; 6];

/// A column or a line that is not there.
pub(super) const NONE: usize = usize::MAX;

/// The most columns that are looked at where no line heads them.
const WIDE: usize = 24;

/// Nobody can tell which columns are which.
pub(super) struct Unclear;

/// The first heads that are wanted, and the line below them; lines of heads go on from the line before them.
pub(super) fn heads(
    block: &[Vec<String>],
    wanted: &dyn Fn(&[String], &Columns) -> bool,
) -> Option<(Columns, usize)> {
    for (at, line) in block.iter().enumerate() {
        let mut line = line.clone();
        let mut below = at + 1;
        for more in block.iter().skip(below).take(2) {
            if !is_heads(more) {
                break;
            }
            below += 1;
            for (column, text) in more.iter().enumerate() {
                match line.get_mut(column) {
                    Some(head) if !text.trim().is_empty() => head.clone_from(text),
                    Some(_) => {}
                    None => line.push(text.clone()),
                }
            }
        }
        let mut columns = [NONE; 6];
        for (kind, head) in heads_known() {
            let found = line.iter().position(|text| starts(text, head));
            if let (Some(at), Some(column)) = (found, columns.get_mut(kind)) {
                *column = at;
            }
        }
        if wanted(&line, &columns) {
            return Some((columns, below));
        }
    }
    None
}

fn heads_known() -> impl Iterator<Item = (usize, &'static str)> {
    HEADS.split(' ').filter_map(|head| {
        let (kind, head) = head.split_at_checked(1)?;
        Some((whole(kind)?, head))
    })
}

/// Whether most squares of a line that are not blank are heads.
pub(super) fn is_heads(line: &[String]) -> bool {
    surplus(line) > 0
}

/// How many more squares of a line are heads than are not.
pub(super) fn surplus(line: &[String]) -> isize {
    let mut count = 0;
    for square in line {
        if !square.trim().is_empty() {
            let is_head = heads_known().any(|(_, head)| starts(square, head));
            count += if is_head { 1 } else { -1 };
        }
    }
    count
}

/// The columns of actuals and reasons, from this one on.
///
/// `lines` are those of the table's rows. Unless `placed`, where a person has pointed at the actuals, it must be clear.
pub(super) fn achieved(
    state: &State,
    block: &[Vec<String>],
    lines: &[usize],
    from: usize,
    placed: bool,
) -> Result<[usize; 2], Unclear> {
    let last = width(block).saturating_sub(1);
    let some = |column, is: fn(&str) -> bool| block.iter().any(|line| is(square(line, column)));
    let weighs = |column| {
        let mut count = 0_isize;
        for (line, result) in lines.iter().zip(&state.evaluation.rows) {
            if let Some(line) = block.get(*line) {
                let is_weight = Number::parse(square(line, column)) == Ok(result.weight.points);
                count += if is_weight { 1 } else { -1 };
            }
        }
        count > 0
    };
    let mut actual = from;
    while actual < last.min(WIDE) && weighs(actual) {
        actual += 1;
    }
    let mut behind = actual + 1..=last.min(WIDE);
    let unclear = is_bare(block, actual)
        && behind.clone().any(|column| some(column, is_figure))
        && !(from..=last.min(WIDE)).any(weighs);
    if actual > last || actual > from && weighs(actual) || unclear && !placed {
        return Err(Unclear);
    }
    let is_word = |text: &str| !text.is_empty() && text != "–";
    let words = |column: &usize| !some(*column, is_figure) && some(*column, is_word);
    let reason = behind
        .next()
        .filter(|near| last != actual + 5 && words(near));
    let reason = reason.unwrap_or(last);
    let told = matches!(reason.wrapping_sub(actual), 1 | 2 | 3 | 5) && words(&reason);
    Ok([actual, if told { reason } else { NONE }])
}

/// Takes these columns out of the block; counts the texts in the others, save one that says nothing new.
pub(super) fn keep(block: &mut [Vec<String>], columns: &[usize], known: usize) -> usize {
    let mut left_out = 0;
    for line in block {
        for (at, text) in line.iter().enumerate() {
            let is_left = at != known && !columns.contains(&at) && !text.trim().is_empty();
            left_out += usize::from(is_left);
        }
        let texts = columns.iter().map(|at| square(line, *at).to_owned());
        *line = gather(texts);
    }
    left_out
}

/// Takes away a first column that only counts its lines (序号); tells how many.
pub(super) fn uncount(block: &mut [Vec<String>], least: usize) -> usize {
    let number = |line: &Vec<String>| square(line, 0).parse::<usize>().ok();
    let first = block.first().and_then(number).unwrap_or_default();
    let counts = (first..)
        .zip(&*block)
        .all(|(at, line)| number(line) == Some(at));
    let figures = |line: &Vec<String>| square(line, 1).starts_with(|c: char| c.is_ascii_digit());
    let few = block.len() < 3 && !(first == 1 && block.iter().all(figures));
    if !counts || few || block.len() < least || block.iter().all(|line| square(line, 1).is_empty())
    {
        return 0;
    }
    for line in &mut *block {
        line.drain(..1);
    }
    block.len()
}

/// How many columns there are.
pub(super) fn width(block: &[Vec<String>]) -> usize {
    block.iter().map(Vec::len).max().unwrap_or_default()
}

/// Whether a column holds numbers alone.
pub(super) fn is_bare(block: &[Vec<String>], column: usize) -> bool {
    let mut texts = block.iter().map(|line| square(line, column));
    let bare = |text: &str| {
        text.bytes()
            .all(|byte| byte == b'.' || byte.is_ascii_digit())
    };
    texts.clone().all(bare) && texts.any(|text| !text.is_empty())
}

/// Whether a text holds figures and signs only, which are bytes before the letters.
pub(super) fn is_figure(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte < b'A')
}

/// Whether a text begins as targets do and actuals do not.
pub(super) fn is_signed(text: &str) -> bool {
    text.starts_with(|letter| has("=<>≥≤＝＜＞", letter))
}

/// Whether two levels stand in a line from this column on: 产出指标（50分）, 数量指标.
pub(super) fn has_levels(line: &[String], from: usize) -> bool {
    is_level(square(line, from)) && is_level(square(line, from + 1))
}

pub(super) fn is_level(text: &str) -> bool {
    let label = text.split(&['(', '（'][..]).next();
    label.is_some_and(|label| label.trim().ends_with("指标"))
}

pub(super) fn square(line: &[String], column: usize) -> &str {
    line.get(column).map_or("", |square| square.trim())
}

/// Whether both hold the same text, save for blanks; no blank text is the same as another.
pub(super) fn same(one: &str, other: &str) -> bool {
    !one.is_empty() && starts(one, other) && starts(other, one)
}

fn starts(text: &str, head: &str) -> bool {
    let mut text = letters(text);
    letters(head).all(|letter| text.next() == Some(letter))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace())
}

/// A name without the number in front of it: `1. 名称`, `①名称`, `（二）名称`, `指标3：名称`.
pub(super) fn unnumbered(name: &str) -> &str {
    let circled = |letter| ('①'..='⑳').contains(&letter);
    let text = name.trim();
    if let Some(rest) = text.strip_prefix(circled) {
        return rest.trim();
    }
    let number = text.strip_prefix("指标").unwrap_or(text).trim_start();
    let number = number.strip_prefix(&['(', '（'][..]).unwrap_or(number);
    let rest = number.trim_start_matches(|letter: char| {
        letter.is_ascii_digit() || has("一二三四五六七八九十", letter)
    });
    let bare = rest.trim_start_matches(|letter: char| has(" .．、：:)）", letter));
    let is_number = rest.len() < number.len() && bare.len() < rest.len();
    let goes_on = !bare.is_empty() && !bare.starts_with(|letter: char| letter.is_ascii_digit());
    if is_number && goes_on { bare } else { text }
}

#[cfg(test)]
mod tests {
    use super::unnumbered;

    #[test]
    fn numbers_before_names() {
        for name in [
            "1. 名称",
            "1、名称",
            "①名称",
            "⑫ 名称",
            "（二）名称",
            "(3)名称",
            "指标1：名称",
            "指标 2: 名称",
            "一、名称",
            "10．名称",
            "名称",
            " 名称 ",
        ] {
            assert_eq!(unnumbered(name), "名称", "{name}");
        }
        for name in [
            "1号楼验收",
            "一般公共预算",
            "1.5米以上道路",
            "指标1：",
            "指标1",
            "指标完成数",
            "三公经费",
            "5G基站",
            "①",
        ] {
            let name_ = unnumbered(name);
            assert!(name_ == name || name == "①", "{name}");
        }
    }
}
