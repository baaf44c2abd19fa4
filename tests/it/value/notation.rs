//! How tests and `docs/GRAMMAR.md` write down a reading: the value, then what is said about it.
//!
//! `≥95%`, `=98%; assumed ≥`, `2022年12月31日前`, `“是” yes`, `–; unreadable`.

use jiping::value::{
    Achieved, Comparator, ComparatorSource, Issue, IssueKind, Reading, Value, Words, WordsKind,
};

/// A target as read.
pub fn target(reading: &Reading<Value>) -> String {
    let value = reading.value.as_ref().map(|value| match value {
        Value::Quantity(quantity) if quantity.source == ComparatorSource::Assumed => {
            assert_eq!(quantity.comparator, Comparator::Equal);
            format!("={value}")
        }
        Value::Words(words) => self::words(words),
        _ => value.to_string(),
    });
    line(value, &reading.issues)
}

/// An actual as read.
pub fn actual(reading: &Reading<Achieved>) -> String {
    let value = reading.value.as_ref().map(|value| match value {
        Achieved::Words(words) => self::words(words),
        _ => value.to_string(),
    });
    line(value, &reading.issues)
}

/// Anything else as read.
pub fn number(reading: &Reading<jiping::decimal::Number>) -> String {
    line(
        reading.value.map(|number| number.to_string()),
        &reading.issues,
    )
}

fn words(words: &Words) -> String {
    let kind = match words.kind {
        WordsKind::Yes => " yes".to_owned(),
        WordsKind::No => " no".to_owned(),
        WordsKind::Band(band) => format!(" band {band}"),
        WordsKind::Other => String::new(),
    };
    format!("“{}”{kind}", words.text)
}

fn line(value: Option<String>, issues: &[Issue]) -> String {
    let mut parts = vec![value.unwrap_or_else(|| "–".to_owned())];
    parts.extend(issues.iter().map(|issue| said(&issue.kind)));
    parts.join("; ")
}

/// An issue in a word or two.
pub fn said(kind: &IssueKind) -> String {
    match kind {
        IssueKind::ComparatorAssumed { suggested: None } | IssueKind::DeadlineAssumed => {
            "assumed".to_owned()
        }
        IssueKind::ComparatorAssumed {
            suggested: Some(suggested),
        } => format!("assumed {suggested}"),
        IssueKind::WhichDay { suggested } => format!("which day {suggested}"),
        IssueKind::SpreadsheetDate { day } => format!("spreadsheet date {day}"),
        IssueKind::Misread { suggested } => format!("misread {suggested}"),
        IssueKind::ShareOrPercent { number } => format!("share or percent {number}"),
        IssueKind::WhichUnit { readings, .. } => readings.join(" or "),
        IssueKind::OfferedFromName { text } => format!("offered {text}"),
        other => {
            let mut out = String::new();
            for c in format!("{other:?}").chars() {
                if c.is_ascii_uppercase() && !out.is_empty() {
                    out.push(' ');
                }
                out.push(c.to_ascii_lowercase());
            }
            out
        }
    }
}
