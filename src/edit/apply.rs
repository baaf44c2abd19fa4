//! Applying an [`Edit`].
//!
//! Pure and whole: a refused edit changes nothing. A row that an edit leaves as it is keeps its address, and
//! an edit that changes nothing gives a document equal to the one before, row by row the same addresses.

use std::rc::Rc;

use super::cell;
use super::list::{insert, rotate};
use super::{Edit, EditError, GoalField, HeaderField, List, RowField, TaskField};
use crate::WHOLE;
use crate::actual::Actual;
use crate::document::{Document, Fresh, GOALS, ROWS, Row, TASKS};
use crate::policy::Policy;
use crate::table::{Goal, Id, Indicator, Task, Text};
use crate::weight::{PlaceOf, WeightFinding, allocate};

/// What an edit gives.
type Done = Result<(), EditError>;

/// The document after an edit.
///
/// ```
/// use jiping::document::json::open;
/// use jiping::edit::{Edit, HeaderField, apply};
/// let before = open(br#"{ "format": "jiping", "version": 1 }"#).unwrap().document;
/// let after = apply(&before, &Edit::Header(HeaderField::Unit, "文化馆".into())).unwrap();
/// assert_eq!(&*after.header.unit, "文化馆");
/// ```
///
/// # Errors
/// No such row; a text too long; too many rows; a lock that is no number of at least 0, or that takes more
/// than its group has; a tally's cell where there is no tally.
pub fn apply(document: &Document, edit: &Edit) -> Result<Document, EditError> {
    let mut editor = Editor {
        document: document.clone(),
        locked: Vec::new(),
        last: 0,
    };
    editor.edit(edit)?;
    editor.check_locks()?;
    Ok(editor.document)
}

/// The ids that the next rows added to a list will get, in order.
#[must_use]
pub fn new_ids(document: &Document, list: List, count: usize) -> Vec<Id> {
    let mut fresh = fresh(document, list);
    (0..count).map(|_| fresh.next()).collect()
}

fn fresh(document: &Document, list: List) -> Fresh {
    match list {
        List::Tasks => Fresh::beside(TASKS, document.tasks.iter().map(|task| &task.id)),
        List::Goals => Fresh::beside(GOALS, document.goals.iter().map(|goal| &goal.id)),
        List::Rows => Fresh::beside(ROWS, document.rows.iter().map(|row| &row.indicator.id)),
    }
}

/// The small program of the page only takes what is filled in: lists, weights, policies and tallies stay as they are.
struct Editor {
    document: Document,
    /// Rows whose lock was set, to be checked when all is done.
    locked: Vec<Id>,
    /// Where the last indicator was found; a block goes down from there.
    last: usize,
}

type ChangeActual<'a> = &'a dyn Fn(&mut Actual) -> Done;

impl Editor {
    fn edit(&mut self, edit: &Edit) -> Done {
        match edit {
            Edit::Header(field, text) => self.header(*field, text),
            Edit::Task(id, field, text) => self.task(id, *field, text),
            Edit::Goal(id, field, text) if WHOLE => self.goal(id, *field, text),
            Edit::Row(id, field, text) => self.cell(id, *field, text),
            Edit::Band(id, band) => self.actual(id, &|actual| cell::band(actual, *band)),
            Edit::Comparator(id, comparator) if WHOLE => self.actual(id, &|actual| {
                actual.comparator = *comparator;
                Ok(())
            }),
            Edit::Confirm(id, number) => self.actual(id, &|actual| {
                actual.confirmed = *number;
                Ok(())
            }),
            Edit::Tally(id, tally) if WHOLE => {
                self.actual(id, &|actual| cell::tally(actual, tally.as_ref()))
            }
            Edit::TallyCount(id, level, text) if WHOLE => {
                self.actual(id, &|actual| cell::count(actual, *level, text))
            }
            Edit::TallyMethod(id, method) if WHOLE => {
                self.actual(id, &|actual| cell::method(actual, *method))
            }
            Edit::Lock(id, text) if WHOLE => self.lock(id, text.as_ref()),
            Edit::Add(list, after) if WHOLE => self.add(*list, after.as_ref()),
            Edit::Remove(list, id) if WHOLE => self.remove(*list, id),
            Edit::Move(list, id, by) if WHOLE => self.shift(*list, id, *by),
            Edit::Policy(policy) if WHOLE => {
                self.policy(policy);
                Ok(())
            }
            Edit::Batch(edits) => edits.iter().try_for_each(|edit| self.edit(edit)),
            Edit::Goal(..)
            | Edit::Comparator(..)
            | Edit::Tally(..)
            | Edit::TallyCount(..)
            | Edit::TallyMethod(..)
            | Edit::Lock(..)
            | Edit::Add(..)
            | Edit::Remove(..)
            | Edit::Move(..)
            | Edit::Policy(_) => Ok(()),
        }
    }

