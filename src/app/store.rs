//! 状态: the document in its history, its evaluation, and the session; one function that changes them.
//!
//! Pure: what must happen outside (focus, files, storage) is returned as effects. Invariant: the evaluation
//! always belongs to the document shown.

use std::rc::Rc;

use crate::WHOLE;
use crate::document::Document;
use crate::edit::{self, Edit};
use crate::history::History;
use crate::i18n;
use crate::i18n::ui::{Keeping, Notice};
use crate::scoring::{Evaluation, evaluate, reevaluate};
use crate::table::Id;
use crate::value::Severity;

use super::session::{Change, Session};
use super::shelf::Place;
use super::shelf::crossing::Crossings;
use super::shelf::trail::{Texts, Trail};

/// Everything the page shows.
#[derive(Clone, Debug)]
pub struct State {
    /// Versions of the document.
    pub history: History<Rc<Document>>,
    /// What can be undone and redone beyond them, from before a reload.
    beyond: Trail,
    /// Where the history passes from one evaluation to another.
    crossings: Crossings,
    /// What is worked out from the version shown.
    pub evaluation: Rc<Evaluation>,
    /// What is neither saved nor undone.
    pub session: Rc<Session>,
}

/// What views look at: everything by address, so that a picture of one moment costs nothing.
#[derive(Clone, Debug)]
pub struct Glance {
    /// The document shown.
    pub document: Rc<Document>,
    /// What is worked out from it.
    pub evaluation: Rc<Evaluation>,
    /// What is neither saved nor undone.
    pub session: Rc<Session>,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
}

/// Something that changes the state.
#[derive(Clone, Debug)]
pub enum Action {
    /// One edit; edits with the same key in a row are one step of undo.
    Edit(Edit, Option<String>),
    /// A pasted block: one step of undo, and a notice with counts.
    Paste(Paste),
    /// 撤销.
    Undo,
    /// 重做.
    Redo,
    /// Another evaluation takes the place of this one, and is kept as one of its own; it can be undone.
    Load(Rc<Document>),
    /// Another version of this evaluation; it can be undone.
    Replace(Rc<Document>),
    /// An evaluation that is kept takes the place of this one, with what can be undone in it.
    Begin(Rc<Document>, Place, Trail),
    /// A change of the session.
    Session(Change),
}

/// What a pasted block does.
#[derive(Clone, Debug, Default)]
pub struct Paste {
    /// All its edits.
    pub edits: Vec<Edit>,
    /// The indicators whose actual it fills, or all that it fills by name.
    pub rows: Vec<Id>,
    /// Cells that found no place, or lines that found no row by their name.
    pub beyond: usize,
    /// Cells whose text a blank square takes away.
    pub emptied: usize,
    /// Whether it goes to the rows by their names.
    pub named: bool,
}

/// What an action did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Outcome {
    /// Whether anything that is seen has changed.
    pub seen: bool,
    /// Whether the document has changed.
    pub changed: bool,
}

const SEEN: Outcome = Outcome {
    seen: true,
    changed: false,
};

impl State {
    /// Begins with a document.
    #[must_use]
    pub fn new(document: Document, session: Session) -> Self {
        Self::resume(document, session, Trail::default())
    }

    /// Goes on with a document and what can be undone in it.
    #[must_use]
    pub fn resume(document: Document, session: Session, trail: Trail) -> Self {
        let evaluation = Rc::new(evaluate(&document));
        Self {
            history: History::resume(Rc::new(document), trail.past.len()),
            beyond: trail,
            crossings: Crossings::default(),
            evaluation,
            session: Rc::new(session),
        }
    }

    /// What can be undone and redone in this evaluation, as text that [`Trail::read`] reads.
    #[must_use]
    pub fn trail(&self, texts: &mut Texts) -> String {
        let mut out = String::new();
        let current = self.document();
        let (mut before, mut after) = (self.history.before(), self.history.after());
        let Trail { past, future } = &self.beyond;
        let position = self.history.position();
        // The small program has one evaluation only.
        let (behind, ahead) = if WHOLE {
            (
                self.crossings.behind(position),
                self.crossings.ahead(position),
            )
        } else {
            (None, None)
        };
        match behind {
            None => texts.write(&mut out, current, &mut before, past),
            Some(most) => texts.write(&mut out, current, &mut before.take(most), &[]),
        }
        match ahead {
            None => texts.write(&mut out, current, &mut after, future),
            Some(most) => texts.write(&mut out, current, &mut after.take(most), &[]),
        }
        out
    }

