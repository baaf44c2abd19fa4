//! Timings in a real browser. A script in `tests/e2e/bench/*.js` is an async function's body that returns an object of
//! numbers; it runs in the opened page and what it returns is printed.

use e2e::{Engine, Page, Site, repository};

/// Runs the scripts whose name contains the first word, all without one.
pub(crate) fn run(words: &[&str]) -> bool {
    let folder = repository().join("tests/e2e/bench");
    let mut scripts: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    scripts.sort();
    let site = Site::serve();
    for path in scripts {
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if words.first().is_some_and(|part| !name.contains(part)) {
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
