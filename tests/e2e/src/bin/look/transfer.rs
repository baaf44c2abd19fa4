//! The first load as a browser counts it: every byte over the wire until the table is shown and the page is quiet.

use e2e::{Engine, Page, Site};

/// Prints the requests and their bytes, headers and all.
pub(crate) fn print() -> bool {
    let site = Site::serve();
    let page = Page::open(Engine::current(), &site.url());
    page.settle();
    let requests = page.requests();
    let mut sum = 0;
    for request in &requests {
        let name = request.url.rsplit('/').next().unwrap_or_default();
        println!(
            "  {:<20}{:>9}",
            if name.is_empty() { "index.html" } else { name },
            request.bytes
        );
        sum += request.bytes;
    }
    println!(
        "  {:<20}{sum:>9}  over the wire in {} requests, headers counted",
        "sum",
        requests.len()
    );
    let version = page.browser().version();
    let start = page.js("document.documentElement.getAttribute('data-boot-ms')");
    println!(
        "  started in {} ms ({version})",
        start.as_str().unwrap_or("?")
    );
    sum > 0
}
