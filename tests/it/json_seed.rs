//! The seed table in `www/data` is the published one, character by character.

use crate::support::{example, seed, shared};
use jiping::document::json::{open, save};

const PUBLISHED: &str = "seed/000_3cbdb8ee36d44a4b.txt";

/// The published table's cells, row by row.
fn published() -> Option<Vec<Vec<String>>> {
    let text = shared(PUBLISHED)?;
    let lines = text.lines().filter(|line| line.starts_with('|'));
    let cells = |line: &str| {
        let line = line.trim().trim_start_matches('|').trim_end_matches('|');
        line.split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    Some(lines.map(cells).collect())
}

/// What is not empty, from the end.
fn filled(row: &[String]) -> Vec<&str> {
    let cells = row.iter().map(String::as_str);
    cells.filter(|cell| !cell.is_empty()).collect()
}

#[test]
fn the_seed_has_38_indicators_3_tasks_3_goals() {
    let seed = seed();
    assert_eq!(
        (seed.rows.len(), seed.tasks.len(), seed.goals.len()),
        (38, 3, 3)
    );
    assert!(seed.rows.iter().all(|row| row.indicator.weight.is_empty()));
    assert_eq!(&*seed.header.unit, "新疆巴州世界银行贷款项目执行办公室");
    assert_eq!(&*seed.header.year, "2022");
    let outputs = seed
        .rows
        .iter()
        .filter(|row| &*row.indicator.level1 == "产出指标");
    assert_eq!(outputs.count(), 30);
}

#[test]
fn the_indicators_are_the_published_ones() {
    let Some(rows) = published() else { return };
    let start = rows
        .iter()
        .position(|row| row.contains(&"指标值".to_owned()))
        .expect("head");
    let mut level1 = "产出指标".to_owned();
    let mut expected = Vec::new();
    for row in &rows[start + 1..] {
        let cells = filled(row);
        if cells.len() < 3 {
            continue;
        }
        let at = cells.len() - 3;
        if at > 0 && cells[at - 1] != "年度绩效指标" {
            cells[at - 1].clone_into(&mut level1);
        }
        expected.push([
            level1.clone(),
            cells[at].into(),
            cells[at + 1].into(),
            cells[at + 2].into(),
        ]);
    }
    expected.retain(|row| !row[2].starts_with("---"));
    let seed = seed();
    let found: Vec<_> = seed
        .rows
        .iter()
        .map(|row| {
            let indicator = &row.indicator;
            [
                &indicator.level1,
                &indicator.level2,
                &indicator.name,
                &indicator.target,
            ]
            .map(|cell| cell.to_string())
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn tasks_and_goals_are_the_published_ones() {
    let Some(rows) = published() else { return };
    let seed = seed();
    for task in &seed.tasks {
        let expected = [
            &*task.name,
            &task.content,
            &task.initial.total,
            &task.initial.fiscal,
        ];
        let found = rows.iter().any(|row| {
            let cells = filled(row);
            cells.ends_with(&expected)
        });
        assert!(found, "{expected:?}");
    }
    let goals: Vec<&str> = seed.goals.iter().map(|goal| &*goal.text).collect();
    let goals = goals.join(" ");
    assert!(rows.iter().any(|row| row.contains(&goals)), "{goals}");
    assert!(
        rows.iter()
            .any(|row| filled(row).contains(&&*seed.header.unit))
    );
}

#[test]
fn the_project_example_weighs_90_and_survives_saving() {
    let document = example();
    let weights = document
        .rows
        .iter()
        .map(|row| row.indicator.weight.parse::<u32>());
    let sum: u32 = weights.map(|weight| weight.expect("a whole number")).sum();
    assert_eq!((document.rows.len(), sum), (14, 90));
    let again = open(save(&document).as_bytes()).expect("reads");
    assert_eq!(again.document, document);
}
