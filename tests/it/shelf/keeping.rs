//! The storage: full, blocked, cleared, shared by two tabs.

use jiping::app::shelf::keep::{begin, open, put_aside, save, take, unseen};
use jiping::app::shelf::snapshot::{MOST, always, automatic, times};
use jiping::app::shelf::storage::{AUTOMATIC, DRAFT, EVALUATION, NAMED, UNDO, key, timed};
use jiping::app::shelf::{Fault, Kept, Place, Storage, Trouble};
use jiping::app::store::State;

use super::{Shelf, kept};
use crate::page::{seed, types};

const FIRST: &str = "row.actual.i1";

/// Keeps a state at a time and remembers where.
#[track_caller]
fn keeps(storage: &dyn Storage, state: &State, place: &mut Place, now: u64) {
    *place = save(storage, place, &kept(state), "", now).unwrap().place;
}

fn filled(text: &str) -> State {
    let mut state = seed();
    types(&mut state, FIRST, text);
    state
}

#[test]
fn what_is_kept_is_there_again() {
    let shelf = Shelf::default();
    assert_eq!(begin(&shelf), Ok(None));
    let state = filled("16");
    let saved = save(&shelf, &Place::default(), &kept(&state), "steps", 500).unwrap();
    assert!(!saved.cleared);
    let begun = begin(&shelf).unwrap().unwrap();
    assert_eq!(
        (begun.place.id.as_str(), begun.place.revision),
        ("500", 500)
    );
    assert_eq!(begun.text, kept(&state).text);
    assert_eq!(begun.undo, "steps");
    let list = take(&shelf, "500").unwrap().unwrap();
    assert_eq!((list.year(), list.total()), ("2022", "1.25"));
    assert_eq!(list.grade(), "0");
}

#[test]
fn what_was_written_is_read_whatever_it_is_called() {
    let sample = Kept {
        revision: 7,
        gone: 9,
        label: "初稿\t（送审）\n二".to_owned(),
        facts: "某局\t2022\t1.25\t0".to_owned(),
        text: "{\n}".to_owned(),
    };
    let again = Kept::read(&sample.write()).unwrap();
    assert_eq!(again.label, "初稿 （送审） 二");
    assert_eq!((again.revision, again.gone), (7, 9));
    assert_eq!((again.unit(), again.grade()), ("某局", "0"));
    assert_eq!(again.text, "{\n}");
    for damaged in [
        "",
        "jiping-kept 1",
        "jiping-kept 1\n{}",
        "jiping-kept 1\t1\t0\t\t\t\t\n{}",
        "other 1\t1\t0\t\t\t\t\t\n",
    ] {
        assert_eq!(Kept::read(damaged), None, "{damaged:?}");
    }
}

#[test]
fn the_draft_of_the_first_version_becomes_the_first_evaluation() {
    let shelf = Shelf::default();
    let state = filled("16");
    shelf.set(DRAFT, &kept(&state).text).unwrap();
    let begun = begin(&shelf).unwrap().unwrap();
    assert_eq!(begun.place, Place::default());
    assert!(shelf.has(DRAFT), "it stays until it is kept elsewhere");
    let mut place = begun.place;
    keeps(&shelf, &state, &mut place, 500);
    assert!(!shelf.has(DRAFT));
    assert_eq!(begin(&shelf).unwrap().unwrap().text, begun.text);
}

#[test]
fn a_draft_that_cannot_be_kept_elsewhere_stays() {
    let shelf = Shelf::default();
    let state = filled("16");
    shelf.set(DRAFT, &kept(&state).text).unwrap();
    shelf.room.set(Some(shelf.used() + 100));
    let saved = save(&shelf, &Place::default(), &kept(&state), "", 500);
    assert_eq!(saved, Err(Trouble::Fault(Fault::Full)));
    assert!(shelf.has(DRAFT));
}

#[test]
fn a_tab_goes_on_with_its_own_and_a_new_one_with_the_last() {
    let shelf = Shelf::default();
    let (mut one, mut two) = (Place::default(), Place::default());
    keeps(&shelf, &filled("1"), &mut one, 500);
    let tab = shelf.tab();
    keeps(&tab, &filled("2"), &mut two, 600);
    assert_eq!(begin(&shelf).unwrap().unwrap().place.id, "500");
    assert_eq!(begin(&tab).unwrap().unwrap().place.id, "600");
    assert_eq!(begin(&shelf.tab()).unwrap().unwrap().place.id, "600");
}

