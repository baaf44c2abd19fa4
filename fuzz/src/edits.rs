//! Edits: any sequence leaves a document that saves, evaluates, and can be undone; working out only what
//! changed gives what working out everything gives.

use jiping::actual::Band;
use jiping::decimal::Number;
use jiping::document::Document;
use jiping::document::json::{open, save};
use jiping::edit::{Edit, GoalField, HeaderField, List, RowField, Source, Stage, TaskField, apply};
use jiping::history::History;
use jiping::policy::{BUILT_IN, builtin};
use jiping::scoring::{evaluate, reevaluate};
use jiping::survey::{Method, Tally};
use jiping::table::{Id, Text};
use jiping::value::Comparator;

use super::{invariant, policy_json};

const HEADER: [HeaderField; 3] = [
    HeaderField::Unit,
    HeaderField::Year,
    HeaderField::ExecutionReason,
];
const ROW: [RowField; 13] = [
    RowField::Level1,
    RowField::Level2,
    RowField::Name,
    RowField::Target,
    RowField::Weight,
    RowField::Actual,
    RowField::Reason,
    RowField::Evidence,
    RowField::Share,
    RowField::Deduction,
    RowField::Reviewed,
    RowField::ReviewScore,
    RowField::Opinion,
];
const STAGES: [Stage; 3] = [Stage::Initial, Stage::FullYear, Stage::Executed];
const SOURCES: [Source; 3] = [Source::Total, Source::Fiscal, Source::Other];
const LISTS: [List; 3] = [List::Rows, List::Tasks, List::Goals];
const COMPARATORS: [Comparator; 3] = [Comparator::AtLeast, Comparator::AtMost, Comparator::Equal];
const TEXTS: [&str; 24] = [
    "",
    "≥95%",
    "<=3天",
    ">0个",
    "=12次",
    "1-3次",
    "6月底前",
    "明显提升",
    "0.96",
    "96%",
    "5月",
    "是",
    "否",
    "12",
    "0",
    "-3",
    "1.5",
    "部分达成",
    "产出指标（50分）",
    "满意度指标",
    "成本指标",
    "2.75",
    "0.005",
    "999999999999999",
];

/// Draws choices from bytes; when they are used up, every choice is the first.
struct Draw<'a> {
    bytes: &'a [u8],
}

impl<'a> Draw<'a> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.bytes.split_first().unwrap_or((&0, &[]));
        self.bytes = rest;
        *first
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[usize::from(self.byte()) % choices.len()]
    }

    /// A usual text, or up to 15 bytes of the input.
    fn text(&mut self) -> Text {
        let byte = self.byte();
        if byte < 0xf0 {
            return TEXTS[usize::from(byte) % TEXTS.len()].into();
        }
        let (own, rest) = self
            .bytes
            .split_at(self.bytes.len().min(usize::from(byte & 0x0f)));
        self.bytes = rest;
        String::from_utf8_lossy(own).as_ref().into()
    }

    fn id(&mut self, document: &Document, list: List) -> Id {
        let at = usize::from(self.byte());
        let ids: Vec<&Id> = match list {
            List::Tasks => document.tasks.iter().map(|task| &task.id).collect(),
            List::Goals => document.goals.iter().map(|goal| &goal.id).collect(),
            List::Rows => document.rows.iter().map(|row| &row.indicator.id).collect(),
        };
        let id = ids.get(at % (ids.len() + 1)).copied().cloned();
        id.unwrap_or_else(|| Id::new("nowhere"))
    }

    fn edit(&mut self, document: &Document, depth: u8) -> Edit {
        let kind = self.byte() % 16;
        let row = |draw: &mut Self| draw.id(document, List::Rows);
        match kind {
            0 => Edit::Header(self.of(&HEADER), self.text()),
            1 => {
                let id = self.id(document, List::Tasks);
                let field = TaskField::Amount(self.of(&STAGES), self.of(&SOURCES));
                Edit::Task(id, field, self.text())
            }
            2 => Edit::Goal(
                self.id(document, List::Goals),
                GoalField::Achieved,
                self.text(),
            ),
            3 => Edit::Band(
                row(self),
                self.of(&[
                    None,
                    Some(Band::Achieved),
                    Some(Band::Partly),
                    Some(Band::Missed),
                ]),
            ),
            4 => Edit::Comparator(row(self), Some(self.of(&COMPARATORS))),
            5 => Edit::Confirm(row(self), Number::parse(&self.text()).ok()),
            6 => {
                let counts = [(); 5].map(|()| self.text());
                let tally = Tally {
                    counts,
                    ..Tally::default()
                };
                Edit::Tally(row(self), Some(tally))
            }
            7 => Edit::TallyCount(row(self), self.byte() % 7, self.text()),
            8 => Edit::TallyMethod(
                row(self),
                self.of(&[Method::Points, Method::Mean, Method::Share { levels: 1 }]),
            ),
            9 => Edit::Lock(row(self), Some(self.text())),
            10 => {
                let list = self.of(&LISTS);
                let id = self.id(document, list);
                Edit::Add(list, Some(id))
            }
            11 => {
                let list = self.of(&LISTS);
                Edit::Remove(list, self.id(document, list))
            }
            12 => {
                let list = self.of(&LISTS);
                Edit::Move(list, self.id(document, list), i32::from(self.byte()) - 128)
            }
            13 => Edit::Policy(builtin(self.of(&BUILT_IN).id).expect("built in")),
            14 if depth > 0 => {
                let count = self.byte() % 4;
                Edit::Batch((0..count).map(|_| self.edit(document, depth - 1)).collect())
            }
            _ => Edit::Row(row(self), self.of(&ROW), self.text()),
        }
    }
}

/// Most edits of one run.
const MOST: usize = 64;

/// Edits a filled table by chance.
pub fn run(data: &[u8]) {
    let mut draw = Draw { bytes: data };
    let first = policy_json::filled();
    let mut history = History::new(first.clone());
    let mut evaluation = evaluate(&first);
    for _ in 0..MOST {
        if draw.bytes.is_empty() {
            break;
        }
        let before = history.current().clone();
        let Ok(after) = apply(&before, &draw.edit(&before, 2)) else {
            continue;
        };
        let next = reevaluate(&after, &before, &evaluation);
        assert_eq!(
            format!("{next:?}"),
            format!("{:?}", evaluate(&after)),
            "not what everything anew gives"
        );
        invariant::check(&after, &next);
        evaluation = next;
        history.push(after, None);
    }
    let last = history.current().clone();
    let again = open(save(&last).as_bytes()).expect("what we save, we open");
    assert_eq!(again.document, last, "saving changed the document");
    while history.undo() {}
    assert_eq!(*history.current(), first, "undo does not lead back");
    while history.redo() {}
    assert_eq!(*history.current(), last, "redo does not lead forth");
}
