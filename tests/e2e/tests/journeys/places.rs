//! The main journey wherever the page may lie: one file on a disk, a plain-http name of an intranet, a subfolder; on
//! every browser from the floor to today's. Typed, scored, explained, kept, saved, opened again, a link, paper.

use e2e::{Engine, Page, Site, Value, single_file};

use crate::form::{Form, actual, at};

#[track_caller]
fn journey(engine: Engine, url: &str) -> Form {
    let form = Form::on(Page::open(engine.clone(), url));
    form.type_into(&actual("i4"), "10次");
    form.wait_standing("1.04 暂计");
    form.click(&at("explain.i4"));
    form.wait_text(".detail__how", "1.25 × 10 ÷ 12 ≈ 1.0417 → 1.04 分");
    form.wait_kept();
    form.click(&at("do.save"));
    let name = "新疆巴州世界银行贷款项目执行办公室-2022.json";
    let tree: Value = serde_json::from_slice(&form.downloaded(name)).expect("JSON");
    assert_eq!(tree["indicators"][3]["actual"]["text"], "10次");

    form.reload();
    form.wait_standing("1.04 暂计");
    form.js("dispatchEvent(new Event('beforeprint'))");
    form.wait_text(".paper", "部门（单位）整体支出绩效自评表");
    assert!(form.text(".paper").contains("1.04"));
    form.js("dispatchEvent(new Event('afterprint'))");
    form.wait("!document.querySelector('.paper')");

    form.click(&at("share.send"));
    form.wait("(document.querySelector(\"[id='share.link']\") || {}).value");
    let link = form.value(&at("share.link"));
    let code = link.rsplit('#').next().unwrap_or_default();
    form.click(&at("share.close"));

    let other = Form::on(Page::open(engine, &format!("{url}#{code}")));
    other.wait_standing("1.04 暂计");
    other.wait_value(&actual("i4"), "10次");
    other.assert_quiet();
    form.assert_quiet();
    form
}

/// From the file: nothing is asked for but the file itself.
#[track_caller]
fn from_a_file(engine: Option<Engine>) {
    let Some(engine) = engine else { return };
    let url = single_file(&format!("绩效 自评 {}.html", engine.name));
    let form = journey(engine, &url);
    form.settle();
    let other: Vec<_> = form
        .requests()
        .into_iter()
        .filter(|one| one.kind != "Document" && !one.url.starts_with("blob:"))
        .collect();
    assert!(other.is_empty(), "{other:#?}");
}

/// From a server, below a folder, under a name that is not this machine's: same-origin GETs of the site's own files.
#[track_caller]
fn from_an_intranet(engine: Option<Engine>) {
    let Some(engine) = engine else { return };
    let site = Site::serve_with(|options| options.below("/oa/绩效"));
    let form = journey(engine, &site.intranet_url());
    assert_eq!(form.js("window.isSecureContext"), Value::Bool(false));
    form.settle();
    for request in form.requests() {
        let known = request.url.starts_with("blob:")
            || request.url == "about:blank"
            || request.url.starts_with("http://oa.test:");
        assert!(known && request.method == "GET", "{request:?}");
    }
}

#[test]
fn the_single_file_on_chromium_69() {
    from_a_file(Engine::old(69));
}

#[test]
fn the_single_file_on_chromium_92() {
    from_a_file(Engine::old(92));
}

#[test]
fn the_single_file_on_chromium_109() {
    from_a_file(Engine::old(109));
}

#[test]
fn the_single_file_on_the_current_chromium() {
    from_a_file(Some(Engine::current()));
}

#[test]
fn a_folder_of_an_intranet_on_chromium_69() {
    from_an_intranet(Engine::old(69));
}

#[test]
fn a_folder_of_an_intranet_on_chromium_92() {
    from_an_intranet(Engine::old(92));
}

#[test]
fn a_folder_of_an_intranet_on_chromium_109() {
    from_an_intranet(Engine::old(109));
}

#[test]
fn a_folder_of_an_intranet_on_the_current_chromium() {
    from_an_intranet(Some(Engine::current()));
}
