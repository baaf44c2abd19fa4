//! Focus, language, clock, clipboard.

use jiping::app::platform::{clipboard, page};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::place;

#[wasm_bindgen_test]
fn a_field_that_gets_the_focus_has_its_text_selected() {
    let field = place("input", "page-field");
    let input = field.dyn_ref::<HtmlInputElement>().unwrap();
    input.set_value("312.2");
    page::focus("page-field");
    let active = gloo::utils::document().active_element().unwrap();
    assert_eq!(active.id(), "page-field");
    assert_eq!(input.selection_start().unwrap(), Some(0));
    assert_eq!(input.selection_end().unwrap(), Some(5));
    page::focus("nowhere");
    field.remove();
}

#[wasm_bindgen_test]
fn the_browser_is_told_the_language_and_the_title() {
    let document = gloo::utils::document();
    let before = document.title();
    page::name("en", "Unit · Jiping");
    assert_eq!(document.title(), "Unit · Jiping");
    let root = document.document_element().unwrap();
    assert_eq!(root.get_attribute("lang").as_deref(), Some("en"));
    document.set_title(&before);
}

#[wasm_bindgen_test]
fn the_clock_shows_a_time_of_day() {
    let now = page::now();
    let (hour, minute) = page::time_of_day(now);
    assert!(hour < 24 && minute < 60);
    let an_hour_on = page::time_of_day(now + 3_600_000);
    assert_eq!(an_hour_on, ((hour + 1) % 24, minute));
}

#[wasm_bindgen_test]
fn copying_leaves_nothing_behind_and_gives_the_focus_back() {
    let field = place("input", "copy-field");
    page::focus("copy-field");
    let _allowed = clipboard::copy("<table></table>".to_owned(), "16".to_owned());
    let document = gloo::utils::document();
    assert_eq!(document.active_element().unwrap().id(), "copy-field");
    assert!(
        document
            .query_selector("textarea.offscreen")
            .unwrap()
            .is_none()
    );
    field.remove();
}
