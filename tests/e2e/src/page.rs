//! One page in a browser, and what a person does with it.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::browser::{Browser, Profile};
use crate::engine::Engine;
use crate::session::{Request, Session, Trouble};

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long nothing may be asked for before the page counts as quiet.
const QUIET: Duration = Duration::from_millis(300);

/// A page; its browser ends when the last page on it is dropped.
#[derive(Debug)]
pub struct Page {
    session: RefCell<Session>,
    browser: Rc<Browser>,
}

impl Page {
    /// Opens the product in a new browser with a new profile and waits until it runs.
    #[track_caller]
    #[must_use]
    pub fn open(engine: Engine, url: &str) -> Self {
        Self::open_on(&Browser::launch(engine, &Profile::new()), url)
    }

    /// Opens the product in the first tab of a running browser and waits until it runs.
    #[track_caller]
    #[must_use]
    pub fn open_on(browser: &Rc<Browser>, url: &str) -> Self {
        let page = Self::blank(browser);
        page.go(url);
        page.wait_ready();
        page
    }

    /// The empty first tab of a browser, for addresses that are not the product.
    #[track_caller]
    #[must_use]
    pub fn blank(browser: &Rc<Browser>) -> Self {
        Self::attach(browser, browser.first_page())
    }

    /// Opens the product in another tab of the same browser.
    #[track_caller]
    #[must_use]
    pub fn another(&self, url: &str) -> Self {
        let page = self.another_raw(url);
        page.wait_ready();
        page
    }

    /// Opens any address in another tab of the same browser.
    #[track_caller]
    #[must_use]
    pub fn another_raw(&self, url: &str) -> Self {
        let page = Self::attach(&self.browser, self.browser.new_page());
        page.go(url);
        page
    }

    #[track_caller]
    fn attach(browser: &Rc<Browser>, address: Result<String, String>) -> Self {
        let session = address.and_then(|address| Session::connect(&address));
        match session {
            Ok(session) => {
                let page = Self {
                    session: RefCell::new(session),
                    browser: Rc::clone(browser),
                };
                let downloads = browser.profile().downloads();
                page.call(
                    "Page.setDownloadBehavior",
                    json!({ "behavior": "allow", "downloadPath": downloads }),
                );
                page
            }
            Err(message) => panic!("no page in {}: {message}", browser.engine().title()),
        }
    }

    /// The browser this page is in.
    #[must_use]
    pub fn browser(&self) -> &Rc<Browser> {
        &self.browser
    }

    /// Calls a DevTools method; a refusal panics.
    #[track_caller]
    pub fn call(&self, method: &str, params: Value) -> Value {
        match self.try_call(method, params) {
            Ok(value) => value,
            Err(message) => panic!("{message}{}", self.state()),
        }
    }

    /// Calls a DevTools method that not every browser has.
    ///
    /// # Errors
    /// The browser refused it or is gone.
    pub fn try_call(&self, method: &str, params: Value) -> Result<Value, String> {
        self.session.borrow_mut().call(method, params)
    }

    /// Goes to an address and waits for its load event.
    #[track_caller]
    pub fn go(&self, url: &str) {
        let before = self.session.borrow().loads;
        let answer = self.call("Page.navigate", json!({ "url": url }));
        if let Some(error) = answer["errorText"].as_str() {
            panic!("{url}: {error}");
        }
        // A change of the fragment alone loads nothing.
        if answer.get("loaderId").is_some() {
            self.wait_load(before);
        }
    }

    /// Reloads and waits until the product runs again.
    #[track_caller]
    pub fn reload(&self) {
        let before = self.session.borrow().loads;
        self.call("Page.reload", json!({}));
        self.wait_load(before);
        self.wait_ready();
    }

    /// Tries to reload and answers with no if the page asks whether to leave; tells whether it asked.
    #[track_caller]
    pub fn tries_to_leave(&self) -> bool {
        let before = self.session.borrow().asked;
        self.session.borrow_mut().stays = true;
        // Some browsers answer only once the page is left, which it is not.
        self.js("setTimeout(function(){location.reload()},0),1");
        self.pause(Duration::from_millis(600));
        self.session.borrow_mut().stays = false;
        self.session.borrow().asked > before
    }

