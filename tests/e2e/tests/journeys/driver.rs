//! The driver itself: a page of its own shows that its hands are real, so that a journey can trust them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use e2e::{Browser, Engine, Page, Profile, Site, Value, scratch};
use static_server::Options;

/// A page that writes down what happens to it.
const HTML: &str = r#"<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body>
<input id="a"><input id="b"><textarea id="c"></textarea>
<button id="save">save</button><button id="open">open</button>
<input id="files" type="file" multiple hidden><div id="drop" style="width:90px;height:40px;background:#ddd"></div>
<div style="position:relative"><button id="under">u</button>
<div id="over" style="position:absolute;left:0;top:0;width:99px;height:99px"></div></div>
<pre id="log"></pre>
<script>
var log = function (word) { document.getElementById('log').textContent += word + '\n'; };
var id = function (name) { return document.getElementById(name); };
['keydown', 'compositionstart', 'compositionend', 'input'].forEach(function (kind) {
  document.addEventListener(kind, function (e) {
    log(kind + ' ' + (e.key || e.data || '') + (e.ctrlKey ? ' ctrl' : '') + (e.shiftKey ? ' shift' : ''));
  });
});
id('save').onclick = function () {
  var a = document.createElement('a');
  a.href = URL.createObjectURL(new Blob(['内容'])); a.download = '自评 1.json'; a.click();
};
id('open').onclick = function () { id('files').click(); };
id('files').onchange = function () { log('file ' + id('files').files[0].name); };
id('drop').ondragover = function (e) { e.preventDefault(); };
id('drop').ondrop = function (e) { e.preventDefault(); log('dropped ' + e.dataTransfer.files[0].name); };
</script></body></html>"#;

/// Writes the page into a folder of its own and opens it.
fn opened(name: &str, engine: Engine) -> (Page, PathBuf) {
    let folder = scratch(&format!("driver-{name}"));
    std::fs::write(folder.join("index.html"), HTML).unwrap();
    let site = Site::serve_folder(Options::new(&folder));
    let page = Page::blank(&Browser::launch(engine, &Profile::new()));
    page.go(&site.intranet_url());
    (page, folder)
}

#[track_caller]
fn types_and_presses(name: &str, engine: Option<Engine>) {
    let Some(engine) = engine else { return };
    let (page, _) = opened(name, engine);
    page.type_into("#a", "16人");
    assert_eq!(page.value("#a"), "16人");
    page.press("Tab");
    assert_eq!(page.focused(), "b");
    page.type_keys("x9");
    page.press("Shift+Tab");
    assert_eq!(page.focused(), "a");
    page.press("Ctrl+z");
    // Firefox also reports the modifiers themselves.
    let held = |line: &&str| !["keydown Shift shift", "keydown Control ctrl"].contains(line);
    let log = page.text("#log");
    assert_eq!(
        log.lines().map(str::trim).filter(held).collect::<Vec<_>>(),
        [
            "input 16人",
            "keydown Tab",
            "keydown x",
            "input x",
            "keydown 9",
            "input 9",
            "keydown Tab shift",
            "keydown z ctrl",
            "input",
        ]
    );
}

#[test]
fn types_and_presses_on_the_current_chromium() {
    types_and_presses("keys", Some(Engine::current()));
}

#[test]
fn types_and_presses_on_chromium_69() {
    types_and_presses("keys-69", Engine::old(69));
}

#[test]
fn types_and_presses_on_firefox() {
    types_and_presses("keys-firefox", Some(Engine::firefox()));
}

#[test]
fn composes_chinese() {
    let (page, _) = opened("compose", Engine::current());
    page.click("#a");
    assert!(page.compose(&["r", "re", "人"], "人"));
    assert_eq!(page.value("#a"), "人");
    let log = page.text("#log");
    assert!(
        log.contains("compositionstart") && log.contains("compositionend 人"),
        "{log}"
    );
}

#[track_caller]
fn copies_and_pastes(name: &str, engine: Option<Engine>) {
    let Some(engine) = engine else { return };
    let (page, _) = opened(name, engine);
    page.click("#c");
    page.paste("1\t2\n3\t4", Some("<table><tr><td>1</td></tr></table>"));
    assert_eq!(page.value("#c"), "1\t2\n3\t4");
    let (text, html) = page.clipboard();
    assert_eq!(text, "1\t2\n3\t4");
    assert!(html.contains("<td>1</td>"), "{html}");
    assert_eq!(page.focused(), "c");
    page.press("Ctrl+a");
    page.press("Ctrl+x");
    assert_eq!(page.value("#c"), "");
}

