//! 纸面: the official form on A4, landscape.

use yew::{Html, html};

use crate::app::store::Glance;

/// Draws the paper.
pub fn view(_glance: &Glance) -> Html {
    html! { <div class="paper"></div> }
}