    /// The document shown.
    #[must_use]
    pub fn document(&self) -> &Rc<Document> {
        self.history.current()
    }

    /// Whether another evaluation is shown after this.
    #[must_use]
    pub fn leaves(&self, action: &Action) -> bool {
        let position = self.history.position();
        match action {
            // The small program has one evaluation only.
            _ if !WHOLE => false,
            Action::Load(_) | Action::Begin(..) => true,
            Action::Undo => self.crossings.behind(position) == Some(0),
            Action::Redo => self.crossings.ahead(position) == Some(0),
            _ => false,
        }
    }

    /// What views look at.
    #[must_use]
    pub fn glance(&self) -> Glance {
        Glance {
            document: Rc::clone(self.document()),
            evaluation: Rc::clone(&self.evaluation),
            session: Rc::clone(&self.session),
            can_undo: self.history.can_undo() || WHOLE && !self.beyond.past.is_empty(),
            can_redo: self.history.can_redo() || WHOLE && !self.beyond.future.is_empty(),
        }
    }

    /// The session, to be changed.
    fn session(&mut self) -> &mut Session {
        Rc::make_mut(&mut self.session)
    }

    /// Changes the state.
    pub fn act(&mut self, action: Action) -> Outcome {
        match action {
            Action::Edit(edit, key) => self.edit(&edit, key.as_deref()),
            Action::Paste(paste) => self.paste(paste),
            Action::Undo => {
                if !self.history.can_undo() {
                    let before = Trail::next(&mut self.beyond.past, self.history.current());
                    if let Some(version) = before {
                        self.history.put_before(Rc::new(version));
                    }
                }
                self.travel(History::undo)
            }
            Action::Redo => {
                if !self.history.can_redo() {
                    let after = Trail::next(&mut self.beyond.future, self.history.current());
                    if let Some(version) = after {
                        self.history.put_after(Rc::new(version));
                    }
                }
                self.travel(History::redo)
            }
            Action::Load(document) if WHOLE => {
                let outcome = self.replace(document);
                let at = self.history.position();
                let session = Rc::make_mut(&mut self.session);
                self.crossings.cross(at, &mut session.place);
                outcome
            }
            Action::Replace(document) if WHOLE => self.replace(document),
            Action::Begin(document, place, trail) if WHOLE => {
                let mut session = (*self.session).clone();
                session.structure = document.rows.is_empty();
                session.explained.clear();
                session.place = place;
                session.keeping = Keeping::Untouched;
                *self = Self::resume((*document).clone(), session, trail);
                SEEN
            }
            // The small program has one evaluation only.
            Action::Load(_) | Action::Replace(_) | Action::Begin(..) => Outcome::default(),
            Action::Session(change) => Outcome {
                seen: self.session().change(change),
                changed: false,
            },
        }
    }

    /// A new version; what was undone is forgotten.
    fn push(&mut self, version: Rc<Document>, key: Option<&str>) {
        self.history.push(version, key);
        if !WHOLE {
            return;
        }
        self.crossings.push(self.history.position());
        self.beyond.future.clear();
        // Once the history has forgotten a version, what is beyond it does not join on any more.
        if self.history.left_out() != self.beyond.past.len() {
            self.beyond.past.clear();
        }
    }

    fn replace(&mut self, document: Rc<Document>) -> Outcome {
        self.evaluation = Rc::new(evaluate(&document));
        self.push(document, None);
        self.session().explained.clear();
        self.changed()
    }

    fn edit(&mut self, edit: &Edit, key: Option<&str>) -> Outcome {
        let before = Rc::clone(self.document());
        match edit::apply(&before, edit) {
            Ok(after) if same(&after, &before) => Outcome::default(),
            Ok(after) => {
                self.evaluation = Rc::new(reevaluate(&after, &before, &self.evaluation));
                self.push(Rc::new(after), key);
                self.changed()
            }
            Err(error) => {
                let why = i18n::error::edit(&error, self.session.language);
                let session = self.session();
                session.notice = Some(Notice::Refused(why));
                session.refusals = session.refusals.wrapping_add(1);
                SEEN
            }
        }
    }

