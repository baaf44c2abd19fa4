//! The page starts, on every browser from the floor to today's, and says what is wrong where it cannot.

use e2e::{Browser, Engine, Page, Profile, Site, Value};

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