#[test]
fn copies_and_pastes_on_the_current_chromium() {
    copies_and_pastes("clip", Some(Engine::current()));
}

#[test]
fn copies_and_pastes_on_chromium_69() {
    copies_and_pastes("clip-69", Engine::old(69));
}

#[test]
fn files_go_in_and_out() {
    let (page, folder) = opened("files", Engine::current());
    let file = folder.join("数据 1.json");
    std::fs::write(&file, "{}").unwrap();
    page.choose_files("#files", &[&file]);
    page.wait_text("#log", "file 数据 1.json");
    page.choose_files_by("#open", &[&file]);
    page.drop_file("#drop", &file);
    page.wait_text("#log", "dropped 数据 1.json");
    page.click("#save");
    assert_eq!(page.downloaded("自评 1.json"), "内容".as_bytes());
}

#[test]
fn pictures_and_paper_are_saved() {
    let (page, folder) = opened("paper", Engine::current());
    page.viewport(800, 600, 1.5);
    let (picture, paper) = (folder.join("a.png"), folder.join("a.pdf"));
    page.screenshot(&picture);
    page.pdf(&paper, true);
    let starts = |path: &Path, with: &[u8]| std::fs::read(path).unwrap().starts_with(with);
    assert!(starts(&picture, b"\x89PNG") && starts(&paper, b"%PDF"));
    assert_eq!(page.js("innerWidth + 'x' + devicePixelRatio"), "800x1.5");
}

#[test]
fn a_second_tab_and_a_restart_share_the_storage() {
    let (page, _) = opened("tabs", Engine::current());
    page.js("localStorage.setItem('word', '绩评')");
    let url = page.js("location.href").as_str().unwrap().to_owned();
    let second = page.another_raw(&url);
    assert_eq!(second.js("localStorage.getItem('word')"), "绩评");
    let profile = std::rc::Rc::clone(page.browser().profile());
    page.browser().close();
    drop((page, second));
    let again = Page::blank(&Browser::launch(Engine::current(), &profile));
    again.go(&url);
    assert_eq!(again.js("localStorage.getItem('word')"), "绩评");
    assert_eq!(
        Page::blank(&Browser::launch(Engine::current(), &Profile::new())).js("1 + 1"),
        2
    );
}

#[test]
fn complaints_and_requests_are_recorded() {
    let (page, _) = opened("log", Engine::current());
    page.forget();
    page.js("console.warn('小心', 7)");
    page.js("void setTimeout(function () { throw new Error('boom') }, 0)");
    page.js("fetch('none.json').then(function () { return 1 })");
    page.settle();
    let kinds: Vec<_> = page.troubles().into_iter().map(|one| one.kind).collect();
    assert_eq!(
        kinds,
        ["warning", "exception", "error"],
        "{:?}",
        page.troubles()
    );
    assert!(
        page.requests()
            .iter()
            .any(|one| one.url.ends_with("/none.json"))
    );
    assert_eq!(page.js("Promise.resolve({ a: [1, '二'] })")["a"][1], "二");
    assert!(page.try_js("nothing.at.all").is_err());
    assert_eq!(page.js("null"), Value::Null);
}

/// Firefox reports no failed load as a complaint, but does report what was asked for.
#[test]
fn complaints_and_requests_are_recorded_on_firefox() {
    let (page, _) = opened("log-firefox", Engine::firefox());
    page.forget();
    page.js("console.warn('小心', 7)");
    page.js("void setTimeout(function () { throw new Error('boom') }, 0)");
    page.js("fetch('none.json').then(function () { return 1 })");
    page.settle();
    let kinds: Vec<_> = page.troubles().into_iter().map(|one| one.kind).collect();
    assert_eq!(kinds, ["warning", "exception"], "{:?}", page.troubles());
    let asked: Vec<_> = page.requests().into_iter().map(|one| one.url).collect();
    assert!(
        asked.len() == 1 && asked[0].ends_with("/none.json"),
        "{asked:?}"
    );
    assert_eq!(page.js("Promise.resolve({ a: [1, '二'] })")["a"][1], "二");
    assert!(page.try_js("nothing.at.all").is_err());
}

#[test]
fn a_covered_button_cannot_be_clicked() {
    let (page, _) = opened("covered", Engine::current());
    let clicked = catch_unwind(AssertUnwindSafe(|| page.click("#under")));
    let said = clicked
        .unwrap_err()
        .downcast_ref::<String>()
        .cloned()
        .unwrap_or_default();
    assert!(said.contains("#under is covered by"), "{said}");
}
