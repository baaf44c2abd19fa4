//! 纸面: the official form as tables on pages: A4, landscape, heads and level labels repeated.

pub mod fit;

use crate::decimal::Number;
use crate::document::{Document, Row};
use crate::grid::Cell;
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, fill, term};
use crate::scoring::{Evaluation, RowResult};

use super::sheet::task_heads;
use super::show;
use super::span;
use fit::{Block, Piece};

/// A table on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Widths of its columns in percent.
    pub columns: &'static [u32],
    /// Its rows, heads first.
    pub rows: Vec<Vec<Cell>>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Page {
    /// Whether it begins with the title.
    pub titled: bool,
    /// Its tables.
    pub tables: Vec<Table>,
    /// Whether it ends with the line for signatures.
    pub signed: bool,
    /// Whether something on it is higher than a page.
    pub tall: bool,
}

const FORM: &[u32] = &[14, 36, 14, 36];
const TASKS: &[u32] = &[18, 34, 10, 10, 10, 8, 5, 5];
const GOALS: &[u32] = &[50, 50];
const ROWS: &[u32] = &[7, 9, 27, 12, 12, 8, 5, 5, 15];

/// Height of the title.
const TITLE: u32 = 190;
/// Height of the line for signatures.
const SIGNATURE: u32 = 140;

/// Everything that goes on paper.
struct Sheet<'a> {
    document: &'a Document,
    evaluation: &'a Evaluation,
    language: Language,
}

/// The pages of the form.
#[must_use]
pub fn pages(document: &Document, evaluation: &Evaluation, language: Language) -> Vec<Page> {
    let sheet = Sheet {
        document,
        evaluation,
        language,
    };
    let tables = [sheet.form(), sheet.tasks(), sheet.goals()];
    let leaves = sheet.leaves();
    let end = sheet.end();
    let mut blocks = vec![Block {
        head: 0,
        rows: vec![TITLE],
    }];
    blocks.extend(
        tables
            .iter()
            .map(|(columns, rows, heads)| block(columns, rows, *heads)),
    );
    let head = height(&sheet.heads(), ROWS);
    let leaf_heights = leaves.iter().map(|leaf| {
        let columns = ROWS.get(2..).unwrap_or_default();
        height(leaf, columns)
    });
    blocks.push(Block {
        head,
        rows: leaf_heights.collect(),
    });
    blocks.push(block(ROWS, &end, 0));
    blocks.push(Block {
        head: 0,
        rows: vec![SIGNATURE],
    });
    let page = |pieces: &Vec<Piece>| sheet.page(pieces, &tables, &leaves, &end, &blocks);
    fit::pages(&blocks, fit::HEIGHT).iter().map(page).collect()
}

type Rows = Vec<Vec<Cell>>;

/// A table's block: its first rows are its head.
fn block(columns: &[u32], rows: &[Vec<Cell>], heads: usize) -> Block {
    let mut heights = rows.iter().map(|row| height(row, columns));
    Block {
        head: heights.by_ref().take(heads).sum(),
        rows: heights.collect(),
    }
}

/// Height of a row: that of its fullest cell.
fn height(cells: &[Cell], columns: &[u32]) -> u32 {
    let mut columns = columns.iter();
    let lines = cells.iter().map(|cell| {
        let percent = columns.by_ref().take(cell.columns).sum();
        fit::lines(&cell.text, percent)
    });
    fit::row(lines.max().unwrap_or(1))
}

