//! What we ask of a storage, and the keys we use in it.

/// Why nothing could be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser does not let the page store anything.
    Blocked,
    /// There is no room.
    Full,
}

/// A storage of texts that may be full, blocked or cleared at any time. Writing one key is all or nothing.
pub trait Storage {
    /// The text under a key, if there is one.
    ///
    /// # Errors
    /// The storage is blocked.
    fn get(&self, key: &str) -> Result<Option<String>, Fault>;

    /// Stores a text under a key.
    ///
    /// # Errors
    /// The storage is blocked or full.
    fn set(&self, key: &str, text: &str) -> Result<(), Fault>;

    /// Removes a key.
    ///
    /// # Errors
    /// The storage is blocked.
    fn remove(&self, key: &str) -> Result<(), Fault>;

    /// All keys, in any order.
    ///
    /// # Errors
    /// The storage is blocked.
    fn keys(&self) -> Result<Vec<String>, Fault>;

    /// What this tab alone remembers.
    fn own(&self) -> Option<String>;

    /// Has this tab alone remember something.
    fn set_own(&self, text: &str);
}

/// Evaluations: `jiping.eval.<id>`.
pub const EVALUATION: &str = "jiping.eval.";
/// What can be undone in them: `jiping.undo.<id>`.
pub const UNDO: &str = "jiping.undo.";
/// Automatic snapshots: `jiping.auto.<id>.<time>`.
pub const AUTOMATIC: &str = "jiping.auto.";
/// Snapshots that a person asked for: `jiping.snap.<id>.<time>`.
pub const NAMED: &str = "jiping.snap.";
/// The evaluation that was worked on last, for a new tab.
pub const LAST: &str = "jiping.last";
/// The one draft of the first version.
pub const DRAFT: &str = "jiping.draft.1";
/// Evaluations that cannot be read are put aside here: `jiping.aside.<id>`.
pub const ASIDE: &str = "jiping.aside.";

/// The key of this kind for this id.
#[must_use]
pub fn key(kind: &str, id: &str) -> String {
    [kind, id].concat()
}

/// The key of a snapshot.
#[must_use]
pub fn timed(kind: &str, id: &str, time: u64) -> String {
    [kind, id, ".", &time.to_string()].concat()
}

/// The id and the time in a snapshot's key.
#[must_use]
pub fn parts<'a>(kind: &str, key: &'a str) -> Option<(&'a str, u64)> {
    let (id, time) = key.strip_prefix(kind)?.rsplit_once('.')?;
    Some((id, time.parse().ok()?))
}
