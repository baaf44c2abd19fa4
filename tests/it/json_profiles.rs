//! Every built-in policy on three filled tables: what it gives today, row by row.

use std::fmt::Write;
use std::rc::Rc;

use expect_test::expect_file;
use jiping::actual::Band;
use jiping::document::Document;
use jiping::edit::{Edit, RowField, Source, Stage, TaskField, apply};
use jiping::finding::FindingKind;
use jiping::policy::{BUILT_IN, builtin};
use jiping::scoring::evaluate;
use jiping::table::Id;

use crate::support::{example, filled::filled_seed};

/// One line an item: id, weight, score, status, over-fulfilment, whether a reason is due.
fn report(document: &Document, id: &str) -> String {
    let policy = builtin(id).expect(id);
    let document = apply(document, &Edit::Policy(Rc::clone(&policy))).expect("applies");
    let evaluation = evaluate(&document);
    let mut out = String::new();
    let show =
        |number: Option<jiping::decimal::Number>| number.map_or("–".to_owned(), |n| n.fixed(2));
    for row in &evaluation.rows {
        let over = row
            .over
            .map_or(String::new(), |over| format!(" over {}", over.fixed(2)));
        let reason = row
            .reason
            .map_or(String::new(), |reason| format!(" {reason:?}"));
        let (weight, score) = (row.weight.points.fixed(2), show(row.score));
        writeln!(
            out,
            "{} {weight} {score} {:?}{over}{reason}",
            row.id.as_str(),
            row.status
        )
        .expect("writes");
    }
    let execution = &evaluation.execution;
    let (rate, points) = (show(execution.rate), execution.points.fixed(2));
    writeln!(out, "execution {rate} % {points} {}", show(execution.score)).expect("writes");
    let totals = &evaluation.totals;
    let (so_far, reachable) = (totals.so_far.fixed(2), totals.reachable.fixed(2));
    writeln!(
        out,
        "total {so_far} reachable {reachable} of {}",
        totals.attainable.fixed(2)
    )
    .expect("writes");
    if let Some(cap) = &totals.cap {
        writeln!(out, "capped at {} from {}", cap.most, cap.before).expect("writes");
    }
    for finding in evaluation.findings.iter() {
        if let FindingKind::Check(check) = &finding.kind {
            writeln!(out, "{:?} {check:?}", finding.place).expect("writes");
        }
    }
    writeln!(
        out,
        "grade {:?} provisional {}",
        totals.grade, totals.provisional
    )
    .expect("writes");
    out
}

#[test]
fn every_policy_on_the_filled_seed() {
    let document = filled_seed();
    for entry in BUILT_IN {
        let name = format!("../golden/policy/{}.seed.txt", entry.id);
        expect_file![name].assert_eq(&report(&document, entry.id));
    }
}

/// The project example with what policies differ in: a heavy level-1 cost, much overdone, little spent.
fn uneven() -> Document {
    let cell = |id: &str, field, text: &str| Edit::Row(Id::new(id), field, text.into());
    let executed = |id: &str, text: &str| {
        let field = TaskField::Amount(Stage::Executed, Source::Total);
        Edit::Task(Id::new(id), field, text.into())
    };
    let edits = vec![
        cell("i1", RowField::Actual, "500天"),
        cell("i3", RowField::Weight, "2"),
        cell("i4", RowField::Weight, "3"),
        cell("i5", RowField::Actual, "80%"),
        cell("i8", RowField::Actual, "99%"),
        cell("i9", RowField::Level1, "成本指标"),
        cell("i9", RowField::Weight, "8"),
        cell("i12", RowField::Actual, "104人"),
        cell("i12", RowField::Deduction, "1.5"),
        cell("i13", RowField::Weight, "9"),
        cell("i13", RowField::Actual, "尚未建立"),
        Edit::Band(Id::new("i13"), Some(Band::Missed)),
        executed("t1", "32"),
        executed("t2", "20"),
    ];
    apply(&example(), &Edit::Batch(edits)).expect("applies")
}

#[test]
fn every_policy_on_an_uneven_table() {
    let document = uneven();
    for entry in BUILT_IN {
        let name = format!("../golden/policy/{}.uneven.txt", entry.id);
        expect_file![name].assert_eq(&report(&document, entry.id));
    }
}

#[test]
fn every_policy_on_the_project_example() {
    let document = example();
    for entry in BUILT_IN {
        let name = format!("../golden/policy/{}.example.txt", entry.id);
        expect_file![name].assert_eq(&report(&document, entry.id));
    }
}
