//! Which amounts count, and what is asked for.

use std::rc::Rc;

use jiping::document::Document;
use jiping::policy::default_policy;
use jiping::scoring::{ExecutionState, evaluate};
use jiping::table::Task;
use jiping::value::Severity;

use crate::simple::{document, task};

/// A document with these tasks: name, initial, full-year, executed.
fn tasks(lines: &[(&str, &str, &str, &str)]) -> Document {
    let row = ("产出指标", "数量指标", "甲", "=1项", "90", "1项");
    let mut document = document(&[row], default_policy());
    let named = |(at, line): (usize, &(&str, &str, &str, &str))| {
        let task = (*task(at, line.1, line.2, line.3)).clone();
        Rc::new(Task {
            name: line.0.into(),
            ..task
        })
    };
    document.tasks = lines.iter().enumerate().map(named).collect();
    document
}

/// State, full-year sum, score of execution, and how many things are still to do.
#[track_caller]
fn gives(lines: &[(&str, &str, &str, &str)], state: ExecutionState, score: &str, open: usize) {
    let evaluation = evaluate(&tasks(lines));
    let execution = &evaluation.execution;
    let shown = execution.score.map_or("–".to_owned(), |s| s.to_string());
    let found = (execution.state, shown, evaluation.missing.len());
    assert_eq!(found, (state, score.to_owned(), open), "{execution:?}");
}

#[test]
fn rows_of_which_neither_add_nor_are_asked_for() {
    use ExecutionState::{Known, NotReported};
    let all = ("年度资金总额", "100", "", "95");
    gives(&[all, ("其中：财政拨款", "100", "", "")], Known, "9.5", 0);
    gives(
        &[all, (" 其中:其他资金", "很多", "", "-1")],
        Known,
        "9.5",
        0,
    );
    gives(&[all, ("（其中）结转", "80", "", "")], Known, "9.5", 0);
    gives(&[all, ("1.其中：结转", "80", "", "")], Known, "9.5", 0);
    let blank = ("年度资金总额", "100", "", "");
    gives(
        &[blank, ("其中：财政拨款", "100", "", "")],
        NotReported,
        "–",
        1,
    );
}

#[test]
fn an_initial_amount_that_cannot_be_read_matters_only_where_it_is_used() {
    use ExecutionState::{Known, Unusable};
    gives(&[("甲", "很多", "80", "80")], Known, "10", 0);
    gives(&[("甲", "很多", "", "80")], Unusable, "–", 1);
    gives(&[("甲", "100", "很多", "80")], Unusable, "–", 1);
    let told = evaluate(&tasks(&[("甲", "很多", "80", "80")])).findings;
    assert_eq!(told[0].severity, Severity::Error);
}
