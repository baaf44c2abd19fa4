//! Blocks pasted from Excel and WPS.

use jiping::app::happening::{HIDDEN, Happening, Kind, PastedCell};
use jiping::app::respond::Response;
use jiping::app::store::{Action, State};
use jiping::edit::{Edit, RowField};
use jiping::i18n::Language;
use jiping::i18n::ui::{Notice, notice};
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
        emptied: 0,
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

#[test]
fn a_blank_square_empties_as_in_excel_and_is_told() {
    let mut state = seed();
    types(&mut state, "row.actual.i2", "1辆");
    types(&mut state, "row.reason.i1", "一人调出");
    pastes(&mut state, "row.actual.i1", "16人\n\n\n312.2");
    assert_eq!((actual(&state, 1), actual(&state, 3)), ("", "312.2"));
    assert_eq!(&*state.document().rows[0].actual.reason, "一人调出");
    let told = state.session.notice.as_ref().unwrap();
    assert_eq!(
        notice(told, Language::Chinese),
        "已粘贴 4 格；1 格原有内容已清空。"
    );
    clicks(&mut state, "do.undo");
    assert_eq!(actual(&state, 1), "1辆");
}

#[test]
fn numbers_of_lines_are_no_actuals() {
    gives(
        "1\t15人\n2\t1辆\n3\t312",
        &[("15人", ""), ("1辆", ""), ("312", "")],
        (3, 0, 3),
    );
    gives(
        "1\t15人\t一人调出\n2\t1辆\t",
        &[("15人", "一人调出"), ("1辆", "")],
        (4, 0, 2),
    );
    gives(
        "7\t=16人\t15人\n8\t=1辆\t1辆\n9\t=312.20平方米\t312",
        &[("15人", ""), ("1辆", ""), ("312", "")],
        (3, 0, 3),
    );
    // Too few to be numbers of lines.
    gives("1\t少一人\n2\t", &[("1", "少一人"), ("2", "")], (4, 0, 0));
    gives("1\n2\n3", &[("1", ""), ("2", ""), ("3", "")], (3, 0, 0));
    let mut state = seed();
    pastes(&mut state, "task.et.t1", "1\t107.7\n2\t8.92\n3\t60");
    assert_eq!(&*state.document().tasks[2].executed.total, "60");
}

#[test]
fn weights_are_no_actuals() {
    gives(
        "=16人\t1.25\t15人\t1.17\n=1辆\t1.25\t1辆\t1.25",
        &[("15人", ""), ("1辆", "")],
        (2, 0, 4),
    );
    gives(
        "1.250\t15\t1.17\t一人调出\n1.25\t1\t1.25\t",
        &[("15", "一人调出"), ("1", "")],
        (4, 0, 4),
    );
    // Other weights than the table's: nobody can tell.
    refuses("=16人\t5\t15\t4.5\n=1辆\t5\t1\t5");
}

#[test]
fn heads_say_which_columns_to_take() {
    let rows = "=16人\t5\t15\t4.5\t一人调出\n=1辆\t5\t1\t5\t";
    for heads in [
        "指标值\t分值\t实际完成值\t得分\t偏差原因分析及改进措施\n",
        "部门整体支出绩效自评表\t\t\t\t\n（2022年度）\t\t\t\t\n年度 指标值\t权重\t全年实际\n完成值\t自评得分\t未完成原因\n",
        "年度指标值\t分值\t完成情况\t\t偏差原因\n\t\t全年完成值\t得分\t\n",
    ] {
        let heads = heads.replace("实际\n完成", "实际完成");
        gives(
            &format!("{heads}{rows}"),
            &[("15", "一人调出"), ("1", "")],
            (4, 0, 4),
        );
    }
    let mut state = seed();
    pastes(
        &mut state,
        "row.actual.i1",
        "得分\t偏差原因\n1.17\t一人调出",
    );
    assert_eq!(&*state.document().rows[0].actual.reason, "一人调出");
    assert_eq!(actual(&state, 0), "");
    refuses("分值\t得分\n5\t4.5\n5\t5");
}

#[test]
fn heads_over_amounts_are_none() {
    for heads in ["全年执行数", "单位：万元\n执行数（B）"] {
        let mut state = seed();
        pastes(
            &mut state,
            "task.et.t1",
            &format!("{heads}\n107.7\n8.92\n60"),
        );
        assert_eq!(&*state.document().tasks[2].executed.total, "60");
        told(&state, (3, 0, 0));
    }
}

/// Pasted into the first actual of the seed table, a block changes nothing, and a sentence says what to do.
#[track_caller]
fn refuses(block: &str) {
    let mut state = seed();
    let before = state.document().clone();
    assert!(
        pastes(&mut state, "row.actual.i1", block).handled,
        "{block}"
    );
    assert_eq!(*state.document(), before, "{block}");
    assert_eq!(state.session.notice, Some(Notice::Unclear), "{block}");
}

