//! 按位置粘贴: where a block begins that goes by place, and which of its columns have a place there.
//!
//! Heads are no actuals, and say which columns to take. Without them, numbers of lines (序号) are passed over; before the
//! actuals people's tables have the targets, known by their signs, which no actual carries, or by the figures behind
//! them, which are no reasons; then the weights; behind the actuals rates, scores and reasons ([`achieved`]).
//! Names and levels are no actuals: nothing is pasted then.

use super::columns::{
    ACTUAL, Columns, NONE, REASON, TARGET, Unclear, achieved, has_levels, heads, is_signed, keep,
    same, square, surplus, uncount,
};
use super::named::matched;
use crate::app::control::Control;
use crate::app::store::State;
use crate::edit::RowField;
use crate::table::Id;

/// The field at which a block begins, and how many texts were left out of the block for it.
pub(super) fn begin(
    state: &State,
    field: RowField,
    id: &Id,
    block: &mut Vec<Vec<String>>,
) -> Result<(Control, usize), Unclear> {
    let begin = |field| Control::Row(field, id.clone());
    let rows = &state.document().rows;
    if let Some((columns, below)) = leading(block) {
        block.drain(..below);
        return match (columns[ACTUAL], columns[REASON]) {
            (NONE, NONE) => Err(Unclear),
            (NONE, reason) => Ok((begin(RowField::Reason), keep(block, &[reason], NONE))),
            (actual, reason) => {
                let left_out = keep(block, present(&[actual, reason]), columns[TARGET]);
                Ok((begin(RowField::Actual), left_out))
            }
        };
    }
    let counted = uncount(block, 2);
    if field == RowField::Reason {
        return Ok((begin(field), counted));
    }
    let within = block.get(..rows.len().min(block.len())).unwrap_or_default();
    let levels = |line: &Vec<String>| has_levels(line, 0);
    let names = || matched(rows, within, 0, NONE, &mut Vec::new());
    if within.iter().any(levels) || names() > 0 {
        return Err(Unclear);
    }
    let at = state.document().row_at(id).unwrap_or_default();
    let targets = block
        .iter()
        .zip(rows.iter().skip(at))
        .filter(|(line, row)| {
            let text = square(line, 0);
            let is_figure = |text: &str| text.starts_with(|letter: char| letter.is_ascii_digit());
            let known = is_signed(text) || is_figure(square(line, 1));
            line.len() > 1 && known && same(text, &row.indicator.target)
        });
    let (from, known) = match targets.count() > block.len() / 2 {
        true => (1, 0),
        false => (0, NONE),
    };
    let mut lines = vec![NONE; at];
    lines.extend(0..block.len());
    let columns = achieved(state, block, &lines, from, from == 0)?;
    let left_out = counted + keep(block, present(&columns), known);
    Ok((begin(field), left_out))
}

/// The heads of a block: its first line, or two and more of them below a title.
fn leading(block: &[Vec<String>]) -> Option<(Columns, usize)> {
    let first = |most: usize, least| {
        let above = block.get(..most.min(block.len()))?;
        heads(above, &|line, _| surplus(line) >= least)
    };
    first(6, 2).or_else(|| first(1, 1).filter(|_| block.len() > 1))
}

/// The actuals, and the reasons where there are any.
fn present(columns: &[usize]) -> &[usize] {
    let count = columns.iter().take_while(|column| **column != NONE);
    columns.get(..count.count()).unwrap_or_default()
}
