//! A place for what may be absent.
//!
//! Children without keys are matched from the last one up, so a piece that comes or goes would make everything
//! before it anew, and a field made anew has lost the focus. A slot is always there, empty or not.

use yew::Html;

/// The piece, or an empty place where it would stand.
pub fn slot(piece: Option<Html>) -> Html {
    piece.unwrap_or_default()
}
