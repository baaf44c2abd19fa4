//! Drives real Chromium browsers, from 69 to today's, over the DevTools protocol, and Firefox over WebDriver BiDi.
//!
//! Not WebDriver for Chromium: version 69 has no driver to be had, and a driver cannot record requests or compose Chinese text.
//! Everything is blocking and has a time limit; whatever goes wrong panics at the line of the journey that asked.
//! A journey reads as one line a step:
//!
//! ```no_run
//! use e2e::{Engine, Page, Site};
//!
//! let site = Site::serve();
//! let page = Page::open(Engine::current(), &site.url());
//! page.type_into("[data-row='1'] input", "16人");
//! page.press("Enter");
//! page.wait_text("#total", "1.25");
//! page.assert_quiet();
//! ```
//!
//! The browsers are listed by `cargo xtask browsers`, which the test commands call.

mod bidi;
mod browser;
mod clipboard;
mod engine;
mod firefox;
mod input;
mod page;
mod session;
mod site;

pub use browser::{Browser, Profile};
pub use engine::Engine;
pub use page::Page;
pub use session::{Request, Trouble};
pub use site::{Site, file_url, repository, scratch, single_file};

pub use serde_json::{Value, json};
