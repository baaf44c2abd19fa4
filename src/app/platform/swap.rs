//! The small program gives way to the whole one; `www/boot.js` loads that and tells both.

use gloo::events::EventListener;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Where the small program leaves what it holds, and the whole one looks for it.
const HANDED: &str = "jipingHanded";

/// Asks for the whole program; tells whether there is somebody to ask.
#[must_use]
pub fn ask() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    Reflect::get(&window, &JsValue::from_str("jipingMore"))
        .ok()
        .and_then(|more| more.dyn_into::<Function>().ok())
        .is_some_and(|more| more.call0(&window).is_ok())
}

/// Tells once when the whole program is there and this one must leave, and whenever it cannot be had.
pub fn on_answer(leave: impl FnOnce() + 'static, stay: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::once(&window, "jiping-leave", move |_| leave()).forget();
        EventListener::new(&window, "jiping-stay", move |_| stay()).forget();
    }
}

/// Leaves a text for the whole program.
pub fn hand(text: &str) {
    if let Some(window) = web_sys::window() {
        let _ = Reflect::set(&window, &HANDED.into(), &text.into());
    }
}

/// Takes what the small program has left.
#[must_use]
pub fn take() -> Option<String> {
    let window = web_sys::window()?;
    let text = Reflect::get(&window, &HANDED.into()).ok()?.as_string();
    let _ = Reflect::delete_property(&window, &HANDED.into());
    text
}
