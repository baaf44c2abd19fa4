//! Keeping evaluations: what is stored, what survives, and what is never overwritten.

mod keeping;
mod list;
mod trail;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use jiping::app::shelf::kept::{Kept, line};
use jiping::app::shelf::known::known;
use jiping::app::shelf::storage::{EVALUATION, key};
use jiping::app::shelf::{Fault, Storage};
use jiping::app::store::State;
use jiping::document::Document;
use jiping::scoring::evaluate;

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

/// A document as it is kept under this id.
fn put(shelf: &Shelf, id: &str, document: &Document, label: &str) {
    let kept = Kept {
        revision: 1,
        label: label.to_owned(),
        ..Kept::of(document, &evaluate(document), line(document))
    };
    shelf
        .set(&key(EVALUATION, id), &kept.write())
        .expect("room");
}

#[test]
fn what_comes_again_is_found_among_what_is_kept() {
    let shelf = Shelf::default();
    let seed = crate::support::seed();
    let with = |actual: &str| {
        let mut document = seed.clone();
        Rc::make_mut(&mut document.rows[0].actual).text = actual.into();
        document
    };
    let mut other = with("1人");
    Rc::make_mut(&mut other.header).unit = "别的单位".into();
    put(&shelf, "a", &with("15人"), "送审稿");
    put(&shelf, "b", &with("16人"), "");
    put(&shelf, "c", &other, "");
    let found = |open: &str, actual: &str| known(&shelf, open, &with(actual));
    let same = found("", "16人").expect("the very same");
    assert_eq!((&*same.id, &*same.name), ("b", &*seed.header.unit));
    assert_eq!(found("", "15人").expect("the very same").name, "送审稿");
    let version = found("b", "8人").expect("another version");
    assert_eq!(
        (&*version.id, *version.document == with("15人")),
        ("a", true)
    );
    let mut none = other;
    Rc::make_mut(&mut none.header).unit = "没有".into();
    assert!(known(&shelf, "", &none).is_none());
    shelf.blocked.set(true);
    assert!(found("", "16人").is_none());
}
