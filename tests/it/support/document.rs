//! Documents by chance: texts a clerk types, texts nobody types, every choice, unknown fields.

use std::rc::Rc;

use jiping::actual::{Actual, Band, Review};
use jiping::decimal::Number;
use jiping::document::{Document, Row};
use jiping::node::{Node, Unknown};
use jiping::policy::{BUILT_IN, Policy, builtin};
use jiping::survey::{Method, Tally};
use jiping::table::{Funds, Goal, Header, HeaderReview, Id, Indicator, Task, Text};
use jiping::value::Comparator;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// A cell: empty, usual, or anything at all.
pub fn text() -> impl Strategy<Value = Text> {
    let usual = [
        "≥95%",
        "=16人",
        "<=3天",
        ">3天",
        "12月底前",
        "1-3次",
        "显著加强",
        "/",
        "0",
        "107.7",
        "100%",
        "1,200",
        "＝ １００ ％",
        "是",
        "达成预期指标",
        "-5",
        "1e3",
        "50",
        "2.50",
        "人員",
    ];
    prop_oneof![
        2 => Just(Text::from("")),
        4 => proptest::sample::select(usual.to_vec()).prop_map(Text::from),
        1 => any::<String>().prop_map(Text::from),
    ]
}

/// A level-1 or level-2 label.
fn label() -> impl Strategy<Value = Text> {
    let usual = [
        "产出指标",
        "效益指标",
        "满意度指标",
        "成本指标",
        "产出指标（50分）",
        "数量指标",
        "质量指标",
        "其他",
    ];
    prop_oneof![
        6 => proptest::sample::select(usual.to_vec()).prop_map(Text::from),
        1 => text(),
    ]
}

/// Unknown fields, under names that no field of ours has.
pub fn extra() -> impl Strategy<Value = Unknown> {
    let value = prop_oneof![
        Just(Node::Null),
        any::<bool>().prop_map(Node::Bool),
        any::<i32>().prop_map(|n| Node::Number(n.to_string())),
        Just(Node::Number("1.50e-7".to_owned())),
        any::<String>().prop_map(Node::Text),
        vec(any::<String>().prop_map(Node::Text), 0..3).prop_map(Node::List),
    ];
    prop_oneof![
        5 => Just(Unknown::default()),
        1 => value.prop_map(|value| vec![("x-来源".to_owned(), value)].into()),
    ]
}

fn funds() -> impl Strategy<Value = Funds> {
    [text(), text(), text()].prop_map(|[total, fiscal, other]| Funds {
        total,
        fiscal,
        other,
    })
}

fn header() -> impl Strategy<Value = Header> {
    (vec(text(), 13), extra()).prop_map(|(cells, extra)| Header {
        unit: cells[0].clone(),
        year: cells[1].clone(),
        project: cells[2].clone(),
        supervisor: cells[3].clone(),
        implementer: cells[4].clone(),
        filled_by: cells[5].clone(),
        phone: cells[6].clone(),
        date: cells[7].clone(),
        execution_reason: cells[8].clone(),
        review: HeaderReview {
            rate: cells[9].clone(),
            score: cells[10].clone(),
            execution: cells[11].clone(),
            whole: cells[12].clone(),
        },
        extra,
    })
}

fn task() -> impl Strategy<Value = Task> {
    (text(), text(), [funds(), funds(), funds()], extra()).prop_map(
        |(name, content, [initial, full_year, executed], extra)| Task {
            id: Id::new(""),
            name,
            content,
            initial,
            full_year,
            executed,
            extra,
        },
    )
}

fn goal() -> impl Strategy<Value = Goal> {
    (text(), text(), extra()).prop_map(|(text, achieved, extra)| Goal {
        id: Id::new(""),
        text,
        achieved,
        extra,
    })
}

/// A tally.
pub fn tally() -> impl Strategy<Value = Tally> {
    let method = prop_oneof![
        (1_u8..=4).prop_map(|levels| Method::Share { levels }),
        Just(Method::Points),
        Just(Method::Mean),
    ];
    let counts = [text(), text(), text(), text(), text()];
    (counts, text(), method).prop_map(|(counts, blank, method)| Tally {
        counts,
        blank,
        method,
    })
}

/// A comparator.
pub fn comparator() -> impl Strategy<Value = Comparator> {
    proptest::sample::select(vec![
        Comparator::Equal,
        Comparator::AtLeast,
        Comparator::AtMost,
        Comparator::Above,
        Comparator::Below,
    ])
}

fn actual() -> impl Strategy<Value = Actual> {
    let number = (-1_000_000_i64..1_000_000).prop_map(Number::from_hundredths);
    let answers = (
        option::weighted(0.2, proptest::sample::select(&Band::ALL[..])),
        option::weighted(0.2, comparator()),
        option::weighted(0.2, number),
        option::weighted(0.2, tally()),
    );
    (vec(text(), 8), answers, extra()).prop_map(
        |(cells, (band, comparator, confirmed, tally), extra)| Actual {
            text: cells[0].clone(),
            reason: cells[1].clone(),
            evidence: cells[2].clone(),
            band,
            share: cells[3].clone(),
            comparator,
            confirmed,
            tally,
            deduction: cells[4].clone(),
            review: Review {
                actual: cells[5].clone(),
                score: cells[6].clone(),
                opinion: cells[7].clone(),
            },
            extra,
        },
    )
}

fn row() -> impl Strategy<Value = Row> {
    (
        label(),
        label(),
        vec(text(), 5),
        any::<bool>(),
        extra(),
        actual(),
    )
        .prop_map(|(level1, level2, cells, locked, extra, actual)| Row {
            indicator: Rc::new(Indicator {
                id: Id::new(""),
                level1,
                level2,
                name: cells[0].clone(),
                target: cells[1].clone(),
                direction: cells[2].clone(),
                unit: cells[3].clone(),
                weight: cells[4].clone(),
                locked,
                extra,
            }),
            actual: Rc::new(actual),
        })
}

/// A policy: a built-in one, or one of the user's own.
pub fn policy() -> impl Strategy<Value = Rc<Policy>> {
    let ids: Vec<&str> = BUILT_IN.iter().map(|entry| entry.id).collect();
    (
        proptest::sample::select(ids),
        any::<bool>(),
        0_u32..=4,
        extra(),
    )
        .prop_map(|(id, own, places, extra)| {
            let policy = builtin(id).expect(id);
            if !own {
                return policy;
            }
            Rc::new(Policy {
                id: "own".into(),
                places,
                extra,
                ..(*policy).clone()
            })
        })
}

/// A document of up to 4 tasks, 4 goals and 12 indicators.
pub fn document() -> impl Strategy<Value = Document> {
    (
        header(),
        vec(task(), 0..4),
        vec(goal(), 0..4),
        vec(row(), 0..12),
        policy(),
        extra(),
    )
        .prop_map(|(header, mut tasks, mut goals, mut rows, policy, extra)| {
            let id = |letter: &str, at: usize| Id::new(&format!("{letter}{}", at * 3 + 1));
            for (at, task) in tasks.iter_mut().enumerate() {
                task.id = id("t", at);
            }
            for (at, goal) in goals.iter_mut().enumerate() {
                goal.id = id("目", at);
            }
            for (at, row) in rows.iter_mut().enumerate() {
                Rc::make_mut(&mut row.indicator).id = id("i", at);
            }
            Document {
                header: Rc::new(header),
                tasks: tasks.into_iter().map(Rc::new).collect(),
                goals: goals.into_iter().map(Rc::new).collect(),
                rows,
                policy,
                extra,
            }
        })
}
