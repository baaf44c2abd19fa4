//! The inside of a link: a file, table by table and column by column, each cell held against what it usually
//! says.
//!
//! A link is a file in another form: what is read is put together as a file and read by the file's own
//! reader, with the file's own bounds. A column is left out where nothing is in it; a cell that says what
//! it is held against is one byte; the target's unit is not repeated in the actual.

mod cells;
mod schema;
mod tally;
mod tree;

use std::rc::Rc;

use super::LinkError;
use super::pack::{END, END_UNIT, In, Out, SAME};
use super::table_id::Digest;
use crate::document::json;
use crate::document::{Document, json::Loaded};
use crate::node::Node;
use cells::{Cells, Parts, join, split};
use schema::{Against, Column, Part, TABLES, Table};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// Everything.
    Whole,
    /// What was filled in, for a receiver who holds the table.
    Answers,
}

/// A document as bytes.
pub(super) fn write(document: &Document, extent: Extent) -> Vec<u8> {
    let parts = split(json::write(document));
    let mut out = Out::default();
    for (table, cells) in TABLES.iter().zip(&parts.tables) {
        if extent == Extent::Whole && !table.name.is_empty() {
            out.count(cells.rows);
        }
        if cells.rows > 0 {
            write_table(table, cells, extent, &mut out);
        }
    }
    if !parts.rest.is_empty() {
        tree::write_fields(&parts.rest, &mut out);
    }
    out.0
}

/// Whether a column is in a link that holds so much.
fn is_in(column: &Column, extent: Extent) -> bool {
    extent == Extent::Whole || column.part == Part::Answer
}

/// Which columns there are, one bit each, then their cells.
fn write_table(table: &Table, cells: &Cells, extent: Extent, out: &mut Out) {
    let mut written = 0;
    let mut body = Out::default();
    for (at, column) in table.columns.iter().enumerate() {
        if is_in(column, extent) && !is_left_out(column, at, cells) {
            written |= 1 << at;
            for row in 0..cells.rows {
                write_cell(column, at, cells, row, &mut body);
            }
        }
    }
    out.count(written);
    out.0.extend(body.0);
}

fn texts(cells: &Cells, column: usize) -> &[Rc<str>] {
    cells.columns.get(column).map_or(&[], Vec::as_slice)
}

/// Whether nothing is in a column, or in every cell what it is held against.
fn is_left_out(column: &Column, at: usize, cells: &Cells) -> bool {
    let texts = texts(cells, at);
    texts.iter().enumerate().all(|(row, text)| {
        if column.against.is_usual() {
            **text == *usual(column.against, cells, texts, row).0
        } else {
            text.is_empty()
        }
    })
}

fn write_cell(column: &Column, at: usize, cells: &Cells, row: usize, out: &mut Out) {
    let texts = texts(cells, at);
    let text = texts.get(row).map_or("", |text| text);
    let (usual, unit) = usual(column.against, cells, texts, row);
    if !text.is_empty() && *text == *usual {
        out.0.push(SAME);
    } else if let Some(amount) = text.strip_suffix(unit).filter(|_| !unit.is_empty()) {
        out.text(amount, END_UNIT);
    } else {
        out.text(text, END);
    }
}

/// What the cell of a row is held against, and the unit that may be left out of it. `above` holds the cells
/// of its own column above it, at least.
fn usual<'a>(
    against: Against,
    cells: &'a Cells,
    above: &'a [Rc<str>],
    row: usize,
) -> (Rc<str>, &'a str) {
    let last = row.checked_sub(1).and_then(|last| above.get(last));
    let left = |column: usize| texts(cells, column).get(row);
    match against {
        Against::Above => (last.cloned().unwrap_or_default(), ""),
        Against::Column(column) => (left(column).cloned().unwrap_or_default(), ""),
        Against::Fixed(text) => (text.into(), ""),
        Against::Next(prefix) => (next_id(prefix, last).into(), ""),
        Against::Target(column) => {
            let target = left(column).map_or("", |text| &**text);
            let body = target.trim_start_matches(['=', '>', '<', '≥', '≤', '＝', '＞', '＜', ' ']);
            let unit = body.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            (body.into(), if unit.len() < body.len() { unit } else { "" })
        }
    }
}

