//! Blocks that carry the table's own rows, pasted into an actual or a reason.

use jiping::app::happening::{Happening, Kind, PastedCell};
use jiping::app::respond::Effect;
use jiping::app::sheet;
use jiping::app::store::{Action, State};
use jiping::edit::{Edit, RowField};
use jiping::grid::read;
use jiping::i18n::Language;
use jiping::i18n::ui::{Notice, notice};

use super::block::pastes;
use super::{actual, clicks, does, event, seed, types};

/// The table as the button copies it, a line a row, its squares between tabs.
fn copied(state: &mut State) -> Vec<Vec<String>> {
    let response = clicks(state, "do.copy");
    let [Effect::Copy { text, .. }] = &response.effects[..] else {
        panic!("{:?}", response.effects);
    };
    read::tabs(text)
}

fn text(lines: &[Vec<String>]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| line.join("\t")).collect();
    lines.join("\r\n")
}

fn reason(state: &State, row: usize) -> &str {
    &state.document().rows[row].actual.reason
}

/// What stands in the actuals that are not blank, each after the number of its row.
fn filled(state: &State) -> Vec<String> {
    let rows = state.document().rows.iter().enumerate();
    rows.filter(|(_, row)| !row.actual.text.is_empty())
        .map(|(at, row)| format!("{} {}", at + 1, row.actual.text))
        .collect()
}

/// Gives a row another name and target.
fn rename(state: &mut State, row: &str, name: &str, target: &str) {
    for (field, text) in [(RowField::Name, name), (RowField::Target, target)] {
        let edit = Edit::Row(jiping::table::Id::new(row), field, text.into());
        state.act(Action::Edit(edit, None));
    }
}

#[track_caller]
fn told(state: &State, expected: &str) {
    let told = state.session.notice.as_ref();
    let told = told.map(|told| notice(told, Language::Chinese));
    assert_eq!(told.as_deref(), Some(expected));
}

/// Pasted into the first actual of the seed table, a block fills these rows and tells this.
#[track_caller]
fn fills(block: &str, rows: &[&str], says: &str) {
    let mut state = seed();
    assert!(pastes(&mut state, "row.actual.i1", block).handled);
    assert_eq!(filled(&state), rows, "{block}");
    told(&state, says);
}

#[test]
fn a_copied_table_that_was_filled_in_elsewhere_finds_its_rows_again() {
    let mut state = seed();
    types(&mut state, "row.actual.i2", "1辆");
    let mut lines = copied(&mut state);
    assert_eq!(lines[1][2], "保障人员人数");
    for (line, actual, reason) in [
        (1, "16人", ""),
        (4, "10次", "少发两次"),
        (11, "看不清", ""),
        (38, "96%", ""),
    ] {
        lines[line][4] = actual.to_owned();
        lines[line][9] = reason.to_owned();
    }
    let mut foreign = lines[3].clone();
    foreign[2] = "绿化面积".to_owned();
    foreign[4] = "20亩".to_owned();
    lines.insert(7, foreign);
    lines.drain(20..25);
    lines[1..].reverse();
    let before = state.document().clone();
    assert!(pastes(&mut state, "row.reason.i4", &text(&lines)).handled);
    let expected = ["1 16人", "2 1辆", "4 10次", "11 看不清", "38 96%"];
    assert_eq!(filled(&state), expected);
    assert_eq!(reason(&state, 3), "少发两次");
    told(
        &state,
        "已按指标名称填入 5 行，其中 1 格未识别；1 行没有可填的指标，没有采用。",
    );
    clicks(&mut state, "do.undo");
    assert_eq!(*state.document(), before, "one step of undo");
}

#[test]
fn merged_level_cells_of_html_do_not_move_the_columns() {
    let mut state = seed();
    let grid = sheet::indicators(&state);
    let mut table: Vec<Vec<PastedCell>> = Vec::new();
    for row in &grid.rows {
        let cells = row.iter().map(|cell| PastedCell {
            text: cell.text.clone(),
            rows: cell.rows,
            columns: cell.columns,
        });
        table.push(cells.collect());
    }
    // The first row of the table has both level cells in front, the second neither.
    table[1][4].text = "15人".to_owned();
    table[2][2].text = "2辆".to_owned();
    table[2][7].text = "调入\n一辆".to_owned();
    let event = Happening {
        table,
        ..event(Kind::Paste, "row.actual.i9")
    };
    does(&mut state, &event);
    assert_eq!(filled(&state), ["1 15人", "2 2辆"]);
    assert_eq!(reason(&state, 1), "调入\n一辆");
    told(&state, "已按指标名称填入 2 行。");
}

