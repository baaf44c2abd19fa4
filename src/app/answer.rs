//! 回答: the one-click answers to what a row asks.

use std::rc::Rc;

use super::WHOLE;
use crate::decimal::{Number, Ratio, Rounding};
use crate::document::Row;
use crate::edit::{Edit, RowField};
use crate::scoring::RowResult;
use crate::value::{Comparator, Day, IssueKind};

/// One answer a person can click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What the button shows: a sign, a figure or the text to be taken; needs no translation.
    pub label: Rc<str>,
    /// Whether it is the one suggested.
    pub suggested: bool,
    /// What it does.
    pub edit: Edit,
}

impl Answer {
    /// Whether both do the same; comparing edits as such would bring the comparing of policies into the page.
    fn is(&self, other: &Self) -> bool {
        let cell = |answer: &Self| match &answer.edit {
            Edit::Row(_, field, _) => Some(*field),
            _ => None,
        };
        self.label == other.label && cell(self) == cell(other)
    }
}

/// The answers to everything a row asks, in the order of its issues.
#[must_use]
pub fn answers(row: &Row, result: &RowResult) -> Vec<Answer> {
    let mut out = Vec::new();
    let issues = result
        .target
        .issues
        .iter()
        .map(|issue| (RowField::Target, issue));
    let issues = issues
        .chain(
            result
                .actual
                .issues
                .iter()
                .map(|issue| (RowField::Actual, issue)),
        )
        .chain(result.issues.iter().map(|issue| (RowField::Actual, issue)));
    for (field, issue) in issues {
        for_issue(row, field, &issue.kind, &mut out);
    }
    let mut unique: Vec<Answer> = Vec::with_capacity(out.len());
    for answer in out {
        if !unique.iter().any(|known| known.is(&answer)) {
            unique.push(answer);
        }
    }
    unique
}

fn for_issue(row: &Row, field: RowField, kind: &IssueKind, out: &mut Vec<Answer>) {
    let id = &row.indicator.id;
    match kind {
        // The small program's targets ask nothing.
        IssueKind::ComparatorAssumed { suggested } if WHOLE => {
            let blank = row.actual.text.trim().is_empty();
            if blank && row.actual.comparator.is_none() {
                return;
            }
            for (sign, label) in [
                (Comparator::AtLeast, "≥"),
                (Comparator::AtMost, "≤"),
                (Comparator::Equal, "="),
            ] {
                out.push(Answer {
                    label: label.into(),
                    suggested: *suggested == Some(sign),
                    edit: Edit::Comparator(id.clone(), Some(sign)),
                });
            }
        }
        // 0.95 as a target is rewritten; as an actual it is confirmed.
        IssueKind::ShareOrPercent { number } => {
            let hundredfold = Ratio::of(*number)
                .checked_mul(Ratio::of(Number::HUNDRED))
                .and_then(|ratio| ratio.round(6, Rounding::HalfUp));
            for number in [Some(*number), hundredfold].into_iter().flatten() {
                if WHOLE && field == RowField::Target {
                    let text = &*row.indicator.target;
                    let figure = |c: char| c.is_ascii_digit() || c == '.';
                    let at = text.find(figure);
                    let (sign, rest) = at
                        .and_then(|at| text.split_at_checked(at))
                        .unwrap_or_default();
                    let tail = rest.trim_start_matches(figure);
                    let text = [sign, &number.text(), "%", tail].concat();
                    out.push(Answer {
                        suggested: false,
                        ..text_answer(row, field, &text)
                    });
                    continue;
                }
                out.push(Answer {
                    label: [&number.text(), "%"].concat().into(),
                    suggested: false,
                    edit: Edit::Confirm(id.clone(), Some(number)),
                });
            }
        }
        IssueKind::WhichDay { suggested: day } | IssueKind::SpreadsheetDate { day } => {
            out.push(text_answer(row, field, &date(*day)));
        }
        IssueKind::Misread { suggested: text } | IssueKind::OfferedFromName { text } if WHOLE => {
            out.push(text_answer(row, field, text));
        }
        _ => {}
    }
}

fn text_answer(row: &Row, field: RowField, text: &str) -> Answer {
    Answer {
        label: text.into(),
        suggested: true,
        edit: Edit::Row(row.indicator.id.clone(), field, text.into()),
    }
}

/// A day as clerks write it.
#[must_use]
pub fn date(day: Day) -> String {
    [
        &day.year.to_string(),
        "年",
        &day.month.to_string(),
        "月",
        &day.day.to_string(),
        "日",
    ]
    .concat()
}
