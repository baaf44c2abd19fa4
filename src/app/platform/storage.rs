//! The browser's local storage, which may be full, blocked or cleared at any time.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

/// Why nothing could be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser does not let the page store anything.
    Blocked,
    /// There is no room.
    Full,
}

fn storage() -> Result<Storage, Fault> {
    let window = web_sys::window().ok_or(Fault::Blocked)?;
    window.local_storage().ok().flatten().ok_or(Fault::Blocked)
}

/// The text under a key, if there is one.
///
/// # Errors
/// The storage is blocked.
pub fn get(key: &str) -> Result<Option<String>, Fault> {
    storage()?.get_item(key).map_err(fault)
}

/// Stores a text under a key.
///
/// # Errors
/// The storage is blocked or full.
pub fn set(key: &str, text: &str) -> Result<(), Fault> {
    storage()?.set_item(key, text).map_err(fault)
}

/// Removes a key.
///
/// # Errors
/// The storage is blocked.
pub fn remove(key: &str) -> Result<(), Fault> {
    storage()?.remove_item(key).map_err(fault)
}

fn fault(error: JsValue) -> Fault {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
        _ => Fault::Blocked,
    }
}
