//! 粘贴整张表: while the table is edited, a block that says what is wanted goes by its own columns.
//!
//! It may be pasted into any of the cells that say what is wanted; while no indicator has a name, also into the others.
//! It is known by its heads, by two levels in front, or, in an empty table, by targets behind names. Columns that have no
//! field, and those behind the targets that nobody can tell from weights, are left out; so are sums and repeated heads.

use super::columns::{
    ACTUAL, LEVEL1, LEVEL2, NAME, NONE, REASON, TARGET, achieved, has_levels, heads, is_bare,
    is_heads, is_level, is_signed, keep, square, width,
};
use crate::app::control::Control;
use crate::app::store::State;
use crate::edit::RowField::{self, Actual, Level1, Level2, Name, Reason, Target, Weight};
use crate::table::Id;

/// The field at which a whole table begins, and how many texts were left out of it; nothing where the block is none.
pub(super) fn begin(
    state: &State,
    field: RowField,
    id: &Id,
    block: &mut Vec<Vec<String>>,
) -> Option<(Control, usize)> {
    let rows = &state.document().rows;
    let empty = rows.iter().all(|row| row.indicator.name.trim().is_empty());
    let wanted = matches!(field, Level1 | Level2 | Name | Target);
    if !state.session.edits() || !(wanted || empty && matches!(field, Actual | Reason | Weight)) {
        return None;
    }
    let mut left_out = 0;
    let headed = heads(block, &|_, columns| {
        columns[NAME] != NONE && (columns[TARGET] != NONE || columns[ACTUAL] != NONE)
    });
    let columns = if let Some((columns, below)) = headed {
        block.drain(..below);
        columns
    } else {
        let levels = |from| block.first().is_some_and(|line| has_levels(line, from));
        let signed = |column| block.iter().any(|line| is_signed(square(line, column)));
        let mut columns = [NONE; 6];
        if levels(0) || levels(1) {
            let from = usize::from(!levels(0));
            columns[LEVEL1] = from;
            columns[LEVEL2] = from + 1;
            columns[NAME] = from + 2;
        } else {
            columns[NAME] = usize::from(is_bare(block, 0));
            if !(empty && signed(columns[NAME] + 1)) {
                return None;
            }
        }
        let behind = columns[NAME] + 1;
        let signed = (behind..width(block)).find(|column| signed(*column));
        columns[TARGET] = signed.unwrap_or(behind);
        let told = achieved(state, block, &[], columns[TARGET] + 1, false);
        if let Ok([actual, reason]) = told
            && !is_bare(block, actual)
        {
            columns[ACTUAL] = actual;
            columns[REASON] = reason;
        }
        columns
    };
    block.retain(|line| !is_heads(line));
    let order = [
        (Level1, columns[LEVEL1]),
        (Level2, columns[LEVEL2]),
        (Name, columns[NAME]),
        (Target, columns[TARGET]),
        (Actual, columns[ACTUAL]),
        (Reason, columns[REASON]),
    ];
    let first = order.iter().position(|(_, column)| *column != NONE)?;
    let behind = order.iter().rposition(|(_, column)| *column != NONE)? + 1;
    let order = order.get(first..behind)?;
    let taken: Vec<usize> = order.iter().map(|(_, column)| *column).collect();
    block.retain(|line| {
        let [level1, name, target] =
            [LEVEL1, NAME, TARGET].map(|kind| columns.get(kind).map_or("", |at| square(line, *at)));
        let is_row = !name.is_empty() || !target.is_empty() || is_level(level1);
        left_out += usize::from(!is_row && line.iter().any(|text| !text.trim().is_empty()));
        is_row
    });
    left_out += keep(block, &taken, NONE);
    let (field, _) = order.first()?;
    Some((Control::Row(*field, id.clone()), left_out))
}
