//! The page as one file, and what its foot tells: it carries itself, byte by byte, with or without an evaluation.

use e2e::{Engine, Page, Site, file_url, json, repository, scratch, single_file};

use crate::form::{Form, actual, at, file, small};

/// The foot's panel, once the check is done.
#[track_caller]
fn checked(form: &Form) -> String {
    form.click("#foot-check");
    form.wait("document.querySelector('#foot-filled')");
    form.text("#foot-panel")
}

/// The refused request of the check is in the console, and nothing else.
#[track_caller]
pub fn only_the_check_was_refused(form: &Form) {
    let troubles = form.troubles();
    let refused = |text: &str| text.contains("connect-src") || text.contains("Security Policy");
    assert!(!troubles.is_empty(), "the check must have been refused");
    assert!(
        troubles.iter().all(|one| refused(&one.text)),
        "{troubles:#?}"
    );
}

fn sum(name: &str) -> String {
    let sums = std::fs::read_to_string(repository().join("dist/SHA256SUMS")).expect("the sums");
    let line = sums
        .lines()
        .find(|line| line.ends_with(&format!("  {name}")));
    line.and_then(|line| line.split(' ').next())
        .expect("a sum")
        .to_owned()
}

#[track_caller]
fn hands_itself_over(engine: Option<Engine>) {
    let Some(engine) = engine else { return };
    let original = std::fs::read(repository().join("dist/jiping.html")).expect("the single file");
    let url = single_file(&format!("自身 {}.html", engine.name));
    let form = Form::on(Page::open(engine.clone(), &url));
    form.achieve("i4", "10次");
    form.wait_standing("1.04 暂计");
    let told = checked(&form);
    assert!(told.contains("打开后没有任何网络请求"), "{told}");
    assert!(!told.contains("须先联网"), "{told}");
    assert!(told.contains("禁止本页联网"), "{told}");
    assert!(told.contains(&sum("jiping.html")), "{told}");
    assert_eq!(form.count("#foot-keep"), 0, "a file needs no worker");
    form.click("#foot-offline");
    assert!(form.downloaded("jiping.html") == original, "the same bytes");

    form.click("#foot-filled");
    let filled = form.downloaded("绩评-新疆巴州世界银行贷款项目执行办公室.html");
    only_the_check_was_refused(&form);
    form.settle();
    let asked = form.requests();
    let asked: Vec<_> = asked
        .iter()
        .filter(|one| one.url != url && !one.url.starts_with("blob:"))
        .collect();
    assert!(asked.is_empty(), "{asked:#?}");

    let copy = scratch("files").join(format!("带内容 {}.html", engine.name));
    std::fs::write(&copy, filled).expect("the copy");
    let other = Form::on(Page::open(engine, &file_url(&copy)));
    other.wait_standing("1.04 暂计");
    other.wait_value(&actual("i4"), "10次");
    other.achieve("i1", "16人");
    other.wait_kept();
    other.reload();
    other.wait_standing("2.29 暂计");
    let told = checked(&other);
    assert!(told.contains(&sum("jiping.html")), "{told}");
}

#[test]
fn the_single_file_hands_itself_over_on_chromium_69() {
    hands_itself_over(Engine::old(69));
}

#[test]
fn the_single_file_hands_itself_over_on_chromium_109() {
    hands_itself_over(Engine::old(109));
}

#[test]
fn the_single_file_hands_itself_over_on_the_current_chromium() {
    hands_itself_over(Some(Engine::current()));
}

/// Firefox, too, writes out what it has read.
#[test]
fn the_single_file_hands_itself_over_on_firefox() {
    hands_itself_over(Some(Engine::firefox()));
}

/// On plain http the button asks for one file of the site; what it gives is the single file of the same version.
#[track_caller]
fn the_site_hands_it_over(engine: Option<Engine>) {
    let Some(engine) = engine else { return };
    let site = Site::serve();
    let form = Form::on(Page::open(engine, &site.intranet_url()));
    form.achieve("i4", "10次");
    form.wait_standing("1.04 暂计");
    form.settle();
    form.forget();
    checked(&form);
    assert!(form.requests().is_empty(), "{:#?}", form.requests());
    assert_eq!(form.count("#foot-keep"), 0, "plain http has no worker");
    only_the_check_was_refused(&form);
    form.click("#foot-filled");
    let filled = form.downloaded("绩评-新疆巴州世界银行贷款项目执行办公室.html");
    form.click("#foot-offline");
    let empty = form.downloaded("jiping.html");
    let original = std::fs::read(repository().join("dist/jiping.html")).expect("the single file");
    assert!(empty == original, "the same bytes");
    assert!(filled.len() > empty.len());
    let asked = form.requests();
    let asked: Vec<_> = asked
        .iter()
        .filter(|one| !one.url.starts_with("blob:"))
        .collect();
    assert_eq!(asked.len(), 1, "{asked:#?}");
    assert!(asked.iter().all(|one| {
        one.url
            .starts_with(&format!("{}offline-", site.intranet_url()))
    }));
}

