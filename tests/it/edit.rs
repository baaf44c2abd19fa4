//! Edits: what each does, what is refused, and that nothing else changes.

use std::rc::Rc;

use jiping::actual::Band;
use jiping::decimal::Number;
use jiping::document::Document;
use jiping::document::json::{open, save};
use jiping::edit::{
    Edit, EditError, GoalField, HeaderField, List, RowField, Source, Stage, TaskField, apply,
    new_ids,
};
use jiping::policy::builtin;
use jiping::survey::{Method, Tally};
use jiping::table::{Id, Text};
use jiping::value::Comparator;
use proptest::prelude::*;

use crate::support::{document::document, edit::edit, seed};

fn id(text: &str) -> Id {
    Id::new(text)
}

fn text(text: &str) -> Text {
    text.into()
}

#[track_caller]
fn after(document: &Document, edit: &Edit) -> Document {
    apply(document, edit).expect("applies")
}

#[track_caller]
fn refused(edit: &Edit, error: EditError) {
    assert_eq!(apply(&seed(), edit), Err(error));
}

fn typed(id_text: &str, field: RowField, cell: &str) -> Edit {
    Edit::Row(id(id_text), field, text(cell))
}

fn ids(document: &Document) -> Vec<&str> {
    document
        .rows
        .iter()
        .map(|row| row.indicator.id.as_str())
        .collect()
}

/// How many of the later document's parts are not those of the earlier one.
fn rebuilt(before: &Document, after: &Document) -> usize {
    let rows = after.rows.iter().filter(|row| {
        !before.rows.iter().any(|old| {
            Rc::ptr_eq(&old.indicator, &row.indicator) && Rc::ptr_eq(&old.actual, &row.actual)
        })
    });
    let tasks = after
        .tasks
        .iter()
        .filter(|task| !before.tasks.iter().any(|old| Rc::ptr_eq(old, task)));
    let goals = after
        .goals
        .iter()
        .filter(|goal| !before.goals.iter().any(|old| Rc::ptr_eq(old, goal)));
    rows.count()
        + tasks.count()
        + goals.count()
        + usize::from(!Rc::ptr_eq(&before.header, &after.header))
}

#[test]
fn typing_changes_one_cell_and_nothing_else() {
    let seed = seed();
    let done = after(&seed, &typed("i3", RowField::Actual, "312.2"));
    assert_eq!(&*done.rows[2].actual.text, "312.2");
    assert_eq!(rebuilt(&seed, &done), 1);
    assert!(Rc::ptr_eq(&done.rows[2].indicator, &seed.rows[2].indicator));
    let done = after(&seed, &typed("i3", RowField::Target, "≥5"));
    assert_eq!(&*done.rows[2].indicator.target, "≥5");
    assert!(Rc::ptr_eq(&done.rows[2].actual, &seed.rows[2].actual));
    let amount = TaskField::Amount(Stage::Executed, Source::Fiscal);
    let done = after(&seed, &Edit::Task(id("t2"), amount, text("8.71")));
    assert_eq!(
        (&*done.tasks[1].executed.fiscal, rebuilt(&seed, &done)),
        ("8.71", 1)
    );
    let done = after(
        &seed,
        &Edit::Goal(id("g3"), GoalField::Achieved, text("完成")),
    );
    assert_eq!(
        (&*done.goals[2].achieved, rebuilt(&seed, &done)),
        ("完成", 1)
    );
    let done = after(&seed, &Edit::Header(HeaderField::FilledBy, text("张三")));
    assert_eq!(
        (&*done.header.filled_by, rebuilt(&seed, &done)),
        ("张三", 1)
    );
}

#[test]
fn an_edit_that_changes_nothing_keeps_every_address() {
    let seed = seed();
    for edit in [
        typed("i1", RowField::Target, "=16人"),
        typed("i1", RowField::Actual, ""),
        Edit::Band(id("i1"), None),
        Edit::Lock(id("i1"), None),
        Edit::Tally(id("i1"), None),
        Edit::Move(List::Rows, id("i1"), -1),
        Edit::Move(List::Goals, id("g3"), 7),
        Edit::Policy(Rc::clone(&seed.policy)),
        Edit::Batch(Vec::new()),
    ] {
        let done = after(&seed, &edit);
        assert_eq!((&done, rebuilt(&seed, &done)), (&seed, 0), "{edit:?}");
    }
}

