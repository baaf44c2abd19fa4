//! 合并格: over how many lines of the table a level-1 and a level-2 cell reach.

use crate::document::Row;

/// The level cells that stand in front of one row; nothing where a cell above reaches down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    /// Lines of the level-1 cell.
    pub level1: Option<usize>,
    /// Lines of the level-2 cell.
    pub level2: Option<usize>,
}

/// One a row. Neighbours with the same label share a cell; `wide` tells of rows that take two lines.
#[must_use]
pub fn spans(rows: &[Row], wide: impl Fn(&Row) -> bool) -> Vec<Span> {
    let mut out = vec![Span::default(); rows.len()];
    // From the last row up: a cell is placed where its run begins.
    let (mut lines1, mut lines2) = (0, 0);
    for (at, (row, span)) in rows.iter().zip(&mut out).enumerate().rev() {
        let lines = if wide(row) { 2 } else { 1 };
        lines1 += lines;
        lines2 += lines;
        let above = at.checked_sub(1).and_then(|at| rows.get(at));
        let same1 = above.is_some_and(|above| above.indicator.level1 == row.indicator.level1);
        let same2 =
            same1 && above.is_some_and(|above| above.indicator.level2 == row.indicator.level2);
        if !same2 {
            span.level2 = Some(std::mem::take(&mut lines2));
        }
        if !same1 {
            span.level1 = Some(std::mem::take(&mut lines1));
        }
    }
    out
}
