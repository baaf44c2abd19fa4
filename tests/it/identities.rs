//! What holds for every document: sums, bounds, order, and working out only what changed.

use std::rc::Rc;

use jiping::document::{Document, Row};
use jiping::edit::apply;
use jiping::scoring::{Evaluation, evaluate, reevaluate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::fuzz_replay::fuzz::invariant;
use crate::simple;
use crate::support::{document::document, edit::edit, seed};

/// Two evaluations say the same, derivations and all.
#[track_caller]
fn same(left: &Evaluation, right: &Evaluation) {
    assert_eq!(format!("{left:?}"), format!("{right:?}"));
}

/// Rows with printed weights: what a permutation may not change.
fn printed() -> impl Strategy<Value = Vec<Row>> {
    let level1 = select(vec!["产出指标", "效益指标", "满意度指标"]);
    let level2 = select(vec!["数量指标", "质量指标"]);
    let target = select(vec![
        ">=6次",
        "<=3天",
        "=12次",
        "1-3次",
        "6月底前",
        "显著提升",
        ">0个",
    ]);
    let actual = select(vec![
        "",
        "5",
        "7次",
        "2天",
        "12",
        "3",
        "5月",
        "显著提升",
        "1.37",
    ]);
    let weight = (1_u32..2000)
        .prop_map(|hundredths| format!("{}.{:02}", hundredths / 100, hundredths % 100));
    let line = (level1, level2, target, weight, actual);
    vec(line, 1..14).prop_map(|lines| {
        let row =
            |(at, (level1, level2, target, weight, actual)): (
                usize,
                &(&str, &str, &str, String, &str),
            )| { simple::row(at, (level1, level2, "事项", target, weight, actual)) };
        lines.iter().enumerate().map(row).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn sums_and_bounds_hold(document in document()) {
        invariant::check(&document, &evaluate(&document));
    }

    #[test]
    fn equal_documents_give_equal_evaluations(document in document()) {
        same(&evaluate(&document), &evaluate(&document.clone()));
    }

    #[test]
    fn working_out_what_changed_is_working_out_all(edits in vec(edit(), 1..20)) {
        let mut now = seed();
        let mut evaluation = evaluate(&now);
        for chance in edits {
            if let Ok(next) = apply(&now, &chance.about(&now)) {
                evaluation = reevaluate(&next, &now, &evaluation);
                same(&evaluation, &evaluate(&next));
                invariant::check(&next, &evaluation);
                now = next;
            }
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter((rows, order) in printed().prop_flat_map(|rows| {
        let order: Vec<usize> = (0..rows.len()).collect();
        (Just(rows), Just(order).prop_shuffle())
    })) {
        let task = simple::task(0, "100", "", "87.5");
        let made = |rows: Vec<Row>| Document { tasks: vec![Rc::clone(&task)], rows, ..seed() };
        let straight = evaluate(&made(rows.clone()));
        let mixed = evaluate(&made(order.iter().map(|&at| rows[at].clone()).collect()));
        prop_assert_eq!(format!("{:?}", mixed.totals), format!("{:?}", straight.totals));
        for (&at, row) in order.iter().zip(&mixed.rows) {
            prop_assert_eq!(format!("{row:?}"), format!("{:?}", straight.rows[at]));
        }
    }
}

#[test]
fn an_unchanged_row_keeps_its_result() {
    let before = seed();
    let evaluation = evaluate(&before);
    let mut after = before.clone();
    simple::change(&mut after, 5, |actual| actual.text = "6次".into());
    let next = reevaluate(&after, &before, &evaluation);
    let kept = |at: usize| Rc::ptr_eq(&next.rows[at], &evaluation.rows[at]);
    assert!(!kept(5));
    assert!((0..38).filter(|&at| at != 5).all(kept));
}
