//! Evaluations that pass between people: links in and out, with and without a password, compared, rolled up.

use std::path::{Path, PathBuf};

use e2e::{Engine, Page, Site, json, scratch};

use crate::form::{Form, actual, at, file, small};

/// The page on an address that is neither https nor this machine's own name: no clipboard API, no SubtleCrypto.
fn opened(site: &Site, fragment: &str) -> Form {
    let url = format!("{}{fragment}", site.intranet_url());
    Form::on(Page::open(Engine::current(), &url))
}

/// Something filled in, and its share dialog.
fn sending(site: &Site) -> Form {
    let form = opened(site, "");
    form.achieve("i1", "15人");
    form.type_into(&at("row.reason.i1"), "一人调出未补。");
    form.type_into(&at("task.et.t2"), "8.9");
    form.press("Tab");
    form.click(&at("share.send"));
    form.wait("document.querySelector(\"[id='share.link']\")");
    form
}

fn link(form: &Form) -> String {
    form.value(&at("share.link"))
}

/// What an evaluation looks like: every row, the total, the reason.
fn seen(form: &Form) -> (Vec<String>, String, String) {
    (
        form.lines(),
        form.standing(),
        form.value(&at("row.reason.i1")),
    )
}

#[test]
fn a_link_copied_here_opens_there_to_the_same_evaluation() {
    let site = Site::serve();
    let here = sending(&site);
    here.click(&at("share.copy"));
    here.wait_text(".dialog__acts", "已复制");
    let (copied, _) = here.clipboard();
    assert_eq!(copied, link(&here));
    assert!(copied.starts_with(&site.intranet_url()), "{copied}");
    let count = copied.chars().count();
    here.wait_text(".dialog__length", &format!("共 {count} 个字符"));
    assert_eq!(here.count(".qr path"), 1);
    here.screenshot(&scratch("pictures").join("share-send.png"));
    here.press("Escape");
    here.wait("!document.querySelector('.dialog')");
    here.wait_focus("share.send");
    let before = seen(&here);

    let there = Form::on(Page::open(Engine::current(), &copied));
    there.wait_text(".notice.is-news", "已打开链接里的自评");
    assert_eq!(seen(&there), before);
    assert_eq!(
        there.js("location.hash"),
        "",
        "a reload does not open it again"
    );
    there.assert_quiet();
    here.assert_quiet();
}

#[test]
fn a_decorated_link_opens_in_the_page_that_is_open_already() {
    let site = Site::serve();
    let here = sending(&site);
    let code = link(&here).split('#').nth(1).unwrap().to_owned();
    let there = opened(&site, "");
    there.js(&format!("location.hash = '{code}&shareTo=weixin。'"));
    there.wait_text(".notice.is-news", "已打开链接里的自评");
    there.wait_value(&actual("i1"), "15人");
    there.click(&at("do.undo"));
    there.wait_value(&actual("i1"), "");
    there.assert_quiet();
}

#[test]
fn a_cut_link_says_how_much_arrived_and_shows_nothing_of_it() {
    let site = Site::serve();
    let here = sending(&site);
    let whole = link(&here);
    let code = whole.split('#').nth(1).unwrap();
    let there = opened(&site, &format!("#{}", &code[..300]));
    let said = format!("应有 {} 个字符，只收到 300 个", code.len());
    there.wait_text(".dialog__trouble", &said);
    there.screenshot(&scratch("pictures").join("share-cut.png"));
    assert_eq!(there.value(&actual("i1")), "");
    // The whole one, pasted where it is asked for.
    there.type_into(&at("share.text"), &format!("请看：{whole} 谢谢"));
    there.click(&at("share.open"));
    there.wait_value(&actual("i1"), "15人");
    there.assert_quiet();
}

#[test]
fn a_password_is_asked_for_and_a_wrong_one_told_from_damage() {
    let site = Site::serve();
    let here = sending(&site);
    here.click(&at("share.protect"));
    here.type_into(&at("share.password"), "春江-2022");
    here.click(&at("share.lock"));
    here.wait("document.querySelector(\"[id='share.link']\")");
    let locked = link(&here);
    assert!(locked.contains("#jp1k"), "{locked}");

    let there = Form::on(Page::open(Engine::current(), &locked));
    there.wait_text(".dialog", "设有密码");
    there.type_into(&at("share.key"), "春江2022");
    there.press("Enter");
    there.wait_text(".dialog__trouble", "密码不对");
    assert_eq!(there.value(&actual("i1")), "");
    there.screenshot(&scratch("pictures").join("share-password.png"));
    there.type_into(&at("share.key"), "春江-2022");
    there.click(&at("share.unlock"));
    there.wait_value(&actual("i1"), "15人");
    there.assert_quiet();
}

