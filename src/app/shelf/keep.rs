//! Keeping the evaluation that is worked on: where a tab begins, how it writes, and what it must not overwrite.

use super::kept::{Kept, Seen};
use super::storage::{ASIDE, AUTOMATIC, DRAFT, EVALUATION, Fault, LAST, Storage, UNDO, key, parts};

/// Where an evaluation is kept, and which version of it this tab has seen.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Place {
    /// Its id; empty before it is first kept.
    pub id: String,
    /// The version that this tab read or wrote last; 0 before it is first kept.
    pub revision: u64,
    /// What a person calls it.
    pub label: String,
}

/// Why something was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is a version that this tab has not seen, of this time; it was left as it is.
    Newer(u64),
    /// The storage does not take it.
    Fault(Fault),
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Where, and which version it is now.
    pub place: Place,
    /// Whether the storage had been cleared since this tab wrote last.
    pub cleared: bool,
}

/// What a tab begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Where it is kept.
    pub place: Place,
    /// The document's text.
    pub text: String,
    /// What can be undone, as text.
    pub undo: String,
}

/// What this tab begins with: the draft of the first version, what the tab had, what was worked on last, or the
/// evaluation changed last.
///
/// # Errors
/// The storage is blocked.
pub fn begin(storage: &dyn Storage) -> Result<Option<Begun>, Fault> {
    if let Some(text) = storage.get(DRAFT)? {
        let place = Place::default();
        let undo = String::new();
        return Ok(Some(Begun { place, text, undo }));
    }
    for id in [storage.own(), storage.get(LAST)?].into_iter().flatten() {
        if let Some(begun) = open(storage, &id)? {
            return Ok(Some(begun));
        }
    }
    let mut newest: Option<(u64, String)> = None;
    for name in storage.keys()? {
        let Some(id) = name.strip_prefix(EVALUATION) else {
            continue;
        };
        match take(storage, id)? {
            Some(kept) if kept.gone == 0 => {
                let candidate = Some((kept.revision, id.to_owned()));
                newest = newest.max(candidate);
            }
            _ => {}
        }
    }
    newest.map_or(Ok(None), |(_, id)| open(storage, &id))
}

/// What is kept under this id, unless it is deleted.
///
/// # Errors
/// The storage is blocked.
pub fn open(storage: &dyn Storage, id: &str) -> Result<Option<Begun>, Fault> {
    let kept = take(storage, id)?.filter(|kept| kept.gone == 0);
    let Some(kept) = kept else {
        return Ok(None);
    };
    let undo = storage.get(&key(UNDO, id))?;
    // A trail leads away from one version only.
    let undo = undo.as_deref().and_then(|text| text.split_once('\n'));
    let undo = undo.filter(|(revision, _)| revision.parse() == Ok(kept.revision));
    Ok(Some(Begun {
        undo: undo.map(|(_, steps)| steps.to_owned()).unwrap_or_default(),
        place: Place {
            id: id.to_owned(),
            revision: kept.revision,
            label: kept.label,
        },
        text: kept.text,
    }))
}

/// What is kept under this id, deleted or not.
///
/// # Errors
/// The storage is blocked.
pub fn take(storage: &dyn Storage, id: &str) -> Result<Option<Kept>, Fault> {
    let stored = storage.get(&key(EVALUATION, id))?;
    Ok(stored.as_deref().and_then(Kept::read))
}

/// Puts aside what cannot be read, so that neither is it lost nor does every start stumble over it; tells whether
/// it is out of the way.
pub fn put_aside(storage: &dyn Storage, id: &str) -> bool {
    let (from, to) = match id {
        "" => (DRAFT.to_owned(), key(ASIDE, "draft")),
        id => (key(EVALUATION, id), key(ASIDE, id)),
    };
    match storage.get(&from) {
        Ok(Some(text)) => storage.set(&to, &text).is_ok() && storage.remove(&from).is_ok(),
        _ => false,
    }
}

/// The time of the version in the storage, where this tab has not seen it.
#[must_use]
pub fn unseen(storage: &dyn Storage, place: &Place) -> Option<u64> {
    let stored = storage.get(&key(EVALUATION, &place.id)).ok()??;
    let seen = Seen::read(&stored)?.revision;
    (place.revision > 0 && seen != place.revision).then_some(seen)
}

