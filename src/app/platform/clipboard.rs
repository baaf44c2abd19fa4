//! Commands of the browser's editor: puts a table on the clipboard, also where a page without https has no `navigator.clipboard`.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies a text; tells whether the browser let us.
#[cfg(feature = "more")]
#[must_use]
pub fn copy_text(text: String) -> bool {
    copy(String::new(), text)
}

/// Does what the browser's own menu could do in the field with the focus.
pub fn command(name: &str) {
    if let Some(document) = document() {
        let _ = document.exec_command(name);
    }
}

fn document() -> Option<HtmlDocument> {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.dyn_into().ok())
}

/// Copies a table as HTML and as text; tells whether the browser let us.
#[must_use]
pub fn copy(html: String, text: String) -> bool {
    let Some(document) = document() else {
        return false;
    };
    let focused = document.active_element();
    let area = document
        .create_element("textarea")
        .ok()
        .and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(area), Some(body)) = (area, document.body()) else {
        return false;
    };
    // Something must be selected for the browser to copy; what it copies is set below.
    area.set_class_name("offscreen");
    area.set_value("x");
    let _ = body.append_child(&area);
    area.select();
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document, "copy", options, move |event| {
        let data = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data);
        if let Some(data) = data {
            if !html.is_empty() {
                let _ = data.set_data("text/html", &html);
            }
            let _ = data.set_data("text/plain", &text);
            event.prevent_default();
        }
    });
    let copied = document.exec_command("copy").unwrap_or(false);
    drop(listener);
    area.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    copied
}
