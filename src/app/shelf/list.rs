//! 本机自评: the evaluations on this machine as a list, and the versions of one of them.

use super::kept::Kept;
use super::snapshot::times;
use super::storage::{AUTOMATIC, EVALUATION, NAMED, Storage, timed};

/// One evaluation of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// What is kept, without the document's text.
    pub kept: Kept,
    /// When it was last changed, in words.
    pub when: String,
}

impl Item {
    /// Whether a text stands in its name, unit or year; every word of it must.
    #[must_use]
    pub fn matches(&self, query: &str) -> bool {
        let kept = &self.kept;
        let all = [&kept.label, " ", kept.unit(), " ", kept.year()].concat();
        let all = all.to_lowercase();
        let query = query.to_lowercase();
        query.split_whitespace().all(|word| all.contains(word))
    }
}

/// One version of an evaluation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its key in the storage.
    pub key: String,
    /// Whether a person asked for it.
    pub named: bool,
    /// What is kept, without the document's text.
    pub kept: Kept,
    /// When it was put by, in words.
    pub when: String,
}

fn head(storage: &dyn Storage, key: &str) -> Option<Kept> {
    let mut kept = Kept::read(&storage.get(key).ok()??)?;
    kept.text.clear();
    Some(kept)
}

/// All evaluations, the one changed last first; those deleted among them.
#[must_use]
pub fn items(storage: &dyn Storage, when: &dyn Fn(u64) -> String) -> Vec<Item> {
    let keys = storage.keys().unwrap_or_default();
    let item = |key: &String| {
        let id = key.strip_prefix(EVALUATION)?.to_owned();
        let kept = head(storage, key)?;
        let when = when(kept.revision);
        Some(Item { id, kept, when })
    };
    let mut items: Vec<Item> = keys.iter().filter_map(item).collect();
    items.sort_by(|a, b| (b.kept.revision, &b.id).cmp(&(a.kept.revision, &a.id)));
    items
}

/// The versions of one evaluation, the latest first.
#[must_use]
pub fn versions(storage: &dyn Storage, id: &str, when: &dyn Fn(u64) -> String) -> Vec<Version> {
    let mut all = Vec::new();
    for (kind, named) in [(AUTOMATIC, false), (NAMED, true)] {
        for time in times(storage, kind, id) {
            let key = timed(kind, id, time);
            if let Some(mut kept) = head(storage, &key) {
                kept.revision = time;
                let when = when(time);
                all.push(Version {
                    key,
                    named,
                    kept,
                    when,
                });
            }
        }
    }
    all.sort_by(|a, b| (b.kept.revision, &b.key).cmp(&(a.kept.revision, &a.key)));
    all
}