impl Sheet<'_> {
    const fn word(&self, of: Word) -> &'static str {
        word(of, self.language)
    }

    fn head(&self, of: Word) -> Cell {
        Cell::new(self.word(of)).as_head()
    }

    /// One page's tables from its pieces.
    fn page(
        &self,
        pieces: &[Piece],
        tables: &[(&'static [u32], Rows, usize)],
        leaves: &[Vec<Cell>],
        end: &Rows,
        blocks: &[Block],
    ) -> Page {
        let mut page = Page::default();
        let leaf_block = tables.len() + 1;
        for piece in pieces {
            let table = piece.block.checked_sub(1).and_then(|at| tables.get(at));
            if piece.block == 0 {
                page.titled = true;
            } else if let Some((columns, rows, heads)) = table {
                let body = rows
                    .iter()
                    .skip(heads + piece.from)
                    .take(piece.to - piece.from);
                page.tables.push(Table {
                    columns,
                    rows: rows.iter().take(*heads).chain(body).cloned().collect(),
                });
            } else if piece.block == leaf_block {
                page.tables.push(Table {
                    columns: ROWS,
                    rows: self.leaves_on(piece, leaves),
                });
            } else if piece.block == leaf_block + 1 {
                page.tables.push(Table {
                    columns: ROWS,
                    rows: end.clone(),
                });
            } else {
                page.signed = true;
            }
            let rows = blocks.get(piece.block).map_or(&[][..], |block| &block.rows);
            page.tall |= rows
                .iter()
                .skip(piece.from)
                .take(piece.to - piece.from)
                .any(|row| *row > fit::HEIGHT);
        }
        page
    }

    fn form(&self) -> (&'static [u32], Rows, usize) {
        let header = &self.document.header;
        let fields = [
            (Word::Unit, &header.unit),
            (Word::Supervisor, &header.supervisor),
            (Word::Implementer, &header.implementer),
            (Word::Project, &header.project),
        ];
        let pair = |(label, value): &(Word, &crate::table::Text)| {
            [self.head(*label), Cell::new(value.to_string())]
        };
        let rows = fields
            .chunks(2)
            .filter(|pair| pair.iter().any(|(_, value)| !value.trim().is_empty()));
        let rows = rows.map(|chunk| chunk.iter().flat_map(pair).collect());
        (FORM, rows.collect(), 0)
    }

    fn tasks(&self) -> (&'static [u32], Rows, usize) {
        let execution = &self.evaluation.execution;
        let mut rows = vec![task_heads("\n", self.language)];
        let count = self.document.tasks.len().max(1) + 1;
        for (at, (task, result)) in self.document.tasks.iter().zip(&execution.tasks).enumerate() {
            let mut cells: Vec<Cell> = [
                (*task.name).to_owned(),
                (*task.content).to_owned(),
                show::amount(result.initial),
                show::amount(result.full_year),
                show::amount(result.executed),
                result.rate.map_or_else(String::new, show::percent),
            ]
            .map(Cell::new)
            .into();
            if at == 0 && count <= MERGED {
                cells.push(Cell::new(show::points(execution.points)).over_rows(count));
                cells.push(Cell::new(self.score(execution.score)).over_rows(count));
            } else if count > MERGED {
                cells.extend([Cell::new(""), Cell::new("")]);
            }
            rows.push(cells);
        }
        let mut sum = vec![self.head(Word::Sum).over_columns(2)];
        sum.extend(
            [execution.initial, execution.full_year, execution.executed]
                .map(|number| Cell::new(show::amount(number))),
        );
        sum.push(Cell::new(
            execution.rate.map_or_else(String::new, show::percent),
        ));
        if count > MERGED || self.document.tasks.is_empty() {
            sum.push(Cell::new(show::points(execution.points)));
            sum.push(Cell::new(self.score(execution.score)));
        }
        rows.push(sum);
        let reason = &self.document.header.execution_reason;
        if !reason.trim().is_empty() {
            let text = Cell::new(reason.to_string()).over_columns(TASKS.len() - 1);
            rows.push(vec![self.head(Word::ExecutionReason), text]);
        }
        (TASKS, rows, 1)
    }

    fn goals(&self) -> (&'static [u32], Rows, usize) {
        let mut rows: Rows = vec![
            [Word::GoalText, Word::GoalAchieved]
                .map(|of| self.head(of))
                .into(),
        ];
        for goal in &self.document.goals {
            rows.push(vec![
                Cell::new((*goal.text).to_owned()),
                Cell::new((*goal.achieved).to_owned()),
            ]);
        }
        (GOALS, rows, 1)
    }

    fn heads(&self) -> Vec<Cell> {
        [
            Word::Level1,
            Word::Level2,
            Word::Name,
            Word::Target,
            Word::Actual,
            Word::Completion,
            Word::Weight,
            Word::Score,
            Word::Reason,
        ]
        .map(|of| self.head(of))
        .into()
    }

    fn score(&self, score: Option<Number>) -> String {
        score.map(show::points).unwrap_or_default()
    }

    /// 实际完成值, with the band that a person chose.
    fn actual(&self, row: &Row, result: &RowResult) -> String {
        let text = show::actual(row, result, self.language);
        let Some(band) = row.actual.band.filter(|_| result.tally.is_none()) else {
            return text;
        };
        let band = term::band(band, self.language);
        if text == band {
            return text;
        }
        let (open, close) = self.language.pick(("（", "）"), (" (", ")"));
        [&*text, open, band, close].concat()
    }

    /// The cells of every indicator without its levels.
    fn leaves(&self) -> Rows {
        let rows = self.document.rows.iter().zip(&self.evaluation.rows);
        let cells = rows.map(|(row, result)| {
            [
                (*row.indicator.name).to_owned(),
                (*row.indicator.target).to_owned(),
                self.actual(row, result),
                show::completion(result.completion, self.language),
                show::points(result.weight.points),
                self.score(result.score),
                (*row.actual.reason).to_owned(),
            ]
            .map(Cell::new)
            .into()
        });
        cells.collect()
    }

    /// The head, and the indicators of one page under their levels; what goes on says 续.
    fn leaves_on(&self, piece: &Piece, leaves: &[Vec<Cell>]) -> Rows {
        let all = &self.document.rows;
        let rows = all.get(piece.from..piece.to).unwrap_or_default();
        let before = piece.from.checked_sub(1).and_then(|at| all.get(at));
        let first = rows.first();
        let same = |pick: fn(&crate::document::Row) -> &str| {
            before.zip(first).is_some_and(|(a, b)| pick(a) == pick(b))
        };
        let goes_on1 = same(|row| &row.indicator.level1);
        let goes_on2 = goes_on1 && same(|row| &row.indicator.level2);
        let label = |text: &str, goes_on: bool, rows: usize| {
            let mark = if goes_on {
                self.language.pick("（续）", " (cont.)")
            } else {
                ""
            };
            Cell::new([text, mark].concat()).as_head().over_rows(rows)
        };
        let mut out = vec![self.heads()];
        let spans = span::spans(rows, |_| false);
        let leaves = leaves.iter().skip(piece.from);
        for (at, ((row, span), leaf)) in rows.iter().zip(spans).zip(leaves).enumerate() {
            let mut cells = Vec::with_capacity(ROWS.len());
            cells.extend(
                span.level1
                    .map(|count| label(&row.indicator.level1, at == 0 && goes_on1, count)),
            );
            cells.extend(
                span.level2
                    .map(|count| label(&row.indicator.level2, at == 0 && goes_on2, count)),
            );
            cells.extend(leaf.iter().cloned());
            out.push(cells);
        }
        out
    }

    /// Total and grade.
    fn end(&self) -> Rows {
        let totals = &self.evaluation.totals;
        let grade = match totals.grade {
            Some(grade) => term::grade(grade, self.language).to_owned(),
            None => fill(
                self.language
                    .pick("暂计，可达 {0}", "provisional, {0} within reach"),
                &[&show::points(totals.reachable)],
            ),
        };
        vec![vec![
            self.head(Word::Total).over_columns(6),
            Cell::new(show::points(totals.attainable)),
            Cell::new(show::points(totals.so_far)),
            Cell::new(
                [
                    self.word(Word::GradeWord),
                    self.language.pick("：", ": "),
                    &grade,
                ]
                .concat(),
            ),
        ]]
    }
}

/// Up to this many lines, the points of execution stand in one cell over all tasks.
const MERGED: usize = 6;
