//! 表格: cells with spans, the one currency of tables that come in and go out.
//!
//! Decides nothing about their meaning. Invariant: every square of a [`Grid`] belongs to at most one cell.

pub mod read;
pub mod write;

/// One cell and how far it reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its text, verbatim.
    pub text: String,
    /// Rows it spans, at least 1.
    pub rows: usize,
    /// Columns it spans, at least 1.
    pub columns: usize,
    /// Whether it is a head.
    pub head: bool,
}

impl Cell {
    /// A cell of one square.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            rows: 1,
            columns: 1,
            head: false,
        }
    }

    /// The same cell over this many rows.
    #[must_use]
    pub fn over_rows(mut self, rows: usize) -> Self {
        self.rows = rows.max(1);
        self
    }

    /// The same cell over this many columns.
    #[must_use]
    pub fn over_columns(mut self, columns: usize) -> Self {
        self.columns = columns.max(1);
        self
    }

    /// The same cell as a head.
    #[must_use]
    pub fn as_head(mut self) -> Self {
        self.head = true;
        self
    }
}

/// Rows of cells, as in HTML: a cell that another one's span covers is left out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Grid {
    /// Top to bottom.
    pub rows: Vec<Vec<Cell>>,
}

/// The most squares a grid may have when its spans are laid out.
pub const MAX_SQUARES: usize = 2_000_000;

impl Grid {
    /// The text of every square; squares covered by a span, save its first, are empty.
    ///
    /// Rows are made equally long. Spans that reach beyond the last row are cut there.
    #[must_use]
    pub fn squares(&self) -> Vec<Vec<String>> {
        let height = self.rows.len();
        let mut out: Vec<Vec<Option<String>>> = vec![Vec::new(); height];
        let mut used = 0_usize;
        for (at, cells) in self.rows.iter().enumerate() {
            let mut column = 0;
            for cell in cells {
                while out
                    .get(at)
                    .and_then(|row| row.get(column))
                    .is_some_and(Option::is_some)
                {
                    column += 1;
                }
                let rows = cell.rows.clamp(1, height - at);
                let columns = cell.columns.max(1);
                used = used.saturating_add(rows.saturating_mul(columns));
                if used > MAX_SQUARES {
                    return fill(out);
                }
                for (row, line) in out.iter_mut().enumerate().skip(at).take(rows) {
                    if line.len() < column + columns {
                        line.resize(column + columns, None);
                    }
                    for (offset, square) in line.iter_mut().skip(column).take(columns).enumerate() {
                        let first = row == at && offset == 0;
                        *square = Some(if first {
                            cell.text.clone()
                        } else {
                            String::new()
                        });
                    }
                }
                column += columns;
            }
        }
        fill(out)
    }
}

fn fill(rows: Vec<Vec<Option<String>>>) -> Vec<Vec<String>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    rows.into_iter()
        .map(|row| {
            let mut row: Vec<String> = row.into_iter().map(Option::unwrap_or_default).collect();
            row.resize(width, String::new());
            row
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Cell, Grid};

    #[track_caller]
    fn laid_out(rows: Vec<Vec<Cell>>, expected: &[&[&str]]) {
        assert_eq!(Grid { rows }.squares(), expected);
    }

    #[test]
    fn spans_push_later_cells_aside() {
        laid_out(
            vec![
                vec![Cell::new("产出").over_rows(2), Cell::new("a")],
                vec![Cell::new("b")],
            ],
            &[&["产出", "a"], &["", "b"]],
        );
        laid_out(
            vec![
                vec![Cell::new("a"), Cell::new("b").over_columns(2)],
                vec![Cell::new("c")],
            ],
            &[&["a", "b", ""], &["c", "", ""]],
        );
    }

    #[test]
    fn a_span_beyond_the_last_row_is_cut() {
        laid_out(vec![vec![Cell::new("a").over_rows(9)]], &[&["a"]]);
    }

    #[test]
    fn a_span_without_bound_does_not_eat_memory() {
        let cell = Cell::new("a").over_columns(usize::MAX);
        assert!(
            Grid {
                rows: vec![vec![cell]]
            }
            .squares()
            .iter()
            .all(Vec::is_empty)
        );
    }
}
