//! Keeping: what a reload brings back, two tabs on one evaluation, and the program's end in the middle of work.

use e2e::Value;

use crate::form::{Form, actual, at};

/// A second tab on the same evaluation.
#[track_caller]
fn second(form: &Form) -> Form {
    let url = form.js("location.href");
    let page = form.another(url.as_str().expect("an address"));
    page.wait("document.querySelector('#total')");
    Form::on(page)
}

#[test]
fn a_reload_keeps_what_can_be_undone_and_redone() {
    let form = Form::open();
    form.achieve("i1", "16人");
    form.achieve("i4", "10次");
    form.click(&at("do.undo"));
    form.wait_value(&actual("i4"), "");
    form.wait_kept();
    form.reload();
    form.wait_standing("1.25 暂计");
    form.click(&at("do.redo"));
    form.wait_value(&actual("i4"), "10次");
    form.click(&at("do.undo"));
    form.click(&at("do.undo"));
    form.wait_standing("0.00 暂计");
    form.wait("document.querySelector(\"[id='do.undo'][aria-disabled='true']\")");
    form.assert_quiet();
}

#[test]
fn what_another_tab_wrote_is_told_and_not_overwritten() {
    let form = Form::open();
    form.achieve("i1", "16人");
    form.wait_kept();
    let other = second(&form);
    other.wait_standing("1.25 暂计");
    other.achieve("i4", "10次");
    other.wait_kept();
    form.wait_text("[role='alert']", "另一个标签页保存了这份自评的更新版本");
    // What is typed here all the same overwrites nothing.
    form.achieve("i2", "已保障");
    form.wait_text(".head__kept", "另一标签页较新");
    other.reload();
    other.wait_value(&actual("i4"), "10次");
    other.wait_value(&actual("i2"), "");
    form.click(&at("do.take-newer"));
    form.wait_value(&actual("i4"), "10次");
    form.wait_value(&actual("i2"), "");
    form.click(&at("do.undo"));
    form.wait_value(&actual("i2"), "已保障");
    form.assert_quiet();
}

#[test]
fn what_is_here_can_be_kept_as_a_copy() {
    let form = Form::open();
    form.achieve("i1", "16人");
    form.wait_kept();
    let other = second(&form);
    other.achieve("i4", "10次");
    other.wait_kept();
    form.wait_text("[role='alert']", "另一个标签页");
    form.achieve("i2", "已保障");
    form.click(&at("do.keep-copy"));
    form.wait_kept();
    assert_eq!(form.js(EVALUATIONS), 2);
    form.reload();
    form.wait_value(&actual("i2"), "已保障");
    form.wait_value(&actual("i4"), "");
    other.reload();
    other.wait_value(&actual("i4"), "10次");
}

/// How many evaluations are kept.
const EVALUATIONS: &str =
    "Object.keys(localStorage).filter(function(k){return k.indexOf('jiping.eval.')===0}).length";

/// Ends the program as a trap inside it does.
const TRAP: &str = "setTimeout(function(){throw new WebAssembly.RuntimeError('unreachable')},0)";

#[test]
fn when_the_program_ends_its_last_text_is_offered() {
    let form = Form::open();
    form.achieve("i4", "10次");
    form.wait_kept();
    form.js("Storage.prototype.setItem=function(){throw new DOMException('no room','QuotaExceededError')}");
    form.achieve("i1", "16人");
    form.wait_text(".head__kept", "未保存");
    form.js(&format!("document.querySelector(\"[id='row.actual.i2']\").value='最后';document.querySelector(\"[id='row.actual.i2']\").dispatchEvent(new Event('input',{{bubbles:true}}));{TRAP};1"));
    form.wait_text("#rescue", "您填的内容还在");
    form.wait_text("#rescue", "row.actual.i2：最后");
    form.click("#rescue-save");
    let saved = form.downloaded("新疆巴州世界银行贷款项目执行办公室-2022.json");
    let tree: Value = serde_json::from_slice(&saved).expect("JSON");
    assert_eq!(tree["indicators"][0]["actual"]["text"], "16人");
    assert_eq!(tree["indicators"][3]["actual"]["text"], "10次");
    form.click("#rescue-all");
    let all: Value = serde_json::from_slice(&form.downloaded("jiping-all.json")).expect("JSON");
    assert_eq!(all["format"], "jiping-shelf");
    let kept = &all["evaluations"][0]["document"]["indicators"];
    assert_eq!(kept[3]["actual"]["text"], "10次");
    form.click("#rescue-again");
    form.wait_standing("1.04 暂计");
}

#[test]
fn the_draft_of_the_first_version_is_taken_over() {
    let form = Form::open();
    form.click(&at("do.save"));
    let saved = form.downloaded("新疆巴州世界银行贷款项目执行办公室-2022.json");
    let text = String::from_utf8(saved)
        .expect("UTF-8")
        .replace("2022", "2021");
    let text = serde_json::to_string(&text).expect("a text");
    form.js(&format!("localStorage.setItem('jiping.draft.1',{text})"));
    form.reload();
    form.wait_text(".head__year", "2021");
    form.wait_kept();
    assert_eq!(
        form.js("localStorage.getItem('jiping.draft.1')"),
        Value::Null
    );
    assert_eq!(form.js(EVALUATIONS), 1);
}
