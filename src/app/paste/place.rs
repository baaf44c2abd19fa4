//! 按位置粘贴: where a block begins that goes by place, and which of its columns have a place there.
//!
//! Before the actuals people's tables have the targets, known by their signs, which no actual carries, or by the figures
//! behind them, which are no reasons; behind the actuals mostly rates and scores. A first line of heads is no actual. Our own copy has the reason five columns behind the actual. While the
//! table is edited, a block that begins with two columns of levels begins at level 1, wherever the focus is among the
//! cells that say what is wanted; its line of heads is no row.

use super::named::{are_heads, is_figure, same, square};
use crate::app::WHOLE;
use crate::app::control::Control;
use crate::app::store::State;
use crate::edit::RowField;

/// The signs that a target begins with.
const SIGNS: &str = "=<>≥≤＝＜＞";

/// The field at which a block begins, and how many texts were left out of the block for it.
pub(super) fn begin(
    state: &State,
    control: &Control,
    block: &mut Vec<Vec<String>>,
) -> (Control, usize) {
    let mut begin = control.clone();
    let mut left_out = 0;
    match control {
        Control::Row(RowField::Actual, id) => {
            if block.len() > 1 && block.first().is_some_and(|line| are_heads(line)) {
                block.remove(0);
            }
            let at = state.document().row_at(id).unwrap_or_default();
            let rows = state.document().rows.iter().skip(at);
            let targets = block.iter().zip(rows).filter(|(line, row)| {
                let text = square(line, 0);
                let known = text.starts_with(is_sign)
                    || square(line, 1).starts_with(|letter: char| letter.is_ascii_digit());
                line.len() > 1 && known && same(text, &row.indicator.target)
            });
            if targets.count() > block.len() / 2 {
                for line in &mut *block {
                    line.drain(..1.min(line.len()));
                }
            }
            if block.iter().any(|line| is_figure(square(line, 1))) {
                for line in block {
                    let mut reason = String::new();
                    if line.len() == 6 {
                        reason = line.swap_remove(5);
                    } else {
                        let others = line.iter().skip(1);
                        left_out += others.filter(|text| !text.trim().is_empty()).count();
                    }
                    line.truncate(1);
                    line.push(reason);
                }
            }
        }
        Control::Row(
            RowField::Level1 | RowField::Level2 | RowField::Name | RowField::Target,
            id,
        ) if WHOLE && block.first().is_some_and(|line| levels(line)) => {
            block.retain(|line| square(line, 0) != "一级指标");
            begin = Control::Row(RowField::Level1, id.clone());
        }
        _ => {}
    }
    (begin, left_out)
}

fn is_sign(letter: char) -> bool {
    SIGNS.contains(letter)
}

/// Whether a line begins with two levels: 产出指标（50分）, 数量指标; or with their heads.
fn levels(line: &[String]) -> bool {
    let is_level = |column| {
        let label = square(line, column).split(['(', '（']).next();
        label.is_some_and(|label| label.trim().ends_with("指标"))
    };
    line.len() > 2 && is_level(0) && is_level(1)
}
