//! What can be undone and redone, as text: from the document outward, each step says how its version differs from
//! the one before it. A version is one line of JSON; a step names what stays at both ends and holds what stood between.
//!
//! Bounded in steps and in bytes. Reading is lazy: a version becomes a document when somebody goes back to it.

use std::collections::VecDeque;
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
        let front = (0..=front).rev().find(|&at| to.is_char_boundary(at));
        let front = front.unwrap_or_default();
        let most = from.len().min(to.len()) - front;
        let backward = from.bytes().rev().zip(to.bytes().rev());
        let end = backward.take(most).take_while(same).count();
        let end = (0..=end)
            .rev()
            .find(|&at| to.is_char_boundary(to.len() - at))
            .unwrap_or_default();
        let between = to.get(front..to.len() - end).unwrap_or_default().to_owned();
        Self {
            front,
            end,
            between,
        }
    }

    /// The text this step leads to.
    #[must_use]
    pub fn apply(&self, from: &str) -> Option<String> {
        let front = from.get(..self.front)?;
        let end = from.get(from.len().checked_sub(self.end)?..)?;
        Some([front, &self.between, end].concat())
    }

    const fn weight(&self) -> usize {
        self.between.len() + 16
    }
}

/// Steps that are not documents yet, the nearest first.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Trail {
    /// What can be undone.
    pub past: VecDeque<Step>,
    /// What can be redone.
    pub future: VecDeque<Step>,
}

impl Trail {
    /// The next document in this direction, seen from the one at the end of the history.
    #[must_use]
    pub fn next(steps: &mut VecDeque<Step>, from: &Document) -> Option<Document> {
        if !WHOLE {
            // Nothing was kept where the small program began.
            return None;
        }
        let text = steps.pop_front()?.apply(&kept::line(from));
        let document = text.and_then(|text| json::open(text.as_bytes()).ok());
        if document.is_none() {
            steps.clear();
        }
        document.map(|loaded| loaded.document)
    }

    /// As text.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::new();
        for steps in [&self.past, &self.future] {
            blocks::push(&mut out, &steps.len().to_string());
            for step in steps {
                blocks::push(&mut out, &step.front.to_string());
                blocks::push(&mut out, &step.end.to_string());
                blocks::push(&mut out, &step.between);
            }
        }
        out
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

fn steps(rest: &mut &str) -> Option<VecDeque<Step>> {
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

    /// The steps from a version through its neighbours, then through what is not a document yet.
    pub fn steps<'a>(
        &mut self,
        from: &Rc<Document>,
        versions: impl Iterator<Item = &'a Rc<Document>>,
        rest: &VecDeque<Step>,
    ) -> VecDeque<Step> {
        let mut out = VecDeque::new();
        let (mut bytes, mut compared) = (0, 0);
        let mut before = self.of(from);
        for version in versions {
            let text = self.of(version);
            let step = Step::between(&before, &text);
            bytes += step.weight();
            compared += text.len();
            if out.len() == MAX_STEPS || bytes > MAX_BYTES || compared > MAX_COMPARED {
                return out;
            }
            out.push_back(step);
            before = text;
        }
        for step in rest {
            bytes += step.weight();
            if out.len() == MAX_STEPS || bytes > MAX_BYTES {
                break;
            }
            out.push_back(step.clone());
        }
        out
    }
}
