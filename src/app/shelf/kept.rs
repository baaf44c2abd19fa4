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
    /// Unit, year, points so far and grade, with tabs between them.
    pub facts: String,
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
        let mut facts = plain(&whose(&document.header));
        for fact in [
            &*plain(&document.header.year),
            &totals.so_far.fixed(2),
            grade,
        ] {
            facts.push('\t');
            facts.push_str(fact);
        }
        Self {
            facts,
            text,
            ..Self::default()
        }
    }

    /// As the text that is stored.
    #[must_use]
    pub fn write(&self) -> String {
        self.write_as(self.revision, &self.label)
    }

    /// As the text that is stored, of this time and under this name.
    #[must_use]
    pub fn write_as(&self, revision: u64, label: &str) -> String {
        let mut out = MAGIC.to_owned();
        for word in [
            &*revision.to_string(),
            &self.gone.to_string(),
            &plain(label),
            &self.facts,
        ] {
            out.push('\t');
            out.push_str(word);
        }
        out.push('\n');
        out.push_str(&self.text);
        out
    }

    /// From the text that is stored.
    #[must_use]
    pub fn read(stored: &str) -> Option<Self> {
        let seen = Seen::read(stored)?;
        Some(Self {
            revision: seen.revision,
            gone: seen.gone,
            label: seen.label.to_owned(),
            facts: seen.facts.to_owned(),
            text: seen.text.to_owned(),
        })
    }

    /// The unit.
    #[must_use]
    pub fn unit(&self) -> &str {
        self.fact(0)
    }

    /// The year.
    #[must_use]
    pub fn year(&self) -> &str {
        self.fact(1)
    }

    /// Points so far.
    #[must_use]
    pub fn total(&self) -> &str {
        self.fact(2)
    }

    /// `1`–`4` for 优 良 中 差, `0` while provisional.
    #[must_use]
    pub fn grade(&self) -> &str {
        self.fact(3)
    }

    fn fact(&self, at: usize) -> &str {
        self.facts.split('\t').nth(at).unwrap_or_default()
    }
}

/// What is kept, looked at where it lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'a> {
    /// As [`Kept::revision`].
    pub revision: u64,
    /// As [`Kept::gone`].
    pub gone: u64,
    /// As [`Kept::label`].
    pub label: &'a str,
    facts: &'a str,
    /// As [`Kept::text`].
    pub text: &'a str,
}

impl<'a> Seen<'a> {
    /// In the text that is stored.
    pub fn read(stored: &'a str) -> Option<Self> {
        let (mut facts, text) = stored.split_once('\n')?;
        let mut word = || {
            let (word, rest) = facts.split_once('\t')?;
            facts = rest;
            Some(word)
        };
        if word() != Some(MAGIC) {
            return None;
        }
        let revision = word()?.parse().ok()?;
        let gone = word()?.parse().ok()?;
        let label = word()?;
        // Three tabs at least are between four facts.
        let tabs = facts.bytes().filter(|byte| *byte == b'\t').count();
        (tabs >= 3).then_some(Self {
            revision,
            gone,
            label,
            facts,
            text,
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
