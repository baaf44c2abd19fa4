//! The page without a browser: what keys, clicks and pastes mean, and what they do to the document.

mod block;
mod boards;
mod handover;
mod keys;
mod named;
mod rows;
mod share;
mod sheets;

use jiping::app::begin;
use jiping::app::happening::{Happening, Kind};
use jiping::app::respond::{Effect, Response, respond};
use jiping::app::session::Session;
use jiping::app::store::State;

/// The seed table as the page first shows it.
pub fn seed() -> State {
    State::new(begin::example(), Session::default())
}

/// Something done to the element with this id.
pub fn event(kind: Kind, id: &str) -> Happening {
    Happening {
        kind,
        id: id.to_owned(),
        ..Happening::default()
    }
}

/// Answers an event and applies what it leads to.
pub fn does(state: &mut State, event: &Happening) -> Response {
    let response = respond(state, event);
    for action in response.actions.clone() {
        state.act(action);
    }
    response
}

/// Types a whole text into a field, a key at a time.
pub fn types(state: &mut State, id: &str, text: &str) {
    for (at, c) in text.char_indices() {
        let value = text[..at + c.len_utf8()].to_owned();
        let event = Happening {
            value,
            ..event(Kind::Input, id)
        };
        does(state, &event);
    }
}

/// Clicks an element.
pub fn clicks(state: &mut State, id: &str) -> Response {
    does(state, &event(Kind::Click, id))
}

/// A key pressed in a field.
pub fn presses(state: &mut State, id: &str, key: &str) -> Response {
    let event = Happening {
        key: key.to_owned(),
        ..event(Kind::Key, id)
    };
    does(state, &event)
}

/// The text of an indicator's actual.
pub fn actual(state: &State, row: usize) -> &str {
    &state.document().rows[row].actual.text
}

/// The field that a response moves the focus to.
pub fn focus(response: &Response) -> Option<&str> {
    response.effects.iter().find_map(|effect| match effect {
        Effect::Focus(id) => Some(id.as_str()),
        _ => None,
    })
}