#[test]
fn the_heads_of_other_forms_and_of_the_english_page_are_known() {
    let rows = "人均工资保障\t<=6.73万元\t6万元\t1.25\t合同调整\r\n资金发放及时性\t=100%\t\t\t";
    for heads in [
        "三级指标\t年度指标值\t实际完成值\t得分\t偏差原因分析及改进措施",
        "指标名称\t目标值\t全年实际值（B）\t分值\t未完成原因",
        "Indicator\tTarget\tActual\tScore\tReason and remedy",
        "三级 指标\t指标值\t实际完成情况\t分值\t\"偏差\n原因\"",
    ] {
        let mut state = seed();
        let block = format!("某单位自评表\t\t\t\t\r\n{heads}\r\n{rows}");
        pastes(&mut state, "row.actual.i1", &block);
        assert_eq!(filled(&state), ["24 6万元"], "{heads}");
        assert_eq!(reason(&state, 23), "合同调整", "{heads}");
        told(&state, "已按指标名称填入 1 行。");
    }
}

#[test]
fn heads_may_stand_in_two_lines_below_a_title() {
    for heads in [
        "绩效指标\t\t\t年度指标值\t分值\t实际完成值\t得分\n一级指标\t二级指标\t三级指标\t\t\t\t\n",
        "一级指标\t二级指标\t三级指标\t年度指标值\t分值\t完成情况\t\n\t\t\t\t\t实际完成值\t得分\n",
    ] {
        let mut state = seed();
        let rows = "产出指标\t数量指标\t保障人员人数\t=16人\t5\t15\t4.7\n\t\t公务用车保障数量\t=1辆\t5\t1\t5\n";
        pastes(
            &mut state,
            "row.actual.i3",
            &format!("自评表\t\t\t\t\t\t\n{heads}{rows}"),
        );
        assert_eq!(filled(&state), ["1 15", "2 1"], "{heads}");
        told(&state, "已按指标名称填入 2 行。");
    }
}

#[test]
fn weights_between_targets_and_actuals_are_no_actuals() {
    fills(
        "保障人员人数\t=16人\t1.25\t15\t1.17\n公务用车保障数量\t=1辆\t1.25\t1\t1.25\n",
        &["1 15", "2 1"],
        "已按指标名称填入 2 行。",
    );
    fills(
        "保障人员人数\t1.25\t15\t1.17\n公务用车保障数量\t1.25\t1\t1.25\n",
        &["1 15", "2 1"],
        "已按指标名称填入 2 行。",
    );
    // Bare actuals are known where some other column has the weights.
    fills(
        "保障人员人数\t=16人\t15\t1.25\t1.17\n公务用车保障数量\t=1辆\t1\t1.25\t1.25\n",
        &["1 15", "2 1"],
        "已按指标名称填入 2 行。",
    );
    // The comparators are written another way than in the table.
    fills(
        "项目监督检查调研次数\t≥6次\t7次\n项目监督检查报告数量\t≥6个\t5个\n",
        &["6 7次", "8 5个"],
        "已按指标名称填入 2 行。",
    );
}

#[test]
fn numbers_before_names_do_not_matter() {
    fills(
        "指标1：保障人员人数\t15人\n指标2：公务用车保障数量\t1辆\n",
        &["1 15人", "2 1辆"],
        "已按指标名称填入 2 行。",
    );
    fills(
        "1. 保障人员人数\t15人\n②公务用车保障数量\t1辆\n（3）绿化面积\t3亩",
        &["1 15人", "2 1辆"],
        "已按指标名称填入 2 行；1 行没有可填的指标，没有采用。",
    );
    let mut state = seed();
    rename(&mut state, "i1", "指标1：保障人员人数", "=16人");
    pastes(
        &mut state,
        "row.actual.i2",
        "保障人员人数\t15人\n公务用车保障数量\t1辆",
    );
    assert_eq!(filled(&state), ["1 15人", "2 1辆"]);
}