#[test]
fn what_another_tab_wrote_is_not_overwritten_unseen() {
    let shelf = Shelf::default();
    let mut one = Place::default();
    keeps(&shelf, &filled("1"), &mut one, 500);
    let tab = shelf.tab();
    let mut two = open(&tab, &one.id).unwrap().unwrap().place;
    assert_eq!(unseen(&shelf, &one), None);
    keeps(&tab, &filled("2"), &mut two, 600);
    assert_eq!(unseen(&shelf, &one), Some(600));
    let refused = save(&shelf, &one, &kept(&filled("3")), "", 700);
    assert_eq!(refused, Err(Trouble::Newer(600)));
    let stored = take(&shelf, &one.id).unwrap().unwrap();
    assert_eq!(stored.text, kept(&filled("2")).text);
    // The same content is no conflict.
    keeps(&shelf, &filled("2"), &mut one, 800);
    assert_eq!(one.revision, 800);
}

#[test]
fn a_clock_that_was_set_back_still_tells_versions_apart() {
    let shelf = Shelf::default();
    let mut place = Place::default();
    keeps(&shelf, &filled("1"), &mut place, 500);
    keeps(&shelf, &filled("2"), &mut place, 20);
    assert_eq!(place.revision, 501);
}

#[test]
fn a_name_given_meanwhile_is_no_conflict_and_stays() {
    let shelf = Shelf::default();
    let mut place = Place::default();
    keeps(&shelf, &filled("1"), &mut place, 500);
    let mut renamed = take(&shelf, &place.id).unwrap().unwrap();
    renamed.label = "定稿".to_owned();
    shelf
        .set(&key(EVALUATION, &place.id), &renamed.write())
        .unwrap();
    keeps(&shelf, &filled("2"), &mut place, 600);
    assert_eq!(place.label, "定稿");
    assert_eq!(take(&shelf, &place.id).unwrap().unwrap().label, "定稿");
}

#[test]
fn what_was_deleted_elsewhere_is_back_when_it_is_worked_on() {
    let shelf = Shelf::default();
    let mut place = Place::default();
    keeps(&shelf, &filled("1"), &mut place, 500);
    let mut gone = take(&shelf, &place.id).unwrap().unwrap();
    gone.gone = 550;
    shelf
        .set(&key(EVALUATION, &place.id), &gone.write())
        .unwrap();
    assert_eq!(begin(&shelf), Ok(None));
    keeps(&shelf, &filled("2"), &mut place, 600);
    assert_eq!(take(&shelf, &place.id).unwrap().unwrap().gone, 0);
}

#[test]
fn a_cleared_storage_is_told_and_filled_again() {
    let shelf = Shelf::default();
    let mut place = Place::default();
    keeps(&shelf, &filled("1"), &mut place, 500);
    shelf.texts.borrow_mut().clear();
    let saved = save(&shelf, &place, &kept(&filled("2")), "", 600).unwrap();
    assert!(saved.cleared);
    assert_eq!(saved.place.id, "500");
    assert!(shelf.has("jiping.eval.500"));
}

#[test]
fn a_blocked_storage_is_told() {
    let shelf = Shelf::default();
    shelf.blocked.set(true);
    assert_eq!(begin(&shelf), Err(Fault::Blocked));
    let saved = save(&shelf, &Place::default(), &kept(&seed()), "", 1);
    assert_eq!(saved, Err(Trouble::Fault(Fault::Blocked)));
}

#[test]
fn a_write_that_fails_in_the_middle_leaves_the_version_before_or_the_new_one() {
    for writes in 0..5 {
        let shelf = Shelf::default();
        let mut place = Place::default();
        let (before, after) = (filled("1"), filled("2"));
        keeps(&shelf, &before, &mut place, 500);
        shelf.writes.set(Some(writes));
        let saved = save(&shelf, &place, &kept(&after), "steps", 600);
        let begun = begin(&shelf).unwrap().unwrap();
        let expected = if saved.is_ok() { &after } else { &before };
        assert_eq!(begun.text, kept(expected).text, "{writes} writes");
        assert_eq!(saved.is_ok(), writes > 0);
        let steps = if writes > 1 { "steps" } else { "" };
        assert_eq!(
            begun.undo, steps,
            "a trail never leads from another version"
        );
    }
}