#[test]
fn what_is_not_there_is_refused() {
    let nowhere = || EditError::NoSuchRow(id("i39"));
    refused(&typed("i39", RowField::Actual, ""), nowhere());
    refused(&Edit::Band(id("i39"), None), nowhere());
    refused(&Edit::Add(List::Rows, Some(id("i39"))), nowhere());
    refused(&Edit::Remove(List::Goals, id("i39")), nowhere());
    refused(&Edit::Move(List::Tasks, id("i39"), 1), nowhere());
    refused(
        &Edit::TallyCount(id("i36"), 0, text("1")),
        EditError::NoTally,
    );
    refused(
        &Edit::TallyMethod(id("i36"), Method::Mean),
        EditError::NoTally,
    );
    let long = "字".repeat(20_001);
    let too_long = || EditError::TooLong { length: 20_001 };
    refused(&typed("i1", RowField::Reason, &long), too_long());
    refused(&Edit::Header(HeaderField::Unit, text(&long)), too_long());
    assert!(
        apply(
            &seed(),
            &typed("i1", RowField::Reason, &"字".repeat(20_000))
        )
        .is_ok()
    );
}

#[test]
fn a_batch_is_all_or_nothing() {
    let seed = seed();
    let good = vec![
        typed("i1", RowField::Actual, "16"),
        typed("i2", RowField::Actual, "1"),
    ];
    let done = after(&seed, &Edit::Batch(good.clone()));
    assert_eq!(
        (&*done.rows[0].actual.text, &*done.rows[1].actual.text),
        ("16", "1")
    );
    assert_eq!(rebuilt(&seed, &done), 2);
    let mut bad = good;
    bad.push(Edit::Remove(List::Rows, id("i99")));
    refused(&Edit::Batch(bad), EditError::NoSuchRow(id("i99")));
}

#[test]
fn rows_are_added_removed_and_moved() {
    let seed = seed();
    let added = after(&seed, &Edit::Add(List::Rows, Some(id("i2"))));
    assert_eq!(ids(&added)[..4], ["i1", "i2", "i39", "i3"]);
    assert_eq!(&*added.rows[2].indicator.level2, "数量指标");
    assert_eq!(new_ids(&seed, List::Rows, 2), [id("i39"), id("i40")]);
    let front = after(&added, &Edit::Add(List::Rows, None));
    assert_eq!(
        (ids(&front)[0], &*front.rows[0].indicator.level1),
        ("i40", "")
    );
    let removed = after(&seed, &Edit::Remove(List::Rows, id("i2")));
    assert_eq!(
        (
            ids(&removed)[1],
            removed.rows.len(),
            rebuilt(&seed, &removed)
        ),
        ("i3", 37, 0)
    );
    let down = after(&seed, &Edit::Move(List::Rows, id("i1"), 2));
    assert_eq!(ids(&down)[..4], ["i2", "i3", "i1", "i4"]);
    let up = after(&seed, &Edit::Move(List::Rows, id("i38"), i32::MIN));
    assert_eq!(ids(&up)[..2], ["i38", "i1"]);
    let goals = after(&seed, &Edit::Add(List::Goals, Some(id("g3"))));
    assert_eq!(goals.goals[3].id, id("g4"));
}

#[test]
fn there_are_only_so_many_rows() {
    let add = |count: usize| Edit::Batch(vec![Edit::Add(List::Tasks, None); count]);
    assert_eq!(after(&seed(), &add(997)).tasks.len(), 1_000);
    refused(&add(998), EditError::TooManyRows);
}

#[test]
fn a_band_takes_its_share_away_when_it_changes() {
    let seed = seed();
    let chosen = after(
        &seed,
        &Edit::Batch(vec![
            Edit::Band(id("i31"), Some(Band::Partly)),
            typed("i31", RowField::Share, "75"),
        ]),
    );
    assert_eq!(&*chosen.rows[30].actual.share, "75");
    let same = after(&chosen, &Edit::Band(id("i31"), Some(Band::Partly)));
    assert_eq!(&*same.rows[30].actual.share, "75");
    let other = after(&chosen, &Edit::Band(id("i31"), Some(Band::Missed)));
    assert_eq!(
        (other.rows[30].actual.band, &*other.rows[30].actual.share),
        (Some(Band::Missed), "")
    );
}

#[test]
fn an_answer_about_a_number_goes_with_the_number() {
    let seed = seed();
    let answered = after(
        &seed,
        &Edit::Batch(vec![
            typed("i12", RowField::Actual, "0.96"),
            Edit::Confirm(id("i12"), Some(Number::from_int(96))),
            Edit::Comparator(id("i12"), Some(Comparator::AtLeast)),
        ]),
    );
    assert_eq!(
        answered.rows[11].actual.confirmed,
        Some(Number::from_int(96))
    );
    let again = after(&answered, &typed("i12", RowField::Actual, "0.9"));
    assert_eq!(again.rows[11].actual.confirmed, None);
    assert_eq!(again.rows[11].actual.comparator, Some(Comparator::AtLeast));
    let other = after(&answered, &typed("i12", RowField::Reason, "x"));
    assert_eq!(other.rows[11].actual.confirmed, Some(Number::from_int(96)));
}

