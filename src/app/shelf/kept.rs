//! One evaluation as it lies in the storage: a line that says what it is, then the document as one line of JSON.
//!
//! The first line lets the list of evaluations be shown without reading their documents; unit, year and total in it
//! repeat what the document gives and are written anew with it.

use crate::app::show::whose;
use crate::document::Document;
use crate::document::json;
use crate::policy::Grade;
use crate::scoring::Evaluation;

const MAGIC: &str = "jiping-kept 1";

/// One evaluation as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Kept {
    /// When the document was last changed, in milliseconds since 1970; grows with every write, so that it also
    /// tells versions apart.
    pub revision: u64,
    /// When it was deleted; 0 where it is not.
    pub gone: u64,
    /// What a person calls it; empty where it has no name of its own.
    pub label: String,
    /// The unit.
    pub unit: String,
    /// The year.
    pub year: String,
    /// Points so far.
    pub total: String,
    /// `1`–`4` for 优 良 中 差, `0` while provisional.
    pub grade: String,
    /// The document as one line of JSON.
    pub text: String,
}

impl Kept {
    /// An evaluation as it is now.
    #[must_use]
    pub fn of(document: &Document, evaluation: &Evaluation, text: String) -> Self {
        let totals = &evaluation.totals;
        let grade = match totals.grade {
            None => "0",
            Some(Grade::Excellent) => "1",
            Some(Grade::Good) => "2",
            Some(Grade::Fair) => "3",
            Some(Grade::Poor) => "4",
        };
        Self {
            unit: plain(&whose(&document.header)),
            year: plain(&document.header.year),
            total: totals.so_far.fixed(2),
            grade: grade.to_owned(),
            text,
            ..Self::default()
        }
    }

    /// As the text that is stored.
    #[must_use]
    pub fn write(&self) -> String {
        let numbers = [self.revision, self.gone].map(|number| number.to_string());
        let [revision, gone] = &numbers;
        let label = plain(&self.label);
        let head = [
            MAGIC,
            revision,
            gone,
            &label,
            &self.unit,
            &self.year,
            &self.total,
            &self.grade,
        ]
        .join("\t");
        [&head, "\n", &self.text].concat()
    }

    /// From the text that is stored.
    #[must_use]
    pub fn read(stored: &str) -> Option<Self> {
        let (head, text) = stored.split_once('\n')?;
        let mut words = head.split('\t');
        if words.next() != Some(MAGIC) {
            return None;
        }
        let revision = words.next()?.parse().ok()?;
        let gone = words.next()?.parse().ok()?;
        let mut word = || words.next().map(str::to_owned);
        Some(Self {
            revision,
            gone,
            label: word()?,
            unit: word()?,
            year: word()?,
            total: word()?,
            grade: word()?,
            text: text.to_owned(),
        })
    }
}

/// The document as one line of JSON.
#[must_use]
pub fn line(document: &Document) -> String {
    json::line(document)
}

/// A text without what separates fields and lines.
pub(super) fn plain(text: &str) -> String {
    let plain = text.trim().chars();
    plain
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
