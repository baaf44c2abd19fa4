//! Sharing: what happens outside the state.

use gloo::events::EventListener;

use super::desk::Desk;
use crate::app::compare::{self, Origin};
use crate::app::platform::files::Opened;
use crate::app::platform::storage::Local;
use crate::app::platform::{address, clipboard, page};
use crate::app::respond::{Effect as PageEffect, Response};
use crate::app::session::{self, Screen};
use crate::app::share::receive::Purpose;
use crate::app::share::respond::{locked, unlock, unlocked};
use crate::app::share::{Change, Effect, receive};
use crate::app::shelf::known;
use crate::app::store::{Action, State};
use crate::share::{LinkError, lock};

/// Milliseconds in which the browser can show that it is busy, before it is.
const PAUSE: u32 = 40;

/// Takes the page's address and the link in it, and listens for other links.
pub fn begin(desk: &Desk) -> Option<EventListener> {
    desk.change(session::Change::Share(Change::Address(
        address::address().into(),
    )));
    arrive(desk);
    let desk = desk.clone();
    address::on_fragment(move || arrive(&desk))
}

fn arrive(desk: &Desk) {
    let fragment = address::fragment();
    if !receive::is_place(&fragment) {
        address::forget_fragment();
        desk.answer(|state| receive::arrive(state, &fragment, Purpose::Open));
    }
}

/// Runs one effect; gives what the page has to tell about it.
pub fn run(effect: Effect, desk: &Desk) -> Option<session::Change> {
    match effect {
        Effect::Copy(text) => {
            let copied = clipboard::copy_text(text.to_string());
            if !copied {
                page::focus("share.link");
            }
            return Some(session::Change::Share(Change::Copied(copied)));
        }
        Effect::Lock { code, password } => later(desk, move |state| {
            let code = match address::chance() {
                Some(salt) => lock(&code, &password, &salt),
                None => Err(LinkError::NotShareable),
            };
            locked(state, code)
        }),
        // Taken out before; see `known`.
        Effect::Known(_) => {}
        Effect::Unlock { locked, password } => later(desk, move |state| {
            unlocked(state, unlock(&locked, &password))
        }),
    }
    None
}

/// Does something that takes a while once the picture has changed.
fn later(desk: &Desk, work: impl FnOnce(&State) -> Response + 'static) {
    let desk = desk.clone();
    page::after(PAUSE, move || desk.answer(work)).forget();
}

/// What another document leads to: answers that waited for it.
pub fn opened(desk: &Desk, actions: &[Action]) {
    if actions
        .iter()
        .any(|action| matches!(action, Action::Load(_)))
    {
        desk.answer(receive::table_opened);
    }
}

/// Compares a file with what is here where the comparison is on the screen; else gives it back.
pub fn compared(desk: &Desk, file: Opened) -> Option<Opened> {
    if desk.glance().session.screen != Screen::Compare {
        return Some(file);
    }
    let Opened { name, bytes } = file;
    match bytes {
        Ok(bytes) => {
            desk.answer(|state| compare::with_bytes(state, Origin::File(name), &bytes));
            None
        }
        Err(_) => Some(Opened { name, bytes }),
    }
}

/// What is about to be loaded from elsewhere may be kept here already: then that is told instead.
pub fn known(desk: &Desk, mut response: Response) -> Response {
    let mut came_with = None;
    response.effects.retain(|effect| match effect {
        PageEffect::Share(Effect::Known(sent)) => {
            came_with = Some(sent.clone());
            false
        }
        _ => true,
    });
    let Some(sent) = came_with else {
        return response;
    };
    let came = response.actions.iter().find_map(|action| match action {
        Action::Load(document) => Some(document.clone()),
        _ => None,
    });
    let mut instead = None;
    if let Some(came) = came {
        // What is on the sheet is kept as it is now.
        desk.keep();
        instead = desk.look(|state| {
            let open = &state.session.place.id;
            let known = known::known(&Local, open, &came)?;
            Some(receive::known(state, &came, sent, known))
        });
    }
    instead.unwrap_or(response)
}
