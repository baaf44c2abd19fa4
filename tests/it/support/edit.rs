//! Edits by chance: most of them about rows that are there, some about none.

use jiping::actual::Band;
use jiping::decimal::Number;
use jiping::document::Document;
use jiping::edit::{Edit, GoalField, HeaderField, List, RowField, Source, Stage, TaskField};
use jiping::policy::{BUILT_IN, builtin};
use jiping::survey::Method;
use jiping::table::{Id, Text};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::document::{comparator, tally, text};

const ROW_FIELDS: [RowField; 13] = [
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

const HEADER_FIELDS: [HeaderField; 13] = [
    HeaderField::Unit,
    HeaderField::Year,
    HeaderField::Project,
    HeaderField::Supervisor,
    HeaderField::Implementer,
    HeaderField::FilledBy,
    HeaderField::Phone,
    HeaderField::Date,
    HeaderField::ExecutionReason,
    HeaderField::ReviewedRate,
    HeaderField::ReviewScore,
    HeaderField::ExecutionOpinion,
    HeaderField::Opinion,
];

fn task_field() -> impl Strategy<Value = TaskField> {
    let stage = select(vec![Stage::Initial, Stage::FullYear, Stage::Executed]);
    let source = select(vec![Source::Total, Source::Fiscal, Source::Other]);
    prop_oneof![
        Just(TaskField::Name),
        Just(TaskField::Content),
        (stage, source).prop_map(|(stage, source)| TaskField::Amount(stage, source)),
    ]
}

fn method() -> impl Strategy<Value = Method> {
    prop_oneof![
        any::<u8>().prop_map(|levels| Method::Share { levels }),
        Just(Method::Points),
        Just(Method::Mean),
    ]
}

/// An id of the list, or one that is not there.
fn id(document: &Document, list: List, at: Index) -> Id {
    let ids: Vec<&Id> = match list {
        List::Tasks => document.tasks.iter().map(|task| &task.id).collect(),
        List::Goals => document.goals.iter().map(|goal| &goal.id).collect(),
        List::Rows => document.rows.iter().map(|row| &row.indicator.id).collect(),
    };
    let found = ids.get(at.index(ids.len() + 1)).copied();
    found.cloned().unwrap_or_else(|| Id::new("nowhere"))
}

/// An edit that waits for the document it is about.
pub fn edit() -> impl Strategy<Value = Chance> {
    let cell = prop_oneof![
        select(HEADER_FIELDS.to_vec()).prop_map(Kind::Header),
        task_field().prop_map(Kind::Task),
        select(vec![GoalField::Text, GoalField::Achieved]).prop_map(Kind::Goal),
        select(ROW_FIELDS.to_vec()).prop_map(Kind::Row),
        Just(Kind::Lock),
        (0_u8..7).prop_map(Kind::Count),
    ];
    let answer = prop_oneof![
        option::of(select(Band::ALL.to_vec())).prop_map(Kind::Band),
        option::of(comparator())
            .prop_map(|comparator| Kind::Whole(Edit::Comparator(Id::new(""), comparator))),
        option::of(-999_i64..999)
            .prop_map(|n| Kind::Whole(Edit::Confirm(Id::new(""), n.map(Number::from_int)))),
        option::of(tally()).prop_map(|tally| Kind::Whole(Edit::Tally(Id::new(""), tally))),
        method().prop_map(|method| Kind::Whole(Edit::TallyMethod(Id::new(""), method))),
    ];
    let list = || select(vec![List::Tasks, List::Goals, List::Rows]);
    let shape = prop_oneof![
        list().prop_map(Kind::Add),
        list().prop_map(Kind::Remove),
        (list(), -3..=3).prop_map(|(list, by)| Kind::Move(list, by)),
        select(BUILT_IN.to_vec()).prop_map(|entry| Kind::Policy(entry.id)),
    ];
    let kind = prop_oneof![4 => cell, 2 => answer, 2 => shape];
    (kind, any::<Index>(), text()).prop_map(|(kind, at, text)| Chance { kind, at, text })
}

/// An edit without its document.
#[derive(Clone, Debug)]
pub struct Chance {
    kind: Kind,
    at: Index,
    text: Text,
}

#[derive(Clone, Debug)]
enum Kind {
    Header(HeaderField),
    Task(TaskField),
    Goal(GoalField),
    Row(RowField),
    Lock,
    Count(u8),
    Band(Option<Band>),
    Whole(Edit),
    Add(List),
    Remove(List),
    Move(List, i32),
    Policy(&'static str),
}

impl Chance {
    /// The edit, about this document.
    pub fn about(&self, document: &Document) -> Edit {
        let id = |list| id(document, list, self.at);
        let row = id(List::Rows);
        let text = self.text.clone();
        match self.kind.clone() {
            Kind::Header(field) => Edit::Header(field, text),
            Kind::Task(field) => Edit::Task(id(List::Tasks), field, text),
            Kind::Goal(field) => Edit::Goal(id(List::Goals), field, text),
            Kind::Row(field) => Edit::Row(row, field, text),
            Kind::Lock => Edit::Lock(row, (!text.is_empty()).then_some(text)),
            Kind::Count(level) => Edit::TallyCount(row, level, text),
            Kind::Band(band) => Edit::Band(row, band),
            Kind::Whole(Edit::Comparator(_, comparator)) => Edit::Comparator(row, comparator),
            Kind::Whole(Edit::Confirm(_, number)) => Edit::Confirm(row, number),
            Kind::Whole(Edit::Tally(_, tally)) => Edit::Tally(row, tally),
            Kind::Whole(Edit::TallyMethod(_, method)) => Edit::TallyMethod(row, method),
            Kind::Whole(edit) => edit,
            Kind::Add(list) => {
                Edit::Add(list, Some(id(list)).filter(|id| id.as_str() != "nowhere"))
            }
            Kind::Remove(list) => Edit::Remove(list, id(list)),
            Kind::Move(list, by) => Edit::Move(list, id(list), by),
            Kind::Policy(id) => Edit::Policy(builtin(id).expect(id)),
        }
    }
}
