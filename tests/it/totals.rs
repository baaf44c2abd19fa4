//! Money, totals, grades and warnings.

use std::rc::Rc;

use jiping::actual::is_reason;
use jiping::actual::{Actual, Band};
use jiping::decimal::Number;
use jiping::document::Document;
use jiping::edit::{HeaderField, RowField};
use jiping::finding::{FindingKind, FundFinding, Place, TotalFinding};
use jiping::i18n::{Language, finding, total};
use jiping::policy::{ExecutionCurve, Grade, OverAction, Policy, Step, TotalCap, default_policy};
use jiping::scoring::{Evaluation, ExecutionState, MissingKind, ReasonCause, evaluate, reevaluate};
use jiping::table::{Funds, Header, Id, Task};
use jiping::value::{IssueKind, Severity};

use crate::simple::{Line, change, document, task};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

/// A complete table: 90 points, of which the first row gets what `actual` of 100 gives.
fn table(policy: Rc<Policy>, actual: &str, money: (&str, &str, &str)) -> Document {
    let lines: [Line<'_>; 3] = [
        ("产出指标", "数量指标", "甲", ">=100个", "50", actual),
        ("效益指标", "社会效益指标", "乙", "=1项", "30", "1项"),
        (
            "满意度指标",
            "满意度指标",
            "群众满意度",
            ">=95%",
            "10",
            "95%",
        ),
    ];
    let mut document = document(&lines, policy);
    document.tasks = vec![task(0, money.0, money.1, money.2)];
    document
}

fn has_total(evaluation: &Evaluation, wanted: &TotalFinding) -> bool {
    let mut kinds = evaluation.findings.iter().map(|f| &f.kind);
    kinds.any(|kind| matches!(kind, FindingKind::Total(found) if found == wanted))
}

fn has_fund(evaluation: &Evaluation, wanted: &FundFinding) -> bool {
    let mut kinds = evaluation.findings.iter().map(|f| &f.kind);
    kinds.any(|kind| matches!(kind, FindingKind::Fund(found) if found == wanted))
}

#[track_caller]
fn grades(actual: &str, executed: &str, total: &str, grade: Grade) {
    let document = table(default_policy(), actual, ("100", "", executed));
    let totals = evaluate(&document).totals;
    assert_eq!(
        (totals.so_far, totals.grade),
        (number(total), Some(grade)),
        "{totals:?}"
    );
}

#[test]
fn edges_of_grades_belong_to_the_better_grade() {
    grades("100个", "100", "100", Grade::Excellent);
    grades("80个", "100", "90", Grade::Excellent);
    grades("79.98个", "100", "89.99", Grade::Good);
    grades("60个", "100", "80", Grade::Good);
    grades("59.98个", "100", "79.99", Grade::Fair);
    grades("20个", "100", "60", Grade::Fair);
    grades("19.98个", "100", "59.99", Grade::Poor);
}

#[test]
fn a_rounded_total_in_another_grade_than_the_exact_one_is_told() {
    // 50 × 79.992 ÷ 100 = 39.996 → 40.00, so 90.00 against 89.996.
    let document = table(default_policy(), "79.992个", ("100", "", "100"));
    let totals = evaluate(&document).totals;
    assert_eq!(
        (totals.so_far, totals.grade),
        (number("90"), Some(Grade::Excellent))
    );
    assert_eq!(totals.unrounded, Some((number("89.996"), Grade::Good)));
    let document = table(default_policy(), "80个", ("100", "", "100"));
    assert_eq!(evaluate(&document).totals.unrounded, None);
}

#[test]
fn a_total_out_of_100_is_not_rounded_again_for_its_grade() {
    let mut policy = (*default_policy()).clone();
    policy.places = 4;
    let totals = evaluate(&table(Rc::new(policy), "79.992个", ("100", "", "100"))).totals;
    assert_eq!(
        (totals.so_far, totals.graded_on, totals.grade),
        (number("89.996"), Some(number("89.996")), Some(Grade::Good))
    );
    let told = total::summary(&totals, 0, Language::Chinese);
    assert_eq!(told, "总分 89.996 分，等次为良");
}

#[test]
fn a_small_full_score_is_looked_at_however_far_rounding_moved_it() {
    // 0.0255 of 0.03, rounded to full points: 85 of 100 where 100 is shown.
    let line = ("产出指标", "数量指标", "甲", ">=100个", "0.03", "85个");
    let totals = evaluate(&document(&[line], default_policy())).totals;
    assert_eq!(totals.grade, Some(Grade::Excellent));
    assert_eq!(totals.unrounded, Some((number("85"), Grade::Good)));
}