#[test]
fn an_answer_link_fills_the_same_table_and_a_later_version_is_offered_with_its_differences() {
    let site = Site::serve();
    let here = sending(&site);
    here.click(&at("share.answers"));
    here.wait("document.querySelector(\"[id='share.link']\").value.indexOf('#jp1a') > 0");
    let answers = link(&here);
    let there = opened(&site, "");
    there.achieve("i4", "10次");
    there.click(&at("share.receive"));
    there.type_into(&at("share.text"), &answers);
    there.click(&at("share.open"));
    there.wait_text(".dialog", "又收到同一份自评");
    there.screenshot(&scratch("pictures").join("share-offer.png"));
    there.click(&at("share.difference"));
    there.wait_text(".screen", "保障人员人数");
    there.wait_text(".screen", "“10次” → 空");
    there.screenshot(&scratch("pictures").join("compare.png"));
    there.click(&at("compare.back"));
    there.wait_value(&actual("i4"), "10次");
    there.assert_quiet();
}

#[test]
fn a_review_is_scored_by_the_same_rules_and_returns_with_its_differences() {
    let site = Site::serve();
    let here = sending(&site);
    let sent = link(&here);
    let bureau = Form::on(Page::open(Engine::current(), &sent));
    bureau.wait_text(".notice.is-news", "已打开链接里的自评");
    bureau.click(&at("review.begin"));
    bureau.wait_text("[id='own-total']", "1.17");
    bureau.type_into(&at("row.reviewed.i1"), "8人");
    bureau.wait_text("[id='review-total']", "0.63");
    bureau.type_into(&at("row.opinion.i1"), "与工资表不符");
    bureau.type_into(&at("row.review-score.i3"), "9");
    bureau.wait_text(".grid--review", "应为 0 至分值之间的数");
    bureau.type_into(&at("row.review-score.i3"), "0.5");
    bureau.wait_text("[id='review-total']", "1.13");
    bureau.wait_text("[id='own-total']", "1.17");
    assert_eq!(bureau.count(".is-differing"), 2);
    bureau.screenshot(&scratch("pictures").join("review.png"));
    bureau.click(&at("share.send"));
    bureau.wait("document.querySelector(\"[id='share.link']\")");
    let returned = link(&bureau);

    here.press("Escape");
    here.wait("!document.querySelector('.dialog')");
    here.click(&at("share.receive"));
    here.type_into(&at("share.text"), &returned);
    here.click(&at("share.open"));
    here.wait_text(".dialog", "又收到同一份自评");
    here.click(&at("share.difference"));
    here.wait_text(".screen", "评审完成值：空 → “8人”");
    here.wait_text(".screen", "评审意见：空 → “与工资表不符”");
    here.wait_text(".screen", "评审总分：未评审 → 1.13（暂计）");
    here.assert_quiet();
    bureau.assert_quiet();
}

/// A thousand files of small units with different scores, one of them damaged.
fn thousand() -> Vec<PathBuf> {
    (0..1_000)
        .map(|at| {
            let name = format!("unit-{at}.json");
            if at == 500 {
                return file(&name, "{\"format\": \"jiping\"");
            }
            let mut unit = small(&format!("{}%", 40 + at % 60));
            unit["header"]["unit"] = format!("第{at}单位").into();
            file(&name, &unit.to_string())
        })
        .collect()
}

#[test]
fn a_thousand_files_are_rolled_up_and_a_bad_one_is_listed_with_its_reason() {
    let files = thousand();
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let site = Site::serve();
    let form = opened(&site, "");
    form.click(&at("rollup.begin"));
    form.wait("document.querySelector(\"[id='rollup.files']\")");
    form.js("window.began = performance.now(), window.longest = 0, window.last = performance.now(), window.tick = setInterval(function(){ var now = performance.now(); window.longest = Math.max(window.longest, now - window.last); if (now - window.last > 60) { window.pauses = (window.pauses || []).concat([[Math.round(now - window.began), Math.round(now - window.last), document.querySelector('.chart') ? 'chart' : document.querySelector('.screen__bar') ? 'bar' : '-']]); } window.last = now; var bar = document.querySelector('.screen__bar'); if (bar) window.barred = true; if (!window.ended && document.querySelector('.chart')) window.ended = now; }, 10)");
    form.choose_files_by(&at("rollup.files"), &paths);
    form.wait("document.querySelector('.chart')");
    println!(
        "1,000 files: {} ms, longest pause {} ms",
        form.js("Math.round(window.ended - window.began)"),
        form.js("Math.round(window.longest)")
    );
    // The browser hands over a thousand files in one pause of its own, before the page hears of them.
    println!(
        "pauses above 60 ms: {}",
        form.js("JSON.stringify(window.pauses)")
    );
    assert_eq!(form.js("window.barred"), true, "the progress was shown");
    form.wait_text(".screen__figures", "打不开 1 份");
    form.wait_text(".screen__figures", "共 999 份");
    form.screenshot(&scratch("pictures").join("rollup.png"));
    form.type_into(&at("rollup.word"), "unit-500.json");
    form.wait("document.querySelectorAll('.grid tbody tr').length === 1");
    form.wait_text(".grid tbody", "可能已损坏");
    form.type_into(&at("rollup.word"), "第7单位");
    form.wait_text(".grid tbody", "第7单位");
    form.click(&at("rollup.csv"));
    let csv = form.downloaded("绩效自评汇总.csv");
    let csv = String::from_utf8(csv).expect("UTF-8");
    assert_eq!(csv.lines().count(), 2, "{csv}");
    form.click(&at("rollup.back"));
    form.wait("document.querySelectorAll('#app tbody tr').length >= 38");
    form.assert_quiet();
}

