//! Events become plain data, and the answer decides what the browser does.

use std::cell::RefCell;
use std::rc::Rc;

use jiping::app::happening::{Happening, Kind};
use jiping::app::platform::events::listen;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement};

use crate::{made, place};

/// What reaches the page when this event comes to a field holding `16`; and whether the browser was stopped.
fn reaches(event: &str, handled: bool) -> (Vec<Happening>, bool) {
    let root = place("div", "events-root");
    let field = place("input", "row.actual.i1");
    root.append_child(&field).unwrap();
    field.dyn_ref::<HtmlInputElement>().unwrap().set_value("16");
    let seen = sent(&root, &field, event, handled);
    root.remove();
    seen
}

fn sent(root: &Element, target: &Element, event: &str, handled: bool) -> (Vec<Happening>, bool) {
    let seen = Rc::new(RefCell::new(Vec::new()));
    let into = Rc::clone(&seen);
    let listeners = listen(root, move |happening| {
        into.borrow_mut().push(happening);
        handled
    });
    let event = made(event);
    target.dispatch_event(&event).unwrap();
    drop(listeners);
    target
        .dispatch_event(&made("new Event('input', { bubbles: true })"))
        .unwrap();
    let stopped = event.default_prevented();
    (Rc::try_unwrap(seen).unwrap().into_inner(), stopped)
}

#[wasm_bindgen_test]
fn a_typed_text_comes_with_its_field() {
    let (seen, stopped) = reaches(
        "new InputEvent('input', { bubbles: true, cancelable: true })",
        false,
    );
    let expected = Happening {
        kind: Kind::Input,
        id: "row.actual.i1".to_owned(),
        value: "16".to_owned(),
        ..Happening::default()
    };
    assert_eq!(
        seen,
        [expected],
        "once, and not after the listeners are dropped"
    );
    assert!(!stopped);
}

#[wasm_bindgen_test]
fn a_key_comes_with_its_modifiers_and_can_be_taken() {
    let key = "new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true })";
    let (seen, stopped) = reaches(key, true);
    assert_eq!(seen[0].kind, Kind::Key);
    assert_eq!(seen[0].key, "z");
    assert!(seen[0].ctrl && seen[0].shift && !seen[0].alt && !seen[0].composing);
    assert!(stopped);
}

#[wasm_bindgen_test]
fn composition_is_told_by_either_of_its_signs() {
    let (seen, _) = reaches(
        "new InputEvent('input', { isComposing: true, bubbles: true })",
        false,
    );
    assert!(seen[0].composing);
    let (seen, _) = reaches(
        "new KeyboardEvent('keydown', { key: 'Process', keyCode: 229, bubbles: true })",
        false,
    );
    assert!(seen[0].composing);
    let (seen, _) = reaches(
        "new CompositionEvent('compositionend', { data: '显著', bubbles: true })",
        false,
    );
    assert_eq!((seen[0].kind, seen[0].composing), (Kind::Composed, false));
}

#[wasm_bindgen_test]
fn a_click_inside_a_button_is_the_button_s() {
    let root = place("div", "clicks-root");
    let button = place("button", "do.undo");
    let inner = gloo::utils::document().create_element("span").unwrap();
    button.append_child(&inner).unwrap();
    root.append_child(&button).unwrap();
    let (seen, _) = sent(
        &root,
        &inner,
        "new MouseEvent('click', { bubbles: true })",
        false,
    );
    assert_eq!(
        (seen[0].kind, seen[0].id.as_str()),
        (Kind::Click, "do.undo")
    );
    root.remove();
}

#[wasm_bindgen_test]
fn a_paste_brings_its_table_and_its_text() {
    let paste = "(() => { const data = new DataTransfer(); data.setData('text/plain', '16\\t1'); \
        data.setData('text/html', '<table><tr><td>16</td><td>1</td></tr></table>'); \
        return new ClipboardEvent('paste', { clipboardData: data, bubbles: true }); })()";
    let (seen, _) = reaches(paste, false);
    assert_eq!(seen[0].text, "16\t1");
    let texts: Vec<&str> = seen[0].table[0]
        .iter()
        .map(|cell| cell.text.as_str())
        .collect();
    assert_eq!(texts, ["16", "1"]);
}

const UNDO: &str =
    "new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true })";

#[wasm_bindgen_test]
fn a_key_without_a_field_comes_and_one_in_a_field_of_others_does_not() {
    let root = place("div", "events-root");
    let other = place("input", "other");
    let body = gloo::utils::body();
    let (seen, stopped) = sent(&root, &body, UNDO, true);
    assert!(stopped && seen.len() == 1 && seen[0].ctrl);
    let (seen, stopped) = sent(&root, &other, UNDO, true);
    assert!(!stopped && seen.is_empty());
    root.remove();
    other.remove();
}

#[wasm_bindgen_test]
fn the_browsers_own_undo_comes_as_the_key() {
    let event = "new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true })";
    let (seen, stopped) = reaches(event, true);
    assert!(stopped && seen[0].kind == Kind::Key);
    assert!(seen[0].ctrl && seen[0].key == "z");
}
