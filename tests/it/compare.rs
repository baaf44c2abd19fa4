//! Two evaluations held against each other.

use std::rc::Rc;

use jiping::compare::{Comparison, RowChange, Standing, compare};
use jiping::decimal::Number;
use jiping::document::Document;
use jiping::edit::{Edit, HeaderField, List, RowField, Source, Stage, TaskField, apply};
use jiping::i18n::{Language, compare as words};
use jiping::policy::builtin;
use jiping::share;
use jiping::survey::Tally;
use jiping::table::{Id, Text};
use proptest::prelude::*;

use crate::support::{document::document, filled::filled_seed, seed};

fn edited(document: &Document, edits: impl IntoIterator<Item = Edit>) -> Document {
    apply(document, &Edit::Batch(edits.into_iter().collect())).expect("taken")
}

fn id(text: &str) -> Id {
    Id::new(text)
}

/// What is told about the rows, in Chinese: `修改 名称 [变化 变化]`.
fn told(comparison: &Comparison) -> Vec<String> {
    let mut told = Vec::new();
    for entry in &comparison.rows {
        let standing = words::standing(entry.standing(), Language::Chinese);
        let changes = entry.changes.iter();
        let changes: Vec<String> = changes
            .map(|change| words::row_change(change, Language::Chinese))
            .collect();
        told.push(format!("{standing} {}：{}", entry.name, changes.join(" ")));
    }
    told
}

#[track_caller]
fn differs(edits: impl IntoIterator<Item = Edit>, expected: &[&str]) {
    let before = filled_seed();
    let comparison = compare(&before, &edited(&before, edits));
    assert_eq!(told(&comparison), expected);
    assert!(!comparison.is_same());
}

fn row(at: &str, field: RowField, text: &str) -> Edit {
    Edit::Row(id(at), field, Text::from(text))
}

#[test]
fn cells_and_their_scores() {
    differs(
        [row("i12", RowField::Actual, "90%")],
        &["修改 项目监督检查调研覆盖率：实际完成值：“98%” → “90%” 得分：1.54 → 1.41"],
    );
    differs(
        [row("i1", RowField::Evidence, "花名册")],
        &["修改 保障人员人数：佐证材料：空 → “花名册”"],
    );
    differs(
        [row("i35", RowField::Target, ">=90%")],
        &["修改 问题整改落实率：指标值：“>=95%” → “>=90%” 得分：7.26 → 7.5"],
    );
}

#[test]
fn a_lock_changes_the_points_of_its_group() {
    let before = filled_seed();
    let after = edited(&before, [Edit::Lock(id("i1"), Some("2".into()))]);
    let told = told(&compare(&before, &after));
    let locked = "修改 保障人员人数：分值：空 → “2” 分值已锁定。 计算分值：1.25 → 2 得分：1.25 → 2";
    assert_eq!(told[0], locked);
    assert_eq!(told.len(), 10);
}

#[test]
fn rows_that_come_and_go() {
    let before = seed();
    let after = edited(
        &before,
        [
            Edit::Remove(List::Rows, id("i3")),
            Edit::Add(List::Rows, Some(id("i38"))),
        ],
    );
    let comparison = compare(&before, &after);
    let standings: Vec<(Standing, &str)> = comparison
        .rows
        .iter()
        .filter(|entry| entry.standing() != Standing::Changed)
        .map(|entry| (entry.standing(), entry.id.as_str()))
        .collect();
    assert_eq!(
        standings,
        [(Standing::Removed, "i3"), (Standing::Added, "i39")]
    );
}

#[test]
fn header_tasks_and_goals() {
    let before = filled_seed();
    let amount = TaskField::Amount(Stage::Executed, Source::Total);
    let after = edited(
        &before,
        [
            Edit::Header(HeaderField::Year, "2023".into()),
            Edit::Task(id("t1"), amount, "90".into()),
            Edit::Remove(List::Goals, id("g2")),
        ],
    );
    let comparison = compare(&before, &after);
    let said = |at: usize| words::task_change(&comparison.tasks[at].changes[0], Language::Chinese);
    assert_eq!(
        words::header_change(&comparison.header[0], Language::Chinese),
        "年度：“2022” → “2023”"
    );
    assert!(said(0).ends_with("→ “90”"), "{}", said(0));
    assert_eq!(comparison.goals[0].standing(), Standing::Removed);
    assert_ne!(
        comparison.before.totals.so_far,
        comparison.after.totals.so_far
    );
    assert_ne!(
        comparison.before.execution.rate,
        comparison.after.execution.rate
    );
}

#[test]
fn another_order_is_told() {
    let before = seed();
    let after = edited(&before, [Edit::Move(List::Rows, id("i2"), -1)]);
    let comparison = compare(&before, &after);
    assert!(comparison.moved && !comparison.is_same());
    assert_eq!(told(&comparison), [""; 0]);
}