    fn header(&mut self, field: HeaderField, text: &Text) -> Done {
        cell::check(text)?;
        type_into(&mut self.document.header, text, |header| {
            cell::of_header(header, field)
        });
        Ok(())
    }

    fn task(&mut self, id: &Id, field: TaskField, text: &Text) -> Done {
        cell::check(text)?;
        let at = position(&self.document, List::Tasks, id)?;
        if let Some(task) = self.document.tasks.get_mut(at) {
            type_into(task, text, |task| cell::of_task(task, field));
        }
        Ok(())
    }

    fn goal(&mut self, id: &Id, field: GoalField, text: &Text) -> Done {
        cell::check(text)?;
        let at = position(&self.document, List::Goals, id)?;
        if let Some(goal) = self.document.goals.get_mut(at) {
            type_into(goal, text, |goal| cell::of_goal(goal, field));
        }
        Ok(())
    }

    fn cell(&mut self, id: &Id, field: RowField, text: &Text) -> Done {
        cell::check(text)?;
        let row = self.row(id)?;
        if WHOLE {
            change(&mut row.indicator, Indicator::eq, &|indicator| {
                cell::type_indicator(indicator, field, text);
                Ok(())
            })?;
        }
        change(&mut row.actual, cell::same_actual, &|actual| {
            cell::type_actual(actual, field, text);
            Ok(())
        })?;
        if WHOLE && field == RowField::Weight && row.indicator.locked {
            cell::check_weight(text)?;
            self.locked.push(id.clone());
        }
        Ok(())
    }

    fn lock(&mut self, id: &Id, text: Option<&Text>) -> Done {
        if let Some(text) = text {
            cell::check(text)?;
            cell::check_weight(text)?;
            self.locked.push(id.clone());
        }
        let row = self.row(id)?;
        change(&mut row.indicator, Indicator::eq, &|indicator| {
            cell::lock(indicator, text);
            Ok(())
        })
    }

    fn actual(&mut self, id: &Id, with: ChangeActual<'_>) -> Done {
        change(&mut self.row(id)?.actual, cell::same_actual, with)
    }

    fn row(&mut self, id: &Id) -> Result<&mut Row, EditError> {
        let rows = &self.document.rows;
        let mut below = rows.iter().enumerate().skip(self.last);
        let found = below.find(|(_, row)| row.indicator.id == *id);
        let found = found.map(|(at, _)| at).or_else(|| self.document.row_at(id));
        let row = found.and_then(|at| {
            self.last = at;
            self.document.rows.get_mut(at)
        });
        row.ok_or_else(|| EditError::NoSuchRow(id.clone()))
    }

