//! Keeping evaluations: what is stored, what survives, and what is never overwritten.

mod keeping;
mod list;
mod trail;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use jiping::app::shelf::kept::{Kept, line};
use jiping::app::shelf::{Fault, Storage};
use jiping::app::store::State;

/// A storage that can be full, blocked and cleared, also in the middle of something.
#[derive(Default)]
pub struct Shelf {
    texts: RefCell<BTreeMap<String, String>>,
    own: RefCell<Option<String>>,
    /// Most bytes it takes.
    room: Cell<Option<usize>>,
    blocked: Cell<bool>,
    /// How many more writes it takes.
    writes: Cell<Option<usize>>,
}

impl Shelf {
    fn used(&self) -> usize {
        let texts = self.texts.borrow();
        texts.iter().map(|(key, text)| key.len() + text.len()).sum()
    }

    fn has(&self, key: &str) -> bool {
        self.texts.borrow().contains_key(key)
    }

    fn count(&self, prefix: &str) -> usize {
        let texts = self.texts.borrow();
        texts.keys().filter(|key| key.starts_with(prefix)).count()
    }

    /// The same storage as another tab sees it.
    fn tab(&self) -> Tab<'_> {
        Tab(self, RefCell::default())
    }
}

/// A second tab.
struct Tab<'a>(&'a Shelf, RefCell<Option<String>>);

impl Storage for Shelf {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        if self.blocked.get() {
            return Err(Fault::Blocked);
        }
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        let before = self.get(key)?.map_or(0, |text| key.len() + text.len());
        let after = self.used() - before + key.len() + text.len();
        if self.room.get().is_some_and(|room| after > room) {
            return Err(Fault::Full);
        }
        if let Some(left) = self.writes.get() {
            self.writes
                .set(Some(left.checked_sub(1).ok_or(Fault::Full)?));
        }
        self.texts
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.get(key)?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        self.get("")?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn own(&self) -> Option<String> {
        self.own.borrow().clone()
    }

    fn set_own(&self, text: &str) {
        *self.own.borrow_mut() = Some(text.to_owned());
    }
}

impl Storage for Tab<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.0.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.0.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.0.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        self.0.keys()
    }

    fn own(&self) -> Option<String> {
        self.1.borrow().clone()
    }

    fn set_own(&self, text: &str) {
        *self.1.borrow_mut() = Some(text.to_owned());
    }
}

/// What is kept of a state.
fn kept(state: &State) -> Kept {
    let document = state.document();
    Kept::of(document, &state.evaluation, line(document))
}
