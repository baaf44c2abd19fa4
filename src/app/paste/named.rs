//! 按名称粘贴: a block that carries the table's own rows fills them by name, wherever they stand in it.
//!
//! Texts are equal without their blanks. Columns are known by a line that heads a name and an actual. Without one, the
//! names are the column in which most lines that hold anything, and at least two, are rows of the table. The targets
//! are then the first column, not the last, that has those of more than half of these lines; the actuals stand behind
//! name and target. Where no column has the targets, there may be nothing more than a reason behind the actuals.
//! The reasons are the last column, directly behind the actuals or as far as in our own copy, unless it holds figures.
//! Anything less evident spreads by place.
//!
//! Each row takes one line: of equal names first those whose targets agree, then in order. A blank square takes nothing
//! away. Told as left out is each line with a name, an actual or a reason but no row, and each other actual for a row
//! with a tally. Other columns are not read.

use crate::app::show;
use crate::app::store::{Paste, State};
use crate::document::Row;
use crate::edit::{Edit, RowField};

/// How heads begin, the likeliest last, and what stands under them: names, targets, actuals, reasons; ours in both
/// languages among them.
const HEADS: [(usize, &str); 20] = [
    (0, "Indicator"),
    (0, "绩效指标"),
    (0, "指标名称"),
    (0, "三级指标"),
    (1, "Target"),
    (1, "目标值"),
    (1, "指标值"),
    (1, "年度指标值"),
    (2, "Actual"),
    (2, "完成情况"),
    (2, "完成值"),
    (2, "全年实际值"),
    (2, "全年完成"),
    (2, "全年实际完成"),
    (2, "实际值"),
    (2, "实际完成情况"),
    (2, "实际完成值"),
    (3, "Reason"),
    (3, "未完成原因"),
    (3, "偏差原因"),
];

/// A column or a line that is not there.
const NONE: usize = usize::MAX;

/// The most columns that are looked at where no line heads them.
const WIDE: usize = 24;

/// The most pairs of a line and a row that are looked at.
const MOST: usize = 4_000_000;

/// The columns of names, targets, actuals and reasons.
type Columns = [usize; 4];

/// What the block gives each row; nothing where it does not carry the table's rows.
pub(super) fn paste(state: &State, block: &[Vec<String>]) -> Option<Paste> {
    let rows = &state.document().rows;
    if block.len().saturating_mul(rows.len()) > MOST {
        return None;
    }
    let mut columns = [NONE; 4];
    let headed_by = |line: &Vec<String>| headed(line, &mut columns);
    if !block.iter().any(headed_by) && !evident(rows, block, &mut columns) {
        return None;
    }
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
            paste.beyond += usize::from(says > 0 && !headed(line, &mut columns));
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
            if row.actual.tally.is_none() {
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
    Some(paste)
}

/// Whether a line is one of heads, and which columns they are.
fn headed(line: &[String], columns: &mut Columns) -> bool {
    *columns = [NONE; 4];
    for (kind, head) in HEADS {
        let found = line.iter().position(|square| starts(square, head));
        if let (Some(at), Some(column)) = (found, columns.get_mut(kind)) {
            *column = at;
        }
    }
    let [name, _, actual, _] = *columns;
    name != NONE && actual != NONE
}

/// Whether every square of a line that is not blank is a head.
pub(super) fn are_heads(line: &[String]) -> bool {
    let is_head = |square: &String| HEADS.iter().any(|(_, head)| starts(square, head));
    line.iter()
        .all(|square| square.trim().is_empty() || is_head(square))
}

/// The columns by what stands in them.
fn evident(rows: &[Row], block: &[Vec<String>], columns: &mut Columns) -> bool {
    let count = |name, target| matched(rows, block, name, target, &mut Vec::new());
    let mut lines = 0;
    let mut width = 0;
    for line in block {
        width = width.max(line.len());
        lines += usize::from(line.iter().any(|square| !square.trim().is_empty()));
    }
    let Some(name) = (0..WIDE).find(|name| count(*name, NONE) > (lines / 2).max(1)) else {
        return false;
    };
    let least = count(name, NONE) / 2;
    let last = width - 1;
    let target = (0..last.min(WIDE)).find(|target| count(name, *target) > least);
    let actual = target.map_or(name, |target| target.max(name)) + 1;
    let figures = block.iter().any(|line| is_figure(square(line, last)));
    let reasons = (last == actual + 1 || last == actual + 5) && !figures;
    let reason = if reasons { last } else { NONE };
    *columns = [name, target.unwrap_or(NONE), actual, reason];
    actual <= last && (target.is_some() || last <= actual + 1)
}

/// Gives each row that has none its line, by the name and by the target if there is such a column; tells how many.
fn matched(
    rows: &[Row],
    block: &[Vec<String>],
    name: usize,
    target: usize,
    lines: &mut Vec<usize>,
) -> usize {
    lines.resize(rows.len(), NONE);
    let mut count = 0;
    for (at, line) in block.iter().enumerate() {
        let open = lines.iter().all(|line| *line != at);
        let found = rows.iter().zip(lines.iter_mut()).find(|(row, line_of)| {
            let indicator = &row.indicator;
            open && **line_of == NONE
                && same(square(line, name), &indicator.name)
                && (target == NONE || same(square(line, target), &indicator.target))
        });
        if let Some((_, line_of)) = found {
            *line_of = at;
            count += 1;
        }
    }
    count
}

/// Whether a text holds figures and signs only, which are bytes before the letters.
pub(super) fn is_figure(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte < b'A')
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
