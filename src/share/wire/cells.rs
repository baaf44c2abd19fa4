//! A file's tree as tables of cells and a rest, and back.
//!
//! What the schema knows becomes a cell; everything else (unknown fields, a user's own policy, odd values)
//! stays in the rest, where it was. Rows of the rest stand under their position.

use std::rc::Rc;

use super::schema::{Column, Kind, TABLES, Table};
use super::tally;
use crate::document::json::{FORMAT, VERSION};
use crate::node::{Fields, Node};

/// The cells of one table, column by column; a column without cells is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cells {
    /// How many rows it has.
    pub rows: usize,
    /// One a column of the schema; each as long as there are rows.
    pub columns: Vec<Vec<Rc<str>>>,
}

/// Every table and the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// One a table of the schema.
    pub tables: Vec<Cells>,
    /// What no column knows.
    pub rest: Fields,
}

/// Takes a file apart.
pub(super) fn split(file: Node) -> Parts {
    let Node::Object(mut rest) = file else {
        return Parts {
            tables: Vec::new(),
            rest: Fields::new(),
        };
    };
    rest.retain(|(name, _)| name != "format" && name != "version");
    let mut tables = Vec::new();
    for table in TABLES {
        if table.name.is_empty() {
            tables.push(split_rows(&table, std::slice::from_mut(&mut rest)));
            continue;
        }
        let mut rows: Vec<Fields> = match take(&mut rest, table.name) {
            Some(Node::List(items)) => items.into_iter().map(fields).collect(),
            _ => Vec::new(),
        };
        tables.push(split_rows(&table, &mut rows));
        let left = rows.into_iter().enumerate();
        let left = left.filter(|(_, fields)| !fields.is_empty());
        let left: Fields = left
            .map(|(at, fields)| (at.to_string(), Node::Object(fields)))
            .collect();
        if !left.is_empty() {
            rest.push((table.name.to_owned(), Node::Object(left)));
        }
    }
    Parts { tables, rest }
}

fn fields(node: Node) -> Fields {
    match node {
        Node::Object(fields) => fields,
        _ => Fields::new(),
    }
}

fn take(fields: &mut Fields, name: &str) -> Option<Node> {
    let at = fields.iter().position(|(field, _)| field == name)?;
    Some(fields.remove(at).1)
}

fn split_rows(table: &Table, rows: &mut [Fields]) -> Cells {
    let mut columns = Vec::with_capacity(table.columns.len());
    for column in table.columns {
        columns.push(rows.iter_mut().map(|row| take_cell(row, column)).collect());
    }
    Cells {
        rows: rows.len(),
        columns,
    }
}

/// Takes a cell out of a row; empty where there is none that the column can hold.
fn take_cell(row: &mut Fields, column: &Column) -> Rc<str> {
    let inner = if column.outer.is_empty() {
        Some(&mut *row)
    } else {
        row.iter_mut().find_map(|(name, node)| match node {
            Node::Object(fields) if name == column.outer => Some(fields),
            _ => None,
        })
    };
    let Some(inner) = inner else {
        return Rc::default();
    };
    let Some(at) = inner.iter().position(|(name, _)| name == column.name) else {
        return Rc::default();
    };
    let cell = inner.get(at).and_then(|(_, node)| cell(column.kind, node));
    if cell.is_some() {
        inner.remove(at);
        if inner.is_empty() && !column.outer.is_empty() {
            take(row, column.outer);
        }
    }
    cell.unwrap_or_default()
}

/// The text of a cell.
fn cell(kind: Kind, node: &Node) -> Option<Rc<str>> {
    match (kind, node) {
        (Kind::Text, Node::Text(text)) | (Kind::Number, Node::Number(text)) => {
            Some(text.as_str().into())
        }
        (Kind::Flag, Node::Bool(true)) => Some("1".into()),
        (Kind::Tally, node) => tally::to_text(node).map(Into::into),
        _ => None,
    }
}

/// What a cell's text stands for.
fn node(kind: Kind, text: &str) -> Option<Node> {
    match kind {
        Kind::Text => Some(Node::text(text)),
        Kind::Number => Some(Node::Number(text.to_owned())),
        Kind::Flag => (text == "1").then_some(Node::Bool(true)),
        Kind::Tally => tally::from_text(text),
    }
}

/// Puts a file together again; nothing where the parts do not fit.
pub(super) fn join(parts: Parts) -> Option<Node> {
    let Parts { tables, mut rest } = parts;
    let mut lists = Fields::new();
    let mut root = None;
    for (table, cells) in TABLES.iter().zip(tables) {
        if table.name.is_empty() {
            root = Some((table, cells));
            continue;
        }
        let mut left = match take(&mut rest, table.name) {
            None => Fields::new(),
            Some(Node::Object(left)) => left,
            Some(_) => return None,
        };
        let mut rows = Vec::with_capacity(cells.rows);
        for at in 0..cells.rows {
            let row = take(&mut left, &at.to_string()).map(fields);
            let row = join_row(table, &cells, at, row.unwrap_or_default())?;
            rows.push(Node::Object(row));
        }
        if !left.is_empty() {
            return None;
        }
        lists.push((table.name.to_owned(), Node::List(rows)));
    }
    let (table, cells) = root?;
    let mut file = join_row(table, &cells, 0, rest)?;
    file.push(("format".to_owned(), Node::text(FORMAT)));
    file.push(("version".to_owned(), Node::Number(VERSION.to_string())));
    file.extend(lists);
    Some(Node::Object(file))
}

fn join_row(table: &Table, cells: &Cells, at: usize, mut row: Fields) -> Option<Fields> {
    for (column, texts) in table.columns.iter().zip(&cells.columns) {
        let Some(text) = texts.get(at).filter(|text| !text.is_empty()) else {
            continue;
        };
        let field = (column.name.to_owned(), node(column.kind, text)?);
        if column.outer.is_empty() {
            row.push(field);
            continue;
        }
        match row.iter_mut().find(|(name, _)| name == column.outer) {
            Some((_, Node::Object(inner))) => inner.push(field),
            Some(_) => return None,
            None => row.push((column.outer.to_owned(), Node::Object(vec![field]))),
        }
    }
    Some(row)
}
