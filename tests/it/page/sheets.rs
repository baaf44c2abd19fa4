//! The tables that go out: clipboard, CSV, paper.

use jiping::app::paper::{fit, pages};
use jiping::app::respond::Effect;
use jiping::app::sheet;
use jiping::app::store::State;
use jiping::i18n::Language;

use super::{clicks, seed, types};

#[test]
fn the_copied_table_has_every_row_and_column() {
    let state = seed();
    let squares = sheet::indicators(&state).squares();
    assert_eq!(squares.len(), 40, "head, 38 rows, sum");
    assert!(squares.iter().all(|row| row.len() == 10));
    assert_eq!(
        squares[1][..4],
        ["产出指标", "数量指标", "保障人员人数", "=16人"]
    );
    assert_eq!(squares[2][0], "", "a merged cell is written once");
}

#[test]
fn files_are_named_after_the_unit_and_csv_does_not_run() {
    let mut state = seed();
    types(&mut state, "head.unit", "某/局");
    let response = clicks(&mut state, "do.csv");
    let [Effect::Download { name, content, .. }] = &response.effects[..] else {
        panic!("{:?}", response.effects);
    };
    assert_eq!(name, "某局-2022.csv");
    assert!(content.starts_with('\u{feff}'));
    assert!(
        content.contains("'=16人"),
        "a target must not become a formula"
    );
    let response = clicks(&mut state, "do.save");
    let [Effect::Download { name, content, .. }] = &response.effects[..] else {
        panic!("{:?}", response.effects);
    };
    assert_eq!(name, "某局-2022.json");
    let opened = jiping::app::persist::read(content.as_bytes(), Language::Chinese);
    assert_eq!(opened.as_ref(), Ok(&**state.document()));
}

#[test]
fn a_project_goes_out_under_its_own_title_and_with_who_filled_it_in() {
    let mut state = seed();
    let csv = |state: &mut _| {
        let response = clicks(state, "do.csv");
        let [Effect::Download { content, .. }] = &response.effects[..] else {
            panic!("{:?}", response.effects);
        };
        content.clone()
    };
    let plain = csv(&mut state);
    assert!(plain.contains("整体支出绩效自评表") && !plain.contains("填报人"));
    types(&mut state, "head.project", "示例项目");
    types(&mut state, "head.filled-by", "张三");
    let project = csv(&mut state);
    assert!(project.contains("项目支出绩效自评表") && project.contains("示例项目"));
    assert!(project.contains("填报人,张三") && !project.contains("联系电话"));
}

#[test]
fn projects_of_one_unit_are_files_of_their_own() {
    let mut state = seed();
    let name = |state: &mut State| {
        let response = clicks(state, "do.save");
        let [Effect::Download { name, .. }] = &response.effects[..] else {
            panic!("{:?}", response.effects);
        };
        name.clone()
    };
    types(&mut state, "head.unit", "某局");
    types(&mut state, "head.project", "甲/项目");
    assert_eq!(name(&mut state), "某局-甲项目-2022.json");
    types(&mut state, "head.unit", " ");
    assert_eq!(name(&mut state), "甲项目-2022.json");
    types(&mut state, "head.unit", &"某".repeat(90));
    let long = format!("{}-甲项目-2022.json", "某".repeat(32));
    assert_eq!(name(&mut state), long);
    types(&mut state, "head.unit", " ");
    types(&mut state, "head.project", " ");
    types(&mut state, "head.year", " ");
    assert_eq!(name(&mut state), "绩效自评.json");
}

#[test]
fn amounts_go_out_with_their_unit_and_reasons_with_their_lines() {
    let mut state = seed();
    types(&mut state, "row.actual.i4", "10");
    types(&mut state, "row.reason.i4", "一，\n二");
    let heads = ["年初预算数", "全年预算数", "全年执行数"];
    let paper = cells(&state);
    let csv = jiping::grid::write::csv(&sheet::whole(&state));
    for head in heads {
        assert!(paper.contains(&format!("{head}\n（万元）")), "{paper:?}");
        assert!(csv.contains(&format!("{head}（万元）")), "{csv}");
    }
    assert!(paper.contains(&"一，\n二".to_owned()));
    assert!(csv.contains("一，\n二\""), "{csv}");
}

#[test]
fn paper_holds_every_row_once_under_its_levels() {
    let state = seed();
    let pages = pages(state.document(), &state.evaluation, Language::Chinese);
    assert!(pages.len() > 1);
    assert!(pages[0].titled && pages.last().unwrap().signed);
    let cells = || {
        pages
            .iter()
            .flat_map(|page| &page.tables)
            .flat_map(|table| table.rows.iter().flatten())
    };
    for row in &state.document().rows {
        let name = &*row.indicator.name;
        let expected = state
            .document()
            .rows
            .iter()
            .filter(|other| &*other.indicator.name == name)
            .count();
        assert_eq!(
            cells().filter(|cell| cell.text == name).count(),
            expected,
            "{name}"
        );
    }
    assert!(cells().any(|cell| cell.text == "产出指标（续）"));
    for page in &pages {
        for table in &page.tables {
            let width: u32 = table.columns.iter().sum();
            assert_eq!(width, 100);
            let grid = jiping::grid::Grid {
                rows: table.rows.clone(),
            };
            assert!(
                grid.squares()
                    .iter()
                    .all(|row| row.len() == table.columns.len())
            );
        }
        assert!(!page.tall);
    }
}

#[test]
fn a_row_higher_than_a_page_is_not_lost() {
    let mut state = seed();
    types(&mut state, "row.actual.i4", "10");
    let long = "偏差原因".repeat(900);
    let edit = jiping::edit::Edit::Row(
        state.document().rows[3].indicator.id.clone(),
        jiping::edit::RowField::Reason,
        long.as_str().into(),
    );
    state.act(jiping::app::store::Action::Edit(edit, None));
    let pages = pages(state.document(), &state.evaluation, Language::Chinese);
    assert!(pages.iter().any(|page| page.tall));
    assert!(fit::lines(&long, 15) > 100);
}

fn cells(state: &jiping::app::store::State) -> Vec<String> {
    let pages = pages(state.document(), &state.evaluation, Language::Chinese);
    let tables = pages.iter().flat_map(|page| &page.tables);
    let cells = tables.flat_map(|table| table.rows.iter().flatten());
    cells.map(|cell| cell.text.clone()).collect()
}

#[test]
fn the_band_that_was_chosen_stands_beside_the_words() {
    let mut state = seed();
    clicks(&mut state, "band.2.i31");
    let alone = "部分达成预期指标并具有一定效果";
    assert!(cells(&state).contains(&alone.to_owned()));
    types(&mut state, "row.actual.i31", "有所加强");
    let both = "有所加强（部分达成预期指标并具有一定效果）";
    assert!(cells(&state).contains(&both.to_owned()));
}

#[test]
fn the_reason_for_low_execution_goes_out_too() {
    let mut state = seed();
    types(&mut state, "task.et.t1", "30");
    assert!(!cells(&state).contains(&"预算执行偏差原因".to_owned()));
    types(&mut state, "head.execution-reason", "合同跨年支付。");
    let cells = cells(&state);
    let at = cells.iter().position(|cell| cell == "预算执行偏差原因");
    assert_eq!(cells[at.unwrap() + 1], "合同跨年支付。");
    let csv = jiping::grid::write::csv(&sheet::whole(&state));
    assert!(csv.contains("预算执行偏差原因,合同跨年支付。"), "{csv}");
}