#[test]
fn a_tally_is_linked_filled_and_unlinked() {
    let seed = seed();
    let filled = after(
        &seed,
        &Edit::Batch(vec![
            typed("i36", RowField::Actual, "96%"),
            Edit::Tally(id("i36"), Some(Tally::default())),
            Edit::TallyCount(id("i36"), 0, text("40")),
            Edit::TallyCount(id("i36"), 5, text("2")),
            Edit::TallyMethod(id("i36"), Method::Share { levels: 9 }),
        ]),
    );
    let tally = filled.rows[35].actual.tally.clone().expect("a tally");
    assert_eq!(
        (&*tally.counts[0], &*tally.blank, tally.method),
        ("40", "2", Method::Share { levels: 4 })
    );
    assert_eq!(
        apply(&filled, &Edit::TallyCount(id("i36"), 6, text("1"))),
        Err(EditError::NoTally)
    );
    let unlinked = after(&filled, &Edit::Tally(id("i36"), None));
    assert_eq!(
        (
            unlinked.rows[35].actual.tally.clone(),
            &*unlinked.rows[35].actual.text
        ),
        (None, "96%")
    );
}

#[test]
fn what_a_file_knew_beside_a_tally_or_policy_goes_with_it() {
    let file = r#"{"format":"jiping","version":1,"policy":{"id":"hubei","note":1},
        "indicators":[{"id":"i1","actual":{"tally":{"sheet":7}}}]}"#;
    let document = open(file.as_bytes()).expect("reads").document;
    let unlinked = after(&document, &Edit::Tally(id("i1"), None));
    let other = after(&unlinked, &Edit::Policy(builtin("shanxi").expect("shanxi")));
    let again = open(save(&other).as_bytes()).expect("reads");
    assert_eq!((&again.document, again.notes.len()), (&other, 0));
}

#[test]
fn a_lock_takes_from_its_group_and_no_more() {
    // 社会效益指标 has 15 of 效益指标's 30 points, three rows.
    let seed = seed();
    let lock = |row: &str, weight: &str| Edit::Lock(id(row), Some(text(weight)));
    let locked = after(&seed, &lock("i31", "6"));
    assert!(locked.rows[30].indicator.locked && &*locked.rows[30].indicator.weight == "6");
    let full = after(&locked, &lock("i32", "9"));
    let above = |share: &str, locked: &str| EditError::LocksAboveShare {
        share: Number::parse(share).expect(share),
        locked: Number::parse(locked).expect(locked),
    };
    assert_eq!(
        apply(&full, &lock("i33", "0.01")),
        Err(above("15", "15.01"))
    );
    assert_eq!(
        apply(&full, &typed("i32", RowField::Weight, "9.5")),
        Err(above("15", "15.5"))
    );
    refused(&lock("i31", "16"), above("15", "16"));
    for weight in ["", "-1", "many"] {
        refused(&lock("i31", weight), EditError::BadWeight);
    }
    // In one step the locks may change places.
    let swapped = after(
        &full,
        &Edit::Batch(vec![lock("i31", "9"), lock("i32", "6")]),
    );
    assert_eq!(&*swapped.rows[30].indicator.weight, "9");
    // Another group's locks are nobody's fault.
    assert!(apply(&full, &lock("i34", "15")).is_ok());
    let unlocked = after(&full, &Edit::Lock(id("i31"), None));
    assert_eq!(
        (
            unlocked.rows[30].indicator.locked,
            &*unlocked.rows[30].indicator.weight
        ),
        (false, "")
    );
    let emptied = after(&full, &typed("i31", RowField::Weight, ""));
    assert!(!emptied.rows[30].indicator.locked);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_edited_document_can_be_saved_and_read(document in document(), edits in proptest::collection::vec(edit(), 1..12)) {
        let mut now = document;
        for chance in edits {
            let edit = chance.about(&now);
            let kept = now.clone();
            if let Ok(next) = apply(&now, &edit) {
                prop_assert_eq!(&apply(&now, &edit), &Ok(next.clone()), "not the same twice");
                prop_assert!(rebuilt(&now, &next) <= 1, "{:?}", edit);
                now = next;
            }
            prop_assert!(rebuilt(&kept, &now) <= 1);
        }
        let again = open(save(&now).as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(again.document, now);
    }
}
