//! The main journey wherever the page may lie: one file on a disk, a plain-http name of an intranet, a subfolder; on
//! every browser from the floor to today's, and on Firefox. Typed, scored, explained, kept, saved, opened again, on
//! paper, a link; and at every step what was asked for.

use e2e::{Engine, Page, Request, Site, Value, scratch, single_file};
use static_server::Options;

use crate::form::{Form, actual, at};

/// What was asked for since this was asked last; what the page makes itself (`blob:`) leaves no machine.
#[track_caller]
fn asked(form: &Form) -> Vec<Request> {
    form.settle();
    let ours = |one: &Request| !one.url.starts_with("blob:") && one.url != "about:blank";
    let all = form.requests().into_iter().filter(ours).collect();
    form.assert_quiet();
    form.forget();
    all
}

#[track_caller]
fn nothing_asked(form: &Form) {
    let asked = asked(form);
    assert!(asked.is_empty(), "{asked:#?}");
}

/// `loads` says of every request while the page loads whether it may be; `more` is what the button that prints asks for.
#[track_caller]
fn journey(
    engine: Engine,
    url: &str,
    loads: impl Fn(&Request) -> bool,
    more: Option<&str>,
) -> Form {
    let name = engine.name.clone();
    let form = Form::on(Page::open(engine.clone(), url));
    let opened = asked(&form);
    // Firefox does not even call the opening of a file a request.
    assert!(!opened.is_empty() || more.is_none());
    assert!(opened.iter().all(&loads), "{opened:#?}");
    form.type_into(&actual("i4"), "10次");
    form.wait_standing("1.04 暂计");
    form.click(&at("explain.i4"));
    form.wait_text(".detail__how", "1.25 × 10 ÷ 12 ≈ 1.0417 → 1.04 分");
    form.wait_kept();
    form.click(&at("do.save"));
    let file = "新疆巴州世界银行贷款项目执行办公室-2022.json";
    let tree: Value = serde_json::from_slice(&form.downloaded(file)).expect("JSON");
    assert_eq!(tree["indicators"][3]["actual"]["text"], "10次");
    nothing_asked(&form);

    // The whole program comes with the form.
    form.print();
    form.after_print();
    let asked_for: Vec<String> = asked(&form).into_iter().map(|one| one.url).collect();
    let files = if more.is_some() { 2 } else { 0 };
    assert_eq!(asked_for.len(), files, "{asked_for:#?}");
    assert!(
        asked_for
            .iter()
            .all(|url| more.is_some_and(|start| url.starts_with(start))),
        "{asked_for:#?}"
    );
    prints(&form, &format!("{name}{}", u8::from(more.is_some())));
    let link = link_of(&form);
    let code = link.rsplit('#').next().unwrap_or_default();
    nothing_asked(&form);

    // Where something is kept, the whole program is there from the start, and the small one is not.
    form.reload();
    form.wait_standing("1.04 暂计");
    let again = asked(&form);
    assert!(again.iter().all(&loads), "{again:#?}");
    let small = again.iter().find(|one| one.url.contains("/core-"));
    assert!(small.is_none(), "{small:#?}");
    assert_eq!(link_of(&form), link);
    prints(&form, &format!("{name}{}-again", u8::from(more.is_some())));
    nothing_asked(&form);

    let other = Form::on(Page::open(engine, &format!("{url}#{code}")));
    other.wait_standing("1.04 暂计");
    other.wait_value(&actual("i4"), "10次");
    assert!(asked(&other).iter().all(loads));
    form
}

/// The link that the dialog gives.
#[track_caller]
fn link_of(form: &Form) -> String {
    form.click(&at("share.send"));
    form.wait("(document.querySelector(\"[id='share.link']\") || {}).value");
    let link = form.value(&at("share.link"));
    form.click(&at("share.close"));
    link
}

/// The paper is there while the browser prints, and the browser really prints it.
#[track_caller]
fn prints(form: &Form, name: &str) {
    form.js("dispatchEvent(new Event('beforeprint'))");
    form.wait_text(".paper", "部门（单位）整体支出绩效自评表");
    assert!(form.text(".paper").contains("1.04"));
    form.after_print();
    let pdf = scratch("files").join(format!("place-{name}.pdf"));
    form.pdf(&pdf, true);
    let size = std::fs::metadata(&pdf).expect("the PDF").len();
    assert!(size > 20_000, "a PDF of {size} bytes");
}

/// From the file: nothing is asked for but the file itself.
#[track_caller]
fn from_a_file(engine: Option<Engine>) {
    let Some(engine) = engine else { return };
    let url = single_file(&format!("绩效 自评 {}.html", engine.name));
    let itself = |one: &Request| one.kind == "Document" && one.url.split('#').next() == Some(&url);
    journey(engine, &url, itself, None);
}

/// From a server, under a name that is not this machine's: same-origin GETs of the site's own files while it loads,
/// and afterwards the program and the style sheet that a button needs.
#[track_caller]
fn from_an_intranet(engine: Option<Engine>, change: impl FnOnce(Options) -> Options) {
    let Some(engine) = engine else { return };
    let site = Site::serve_with(change);
    // As browsers write it.
    let url = site.intranet_url().replace("绩效", "%E7%BB%A9%E6%95%88");
    let own = |one: &Request| one.method == "GET" && one.url.starts_with(&url);
    let more = format!("{url}more-");
    let form = journey(engine, &url, own, Some(&more));
    assert_eq!(form.js("window.isSecureContext"), Value::Bool(false));
    assert_eq!(
        form.js("typeof (navigator.clipboard || {}).writeText"),
        "undefined"
    );
}

/// In a folder whose name needs escaping.
fn below(options: Options) -> Options {
    options.below("/oa/绩效")
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
fn the_single_file_on_firefox() {
    from_a_file(Some(Engine::firefox()));
}

#[test]
fn an_intranet_on_chromium_69() {
    from_an_intranet(Engine::old(69), |top| top);
}

#[test]
fn an_intranet_on_firefox() {
    from_an_intranet(Some(Engine::firefox()), |top| top);
}

#[test]
fn a_folder_of_an_intranet_on_chromium_69() {
    from_an_intranet(Engine::old(69), below);
}

#[test]
fn a_folder_of_an_intranet_on_chromium_92() {
    from_an_intranet(Engine::old(92), below);
}

#[test]
fn a_folder_of_an_intranet_on_chromium_109() {
    from_an_intranet(Engine::old(109), below);
}

#[test]
fn a_folder_of_an_intranet_on_the_current_chromium() {
    from_an_intranet(Some(Engine::current()), below);
}

#[test]
fn a_folder_of_an_intranet_on_firefox() {
    from_an_intranet(Some(Engine::firefox()), below);
}