#[test]
fn the_site_hands_it_over_on_chromium_69() {
    the_site_hands_it_over(Engine::old(69));
}

#[test]
fn the_site_hands_it_over_on_the_current_chromium() {
    the_site_hands_it_over(Some(Engine::current()));
}

#[test]
fn the_site_hands_it_over_on_firefox() {
    the_site_hands_it_over(Some(Engine::firefox()));
}

#[test]
fn the_page_works_with_the_network_unplugged() {
    let form = Form::open();
    form.settle();
    form.offline(true);
    form.achieve("i4", "10次");
    form.achieve("i1", "16人");
    form.wait_standing("2.29 暂计");
    form.click(&at("do.save"));
    let saved = form.downloaded("新疆巴州世界银行贷款项目执行办公室-2022.json");
    assert!(String::from_utf8_lossy(&saved).contains("10次"));
    let told = checked(&form);
    assert!(told.contains("打开后没有任何网络请求"), "{told}");
    assert!(told.contains("分享、评审等须先联网"), "{told}");
    form.click(&at("share.send"));
    form.wait_text(".notice.is-news", "没有取到这个功能");
    form.wait_value(&actual("i4"), "10次");
    form.click("#foot-offline");
    form.wait_text("#foot-panel", "没有取到离线版");
}

#[test]
fn a_chat_program_is_told_what_to_do_instead_of_downloading() {
    let site = Site::serve();
    let page = Page::blank(&e2e::Browser::launch(
        Engine::current(),
        &e2e::Profile::new(),
    ));
    let agent = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/107.0.0.0 Safari/537.36 \
                 MicroMessenger/7.0.20";
    page.call(
        "Emulation.setUserAgentOverride",
        json!({ "userAgent": agent }),
    );
    page.go(&site.url());
    page.wait_ready();
    let form = Form::on(page);
    form.achieve("i4", "10次");
    form.click(&at("do.save"));
    form.wait_text("#foot-panel", "用系统浏览器打开");
    assert!(form.value("#foot-text").contains("10次"));
    form.click("#foot-copy");
    assert!(form.clipboard().0.contains("10次"));
}

/// A text in GB18030; the browser's own decoder, read backwards, is the table.
#[track_caller]
fn gb18030(form: &Form, text: &str) -> Vec<u8> {
    let text = json!(text);
    let list = form.js(&format!(
        "(function(text){{var back={{}},decoder=new TextDecoder('gb18030');\
         for(var high=129;high<255;high++)for(var low=64;low<255;low++){{if(low===127)continue;\
         var one=decoder.decode(new Uint8Array([high,low]));if(one.length===1)back[one]=[high,low]}}\
         var out=[];text.split('').forEach(function(letter){{\
         out=out.concat(letter<'\\u0080'?[letter.charCodeAt(0)]:back[letter])}});return out}})({text})"
    ));
    let bytes = list.as_array().into_iter().flatten();
    bytes
        .map(|byte| u8::try_from(byte.as_u64().expect("a byte")).expect("a byte"))
        .collect()
}

#[test]
fn files_in_chinese_encodings_open() {
    let document = small("80%").to_string();
    let form = Form::open();
    // GB18030 by the browser's own table; UTF-16 and a byte order mark by hand.
    let utf16: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(document.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked = ["\u{feff}", &document.replace(',', ",\r\n")].concat();
    let gb = gb18030(&form, &document);
    assert!(std::str::from_utf8(&gb).is_err());
    for (name, bytes) in [
        ("国标 1.json", gb),
        ("utf-16.json", utf16),
        ("带 BOM.json", marked.into_bytes()),
    ] {
        let path = file(name, "");
        std::fs::write(&path, bytes).expect("the file");
        form.open_file(&path);
        form.wait_standing("90.00 优");
        form.wait_text("h1", "示例单位");
        form.wait_text(".notice.is-news", name);
        form.click(&at("do.undo"));
        form.wait_text("h1", "世界银行");
    }
}
