//! The service worker: off by default, on by a button, the page without its server, a newer version, off again.

use std::path::{Path, PathBuf};
use std::time::Duration;

use e2e::{Engine, Page, Site, json, repository, scratch};
use static_server::Options;

use crate::form::{Form, at};
use crate::single::only_the_check_was_refused;

/// A copy of the site that can be changed.
fn copy() -> PathBuf {
    let folder = scratch("worker");
    std::fs::remove_dir_all(&folder).expect("an old copy");
    std::fs::create_dir_all(&folder).expect("the copy");
    for entry in std::fs::read_dir(repository().join("dist/site")).expect("the site") {
        let path = entry.expect("a file").path();
        let twin = path
            .extension()
            .is_some_and(|end| end == "br" || end == "gz");
        if path.is_file() && !twin {
            std::fs::copy(&path, folder.join(path.file_name().expect("a name"))).expect("a copy");
        }
    }
    folder
}

/// Makes the copy a newer version: another name in the page, and the page's hash in the worker's list.
fn renew(folder: &Path, form: &Form, version: &str) -> String {
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a text");
    let hash = |text: &str| {
        let text = json!(text);
        let hash = form.js(&format!(
            "crypto.subtle.digest('SHA-256', new TextEncoder().encode({text})).then(function(b){{\
             return btoa(String.fromCharCode.apply(null, new Uint8Array(b)))}})"
        ));
        hash.as_str().expect("a hash").to_owned()
    };
    let (page, worker) = (read("index.html"), read("sw.js"));
    let newer = page.replace(version, "9.9.9+newer");
    let listed = worker
        .replace(version, "9.9.9+newer")
        .replace(&hash(&page), &hash(&newer));
    assert!(
        newer != page && listed.contains(&hash(&newer)),
        "the worker lists the page"
    );
    std::fs::write(folder.join("index.html"), newer).expect("the page");
    std::fs::write(folder.join("sw.js"), listed).expect("the worker");
    "9.9.9+newer".to_owned()
}

fn version(form: &Form) -> String {
    let version = form.js("document.documentElement.getAttribute('data-version')");
    version.as_str().expect("a version").to_owned()
}

/// Opens the foot's switch.
#[track_caller]
fn switch(form: &Form) {
    if form.of("#foot-panel", "e.hidden") == true {
        form.click("#foot-check");
    } else if form.count("#foot-keep") == 0 {
        form.click("#foot-check");
        form.click("#foot-check");
    }
    form.click("#foot-keep");
}

#[test]
fn the_site_opens_without_its_server_once_that_is_switched_on() {
    let folder = copy();
    let site = Site::serve_folder(Options::new(&folder));
    let form = Form::on(Page::open(Engine::current(), &site.url()));
    form.settle();
    assert_eq!(site.log().len(), 5, "off by default: {:#?}", site.log());
    assert_eq!(
        form.js("navigator.serviceWorker.getRegistrations().then(function(r){return r.length})"),
        0
    );
    form.forget();
    switch(&form);
    form.wait("document.querySelector('#foot-keep-on')");
    let asked = form.requests();
    assert!(
        asked.len() == 1 && asked[0].url.contains("/keep-"),
        "{asked:#?}"
    );
    form.click("#foot-keep-on");
    form.wait_text("#foot-panel", "已开启");
    let fetched: Vec<_> = site
        .log()
        .into_iter()
        .skip(6)
        .map(|one| one.target)
        .collect();
    assert_eq!(
        fetched.len(),
        11,
        "the worker and its ten files: {fetched:#?}"
    );
    form.achieve("i4", "10次");
    form.wait_standing("1.04 暂计");
    form.wait_kept();

    site.stop();
    form.reload();
    form.wait_standing("1.04 暂计");
    form.click(&at("share.send"));
    form.wait("(document.querySelector(\"[id='share.link']\") || {}).value");
    form.click(&at("share.close"));

    // A newer version: looked for by the button, taken at the next reload, the work still there.
    let old = version(&form);
    let new = renew(&folder, &form, &old);
    let site = site.again(Options::new(&folder));
    switch(&form);
    form.click("#foot-keep-update");
    form.wait_text("#foot-panel", "有新版本");
    form.achieve("i1", "16人");
    form.wait_standing("2.29 暂计");
    form.wait_kept();
    form.reload();
    assert_eq!(version(&form), old, "not before it is asked for");
    form.wait_text("#foot-panel", "有新版本");
    form.click("#foot-keep-take");
    form.wait_text("#foot-panel", "下次打开或刷新时换用");
    assert_eq!(version(&form), old);
    form.reload();
    assert_eq!(version(&form), new);
    form.wait_standing("2.29 暂计");
    let waits = "navigator.serviceWorker.getRegistration().then(function(r){return !!r.waiting})";
    while form.js(waits) == true {
        form.pause(Duration::from_millis(20));
    }

    switch(&form);
    form.click("#foot-keep-off");
    form.wait_text("#foot-panel", "已关闭");
    let left = "navigator.serviceWorker.getRegistrations().then(function(r){return caches.keys().then(function(k){return r.length+k.length})})";
    assert_eq!(form.js(left), 0);
    let before = site.log().len();
    form.reload();
    form.wait_standing("2.29 暂计");
    assert!(site.log().len() > before, "from the server again");
    only_the_check_was_refused(&form);
}
