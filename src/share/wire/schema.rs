//! What version 1 of the link knows about a file: its tables, their columns, and what a cell usually says.
//!
//! A link that was released is read by these tables for ever: never change one, add a version.

/// What a cell is in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text.
    Text,
    /// A number's source text.
    Number,
    /// `true`; an empty cell is no field.
    Flag,
    /// A tally, in one text: see `tally`.
    Tally,
}

/// What a cell is held against, and left out where it is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Against {
    /// The cell above.
    Above,
    /// The cell of another column in the same row, one that stands further left.
    Column(usize),
    /// The target in that column without its comparator; its unit is left out too.
    Target(usize),
    /// The id that follows the one above: this prefix and the next number.
    Next(&'static str),
    /// This text.
    Fixed(&'static str),
}

impl Against {
    /// Whether a column is left out where every cell is the same, not where every cell is empty.
    pub(super) const fn is_usual(self) -> bool {
        matches!(self, Self::Next(_) | Self::Fixed(_))
    }
}

/// Whether a column is part of the table that an answer link is for, or of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// What was promised: what the table's name is made from.
    Table,
    /// What was filled in.
    Answer,
}

/// One field of the file's rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// The object inside the row that it stands in; empty for the row itself.
    pub outer: &'static str,
    /// Its name.
    pub name: &'static str,
    pub kind: Kind,
    pub against: Against,
    pub part: Part,
}

/// One list of the file; the file itself is a table of one row without a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    /// Its field.
    pub name: &'static str,
    /// Most rows that are read.
    pub most: usize,
    pub columns: &'static [Column],
}

const fn column(part: Part, outer: &'static str, name: &'static str, against: Against) -> Column {
    Column {
        outer,
        name,
        kind: Kind::Text,
        against,
        part,
    }
}

const fn promised(outer: &'static str, name: &'static str, against: Against) -> Column {
    column(Part::Table, outer, name, against)
}

const fn answered(outer: &'static str, name: &'static str, against: Against) -> Column {
    column(Part::Answer, outer, name, against)
}

const fn of_kind(kind: Kind, column: Column) -> Column {
    Column { kind, ..column }
}

use Against::{Above, Column as Left, Fixed, Next, Target};

/// All tables, in the order in which they are written.
pub(super) const TABLES: [Table; 4] = [
    Table {
        name: "",
        most: 1,
        columns: &ROOT,
    },
    Table {
        name: "tasks",
        most: 1_000,
        columns: &TASKS,
    },
    Table {
        name: "goals",
        most: 1_000,
        columns: &GOALS,
    },
    Table {
        name: "indicators",
        most: 5_000,
        columns: &INDICATORS,
    },
];

const ROOT: [Column; 11] = [
    promised("header", "unit", Above),
    promised("header", "year", Above),
    answered("header", "project", Above),
    answered("header", "supervisor", Above),
    answered("header", "implementer", Above),
    answered("header", "filledBy", Above),
    answered("header", "phone", Above),
    answered("header", "date", Above),
    answered("header", "executionReason", Above),
    answered("policy", "id", Fixed("national-2020")),
    of_kind(Kind::Number, answered("policy", "version", Fixed("1"))),
];

const TASKS: [Column; 12] = [
    answered("", "id", Next("t")),
    promised("", "name", Above),
    promised("", "content", Above),
    promised("initial", "total", Above),
    promised("initial", "fiscal", Left(3)),
    promised("initial", "other", Above),
    answered("fullYear", "total", Left(3)),
    answered("fullYear", "fiscal", Left(6)),
    answered("fullYear", "other", Above),
    answered("executed", "total", Left(3)),
    answered("executed", "fiscal", Left(9)),
    answered("executed", "other", Above),
];

const GOALS: [Column; 3] = [
    answered("", "id", Next("g")),
    promised("", "text", Above),
    answered("", "achieved", Left(1)),
];

const INDICATORS: [Column; 21] = [
    answered("", "id", Next("i")),
    promised("", "level1", Above),
    promised("", "level2", Above),
    promised("", "name", Above),
    promised("", "target", Above),
    promised("", "direction", Above),
    promised("", "unit", Above),
    answered("", "weight", Above),
    of_kind(Kind::Flag, answered("", "locked", Above)),
    answered("actual", "text", Target(4)),
    answered("actual", "reason", Above),
    answered("actual", "evidence", Above),
    answered("actual", "band", Above),
    answered("actual", "share", Above),
    answered("actual", "comparator", Above),
    answered("actual", "confirmed", Above),
    answered("actual", "deduction", Above),
    of_kind(Kind::Tally, answered("actual", "tally", Above)),
    answered("actual", "reviewed", Above),
    answered("actual", "reviewScore", Above),
    answered("actual", "opinion", Above),
];
