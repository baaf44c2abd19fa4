//! The oldest browsers: the page starts, takes an actual and scores it.

use e2e::Engine;

use crate::form::{Form, actual, at};

#[track_caller]
fn takes_and_scores(version: u32) {
    let Some(engine) = Engine::old(version) else {
        return;
    };
    let form = Form::open_in(engine);
    form.type_into(&actual("i4"), "10次");
    form.wait_standing("1.04 暂计");
    form.press("Enter");
    assert_eq!(form.focused(), "row.actual.i5");
    form.type_into(&actual("i25"), "5500元");
    form.wait_standing("2.83 暂计");
    form.paste("1\n2", None);
    form.wait_text(".notice.is-news", "已粘贴 2 格");
    form.click(&at("do.undo"));
    form.wait_standing("2.83 暂计");
    form.click(&at("explain.i4"));
    form.wait_text(".detail__how", "1.25 × 10 ÷ 12 ≈ 1.0417 → 1.04 分");
    form.wait_kept();
    form.reload();
    form.wait_standing("2.83 暂计");
    form.assert_quiet();
}

#[test]
fn chromium_69_takes_and_scores() {
    takes_and_scores(69);
}

#[test]
fn chromium_92_takes_and_scores() {
    takes_and_scores(92);
}

#[test]
fn chromium_109_takes_and_scores() {
    takes_and_scores(109);
}
