//! Real published texts: what each is read as, by line and hash, without the texts themselves.
//!
//! The texts are no part of the repository. They are looked for beside it, in `../shared/corpus`, or in the
//! folder that `JIPING_SHARED` names; where they are absent the test says so and passes.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use sha2::{Digest, Sha256};

use crate::value::notation::said;
use jiping::value::meet::{Outcome, hold};
use jiping::value::parse::{read_actual, read_target};
use jiping::value::{
    Achieved, Comparator, ComparatorSource, Context, Edge, Issue, Value, When, WordsKind,
};

/// The corpus folder, if it is there.
fn corpus() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let shared = std::env::var_os("JIPING_SHARED").map_or_else(beside, PathBuf::from);
    let corpus = shared.join("corpus");
    if corpus.is_dir() {
        return Some(corpus);
    }
    println!("skipped: no corpus at {}", corpus.display());
    None
}

/// The first 8 hex digits of the SHA-256.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn comparator(comparator: Comparator, source: ComparatorSource) -> String {
    let name = match source {
        ComparatorSource::Written => "",
        ComparatorSource::Name => " by name",
        ComparatorSource::Assumed => " assumed",
        ComparatorSource::Answered => " answered",
    };
    format!("{comparator}{name}")
}

fn unit(unit: Option<&jiping::value::unit::Unit>) -> String {
    unit.map_or_else(|| "-".to_owned(), ToString::to_string)
}

fn edge(edge: Edge) -> String {
    format!(
        "{}{}",
        edge.number,
        if edge.included { "" } else { " (out)" }
    )
}

fn words(kind: WordsKind) -> String {
    match kind {
        WordsKind::Yes => "yes".to_owned(),
        WordsKind::No => "no".to_owned(),
        WordsKind::Band(band) => format!("band {band}"),
        WordsKind::Other => "words".to_owned(),
    }
}

/// Kind, comparator, number and unit of a target.
fn target(value: &Value) -> String {
    match value {
        Value::Quantity(q) => format!(
            "quantity | {} | {} | {}",
            comparator(q.comparator, q.source),
            q.number,
            unit(q.unit.as_ref())
        ),
        Value::Range(range) => format!(
            "range | {} to {} | {}",
            edge(range.low),
            edge(range.high),
            unit(range.unit.as_ref())
        ),
        Value::Deadline(deadline) => format!("deadline | {deadline}"),
        Value::Words(said) => format!("words | {}", words(said.kind)),
    }
}

/// Kind, number and unit of an actual.
fn actual(value: &Achieved) -> String {
    match value {
        Achieved::Quantity { number, unit } => format!("{number} | {}", self::unit(unit.as_ref())),
        Achieved::Date(When::Day(day)) => format!("day {day}"),
        Achieved::Date(when) => format!("date {when}"),
        Achieved::Words(said) => words(said.kind),
    }
}

/// What is said, without what it quotes of the text.
fn codes(issues: &[Issue]) -> String {
    let codes = issues.iter().map(|issue| {
        let said = said(&issue.kind);
        let plain = said.split_once(" offered").map(|_| "offered".to_owned());
        plain.unwrap_or(said)
    });
    let codes: Vec<String> = codes.collect();
    if codes.is_empty() {
        String::new()
    } else {
        format!(" | {}", codes.join(", "))
    }
}

/// Where the actual stands, in a word.
fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Quantity { verdict, order, .. } => format!("{verdict:?} {order:?}"),
        Outcome::Range { side, .. } => format!("{side:?}"),
        Outcome::Deadline { timing, .. } => format!("{timing:?}"),
        Outcome::Words(matched) => format!("{matched:?}"),
        Outcome::Unusable => "unusable".to_owned(),
    }
}

#[test]
fn target_texts() {
    let Some(corpus) = corpus() else { return };
    let texts = fs::read_to_string(corpus.join("target_texts.txt")).unwrap();
    let context = Context {
        year: Some(2022),
        ..Context::default()
    };
    let mut found = String::new();
    for (line, text) in texts.lines().enumerate() {
        let reading = read_target(text, &context);
        let value = reading
            .value
            .as_ref()
            .map_or_else(|| "refused".to_owned(), target);
        writeln!(
            found,
            "{:03} {} {value}{}",
            line + 1,
            hash(text),
            codes(&reading.issues)
        )
        .unwrap();
    }
    expect_file!["../golden/corpus/target_texts.txt"].assert_eq(&found);
}

#[test]
fn tables() {
    let Some(corpus) = corpus() else { return };
    let mut files: Vec<PathBuf> = fs::read_dir(corpus.join("tables"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut found = String::new();
    for path in files {
        let table: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let number: String = path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .chars()
            .take(2)
            .collect();
        let year = table["year"]
            .as_str()
            .and_then(|year| year.get(..4)?.parse().ok());
        for (row, indicator) in table["indicators"].as_array().unwrap().iter().enumerate() {
            let name = indicator["name"].as_str().unwrap_or_default();
            writeln!(
                found,
                "{number}.{:02} {}",
                row + 1,
                row_of(indicator, name, year)
            )
            .unwrap();
        }
    }
    expect_file!["../golden/corpus/tables.txt"].assert_eq(&found);
}

/// One indicator: its target, its actual, and how they meet.
fn row_of(indicator: &serde_json::Value, name: &str, year: Option<u16>) -> String {
    let text = |field: &str| indicator[field].as_str().unwrap_or_default();
    let (target_text, actual_text) = (text("target_text"), text("actual_text"));
    let context = Context {
        name,
        year,
        target: target_text,
        ..Context::default()
    };
    let wanted = read_target(target_text, &context);
    let got = read_actual(actual_text, wanted.value.as_ref(), &context);
    let mut line = hash(&format!("{name}\n{target_text}\n{actual_text}"));
    let value = wanted
        .value
        .as_ref()
        .map_or_else(|| "refused".to_owned(), target);
    write!(line, " {value}{}", codes(&wanted.issues)).unwrap();
    let value = got
        .value
        .as_ref()
        .map_or_else(|| "refused".to_owned(), actual);
    write!(line, " << {value}{}", codes(&got.issues)).unwrap();
    if let (Some(target), Some(achieved)) = (&wanted.value, &got.value) {
        let meeting = hold(target, achieved, &context);
        write!(
            line,
            " << {}{}",
            outcome(&meeting.outcome),
            codes(&meeting.issues)
        )
        .unwrap();
    }
    line
}