    fn paste(&mut self, paste: Paste) -> Outcome {
        let Paste {
            edits,
            rows,
            beyond,
            emptied,
            named,
        } = paste;
        let is_cell = |edit: &&Edit| !matches!(edit, Edit::Add(..));
        let taken = edits.iter().filter(is_cell).count();
        let mut outcome = self.edit(&Edit::Batch(edits), None);
        // By name or with something left out it is told also where nothing was new, unless it was refused.
        if outcome.changed || (named || beyond > 0) && outcome != SEEN {
            let mut unread = 0;
            for id in &rows {
                unread += usize::from(self.is_unread(id));
            }
            self.session().notice = Some(Notice::Pasted {
                taken: if named { rows.len() } else { taken },
                named,
                unread,
                emptied,
                beyond,
            });
            outcome.seen = true;
        }
        outcome
    }

    /// Whether a row's actual holds text that gives no value.
    fn is_unread(&self, id: &Id) -> bool {
        let document = self.document();
        let Some(at) = document.row_at(id) else {
            return false;
        };
        let filled = document
            .rows
            .get(at)
            .is_some_and(|row| !row.actual.text.trim().is_empty());
        filled
            && self.evaluation.rows.get(at).is_some_and(|result| {
                let grave = |issue: &crate::value::Issue| issue.kind.severity() > Severity::Note;
                result.actual.value.is_none()
                    || result.actual.issues.iter().any(grave)
                    || result.issues.iter().any(grave)
            })
    }

    fn travel(&mut self, step: fn(&mut History<Rc<Document>>) -> bool) -> Outcome {
        let before = Rc::clone(self.document());
        let from = self.history.position();
        if !step(&mut self.history) {
            return Outcome::default();
        }
        let to = self.history.position();
        if WHOLE {
            let session = Rc::make_mut(&mut self.session);
            self.crossings.travel(from, to, &mut session.place);
        }
        let after = Rc::clone(self.document());
        self.evaluation = Rc::new(reevaluate(&after, &before, &self.evaluation));
        self.changed()
    }

    fn changed(&mut self) -> Outcome {
        let session = self.session();
        session.keeping = Keeping::Changed;
        // What it told of is past.
        if !session.notice.as_ref().is_some_and(Notice::stays) {
            session.notice = None;
        }
        Outcome {
            seen: true,
            changed: true,
        }
    }
}

/// Whether an edit has changed nothing.
fn same(a: &Document, b: &Document) -> bool {
    if WHOLE {
        return a == b;
    }
    // No edit of the small program writes a cell twice: what is the same has kept its address.
    let mut tasks = a.tasks.iter().zip(&b.tasks);
    let mut rows = a.rows.iter().zip(&b.rows);
    Rc::ptr_eq(&a.header, &b.header)
        && tasks.all(|(a, b)| Rc::ptr_eq(a, b))
        && rows.all(|(a, b)| Rc::ptr_eq(&a.actual, &b.actual))
}

#[cfg(test)]
mod tests {
    use super::{Action, Session, State};
    use crate::app::begin::example;
    use crate::edit::{Edit, HeaderField, RowField, Source, Stage, TaskField};
    use crate::table::Id;

    /// Also where this is the small program, which compares less.
    #[test]
    fn what_is_typed_again_is_no_step() {
        let amount = TaskField::Amount(Stage::Executed, Source::Total);
        let edits = |text: &str| {
            let row = |field| Edit::Row(Id::new("i1"), field, text.into());
            [
                Edit::Header(HeaderField::ExecutionReason, text.into()),
                Edit::Task(Id::new("t1"), amount, text.into()),
                Edit::Batch(vec![row(RowField::Reason), row(RowField::Actual)]),
            ]
        };
        let mut state = State::new(example(), Session::default());
        for text in ["16", "17"] {
            for changed in [true, false] {
                for edit in edits(text) {
                    let outcome = state.act(Action::Edit(edit, None));
                    assert_eq!(outcome.changed, changed, "{text}");
                }
            }
        }
    }
}