#[test]
fn names_are_no_actuals() {
    for block in [
        "保障人员人数\n公务用车保障数量",
        "保障人员人数\t15人\n绿化面积\t1\n绿地面积\t2",
        "保障人员人数\t5\t15人\t5\n公务用车保障数量\t5\t1辆\t5",
        "保障人员人数\t15\t5\t4.5\n公务用车保障数量\t1\t5\t5",
        "保障人员人数\t16人\t15人\t4.5\n公务用车保障数量\t2辆\t1辆\t5",
        "产出指标\t数量指标\t绿化面积\t20亩\n产出指标\t数量指标\t绿地面积\t2亩",
    ] {
        refuses(block);
    }
    let words = [Language::Chinese, Language::English].map(|l| notice(&Notice::Unclear, l));
    assert!(words[0].contains("表头") && words[1].contains("heads"));
}

#[test]
fn rows_that_were_hidden_stay_away() {
    let mut state = seed();
    let cell = |text: &str, rows| PastedCell {
        text: text.to_owned(),
        rows,
        columns: 1,
    };
    let table = vec![
        vec![cell("15人", 1), cell("一人\n调出", 3)],
        vec![cell(HIDDEN, 1)],
        vec![cell("1辆", 1)],
    ];
    let event = Happening {
        table,
        ..event(Kind::Paste, "row.actual.i1")
    };
    does(&mut state, &event);
    let filled: Vec<&str> = (0..3).map(|row| actual(&state, row)).collect();
    assert_eq!(filled, ["15人", "1辆", ""]);
    assert_eq!(&*state.document().rows[0].actual.reason, "一人\n调出");
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
        (4, 0, 8),
    );
    gives(
        "15人\t93.75%\n1辆\t100%",
        &[("15人", ""), ("1辆", "")],
        (2, 0, 2),
    );
}

/// What an empty table holds after this is pasted into the first cell of a field: levels, name, target, actual, reason.
#[track_caller]
fn makes(block: &str, expected: &[[&str; 6]], beyond: usize) {
    for field in [
        "level1", "level2", "name", "target", "actual", "reason", "weight",
    ] {
        let mut state = seed();
        clicks(&mut state, "do.empty");
        clicks(&mut state, "first.row");
        pastes(&mut state, &format!("row.{field}.i1"), block);
        let rows = state.document().rows.iter();
        let got: Vec<[&str; 6]> = rows
            .map(|row| {
                let (row, done) = (&row.indicator, &row.actual);
                [
                    &*row.level1,
                    &*row.level2,
                    &*row.name,
                    &*row.target,
                    &*done.text,
                    &*done.reason,
                ]
            })
            .collect();
        assert_eq!(got, expected, "{field}");
        let Some(Notice::Pasted { beyond: told, .. }) = state.session.notice else {
            panic!("{:?}", state.session.notice);
        };
        assert_eq!(told, beyond, "{field}");
    }
}

#[test]
fn a_whole_table_pasted_into_an_empty_one_goes_by_its_columns() {
    let rows = [
        ["产出指标（50分）", "数量指标", "培训期数", "=12期", "", ""],
        ["", "质量指标", "合格率", "≥95%", "", ""],
    ];
    let heads = "一级指标\t二级指标\t三级指标\t指标值\n";
    let lines = "产出指标（50分）\t数量指标\t培训期数\t=12期\n\t质量指标\t合格率\t≥95%\n";
    makes(&format!("{heads}{lines}"), &rows, 0);
    makes(lines, &rows, 0);
    makes(
        &format!("绩效目标表\t\t\t\n{heads}{lines}{heads}"),
        &rows,
        0,
    );
    // Weights have no field; a sum is no row.
    let weighed = "产出指标（50分）\t数量指标\t培训期数\t=12期\t25\n\t质量指标\t合格率\t≥95%\t25\n合计\t\t\t\t50\n";
    makes(weighed, &rows, 3);
    makes(
        "1\t产出指标（50分）\t数量指标\t培训期数\t25\t=12期\n2\t\t质量指标\t合格率\t25\t≥95%",
        &rows,
        4,
    );
}

#[test]
fn a_whole_table_brings_its_actuals_along() {
    let rows = [
        ["产出指标", "数量指标", "培训期数", "=12期", "11期", "疫情"],
        ["产出指标", "质量指标", "合格率", "≥95%", "96%", ""],
    ];
    makes(
        "一级指标\t二级指标\t三级指标\t指标值\t分值\t实际完成值\t得分\t偏差原因\n产出指标\t数量指标\t培训期数\t=12期\t25\t11期\t22\t疫情\n产出指标\t质量指标\t合格率\t≥95%\t25\t96%\t25\t",
        &rows,
        4,
    );
    makes(
        "产出指标\t数量指标\t培训期数\t=12期\t11期\t22\t疫情\n产出指标\t质量指标\t合格率\t≥95%\t96%\t25\t",
        &rows,
        2,
    );
}

#[test]
fn names_and_targets_make_a_table_too() {
    let rows = [
        ["", "", "培训期数", "=12期", "", ""],
        ["", "", "合格率", "≥95%", "", ""],
    ];
    makes("培训期数\t=12期\n合格率\t≥95%", &rows, 0);
    makes(
        "指标名称\t目标值\n1. 培训期数\t=12期\n合格率\t≥95%",
        &[["", "", "1. 培训期数", "=12期", "", ""], rows[1]],
        0,
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
