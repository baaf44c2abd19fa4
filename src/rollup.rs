//! 汇总: many evaluations in one table, one at a time, so that a page can stop between any two.
//!
//! One that does not open is listed with its reason, and the rest go on. Only final grades are counted in
//! the distribution; provisional evaluations are counted beside it.

mod open;
mod outcome;
mod sort;

pub use open::{OpenError, open};
pub use outcome::Outcome;
pub use sort::{Order, SortKey};

use crate::decimal::{Number, Ratio, Rounding};
use crate::document::json::Loaded;
use crate::policy::Grade;
use crate::scoring::evaluate;

/// Bins of ten points: 0–, 10–, … 90–100.
pub const BINS: usize = 10;

/// One evaluation in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it came from: a file's name, or the number of a line.
    pub source: String,
    /// What it comes to, or why it does not open.
    pub outcome: Result<Outcome, OpenError>,
}

/// 汇总表.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollUp {
    entries: Vec<Entry>,
}

/// How many there are of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Distribution {
    /// 优, 良, 中, 差.
    pub grades: [usize; 4],
    /// By what the grade is taken on, in tens: 0–, 10–, … 90–100.
    pub bins: [usize; BINS],
    /// Without a final grade.
    pub provisional: usize,
    /// That did not open.
    pub failed: usize,
    /// The mean of what the grades are taken on, rounded half up to 2 places; nothing without a grade.
    pub mean: Option<Number>,
}

/// Rolls up what was opened, one after another.
pub fn roll_up<S: Into<String>>(
    all: impl IntoIterator<Item = (S, Result<Loaded, OpenError>)>,
) -> RollUp {
    let mut roll_up = RollUp::default();
    for (source, opened) in all {
        roll_up.push(source.into(), opened);
    }
    roll_up
}

impl RollUp {
    /// Adds one evaluation.
    pub fn push(&mut self, source: String, opened: Result<Loaded, OpenError>) {
        let outcome = opened.map(|loaded| {
            let evaluation = evaluate(&loaded.document);
            outcome::outcome(loaded, &evaluation)
        });
        self.entries.push(Entry { source, outcome });
    }

    /// Adds a file or a link as it came.
    pub fn push_bytes(&mut self, source: String, bytes: &[u8]) {
        self.push(source, open(bytes));
    }

    /// Everything, as it came.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Positions of the entries in another order. What is not known, and what did not open, comes last;
    /// equal ones stay as they came.
    #[must_use]
    pub fn sorted(&self, key: SortKey, order: Order) -> Vec<usize> {
        sort::sorted(&self.entries, key, order)
    }

    /// How many there are of each.
    #[must_use]
    pub fn distribution(&self) -> Distribution {
        let mut all = Distribution::default();
        let (mut sum, mut count) = (Number::ZERO, 0_i64);
        for entry in &self.entries {
            let Ok(outcome) = &entry.outcome else {
                all.failed += 1;
                continue;
            };
            let (Some(grade), Some(on)) = (outcome.grade, outcome.graded_on) else {
                all.provisional += 1;
                continue;
            };
            add(&mut all.grades, grade_index(grade));
            add(&mut all.bins, bin(on));
            sum = sum.checked_add(on).unwrap_or(sum);
            count += 1;
        }
        let mean = Ratio::of(sum).checked_div(Ratio::of(Number::from_int(count)));
        all.mean = mean.and_then(|mean| mean.round(2, Rounding::HalfUp));
        all
    }
}

fn add(counts: &mut [usize], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}

/// 0–3, best first.
const fn grade_index(grade: Grade) -> usize {
    match grade {
        Grade::Excellent => 0,
        Grade::Good => 1,
        Grade::Fair => 2,
        Grade::Poor => 3,
    }
}

/// The bin of a figure; what is outside goes to the nearest one.
fn bin(on: Number) -> usize {
    let bins = (1_i64..).take(BINS - 1);
    bins.take_while(|tens| Number::from_int(tens * 10) <= on)
        .count()
}
