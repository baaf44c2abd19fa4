//! Blocks pasted from Excel and WPS.

use jiping::app::happening::{Happening, Kind, PastedCell};
use jiping::app::respond::Response;
use jiping::app::store::{Action, State};
use jiping::edit::{Edit, RowField};
use jiping::i18n::ui::Notice;
use jiping::table::Id;

use super::{actual, clicks, does, event, seed, types};

/// Pastes a text into the field with this id.
pub fn pastes(state: &mut State, id: &str, text: &str) -> Response {
    let event = Happening {
        text: text.to_owned(),
        ..event(Kind::Paste, id)
    };
    does(state, &event)
}

#[track_caller]
fn told(state: &State, expected: (usize, usize, usize)) {
    let Some(Notice::Pasted {
        taken,
        named: false,
        unread,
        beyond,
    }) = state.session.notice
    else {
        panic!("nothing is told: {:?}", state.session.notice);
    };
    assert_eq!((taken, unread, beyond), expected);
}

#[test]
fn a_column_spreads_down_as_one_step_and_says_what_was_not_read() {
    let mut state = seed();
    let response = pastes(&mut state, "row.actual.i1", "16\r\n1\r\nabc\r\n\r\n");
    assert!(response.handled);
    let filled: Vec<&str> = (0..5).map(|row| actual(&state, row)).collect();
    assert_eq!(filled, ["16", "1", "abc", "", ""]);
    told(&state, (4, 1, 0));
    clicks(&mut state, "do.undo");
    assert!((0..5).all(|row| actual(&state, row).is_empty()));
}

#[test]
fn one_cell_is_left_to_the_browser() {
    let mut state = seed();
    let response = pastes(&mut state, "row.actual.i1", "16\r\n");
    assert!(!response.handled && response.actions.is_empty());
}

#[test]
fn what_reaches_below_the_last_row_is_counted() {
    let mut state = seed();
    pastes(&mut state, "row.actual.i37", "1\n95\n7\n8\n");
    assert_eq!((actual(&state, 36), actual(&state, 37)), ("1", "95"));
    told(&state, (2, 0, 2));
}

#[test]
fn a_second_column_is_the_reason() {
    let mut state = seed();
    pastes(&mut state, "row.actual.i4", "10\t疫情影响\n1\t\n");
    assert_eq!(&*state.document().rows[3].actual.reason, "疫情影响");
    assert_eq!(actual(&state, 4), "1");
}

#[test]
fn a_column_of_html_keeps_to_its_rows_where_cells_are_merged() {
    let mut state = seed();
    let cell = |text: &str, rows| PastedCell {
        text: text.to_owned(),
        rows,
        columns: 1,
    };
    let event = Happening {
        table: vec![vec![cell("16", 2)], vec![], vec![cell("312.2", 1)]],
        text: "ignored".to_owned(),
        ..event(Kind::Paste, "row.actual.i1")
    };
    does(&mut state, &event);
    let filled: Vec<&str> = (0..3).map(|row| actual(&state, row)).collect();
    assert_eq!(filled, ["16", "", "312.2"]);
}

#[test]
fn rows_whose_actual_comes_from_a_tally_are_passed_over() {
    let mut state = seed();
    clicks(&mut state, "tally.i36");
    pastes(&mut state, "row.actual.i35", "90\n1\n95\n");
    assert_eq!(actual(&state, 35), "");
    assert_eq!((actual(&state, 36), actual(&state, 37)), ("1", "95"));
}

#[test]
fn amounts_spread_over_tasks_and_sources() {
    let mut state = seed();
    clicks(&mut state, "fold.tasks");
    pastes(
        &mut state,
        "task.et.t1",
        "107.7\t107.7\n8.92\t8.92\n60\t60\n",
    );
    let executed = &state.document().tasks[2].executed;
    assert_eq!((&*executed.total, &*executed.fiscal), ("60", "60"));
    assert_eq!(state.evaluation.execution.score.unwrap().to_string(), "10");
}

#[test]
fn while_the_table_is_edited_a_block_brings_its_rows() {
    let mut state = seed();
    clicks(&mut state, "do.empty");
    clicks(&mut state, "first.row");
    let block = "产出指标\t数量指标\t培训人次\t≥300人次\n产出指标\t质量指标\t合格率\t≥95%\n效益指标\t社会效益指标\t知晓率\t≥80%\n";
    pastes(&mut state, "row.level1.i1", block);
    let rows = &state.document().rows;
    assert_eq!(rows.len(), 3);
    assert_eq!(&*rows[2].indicator.level1, "效益指标");
    assert_eq!(&*rows[1].indicator.target, "≥95%");
    told(&state, (12, 0, 0));
    clicks(&mut state, "do.undo");
    assert_eq!(state.document().rows.len(), 1);
    types(&mut state, "row.name.i1", "x");
    assert_eq!(&*state.document().rows[0].indicator.name, "x");
}

