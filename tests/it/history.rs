//! Undo and redo.

use std::collections::VecDeque;
use std::rc::Rc;

use jiping::edit::apply;
use jiping::history::{History, MAX_STEPS};
use proptest::prelude::*;

use crate::support::{document::document, edit::edit};

#[test]
fn typing_in_one_cell_is_one_step() {
    let mut history = History::new("");
    for typed in ["1", "16", "16人"] {
        history.push(typed, Some("i1"));
    }
    history.push("9", Some("i2"));
    assert!(history.undo());
    assert_eq!(*history.current(), "16人");
    assert!(history.undo());
    assert_eq!((*history.current(), history.can_undo()), ("", false));
    assert!(!history.undo());
    assert!(history.redo() && history.redo());
    assert_eq!((*history.current(), history.can_redo()), ("9", false));
}

#[test]
fn leaving_a_cell_ends_the_step() {
    let mut history = History::new(0);
    history.push(1, Some("i1"));
    history.settle();
    history.push(2, Some("i1"));
    assert!(history.undo());
    assert_eq!(*history.current(), 1);
    // What is typed after an undo is a step of its own, too.
    history.push(3, Some("i1"));
    assert!(!history.can_redo());
    assert!(history.undo());
    assert_eq!(*history.current(), 1);
}

#[test]
fn versions_without_a_key_never_merge() {
    let mut history = History::new(0);
    history.push(1, None);
    history.push(2, None);
    assert!(history.undo());
    assert_eq!(*history.current(), 1);
}

#[test]
fn memory_is_bounded() {
    let kept = Rc::new(());
    let mut history = History::new(Rc::clone(&kept));
    for _ in 0..3 * MAX_STEPS {
        history.push(Rc::clone(&kept), None);
    }
    assert_eq!(Rc::strong_count(&kept), MAX_STEPS + 2);
    let mut steps = 0;
    while history.undo() {
        steps += 1;
    }
    assert_eq!((steps, Rc::strong_count(&kept)), (MAX_STEPS, MAX_STEPS + 2));
    history.push(Rc::clone(&kept), None);
    assert_eq!(Rc::strong_count(&kept), 3);
}

#[derive(Clone, Debug)]
enum Step {
    Push(u8),
    Settle,
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0_u8..3).prop_map(Step::Push),
        1 => Just(Step::Settle),
        2 => Just(Step::Undo),
        2 => Just(Step::Redo),
    ]
}

proptest! {
    /// Against the plainest history there is: all versions in a row and a position.
    #[test]
    fn it_behaves_like_a_row_of_versions(steps in proptest::collection::vec(step(), 0..60)) {
        let mut history = History::new(0);
        let mut versions = VecDeque::from([0]);
        let (mut at, mut key) = (0, None);
        for (version, step) in (1..).zip(steps) {
            match step {
                Step::Push(name) => {
                    let named = (name > 0).then(|| name.to_string());
                    history.push(version, named.as_deref());
                    versions.truncate(at + 1);
                    if named.is_some() && key == named {
                        versions[at] = version;
                    } else {
                        versions.push_back(version);
                        at += 1;
                    }
                    key = named;
                }
                Step::Settle => {
                    history.settle();
                    key = None;
                }
                Step::Undo => {
                    prop_assert_eq!(history.undo(), at > 0);
                    if at > 0 {
                        at -= 1;
                        key = None;
                    }
                }
                Step::Redo => {
                    let more = at + 1 < versions.len();
                    prop_assert_eq!(history.redo(), more);
                    if more {
                        at += 1;
                        key = None;
                    }
                }
            }
            prop_assert_eq!(*history.current(), versions[at]);
            prop_assert_eq!((history.can_undo(), history.can_redo()), (at > 0, at + 1 < versions.len()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undoing_every_edit_gives_the_first_document_and_redoing_the_last(
        first in document(),
        edits in proptest::collection::vec(edit(), 0..15),
    ) {
        let mut history = History::new(Rc::new(first.clone()));
        for chance in edits {
            let edit = chance.about(history.current());
            if let Ok(next) = apply(history.current(), &edit) {
                history.push(Rc::new(next), None);
            }
        }
        let last = Rc::clone(history.current());
        while history.undo() {}
        prop_assert_eq!(&**history.current(), &first);
        while history.redo() {}
        prop_assert!(Rc::ptr_eq(history.current(), &last));
    }
}
