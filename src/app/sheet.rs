//! 导出表: the tables of the form as grids, for the clipboard and for CSV.

use crate::grid::{Cell, Grid};
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, term};

use super::show;
use super::span;
use super::store::State;

/// The indicator table as it is seen: heads, level cells over their rows, one row an indicator, the total.
#[must_use]
pub fn indicators(state: &State) -> Grid {
    let language = state.session.language;
    let document = state.document();
    let mut rows = vec![head(state)];
    let spans = span::spans(&document.rows, |_| false);
    let lines = document.rows.iter().zip(&state.evaluation.rows);
    for ((row, result), span) in lines.zip(spans) {
        let mut cells = Vec::with_capacity(10);
        if let Some(count) = span.level1 {
            cells.push(Cell::new(&*row.indicator.level1).over_rows(count));
        }
        if let Some(count) = span.level2 {
            cells.push(Cell::new(&*row.indicator.level2).over_rows(count));
        }
        for text in [
            (*row.indicator.name).to_owned(),
            (*row.indicator.target).to_owned(),
            show::actual(row, result, language),
            show::completion(result.completion, language),
            show::points(result.weight.points),
            result.score.map(show::points).unwrap_or_default(),
            term::status(result.status, language).to_owned(),
            (*row.actual.reason).to_owned(),
        ] {
            cells.push(Cell::new(text));
        }
        rows.push(cells);
    }
    rows.push(vec![
        Cell::new(word(Word::Sum, language)).over_columns(6),
        Cell::new(show::points(part_weight(state))),
        Cell::new(show::points(part_score(state))),
        Cell::new(""),
        Cell::new(""),
    ]);
    Grid { rows }
}

fn head(state: &State) -> Vec<Cell> {
    let words = [
        Word::Level1,
        Word::Level2,
        Word::Name,
        Word::Target,
        Word::Actual,
        Word::Completion,
        Word::Weight,
        Word::Score,
        Word::Status,
        Word::Reason,
    ];
    words
        .map(|head| Cell::new(word(head, state.session.language)).as_head())
        .into()
}

fn part_weight(state: &State) -> crate::decimal::Number {
    let weights = state.evaluation.parts.iter().map(|part| part.sum.weight);
    crate::decimal::Number::sum(weights).unwrap_or_default()
}

fn part_score(state: &State) -> crate::decimal::Number {
    let scores = state.evaluation.parts.iter().map(|part| part.sum.earned);
    crate::decimal::Number::sum(scores).unwrap_or_default()
}

/// The whole form: unit, tasks, goals, indicators, total and grade, policy.
#[must_use]
pub fn whole(state: &State) -> Grid {
    let language = state.session.language;
    let document = state.document();
    let text = |name: Word, value: &str| vec![Cell::new(word(name, language)), Cell::new(value)];
    let header = &document.header;
    let mut rows = vec![
        vec![Cell::new(word(show::title(header), language))],
        text(Word::Unit, &header.unit),
        text(Word::Year, &header.year),
        text(Word::Supervisor, &header.supervisor),
        text(Word::Implementer, &header.implementer),
    ];
    for (name, value) in [
        (Word::Project, &header.project),
        (Word::FilledBy, &header.filled_by),
        (Word::Phone, &header.phone),
        (Word::Date, &header.date),
    ] {
        if !value.trim().is_empty() {
            rows.push(text(name, value));
        }
    }
    rows.push(Vec::new());
    rows.extend(tasks(state));
    let reason = &document.header.execution_reason;
    if !reason.trim().is_empty() {
        rows.push(text(Word::ExecutionReason, reason));
    }
    rows.push(Vec::new());
    rows.push(
        [Word::GoalText, Word::GoalAchieved]
            .map(|head| Cell::new(word(head, language)).as_head())
            .into(),
    );
    for goal in &document.goals {
        rows.push(vec![Cell::new(&*goal.text), Cell::new(&*goal.achieved)]);
    }
    rows.push(Vec::new());
    rows.extend(indicators(state).rows);
    let totals = &state.evaluation.totals;
    rows.push(text(Word::Total, &show::points(totals.so_far)));
    let grade = totals
        .grade
        .map_or(word(Word::Provisional, language), |grade| {
            term::grade(grade, language)
        });
    rows.push(text(Word::GradeWord, grade));
    rows.push(text(Word::Policy, term::policy(&document.policy, language)));
    Grid { rows }
}

/// The heads of the tasks, amounts with their unit.
#[must_use]
pub fn task_heads(between: &str, language: Language) -> Vec<Cell> {
    let heads = [
        Word::TaskName,
        Word::TaskContent,
        Word::Initial,
        Word::FullYear,
        Word::Executed,
        Word::Rate,
        Word::Weight,
        Word::Score,
    ];
    let mut heads: Vec<Cell> = heads
        .map(|head| Cell::new(word(head, language)).as_head())
        .into();
    for amount in heads.iter_mut().skip(2).take(3) {
        amount.text.push_str(between);
        let unit = language.pick("（万元）", "(10,000 yuan)");
        amount.text.push_str(unit);
    }
    heads
}

fn tasks(state: &State) -> Vec<Vec<Cell>> {
    let language = state.session.language;
    let execution = &state.evaluation.execution;
    let mut rows = vec![task_heads(language.pick("", " "), language)];
    for (task, result) in state.document().tasks.iter().zip(&execution.tasks) {
        let figures = [result.initial, result.full_year, result.executed].map(show::amount);
        let [initial, full_year, executed] = figures;
        let rate = result.rate.map_or_else(String::new, show::percent);
        rows.push(
            [
                (*task.name).to_owned(),
                (*task.content).to_owned(),
                initial,
                full_year,
                executed,
                rate,
            ]
            .map(Cell::new)
            .into(),
        );
    }
    rows.push(
        [
            word(Word::Sum, language).to_owned(),
            String::new(),
            show::amount(execution.initial),
            show::amount(execution.full_year),
            show::amount(execution.executed),
            execution.rate.map_or_else(String::new, show::percent),
            show::points(execution.points),
            execution.score.map(show::points).unwrap_or_default(),
        ]
        .map(Cell::new)
        .into(),
    );
    rows
}
