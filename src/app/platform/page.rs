//! The page itself: focus, language, printing, the clock, timers and leaving.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Date, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with this `id`.
#[must_use]
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Gives the focus to the first element of these `id`s that is there, selects its text and brings it into view.
pub fn focus(ids: &str) {
    let Some(element) = ids.split(' ').find_map(element) else {
        return;
    };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let _ = input.focus();
        input.select();
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        let _ = area.focus();
        area.select();
    } else if let Some(other) = element.dyn_ref::<HtmlElement>() {
        let _ = other.focus();
    }
}

/// The `id` of what has the focus; empty where nothing has.
#[must_use]
pub fn focused() -> String {
    let element = document().and_then(|document| document.active_element());
    element.map(|element| element.id()).unwrap_or_default()
}

/// Tells the browser which language is shown and what the window is called.
pub fn name(language: &str, title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", language);
        }
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Milliseconds since 1970.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a clock before 1970 shows 0, and none shows more than fits"
)]
pub fn now() -> u64 {
    Date::now() as u64
}

/// Hour and minute of the day here, at a time in milliseconds since 1970.
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    reason = "times of this age are exact in a float"
)]
pub fn time_of_day(time: u64) -> (u8, u8) {
    let time = Date::new(&(time as f64).into());
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    (small(time.get_hours()), small(time.get_minutes()))
}

/// Milliseconds of this day, to tell how long something took; begins anew at midnight.
#[cfg(feature = "more")]
#[must_use]
pub fn milliseconds() -> u32 {
    let now = Date::new_0();
    let seconds = (now.get_hours() * 60 + now.get_minutes()) * 60 + now.get_seconds();
    seconds * 1_000 + now.get_milliseconds()
}

/// Day and time here, `2026-11-23 10:32`, at a time in milliseconds since 1970.
#[cfg(feature = "more")]
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    reason = "times of this age are exact in a float"
)]
pub fn date(time: u64) -> String {
    let date = Date::new(&(time as f64).into());
    let two = |number: u32| {
        let digits = number.to_string();
        if number < 10 {
            ["0", &digits].concat()
        } else {
            digits
        }
    };
    let parts = [
        date.get_full_year().to_string(),
        "-".to_owned(),
        two(date.get_month() + 1),
        "-".to_owned(),
        two(date.get_date()),
        " ".to_owned(),
        two(date.get_hours()),
        ":".to_owned(),
        two(date.get_minutes()),
    ];
    parts.concat()
}

/// Runs something after a while; not at all when the timer is dropped before.
pub fn after(milliseconds: u32, run: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, run)
}

/// Tells when the browser is about to print (`true`) and when it has (`false`).
pub fn on_print(tell: impl Fn(bool) + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let before = tell.clone();
    vec![
        EventListener::new(&window, "beforeprint", move |_| before(true)),
        EventListener::new(&window, "afterprint", move |_| tell(false)),
    ]
}

/// The text of the evaluation that came inside the page, where one did: a single file may carry one.
#[must_use]
pub fn inside() -> Option<String> {
    let text = element("jiping-document")?.text_content()?;
    (!text.is_empty()).then_some(text)
}

/// Answers the page's own scripts, which ask for the evaluation by an event and read its text from an attribute.
pub fn on_ask(root: &Element, text: impl Fn() -> String + 'static) -> EventListener {
    let answer = root.clone();
    EventListener::new(root, "jiping-ask", move |_| {
        let _ = answer.set_attribute("data-document", &text());
    })
}

/// Asks before the page is left, where `lost` says that something would be lost.
pub fn on_close(lost: impl Fn() -> bool + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    let listener =
        EventListener::new_with_options(&window, "beforeunload", options, move |event| {
            if lost() {
                event.prevent_default();
                // What browsers before 2023 want to see instead.
                let _ = Reflect::set(event, &"returnValue".into(), &"".into());
            }
        });
    Some(listener)
}

/// Tells when the page is left or put aside.
pub fn on_leave(tell: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return Vec::new();
    };
    let hidden = tell.clone();
    vec![
        EventListener::new(&window, "pagehide", move |_| tell()),
        EventListener::new(&document, "visibilitychange", move |_| hidden()),
    ]
}