#[test]
fn undoing_a_paste_puts_its_news_away() {
    let mut state = seed();
    pastes(&mut state, "row.actual.i1", "16人\n1辆");
    assert!(state.session.notice.is_some());
    clicks(&mut state, "do.undo");
    assert_eq!(state.session.notice, None);
}

/// What the first rows of the seed table hold after this is pasted into the first actual: actual, reason.
#[track_caller]
fn gives(block: &str, expected: &[(&str, &str)], says: (usize, usize, usize)) {
    let mut state = seed();
    pastes(&mut state, "row.actual.i1", block);
    let rows = state.document().rows.iter();
    let got: Vec<(&str, &str)> = rows
        .take(expected.len())
        .map(|row| (&*row.actual.text, &*row.actual.reason))
        .collect();
    assert_eq!(got, expected);
    told(&state, says);
}

#[test]
fn targets_before_the_actuals_are_passed_over() {
    gives(
        "=16人\t16人\n=1辆\t1辆\n=312.20平方米\t312.2平方米",
        &[("16人", ""), ("1辆", ""), ("312.2平方米", "")],
        (3, 0, 0),
    );
    gives(
        "=16人\t15人\t一人调出\n=1辆\t1辆\t",
        &[("15人", "一人调出"), ("1辆", "")],
        (4, 0, 0),
    );
    gives(
        "指标值\t实际完成值\n=16人\t15人\n=1辆\t1辆",
        &[("15人", ""), ("1辆", "")],
        (2, 0, 0),
    );
    // Without a sign it may be an actual.
    gives("16人\t没有偏差", &[("16人", "没有偏差")], (2, 0, 0));
}

#[test]
fn targets_without_signs_are_known_by_the_figures_behind_them() {
    let mut state = seed();
    for (id, target) in [("i1", "16人"), ("i2", "1辆")] {
        let edit = Edit::Row(Id::new(id), RowField::Target, target.into());
        state.act(Action::Edit(edit, None));
    }
    pastes(&mut state, "row.actual.i1", "16人\t8人\n1辆\t1辆");
    assert_eq!((actual(&state, 0), actual(&state, 1)), ("8人", "1辆"));
}

#[test]
fn a_head_over_the_actuals_is_none() {
    gives(
        "全年实际完成值\n15人\n1辆\n",
        &[("15人", ""), ("1辆", ""), ("", "")],
        (2, 0, 0),
    );
}

#[test]
fn what_stands_right_of_a_budget_is_what_was_executed() {
    let mut state = seed();
    pastes(&mut state, "task.yt.t1", "100\t90\n200\t190");
    let tasks = &state.document().tasks;
    let figures = |at: usize| (&*tasks[at].full_year.total, &*tasks[at].executed.total);
    assert_eq!((figures(0), figures(1)), (("100", "90"), ("200", "190")));
}

#[test]
fn rates_and_scores_are_no_reasons() {
    gives(
        "15人\t93.75%\t1.25\t1.17\t未达标\t一人调出\n1辆\t100%\t1.25\t1.25\t达标\t",
        &[("15人", "一人调出"), ("1辆", "")],
        (4, 0, 0),
    );
    gives(
        "15人\t93.75%\n1辆\t100%",
        &[("15人", ""), ("1辆", "")],
        (4, 0, 2),
    );
}

#[test]
fn a_table_pasted_into_its_names_begins_at_level_1() {
    for field in ["row.level1", "row.level2", "row.name", "row.target"] {
        let mut state = seed();
        clicks(&mut state, "do.empty");
        clicks(&mut state, "first.row");
        pastes(
            &mut state,
            &format!("{field}.i1"),
            "一级指标\t二级指标\t三级指标\t指标值\n产出指标（50分）\t数量指标\t培训期数\t=12期\n\t质量指标\t合格率\t≥95%\n",
        );
        let rows = state.document().rows.iter();
        let got: Vec<[&str; 4]> = rows
            .map(|row| {
                let row = &row.indicator;
                [&*row.level1, &*row.level2, &*row.name, &*row.target]
            })
            .collect();
        assert_eq!(
            got,
            [
                ["产出指标（50分）", "数量指标", "培训期数", "=12期"],
                ["", "质量指标", "合格率", "≥95%"],
            ],
            "{field}"
        );
    }
}
