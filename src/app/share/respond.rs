//! What keys, clicks and typed texts mean while a dialog is open, and what opens one.

use std::rc::Rc;

use super::control::{Control, order};
use super::receive::{self, Purpose};
use super::rules;
use super::send::Cargo;
use super::{Change, Dialog, Effect, Held, Made, Receive, Send, Share};
use crate::app::command;
use crate::app::compare::{self, Origin};
use crate::app::control::Command;
use crate::app::happening::{Happening, Kind};
use crate::app::respond::{self, Response};
use crate::app::session;
use crate::app::shelf::errand::Errand;
use crate::app::store::{Action, State};
use crate::share::{self, Link, LinkError};

/// A change of what the page remembers about sharing.
pub(super) fn change(change: Change) -> Action {
    Action::Session(session::Change::Share(change))
}

fn act(of: Change) -> Response {
    Response::act(change(of))
}

pub(super) fn focus(control: Control) -> respond::Effect {
    respond::Effect::Focus(control.id().to_owned())
}

/// Opens a dialog, its first field with the focus.
pub(super) fn open(dialog: Dialog) -> Response {
    let first = order(&dialog).first().copied();
    Response {
        actions: vec![change(Change::Open(Box::new(dialog)))],
        effects: first.map(focus).into_iter().collect(),
        handled: true,
    }
}

/// Asks for a link that is to be compared with what is here.
#[must_use]
pub fn receive_for_comparison() -> Response {
    open(Dialog::Receive(Receive {
        purpose: Purpose::Compare,
        ..Receive::default()
    }))
}

/// What a happening leads to: nothing where no dialog is open and none is asked for.
#[must_use]
pub fn respond(state: &State, event: &Happening) -> Option<Response> {
    let control = Control::read(&event.id);
    match &state.session.share.dialog {
        Some(dialog) => Some(inside(state, dialog, event, control)),
        None if event.kind == Kind::Click => outside(state, control?, &event.id),
        None => None,
    }
}

/// Opens a dialog from the page.
fn outside(state: &State, control: Control, id: &str) -> Option<Response> {
    let mut response = match control {
        Control::Send => open(Dialog::Send(Send::new(
            state.document(),
            Cargo::Whole,
            &state.session.share.address,
        ))),
        Control::Receive => open(Dialog::Receive(Receive::default())),
        Control::Rules => rules::told(state),
        _ => return None,
    };
    response.actions.push(change(Change::From(id.to_owned())));
    Some(response)
}

fn inside(state: &State, dialog: &Dialog, event: &Happening, control: Option<Control>) -> Response {
    match (event.kind, control) {
        (Kind::Key, _) => key(state, dialog, event, control),
        (Kind::Input | Kind::Composed, Some(Control::Password | Control::Text | Control::Key)) => {
            act(Change::Typed(event.value.clone()))
        }
        (Kind::Click, Some(control)) => click(state, dialog, control),
        _ => Response::default(),
    }
}

fn key(state: &State, dialog: &Dialog, event: &Happening, at: Option<Control>) -> Response {
    if event.composing || event.key == "Process" {
        return Response::default();
    }
    match (event.key.as_str(), at) {
        ("Escape", _) => close(&state.session.share),
        ("Tab", _) => tab(dialog, at, event.shift),
        ("Enter", Some(Control::Password)) => handled(click(state, dialog, Control::Lock)),
        ("Enter", Some(Control::Text)) => handled(click(state, dialog, Control::Open)),
        ("Enter", Some(Control::Key)) => handled(click(state, dialog, Control::Unlock)),
        // The page behind the dialog is out of reach.
        ("s", _) if event.ctrl => handled(Response::default()),
        _ => Response::default(),
    }
}

fn handled(response: Response) -> Response {
    Response {
        handled: true,
        ..response
    }
}

/// Keeps the Tab key inside the dialog.
fn tab(dialog: &Dialog, at: Option<Control>, back: bool) -> Response {
    let order = order(dialog);
    let (first, last) = (order.first().copied(), order.last().copied());
    let (edge, other) = if back { (first, last) } else { (last, first) };
    let leaves = at.is_none_or(|at| Some(at) == edge);
    match other.filter(|_| leaves) {
        Some(other) => Response::effect(focus(other)),
        None => Response::default(),
    }
}

/// Puts the dialog away; the focus goes back to where it came from.
fn close(share: &Share) -> Response {
    let from = (!share.from.is_empty()).then(|| respond::Effect::Focus(share.from.clone()));
    Response {
        actions: vec![change(Change::Close), change(Change::From(String::new()))],
        effects: from.into_iter().collect(),
        handled: true,
    }
}