#[test]
fn what_can_be_spared_makes_room_and_what_cannot_stays() {
    let shelf = Shelf::default();
    let (mut one, mut two) = (Place::default(), Place::default());
    keeps(&shelf, &filled("1"), &mut one, 500);
    keeps(&shelf, &filled("2"), &mut two, 600);
    let before = kept(&seed());
    assert!(always(&shelf, &one.id, &before, 10));
    assert!(always(&shelf, &one.id, &kept(&filled("0")), 20));
    assert!(always(&shelf, &two.id, &before, 30));
    shelf
        .set(&timed(NAMED, &one.id, 15), &before.write())
        .unwrap();
    shelf.room.set(Some(shelf.used() + 40));
    let mut long = filled("2");
    let reason = "长".repeat(1_000);
    types(&mut long, "row.reason.i1", &reason);
    keeps(&shelf, &long, &mut two, 700);
    assert!(
        !shelf.has(&timed(AUTOMATIC, &one.id, 10)),
        "the oldest goes"
    );
    assert!(shelf.has(&timed(AUTOMATIC, &one.id, 20)));
    assert!(shelf.has(&timed(AUTOMATIC, &two.id, 30)));
    assert!(
        !shelf.has(&key(UNDO, &one.id)),
        "what others could undo goes first"
    );
    // Nothing left to spare: told, and what is there stays.
    shelf.room.set(Some(1_000));
    let full = save(&shelf, &two, &kept(&filled("9")), "", 800);
    assert_eq!(full, Err(Trouble::Fault(Fault::Full)));
    assert_eq!(shelf.count(AUTOMATIC), 0);
    assert_eq!(shelf.count(NAMED), 1);
    assert_eq!(shelf.count(EVALUATION), 2);
    assert_eq!(
        take(&shelf, &two.id).unwrap().unwrap().text,
        kept(&long).text
    );
}

#[test]
fn snapshots_are_taken_once_a_minute_and_bounded() {
    let shelf = Shelf::default();
    let mut place = Place::default();
    keeps(&shelf, &filled("1"), &mut place, 500);
    automatic(&shelf, &place.id, &kept(&filled("1")), 1_000);
    automatic(&shelf, &place.id, &kept(&filled("2")), 2_000);
    assert_eq!(times(&shelf, AUTOMATIC, &place.id), [1_000]);
    automatic(&shelf, &place.id, &kept(&filled("2")), 62_000);
    automatic(&shelf, &place.id, &kept(&filled("2")), 200_000);
    assert_eq!(
        times(&shelf, AUTOMATIC, &place.id),
        [1_000, 62_000],
        "the same twice is one"
    );
    for at in 3..40 {
        automatic(
            &shelf,
            &place.id,
            &kept(&filled(&at.to_string())),
            at * 100_000,
        );
    }
    let times = times(&shelf, AUTOMATIC, &place.id);
    assert_eq!((times.len(), times.last()), (MOST, Some(&3_900_000)));
    assert!(
        !always(&shelf, "", &kept(&seed()), 1),
        "not kept, no snapshots"
    );
}

#[test]
fn what_cannot_be_read_is_put_aside_and_not_lost() {
    let shelf = Shelf::default();
    let mut place = Place::default();
    keeps(&shelf, &filled("1"), &mut place, 500);
    shelf.set("jiping.eval.500", "{damaged").unwrap();
    assert_eq!(begin(&shelf), Ok(None));
    keeps(&shelf, &filled("2"), &mut place, 600);
    assert_eq!(shelf.get("jiping.aside.500").unwrap().unwrap(), "{damaged");
    shelf.set(DRAFT, "{").unwrap();
    put_aside(&shelf, "");
    assert!(!shelf.has(DRAFT));
    assert_eq!(shelf.get("jiping.aside.draft").unwrap().unwrap(), "{");
}
