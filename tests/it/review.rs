//! The review that a document carries: scored by the same rules, kept in file and link, compared.

use jiping::compare::compare;
use jiping::decimal::Number;
use jiping::document::Document;
use jiping::document::json::{open, save};
use jiping::edit::{Edit, RowField, apply};
use jiping::scoring::{Reviewed, evaluate, review};
use jiping::share;
use jiping::table::Id;

fn example() -> Document {
    let file = include_bytes!("../../www/data/project-example.json");
    open(file).unwrap().document
}

/// The document with one cell of one row typed.
fn typed(document: &Document, row: &str, field: RowField, text: &str) -> Document {
    apply(document, &Edit::Row(Id::new(row), field, text.into())).unwrap()
}

fn reviewed(document: &Document) -> Reviewed {
    review(document, &evaluate(document))
}

/// The first row with a number as its actual and full marks.
fn first(document: &Document) -> (usize, String) {
    let evaluation = evaluate(document);
    let at = evaluation
        .rows
        .iter()
        .position(|row| row.score == Some(row.weight.points) && row.over.is_none())
        .unwrap();
    (at, evaluation.rows[at].id.as_str().to_owned())
}

#[test]
fn without_a_word_of_the_reviewer_the_review_is_the_self_evaluation() {
    let document = example();
    let own = evaluate(&document);
    let seen = reviewed(&document);
    assert_eq!(seen.totals.so_far, own.totals.so_far);
    assert_eq!(seen.totals.grade, own.totals.grade);
    assert!(seen.rows.iter().all(|row| !row.touched && !row.differs));
}

#[test]
fn a_reviewed_actual_is_scored_as_if_it_had_been_reported() {
    let document = example();
    let (at, id) = first(&document);
    let seen = reviewed(&typed(&document, &id, RowField::Reviewed, "1"));
    let instead = evaluate(&typed(&document, &id, RowField::Actual, "1"));
    assert_eq!(seen.rows[at].score, instead.rows[at].score);
    assert_eq!(seen.totals.so_far, instead.totals.so_far);
    assert!(seen.rows[at].differs);
}

#[test]
fn the_self_evaluation_stays_as_it_was() {
    let document = example();
    let (_, id) = first(&document);
    let mut after = document.clone();
    for field in [RowField::Reviewed, RowField::ReviewScore, RowField::Opinion] {
        after = typed(&after, &id, field, "0.5");
    }
    assert_eq!(
        evaluate(&after).totals.so_far,
        evaluate(&document).totals.so_far
    );
}

#[test]
fn a_given_score_counts_in_the_total() {
    let document = example();
    let (at, id) = first(&document);
    let own = evaluate(&document);
    let given = typed(&document, &id, RowField::ReviewScore, "0.25");
    let seen = reviewed(&given);
    let quarter = Number::from_hundredths(25);
    assert_eq!(seen.rows[at].score, Some(quarter));
    let lost = own.rows[at].weight.points.checked_sub(quarter).unwrap();
    assert_eq!(
        seen.totals.so_far,
        own.totals.so_far.checked_sub(lost).unwrap()
    );
}

#[track_caller]
fn cannot_be_used(score: &str) {
    let document = example();
    let (at, id) = first(&document);
    let seen = reviewed(&typed(&document, &id, RowField::ReviewScore, score));
    assert!(seen.rows[at].invalid, "{score}");
    assert!(!seen.rows[at].differs, "{score}");
}

#[test]
fn a_score_that_no_row_can_have_is_told_and_not_used() {
    cannot_be_used("-1");
    cannot_be_used("101");
    cannot_be_used("好");
}

#[test]
fn the_review_travels_in_file_and_link_and_is_compared() {
    let sent = example();
    let (_, id) = first(&sent);
    let mut back = typed(&sent, &id, RowField::Reviewed, "1");
    back = typed(&back, &id, RowField::ReviewScore, "0.5");
    back = typed(&back, &id, RowField::Opinion, "佐证不足");
    let text = save(&back);
    assert!(text.contains("\"opinion\": \"佐证不足\""), "{text}");
    assert_eq!(open(text.as_bytes()).unwrap().document, back);
    let link = share::encode(&back).unwrap();
    assert_eq!(share::decode(&link).unwrap().document, back);
    let answers = share::encode_answers(&back).unwrap();
    let Ok(share::Link::Answers(answers)) = share::open(&answers) else {
        panic!("no answers")
    };
    assert_eq!(answers.fill(&sent).unwrap().document, back);
    let comparison = compare(&sent, &back);
    assert_eq!(comparison.rows.len(), 1);
    assert_eq!(comparison.rows[0].changes.len(), 3);
}