#[test]
fn one_line_finds_its_row_too() {
    fills(
        "公务用车保障数量\t1辆",
        &["2 1辆"],
        "已按指标名称填入 1 行。",
    );
    fills(
        "公务用车保障数量\t=1辆\t1",
        &["2 1"],
        "已按指标名称填入 1 行。",
    );
}

#[test]
fn the_english_notice_says_the_same() {
    let told = Notice::Pasted {
        taken: 5,
        named: true,
        unread: 1,
        emptied: 0,
        beyond: 2,
    };
    assert_eq!(
        notice(&told, Language::English),
        "5 rows filled by name, 1 of them not read; lines left out for want of a row to fill: 2."
    );
}

#[test]
fn names_and_actuals_are_enough_where_most_lines_are_rows() {
    fills(
        "职工满意度\t96%\r\n保障人员人数\t15人\r\n绿化面积\t20亩",
        &["1 15人", "36 96%"],
        "已按指标名称填入 2 行；1 行没有可填的指标，没有采用。",
    );
    // What was achieved is what was promised: still no column of targets, as nothing stands behind it.
    fills(
        "加强非法集资监测信息转送、分析和研判\t显著加强\n保障金融风险防空工作正常运转\t有所保障",
        &["31 显著加强", "32 有所保障"],
        "已按指标名称填入 2 行。",
    );
}

#[test]
fn without_heads_the_actuals_stand_behind_the_targets() {
    fills(
        "产出指标\t保障人员人数\t5\t=16人\t15人\n\t公务用车保障数量\t5\t=1辆\t1辆\n",
        &["1 15人", "2 1辆"],
        "已按指标名称填入 2 行。",
    );
    fills(
        "=16人\t保障人员人数\t15人\n=1辆\t公务用车保障数量\t1辆\n",
        &["1 15人", "2 1辆"],
        "已按指标名称填入 2 行。",
    );
}

#[test]
fn without_heads_reasons_are_known_by_their_place_and_are_no_figures() {
    let mut state = seed();
    let mut lines = copied(&mut state);
    lines[4][4] = "10次".to_owned();
    lines[4][9] = "少发两次，完成 83%".to_owned();
    pastes(&mut state, "row.actual.i1", &text(&lines[2..9]));
    assert_eq!(filled(&state), ["4 10次"]);
    assert_eq!(reason(&state, 3), "少发两次，完成 83%");

    let mut state = seed();
    let block = "保障人员人数\t15人\t调出一人\n公务用车保障数量\t1辆\t\n";
    pastes(&mut state, "row.actual.i1", block);
    assert_eq!(reason(&state, 0), "调出一人");

    let mut state = seed();
    let block = "保障人员人数\t=16人\t15人\t93.75%\n公务用车保障数量\t=1辆\t1辆\t100%\n";
    pastes(&mut state, "row.actual.i1", block);
    assert_eq!(filled(&state), ["1 15人", "2 1辆"]);
    assert_eq!(reason(&state, 0), "", "a column of rates");
}

#[test]
fn what_is_not_evident_spreads_by_place() {
    // No name at all, only figures and a reason that names an indicator.
    let mut state = seed();
    pastes(&mut state, "row.actual.i4", "10\t保障人员人数\n1\t\n2\t");
    assert_eq!(filled(&state), ["4 10", "5 1", "6 2"]);
    assert_eq!(reason(&state, 3), "保障人员人数");
}

#[test]
fn equal_names_are_told_apart_by_their_targets_and_then_in_order() {
    let mut table = seed();
    rename(&mut table, "i1", "合格率", "≥90%");
    rename(&mut table, "i2", "合格率", "≥95%");
    rename(&mut table, "i3", "合格率", "≥95%");
    let mut state = table.clone();
    let block = "三级指标\t指标值\t实际值\n合格率\t≥ 95%\t1%\n合格率\t≥95%\t2%\n合格率\t≥90%\t3%\n合格率\t≥90%\t4%";
    pastes(&mut state, "row.actual.i1", block);
    assert_eq!(filled(&state), ["1 3%", "2 1%", "3 2%"]);
    told(
        &state,
        "已按指标名称填入 3 行；1 行没有可填的指标，没有采用。",
    );
    // A line whose target is nobody's takes what the others leave.
    let mut state = table.clone();
    let block = "三级指标\t指标值\t实际值\n合格率\t≥80%\t1%\n合格率\t≥90%\t2%\n合格率\t≥95%\t3%";
    pastes(&mut state, "row.actual.i1", block);
    assert_eq!(filled(&state), ["1 2%", "2 3%", "3 1%"]);
    let mut state = table;
    pastes(
        &mut state,
        "row.actual.i1",
        "合格率\t1%\n合格率\t2%\n合格率\t3%",
    );
    assert_eq!(filled(&state), ["1 1%", "2 2%", "3 3%"]);
}

