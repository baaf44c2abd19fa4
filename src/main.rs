//! 绩评 Jiping: from a target table to an explained grade.
//! Mounts the app.

use yew::prelude::*;

#[function_component(App)]
fn app() -> Html {
    let rows = (1..=38).map(|row| html! { <tr><td>{ row }</td><td><input /></td></tr> });
    html! { <main><h1>{ "绩评" }</h1><table><tbody>{ for rows }</tbody></table></main> }
}

fn main() {
    let host = gloo::utils::document().get_element_by_id("app");
    if let Some(host) = host {
        yew::Renderer::<App>::with_root(host).render();
    }
}