#[test]
fn an_open_row_keeps_it_provisional() {
    let document = table(default_policy(), "", ("100", "", "100"));
    let evaluation = evaluate(&document);
    let totals = &evaluation.totals;
    assert!(totals.provisional);
    assert_eq!(totals.grade, None);
    assert_eq!(
        (totals.so_far, totals.open, totals.reachable),
        (number("50"), number("50"), number("100"))
    );
    assert_eq!(evaluation.missing.len(), 1);
    assert_eq!(evaluation.missing[0].what, MissingKind::NotReported);
}

#[test]
fn execution_score_rate_and_reason() {
    let document = table(default_policy(), "100个", ("100", "", "86.2"));
    let evaluation = evaluate(&document);
    let execution = &evaluation.execution;
    assert_eq!(
        (execution.rate, execution.score),
        (Some(number("86.2")), Some(number("8.62")))
    );
    assert_eq!(execution.reason, Some(ReasonCause::LowExecution));
    assert_eq!(evaluation.missing[0].what, MissingKind::Reason);
    for (reason, given) in [("无", false), (" / ", false), ("无此项支出", true)] {
        assert_eq!(is_reason(reason), given, "{reason}");
    }
    let exactly = evaluate(&table(default_policy(), "100个", ("100", "", "90")));
    assert_eq!(exactly.execution.reason, None);
}

#[test]
fn full_year_budget_is_the_initial_one_until_edited() {
    let rate = |money| {
        evaluate(&table(default_policy(), "100个", money))
            .execution
            .rate
    };
    assert_eq!(rate(("100", "", "50")), Some(number("50")));
    assert_eq!(rate(("100", "80", "50")), Some(number("62.5")));
}

#[test]
fn above_the_budget_is_shown_true_capped_and_warned() {
    let evaluation = evaluate(&table(default_policy(), "100个", ("100", "", "120")));
    assert_eq!(evaluation.execution.rate, Some(number("120")));
    assert_eq!(evaluation.execution.score, Some(number("10")));
    assert!(has_fund(&evaluation, &FundFinding::AboveBudget));
}

#[test]
fn no_budget_is_not_applicable_and_graded_on_what_is_attainable() {
    let evaluation = evaluate(&table(default_policy(), "100个", ("0", "", "")));
    let totals = &evaluation.totals;
    assert_eq!(evaluation.execution.state, ExecutionState::NotApplicable);
    assert_eq!(
        (totals.so_far, totals.attainable),
        (number("90"), number("90"))
    );
    assert_eq!(
        (totals.graded_on, totals.grade),
        (Some(number("100")), Some(Grade::Excellent))
    );
    assert!(has_total(
        &evaluation,
        &TotalFinding::NotHundred {
            attainable: number("90")
        }
    ));
    assert!(has_total(
        &evaluation,
        &TotalFinding::Unspent { share: None }
    ));
}

#[test]
fn money_without_a_budget_is_an_error() {
    let evaluation = evaluate(&table(default_policy(), "100个", ("0", "", "5")));
    assert_eq!(evaluation.execution.state, ExecutionState::Unusable);
    assert!(has_fund(&evaluation, &FundFinding::WithoutBudget));
    assert!(evaluation.totals.provisional);
}

#[test]
fn blank_executed_against_a_budget_is_not_reported() {
    let evaluation = evaluate(&table(default_policy(), "100个", ("100", "", "")));
    assert_eq!(evaluation.execution.state, ExecutionState::NotReported);
    assert_eq!(evaluation.totals.open, number("10"));
    assert_eq!(evaluation.execution.score, None);
}

#[test]
fn bad_amounts_are_told_at_their_cell() {
    let evaluation = evaluate(&table(default_policy(), "100个", ("100", "", "-5")));
    assert!(has_fund(&evaluation, &FundFinding::Negative));
    let evaluation = evaluate(&table(default_policy(), "100个", ("100", "", "很多")));
    assert_eq!(evaluation.execution.state, ExecutionState::Unusable);
    assert!(
        evaluation
            .findings
            .iter()
            .any(|f| matches!(f.kind, FindingKind::Cell(_)))
    );
}

