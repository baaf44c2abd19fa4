//! The browser's storage: there, full, blocked.

use jiping::app::platform::storage::Local;
use jiping::app::shelf::storage::{Fault, Storage};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::script;

const KEY: &str = "jiping.test";

#[wasm_bindgen_test]
fn what_is_stored_is_there_until_it_is_removed() {
    Local.set(KEY, "一份草稿").unwrap();
    assert_eq!(Local.get(KEY).unwrap().as_deref(), Some("一份草稿"));
    Local.remove(KEY).unwrap();
    assert_eq!(Local.get(KEY), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_storage_is_told_and_what_was_there_stays() {
    Local.set(KEY, "small").unwrap();
    let large = "x".repeat(12 * 1024 * 1024);
    assert_eq!(Local.set(KEY, &large), Err(Fault::Full));
    assert_eq!(Local.get(KEY).unwrap().as_deref(), Some("small"));
    Local.remove(KEY).unwrap();
}

#[wasm_bindgen_test]
fn a_blocked_storage_is_told() {
    script(
        "window.keptStorage = Object.getOwnPropertyDescriptor(window, 'localStorage'); \
         Object.defineProperty(window, 'localStorage', { configurable: true, \
         get() { throw new DOMException('no', 'SecurityError'); } })",
    );
    let outcome = (Local.get(KEY), Local.set(KEY, "x"), Local.remove(KEY));
    script("Object.defineProperty(window, 'localStorage', window.keptStorage)");
    assert_eq!(
        outcome,
        (
            Err(Fault::Blocked),
            Err(Fault::Blocked),
            Err(Fault::Blocked)
        )
    );
    assert_eq!(Local.get(KEY), Ok(None));
}
