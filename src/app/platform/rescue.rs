//! What is left with the start script: it is plain JavaScript and still there when the program is not.

use js_sys::Reflect;

/// Leaves the document as text, and the name a file of it would have.
pub fn leave(text: &str, name: &str) {
    if let Some(window) = web_sys::window() {
        let _ = Reflect::set(&window, &"jipingLast".into(), &text.into());
        let _ = Reflect::set(&window, &"jipingLastName".into(), &name.into());
    }
}