    #[track_caller]
    fn wait_load(&self, before: u64) {
        let deadline = Instant::now() + PATIENCE * 2;
        while self.session.borrow().loads == before {
            assert!(
                Instant::now() < deadline,
                "the page did not load{}",
                self.state()
            );
            self.pause(Duration::from_millis(10));
        }
    }

    /// Waits until the boot screen is gone.
    #[track_caller]
    pub fn wait_ready(&self) {
        self.wait("document.documentElement.getAttribute('data-boot') === 'ready'");
    }

    /// Lets time pass, taking in what the browser reports.
    #[track_caller]
    pub fn pause(&self, time: Duration) {
        if let Err(message) = self.session.borrow_mut().idle(time) {
            panic!("{message}");
        }
    }

    /// The value of a JavaScript expression; promises are awaited, an exception panics.
    #[track_caller]
    pub fn js(&self, expression: &str) -> Value {
        match self.try_js(expression) {
            Ok(value) => value,
            Err(message) => panic!("{message}\nin: {expression}{}", self.state()),
        }
    }

    /// The value of a JavaScript expression.
    ///
    /// # Errors
    /// It threw.
    pub fn try_js(&self, expression: &str) -> Result<Value, String> {
        let params = json!({
            "expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true,
        });
        let mut answer = self.try_call("Runtime.evaluate", params)?;
        match answer.get("exceptionDetails") {
            Some(details) => {
                let said = details["exception"]["description"]
                    .as_str()
                    .or(details["text"].as_str());
                Err(said.unwrap_or("an exception").to_owned())
            }
            None => Ok(answer["result"]["value"].take()),
        }
    }

