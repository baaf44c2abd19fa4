//! Buttons.

use yew::{AttrValue, Html};

use super::el::{El, el};

fn button(id: String, class: &'static str) -> El {
    el("button", class).attr("type", "button").attr("id", id)
}

/// A button with words on it.
pub fn press(id: String, words: impl Into<AttrValue>, class: &'static str) -> Html {
    button(id, class).text(words).done()
}

/// A button that shows a sign, is called by words, and may be out of use: then it does nothing, but keeps the focus.
pub fn press_if(able: bool, id: String, words: &'static str, sign: &'static str) -> Html {
    called(id, words, "button button--sign")
        .either("aria-disabled", !able)
        .text(sign)
        .done()
}

/// A button that shows a sign and is called by words.
pub fn sign(id: String, words: &'static str, sign: &'static str) -> Html {
    called(id, words, "button button--sign button--quiet")
        .text(sign)
        .done()
}

/// A button called by words that it does not show.
fn called(id: String, words: &'static str, class: &'static str) -> El {
    button(id, class)
        .attr("aria-label", words)
        .attr("title", words)
}

/// A button that is on or off.
pub fn toggle(id: String, words: impl Into<AttrValue>, on: bool, class: &'static str) -> Html {
    button(id, class)
        .either("aria-pressed", on)
        .text(words)
        .done()
}