/// Keeps a version; `now` is in milliseconds since 1970.
///
/// The document is one key and goes first: it is there as a whole or not at all. What can be undone follows.
///
/// # Errors
/// There is a version that this tab has not seen, or the storage does not take it.
pub fn save(
    storage: &dyn Storage,
    place: &Place,
    kept: &Kept,
    undo: &str,
    now: u64,
) -> Result<Saved, Trouble> {
    let mut place = place.clone();
    let fresh = place.id.is_empty();
    if fresh {
        place.id = free_id(storage, now)?;
    }
    let name = key(EVALUATION, &place.id);
    let stored = storage.get(&name)?;
    let cleared = stored.is_none() && place.revision > 0;
    if let Some(stored) = &stored {
        if let Some(seen) = Seen::read(stored) {
            if seen.revision != place.revision && seen.text != kept.text {
                return Err(Trouble::Newer(seen.revision));
            }
            place.revision = seen.revision;
            seen.label.clone_into(&mut place.label);
        } else {
            // What cannot be read is put aside.
            let _ = storage.set(&key(ASIDE, &place.id), stored);
        }
    }
    place.revision = now.max(place.revision.saturating_add(1));
    let text = kept.write_as(place.revision, &place.label);
    set(storage, &name, &text, &place.id)?;
    let trail = [&place.revision.to_string(), "\n", undo].concat();
    let name = key(UNDO, &place.id);
    if storage.set(&name, &trail).is_err() {
        let _ = storage.remove(&name);
    }
    if fresh {
        let _ = storage.remove(DRAFT);
    }
    remember(storage, &place.id);
    Ok(Saved { place, cleared })
}

/// Remembers that this evaluation is worked on.
pub fn remember(storage: &dyn Storage, id: &str) {
    storage.set_own(id);
    let _ = storage.set(LAST, id);
}

/// An id that nothing is kept under.
///
/// # Errors
/// The storage is blocked.
pub fn free_id(storage: &dyn Storage, now: u64) -> Result<String, Fault> {
    let mut number = now;
    loop {
        let id = number.to_string();
        if storage.get(&key(EVALUATION, &id))?.is_none() {
            return Ok(id);
        }
        number = number.wrapping_add(1);
    }
}

/// Stores a text, and gives up what can be spared while there is no room for it; what belongs to `id` goes last.
///
/// # Errors
/// The storage is blocked, or full of what cannot be spared.
pub fn set(storage: &dyn Storage, name: &str, text: &str, id: &str) -> Result<(), Fault> {
    loop {
        match storage.set(name, text) {
            Err(Fault::Full) => {}
            done => return done,
        }
        let spared = spare(storage, name, id)?.ok_or(Fault::Full)?;
        storage.remove(&spared)?;
    }
}

/// What can be spared first: what others could undo, their oldest automatic snapshot, what was deleted longest ago,
/// then the same of this evaluation. Never a snapshot that a person asked for, never the key that is written.
fn spare(storage: &dyn Storage, name: &str, id: &str) -> Result<Option<String>, Fault> {
    let mut best: Option<(u8, u64, String)> = None;
    for candidate in storage.keys()? {
        if candidate == name {
            continue;
        }
        let (sort, owner, time) = if let Some(owner) = candidate.strip_prefix(UNDO) {
            (0, owner, 0)
        } else if let Some((owner, time)) = parts(AUTOMATIC, &candidate) {
            (1, owner, time)
        } else if let Some(owner) = candidate.strip_prefix(EVALUATION) {
            let stored = storage.get(&candidate)?;
            let gone = stored.as_deref().and_then(Seen::read).map(|seen| seen.gone);
            match gone {
                Some(gone) if gone > 0 && owner != id => (2, owner, gone),
                _ => continue,
            }
        } else {
            continue;
        };
        let rank = if owner == id { sort + 3 } else { sort };
        let better = best
            .as_ref()
            .is_none_or(|(known, since, _)| (rank, time) < (*known, *since));
        if better {
            best = Some((rank, time, candidate));
        }
    }
    Ok(best.map(|(.., name)| name))
}
