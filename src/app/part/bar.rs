//! A bullet bar: what is earned on what can be earned, with a tick for what is still within reach.

use yew::{Html, html};

/// Lengths in thousandths of the bar. The figures stand beside it as text, so the picture itself is silent.
pub fn bar(earned: u32, reachable: u32) -> Html {
    let tick = reachable.clamp(earned, 1000).saturating_sub(6);
    html! {
        <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar__ground" width="1000" height="10" />
            <rect class="bar__open" width={reachable.to_string()} height="10" />
            <rect class="bar__earned" width={earned.to_string()} height="10" />
            <rect class="bar__tick" x={tick.to_string()} width="6" height="10" />
        </svg>
    }
}