#[test]
fn a_blank_square_takes_nothing_away() {
    let mut state = seed();
    types(&mut state, "row.actual.i1", "15人");
    types(&mut state, "row.reason.i1", "调出一人");
    let block = "三级指标\t实际完成值\t偏差原因\n保障人员人数\t \t\n公务用车保障数量\t1辆\t";
    pastes(&mut state, "row.actual.i1", block);
    assert_eq!(filled(&state), ["1 15人", "2 1辆"]);
    assert_eq!(reason(&state, 0), "调出一人");
}

#[test]
fn a_table_that_brings_nothing_new_is_told_and_is_no_step() {
    let mut state = seed();
    types(&mut state, "row.actual.i1", "15人");
    clicks(&mut state, "band.2.i31");
    let lines = copied(&mut state);
    let before = state.document().clone();
    assert!(pastes(&mut state, "row.actual.i1", &text(&lines)).handled);
    assert_eq!(*state.document(), before, "a band comes back as no words");
    told(&state, "已按指标名称填入 2 行。");
    let foreign = "三级指标\t实际完成值\n绿化面积\t20亩";
    pastes(&mut state, "row.actual.i1", foreign);
    assert_eq!(*state.document(), before);
    told(
        &state,
        "已按指标名称填入 0 行；1 行没有可填的指标，没有采用。",
    );
}

#[test]
fn a_tally_is_not_overwritten_and_another_figure_is_told() {
    let mut state = seed();
    clicks(&mut state, "tally.i36");
    types(&mut state, "count.0.i36", "9");
    types(&mut state, "count.4.i36", "1");
    let mut lines = copied(&mut state);
    assert_eq!(lines[36][4], "90%");
    pastes(&mut state, "row.actual.i1", &text(&lines));
    told(&state, "已按指标名称填入 1 行。");
    lines[36][4] = "99%".to_owned();
    pastes(&mut state, "row.actual.i1", &text(&lines));
    assert_eq!(actual(&state, 35), "");
    told(
        &state,
        "已按指标名称填入 0 行；1 行没有可填的指标，没有采用。",
    );
}

#[test]
fn names_pasted_into_names_while_the_table_is_edited_spread_as_ever() {
    let mut state = seed();
    clicks(&mut state, "do.structure");
    let block = "公务用车保障数量\t=2辆\t2辆\n保障人员人数\t=15人\t15人";
    pastes(&mut state, "row.name.i1", block);
    let indicator = &state.document().rows[0].indicator;
    assert_eq!(
        (&*indicator.name, &*indicator.target),
        ("公务用车保障数量", "=2辆")
    );
    assert_eq!(filled(&state), ["1 2辆", "2 15人"]);
    // In the actuals they are rows, also now.
    let block = "保障人员人数\t7人\n公务用车保障数量\t7辆";
    pastes(&mut state, "row.actual.i1", block);
    assert_eq!(filled(&state), ["1 7辆", "2 7人"]);
}

#[test]
fn hostile_blocks_end_soon() {
    for block in [
        "三级指标\t实际完成值\n".repeat(30_000),
        "保障人员人数\t1\n".repeat(400_000),
        ["保障人员人数", &"\t".repeat(300_000), "\n公务用车保障数量"].concat(),
        "三级指标\t实际完成值\t\t\n\n保障人员人数\n\t\t\t\t\t\t\n公务用车保障数量\t1".to_owned(),
        "\t\n".repeat(2_000),
        "\n分值\t得分\n产出指标\t数量指标\n".repeat(500),
        ["1\t2\t", &"指标\t".repeat(20_000)].concat(),
    ] {
        pastes(&mut seed(), "row.actual.i1", &block);
        let mut empty = seed();
        clicks(&mut empty, "do.empty");
        clicks(&mut empty, "first.row");
        let few: Vec<&str> = block.lines().take(1_000).collect();
        pastes(&mut empty, "row.actual.i1", &few.join("\n"));
    }
}