#[test]
fn what_a_file_has_that_is_not_ours_is_told_in_the_roll_up_and_beside_the_comparison() {
    let form = Form::open();
    let mut other = small("80%");
    other["policy"] = json!({ "id": "national-2020", "version": 9 });
    let paths = [
        file("ours.json", &small("70%").to_string()),
        file("other-rules.json", &other.to_string()),
    ];
    form.click(&at("rollup.begin"));
    form.wait("document.querySelector(\"[id='rollup.files']\")");
    form.choose_files_by(&at("rollup.files"), &paths.each_ref().map(PathBuf::as_path));
    form.wait_text(".grid--roll", "评分办法是第 9 版");
    assert_eq!(form.count(".grid--roll tbody .roll__unit .is-warn"), 1);
    form.click(&at("rollup.pick.0"));
    form.wait(
        "document.querySelector(\"[id='rollup.pick.0']\").getAttribute('aria-pressed')==='true'",
    );
    form.click(&at("rollup.pick.1"));
    form.wait_text(".screen__top .is-warn", "评分办法是第 9 版");
    assert_eq!(form.count(".screen__top .is-warn"), 1);
    form.screenshot(&scratch("pictures").join("compare-told.png"));
    form.click(&at("compare.back"));
    form.wait("document.querySelector(\"[id='rollup.open.1']\")");
    form.screenshot(&scratch("pictures").join("rollup-told.png"));
    form.click(&at("rollup.open.1"));
    form.wait_text(".notice.is-news", "评分办法是第 9 版");
    form.assert_quiet();
}

#[test]
fn links_are_rolled_up_one_a_line() {
    let site = Site::serve();
    let here = sending(&site);
    let whole = link(&here);
    let form = opened(&site, "");
    form.click(&at("rollup.begin"));
    form.type_into(
        &at("rollup.text"),
        &format!("{whole}\nnothing\n{}", &whole[..200]),
    );
    form.click(&at("rollup.links"));
    form.wait_text(".screen__figures", "共 1 份");
    form.wait_text(".grid tbody", "被截断");
    assert_eq!(form.count(".grid tbody tr"), 3);
    form.assert_quiet();
}

#[test]
fn a_link_of_another_policy_version_says_what_would_change() {
    let site = Site::serve();
    let sent = include_str!("../../../golden/links/v1-other-version.txt");
    let form = opened(&site, &format!("#{sent}"));
    form.wait_text(".dialog", "评分办法与本机不同");
    form.wait_text(".dialog", "“湖北”第 2 版 → “湖北”第 1 版");
    form.wait_text(".dialog", "预算执行分值：10 → 20");
    assert!(form.count(".dialog__rows tr") > 10);
    form.screenshot(&scratch("pictures").join("share-policy.png"));
    let before = form.standing();
    form.click(&at("share.score"));
    form.wait("!document.querySelector('.dialog')");
    assert_ne!(form.standing(), before);
    form.click(&at("do.undo"));
    assert_eq!(form.standing(), before);
    form.assert_quiet();
}

#[test]
fn what_is_kept_here_already_is_opened_or_held_against_what_came() {
    let site = Site::serve();
    let here = sending(&site);
    let first = link(&here);
    here.press("Escape");
    here.achieve("i4", "10次");
    here.click(&at("share.send"));
    here.wait("document.querySelector(\"[id='share.link']\")");
    let second = link(&here);
    let code = |link: &str| link.split('#').nth(1).unwrap().to_owned();

    let there = Form::on(Page::open(Engine::current(), &first));
    there.wait_text(".notice.is-news", "已打开链接里的自评");
    there.wait_kept();
    there.click(&at("do.empty"));
    there.wait("!document.querySelector(\"[id='row.actual.i1']\")");
    there.js(&format!("location.hash = '{}'", code(&first)));
    there.wait_value(&actual("i1"), "15人");
    there.wait_text(".notice.is-news", "内容完全相同");
    there.click(&at("do.empty"));
    there.wait("!document.querySelector(\"[id='row.actual.i1']\")");
    there.js(&format!("location.hash = '{}'", code(&second)));
    there.wait_text(".dialog", "本机的一份");
    there.screenshot(&scratch("pictures").join("share-kept.png"));
    there.click(&at("share.difference"));
    there.wait_text(".screen", "空 → “10次”");
    there.click(&at("compare.back"));
    there.js(&format!("location.hash = '{}'", code(&second)));
    there.wait_text(".dialog", "本机的一份");
    there.click(&at("share.open-kept"));
    there.wait_value(&actual("i1"), "15人");
    there.wait_value(&actual("i4"), "");
    there.assert_quiet();
}
