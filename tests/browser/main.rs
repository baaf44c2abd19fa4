//! Tests of what only a browser has, run in one: `cargo xtask test unit`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn there_is_a_document_to_mount_on() {
    let document = gloo::utils::document();
    assert!(document.body().is_some());
}
