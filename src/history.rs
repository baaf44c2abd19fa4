//! 历史: versions of one value, to go back and forth between. Bounded; knows nothing of what it keeps.
//!
//! Versions pushed one after the other under the same key are one step (typing in one cell), until
//! [`History::settle`], an undo or a redo, or a version under another key or none. Values should be cheap to
//! keep, such as an `Rc` whose parts are shared between versions.

use std::collections::VecDeque;

/// Most steps that can be undone; older ones are forgotten.
pub const MAX_STEPS: usize = 1_000;

/// 历史.
#[derive(Clone, Debug)]
pub struct History<T> {
    past: VecDeque<T>,
    current: T,
    /// What was undone, the latest at the end.
    future: Vec<T>,
    /// What the current version was pushed under, while it may still be merged with.
    key: Option<String>,
    /// Versions before the past that are not here: forgotten, or not yet put back.
    left_out: usize,
}

impl<T> History<T> {
    /// A history of one version.
    #[must_use]
    pub const fn new(current: T) -> Self {
        Self {
            past: VecDeque::new(),
            current,
            future: Vec::new(),
            key: None,
            left_out: 0,
        }
    }

    /// A history whose past and future are elsewhere and put back one by one.
    #[must_use]
    pub const fn resume(current: T, before: usize) -> Self {
        let mut history = Self::new(current);
        history.left_out = before;
        history
    }

    /// How many versions came before the one shown.
    #[must_use]
    pub fn position(&self) -> usize {
        self.left_out + self.past.len()
    }

    /// How many versions before the past are not here.
    #[must_use]
    pub const fn left_out(&self) -> usize {
        self.left_out
    }

    /// The versions that undo leads to, the next one first.
    pub fn before(&self) -> impl Iterator<Item = &T> {
        self.past.iter().rev()
    }

    /// The versions that redo leads to, the next one first.
    pub fn after(&self) -> impl Iterator<Item = &T> {
        self.future.iter().rev()
    }

    /// Puts a version before all others.
    pub fn put_before(&mut self, version: T) {
        self.past.push_front(version);
        self.left_out = self.left_out.saturating_sub(1);
    }

    /// Puts a version behind all others.
    pub fn put_after(&mut self, version: T) {
        self.future.insert(0, version);
    }

    /// The version shown.
    #[must_use]
    pub const fn current(&self) -> &T {
        &self.current
    }

    /// Takes a new version; what was undone is forgotten. Under the same key as the version before, it
    /// replaces that one.
    pub fn push(&mut self, version: T, key: Option<&str>) {
        self.future.clear();
        let merges = key.is_some() && self.key.as_deref() == key;
        let before = std::mem::replace(&mut self.current, version);
        if merges {
            return;
        }
        self.key = key.map(str::to_owned);
        if self.past.len() == MAX_STEPS {
            self.past.pop_front();
            self.left_out += 1;
        }
        self.past.push_back(before);
    }

    /// Ends merging: the next version is a step of its own, whatever its key.
    pub fn settle(&mut self) {
        self.key = None;
    }

    /// Whether there is a version to go back to.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a version to go forth to.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// 撤销: goes back one step. Whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(version) = self.past.pop_back() else {
            return false;
        };
        self.settle();
        self.future
            .push(std::mem::replace(&mut self.current, version));
        true
    }

    /// 重做: goes forth one step. Whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(version) = self.future.pop() else {
            return false;
        };
        self.settle();
        self.past
            .push_back(std::mem::replace(&mut self.current, version));
        true
    }
}
