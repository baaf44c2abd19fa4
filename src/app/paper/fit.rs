//! 分页: how much room text takes on paper, and what goes on which page.
//!
//! Counted, not measured: no browser is asked, so that every one breaks the pages at the same rows. Lengths are
//! tenths of a millimetre; estimates lean to the large side, and a page keeps a little room to spare.

/// Height of one line of 9 pt type.
const LINE: u32 = 43;
/// What a row needs besides its lines: padding and border.
const EDGES: u32 = 24;
/// What a cell's text cannot use of its width: padding and border.
const SIDES: u32 = 32;
/// Half the width of a Chinese character of 9 pt.
const HALF: u32 = 16;
/// Width of the printed area.
pub const WIDTH: u32 = 2_730;
/// Height of the printed area, less the foot of the page and a reserve.
pub const HEIGHT: u32 = 1_780;

/// Lines that a text takes in a cell of this share of the width, in percent.
#[must_use]
pub fn lines(text: &str, percent: u32) -> u32 {
    let room = (WIDTH * percent / 100).saturating_sub(SIDES) / HALF;
    let room = room.max(2);
    text.split('\n')
        .map(|line| line.chars().map(halves).sum::<u32>().div_ceil(room).max(1))
        .sum()
}

/// Halves of a Chinese character's width, rounded up where typefaces differ.
const fn halves(c: char) -> u32 {
    match c {
        'A'..='Z' | 'm' | 'w' | '%' | '@' => 2,
        c if c.is_ascii() => 1,
        _ => 2,
    }
}

/// Height of a row whose fullest cell has this many lines.
#[must_use]
pub const fn row(lines: u32) -> u32 {
    lines * LINE + EDGES
}

/// A table (or a title, or a line for signatures) that is to be put on pages.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Block {
    /// Height of its head, which each of its pages repeats.
    pub head: u32,
    /// Heights of its rows.
    pub rows: Vec<u32>,
}

/// Rows of a block that stand on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which block.
    pub block: usize,
    /// The first row.
    pub from: usize,
    /// One past the last row.
    pub to: usize,
}

/// What stands on each page. No row is cut: one that is higher than a page has a page of its own.
#[must_use]
pub fn pages(blocks: &[Block], height: u32) -> Vec<Vec<Piece>> {
    let mut pages: Vec<Vec<Piece>> = Vec::new();
    let mut page: Vec<Piece> = Vec::new();
    let mut used = 0;
    for (block, it) in blocks.iter().enumerate() {
        let mut open: Option<Piece> = None;
        for (at, &row) in it.rows.iter().enumerate() {
            let need = if open.is_some() { row } else { row + it.head };
            if used > 0 && used + need > height {
                page.extend(open.take());
                pages.push(std::mem::take(&mut page));
                used = 0;
            }
            used += if open.is_some() { row } else { row + it.head };
            let piece = open.get_or_insert(Piece {
                block,
                from: at,
                to: at,
            });
            piece.to = at + 1;
        }
        page.extend(open);
    }
    if !page.is_empty() {
        pages.push(page);
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::{Block, Piece, lines, pages};

    #[track_caller]
    fn laid(blocks: &[(u32, &[u32])], expected: &[&[(usize, usize, usize)]]) {
        let blocks = blocks.iter().map(|(head, rows)| Block {
            head: *head,
            rows: rows.to_vec(),
        });
        let found = pages(&blocks.collect::<Vec<_>>(), 100);
        let piece = |&(block, from, to): &(usize, usize, usize)| Piece { block, from, to };
        let expected: Vec<Vec<Piece>> = expected
            .iter()
            .map(|page| page.iter().map(piece).collect())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn rows_go_on_where_they_fit_and_heads_are_counted_again() {
        laid(&[(10, &[30, 30, 30])], &[&[(0, 0, 3)]]);
        laid(&[(10, &[30, 30, 31])], &[&[(0, 0, 2)], &[(0, 2, 3)]]);
        laid(&[(10, &[45, 45, 45, 45])], &[&[(0, 0, 2)], &[(0, 2, 4)]]);
        laid(&[(10, &[46, 45, 45])], &[&[(0, 0, 1)], &[(0, 1, 3)]]);
    }

    #[test]
    fn a_head_never_stands_alone_at_the_foot() {
        laid(&[(0, &[70]), (10, &[21])], &[&[(0, 0, 1)], &[(1, 0, 1)]]);
        laid(&[(0, &[70]), (10, &[20])], &[&[(0, 0, 1), (1, 0, 1)]]);
    }

    #[test]
    fn a_row_higher_than_a_page_has_its_own() {
        laid(
            &[(10, &[20, 300, 20])],
            &[&[(0, 0, 1)], &[(0, 1, 2)], &[(0, 2, 3)]],
        );
        laid(&[(10, &[])], &[]);
    }

    #[test]
    fn lines_are_counted_in_halves_of_a_character() {
        // 10 % of 273 mm less the edges: 15 halves.
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("产出指标产出指", 10), 1);
        assert_eq!(lines("产出指标产出指标", 10), 2);
        assert_eq!(lines("1234567890abcde", 10), 1);
        assert_eq!(lines("a\nb\nc", 10), 3);
    }
}