/// What is told about amounts that are read, but only roughly meant.
#[test]
fn a_rough_amount_is_told_once_at_its_cell() {
    let rough = |money: (&str, &str, &str)| {
        let evaluation = evaluate(&table(default_policy(), "100个", money));
        assert_eq!(evaluation.execution.state, ExecutionState::Known);
        let cells = evaluation.findings.iter().filter_map(|found| {
            let FindingKind::Cell(issue) = &found.kind else {
                return None;
            };
            assert_eq!(issue.kind, IssueKind::Approximate);
            assert_eq!(found.severity, Severity::Note);
            Some(format!("{:?}", found.place))
        });
        cells.collect::<Vec<_>>()
    };
    let total = |stage: &str| format!("Task(Id(\"t1\"), Amount({stage}, Total))");
    assert_eq!(rough(("110", "", "约106")), [total("Executed")]);
    assert_eq!(rough(("约50", "", "50")), [total("Initial")]);
    assert_eq!(rough(("50", "60左右", "50")), [total("FullYear")]);
    let mut document = table(default_policy(), "100个", ("", "", "50"));
    let mut task = (*document.tasks[0]).clone();
    task.initial.fiscal = "约30".into();
    task.full_year.other = "30".into();
    document.tasks[0] = Rc::new(task);
    let findings = evaluate(&document).findings;
    let cells = findings
        .iter()
        .filter(|f| matches!(f.kind, FindingKind::Cell(_)));
    assert_eq!(cells.count(), 1, "what the full year keeps is told once");
}

#[test]
fn fund_sources_add_and_a_differing_total_stands() {
    let funds = |total: &str, fiscal: &str, other: &str| Funds {
        total: total.into(),
        fiscal: fiscal.into(),
        other: other.into(),
    };
    let with = |initial: Funds, executed: Funds| {
        let mut document = table(default_policy(), "100个", ("", "", ""));
        let task = Task {
            initial,
            executed,
            ..(*document.tasks[0]).clone()
        };
        document.tasks = vec![Rc::new(task)];
        evaluate(&document)
    };
    let added = with(funds("", "60", "40"), funds("", "50", ""));
    assert_eq!(added.execution.rate, Some(number("50")));
    let differs = with(funds("100", "60", "30"), funds("50", "", ""));
    assert_eq!(differs.execution.full_year, Some(number("100")));
    let found = FundFinding::SourcesDiffer {
        sources: number("90"),
        total: number("100"),
    };
    assert!(has_fund(&differs, &found));
}

#[test]
fn sub_rows_of_money_never_add() {
    let mut document = table(default_policy(), "100个", ("100", "", "80"));
    let sub = Task {
        name: "其中：当年财政拨款".into(),
        ..(*task(1, "100", "", "80")).clone()
    };
    document.tasks.push(Rc::new(sub));
    assert_eq!(evaluate(&document).execution.full_year, Some(number("100")));
}

#[test]
fn curves_and_caps() {
    let with = |change: fn(&mut Policy), executed: &str| {
        let mut policy = (*default_policy()).clone();
        change(&mut policy);
        evaluate(&table(Rc::new(policy), "100个", ("100", "", executed)))
    };
    let floor: fn(&mut Policy) = |policy| {
        policy.execution.curve = ExecutionCurve::Floor {
            below: Number::from_int(60),
        };
    };
    assert_eq!(with(floor, "59.99").execution.score, Some(number("0")));
    assert_eq!(with(floor, "60").execution.score, Some(number("6")));
    let steps: fn(&mut Policy) = |policy| {
        let step = |from, share| Step {
            from: Number::from_int(from),
            share: Number::from_int(share),
        };
        policy.execution.curve = ExecutionCurve::Steps(vec![step(90, 100), step(70, 50)]);
    };
    assert_eq!(with(steps, "90").execution.score, Some(number("10")));
    assert_eq!(with(steps, "89.99").execution.score, Some(number("5")));
    assert_eq!(with(steps, "10").execution.score, Some(number("0")));
    let caps: fn(&mut Policy) = |policy| {
        let cap = |below, most| TotalCap {
            below: Number::from_int(below),
            most: Number::from_int(most),
        };
        policy.execution.caps = vec![cap(50, 59), cap(60, 69), cap(70, 79), cap(80, 89)];
    };
    let capped = |executed| with(caps, executed).totals;
    assert_eq!(capped("80").so_far, number("98"));
    assert_eq!(capped("79.999").so_far, number("89"));
    assert_eq!(capped("60").so_far, number("79"));
    assert_eq!(capped("0").so_far, number("59"));
    assert_eq!(capped("60").cap.unwrap().before, number("96"));
}

#[test]
fn warnings_compare_score_and_execution() {
    let red = evaluate(&table(default_policy(), "100个", ("100", "", "85")));
    let warning = TotalFinding::ScoreAboveExecution {
        score: number("98.5"),
        rate: number("85"),
    };
    assert!(has_total(&red, &warning));
    let yellow = evaluate(&table(default_policy(), "100个", ("100", "", "79")));
    assert!(has_total(
        &yellow,
        &TotalFinding::Unspent {
            share: Some(number("21"))
        }
    ));
    let fine = evaluate(&table(default_policy(), "100个", ("100", "", "100")));
    assert!(
        !fine
            .findings
            .iter()
            .any(|f| matches!(f.kind, FindingKind::Total(_)))
    );
}

