//! Runs the wasm-bindgen tests that xtask has prepared in a folder, and prints what their own runner prints.

use std::time::{Duration, Instant};

use e2e::{Browser, Engine, Page, Profile, Site};
use static_server::Options;

/// How long the tests may run without printing anything new.
const SILENCE: Duration = Duration::from_secs(120);

/// Whether every test passed.
pub(crate) fn run(folder: &str) -> bool {
    let site = Site::serve_folder(Options {
        refuse_wasm: false,
        ..Options::new(folder)
    });
    let page = Page::blank(&Browser::launch(Engine::current(), &Profile::new()));
    page.go(&site.url());
    let mut shown = 0;
    let mut heard = Instant::now();
    loop {
        page.pause(Duration::from_millis(50));
        let text = page.text("#output");
        // The last line may still be growing.
        let whole = if text.contains("test result:") {
            text.len()
        } else {
            text.rfind('\n').unwrap_or_default()
        };
        if whole > shown {
            println!("{}", text[shown..whole].trim_end());
            (shown, heard) = (whole, Instant::now());
        }
        if text.contains("test result: ") {
            return text.contains("test result: ok.");
        }
        let broken = page
            .troubles()
            .into_iter()
            .find(|trouble| trouble.text.contains("cannot run the tests"));
        if heard.elapsed() > SILENCE || broken.is_some() {
            eprintln!("the in-browser tests stopped: {:#?}", page.troubles());
            return false;
        }
    }
}
