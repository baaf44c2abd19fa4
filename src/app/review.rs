//! 评审: the screen on which a reviewer's figures stand beside the self-evaluated ones.
//!
//! Its fields are cells of the rows like any other: typed, undone, saved and shared with the document.

use super::happening::{Happening, Kind};
use super::respond::{Effect, Response};
use super::session::{Change, Screen};
use super::store::Action;

/// Goes to the screen.
pub const BEGIN: &str = "review.begin";
/// Prints it.
pub const PRINT: &str = "review.print";
/// Back to the evaluation.
pub const BACK: &str = "review.back";

/// What a click on the screen, or on the way to it, leads to.
#[must_use]
pub fn respond(event: &Happening) -> Option<Response> {
    let screen = |screen| Response::act(Action::Session(Change::Screen(screen)));
    match (event.kind, event.id.as_str()) {
        (Kind::Click, BEGIN) => Some(screen(Screen::Review)),
        (Kind::Click, BACK) => Some(screen(Screen::Sheet)),
        // On paper the fields are texts.
        (Kind::Click, PRINT) => Some(Response {
            actions: vec![Action::Session(Change::Printing(true))],
            effects: vec![Effect::Print],
            ..Response::default()
        }),
        _ => None,
    }
}
