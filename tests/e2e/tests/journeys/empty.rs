//! A table entered by hand, from nothing.

use crate::form::{Form, at};

/// Fills one line of the table that is being edited.
#[track_caller]
fn row(form: &Form, id: &str, cells: [&str; 4]) {
    let [level1, level2, name, target] = cells;
    for (field, text) in [
        ("level1", level1),
        ("level2", level2),
        ("name", name),
        ("target", target),
    ] {
        form.type_into(&at(&format!("row.{field}.{id}")), text);
    }
}

/// The weights that the fields of the table show: typed, or dealt out.
#[track_caller]
fn weights(form: &Form) -> Vec<String> {
    let all = form.js(
        "[].map.call(document.querySelectorAll(\"[id^='row.weight.']\"),function(e){return e.value||e.placeholder})",
    );
    crate::form::strings(&all)
}

#[track_caller]
fn entered() -> Form {
    let form = Form::open();
    form.click(&at("do.offer-empty"));
    form.wait_focus("head.unit");
    form.insert("示例市图书馆");
    form.type_into(&at("head.year"), "2024");
    form.click(&at("first.task"));
    form.wait_focus("task.name.t1");
    form.insert("免费开放");
    form.type_into(&at("task.it.t1"), "80");
    form.click(&at("first.goal"));
    form.wait_focus("goal.text.g1");
    form.insert("目标1：全年开放 300 天。");
    form.click(&at("first.row"));
    form.wait_focus("row.level1.i1");
    row(&form, "i1", ["产出指标", "数量指标", "开放天数", "≥300天"]);
    for (after, id) in [("i1", "i2"), ("i2", "i3"), ("i3", "i4")] {
        form.click(&at(&format!("add.row.{after}")));
        form.wait_focus(&format!("row.name.{id}"));
        assert_eq!(
            form.value(&at(&format!("row.level2.{id}"))),
            "数量指标",
            "a new row begins in the group of the one before"
        );
    }
    row(&form, "i2", ["产出指标", "数量指标", "新增图书", "≥2000册"]);
    row(
        &form,
        "i3",
        ["效益指标", "社会效益指标", "到馆人次增长率", "≥5%"],
    );
    row(
        &form,
        "i4",
        ["满意度指标", "服务对象满意度指标", "读者满意度", "≥90%"],
    );
    form.press("Tab");
    form
}

#[test]
fn a_table_is_entered_by_hand_and_scored() {
    let form = entered();
    assert_eq!(weights(&form), ["25.00", "25.00", "30.00", "10.00"]);
    for (row, text) in [
        ("i1", "270天"),
        ("i2", "2000册"),
        ("i3", "5%"),
        ("i4", "90%"),
    ] {
        form.type_into(&at(&format!("row.actual.{row}")), text);
    }
    form.type_into(&at("task.et.t1"), "80");
    form.click(&at("do.structure"));
    // 25 × 270 ÷ 300 = 22.50; 22.50 + 25 + 30 + 10 + 10
    form.wait_standing("97.50 优");
    assert_eq!(
        form.lines(),
        [
            "i1 90% 25.00 22.50 ▲未达标",
            "i2 100% 25.00 25.00 ✓达标",
            "i3 100% 30.00 30.00 ✓达标",
            "i4 100% 10.00 10.00 ✓达标",
        ]
    );
    assert_eq!(form.text("h1"), "示例市图书馆");
    form.wait_kept();
    form.reload();
    form.wait_standing("97.50 优");
    form.assert_quiet();
}

#[test]
fn a_locked_weight_leaves_the_rest_to_the_others() {
    let form = entered();
    form.type_into(&at("row.weight.i1"), "30");
    form.press("Enter");
    form.wait_focus("row.weight.i2");
    form.wait("document.querySelector(\"[id='lock.i1']\").getAttribute('aria-pressed')==='true'");
    assert_eq!(weights(&form), ["30", "20.00", "30.00", "10.00"]);
    // More than the 50 points of the group is refused, and the field shows what it was.
    form.type_into(&at("row.weight.i1"), "60");
    form.press("Enter");
    form.wait_text(".notice.is-news", "没有修改");
    assert_eq!(weights(&form), ["30", "20.00", "30.00", "10.00"]);
    form.click(&at("lock.i1"));
    form.wait("document.querySelector(\"[id='lock.i1']\").getAttribute('aria-pressed')==='false'");
    assert_eq!(weights(&form), ["25.00", "25.00", "30.00", "10.00"]);
    assert_eq!(form.count(".notice.is-news"), 0, "it is past");
}

#[test]
fn rows_move_and_go_and_come_back() {
    let form = entered();
    form.click(&at("up.row.i2"));
    let names = |form: &Form| {
        let all = form.js("[].map.call(document.querySelectorAll(\"[id^='row.name.']\"),function(e){return e.value})");
        crate::form::strings(&all).join(" ")
    };
    form.wait("document.querySelector(\"[id^='row.name.']\").value==='新增图书'");
    assert_eq!(names(&form), "新增图书 开放天数 到馆人次增长率 读者满意度");
    form.click(&at("remove.row.i1"));
    form.wait("document.querySelectorAll(\"[id^='row.name.']\").length===3");
    assert_eq!(weights(&form), ["50.00", "30.00", "10.00"]);
    form.click(&at("do.undo"));
    form.click(&at("do.undo"));
    form.wait("document.querySelector(\"[id^='row.name.']\").value==='开放天数'");
    assert_eq!(names(&form), "开放天数 新增图书 到馆人次增长率 读者满意度");
}

/// A table without rows begins in the small program, whose button for the first row is the whole one's.
#[test]
fn an_empty_table_that_was_kept_goes_on() {
    let form = Form::open();
    form.click(&at("do.offer-empty"));
    form.wait_focus("head.unit");
    form.insert("示例市图书馆");
    form.wait_text("h1", "示例市图书馆");
    form.wait_kept();
    form.wait_text(".head [role='status']", "还没有可计分的指标");
    assert_eq!(form.text("#total"), "–");
    assert_eq!(form.count("#grade"), 0);
    form.reload();
    form.wait_text("h1", "示例市图书馆");
    form.click(&at("first.row"));
    form.wait_focus("row.level1.i1");
    form.insert("产出指标");
    form.press("Tab");
    form.wait_value(&at("row.level1.i1"), "产出指标");
    form.assert_quiet();
}
