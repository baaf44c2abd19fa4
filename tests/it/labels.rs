//! What level labels say: which part they mean, what they carry, where they go on.

use jiping::edit::RowField;
use jiping::finding::{FindingKind, Place};
use jiping::policy::{builtin, default_policy};
use jiping::scoring::evaluate;
use jiping::table::Level1;
use jiping::weight::{WeightFinding, label_points};

use crate::simple::{Line, document, task};

#[track_caller]
fn means(label: &str, level1: Level1) {
    assert_eq!(Level1::of(label), level1, "{label}");
}

#[test]
fn which_part_a_label_means() {
    means("产出指标(50分)", Level1::Output);
    means("一、产出指标", Level1::Output);
    means("项目产出", Level1::Output);
    means("产 出\n指 标", Level1::Output);
    means("产　出", Level1::Output);
    means("产出指标（含成本）", Level1::Output);
    means("项目效果", Level1::Benefit);
    means("效益及满意度指标", Level1::Benefit);
    means("满意度指标(10分)", Level1::Satisfaction);
    means("服务对象满意度", Level1::Satisfaction);
    means("成本指标", Level1::Cost);
    means("部门管理", Level1::Other);
    means("履职效能", Level1::Other);
    means("", Level1::Other);
}

#[track_caller]
fn carries(label: &str, points: Option<&str>) {
    let found = label_points(label).map(|points| points.to_string());
    assert_eq!(found.as_deref(), points, "{label}");
}

#[test]
fn what_a_label_carries() {
    carries("产 出 指 标（ 50 分 ）", Some("50"));
    carries("产出指标（满分50分）", Some("50"));
    carries("产出指标（权重：50%）", Some("50"));
    carries("产出指标\n（50）", Some("50"));
    carries("一、产出指标", None);
    carries("产出指标（第1批）", None);
}

/// The weights of rows with these labels and weights, named by letters.
fn weights(lines: &[(&str, &str, &str)], policy: &str) -> (Vec<String>, Vec<WeightFinding>) {
    let lines: Vec<Line<'_>> = lines
        .iter()
        .map(|&(level1, level2, weight)| (level1, level2, "事项", "=1个", weight, ""))
        .collect();
    let evaluation = evaluate(&document(&lines, builtin(policy).unwrap()));
    let points = evaluation.rows.iter().map(|row| row.weight.points);
    let told = evaluation.findings.iter().filter_map(|f| match &f.kind {
        FindingKind::Weight(told) => Some(told.clone()),
        _ => None,
    });
    (points.map(|p| p.to_string()).collect(), told.collect())
}

#[track_caller]
fn deals(lines: &[(&str, &str, &str)], points: &[&str]) -> Vec<WeightFinding> {
    let (found, told) = weights(lines, "national-2020");
    assert_eq!(found, points, "{told:?}");
    told
}

#[test]
fn a_blank_label_goes_on_from_the_row_above() {
    let rows = [
        ("产出指标", "数量指标", ""),
        ("", "", ""),
        ("", "质量指标", ""),
        ("产出指标", "", ""),
        ("效益指标", "", ""),
        ("", "", ""),
        ("满意度指标", "满意度指标", ""),
    ];
    let points = ["12.5", "12.5", "12.5", "12.5", "15", "15", "10"];
    assert_eq!(deals(&rows, &points), []);
    let first = [("", "", ""), ("产出指标", "", "90")];
    assert_eq!(deals(&first, &["0", "90"]), [WeightFinding::UnknownPart]);
}

#[test]
fn a_part_without_points_in_the_policy_asks_for_weights() {
    let rest = [
        ("产出", "数量", ""),
        ("效益", "社会", ""),
        ("满意度", "", ""),
    ];
    let cost = [("成本指标", "经济成本", "")];
    let told = deals(&[&cost[..], &rest].concat(), &["0", "50", "30", "10"]);
    assert_eq!(told, [WeightFinding::UnknownPart]);
    let row = ("成本指标", "经济成本", "甲", "≤5万元", "", "5万元");
    let other = ("产出指标", "数量指标", "乙", "=1个", "", "1个");
    let evaluation = evaluate(&document(&[row, other], default_policy()));
    assert_eq!(
        (evaluation.rows[0].score, evaluation.totals.grade),
        (None, None)
    );
    let place = Place::Row(evaluation.rows[0].id.clone(), RowField::Weight);
    assert_eq!(evaluation.missing[0].place, place);
    // Where nothing else is there, the points move to it.
    assert_eq!(deals(&cost, &["90"]).len(), 3);
}

#[test]
fn spaces_and_widths_do_not_make_another_part() {
    let rows = [
        ("产出指标（50分）", "数量指标", ""),
        ("产 出 指 标(50分)", "数量\n指标", ""),
        ("效益指标", "社会效益", ""),
        ("满意度指标", "满意度指标", ""),
    ];
    assert_eq!(deals(&rows, &["25", "25", "30", "10"]), []);
}

