//! A roll-up of many evaluations, in words: heads, cells, reasons.

use super::{Language, fill, finding, format, link, term};
use crate::decimal::Number;
use crate::grid::{Cell, Grid};
use crate::rollup::{Distribution, OpenError, Outcome, RollUp};
use crate::share::LinkError;

/// Why one does not open.
#[must_use]
pub fn open_error(error: &OpenError, language: Language) -> String {
    match error {
        OpenError::File(error) => format::format_error(error, language),
        OpenError::Link(LinkError::NeedsPassword) => language
            .pick(
                "这个链接设有密码：请先单独打开，再汇总它的文件。",
                "This link has a password: open it by itself, then roll up its file.",
            )
            .to_owned(),
        OpenError::Link(error) => link::link_error(error, language),
    }
}

/// The heads of the table's columns, in the order of [`cells`].
#[must_use]
pub const fn heads(language: Language) -> [&'static str; 14] {
    language.pick(
        [
            "来源",
            "单位",
            "年度",
            "项目",
            "总分",
            "满分",
            "等次",
            "预算执行率",
            "指标数",
            "未达标",
            "未达标指标",
            "未填待定",
            "问题数",
            "文件提示",
        ],
        [
            "Source",
            "Unit",
            "Year",
            "Project",
            "Total",
            "Full score",
            "Grade",
            "Execution rate",
            "Indicators",
            "Not met",
            "Indicators not met",
            "Still open",
            "Findings",
            "About the file",
        ],
    )
}

/// One evaluation's cells.
#[must_use]
pub fn cells(source: &str, outcome: &Outcome, language: Language) -> [String; 14] {
    let unmet: Vec<&str> = outcome.unmet.iter().map(|name| &**name).collect();
    [
        source.to_owned(),
        outcome.unit.to_string(),
        outcome.year.to_string(),
        outcome.project.to_string(),
        outcome.total.fixed(2),
        outcome.attainable.text(),
        grade(outcome, language).to_owned(),
        outcome.rate.map_or(String::new(), percent),
        outcome.indicators.to_string(),
        outcome.unmet.len().to_string(),
        unmet.join(language.pick("；", "; ")),
        outcome.open.to_string(),
        outcome.findings.to_string(),
        finding::brief(&outcome.about, language),
    ]
}

fn percent(rate: Number) -> String {
    rate.fixed(2) + "%"
}

/// The grade, or that there is none yet.
#[must_use]
pub fn grade(outcome: &Outcome, language: Language) -> &'static str {
    outcome.grade.map_or_else(
        || language.pick("未定", "not yet"),
        |grade| term::grade(grade, language),
    )
}

/// The whole table, entries in this order; one that does not open has its reason instead.
#[must_use]
pub fn grid(roll_up: &RollUp, order: &[usize], language: Language) -> Grid {
    let heads = heads(language);
    let mut rows = vec![heads.map(|head| Cell::new(head).as_head()).to_vec()];
    let entries = order.iter().filter_map(|at| roll_up.entries().get(*at));
    rows.extend(entries.map(|entry| {
        match &entry.outcome {
            Ok(outcome) => cells(&entry.source, outcome, language)
                .map(Cell::new)
                .to_vec(),
            Err(error) => {
                let reason = Cell::new(open_error(error, language));
                let width = heads.len().saturating_sub(1);
                vec![Cell::new(&*entry.source), reason.over_columns(width)]
            }
        }
    }));
    Grid { rows }
}

/// How many there are, how many of them have no final grade, and the mean.
#[must_use]
pub fn summary(all: &Distribution, language: Language) -> String {
    let graded: usize = all.grades.iter().sum();
    let count = graded.saturating_add(all.provisional);
    let mut words = fill(
        language.pick(
            "共 {0} 份，已定等次 {1} 份，未定 {2} 份，打不开 {3} 份。",
            "{0} in all, {1} with a final grade, {2} without; {3} could not be opened.",
        ),
        &[
            &count.to_string(),
            &graded.to_string(),
            &all.provisional.to_string(),
            &all.failed.to_string(),
        ],
    );
    if let Some(mean) = all.mean {
        let template = language.pick("平均 {0} 分。", " Mean {0} points.");
        words.push_str(&fill(template, &[&mean.fixed(2)]));
    }
    words
}

/// What the file with the table is called.
#[must_use]
pub const fn file_name(language: Language) -> &'static str {
    language.pick("绩效自评汇总.csv", "roll-up.csv")
}

/// What a pasted link is called: the number of its line.
#[must_use]
pub fn line_name(at: usize, language: Language) -> String {
    fill(language.pick("第 {0} 行", "Line {0}"), &[&at.to_string()])
}
