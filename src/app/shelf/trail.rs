//! What can be undone and redone, as text: from the document outward, each step says how its version differs from
//! the one before it. A version is one line of JSON; a step names what stays at both ends and holds what stood between.
//!
//! Bounded in steps and in bytes. Reading is lazy: a version becomes a document when somebody goes back to it.

use std::rc::Rc;

use super::{blocks, kept};
use crate::WHOLE;
use crate::document::{Document, json};

/// Most steps kept in each direction.
pub const MAX_STEPS: usize = 100;
/// Most bytes of all steps in one direction.
const MAX_BYTES: usize = 60_000;
/// Most bytes of versions that are written out to be compared.
const MAX_COMPARED: usize = 3_000_000;

/// How one version's text differs from its neighbour's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Bytes that stay at the front.
    front: usize,
    /// Bytes that stay at the end.
    end: usize,
    /// What stands between them.
    between: String,
}

impl Step {
    /// The step from one text to another.
    #[must_use]
    pub fn between(from: &str, to: &str) -> Self {
        let same = |pair: &(u8, u8)| pair.0 == pair.1;
        let front = from.bytes().zip(to.bytes()).take_while(same).count();
        let front = to.floor_char_boundary(front);
        let most = from.len().min(to.len()) - front;
        let backward = from.bytes().rev().zip(to.bytes().rev());
        let end = backward.take(most).take_while(same).count();
        let end = to.len() - to.ceil_char_boundary(to.len() - end);
        Self {
            front,
            end,
            between: to.get(front..to.len() - end).unwrap_or_default().to_owned(),
        }
    }

    /// The text this step leads to.
    #[must_use]
    pub fn apply(&self, from: &str) -> Option<String> {
        let front = from.get(..self.front)?;
        let end = from.get(from.len().checked_sub(self.end)?..)?;
        Some([front, &self.between, end].concat())
    }
}

/// Steps that are not documents yet, the nearest first.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Trail {
    /// What can be undone.
    pub past: Vec<Step>,
    /// What can be redone.
    pub future: Vec<Step>,
}

impl Trail {
    /// The next document in this direction, seen from the one at the end of the history.
    #[must_use]
    pub fn next(steps: &mut Vec<Step>, from: &Document) -> Option<Document> {
        if !WHOLE || steps.is_empty() {
            // Nothing was kept where the small program began.
            return None;
        }
        let text = steps.remove(0).apply(&kept::line(from));
        let document = text.and_then(|text| json::open(text.as_bytes()).ok());
        if document.is_none() {
            steps.clear();
        }
        document.map(|loaded| loaded.document)
    }

    /// From text; empty where it is damaged.
    #[must_use]
    pub fn read(mut text: &str) -> Self {
        let past = steps(&mut text);
        let future = steps(&mut text);
        match (past, future) {
            (Some(past), Some(future)) => Self { past, future },
            _ => Self::default(),
        }
    }
}

fn steps(rest: &mut &str) -> Option<Vec<Step>> {
    let count = blocks::take_number(rest)?;
    if count > MAX_STEPS {
        return None;
    }
    let step = |_| {
        Some(Step {
            front: blocks::take_number(rest)?,
            end: blocks::take_number(rest)?,
            between: blocks::take(rest)?.to_owned(),
        })
    };
    (0..count).map(step).collect()
}

/// Versions as text, remembered from one writing to the next, as most of them stay.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    known: Vec<(Rc<Document>, Rc<str>)>,
}

impl Texts {
    /// The text of a version.
    pub fn of(&mut self, document: &Rc<Document>) -> Rc<str> {
        let known = self.known.iter();
        let mut known = known.filter(|(known, _)| Rc::ptr_eq(known, document));
        if let Some((_, text)) = known.next() {
            return Rc::clone(text);
        }
        let text: Rc<str> = kept::line(document).into();
        self.known.push((Rc::clone(document), Rc::clone(&text)));
        text
    }

    /// Forgets versions that the history does not hold any more.
    pub fn tidy(&mut self) {
        self.known
            .retain(|(document, _)| Rc::strong_count(document) > 1);
    }

    /// Adds the steps from a version through its neighbours, then through what is not a document yet.
    pub fn write(
        &mut self,
        out: &mut String,
        from: &Rc<Document>,
        versions: &mut dyn Iterator<Item = &Rc<Document>>,
        rest: &[Step],
    ) {
        let mut steps = Steps::default();
        let mut compared = 0;
        let mut before = self.of(from);
        for version in versions {
            let text = self.of(version);
            compared += text.len();
            if compared > MAX_COMPARED || !steps.add(&Step::between(&before, &text)) {
                steps.full = true;
                break;
            }
            before = text;
        }
        if WHOLE {
            for step in rest {
                steps.add(step);
            }
        }
        blocks::push(out, &steps.count.to_string());
        out.push_str(&steps.text);
    }
}

/// Steps as text.
#[derive(Default)]
struct Steps {
    count: usize,
    bytes: usize,
    full: bool,
    text: String,
}

impl Steps {
    /// Adds a step while there is room; tells whether there was.
    fn add(&mut self, step: &Step) -> bool {
        self.bytes += step.between.len() + 16;
        self.full |= self.count == MAX_STEPS || self.bytes > MAX_BYTES;
        if !self.full {
            self.count += 1;
            blocks::push(&mut self.text, &step.front.to_string());
            blocks::push(&mut self.text, &step.end.to_string());
            blocks::push(&mut self.text, &step.between);
        }
        !self.full
    }
}
