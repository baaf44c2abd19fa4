//! Listens once at the page's root and hands events on as plain data.
//!
//! Keys are heard on the whole document: without a field they come to its body. A field outside the root is none of
//! ours, so its keys are left to the browser.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    ClipboardEvent, Element, Event, EventTarget, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement,
};

use super::{page, pasted};
use crate::app::happening::{Happening, Kind};

/// Listens for what people do in fields and to buttons; stops when the listeners are dropped.
///
/// `handle` tells whether the browser must not do what it would.
pub fn listen(
    root: &Element,
    handle: impl Fn(Happening) -> bool + Clone + 'static,
) -> Vec<EventListener> {
    const KINDS: [(&str, Kind); 8] = [
        ("input", Kind::Input),
        ("change", Kind::Commit),
        ("compositionend", Kind::Composed),
        ("keydown", Kind::Key),
        // The browser's own undo, by its menu: it is ours instead.
        ("beforeinput", Kind::Key),
        ("click", Kind::Click),
        ("focusin", Kind::Enter),
        ("paste", Kind::Paste),
    ];
    KINDS
        .iter()
        .map(|&(name, kind)| {
            let handle = handle.clone();
            let options = EventListenerOptions::enable_prevent_default();
            let document = page::document().filter(|_| name == "keydown");
            let place: &EventTarget = match &document {
                Some(document) => document,
                None => root,
            };
            let ours = ["#", &root.id()].concat();
            EventListener::new_with_options(place, name, options, move |event| {
                if !is_foreign(event, &ours) && handle(read(event, kind)) {
                    event.prevent_default();
                }
            })
        })
        .collect()
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether it comes from a field outside the root, which has this selector.
fn is_foreign(event: &Event, root: &str) -> bool {
    target(event).is_some_and(|target| {
        let within = |place: &str| matches!(target.closest(place), Ok(Some(_)));
        within("input,textarea,select") && !within(root)
    })
}

fn read(event: &Event, kind: Kind) -> Happening {
    let target = target(event);
    let named = target
        .as_ref()
        .and_then(|target| target.closest("[id]").ok().flatten());
    let mut happening = Happening {
        kind,
        id: named.map(|element| element.id()).unwrap_or_default(),
        value: target.as_ref().map(value).unwrap_or_default(),
        composing: flag(event, "isComposing"),
        ..Happening::default()
    };
    match kind {
        Kind::Key => {
            let key = get(event, "key").as_string().unwrap_or_default();
            let undone = get(event, "inputType").as_string().unwrap_or_default();
            happening.key = match &*undone {
                "historyUndo" => "z".to_owned(),
                "historyRedo" => "y".to_owned(),
                _ => key,
            };
            happening.shift = flag(event, "shiftKey");
            happening.ctrl =
                flag(event, "ctrlKey") || flag(event, "metaKey") || undone.starts_with("history");
            happening.alt = flag(event, "altKey");
            // Some input methods tell of a composition only by this code.
            happening.composing |= get(event, "keyCode") == 229;
        }
        Kind::Paste => paste(event, &mut happening),
        _ => {}
    }
    happening
}

fn paste(event: &Event, happening: &mut Happening) {
    let data = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    if let Some(data) = data {
        let html = data.get_data("text/html").unwrap_or_default();
        happening.text = data.get_data("text/plain").unwrap_or_default();
        happening.table = pasted::table(&html);
    }
}

fn get(event: &Event, name: &str) -> JsValue {
    Reflect::get(event, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn flag(event: &Event, name: &str) -> bool {
    get(event, name).is_truthy()
}

fn value(element: &Element) -> String {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    element
        .dyn_ref::<HtmlSelectElement>()
        .map(HtmlSelectElement::value)
        .unwrap_or_default()
}
