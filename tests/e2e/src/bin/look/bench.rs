//! Timings in real browsers: cold starts (`start`), and scripts. A script in `tests/e2e/bench/*.js` is an async function's body that returns an object of
//! numbers; it runs in the opened page and what it returns is printed.

use crate::start;
use e2e::{Engine, Page, Site, repository};

/// Runs what has a name that contains the first word, everything without one.
pub(crate) fn run(words: &[&str]) -> bool {
    let folder = repository().join("tests/e2e/bench");
    let mut scripts: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    scripts.sort();
    let named = |name: &str| words.first().is_none_or(|part| name.contains(part));
    if named("start") {
        start::run();
    }
    let site = Site::serve();
    for path in scripts {
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if !named(&name) {
            continue;
        }
        let body = std::fs::read_to_string(&path).expect("the script");
        let page = Page::open(Engine::current(), &site.url());
        page.settle();
        let result = page.js(&format!("(async function(){{{body}\n}})()"));
        println!("  {name}: {result}");
    }
    true
}
