//! Points dealt to rows.

use std::rc::Rc;

use jiping::decimal::Number;
use jiping::policy::{builtin, default_policy};
use jiping::weight::{Allocation, WeightFinding, WeightSource, allocate, label_points};
use proptest::prelude::*;

use crate::simple::{Line, document};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

/// A row that only has labels and perhaps a weight.
fn line<'a>(level1: &'a str, level2: &'a str, weight: &'a str) -> Line<'a> {
    (level1, level2, "事项", "=1个", weight, "")
}

fn dealt(lines: &[Line<'_>], policy: &str) -> Allocation {
    let document = document(lines, builtin(policy).unwrap());
    allocate(&document.rows, &document.policy)
}

fn points(allocation: &Allocation) -> Vec<String> {
    allocation
        .weights
        .iter()
        .map(|w| w.points.to_string())
        .collect()
}

#[track_caller]
fn deals(lines: &[Line<'_>], expected: &[&str]) -> Allocation {
    let allocation = dealt(lines, "national-2020");
    assert_eq!(points(&allocation), expected);
    allocation
}

#[test]
fn labels_carry_points() {
    let points = |label: &str| label_points(label).map(|n| n.to_string());
    assert_eq!(points("产出指标(50分)").as_deref(), Some("50"));
    assert_eq!(points("产出指标（50）").as_deref(), Some("50"));
    assert_eq!(points("产出指标（５０分）").as_deref(), Some("50"));
    assert_eq!(points("效益指标 30分").as_deref(), Some("30"));
    assert_eq!(points("效益指标【22.5分】").as_deref(), Some("22.5"));
    assert_eq!(points("年度绩效目标1(40分)").as_deref(), Some("40"));
    assert_eq!(points("年度绩效目标1"), None);
    assert_eq!(points("产出指标"), None);
    assert_eq!(points("产出指标（续）"), None);
    assert_eq!(points(""), None);
}

#[test]
fn a_share_is_dealt_to_groups_then_rows_and_adds_up() {
    let rows = [
        line("产出指标", "数量指标", ""),
        line("产出指标", "数量指标", ""),
        line("产出指标", "质量指标", ""),
        line("产出指标", "时效指标", ""),
        line("效益指标", "社会效益指标", ""),
        line("满意度指标", "满意度指标", ""),
        line("满意度指标", "满意度指标", ""),
        line("满意度指标", "满意度指标", ""),
    ];
    // 50 over three groups: 16.67, 16.67, 16.66; the first of them over two rows: 8.34, 8.33.
    let expected = [
        "8.34", "8.33", "16.67", "16.66", "30", "3.34", "3.33", "3.33",
    ];
    deals(&rows, &expected);
}

#[test]
fn a_group_split_over_a_page_break_is_one_group() {
    let rows = [
        line("产出指标", "数量指标", ""),
        line("产出指标", "质量指标", ""),
        line("产出指标", "数量指标", ""),
        line("效益指标", "社会效益指标", ""),
        line("满意度指标", "满意度指标", ""),
    ];
    deals(&rows, &["12.5", "25", "12.5", "30", "10"]);
}

#[test]
fn a_share_without_indicators_moves_and_says_so() {
    let no_satisfaction = [
        line("产出指标", "数量指标", ""),
        line("效益指标", "社会效益", ""),
    ];
    let allocation = deals(&no_satisfaction, &["50", "40"]);
    assert!(matches!(
        allocation.findings[0].0,
        WeightFinding::ShareMoved { points, .. } if points == number("10")
    ));
    deals(&[line("产出指标", "数量指标", "")], &["90"]);
}

#[test]
fn labels_with_points_are_the_shares() {
    let rows = [
        line("决策(10分)", "绩效目标", ""),
        line("产出指标(60分)", "数量指标", ""),
        line("产出指标(60分)", "质量指标(15分)", ""),
        line("效益指标(20分)", "社会效益指标", ""),
        line("满意度指标(10分)", "满意度指标", ""),
    ];
    deals(&rows, &["10", "45", "15", "20", "10"]);
}

#[test]
fn printed_weights_stand_and_blank_rows_beside_them_are_sub_items() {
    let rows = [
        line("产出指标", "数量指标", "20"),
        line("产出指标", "数量指标", ""),
        line("产出指标", "质量指标", "15"),
        line("效益指标", "社会效益指标", "30"),
        line("满意度指标", "满意度指标", "10"),
    ];
    let allocation = deals(&rows, &["20", "0", "15", "30", "10"]);
    assert_eq!(allocation.weights[1].source, WeightSource::SubRow);
    let differs = WeightFinding::TotalDiffers {
        found: number("75"),
        expected: number("90"),
    };
    assert_eq!(allocation.findings[0].0, differs);
}

#[test]
fn placeholders_take_no_share() {
    let rows = [
        ("产出指标", "数量指标", "事项", "=1个", "", ""),
        ("效益指标", "社会效益指标", "事项", "=1个", "", ""),
        ("效益指标", "生态效益指标", "/", "", "", ""),
        ("效益指标", "经济效益指标", "无", "", "", ""),
        ("满意度指标", "满意度指标", "……", "", "", ""),
    ];
    let allocation = deals(&rows, &["50", "40", "0", "0", "0"]);
    assert_eq!(allocation.weights[2].source, WeightSource::Placeholder);
    // A dash or a 0 as their weight is as good as a blank.
    let rows = [
        ("产出指标", "数量指标", "事项", "=1个", "50", ""),
        ("效益指标", "社会效益指标", "事项", "=1个", "30", ""),
        ("效益指标", "生态效益指标", "/", "/", "/", "/"),
        ("效益指标", "经济效益指标", "不涉及", "无", "0", "无"),
        ("满意度指标", "满意度指标", "满意度", "≥90%", "10", ""),
    ];
    let allocation = deals(&rows, &["50", "30", "0", "0", "10"]);
    assert_eq!(allocation.weights[2].source, WeightSource::Placeholder);
    assert_eq!(allocation.weights[3].source, WeightSource::Placeholder);
    assert!(allocation.findings.is_empty());
}

#[test]
fn an_unknown_level_1_without_weights_asks() {
    let rows = [line("其他", "事项", ""), line("产出指标", "数量指标", "")];
    let allocation = dealt(&rows, "national-2020");
    assert_eq!(allocation.weights[0].source, WeightSource::Unknown);
    let told = allocation
        .findings
        .iter()
        .any(|(f, _)| *f == WeightFinding::UnknownPart);
    assert!(told);
}

#[test]
fn the_2021_shares_want_a_level_1_cost() {
    let without = [
        line("产出指标", "数量指标", ""),
        line("产出指标", "成本指标", ""),
        line("效益指标", "社会效益指标", ""),
        line("满意度指标", "满意度指标", ""),
    ];
    let allocation = dealt(&without, "national-2021");
    assert_eq!(points(&allocation), ["25", "25", "30", "10"]);
    assert_eq!(allocation.findings[0].0, WeightFinding::CostUnderOutput);
    let with = [
        line("成本指标", "经济成本指标", ""),
        line("产出指标", "数量指标", ""),
        line("效益指标", "社会效益指标", ""),
        line("满意度指标", "满意度指标", ""),
    ];
    assert_eq!(
        points(&dealt(&with, "national-2021")),
        ["20", "40", "20", "10"]
    );
}

/// Three rows of one group worth 50, some of them locked.
fn locked(weights: [&str; 3]) -> Allocation {
    let mut lines = vec![
        line("产出指标", "数量指标", ""),
        line("产出指标", "数量指标", ""),
        line("产出指标", "数量指标", ""),
        line("效益指标", "社会效益指标", ""),
        line("满意度指标", "满意度指标", ""),
    ];
    for (line, weight) in lines.iter_mut().zip(weights) {
        line.4 = weight;
    }
    let mut document = document(&lines, default_policy());
    for row in &mut document.rows {
        let mut indicator = (*row.indicator).clone();
        indicator.locked = !indicator.weight.is_empty();
        row.indicator = Rc::new(indicator);
    }
    allocate(&document.rows, &document.policy)
}

#[test]
fn a_lock_takes_from_its_group_and_the_rest_share_the_remainder() {
    let first_three = |weights| points(&locked(weights))[..3].to_vec();
    assert_eq!(first_three(["", "20", ""]), ["15", "20", "15"]);
    assert_eq!(first_three(["10.01", "", ""]), ["10.01", "20", "19.99"]);
    assert_eq!(first_three(["30", "20", ""]), ["30", "20", "0"]);
    let above = WeightFinding::LocksAboveShare {
        share: number("50"),
        locked: number("60"),
    };
    assert_eq!(locked(["30", "30", ""]).findings[0].0, above);
    let short = WeightFinding::PartDiffers {
        found: number("40"),
        expected: number("50"),
    };
    assert_eq!(locked(["10", "20", "10"]).findings[0].0, short);
}

#[test]
fn an_unreadable_weight_is_told() {
    let allocation = dealt(&[line("产出指标", "数量指标", "十几")], "national-2020");
    assert_eq!(allocation.findings[0].0, WeightFinding::Unreadable);
}

proptest! {
    #[test]
    fn allocated_weights_always_add_up(
        labels in prop::collection::vec((0_usize..3, 0_usize..4), 1..60)
    ) {
        const LEVEL_1: [&str; 3] = ["产出指标", "效益指标", "满意度指标"];
        const LEVEL_2: [&str; 4] = ["甲", "乙", "丙", "丁"];
        let lines: Vec<Line<'_>> = labels
            .iter()
            .map(|&(a, b)| line(LEVEL_1[a], LEVEL_2[b], ""))
            .collect();
        let allocation = dealt(&lines, "national-2020");
        let sum = Number::sum(allocation.weights.iter().map(|w| w.points));
        let has_heir = labels.iter().any(|&(a, _)| a < 3);
        prop_assert!(has_heir);
        prop_assert_eq!(sum, Some(number("90")));
    }
}