    /// Waits until a JavaScript condition holds.
    #[track_caller]
    pub fn wait(&self, condition: &str) {
        let deadline = Instant::now() + PATIENCE;
        let expression = format!("!!({condition})");
        loop {
            // While the page is being replaced there is nothing to ask.
            if matches!(self.try_js(&expression), Ok(Value::Bool(true))) {
                return;
            }
            if Instant::now() > deadline {
                panic!("did not come true: {condition}{}", self.state());
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until an element's text contains `part`.
    #[track_caller]
    pub fn wait_text(&self, css: &str, part: &str) {
        let (css, part) = (json!(css), json!(part));
        self.wait(&format!(
            "(function(e){{return e&&e.textContent.indexOf({part})>=0}})(document.querySelector({css}))"
        ));
    }

    /// The text of the first element that matches, spaces at its ends removed.
    #[track_caller]
    #[must_use]
    pub fn text(&self, css: &str) -> String {
        self.of(css, "e.textContent.trim()")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The texts of all elements that match.
    #[track_caller]
    #[must_use]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let css = json!(css);
        let all = self.js(&format!(
            "[].map.call(document.querySelectorAll({css}),function(e){{return e.textContent.trim()}})"
        ));
        let words = all.as_array().into_iter().flatten();
        words
            .map(|word| word.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// What a field holds.
    #[track_caller]
    #[must_use]
    pub fn value(&self, css: &str) -> String {
        self.of(css, "e.value")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// How many elements match.
    #[track_caller]
    #[must_use]
    pub fn count(&self, css: &str) -> u64 {
        let css = json!(css);
        self.js(&format!("document.querySelectorAll({css}).length"))
            .as_u64()
            .unwrap_or_default()
    }

    /// A JavaScript expression over the first element `e` that matches; panics when there is none.
    #[track_caller]
    pub fn of(&self, css: &str, expression: &str) -> Value {
        let named = json!(css);
        self.js(&format!(
            "(function(e){{if(!e)throw new Error('no element '+{named});return {expression}}})\
             (document.querySelector({named}))"
        ))
    }

    /// Sets the window's size in CSS pixels and how many device pixels one has.
    #[track_caller]
    pub fn viewport(&self, width: u32, height: u32, scale: f64) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// Makes the processor appear so many times slower.
    #[track_caller]
    pub fn throttle_cpu(&self, times: f64) {
        self.call("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
    }

    /// Cuts the network, or restores it.
    #[track_caller]
    pub fn offline(&self, cut: bool) {
        let no_limit = json!({
            "offline": cut, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.call("Network.emulateNetworkConditions", no_limit);
    }

    /// Lets every answer of the network take so many milliseconds more.
    #[track_caller]
    pub fn slow(&self, milliseconds: u32) {
        let late = json!({
            "offline": false, "latency": milliseconds, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.call("Network.emulateNetworkConditions", late);
    }

    /// Shows the page as `print` or `screen`.
    #[track_caller]
    pub fn media(&self, kind: &str) {
        self.call("Emulation.setEmulatedMedia", json!({ "media": kind }));
    }

    /// Saves a picture of what is visible.
    #[track_caller]
    pub fn screenshot(&self, path: &Path) {
        let answer = self.call("Page.captureScreenshot", json!({ "format": "png" }));
        self.save(&answer, path);
    }

    /// Saves the page as a PDF on A4; `landscape` turns the paper.
    #[track_caller]
    pub fn pdf(&self, path: &Path, landscape: bool) {
        let paper = json!({
            "landscape": landscape, "paperWidth": 8.27, "paperHeight": 11.69,
            "printBackground": true, "preferCSSPageSize": true,
        });
        let answer = self.call("Page.printToPDF", paper);
        self.save(&answer, path);
    }

    #[track_caller]
    fn save(&self, answer: &Value, path: &Path) {
        let bytes = decode_base64(answer["data"].as_str().unwrap_or_default());
        assert!(!bytes.is_empty(), "the browser returned no picture");
        std::fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// Every request so far, `data:` addresses left out.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        let session = self.session.borrow();
        session
            .requests
            .iter()
            .filter(|one| !one.url.starts_with("data:"))
            .cloned()
            .collect()
    }

    /// Everything that the page or the browser complained about so far.
    #[must_use]
    pub fn troubles(&self) -> Vec<Trouble> {
        self.session.borrow().troubles.clone()
    }

    /// Forgets the requests and troubles so far.
    pub fn forget(&self) {
        let mut session = self.session.borrow_mut();
        session.requests.clear();
        session.troubles.clear();
    }

    /// Waits until nothing was asked for during a short while.
    #[track_caller]
    pub fn settle(&self) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let before = self.requests().len();
            self.pause(QUIET);
            if self.requests().len() == before {
                return;
            }
            assert!(
                Instant::now() < deadline,
                "the page never stops asking{}",
                self.state()
            );
        }
    }

    /// Asserts that there was no exception, error or warning since the start or the last `forget`.
    #[track_caller]
    pub fn assert_quiet(&self) {
        let troubles = self.troubles();
        assert!(troubles.is_empty(), "the page complained: {troubles:#?}");
    }

    /// What a failing step shows beside its own words.
    pub(crate) fn state(&self) -> String {
        let seen = self.try_js(
            "location.href+'\\n'+(document.getElementById('boot-cause')||{value:''}).value+'\\n'\
             +document.body.innerText.slice(0,600)",
        );
        let seen = seen
            .ok()
            .and_then(|value| value.as_str().map(str::to_owned))
            .unwrap_or_default();
        let engine = self.browser.engine().title();
        format!("\non {engine}: {seen}\ntroubles: {:#?}", self.troubles())
    }

    /// The element id of the file chooser that was opened last, if one was.
    pub(crate) fn take_chooser(&self) -> Option<u64> {
        self.session.borrow_mut().chooser.take()
    }
}

/// Base64 as the protocol sends it; anything else decodes to nothing.
fn decode_base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => break,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xff) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::decode_base64;

    #[test]
    fn base64_is_decoded() {
        assert_eq!(decode_base64("57up6K+E"), "绩评".as_bytes());
        assert_eq!(decode_base64("YWI="), b"ab");
        assert_eq!(decode_base64(""), b"");
    }
}
