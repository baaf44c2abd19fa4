//! The evaluations on this computer: listed, opened, copied, deleted and had back, and out to a file and in again.

use e2e::Value;

use crate::form::{Form, actual, at};

/// The list, with one evaluation on it.
#[track_caller]
fn listed() -> Form {
    let form = Form::open();
    form.achieve("i1", "16人");
    form.wait_kept();
    form.click(&at("shelf.begin"));
    form.wait_text(".shelf__row", "世界银行贷款项目");
    form
}

#[test]
fn a_copy_is_worked_on_and_the_first_stays() {
    let form = listed();
    form.wait_text(".shelf__row .shelf__number", "1.25");
    form.wait_text(".shelf__here", "正在填写");
    form.click("[id^='shelf.copy.']");
    form.wait("document.querySelectorAll('.shelf__row').length === 2");
    form.click("[id^='shelf.open.']");
    form.achieve("i4", "10次");
    form.wait_kept();
    form.reload();
    form.wait_value(&actual("i4"), "10次");
    form.click(&at("shelf.begin"));
    form.wait_text(".shelf__row.is-here", "副本");
    form.wait_text(".shelf__row.is-here .shelf__number", "2.29");
    form.click(".shelf__row:not(.is-here) [id^='shelf.open.']");
    form.wait_value(&actual("i4"), "");
    form.wait_value(&actual("i1"), "16人");
    form.click(&at("shelf.begin"));
    form.click("[id^='shelf.compare.']");
    form.wait_text(".screen", "副本");
    form.wait_text(".screen", "10次");
    form.click(&at("compare.back"));
    form.wait_value(&actual("i1"), "16人");
    form.assert_quiet();
}

#[test]
fn what_is_deleted_is_had_back() {
    let form = listed();
    form.click("[id^='shelf.delete.']");
    form.wait_text(".notice", "已删除");
    form.click(".notice [id^='shelf.undelete.']");
    form.wait_text(".shelf__row", "世界银行贷款项目");
    form.assert_quiet();
}

#[test]
fn a_version_is_named_and_gone_back_to() {
    let form = listed();
    form.click("[id^='shelf.versions.']");
    form.type_into(&at("shelf.naming"), "送审稿");
    form.press("Enter");
    form.wait_text(".shelf__list", "送审稿");
    form.click(&at("shelf.back"));
    form.achieve("i1", "8人");
    form.wait_kept();
    form.click(&at("shelf.begin"));
    form.click("[id^='shelf.versions.']");
    form.click("[id^='shelf.restore.']");
    form.wait_value(&actual("i1"), "16人");
    form.click(&at("do.undo"));
    form.wait_value(&actual("i1"), "8人");
    form.assert_quiet();
}

#[test]
fn everything_goes_out_and_comes_back_in_an_empty_browser() {
    let form = listed();
    form.click(&at("shelf.out"));
    let saved = form.downloaded("jiping-all.json");
    let tree: Value = serde_json::from_slice(&saved).expect("JSON");
    assert_eq!(tree["evaluations"].as_array().map(Vec::len), Some(1));
    let path = crate::form::file("all.json", &String::from_utf8(saved).expect("UTF-8"));
    let other = Form::open();
    other.click(&at("shelf.begin"));
    other.wait_text(".shelf", "还没有自评");
    other.choose_files_by(&at("shelf.in"), &[&path]);
    other.wait_text(".notice", "导入 1 份");
    other.click("[id^='shelf.open.']");
    other.wait_value(&actual("i1"), "16人");
    other.assert_quiet();
}
