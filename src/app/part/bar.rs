//! A bullet bar: what is earned on what can be earned, with a tick for what is still within reach.

use yew::Html;

use super::el::{El, el};

/// Lengths in thousandths of the bar. The figures stand beside it as text, so the picture itself is silent.
pub fn bar(earned: u32, reachable: u32) -> Html {
    let tick = reachable.clamp(earned, 1000).saturating_sub(6);
    el("svg", "bar")
        .attr("viewBox", "0 0 1000 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .kid(piece("bar__ground", 0, 1000))
        .kid(piece("bar__open", 0, reachable))
        .kid(piece("bar__earned", 0, earned))
        .kid(piece("bar__tick", tick, 6))
        .done()
}

fn piece(class: &'static str, from: u32, length: u32) -> El {
    el("rect", class)
        .attr("x", from.to_string())
        .attr("width", length.to_string())
        .attr("height", "10")
}
