//! Several files at once, read one after another.

use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{File, FileList};

use super::files::{self, Receive};

/// Files that wait to be read.
pub struct Pile(VecDeque<File>);

/// Where the small program leaves a file, and the whole one looks for it.
const LEFT: &str = "jipingFile";

/// A file of this computer that can be read again, as long as it stays what it is.
#[derive(Clone)]
pub struct Handle(File);

impl Handle {
    /// A handle on a file.
    pub(super) const fn of(file: File) -> Self {
        Self(file)
    }

    /// Reads it.
    pub fn read(&self, receive: Receive) {
        files::read(self.0.clone(), files::MAX_BYTES, receive);
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Leaves it to the whole program.
    pub fn leave(&self) {
        if let Some(window) = web_sys::window() {
            let _ = Reflect::set(&window, &LEFT.into(), &self.0);
        }
    }

    /// The file that the small program has left.
    #[must_use]
    pub fn left() -> Option<Self> {
        let window = web_sys::window()?;
        let file = Reflect::get(&window, &LEFT.into()).ok()?;
        let _ = Reflect::delete_property(&window, &LEFT.into());
        file.dyn_into().ok().map(Self)
    }
}

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

    /// The next one, to be read again later.
    #[must_use]
    pub fn first(&self) -> Option<Handle> {
        self.0.front().cloned().map(Handle)
    }

    /// Reads the next one; tells whether there was one.
    pub fn next(&mut self, receive: Receive) -> bool {
        let file = self.0.pop_front();
        let found = file.is_some();
        if let Some(file) = file {
            files::read(file, files::MAX_BYTES, receive);
        }
        found
    }
}

/// Lets the person choose any number of files of these kinds.
#[cfg(feature = "more")]
pub fn choose(kinds: &str, take: Take) {
    files::ask(kinds, true, move |list| take(Pile::of(&list)));
}
