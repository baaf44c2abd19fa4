//! 快照: versions put by, automatically before anything destructive.

use super::keep::set;
use super::kept::{Kept, Seen};
use super::storage::{AUTOMATIC, Storage, parts, timed};

/// Most automatic snapshots of one evaluation.
pub const MOST: usize = 20;
/// Milliseconds in which one automatic snapshot is enough.
const PAUSE: u64 = 60_000;

/// Puts a version by before something destructive, unless it is put by already or another one is a minute young.
pub fn automatic(storage: &dyn Storage, id: &str, kept: &Kept, now: u64) {
    let times = times(storage, AUTOMATIC, id);
    let newest = times.last();
    if newest.is_none_or(|newest| now.saturating_sub(*newest) >= PAUSE) {
        put_by(storage, id, kept, now, &times);
    }
}

/// Puts a version by whatever was put by before, unless it is the same; tells whether it is there now.
pub fn always(storage: &dyn Storage, id: &str, kept: &Kept, now: u64) -> bool {
    put_by(storage, id, kept, now, &times(storage, AUTOMATIC, id))
}

fn put_by(storage: &dyn Storage, id: &str, kept: &Kept, now: u64, times: &[u64]) -> bool {
    if id.is_empty() {
        return false;
    }
    if let Some(newest) = times.last()
        && let Ok(Some(stored)) = storage.get(&timed(AUTOMATIC, id, *newest))
        && Seen::read(&stored).is_some_and(|seen| seen.text == kept.text)
    {
        return true;
    }
    for old in times.iter().take((times.len() + 1).saturating_sub(MOST)) {
        let _ = storage.remove(&timed(AUTOMATIC, id, *old));
    }
    let text = kept.write_as(now, "");
    set(storage, &timed(AUTOMATIC, id, now), &text, id).is_ok()
}

/// When snapshots of this kind were taken, the oldest first.
#[must_use]
pub fn times(storage: &dyn Storage, kind: &str, id: &str) -> Vec<u64> {
    let keys = storage.keys().unwrap_or_default();
    let own = keys.iter().filter_map(|key| parts(kind, key));
    // A handful: sorting code would weigh more than it saves.
    let mut times = Vec::new();
    for (_, time) in own.filter(|(owner, _)| *owner == id) {
        let at = times.partition_point(|known| *known < time);
        times.insert(at, time);
    }
    times
}
