//! The page starts, on every browser from the floor to today's, and says what is wrong where it cannot.

use std::path::{Path, PathBuf};

use e2e::{Browser, Engine, Page, Profile, Site, Value, json, repository, scratch};
use static_server::Options;

/// The page starts and shows the table, asks for its own five files and nothing else, and nobody complains.
#[track_caller]
fn starts(engine: Option<Engine>) {
    let Some(engine) = engine else { return };
    let site = Site::serve();
    let page = Page::open(engine, &site.url());
    page.wait("document.querySelectorAll('#app tbody tr').length >= 38");
    page.settle();
    assert_eq!(page.count("#boot"), 0);
    assert_eq!(page.requests().len(), 5, "{:#?}", page.requests());
    assert!(
        page.requests()
            .iter()
            .all(|one| one.url.starts_with(&site.url())),
        "{:#?}",
        page.requests()
    );
    page.assert_quiet();
}

#[test]
fn starts_on_chromium_69() {
    starts(Engine::old(69));
}

#[test]
fn starts_on_chromium_92() {
    starts(Engine::old(92));
}

#[test]
fn starts_on_chromium_109() {
    starts(Engine::old(109));
}

#[test]
fn starts_on_the_current_chromium() {
    starts(Some(Engine::current()));
}

/// The old builds are what their names say.
#[test]
fn the_floor_is_chromium_69() {
    let Some(engine) = Engine::old(69) else {
        return;
    };
    let browser = Browser::launch(engine, &Profile::new());
    assert!(browser.version().contains("/69."), "{}", browser.version());
}

#[test]
fn starts_below_a_folder_on_a_plain_http_name() {
    let site = Site::serve_with(|options| options.below("/oa/绩效"));
    let page = Page::open(Engine::current(), &site.intranet_url());
    assert_eq!(page.js("window.isSecureContext"), Value::Bool(false));
    page.assert_quiet();
}

/// From a folder on a disk or a share, without any server.
#[track_caller]
fn starts_from_a_folder(engine: Option<Engine>) {
    let Some(engine) = engine else { return };
    let url = format!(
        "file://{}",
        repository().join("dist/site/index.html").display()
    );
    let page = Page::open(engine, &url);
    page.wait("document.querySelectorAll('#app tbody tr').length >= 38");
    page.assert_quiet();
}

#[test]
fn starts_from_a_folder_on_chromium_69() {
    starts_from_a_folder(Engine::old(69));
}

#[test]
fn starts_from_a_folder_on_the_current_chromium() {
    starts_from_a_folder(Some(Engine::current()));
}

/// A copy of the site in which one file is changed.
fn broken_site(name: &str, change: impl Fn(&Path, Vec<u8>) -> Option<Vec<u8>>) -> (Site, PathBuf) {
    let folder = scratch(&format!("broken-{name}"));
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::create_dir_all(&folder).unwrap();
    for entry in std::fs::read_dir(repository().join("dist/site")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir()
            || path
                .extension()
                .is_some_and(|ending| ending == "br" || ending == "gz")
        {
            continue;
        }
        if let Some(bytes) = change(&path, std::fs::read(&path).unwrap()) {
            std::fs::write(folder.join(path.file_name().unwrap()), bytes).unwrap();
        }
    }
    (Site::serve_folder(Options::new(&folder)), folder)
}

/// Whether the file's name begins so.
fn is(path: &Path, start: &str) -> bool {
    path.file_name()
        .unwrap()
        .to_string_lossy()
        .starts_with(start)
}

/// The page says that it cannot start, in words, with cause, version and browser, and these can be copied.
#[track_caller]
fn says_why(page: &Page, url: &str, words: &str, cause: &str) {
    page.go(url);
    page.wait("document.documentElement.getAttribute('data-boot') === 'failed'");
    let said = page.value("#boot-cause");
    assert!(
        page.text("#boot-step").contains(words),
        "{}",
        page.text("#boot-step")
    );
    assert!(said.contains(cause), "{said}");
    let version = page.js("document.documentElement.getAttribute('data-version')");
    assert!(said.contains(version.as_str().unwrap()), "{said}");
    assert!(said.contains("Mozilla/5.0"), "{said}");
    page.click("#boot-copy");
    assert_eq!(page.clipboard().0.trim(), said.trim());
}

fn fresh(engine: Engine) -> Page {
    Page::blank(&Browser::launch(engine, &Profile::new()))
}

#[test]
fn a_missing_file_is_named() {
    let (site, _) = broken_site("missing", |path, bytes| {
        (!is(path, "core-")).then_some(bytes)
    });
    says_why(
        &fresh(Engine::current()),
        &site.url(),
        "没有取到文件",
        "load core-",
    );
}