#[test]
fn tables_of_two_years_are_paired_by_name() {
    let before = filled_seed();
    let mut after = before.clone();
    after.rows.reverse();
    for (at, row) in after.rows.iter_mut().enumerate() {
        Rc::make_mut(&mut row.indicator).id = Id::new(&format!("i{}", at + 1));
    }
    let comparison = compare(&before, &after);
    let gone = comparison.rows.iter();
    let gone = gone.filter(|entry| entry.standing() != Standing::Changed);
    assert_eq!(gone.count(), 0, "{:?}", told(&comparison));
}

#[test]
fn a_policy_says_what_it_changes() {
    let document = filled_seed();
    let hubei = builtin("hubei").expect("there");
    let comparison = share::policy_change(&document, &hubei);
    assert!(comparison.has_other_policy() && !comparison.is_same());
    assert_eq!(*comparison.before.policy, *hubei);
    assert!(comparison.rows.iter().all(|entry| {
        entry
            .changes
            .iter()
            .all(|change| matches!(change, RowChange::Points(..) | RowChange::Score(..)))
    }));
    assert!(!comparison.rows.is_empty());
    let said = words::policies(&comparison, Language::Chinese).expect("told");
    assert_eq!(
        said,
        "评分办法：“湖北”第 1 版 → “全国 2020（项目支出绩效评价）”第 1 版。"
    );
    assert!(share::policy_change(&document, &document.policy).is_same());
}

#[test]
fn all_words_are_there() {
    let number = |text: &str| Number::parse(text).expect(text);
    let tally = Tally {
        counts: ["4", "3", "2", "1", ""].map(Text::from),
        ..Tally::default()
    };
    let samples = [
        RowChange::Direction("正向".into(), "".into()),
        RowChange::Unit("".into(), "个".into()),
        RowChange::Locked(false),
        RowChange::Band(None, Some(jiping::actual::Band::Partly)),
        RowChange::Comparator(Some(jiping::value::Comparator::AtLeast), None),
        RowChange::Confirmed(None, Some(number("0.6"))),
        RowChange::Tally(Some(tally), None),
        RowChange::Unknown,
        RowChange::Score(None, Some(number("3.5"))),
    ];
    let chinese: Vec<String> = samples
        .iter()
        .map(|change| words::row_change(change, Language::Chinese))
        .collect();
    expect_test::expect![[r#"
        指标性质：“正向” → 空
        计量单位：空 → “个”
        分值已解锁。
        档次：无 → 部分达成预期指标并具有一定效果
        比较符：≥ → 无
        确认的完成值：无 → 0.6%
        满意度统计：4/3/2/1/–，满意率（很满意、满意） → 无
        附带的其他内容不同。
        得分：无 → 3.5"#]]
    .assert_eq(&chinese.join("\n"));
    let english: Vec<String> = samples
        .iter()
        .map(|change| words::row_change(change, Language::English))
        .collect();
    expect_test::expect![[r#"
        Direction: “正向” → empty
        Unit: empty → “个”
        The weight is unlocked now.
        Band: none → partly achieved, with some effect
        Comparator: ≥ → none
        Confirmed actual: none → 0.6%
        Satisfaction tally: 4/3/2/1/–, share satisfied (very satisfied, satisfied) → none
        Other fields differ.
        Score: none → 3.5"#]]
    .assert_eq(&english.join("\n"));
}

#[test]
fn the_summary_names_both_totals() {
    let before = filled_seed();
    let after = edited(&before, [row("i12", RowField::Actual, "")]);
    let comparison = compare(&before, &after);
    let said = |language| {
        words::summary(&comparison, language) + "\n" + &words::counts(&comparison, language)
    };
    assert_eq!(
        said(Language::Chinese),
        "总分：97.86（优） → 96.32（暂计）。\n新增 0 行，删除 0 行，修改 1 行。"
    );
    assert_eq!(
        said(Language::English),
        "Total: 97.86 (Excellent) → 96.32 (so far).\nRows: 0 added, 0 removed, 1 changed."
    );
    let same = compare(&before, &before);
    assert_eq!(words::summary(&same, Language::Chinese), "两份自评相同。");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_document_is_the_same_as_itself(document in document()) {
        prop_assert!(compare(&document, &document.clone()).is_same());
    }

    #[test]
    fn what_is_added_one_way_is_removed_the_other(a in document(), b in document()) {
        let (there, back) = (compare(&a, &b), compare(&b, &a));
        let count = |comparison: &Comparison, standing: Standing| {
            let rows = comparison.rows.iter().map(jiping::compare::Entry::standing);
            rows.filter(|found| *found == standing).count()
        };
        let matched = a.rows.len() - count(&there, Standing::Removed);
        prop_assert_eq!(matched, b.rows.len() - count(&there, Standing::Added));
        prop_assert_eq!(count(&back, Standing::Added) <= a.rows.len(), true);
    }
}
