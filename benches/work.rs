//! The work that is timed, the same natively and as WebAssembly.
//!
//! Units are made up: the seed's 38 rows with figures of their own in every target and every actual, drawn from
//! the unit's number, so that no two documents are the same and each is read from its texts.

use std::rc::Rc;

use jiping::actual::Actual;
use jiping::document::json::open;
use jiping::document::{Document, Row};
use jiping::scoring::{Evaluation, evaluate};
use jiping::survey::Tally;
use jiping::table::{Funds, Header, Id, Indicator, Task};

const SEED: &[u8] = include_bytes!("../www/data/seed-2022.json");

/// How targets and actuals are made: sign, least number in hundredths, width of the draw in hundredths, unit.
/// A row without a width holds words.
const SHAPES: [(&str, u32, u32, &str); 8] = [
    ("=", 900, 900, "人"),
    (">=", 9000, 1000, "%"),
    ("≤", 250, 400, "%"),
    ("<=", 200, 300, "天"),
    (">", 300, 500, "次"),
    ("<=", 4500, 900, "万元"),
    ("＝", 10000, 0, "％"),
    ("≥", 31200, 5000, "平方米"),
];

/// Numbers by chance, the same on every machine.
struct Draw(u32);

impl Draw {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % end
    }

    /// Hundredths as a number's text.
    fn figure(&mut self, least: u32, width: u32, whole: bool) -> String {
        let hundredths = least + self.below(width + 1);
        if whole {
            (hundredths / 100).to_string()
        } else {
            format!("{}.{:02}", hundredths / 100, hundredths % 100)
        }
    }
}

/// The seed table as published.
pub fn seed() -> Document {
    open(SEED).expect("the seed reads").document
}

/// The seed's rows with other figures, for this unit.
pub fn unit(seed: &Document, number: u32) -> Document {
    let mut draw = Draw(number.wrapping_mul(2_654_435_761) ^ 0x9e37);
    let rows = seed.rows.iter().enumerate();
    let rows = rows
        .map(|(at, row)| filled(row, at, number, &mut draw))
        .collect();
    let tasks = seed
        .tasks
        .iter()
        .map(|task| spent(task, &mut draw))
        .collect();
    let header = Header {
        unit: format!("第{number}号单位").into(),
        ..(*seed.header).clone()
    };
    Document {
        header: Rc::new(header),
        tasks,
        rows,
        ..seed.clone()
    }
}

/// A table of so many rows: units' rows one after the other.
#[allow(dead_code, reason = "not timed as WebAssembly")]
pub fn table(seed: &Document, rows: usize) -> Document {
    let mut all = Vec::new();
    for number in 0.. {
        let unit = unit(seed, number);
        all.extend(unit.rows.into_iter().map(|row| {
            let mut indicator = (*row.indicator).clone();
            indicator.id = Id::new(&format!("u{number}-{}", indicator.id.as_str()));
            let indicator = Rc::new(indicator);
            Row { indicator, ..row }
        }));
        if all.len() >= rows {
            break;
        }
    }
    all.truncate(rows);
    Document {
        rows: all,
        ..unit(seed, 0)
    }
}

fn filled(row: &Row, at: usize, number: u32, draw: &mut Draw) -> Row {
    let mut indicator: Indicator = (*row.indicator).clone();
    let mut actual = Actual::default();
    let published = &row.indicator.target;
    if !published.contains(|c: char| c.is_ascii_digit()) {
        let words = [&**published, "达成预期指标", "部分达成", "有所提升"];
        actual.text = words[draw.below(4) as usize].into();
        indicator.target = format!("{published}（{number}）").into();
    } else if at == 35 {
        actual.tally = Some(Tally {
            counts: [60, 40, 20, 5, 3].map(|most| draw.below(most).to_string().into()),
            ..Tally::default()
        });
    } else {
        let (sign, least, width, unit) = SHAPES[at % SHAPES.len()];
        let whole = matches!(unit, "人" | "次" | "天");
        let target = draw.figure(least, width, whole);
        indicator.target = format!("{sign}{target}{unit}").into();
        let figure = draw.figure(least - least / 5, width + least / 3, whole);
        actual.text = format!("{figure}{unit}").into();
        if draw.below(4) == 0 {
            actual.reason = format!("原因{number}：进度调整").into();
        }
    }
    Row {
        indicator: Rc::new(indicator),
        actual: Rc::new(actual),
    }
}

fn spent(task: &Task, draw: &mut Draw) -> Rc<Task> {
    let executed = draw.figure(700, 300, false).into();
    let initial = draw.figure(1000, 300, false).into();
    let total = |total| Funds {
        total,
        ..Funds::default()
    };
    Rc::new(Task {
        initial: total(initial),
        executed: total(executed),
        ..task.clone()
    })
}

/// Evaluates and counts the derivations, so that nothing is left out.
pub fn derived(document: &Document) -> usize {
    let evaluation: Evaluation = evaluate(document);
    evaluation
        .rows
        .iter()
        .filter(|row| row.derivation.is_some())
        .count()
}
