//! Buttons.

use yew::{AttrValue, Html, html};

/// A button with words on it.
pub fn press(id: String, words: impl Into<AttrValue>, class: &'static str) -> Html {
    plain(id, words.into(), class, None, false)
}

/// A button with words on it that may be out of use.
pub fn press_if(able: bool, id: String, words: &'static str, sign: &'static str) -> Html {
    plain(
        id,
        sign.into(),
        "button button--sign",
        Some(words.into()),
        !able,
    )
}

/// A button that shows a sign and is called by words.
pub fn sign(id: String, words: impl Into<AttrValue>, sign: &'static str) -> Html {
    plain(
        id,
        sign.into(),
        "button button--sign button--quiet",
        Some(words.into()),
        false,
    )
}

fn plain(
    id: String,
    words: AttrValue,
    class: &'static str,
    name: Option<AttrValue>,
    off: bool,
) -> Html {
    html! {
        <button type="button" {id} {class} disabled={off} aria-label={name.clone()} title={name}>{ words }</button>
    }
}

/// A button that is on or off.
pub fn toggle(id: String, words: impl Into<AttrValue>, on: bool, class: &'static str) -> Html {
    let words: AttrValue = words.into();
    html! {
        <button type="button" {id} {class} aria-pressed={if on { "true" } else { "false" }}>{ words }</button>
    }
}
