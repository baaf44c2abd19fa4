//! 状态: the document in its history, its evaluation, and the session; one function that changes them.
//!
//! Pure: what must happen outside (focus, files, storage) is returned as effects. Invariant: the evaluation
//! always belongs to the document shown.

use std::rc::Rc;

use crate::document::Document;
use crate::edit::{self, Edit};
use crate::history::History;
use crate::i18n;
use crate::i18n::ui::{Keeping, Notice};
use crate::scoring::{Evaluation, evaluate, reevaluate};
use crate::table::Id;
use crate::value::Severity;

use super::session::{Change, Session};

/// Everything the page shows.
#[derive(Clone, Debug)]
pub struct State {
    /// Versions of the document.
    pub history: History<Rc<Document>>,
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
    Paste {
        /// All its edits.
        edits: Vec<Edit>,
        /// The indicators whose actual it fills.
        rows: Vec<Id>,
        /// Cells that found no place.
        beyond: usize,
    },
    /// 撤销.
    Undo,
    /// 重做.
    Redo,
    /// Another document takes the place of this one; it can be undone.
    Load(Rc<Document>),
    /// A change of the session.
    Session(Change),
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
        let evaluation = Rc::new(evaluate(&document));
        Self {
            history: History::new(Rc::new(document)),
            evaluation,
            session: Rc::new(session),
        }
    }

    /// The document shown.
    #[must_use]
    pub fn document(&self) -> &Rc<Document> {
        self.history.current()
    }

    /// What views look at.
    #[must_use]
    pub fn glance(&self) -> Glance {
        Glance {
            document: Rc::clone(self.document()),
            evaluation: Rc::clone(&self.evaluation),
            session: Rc::clone(&self.session),
            can_undo: self.history.can_undo(),
            can_redo: self.history.can_redo(),
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
            Action::Paste {
                edits,
                rows,
                beyond,
            } => self.paste(edits, &rows, beyond),
            Action::Undo => self.travel(History::undo),
            Action::Redo => self.travel(History::redo),
            Action::Load(document) => {
                self.evaluation = Rc::new(evaluate(&document));
                self.history.push(document, None);
                self.session().explained.clear();
                self.changed()
            }
            Action::Session(change) => Outcome {
                seen: self.session().change(change),
                changed: false,
            },
        }
    }

    fn edit(&mut self, edit: &Edit, key: Option<&str>) -> Outcome {
        let before = Rc::clone(self.document());
        match edit::apply(&before, edit) {
            Ok(after) if after == *before => Outcome::default(),
            Ok(after) => {
                self.evaluation = Rc::new(reevaluate(&after, &before, &self.evaluation));
                self.history.push(Rc::new(after), key);
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

    fn paste(&mut self, edits: Vec<Edit>, rows: &[Id], beyond: usize) -> Outcome {
        let is_cell = |edit: &&Edit| !matches!(edit, Edit::Add(..));
        let taken = edits.iter().filter(is_cell).count();
        let outcome = self.edit(&Edit::Batch(edits), None);
        if outcome.changed {
            let unread = rows.iter().filter(|id| self.is_unread(id)).count();
            self.session().notice = Some(Notice::Pasted {
                taken,
                unread,
                beyond,
            });
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
        if !step(&mut self.history) {
            return Outcome::default();
        }
        let after = Rc::clone(self.document());
        self.evaluation = Rc::new(reevaluate(&after, &before, &self.evaluation));
        self.changed()
    }

    fn changed(&mut self) -> Outcome {
        self.session().keeping = Keeping::Changed;
        Outcome {
            seen: true,
            changed: true,
        }
    }
}