/// The id that follows this one: `i8` after `i7`, `i1` after none or an odd one.
fn next_id(prefix: &str, last: Option<&Rc<str>>) -> String {
    let number = last
        .and_then(|last| last.strip_prefix(prefix)?.parse().ok())
        .unwrap_or(0_u64);
    prefix.to_owned() + &number.wrapping_add(1).to_string()
}

/// Reads a whole document.
///
/// # Errors
/// Bytes that [`write`] does not write; what no file may say.
pub(super) fn read(bytes: &[u8]) -> Result<Loaded, LinkError> {
    read_with(bytes, None)
}

/// Reads what was filled in, into the table of the document at hand.
///
/// # Errors
/// As [`read`].
pub(super) fn read_answers(bytes: &[u8], held: &Document) -> Result<Loaded, LinkError> {
    read_with(bytes, Some(split(json::write(held))))
}

fn read_with(bytes: &[u8], held: Option<Parts>) -> Result<Loaded, LinkError> {
    let mut from = In::new(bytes);
    let mut held = held.map(|parts| parts.tables.into_iter());
    let mut tables = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        let mut cells = match &mut held {
            None => Cells::default(),
            Some(held) => held.next().unwrap_or_default(),
        };
        let extent = if held.is_some() {
            Extent::Answers
        } else {
            cells.rows = if table.name.is_empty() {
                1
            } else {
                from.count(table.most)?
            };
            Extent::Whole
        };
        read_table(&table, &mut cells, extent, &mut from)?;
        tables.push(cells);
    }
    let rest = if from.is_done() {
        Vec::new()
    } else {
        tree::read_fields(&mut from, 1)?
    };
    if !from.is_done() {
        return Err(LinkError::Malformed);
    }
    let file: Node = join(Parts { tables, rest }).ok_or(LinkError::Malformed)?;
    // The file's own reader checks everything that it checks in a file.
    json::open(file.to_json().as_bytes()).map_err(LinkError::Content)
}

fn read_table(
    table: &Table,
    cells: &mut Cells,
    extent: Extent,
    from: &mut In<'_>,
) -> Result<(), LinkError> {
    let count = table.columns.len();
    cells.columns.resize(count, Vec::new());
    let written = match cells.rows {
        0 => 0,
        _ => from.count((1 << count) - 1)?,
    };
    for (at, column) in table.columns.iter().enumerate() {
        let is_written = written & (1 << at) != 0;
        if !is_in(column, extent) {
            continue;
        }
        let mut texts = Vec::new();
        if is_written || column.against.is_usual() {
            for row in 0..cells.rows {
                let (usual, unit) = usual(column.against, cells, &texts, row);
                texts.push(match is_written {
                    true => read_cell(usual, unit, from)?,
                    false => usual,
                });
            }
        }
        if let Some(column) = cells.columns.get_mut(at) {
            *column = texts;
        }
    }
    Ok(())
}

fn read_cell(usual: Rc<str>, unit: &str, from: &mut In<'_>) -> Result<Rc<str>, LinkError> {
    if from.peek() == Some(SAME) {
        from.byte()?;
        from.spend(usual.len())?;
        return Ok(usual);
    }
    let (mut text, end) = from.text()?;
    if end == END_UNIT {
        from.spend(unit.len())?;
        text.push_str(unit);
    }
    Ok(text.into())
}

/// What the name of a table is made from: what was promised, cell by cell.
pub(super) fn digest(document: &Document) -> Digest {
    let parts = split(json::write(document));
    let mut digest = Digest::default();
    for (table, cells) in TABLES.iter().zip(&parts.tables) {
        digest.number(cells.rows);
        for (column, texts) in table.columns.iter().zip(&cells.columns) {
            if column.part == Part::Table {
                for text in texts {
                    digest.text(text);
                }
            }
        }
    }
    digest
}
