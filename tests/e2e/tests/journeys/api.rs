//! The JavaScript interface in a page of somebody else's: the example of docs/API.md, run as it stands there.

use std::path::PathBuf;

use e2e::{Browser, Engine, Page, Profile, Site, repository, scratch};
use static_server::Options;

/// The first fenced block of a language in docs/API.md.
#[track_caller]
fn block(language: &str) -> String {
    let text = std::fs::read_to_string(repository().join("docs/API.md")).expect("docs/API.md");
    let start = format!("```{language}\n");
    let (_, rest) = text.split_once(&start).expect("a block of this language");
    let (block, _) = rest.split_once("```").expect("the block's end");
    block.to_owned()
}

/// A folder with dist/api and one page.
#[track_caller]
fn folder(name: &str, page: &str) -> PathBuf {
    let folder = scratch(&format!("api-{name}"));
    for file in ["jiping.js", "jiping.mjs"] {
        let from = repository().join("dist/api").join(file);
        assert!(from.is_file(), "dist/api is missing: run `cargo xtask api`");
        std::fs::copy(from, folder.join(file)).expect("a copy of dist/api");
    }
    std::fs::write(folder.join("index.html"), page).expect("the page");
    folder
}

#[track_caller]
fn open(engine: Engine, url: &str) -> Page {
    let page = Page::blank(&Browser::launch(engine, &Profile::new()));
    page.go(url);
    page.wait("document.getElementById('why').textContent !== ''");
    page
}

/// The page shows what docs/API.md says that it shows, asks for nothing beside itself, and nobody complains.
#[track_caller]
fn shows(page: &Page) {
    assert_eq!(
        format!("{}\n{}\n", page.text("#score"), page.text("#why")),
        block("text")
    );
    page.settle();
    let asked: Vec<String> = page.requests().into_iter().map(|one| one.url).collect();
    assert!(
        asked
            .iter()
            .all(|url| url.contains("jiping.") || url.ends_with('/') || url.ends_with(".html")),
        "{asked:#?}"
    );
    page.assert_quiet();
}

/// From a folder, without any server.
#[track_caller]
fn from_a_folder(engine: Option<Engine>) {
    let Some(engine) = engine else { return };
    let folder = folder(&format!("folder-{}", engine.name), &block("html"));
    let url = format!("file://{}", folder.join("index.html").display());
    shows(&open(engine, &url));
}

#[test]
fn the_example_runs_from_a_folder_on_chromium_69() {
    from_a_folder(Engine::old(69));
}

#[test]
fn the_example_runs_from_a_folder_on_the_current_chromium() {
    from_a_folder(Some(Engine::current()));
}

/// As a module, from a server.
#[track_caller]
fn as_a_module(engine: Option<Engine>) {
    let Some(engine) = engine else { return };
    let page = block("html")
        .replace("<title>", "<link rel=\"icon\" href=\"data:,\">\n<title>")
        .replace("<script src=\"jiping.js\"></script>\n", "")
        .replace(
            "<script>\n",
            "<script type=\"module\">\nimport * as jiping from \"./jiping.mjs\";\n",
        );
    assert!(page.contains("import") && !page.contains("src="));
    let site = Site::serve_folder(Options::new(folder(
        &format!("module-{}", engine.name),
        &page,
    )));
    shows(&open(engine, &site.url()));
}

#[test]
fn the_example_runs_as_a_module_on_chromium_69() {
    as_a_module(Engine::old(69));
}

#[test]
fn the_example_runs_as_a_module_on_the_current_chromium() {
    as_a_module(Some(Engine::current()));
}
