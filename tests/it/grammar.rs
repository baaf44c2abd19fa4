//! `docs/GRAMMAR.md` holds tables of `text → reading`; every row is read.

use crate::value::notation;
use jiping::value::meet::hold;
use jiping::value::parse::{read_actual, read_amount, read_target};
use jiping::value::{Context, IssueKind};

const GRAMMAR: &str = include_str!("../../docs/GRAMMAR.md");

/// The cells of a row of a Markdown table, without the ticks around them.
fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.strip_prefix('|')?.strip_suffix('|')?;
    let plain = |cell: &str| {
        let cell = cell.trim();
        let bare = cell
            .strip_prefix('`')
            .and_then(|cell| cell.strip_suffix('`'));
        bare.unwrap_or(cell).replace("\\|", "|")
    };
    Some(inner.split(" | ").map(plain).collect())
}

#[test]
fn every_row_reads_as_it_says() {
    let mut head: Vec<String> = Vec::new();
    let mut count = 0;
    for line in GRAMMAR.lines() {
        let Some(row) = cells(line) else {
            head.clear();
            continue;
        };
        if head.is_empty() {
            head = row;
            continue;
        }
        if row.iter().all(|cell| cell.starts_with("---")) {
            continue;
        }
        assert_eq!(row.len(), head.len(), "{line}");
        let columns: Vec<&str> = head.iter().map(String::as_str).collect();
        let context = Context {
            year: Some(2022),
            ..Context::default()
        };
        let found = match columns[..] {
            ["target", "reading", ..] => notation::target(&read_target(&row[0], &context)),
            ["actual", "reading", ..] => notation::actual(&read_actual(&row[0], None, &context)),
            ["amount", "reading", ..] => notation::number(&read_amount(&row[0])),
            ["target", "name", ..] => {
                let context = Context {
                    name: &row[1],
                    ..context
                };
                notation::target(&read_target(&row[0], &context))
            }
            ["target", "actual", "name", ..] => {
                let context = Context {
                    name: &row[2],
                    target: &row[0],
                    ..context
                };
                let target = read_target(&row[0], &context).value;
                notation::actual(&read_actual(&row[1], target.as_ref(), &context))
            }
            ["target", "actual", ..] => meeting(&row[0], &row[1], &context),
            ["code", ..] => continue,
            _ => panic!("{line}"),
        };
        let at = columns
            .iter()
            .position(|column| *column == "reading")
            .unwrap();
        assert_eq!(found, row[at], "{line}");
        count += 1;
    }
    assert!(count > 100, "only {count}");
}

/// What is said when an actual is held against a target; `–` where they cannot be compared.
fn meeting(target: &str, actual: &str, context: &Context<'_>) -> String {
    let context = &Context { target, ..*context };
    let target = read_target(target, context).value.expect(target);
    let achieved = read_actual(actual, Some(&target), context)
        .value
        .expect(actual);
    let meeting = hold(&target, &achieved, context);
    let word = match meeting.outcome {
        jiping::value::meet::Outcome::Quantity { verdict, .. } => format!("{verdict:?}"),
        jiping::value::meet::Outcome::Range { side, .. } => format!("{side:?}"),
        jiping::value::meet::Outcome::Deadline { timing, .. } => format!("{timing:?}"),
        jiping::value::meet::Outcome::Words(matched) => format!("{matched:?}"),
        jiping::value::meet::Outcome::Unusable => "–".to_owned(),
    };
    let said = meeting
        .issues
        .iter()
        .map(|issue| notation::said(&issue.kind));
    [word]
        .into_iter()
        .chain(said)
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn every_thing_said_is_explained() {
    let all = [
        IssueKind::Blank,
        IssueKind::Placeholder,
        IssueKind::Unreadable,
        IssueKind::TemplateGap,
        IssueKind::ConflictingComparators,
        IssueKind::TooManyDigits,
        IssueKind::EmptyRange,
        IssueKind::NoSuchDay,
        IssueKind::NoYear,
        IssueKind::DeadlineAssumed,
        IssueKind::FromName,
        IssueKind::NameConflict,
        IssueKind::Approximate,
        IssueKind::WordsLeftOut,
        IssueKind::MultiplierFromTarget,
        IssueKind::UnknownUnit,
        IssueKind::UnitFromActual,
        IssueKind::OtherDimension,
        IssueKind::OtherCountWord,
        IssueKind::SignInActual,
        IssueKind::OtherDirection,
        IssueKind::OtherKind,
        IssueKind::DayNeeded,
        IssueKind::AboveHundred,
        IssueKind::BeforeStart,
        IssueKind::PercentagePoint,
    ];
    for kind in all {
        let code = notation::said(&kind);
        assert!(
            GRAMMAR.contains(&format!("| `{code}` |")),
            "{code} is not explained"
        );
    }
}