#[test]
fn a_damaged_program_is_said() {
    let (site, _) = broken_site("damaged", |path, bytes| {
        Some(if is(path, "core-") {
            b"window.jipingCore=[\"###\"];".to_vec()
        } else {
            bytes
        })
    });
    says_why(
        &fresh(Engine::current()),
        &site.url(),
        "程序没有启动",
        "CompileError",
    );
}

/// A host's policy that forbids WebAssembly: Chromium 69 would end the page at the compile, with nothing to catch.
#[track_caller]
fn says_that_the_policy_forbids_it(name: &str, engine: Option<Engine>, words: &str) {
    let Some(engine) = engine else { return };
    let (site, _) = broken_site(name, |path, bytes| {
        let text = || String::from_utf8(bytes.clone()).unwrap();
        Some(if is(path, "index.html") {
            text()
                .replace(" 'wasm-unsafe-eval' 'unsafe-eval'", "")
                .into_bytes()
        } else {
            bytes
        })
    });
    says_why(&fresh(engine), &site.url(), words, "cause: ");
}

#[test]
fn a_forbidding_policy_is_said_on_chromium_69() {
    says_that_the_policy_forbids_it("policy-69", Engine::old(69), "安全策略");
}

#[test]
fn a_forbidding_policy_is_said_on_the_current_chromium() {
    says_that_the_policy_forbids_it("policy", Some(Engine::current()), "程序没有启动");
}

#[test]
fn the_internet_explorer_engine_is_sent_away() {
    let site = Site::serve();
    let page = fresh(Engine::current());
    let agent = "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko";
    page.call(
        "Emulation.setUserAgentOverride",
        json!({ "userAgent": agent }),
    );
    says_why(&page, &site.url(), "极速模式", "not supported");
}

#[test]
fn a_browser_without_webassembly_is_sent_away() {
    let site = Site::serve();
    let page = fresh(Engine::current());
    page.call(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": "delete window.WebAssembly" }),
    );
    says_why(&page, &site.url(), "版本过旧", "not supported");
}

/// The whole program does not arrive: the small one stays, says so, and nothing is lost.
#[test]
fn what_does_not_arrive_is_said_and_the_work_goes_on() {
    let (site, folder) = broken_site("more", |path, bytes| (!is(path, "more-")).then_some(bytes));
    let page = Page::open(Engine::current(), &site.url());
    page.wait("document.querySelectorAll('#app tbody tr').length >= 38");
    page.click("[id='do.language']");
    page.wait_text(".notice.is-news", "没有取到");
    page.click("[id='row.actual.i1']");
    page.insert("16人");
    page.wait("document.querySelector('#total').textContent.indexOf('1.25') >= 0");
    assert_eq!(page.js("document.documentElement.lang"), "zh-CN");

    // Once it can be had, only what is pressed then is done.
    for entry in std::fs::read_dir(repository().join("dist/site")).unwrap() {
        let path = entry.unwrap().path();
        if is(&path, "more-") {
            std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    page.click("[id='fold.goals']");
    page.wait("document.querySelector('.goals textarea')");
    assert_eq!(page.js("document.documentElement.lang"), "zh-CN");
    assert_eq!(page.count("link[rel=stylesheet]"), 2);
    assert_eq!(page.value("[id='row.actual.i1']"), "16人");
    std::fs::remove_dir_all(folder).unwrap();
}

/// What is typed while the whole program comes goes into the field, before and after, and the caret stays.
#[test]
fn who_types_on_stays_in_the_field() {
    let site = Site::serve();
    let page = Page::open(Engine::current(), &site.url());
    page.wait("document.querySelectorAll('#app tbody tr').length >= 38");
    page.settle();
    page.slow(700);
    page.click("[id='fold.goals']");
    page.click("[id='row.actual.i4']");
    page.insert("1");
    page.wait("document.querySelector('.goals textarea')");
    page.wait("document.activeElement.id === 'row.actual.i4'");
    page.insert("0次");
    page.wait("document.querySelector('#total').textContent.indexOf('1.04') >= 0");
    assert_eq!(page.value("[id='row.actual.i4']"), "10次");
    page.assert_quiet();
}

/// docs/FORMAT.md says that the schema comes with the site.
#[test]
fn the_schema_comes_with_the_site() {
    let site = Site::serve();
    let page = Page::blank(&Browser::launch(Engine::current(), &Profile::new()));
    page.go(&format!("{}schema/jiping-1.json", site.url()));
    let name = page.js("JSON.parse(document.body.textContent).$id");
    assert_eq!(name, json!("urn:jiping:file:1"));
}
