//! What a person types that cannot be used, or leaves out: said under the field, never scored, never guessed.

use crate::form::{Form, actual, at, said};

#[test]
fn another_unit_is_an_error_under_the_field_and_no_score() {
    let form = Form::open();
    form.achieve("i1", "16平方米");
    form.wait_line("i1", "– 1.25 – ✕读不懂");
    assert_eq!(
        form.text(&said("i1")),
        "“16平方米”与指标值的计量单位不是同一类，无法比较；请改用指标值的单位，指标值按每人、每月、每学期等计的也照此填写。"
    );
    let field = "[e.getAttribute('aria-invalid'),e.getAttribute('aria-describedby')].join(' ')";
    assert_eq!(form.of(&actual("i1"), field), "true say-i1");
    assert_eq!(form.standing(), "0.00 暂计");
    form.achieve("i1", "16人");
    form.wait_line("i1", "100% 1.25 1.25 ✓达标");
    assert_eq!(form.count(&said("i1")), 0);
    assert_eq!(
        form.of(&actual("i1"), "e.hasAttribute('aria-invalid')"),
        false
    );
}

#[test]
fn what_cannot_be_read_asks_and_keeps_its_text() {
    let form = Form::open();
    form.achieve("i4", "看不清");
    form.wait_line("i4", "– 1.25 – ✕读不懂");
    form.wait_text(&said("i4"), "“看不清”");
    form.wait_value(&actual("i4"), "看不清");
    form.achieve("i14", "0.92");
    form.wait_line("i14", "– 1.56 – ？待确认");
    assert_eq!(form.texts("[id^='answer.'][id$='.i14']"), ["0.92%", "92%"]);
    form.click(&at("answer.1.i14"));
    form.wait_line("i14", "96.84% 1.56 1.51 ▲未达标");
    form.wait_value(&actual("i14"), "0.92");
}

#[test]
fn what_is_read_differently_is_said_beside_the_text() {
    let form = Form::open();
    form.achieve("i3", "３１２．２平米");
    form.wait_text(&said("i3"), "识别为 312.2");
    form.achieve("i16", "百分之九十八");
    form.wait_text(&said("i16"), "识别为 98%");
    form.achieve("i1", "16人");
    form.wait_line("i1", "100% 1.25 1.25 ✓达标");
    assert_eq!(form.count(&said("i1")), 0, "nothing to say about 16人");
}

#[test]
fn a_blank_is_not_reported_and_keeps_the_total_provisional() {
    let form = Form::open();
    form.wait_text(".summary", "可达 100.00 分");
    form.achieve("i4", "10次");
    form.wait_standing("1.04 暂计");
    form.wait_text(".summary", "可达 99.79 分");
    form.achieve("i1", "0人");
    form.wait_line("i1", "0% 1.25 0.00 ▲未达标");
    form.wait_text(".summary", "可达 98.54 分");
    form.achieve("i1", "");
    form.wait_line("i1", "– 1.25 – ○未填");
    form.wait_text(".summary", "可达 99.79 分");
    assert_eq!(form.standing(), "1.04 暂计");
}

#[test]
fn what_is_missing_is_one_click_away() {
    let form = Form::open();
    form.achieve("i1", "16人");
    form.wait_text(&at("do.next-missing"), "未填 40 项");
    form.click(&at("jump.0"));
    form.wait_focus("task.et.t1");
    form.click(&at("do.next-missing"));
    form.wait_focus("task.et.t2");
    form.achieve("i2", "");
    form.click(&actual("i36"));
    form.press("Enter");
    form.click(&at("do.next-missing"));
    form.wait_focus("row.actual.i38");
    let seen = "e.getBoundingClientRect().top>0&&e.getBoundingClientRect().bottom<innerHeight";
    assert_eq!(form.of(&actual("i38"), seen), true);
}
