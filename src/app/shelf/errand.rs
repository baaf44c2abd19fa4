//! 差事: what the list of evaluations asks of the storage.

use std::rc::Rc;

use super::board::Change;
use super::keep::{self, free_id, set, take};
use super::kept::Kept;
use super::list::{items, versions};
use super::storage::{EVALUATION, Fault, NAMED, Storage, key, parts, timed};
use super::trail::Trail;
use super::{snapshot, storage};
use crate::app::compare::{self, Origin};
use crate::app::persist;
use crate::app::session::{self, Screen};
use crate::app::store::{Action, State};
use crate::i18n::shelf as words;
use crate::i18n::ui::Notice;

/// Something to be done outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Reads the list.
    List,
    /// Opens an evaluation.
    Open(String),
    /// Compares one with the evaluation that is open.
    Compare(String),
    /// Makes a copy of one.
    Copy(String),
    /// Gives one a name.
    Rename(String, String),
    /// Deletes one; it can be had back.
    Delete(String),
    /// Has a deleted one back.
    Undelete(String),
    /// Reads the versions of one.
    Versions(String),
    /// Puts a version of one by, under a name.
    Snap(String, String),
    /// Has a version back, by its key.
    Restore(String),
    /// Hands the whole store over as a file.
    Out,
    /// Takes such a file in.
    In,
}

fn change(change: Change) -> Action {
    Action::Session(session::Change::Shelf(change))
}

/// Tells something.
#[must_use]
pub fn said(words: String) -> Action {
    Action::Session(session::Change::Notice(Some(Notice::Said(words))))
}

/// The list as it is now.
#[must_use]
pub fn list(storage: &dyn Storage, when: &dyn Fn(u64) -> String) -> Action {
    change(Change::Items(Rc::new(items(storage, when))))
}

/// Runs an errand: what it leads to. [`Errand::Out`] and [`Errand::In`] are files, and not the storage's.
#[must_use]
pub fn run(
    storage: &dyn Storage,
    state: &State,
    errand: Errand,
    now: u64,
    when: &dyn Fn(u64) -> String,
) -> Vec<Action> {
    let language = state.session.language;
    let mut actions = match work(storage, state, errand, now, when) {
        Ok(actions) => actions,
        Err(Fault::Full) => vec![said(words::full(language).to_owned())],
        Err(Fault::Blocked) => vec![said(words::blocked(language).to_owned())],
    };
    actions.push(list(storage, when));
    actions
}

fn work(
    storage: &dyn Storage,
    state: &State,
    errand: Errand,
    now: u64,
    when: &dyn Fn(u64) -> String,
) -> Result<Vec<Action>, Fault> {
    let language = state.session.language;
    let shows = |id: &str| {
        let versions = Rc::new(versions(storage, id, when));
        change(Change::Versions(Some((id.to_owned(), versions))))
    };
    Ok(match errand {
        Errand::List => vec![
            change(Change::Versions(None)),
            change(Change::Renaming(None)),
        ],
        Errand::Open(id) => opens(storage, state, &id)?,
        Errand::Compare(id) => compares(storage, state, &id)?,
        Errand::Copy(id) => {
            if let Some(kept) = take(storage, &id)? {
                let copy = Kept {
                    revision: now,
                    label: words::copy_of(&kept.label, kept.unit(), language),
                    ..kept
                };
                let id = free_id(storage, now)?;
                set(storage, &key(EVALUATION, &id), &copy.write(), &id)?;
            }
            Vec::new()
        }
        Errand::Rename(id, label) => {
            amend(storage, &id, |kept| {
                label.trim().clone_into(&mut kept.label)
            })?;
            vec![change(Change::Renaming(None))]
        }
        Errand::Delete(id) => {
            amend(storage, &id, |kept| kept.gone = now.max(1))?;
            vec![
                change(Change::Deleted(Some(id))),
                change(Change::Versions(None)),
            ]
        }
        Errand::Undelete(id) => {
            amend(storage, &id, |kept| kept.gone = 0)?;
            vec![change(Change::Deleted(None))]
        }
        Errand::Versions(id) => vec![shows(&id), change(Change::Naming(String::new()))],
        Errand::Snap(id, name) => {
            if let Some(mut kept) = take(storage, &id)? {
                kept.label = name;
                set(storage, &timed(NAMED, &id, now), &kept.write(), &id)?;
            }
            vec![shows(&id), change(Change::Naming(String::new()))]
        }
        Errand::Restore(version) => restores(storage, state, &version, now)?,
        Errand::Out | Errand::In => Vec::new(),
    })
}

/// Changes what stands beside a document, and not its revision: another tab may go on with it.
fn amend(storage: &dyn Storage, id: &str, how: impl FnOnce(&mut Kept)) -> Result<(), Fault> {
    match take(storage, id)? {
        Some(mut kept) => {
            how(&mut kept);
            set(storage, &key(EVALUATION, id), &kept.write(), id)
        }
        None => Ok(()),
    }
}

fn sheet() -> Action {
    Action::Session(session::Change::Screen(Screen::Sheet))
}

fn opens(storage: &dyn Storage, state: &State, id: &str) -> Result<Vec<Action>, Fault> {
    if state.session.place.id == id {
        return Ok(vec![sheet()]);
    }
    let Some(begun) = keep::open(storage, id)? else {
        return Ok(Vec::new());
    };
    let language = state.session.language;
    Ok(match persist::read(begun.text.as_bytes(), language) {
        Ok(document) => {
            keep::remember(storage, id);
            let trail = Trail::read(&begun.undo);
            vec![
                Action::Begin(Rc::new(document), begun.place, trail),
                sheet(),
            ]
        }
        Err(why) => vec![Action::Session(session::Change::Notice(Some(
            Notice::NotOpened(why),
        )))],
    })
}

/// Shows another evaluation beside the one that is open.
fn compares(storage: &dyn Storage, state: &State, id: &str) -> Result<Vec<Action>, Fault> {
    let Some(kept) = take(storage, id)?.filter(|kept| kept.gone == 0) else {
        return Ok(Vec::new());
    };
    let language = state.session.language;
    Ok(match persist::read(kept.text.as_bytes(), language) {
        Ok(document) => {
            let name = words::name(&kept.label, kept.unit(), language).to_owned();
            compare::with(state, Origin::Kept(name), Rc::new(document)).actions
        }
        Err(why) => vec![said(why)],
    })
}

/// Shows a version in its evaluation; what is there now is put by first, and can be had back by undo too.
fn restores(
    storage: &dyn Storage,
    state: &State,
    version: &str,
    now: u64,
) -> Result<Vec<Action>, Fault> {
    let of = |kind| parts(kind, version).map(|(id, _)| id.to_owned());
    let Some(id) = of(storage::AUTOMATIC).or_else(|| of(NAMED)) else {
        return Ok(Vec::new());
    };
    let stored = storage.get(version)?;
    let Some(kept) = stored.as_deref().and_then(Kept::read) else {
        return Ok(Vec::new());
    };
    if let Some(current) = take(storage, &id)? {
        snapshot::always(storage, &id, &current, now);
    }
    let language = state.session.language;
    let mut actions = opens(storage, state, &id)?;
    match persist::read(kept.text.as_bytes(), language) {
        Ok(document) => {
            actions.push(Action::Replace(Rc::new(document)));
            actions.push(said(words::restored(language).to_owned()));
        }
        Err(why) => actions.push(said(why)),
    }
    Ok(actions)
}
