//! 发现: something to tell about a document, where, how grave, and what would mend it.

use std::rc::Rc;

use crate::decimal::Number;
use crate::document::json::{Note, NoteKind};
use crate::edit::{Edit, HeaderField, List, RowField, TaskField};
use crate::table::Id;
use crate::value::{Issue, Severity};

/// Where in a document something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A header field.
    Header(HeaderField),
    /// A task's cell.
    Task(Id, TaskField),
    /// A goal.
    Goal(Id),
    /// An indicator's cell.
    Row(Id, RowField),
    /// An indicator's tally.
    Tally(Id),
    /// The tasks as a whole: budget execution.
    Execution,
    /// A list as a whole.
    List(List),
    /// The document as a whole.
    Document,
}

/// 发现.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// Where.
    pub place: Place,
    /// How grave.
    pub severity: Severity,
    /// The edit that would mend it, where one is known.
    pub fix: Option<Rc<Edit>>,
}

impl From<Note> for Finding {
    /// What reading a file had to tell, as a finding about the document as a whole.
    fn from(note: Note) -> Self {
        let (kind, severity) = match note.kind {
            NoteKind::UnknownField => (FindingKind::UnknownField(note.path), Severity::Note),
            NoteKind::PolicyVersion { found, ours } => {
                (FindingKind::PolicyVersion { found, ours }, Severity::Ask)
            }
        };
        Self {
            kind,
            place: Place::Document,
            severity,
            fix: None,
        }
    }
}

/// What there is to tell, as data; the words are in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// An issue of a cell's text.
    Cell(Issue),
    /// Something about weights.
    Weight(crate::weight::WeightFinding),
    /// Something about money.
    Fund(FundFinding),
    /// Something about a tally.
    Tally(crate::survey::TallyError),
    /// Something about the total.
    Total(TotalFinding),
    /// A check of the policy.
    Check(CheckFinding),
    /// The table's year names none, so that dates without a year cannot be read.
    Year,
    /// A field of the file that we do not know; it is kept. Holds its path.
    UnknownField(String),
    /// The file names another version of a built-in policy; ours is used.
    PolicyVersion {
        /// The version it names.
        found: u32,
        /// Ours.
        ours: u32,
    },
}

/// Something about money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FundFinding {
    /// An amount's text cannot be read.
    Unreadable,
    /// A negative amount.
    Negative,
    /// Fund sources add up to this, the total says otherwise; the total stands.
    SourcesDiffer {
        /// Σ sources.
        sources: Number,
        /// The total.
        total: Number,
    },
    /// Money executed against a budget of 0.
    WithoutBudget,
    /// The rate is above 100 %.
    AboveBudget,
}

/// Something about the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TotalFinding {
    /// Attainable is not 100: graded on total × 100 ÷ attainable.
    NotHundred {
        /// Attainable points.
        attainable: Number,
    },
    /// (s − r)/s > 5 %: red. Both in %, rounded half up to 2 places, but cut at 6 where that would be a whole number.
    ScoreAboveExecution {
        /// total ÷ attainable.
        score: Number,
        /// Execution rate.
        rate: Number,
    },
    /// More than 20 % unspent, or no budget: yellow. In %, rounded likewise; nothing where there is no budget.
    Unspent {
        /// Share unspent.
        share: Option<Number>,
    },
}

/// A check of the policy that fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckFinding {
    /// A part's points are outside the policy's range.
    PartOutside {
        /// Its points.
        found: Number,
        /// Fewest.
        least: Number,
        /// Most.
        most: Number,
    },
    /// One indicator weighs more than the policy allows.
    TooHeavy {
        /// Its points.
        found: Number,
        /// Most.
        most: Number,
    },
}
