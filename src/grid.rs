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
    /// Rows are made equally long, unless that takes too many squares. Spans that reach beyond the last row are cut there.
    #[must_use]
    pub fn squares(&self) -> Vec<Vec<String>> {
        let height = self.rows.len();
        let mut out = Vec::new();
        // The row from which on a column is not covered.
        let mut free = Vec::new();
        let mut used = 0_usize;
        for (at, cells) in self.rows.iter().enumerate() {
            let mut line = Vec::new();
            for cell in cells {
                while free.get(line.len()).is_some_and(|row| *row > at) {
                    line.push(String::new());
                }
                let rows = cell.rows.clamp(1, height - at);
                used = used.saturating_add(rows.saturating_mul(cell.columns));
                if used > MAX_SQUARES {
                    break;
                }
                let column = line.len();
                line.push(cell.text.clone());
                line.resize(column + cell.columns.max(1), String::new());
                if free.len() < line.len() {
                    free.resize(line.len(), 0);
                }
                for row in free.iter_mut().take(line.len()).skip(column) {
                    *row = (*row).max(at + rows);
                }
            }
            out.push(line);
        }
        if height.saturating_mul(free.len()) <= MAX_SQUARES {
            for line in &mut out {
                line.resize(free.len(), String::new());
            }
        }
        out
    }
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
    fn a_cell_that_reaches_over_another_hides_nothing() {
        laid_out(
            vec![
                vec![Cell::new("a"), Cell::new("b").over_rows(3)],
                vec![Cell::new("c").over_columns(3), Cell::new("d")],
                vec![Cell::new("e"), Cell::new("f")],
            ],
            &[
                &["a", "b", "", ""],
                &["c", "", "", "d"],
                &["e", "", "f", ""],
            ],
        );
    }

    #[test]
    fn many_rows_under_a_wide_one_do_not_eat_memory() {
        let mut rows = vec![vec![]; 100_000];
        rows[0] = vec![Cell::new("a").over_columns(1_000_000)];
        let squares = Grid { rows }.squares();
        assert_eq!((squares[0].len(), squares[1].len()), (1_000_000, 0));
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