    fn add(&mut self, list: List, after: Option<&Id>) -> Done {
        let at = match after {
            None => 0,
            Some(id) => position(&self.document, list, id)? + 1,
        };
        let id = fresh(&self.document, list).next();
        let document = &mut self.document;
        match list {
            List::Tasks => insert(&mut document.tasks, at, Rc::new(Task::empty(id)), TASKS),
            List::Goals => insert(&mut document.goals, at, Rc::new(Goal::empty(id)), GOALS),
            List::Rows => {
                let above = at.checked_sub(1).and_then(|at| document.rows.get(at));
                let mut indicator = Indicator::empty(id);
                if let Some(above) = above {
                    indicator.level1 = above.indicator.level1.clone();
                    indicator.level2 = above.indicator.level2.clone();
                }
                let row = Row {
                    indicator: Rc::new(indicator),
                    actual: Rc::default(),
                };
                insert(&mut document.rows, at, row, ROWS)
            }
        }
    }

    fn remove(&mut self, list: List, id: &Id) -> Done {
        let at = position(&self.document, list, id)?;
        match list {
            List::Tasks => drop(self.document.tasks.remove(at)),
            List::Goals => drop(self.document.goals.remove(at)),
            List::Rows => drop(self.document.rows.remove(at)),
        }
        Ok(())
    }

    fn shift(&mut self, list: List, id: &Id, by: i32) -> Done {
        let at = position(&self.document, list, id)?;
        match list {
            List::Tasks => rotate(&mut self.document.tasks, at, by),
            List::Goals => rotate(&mut self.document.goals, at, by),
            List::Rows => rotate(&mut self.document.rows, at, by),
        }
        Ok(())
    }

    fn policy(&mut self, policy: &Rc<Policy>) {
        if self.document.policy == *policy {
            return;
        }
        self.document.policy = Rc::clone(policy);
        // Unknown fields that the file had beside the other policy's name.
        self.document.extra.retain(|(name, _)| name != "policy");
    }

    /// Whether a lock that was set takes more than its group has.
    fn check_locks(&self) -> Done {
        if !WHOLE || self.locked.is_empty() {
            return Ok(());
        }
        let rows = &self.document.rows;
        let allocation = allocate(rows, &self.document.policy);
        for (finding, place) in allocation.findings {
            let (WeightFinding::LocksAboveShare { share, locked }, PlaceOf::Row(at)) =
                (finding, place)
            else {
                continue;
            };
            let mut groups = allocation.parts.iter().flat_map(|part| &part.groups);
            let group = groups.find(|group| group.rows.contains(&at));
            let mut members = group.iter().flat_map(|group| &group.rows);
            let is_ours = |at: &usize| {
                let id = rows.get(*at).map(|row| &row.indicator.id);
                id.is_some_and(|id| self.locked.contains(id))
            };
            if members.any(is_ours) {
                return Err(EditError::LocksAboveShare { share, locked });
            }
        }
        Ok(())
    }
}

/// Changes a part of the document; where nothing comes of it, the part keeps its address.
fn change<T: Clone>(
    part: &mut Rc<T>,
    same: fn(&T, &T) -> bool,
    with: &dyn Fn(&mut T) -> Done,
) -> Done {
    let mut changed = T::clone(part);
    with(&mut changed)?;
    if !same(&changed, part) {
        *part = Rc::new(changed);
    }
    Ok(())
}

/// Types a text into a cell; where it stands there already, the part keeps its address.
fn type_into<T: Clone>(part: &mut Rc<T>, text: &Text, cell: impl FnOnce(&mut T) -> &mut Text) {
    let mut changed = T::clone(part);
    let cell = cell(&mut changed);
    if cell != text {
        *cell = text.clone();
        *part = Rc::new(changed);
    }
}

fn position(document: &Document, list: List, id: &Id) -> Result<usize, EditError> {
    let at = match list {
        List::Tasks => document.tasks.iter().position(|task| task.id == *id),
        List::Goals => document.goals.iter().position(|goal| goal.id == *id),
        List::Rows => document.row_at(id),
    };
    at.ok_or_else(|| EditError::NoSuchRow(id.clone()))
}
