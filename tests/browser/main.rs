//! Tests of what only a browser has, run in one: `cargo xtask test unit`.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests stand outside of test functions"
)]

mod events;
mod page;
mod pasted;
mod storage;

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::{Element, Event};

wasm_bindgen_test_configure!(run_in_browser);

/// An element of this tag and `id` in the page.
fn place(tag: &str, id: &str) -> Element {
    let document = gloo::utils::document();
    let element = document.create_element(tag).unwrap();
    element.set_id(id);
    document.body().unwrap().append_child(&element).unwrap();
    element
}

/// What a line of script gives.
fn script(line: &str) -> wasm_bindgen::JsValue {
    js_sys::Function::new_no_args(line)
        .call0(&wasm_bindgen::JsValue::NULL)
        .unwrap()
}

/// An event made by a line of script, e.g. `new KeyboardEvent('keydown')`.
fn made(event: &str) -> Event {
    script(&format!("return {event}")).dyn_into().unwrap()
}
