//! The review that a document carries: scored by the same rules, kept in file and link, compared.

use jiping::compare::{RowChange, compare};
use jiping::decimal::Number;
use jiping::document::Document;
use jiping::document::json::{open, save};
use jiping::edit::{Edit, HeaderField, RowField, Source, Stage, TaskField, apply};
use jiping::i18n::{Language, compare as words};
use jiping::policy::builtin;
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
    let changes = &comparison.rows[0].changes;
    assert_eq!(changes.len(), 4);
    let half = Number::from_hundredths(50);
    let own = evaluate(&sent).rows[first(&sent).0].score;
    assert_eq!(changes[3], RowChange::Reviewed(own, Some(half)));
    let remark = typed(&sent, &id, RowField::Opinion, "属实");
    assert_eq!(compare(&sent, &remark).rows[0].changes.len(), 1);
}

#[test]
fn a_reviewed_execution_is_told_beside_the_self_evaluated_one() {
    let sent = example();
    assert_eq!(
        words::execution(&compare(&sent, &sent), Language::English),
        None
    );
    let back = said(&sent, HeaderField::ReviewedRate, "50%");
    let told = words::execution(&compare(&sent, &back), Language::English).unwrap();
    assert!(
        told.ends_with("; after review rate 50%, score 5.00."),
        "{told}"
    );
}

/// The document with one field of its header typed.
fn said(document: &Document, field: HeaderField, text: &str) -> Document {
    apply(document, &Edit::Header(field, text.into())).unwrap()
}

#[test]
fn a_reviewed_rate_is_scored_by_the_rules_of_execution() {
    let document = example();
    let own = evaluate(&document);
    let seen = reviewed(&said(&document, HeaderField::ReviewedRate, "50%"));
    assert_eq!(seen.execution.rate, Some(Number::from_int(50)));
    assert_eq!(seen.execution.score, Some(Number::from_int(5)));
    assert!(seen.execution.differs && seen.execution.touched);
    let lost = own
        .execution
        .score
        .unwrap()
        .checked_sub(Number::from_int(5));
    let expected = own.totals.so_far.checked_sub(lost.unwrap()).unwrap();
    assert_eq!(seen.totals.so_far, expected);
    assert!(seen.rows.iter().all(|row| !row.differs));
    let above = reviewed(&said(&document, HeaderField::ReviewedRate, "120"));
    assert_eq!(above.execution.score, Some(Number::from_int(10)), "capped");
}

#[test]
fn a_rate_caps_the_total_where_the_policy_says_so() {
    let document = apply(&example(), &Edit::Policy(builtin("platform-cap").unwrap()));
    let document = said(&document.unwrap(), HeaderField::ReviewedRate, "49.99");
    let seen = reviewed(&document);
    assert!(seen.totals.cap.is_some());
    assert!(evaluate(&document).totals.cap.is_none());
}

#[test]
fn a_given_score_of_execution_counts_and_settles_what_was_open() {
    let mut document = example();
    for at in 0..document.tasks.len() {
        let task = document.tasks[at].id.clone();
        for source in [Source::Total, Source::Fiscal, Source::Other] {
            let field = TaskField::Amount(Stage::Executed, source);
            let edit = Edit::Task(task.clone(), field, "".into());
            document = apply(&document, &edit).unwrap();
        }
    }
    assert_eq!(evaluate(&document).execution.score, None);
    let open = reviewed(&document);
    let seen = reviewed(&said(&document, HeaderField::ReviewScore, "7.5"));
    assert_eq!(seen.execution.score, Some(Number::from_hundredths(750)));
    let more = seen.totals.so_far.checked_sub(open.totals.so_far);
    assert_eq!(more, Some(Number::from_hundredths(750)));
}

#[track_caller]
fn execution_cannot_use(field: HeaderField, text: &str) {
    let seen = reviewed(&said(&example(), field, text)).execution;
    assert!(seen.invalid_rate != seen.invalid_score, "{text}");
    assert!(!seen.differs, "{text}");
}

#[test]
fn what_cannot_be_a_rate_or_a_score_is_told_and_not_used() {
    execution_cannot_use(HeaderField::ReviewedRate, "-1");
    execution_cannot_use(HeaderField::ReviewedRate, "1000.01");
    execution_cannot_use(HeaderField::ReviewedRate, "九成");
    execution_cannot_use(HeaderField::ReviewScore, "10.01");
    execution_cannot_use(HeaderField::ReviewScore, "-0.1");
    execution_cannot_use(HeaderField::ReviewScore, "满分");
}

#[test]
fn opinions_on_execution_and_the_whole_travel_and_are_compared() {
    let sent = example();
    let mut back = said(&sent, HeaderField::ReviewedRate, "91.5%");
    back = said(&back, HeaderField::ReviewScore, "9");
    back = said(&back, HeaderField::ExecutionOpinion, "尾款未付");
    back = said(&back, HeaderField::Opinion, "同意，请补充佐证。\n限十日。");
    assert_eq!(open(save(&back).as_bytes()).unwrap().document, back);
    let link = share::encode(&back).unwrap();
    assert_eq!(share::decode(&link).unwrap().document, back);
    let answers = share::encode_answers(&back).unwrap();
    let Ok(share::Link::Answers(answers)) = share::open(&answers) else {
        panic!("no answers")
    };
    assert_eq!(answers.fill(&sent).unwrap().document, back);
    assert_eq!(compare(&sent, &back).header.len(), 4);
    assert_eq!(evaluate(&back).totals.so_far, evaluate(&sent).totals.so_far);
}