fn click(state: &State, dialog: &Dialog, control: Control) -> Response {
    match (control, dialog) {
        (Control::Close, _) => close(&state.session.share),
        (Control::Whole, Dialog::Send(send)) => again(state, send, Cargo::Whole),
        (Control::Answers, Dialog::Send(send)) => again(state, send, Cargo::Answers),
        (Control::Protect, Dialog::Send(send)) => {
            let mut response = act(Change::Protect);
            if !send.protect {
                response.effects.push(focus(Control::Password));
            }
            response
        }
        (Control::Lock, Dialog::Send(send)) => lock(send, &state.session.share.address),
        (Control::Copy, Dialog::Send(send)) => match send.made() {
            Some(Ok(made)) => effect(Effect::Copy(made.link.clone())),
            _ => Response::default(),
        },
        (Control::File, Dialog::Send(_)) => command::run(state, Command::Save),
        (Control::OpenFile, Dialog::Receive(_)) => {
            let mut response = command::run(state, Command::Open);
            response.actions.push(change(Change::Close));
            response
        }
        (Control::Open, Dialog::Receive(receive)) => {
            receive::arrive(state, &receive.text, receive.purpose)
        }
        (Control::Unlock, Dialog::Unlock(unlock)) if !unlock.busy => Response {
            actions: vec![change(Change::Busy)],
            effects: vec![respond::Effect::Share(Effect::Unlock {
                locked: unlock.locked.clone(),
                password: unlock.password.clone(),
            })],
            handled: true,
        },
        (Control::Difference, Dialog::Offer(offer)) => {
            let came = compare::Side::of(Origin::Link, Rc::clone(&offer.document));
            let here = match &offer.kept {
                Some(kept) => {
                    let origin = Origin::Kept(kept.name.clone());
                    compare::Side::of(origin, Rc::clone(&kept.document))
                }
                None => compare::Side::here(state),
            };
            let mut response = compare::both(here, came);
            response.actions.push(change(Change::Close));
            response
        }
        (Control::Take, Dialog::Offer(offer)) => {
            receive::load(state, (*offer.document).clone(), &offer.sent)
        }
        (Control::OpenKept, Dialog::Offer(offer)) => {
            let mut response = act(Change::Close);
            if let Some(kept) = &offer.kept {
                let open = respond::Effect::Shelf(Errand::Open(kept.id.clone()));
                response.effects.push(open);
            }
            response
        }
        (Control::Score, Dialog::Rules(rules)) => rules::take(rules),
        _ => Response::default(),
    }
}

fn effect(effect: Effect) -> Response {
    Response::effect(respond::Effect::Share(effect))
}

/// The same dialog for another cargo; a password stays and locks the new link when asked.
fn again(state: &State, send: &Send, cargo: Cargo) -> Response {
    let fresh = Send {
        protect: send.protect,
        password: send.password.clone(),
        ..Send::new(state.document(), cargo, &state.session.share.address)
    };
    act(Change::Open(Box::new(Dialog::Send(fresh))))
}

/// Locks the link, outside, as it needs chance and takes a moment.
fn lock(send: &Send, address: &str) -> Response {
    let Ok(made) = &send.plain else {
        return Response::default();
    };
    if send.busy || send.password.is_empty() {
        return Response {
            effects: vec![focus(Control::Password)],
            ..Response::default()
        };
    }
    let code = made.link.strip_prefix(address).unwrap_or(&made.link);
    Response {
        actions: vec![change(Change::Busy)],
        effects: vec![respond::Effect::Share(Effect::Lock {
            code: code.trim_start_matches('#').into(),
            password: send.password.clone(),
        })],
        handled: true,
    }
}

/// What a locked link leads to.
#[must_use]
pub fn locked(state: &State, code: Result<String, LinkError>) -> Response {
    let address = &state.session.share.address;
    let mut response = act(Change::Locked(code.map(|code| Made::new(&code, address))));
    response.effects.push(focus(Control::Copy));
    response
}

/// What a tried password leads to.
pub fn unlocked(state: &State, link: Result<Link, LinkError>) -> Response {
    match link {
        Ok(link) => {
            let purpose = match &state.session.share.dialog {
                Some(Dialog::Unlock(unlock)) => unlock.purpose,
                _ => Purpose::Open,
            };
            receive::opened(state, link, "", purpose)
        }
        Err(error) => {
            let mut response = act(Change::Wrong(error));
            response.effects.push(focus(Control::Key));
            response
        }
    }
}

/// Tries a password, which takes a moment.
pub fn unlock(locked: &Held<share::Locked>, password: &str) -> Result<Link, LinkError> {
    locked.unlock(password)
}
