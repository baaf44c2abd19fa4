//! What a person types that cannot be used, or leaves out: said under the field, never scored, never guessed.

use crate::form::{Form, actual, at, said, small};

#[test]
fn another_unit_is_an_error_under_the_field_and_no_score() {
    let form = Form::open();
    form.achieve("i1", "16平方米");
    form.wait_line("i1", "– 1.25 – ✕读不懂");
    assert_eq!(
        form.text(&said("i1")),
        "“16平方米”与指标值的计量单位不是同一类，无法比较；请改用指标值的单位。"
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
    let beside = "[id='row.actual.i3'] + .unit";
    assert_eq!(form.count(beside), 0, "the text has its own unit");
    form.type_into(&actual("i3"), "312.2");
    form.wait_text(beside, "平方米");
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

/// What cannot be scored says what to do, in the row and in its derivation.
#[test]
fn a_row_without_a_score_says_what_to_do() {
    const CHOOSE: &str = "不能直接计分，请选定档次。";
    let form = Form::open();
    for text in ["95%", "较好"] {
        form.achieve("i31", text);
        form.wait_text(&said("i31"), &format!("“{text}”{CHOOSE}"));
    }
    form.click(&at("explain.i31"));
    form.wait_text(".detail__how", CHOOSE);
    form.achieve("i31", "95%");
    form.click(&at("band.2.i31"));
    form.wait_line("i31", "70% 5.00 3.50 ▲未达标");
    assert_eq!(form.count(&said("i31")), 0, "a band is chosen");
    form.achieve("i1", "1-3人");
    form.wait_text(
        &said("i1"),
        "“1-3人”读不出是哪个数，请只填一个数；没有发生填 0。",
    );
    form.achieve("i13", "无故障");
    form.wait_text(&at("do.next-ask"), "待处理 2 项");
    form.click(&at("tally.i36"));
    form.type_into(&at("count.1.i36"), "x");
    form.press("Tab");
    form.wait_text(&said("i36"), "“满意”一档的人数须是");
}

#[test]
fn an_amount_that_cannot_be_used_says_so_beside_it() {
    let form = Form::open();
    let field = at("task.et.t1");
    let invalid = "[e.getAttribute('aria-invalid'),e.getAttribute('aria-describedby')].join(' ')";
    for (text, why) in [
        ("abc", "金额须是以万元为单位的数"),
        ("-5", "金额不能是负数"),
    ] {
        form.type_into(&field, text);
        form.press("Tab");
        form.wait_text("[id='t-how']", why);
        assert_eq!(form.of(&field, invalid), "true t-how");
    }
    form.type_into(&field, "30");
    form.press("Tab");
    form.wait_text("[id='t-how']", "执行数未填全");
    assert_eq!(form.of(&field, invalid), " ");
}

/// Once it is filled nothing but its label says what the text under the budget is.
#[test]
fn the_reason_for_low_execution_has_a_label() {
    let form = Form::open();
    for (task, amount) in [("t1", "30"), ("t2", "8"), ("t3", "20")] {
        form.type_into(&at(&format!("task.et.{task}")), amount);
    }
    form.press("Tab");
    form.wait_text(".money__reason label", "预算执行偏差原因");
    form.click(".money__reason label");
    form.wait_focus("head.execution-reason");
}

/// A target that is blank or a gap in the template is named, and not the actual beside it.
#[test]
fn what_is_wrong_with_the_target_is_said_of_the_target() {
    let mut table = small("100%");
    table["indicators"][0]["target"] = "".into();
    table["indicators"][1]["target"] = "≥**%".into();
    let form = Form::with("targets.json", &table);
    form.wait_text(&said("a"), "指标值：此格为空，请填写。");
    form.wait_text(&said("b"), "指标值：“≥**%”是表格模板里未填的空缺");
    let marked = "e.hasAttribute('aria-invalid')";
    assert_eq!(form.of(&actual("a"), marked), false);
    form.click(&at("explain.a"));
    form.wait_text(".detail__how", "指标值：此格为空，请填写。");
}
