//! Files in and out: saved and opened again, dropped, damaged.

use e2e::{Value, json};

use crate::form::{Form, actual, at, file, small};

/// The page's first visitor, with something in every kind of field.
#[track_caller]
fn half_filled() -> Form {
    let form = Form::open();
    for (row, text) in [
        ("i1", "15人"),
        ("i3", "３１２．２平米"),
        ("i14", "92"),
        ("i24", "5 5 0 0 元?"),
    ] {
        form.achieve(row, text);
    }
    form.type_into(&at("row.reason.i1"), "一人调出，\"编制\"未补。");
    form.click(&at("band.3.i31"));
    form.type_into(&at("row.share.i31"), "45");
    form.type_into(&at("task.et.t2"), "8.9");
    form.press("Tab");
    form
}

#[test]
fn a_saved_file_opens_to_the_same_evaluation() {
    let form = half_filled();
    let before = (form.lines(), form.standing(), form.text(".summary"));
    form.click(&at("do.save"));
    let name = "新疆巴州世界银行贷款项目执行办公室-2022.json";
    let saved = form.downloaded(name);
    let tree: Value = serde_json::from_slice(&saved).expect("JSON");
    assert_eq!(tree["indicators"][2]["actual"]["text"], "３１２．２平米");
    assert_eq!(
        tree["indicators"][0]["actual"]["reason"],
        "一人调出，\"编制\"未补。"
    );
    assert_eq!(tree["tasks"][1]["executed"]["total"], "8.9");

    let other = Form::with("saved.json", &tree);
    assert_eq!(
        (other.lines(), other.standing(), other.text(".summary")),
        before
    );
    other.wait_value(&actual("i24"), "5 5 0 0 元?");
    other.click(&at("do.save"));
    assert_eq!(
        other.downloaded(name),
        saved,
        "saved again, the file is the same"
    );
    other.assert_quiet();
}

#[test]
fn a_file_can_be_dropped_on_the_page() {
    let form = Form::open();
    form.settle();
    form.forget();
    form.drop_file("#app", &file("dropped.json", &small("80%").to_string()));
    form.wait_text(".notice.is-news", "已选中 dropped.json");
    assert_eq!(form.count(".drop"), 0);
    assert_eq!(form.requests().len(), 0, "nothing is asked for by a drop");
    // What reads files comes by the button.
    form.click(&at("open.left"));
    form.wait_standing("90.00 优");
    form.wait_text("h1", "示例单位");
    form.wait_text(".notice.is-news", "已打开 dropped.json");
    assert_eq!(form.focused(), "do.open");
    form.drop_file("#app", &file("again.json", &small("40%").to_string()));
    form.wait_text(".notice.is-news", "已打开 again.json");
    assert_eq!(form.count(".drop"), 0);
    form.assert_quiet();
}

/// The last file is meant, and one that is not opened is forgotten by the next.
#[test]
fn a_file_that_is_chosen_counts_before_one_that_was_dropped() {
    let form = Form::open();
    form.achieve("i4", "10次");
    form.drop_file("#app", &file("dropped.json", &small("80%").to_string()));
    form.wait_text(".notice.is-news", "已选中 dropped.json");
    form.open_file(&file("chosen.json", &small("40%").to_string()));
    form.wait_text(".notice.is-news", "已打开 chosen.json");
    form.click(&at("do.undo"));
    form.wait_line("i4", "83.33% 1.25 1.04 ▲未达标");
    form.assert_quiet();
}

/// What brings the whole program for another reason leaves the offer where it was.
#[test]
fn a_dropped_file_waits_while_something_else_is_pressed() {
    let form = Form::open();
    form.drop_file("#app", &file("dropped.json", &small("80%").to_string()));
    form.wait_text(".notice.is-news", "已选中 dropped.json");
    form.click(&at("do.language"));
    form.wait_text(".notice.is-news", "dropped.json was dropped here");
    // The whole program's style sheet may still come and move the button.
    form.settle();
    form.click(&at("open.left"));
    form.wait_text(".notice.is-news", "dropped.json is open");
    form.wait_text("h1", "示例单位");
    form.assert_quiet();
}

#[test]
fn what_a_file_has_that_is_not_ours_is_told_when_it_opens() {
    let form = Form::open();
    let mut other = small("80%");
    other["policy"] = json!({ "id": "national-2020", "version": 9 });
    other["colour"] = json!("red");
    form.open_file(&file("other.json", &other.to_string()));
    form.wait_standing("90.00 优");
    form.wait_text(".notice.is-news", "other.json");
    let told = form.text(".notice.is-news");
    assert!(told.contains("评分办法是第 9 版"), "{told}");
    assert!(told.contains("$.colour"), "{told}");
    form.assert_quiet();
}

/// The page says why in one sentence, and what is on it stays.
#[track_caller]
fn refuses(form: &Form, name: &str, text: &str, why: &str) {
    form.open_file(&file(name, text));
    form.wait_text(".notice.is-news", "文件没有打开");
    assert!(
        form.text(".notice.is-news").contains(why),
        "{}",
        form.text(".notice.is-news")
    );
    form.wait_value(&actual("i1"), "16人");
    assert_eq!(form.standing(), "1.25 暂计");
    form.click(&at("do.hide-notice"));
    form.wait("!document.querySelector('.notice.is-news')");
}

#[test]
fn a_file_that_cannot_be_opened_is_explained_and_loses_nothing() {
    let form = Form::open();
    form.achieve("i1", "16人");
    let whole = small("80%").to_string();
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    refuses(&form, "cut.json", &half, "可能已损坏");
    refuses(&form, "list.json", "[1, 2]", "应是对象");
    refuses(
        &form,
        "other.json",
        "{\"name\": \"别的文件\"}",
        "不是绩评保存的一份自评",
    );
    let csv = "一级指标,二级指标\r\n产出指标,数量指标\r\n";
    refuses(&form, "table.csv", csv, "不是绩评保存的一份自评");
    refuses(&form, "empty.json", "", "文件是空的");
    let mut twice = small("80%");
    twice["indicators"][1]["id"] = json!("a");
    refuses(&form, "twice.json", &twice.to_string(), "编号“a”用了两次");
    let mut newer = small("80%");
    newer["version"] = json!(2);
    refuses(&form, "newer.json", &newer.to_string(), "更新的版本");
    form.assert_quiet();
}

#[test]
fn opening_a_file_can_be_undone() {
    let form = Form::open();
    form.achieve("i1", "16人");
    form.open_file(&file("undone.json", &small("80%").to_string()));
    form.wait_standing("90.00 优");
    form.click(&at("do.undo"));
    form.wait_standing("1.25 暂计");
    form.wait_value(&actual("i1"), "16人");
}
