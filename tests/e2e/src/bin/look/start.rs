//! How long a person waits: cold starts, each in a new browser with a new profile, from the file and from a server.
//!
//! Times are counted by the page itself, in milliseconds from the moment at which it was asked for: until something
//! stands there at all, until the total of the seed is drawn, and until an actual that is typed at that moment has
//! changed the total. `again` is the second visit to the server in the same browser, after something was typed: it
//! begins with the whole program.

use e2e::{Browser, Engine, Page, Profile, Site, Value, json, single_file};

/// How many cold starts a line has.
const TIMES: usize = 5;

/// Runs before the page's own scripts: looks at every frame, and types as soon as the total is drawn.
const WATCH: &str = "(function(){var seen=window.jipingSeen={};\
    function drawn(then){requestAnimationFrame(function(){setTimeout(then,0)})}\
    function look(){var total=document.querySelector('#total'),field=document.getElementById('row.actual.i4');\
    if(!total||!field)return requestAnimationFrame(look);\
    drawn(function(){seen.shown=performance.now();var was=total.textContent;field.focus();field.value=field.value==='10次'?'9次':'10次';\
    field.dispatchEvent(new Event('input',{bubbles:true}));\
    (function wait(){if(document.querySelector('#total').textContent===was)return requestAnimationFrame(wait);\
    drawn(function(){seen.answered=performance.now();\
    var first=performance.getEntriesByType('paint').filter(function(p){return p.name==='first-contentful-paint'})[0];\
    seen.painted=first?first.startTime:-1;seen.done=true})})()})}\
    requestAnimationFrame(look)})()";

/// What is measured, by its name in the page.
const MOMENTS: [&str; 3] = ["painted", "shown", "answered"];

/// Prints a line for every browser and place.
pub(crate) fn run() -> bool {
    println!(
        "  cold start, ms, median of {TIMES} (slowest)  first paint     total shown     typed, new total"
    );
    let site = Site::serve();
    let file = single_file("start.html");
    let engines = Engine::all()
        .into_iter()
        .filter(|one| one.program.as_os_str() != "-");
    for engine in engines {
        let rates: &[f64] = if engine.name == "current" {
            &[1.0, 6.0]
        } else {
            &[1.0]
        };
        for rate in rates {
            let http = site.intranet_url();
            line(&engine, *rate, "file ", || once(&engine, *rate, &file));
            line(&engine, *rate, "http ", || once(&engine, *rate, &http));
            line(&engine, *rate, "again", || again(&engine, *rate, &http));
        }
    }
    true
}

fn line(engine: &Engine, rate: f64, place: &str, visit: impl Fn() -> Value) {
    let runs: Vec<Value> = (0..TIMES).map(|_| visit()).collect();
    let mut row = format!("  {:<18}{place}  ", engine.title());
    row += if rate > 1.0 {
        "CPU at 1/6      "
    } else {
        "                "
    };
    for moment in MOMENTS {
        let mut times: Vec<u64> = runs
            .iter()
            .filter_map(|run| run[moment].as_f64())
            .map(|time| time.max(0.0).round() as u64)
            .collect();
        times.sort_unstable();
        let at = |index: usize| times.get(index).copied().unwrap_or_default();
        let (median, slowest) = (at(TIMES / 2), at(TIMES - 1));
        row += &format!("{median:>7} ({slowest:>5})");
    }
    println!("{row}");
}

fn once(engine: &Engine, rate: f64, url: &str) -> Value {
    seen(&watched(engine, rate), url)
}

/// The visit after one that left an actual behind.
fn again(engine: &Engine, rate: f64, url: &str) -> Value {
    let page = watched(engine, rate);
    seen(&page, url);
    page.wait(
        "Object.keys(localStorage).some(function(key){return key.indexOf('jiping.eval.')===0})",
    );
    seen(&page, url)
}

/// A new browser whose pages look out for their moments.
fn watched(engine: &Engine, rate: f64) -> Page {
    let page = Page::blank(&Browser::launch(engine.clone(), &Profile::new()));
    page.call(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": WATCH }),
    );
    if rate > 1.0 {
        page.throttle_cpu(rate);
    }
    page
}

/// Opens an address and gives its moments.
fn seen(page: &Page, url: &str) -> Value {
    page.go(url);
    page.wait("(window.jipingSeen || {}).done");
    page.js("window.jipingSeen")
}
