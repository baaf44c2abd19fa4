//! Several files at once, read one after another.

use std::collections::VecDeque;
use std::rc::Rc;

use web_sys::{File, FileList};

use super::files::{self, Receive};

/// Files that wait to be read.
pub struct Pile(VecDeque<File>);

/// What takes a pile.
pub type Take = Rc<dyn Fn(Pile)>;

impl Pile {
    /// The files of a list.
    pub(super) fn of(list: &FileList) -> Self {
        Self((0..list.length()).filter_map(|at| list.get(at)).collect())
    }

    /// How many wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads the next one; tells whether there was one.
    pub fn next(&mut self, receive: Receive) -> bool {
        let file = self.0.pop_front();
        let found = file.is_some();
        if let Some(file) = file {
            files::read(file, receive);
        }
        found
    }
}

/// Lets the person choose any number of files of these kinds.
#[cfg(feature = "more")]
pub fn choose(kinds: &str, take: Take) {
    files::ask(kinds, true, move |list| take(Pile::of(&list)));
}
