//! The page's address, what stands behind its `#`, and chance.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// The page's address without its fragment; empty where it is a file of this computer.
#[must_use]
pub fn address() -> String {
    let whole = href();
    if whole.starts_with("file:") {
        return String::new();
    }
    let address = whole.split('#').next().unwrap_or_default();
    address.to_owned()
}

fn href() -> String {
    let location = web_sys::window().map(|window| window.location());
    location
        .and_then(|location| location.href().ok())
        .unwrap_or_default()
}

/// What stands behind the `#`.
#[must_use]
pub fn fragment() -> String {
    let whole = href();
    let fragment = whole.split_once('#').map(|(_, fragment)| fragment);
    fragment.unwrap_or_default().to_owned()
}

/// Takes the fragment away, so that a reload does not bring it again.
pub fn forget_fragment() {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let whole = href();
        let address = whole.split('#').next();
        let _ = history.replace_state_with_url(&JsValue::NULL, "", address);
    }
}

/// Tells when the fragment has changed.
pub fn on_fragment(tell: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| tell()))
}

/// Bytes from chance, also on plain http; nothing where the browser has none.
#[must_use]
pub fn chance<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto
        .get_random_values_with_u8_array(&mut bytes)
        .ok()
        .map(|_| bytes)
}
