//! Filled evaluations to measure links with: the benchmark's, and published tables filled by rule.

use std::rc::Rc;

use jiping::actual::Actual;
use jiping::document::{Document, Row};
use jiping::node::{Node, Unknown};
use jiping::policy::default_policy;
use jiping::survey::{Method, Tally};
use jiping::table::{Funds, Goal, Header, Id, Indicator, Task, Text};

fn field<'a>(node: &'a Node, name: &str) -> &'a Node {
    match node {
        Node::Object(fields) => fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or(&Node::Null, |(_, node)| node),
        _ => &Node::Null,
    }
}

fn items<'a>(node: &'a Node, name: &str) -> &'a [Node] {
    match field(node, name) {
        Node::List(items) => items,
        _ => &[],
    }
}

fn text(node: &Node, name: &str) -> Text {
    match field(node, name) {
        Node::Text(text) | Node::Number(text) => text.as_str().into(),
        _ => Text::default(),
    }
}

fn funds(total: Text, fiscal: Text) -> Funds {
    Funds {
        total,
        fiscal,
        other: Text::default(),
    }
}

/// `../shared/bench/filled-seed.json`: 38 indicators, 3 tasks, 3 goals, reasons for 3 rows, 2 tallies.
pub fn benchmark(json: &str) -> Document {
    let file = Node::from_json(json.as_bytes()).expect("JSON");
    let tasks = items(&file, "tasks").iter().zip(1..);
    let goals = items(&file, "goals").iter().zip(1..);
    let rows = items(&file, "indicators").iter().enumerate();
    let at = |node: &Node| text(node, "i").parse::<usize>().expect("a position");
    let find = |list: &'static str, row: usize| {
        let mut found = items(&file, list).iter();
        found.find(|item| at(item) == row)
    };
    Document {
        header: Rc::new(Header {
            unit: text(&file, "unit"),
            year: text(&file, "year"),
            ..Header::default()
        }),
        tasks: tasks
            .map(|(task, at)| {
                Rc::new(Task {
                    id: Id::new(&format!("t{at}")),
                    name: text(task, "name"),
                    content: text(task, "content"),
                    initial: Funds {
                        other: text(task, "other"),
                        ..funds(text(task, "budget"), text(task, "fiscal"))
                    },
                    full_year: Funds::default(),
                    executed: funds(text(task, "spent"), Text::default()),
                    extra: Unknown::default(),
                })
            })
            .collect(),
        goals: goals
            .map(|(goal, at)| {
                let Node::Text(text) = goal else {
                    unreachable!("a goal is a text")
                };
                Rc::new(Goal {
                    id: Id::new(&format!("g{at}")),
                    text: text.as_str().into(),
                    achieved: Text::default(),
                    extra: Unknown::default(),
                })
            })
            .collect(),
        rows: rows
            .map(|(at, row)| Row {
                indicator: Rc::new(indicator(row, "l1", "l2", "target", at)),
                actual: Rc::new(Actual {
                    text: text(row, "actual"),
                    reason: find("reasons", at).map_or(Text::default(), |item| text(item, "text")),
                    tally: find("surveys", at).map(|item| {
                        let mut counts = items(item, "tally").iter().map(|count| match count {
                            Node::Number(text) => text.as_str().into(),
                            _ => Text::default(),
                        });
                        Tally {
                            counts: std::array::from_fn(|_| counts.next().unwrap_or_default()),
                            blank: Text::default(),
                            method: Method::default(),
                        }
                    }),
                    ..Actual::default()
                }),
            })
            .collect(),
        policy: default_policy(),
        extra: Unknown::default(),
    }
}

fn indicator(row: &Node, level1: &str, level2: &str, target: &str, at: usize) -> Indicator {
    Indicator {
        id: Id::new(&format!("i{}", at + 1)),
        level1: text(row, level1),
        level2: text(row, level2),
        name: text(row, "name"),
        target: text(row, target),
        direction: Text::default(),
        unit: Text::default(),
        weight: text(row, "weight"),
        locked: false,
        extra: Unknown::default(),
    }
}

/// A published table, filled by rule: the target reached; every seventh row short of it, with a reason of
/// fifty characters; a tally on every satisfaction row.
pub fn published(json: &str) -> Document {
    const REASONS: [&str; 3] = [
        "受连续降雨影响，路基施工推迟近一个月，材料价格也有上涨；现已增派两个班组赶工，预计明年三月前补齐。",
        "承办科室人手紧张，回访电话多集中在年末拨打，接通率不高；明年改为分批回访，每批结束即汇总登记入册。",
        "上级补助十一月才到账，第二批设备来不及招标；已提前备好参数与合同文本，资金到位当月就可以启动采购。",
    ];
    let file = Node::from_json(json.as_bytes()).expect("JSON");
    let rows = items(&file, "indicators").iter().enumerate();
    let rows = rows.map(|(at, row)| {
        let indicator = indicator(row, "level1", "level2", "target_text", at);
        let reached = indicator
            .target
            .trim_start_matches(['≥', '≤', '=', '>', '<', '＝', '﹦', ' ']);
        let short = at % 7 == 3;
        let actual = Actual {
            text: if short { less(reached) } else { reached.into() },
            reason: if short {
                REASONS[at / 7 % 3].into()
            } else {
                Text::default()
            },
            tally: indicator.level1.contains("满意").then(|| Tally {
                counts: ["64", "23", "9", "3", "1"].map(Text::from),
                ..Tally::default()
            }),
            ..Actual::default()
        };
        Row {
            indicator: Rc::new(indicator),
            actual: Rc::new(actual),
        }
    });
    let budget = items(&file, "budget").iter().zip(1..);
    Document {
        header: Rc::new(Header {
            unit: text(&file, "unit"),
            year: text(&file, "year"),
            project: text(&file, "project"),
            ..Header::default()
        }),
        tasks: budget
            .map(|(task, at)| {
                Rc::new(Task {
                    id: Id::new(&format!("t{at}")),
                    name: text(task, "item"),
                    content: Text::default(),
                    initial: funds(text(task, "initial"), Text::default()),
                    full_year: funds(text(task, "full_year"), Text::default()),
                    executed: funds(text(task, "executed"), Text::default()),
                    extra: Unknown::default(),
                })
            })
            .collect(),
        goals: Vec::new(),
        rows: rows.collect(),
        policy: default_policy(),
        extra: Unknown::default(),
    }
}

/// A tenth less, where a text starts with a whole number of two digits or more; else as it is.
fn less(reached: &str) -> Text {
    let rest = reached.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &reached[..reached.len() - rest.len()];
    match digits.parse::<u32>() {
        Ok(number) if number >= 10 => format!("{}{rest}", number * 9 / 10).into(),
        _ => reached.into(),
    }
}

/// The three largest published tables.
pub const TABLES: [&str; 3] = [
    "corpus/tables/43-meeting-jyzx-2016.json",
    "corpus/tables/30-chongqing-kexuecheng-2021.json",
    "corpus/tables/13-yinchuan-no6-school-2021.json",
];
