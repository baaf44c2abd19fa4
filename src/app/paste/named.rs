//! 按名称粘贴: a block that carries the table's own rows fills them by name, wherever they stand in it.
//!
//! Texts are equal without their blanks, names also without a number in front. Columns are known by a line that heads a
//! name and an actual. Without one, the names are the column in which most lines that hold anything are rows of the
//! table. The targets are then the first column, not the last, that has those of more than half of these lines, or that
//! has comparators; what was achieved stands behind name and target ([`achieved`]).
//! Where names are evident and the rest is not, nothing is pasted. Where none are, the block goes by place.
//!
//! Each row takes one line: of equal names first those whose targets agree, then in order. A blank square takes nothing
//! away. Told as left out is each line with a name, an actual or a reason but no row, save above and among heads, and
//! each other actual for a row with a tally. Other columns are not read.

use super::columns::{
    ACTUAL, NAME, NONE, Unclear, achieved, heads, is_figure, is_heads, is_signed, same, square,
    unnumbered, width,
};
use crate::app::show;
use crate::app::store::{Paste, State};
use crate::document::Row;
use crate::edit::{Edit, RowField};

/// The most columns that are looked at where no line heads them.
const WIDE: usize = 24;

/// The most pairs of a line and a row that are looked at.
const MOST: usize = 4_000_000;

/// What the block gives each row; nothing where it does not carry the table's rows.
pub(super) fn paste(state: &State, block: &[Vec<String>]) -> Result<Option<Paste>, Unclear> {
    let rows = &state.document().rows;
    if block.len().saturating_mul(rows.len()) > MOST {
        return Ok(None);
    }
    let headed = heads(block, &|_, columns| {
        columns[NAME] != NONE && columns[ACTUAL] != NONE
    });
    let (columns, below) = match headed {
        Some((columns, below)) => {
            let [name, target, actual, reason, ..] = columns;
            ([name, target, actual, reason], below)
        }
        None => match evident(state, block)? {
            Some(columns) => (columns, 0),
            None => return Ok(None),
        },
    };
    let [name, target, actual, reason] = columns;
    let mut lines = Vec::new();
    for target in [target, NONE] {
        matched(rows, block, name, target, &mut lines);
    }
    let mut paste = Paste {
        named: true,
        ..Paste::default()
    };
    for (at, line) in block.iter().enumerate() {
        let (actual, reason) = (square(line, actual), square(line, reason));
        let mut says = actual.len() + reason.len();
        let mut rows = lines.iter().zip(rows).zip(&state.evaluation.rows);
        let Some(((_, row), result)) = rows.find(|((line, _), _)| **line == at) else {
            says += square(line, name).len();
            paste.beyond += usize::from(says > 0 && at >= below && !is_heads(line));
            continue;
        };
        let id = &row.indicator.id;
        let mut fill = |field, text: &str| {
            if !text.is_empty() {
                paste.edits.push(Edit::Row(id.clone(), field, text.into()));
            }
        };
        fill(RowField::Reason, reason);
        // What a tally or a band says goes out with the table, and comes back as it went.
        if !same(actual, &show::actual(row, result, state.session.language)) {
            if row.actual.tally().is_none() {
                fill(RowField::Actual, actual);
            } else {
                paste.beyond += usize::from(!actual.is_empty());
                says = reason.len();
            }
        }
        if says > 0 {
            paste.rows.push(id.clone());
        }
    }
    Ok(Some(paste))
}

/// The columns of names, targets, actuals and reasons by what stands in them.
fn evident(state: &State, block: &[Vec<String>]) -> Result<Option<[usize; 4]>, Unclear> {
    let rows = &state.document().rows;
    let mut lines = Vec::new();
    let mut count = |name, target| {
        lines.clear();
        matched(rows, block, name, target, &mut lines)
    };
    let texts = |line: &&Vec<String>| line.iter().any(|square| !square.trim().is_empty());
    let most = block.iter().filter(texts).count() / 2;
    let width = width(block);
    let Some(name) = (0..WIDE.min(width)).find(|name| count(*name, NONE) > most) else {
        return Ok(None);
    };
    let least = count(name, NONE) / 2;
    let some = |column, is: fn(&str) -> bool| block.iter().any(|line| is(square(line, column)));
    let mut others = 0..(width - 1).min(WIDE);
    let target = others.clone().find(|target| count(name, *target) > least);
    let target = target.or_else(|| others.find(|target| some(*target, is_signed)));
    count(name, NONE);
    let from = target.map_or(name, |target| target.max(name)) + 1;
    let [actual, reason] = achieved(state, block, &lines, from, false)?;
    // One of two columns of quantities could be the targets of another version.
    let two = |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && !is_figure(text);
    if target.is_none() && some(actual + 1, two) {
        return Err(Unclear);
    }
    Ok(Some([name, target.unwrap_or(NONE), actual, reason]))
}

/// Gives each row that has none its line, by the name and by the target if there is such a column; tells how many.
pub(super) fn matched(
    rows: &[Row],
    block: &[Vec<String>],
    name: usize,
    target: usize,
    lines: &mut Vec<usize>,
) -> usize {
    lines.resize(rows.len(), NONE);
    let mut count = 0;
    for (at, line) in block.iter().enumerate() {
        let text = unnumbered(square(line, name));
        let open = lines.iter().all(|line| *line != at);
        let found = rows.iter().zip(lines.iter_mut()).find(|(row, line_of)| {
            let indicator = &row.indicator;
            open && **line_of == NONE
                && same(text, unnumbered(&indicator.name))
                && (target == NONE || same(square(line, target), &indicator.target))
        });
        if let Some((_, line_of)) = found {
            *line_of = at;
            count += 1;
        }
    }
    count
}
