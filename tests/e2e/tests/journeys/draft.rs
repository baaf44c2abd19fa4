//! The draft: a reload brings it back; storage that fails is said and does no harm.

use e2e::{Browser, Engine, Page, Profile, Site, json};

use crate::form::{Form, actual, at};

#[test]
fn a_reload_brings_the_draft_back() {
    let form = Form::open();
    assert_eq!(form.text(".head__kept"), "未改动");
    form.achieve("i4", "10次");
    form.type_into(&at("row.reason.i4"), "少发两次。");
    form.wait_kept();
    form.type_into(&at("task.et.t1"), "107.7");
    // Not waited for: leaving the page keeps it too.
    form.reload();
    form.wait_standing("1.04 暂计");
    form.wait_value(&actual("i4"), "10次");
    form.wait_value(&at("row.reason.i4"), "少发两次。");
    form.wait_value(&at("task.et.t1"), "107.7");
    assert_eq!(
        form.count(&at("do.offer-empty")),
        0,
        "the offer is for the first time"
    );
    form.assert_quiet();
}

/// The page in a browser where something was done to the storage before the page began.
#[track_caller]
fn with_storage(change: &str) -> Form {
    let site = Site::serve();
    let page = Page::blank(&Browser::launch(Engine::current(), &Profile::new()));
    page.call(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": change }),
    );
    page.go(&site.url());
    page.wait_ready();
    Form::on(page)
}

/// Not keeping a draft is said, and nothing else is lost by it.
#[track_caller]
fn works_without_drafts(form: &Form, why: &str) {
    form.achieve("i1", "16人");
    form.wait_standing("1.25 暂计");
    form.wait_text(".head__kept", "未保存");
    form.wait_text("[role='alert']", why);
    form.achieve("i4", "10次");
    form.wait_standing("2.29 暂计");
    form.click(&at("do.save"));
    let saved = form.downloaded("新疆巴州世界银行贷款项目执行办公室-2022.json");
    assert!(String::from_utf8(saved).expect("UTF-8").contains("10次"));
    form.assert_quiet();
}

#[test]
fn a_full_storage_is_said_and_not_fatal() {
    let form = with_storage(
        "Storage.prototype.setItem=function(){throw new DOMException('no room','QuotaExceededError')}",
    );
    works_without_drafts(&form, "存储空间已满");
}

#[test]
fn a_blocked_storage_is_said_and_not_fatal() {
    let form = with_storage(
        "Object.defineProperty(window,'localStorage',{get:function(){throw new DOMException('no','SecurityError')}})",
    );
    form.wait_text("[role='alert']", "不允许本页保存内容");
    works_without_drafts(&form, "不允许本页保存内容");
}

#[test]
fn a_cleared_storage_is_said_and_filled_again() {
    let form = Form::open();
    form.achieve("i1", "16人");
    form.wait_kept();
    form.js("localStorage.clear()");
    form.achieve("i4", "10次");
    form.wait_text(".head__kept", "存储被清除");
    form.wait_text("[role='alert']", "内容仍在本页");
    form.reload();
    form.wait_standing("2.29 暂计");
}

#[test]
fn a_draft_that_cannot_be_read_is_put_aside() {
    let form = Form::open();
    form.achieve("i1", "16人");
    form.wait_kept();
    form.call(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": "if(!localStorage.getItem('jiping.aside.draft'))localStorage.setItem('jiping.draft.1','{\"format\":')" }),
    );
    form.reload();
    form.wait_text(".notice.is-news", "上次的草稿读不出来");
    form.wait_standing("1.25 暂计");
    assert_eq!(
        form.js("localStorage.getItem('jiping.aside.draft')"),
        "{\"format\":"
    );
}