#[test]
fn a_warning_never_rounds_onto_a_limit() {
    let told = |executed| {
        let document = table(default_policy(), "100个", ("100", "", executed));
        let findings = evaluate(&document).findings;
        let sentences = findings.iter();
        let sentences = sentences.map(|one| finding::told(one, &document, Language::Chinese));
        sentences.collect::<String>()
    };
    assert!(told("89.999").contains("得分率 99% 比预算执行率 89.999% 高"));
    assert!(told("89.98").contains("得分率 99% 比预算执行率 89.98% 高"));
    assert!(told("79.9999").contains("有 20.0001% 未执行，超过 20%"));
    assert!(told("79.9").contains("有 20.1% 未执行，超过 20%"));
}

/// Where the first thing that is missing is, and what.
fn first_missing(
    year: &str,
    target: &str,
    edit: impl FnOnce(&mut Policy, &mut Actual),
) -> (Place, MissingKind) {
    let mut policy = (*default_policy()).clone();
    let mut actual = Actual::default();
    edit(&mut policy, &mut actual);
    let line = ("产出指标", "数量指标", "合格率", target, "10", "");
    let mut document = document(&[line], Rc::new(policy));
    document.header = Rc::new(Header {
        year: year.into(),
        ..Header::default()
    });
    change(&mut document, 0, |old| *old = actual);
    let first = evaluate(&document).missing.swap_remove(0);
    (first.place, first.what)
}

#[test]
fn what_is_missing_is_where_its_question_stands() {
    #[track_caller]
    fn at(field: RowField, target: &str, text: &str, edit: impl FnOnce(&mut Policy, &mut Actual)) {
        let (place, what) = first_missing("2022", target, |policy, actual| {
            actual.text = text.into();
            edit(policy, actual);
        });
        let wanted = Place::Row(Id::new("i1"), field);
        assert_eq!(
            (place, what),
            (wanted, MissingKind::Asks),
            "{target} {text}"
        );
    }
    at(RowField::Target, "11月前", "", |_, _| {});
    at(RowField::Target, "95%", "96%", |_, _| {});
    at(RowField::Actual, "≥95%", "0.95", |_, _| {});
    at(RowField::Actual, "显著加强", "较好", |_, _| {});
    at(RowField::Share, "显著加强", "", |_, actual| {
        actual.band = Some(Band::Partly);
        actual.share = "95".into();
    });
    at(RowField::Deduction, "≥10次", "20次", |policy, _| {
        policy.over.action = OverAction::Typed;
    });
    let year = Place::Header(HeaderField::Year);
    for (text, what) in [
        ("", MissingKind::NotReported),
        ("待定", MissingKind::Unreadable),
    ] {
        let found = first_missing(text, "12月31日前", |_, _| {});
        assert_eq!(found, (year.clone(), what), "{text}");
    }
}

#[test]
fn reevaluating_gives_the_same_and_keeps_unchanged_rows() {
    let before = table(default_policy(), "", ("100", "", "100"));
    let first = evaluate(&before);
    let mut after = before.clone();
    change(&mut after, 0, |actual| actual.text = "90个".into());
    let again = reevaluate(&after, &before, &first);
    assert_eq!(format!("{again:?}"), format!("{:?}", evaluate(&after)));
    assert!(Rc::ptr_eq(&again.rows[1], &first.rows[1]));
    assert!(!Rc::ptr_eq(&again.rows[0], &first.rows[0]));
}

/// How a table of this year reads a day without one, and whether it tells that its year names none.
fn year_of(text: &str) -> (Option<String>, bool) {
    let line = ("产出指标", "时效指标", "完工", "6月底前", "10", "");
    let mut document = document(&[line], default_policy());
    Rc::make_mut(&mut document.header).year = text.into();
    let evaluation = evaluate(&document);
    let target = evaluation.rows[0].target.value.as_ref();
    let told = |finding: &&jiping::finding::Finding| finding.kind == FindingKind::Year;
    (
        target.map(ToString::to_string),
        evaluation.findings.iter().find(told).is_some(),
    )
}

#[test]
fn a_year_is_read_however_it_is_written_and_told_where_it_is_none() {
    for text in [
        "2022",
        " 2022年 ",
        "2022年度",
        "２０２２",
        "2022 年度",
        "二〇二二年",
        "二○二二年度",
    ] {
        let (target, told) = year_of(text);
        assert!(target.is_some() && !told, "{text}");
    }
    assert_eq!(year_of(""), (None, false));
    for text in ["22", "本年", "2022-2024"] {
        assert_eq!(year_of(text), (None, true), "{text}");
    }
}