fn total(found: &str, expected: &str) -> WeightFinding {
    let number = |text| jiping::decimal::Number::parse(text).unwrap();
    let (found, expected) = (number(found), number(expected));
    WeightFinding::TotalDiffers { found, expected }
}

fn part(found: &str, expected: &str) -> WeightFinding {
    let number = |text| jiping::decimal::Number::parse(text).unwrap();
    let (found, expected) = (number(found), number(expected));
    WeightFinding::PartDiffers { found, expected }
}

#[test]
fn weights_that_do_not_make_their_share_are_told() {
    let rest = [("效益指标", "乙", ""), ("满意度指标", "丙", "")];
    // A printed group above its part's share leaves the other group nothing.
    let above = [("产出指标", "甲", "60"), ("产出指标", "乙", "")];
    let told = deals(&[above, rest].concat(), &["60", "0", "30", "10"]);
    assert_eq!(told, [part("60", "50"), total("100", "90")]);
    // Numbers in labels.
    let labels = [("产出(60分)", "甲", ""), ("效益(30分)", "乙", "")];
    assert_eq!(deals(&labels, &["60", "30"]), []);
    let labels = [("目标1（40分）", "", ""), ("目标2（40分）", "", "")];
    assert_eq!(deals(&labels, &["40", "40"]), [total("80", "90")]);
    let groups = [("产出指标", "甲(20分)", ""), ("产出指标", "乙(20分)", "")];
    let told = deals(&[groups, rest].concat(), &["20", "20", "30", "10"]);
    assert_eq!(told, [part("40", "50"), total("80", "90")]);
    let groups = [("产出指标", "甲(30分)", "25"), ("产出指标", "乙", "25")];
    let rest = [("效益指标", "乙", "30"), ("满意度指标", "丙", "10")];
    let told = deals(&[groups, rest].concat(), &["25", "25", "30", "10"]);
    assert_eq!(told, [part("25", "30")]);
}

#[test]
fn weights_carry_their_unit() {
    let rows = [
        ("产出指标", "甲", "50分"),
        ("效益指标", "乙", "30%"),
        ("满意度", "丙", "１０ 分"),
    ];
    assert_eq!(deals(&rows, &["50", "30", "10"]), []);
}

#[test]
fn cost_under_output_is_told_whatever_the_weights() {
    let told = |lines: &[(&str, &str, &str)]| weights(lines, "national-2021").1;
    let printed = [
        ("产出指标", "成本指标", "50"),
        ("效益指标", "乙", "30"),
        ("满意度指标", "丙", "10"),
    ];
    assert_eq!(told(&printed), [WeightFinding::CostUnderOutput]);
    let both = [
        ("成本指标", "甲", ""),
        ("产出指标", "成本指标", ""),
        ("效益指标", "乙", ""),
        ("满意度指标", "丙", ""),
    ];
    assert_eq!(told(&both), [WeightFinding::CostUnderOutput]);
}

#[test]
fn budget_execution_inside_the_list_is_told() {
    let told = |level1, name| {
        let rest = [
            ("产出指标", "数量指标", "甲", "=1个", "50", "1个"),
            ("效益指标", "社会效益", "乙", "=1个", "30", "1个"),
            ("满意度指标", "满意度", "丙", "=1个", "10", "1个"),
        ];
        let row = (level1, "预算管理", name, "=100%", "10", "100%");
        let lines: Vec<Line<'_>> = [row].into_iter().chain(rest).collect();
        let mut document = document(&lines, default_policy());
        document.tasks = vec![task(0, "100", "", "100")];
        let findings = evaluate(&document).findings;
        let wanted = FindingKind::Weight(WeightFinding::ExecutionInList);
        findings.iter().any(|finding| finding.kind == wanted)
    };
    assert!(told("管理(10分)", "预算执行率"));
    assert!(told("管理", "★ 预算执行率（10分）"));
    assert!(told("预算执行率(10分)", "执行情况"));
    assert!(!told("管理(10分)", "预算执行进度（7月）"));
    assert!(!told("预算管理", "预算编制完整性"));
}

#[test]
fn a_cost_indicator_is_checked_wherever_it_stands() {
    let heavy = |level1, level2| {
        let row = (level1, level2, "单价", "≤5万元", "6", "5万元");
        let findings = evaluate(&document(&[row], builtin("shanxi").unwrap())).findings;
        let told = |kind: &FindingKind| matches!(kind, FindingKind::Check(_));
        findings.iter().filter(|f| told(&f.kind)).count()
    };
    assert_eq!(heavy("成本指标", "经济成本指标"), 1);
    assert_eq!(heavy("产出指标", "成本指标"), 1);
    assert_eq!(heavy("产出指标", "数量指标"), 0);
}
