//! The word list holds the field's vocabulary, nothing of any table, and never changes.

use std::collections::BTreeSet;

use jiping::document::Document;
use sha2::{Digest, Sha256};

use crate::support::measured::{benchmark, published};
use crate::support::{example, seed, shared};

const LIST: &str = include_str!("../../../src/share/words.txt");

/// Labels of the national form that some tables use as names too.
const LABELS: [&str; 8] = [
    "年度资金总额",
    "其他资金",
    "可持续影响",
    "社会效益",
    "满意度",
    "服务对象满意度",
    "预算执行率",
    "项目管理",
];

#[test]
fn released_links_name_its_entries_by_position() {
    let hash = Sha256::digest(LIST.as_bytes());
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        hex, "82d5db744e11d9a48f52697bdeeffa2e2d5583992e540b92902b641863c7acdb",
        "the list of version 1 never changes"
    );
}

#[test]
fn no_entry_is_a_row_of_a_table_or_a_number() {
    let mut documents = vec![seed(), example()];
    documents.extend(shared("bench/filled-seed.json").map(|json| benchmark(&json)));
    let tables = crate::support::shared_folder("corpus/tables");
    documents.extend(tables.iter().map(|json| published(json)));
    let cells: BTreeSet<String> = documents.iter().flat_map(cells).collect();
    let rows: Vec<&str> = LIST
        .split_whitespace()
        .filter(|word| cells.contains(*word) && !LABELS.contains(word))
        .collect();
    assert_eq!(rows, [""; 0]);
    for word in LIST.split_whitespace() {
        let known = jiping::policy::builtin(word).is_some();
        assert!(
            known || !word.contains(|c: char| c.is_ascii_digit()),
            "{word}"
        );
    }
}

/// The names and sentences of a document.
fn cells(document: &Document) -> Vec<String> {
    let mut cells = Vec::new();
    for task in &document.tasks {
        cells.extend([task.name.to_string(), task.content.to_string()]);
    }
    cells.extend(document.goals.iter().map(|goal| goal.text.to_string()));
    for row in &document.rows {
        cells.extend([
            row.indicator.name.to_string(),
            row.actual.reason.to_string(),
        ]);
    }
    cells.retain(|cell| !cell.is_empty());
    cells
}
