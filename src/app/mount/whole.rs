//! What the whole program does in its own way: it takes over from the small one, and reads what is kept and files.

use std::rc::Rc;

use yew::html::Scope;

use super::desk::Desk;
use super::keep::{Keeper, session};
use super::{App, offer, rollup};
use crate::app::control::{Command, Control};
use crate::app::handover;
use crate::app::platform::files::{self, Opened, Receive, Unread};
use crate::app::platform::pile::{Handle, Take};
use crate::app::platform::storage::Local;
use crate::app::platform::{page, swap};
use crate::app::respond::{Effect, OPEN_LEFT};
use crate::app::session::Change;
use crate::app::shelf::keep;
use crate::app::shelf::snapshot;
use crate::app::shelf::trail::Trail;
use crate::app::store::{Action, State};
use crate::app::{begin, navigate, persist};
use crate::document::json::Brief;
use crate::i18n::ui::{Keeping, Notice};

/// Begins with what the small program left, or what is kept.
pub fn begin(link: Scope<App>) -> Desk {
    let handed = swap::take().and_then(|text| handover::read(&text));
    let Some(handed) = handed else {
        return Desk::new(restore(), link);
    };
    let back = navigate::back(&handed.state);
    let desk = Desk::new(handed.state, link);
    // Who adds to an empty table edits it.
    let adds = |id| matches!(Control::read(id), Some(Control::Add(..)));
    if handed.pressed.split(' ').any(adds) {
        desk.change(Change::Structure);
    }
    if !handed.pressed.split(' ').any(|id| id == OPEN_LEFT)
        && let Some(file) = Handle::left()
    {
        // Dropped, and something else was pressed: the notice that offered it is gone.
        offer(&desk, &file);
    }
    let press = |id: &str| {
        // Its button may have stood in a notice that is gone.
        let place = match id {
            OPEN_LEFT => Control::Command(Command::Open).id(),
            id => [id, " ", &back].concat(),
        };
        let focus = (!handed.typing).then_some(Effect::Focus(place));
        focus.into_iter().chain([Effect::Press(id.to_owned())])
    };
    desk.begin(handed.pressed.split(' ').flat_map(press).collect());
    desk
}

/// Begins with the evaluation inside the page, with what was worked on last, or with the example.
fn restore() -> State {
    let mut session = session();
    let inside = page::inside();
    // What cannot be read is put aside, so that the next try finds something else.
    loop {
        let begun = match &inside {
            Some(text) => keep::open(&Local, &persist::inside_id(text)),
            None => keep::begin(&Local),
        };
        match begun {
            Ok(Some(begun)) => match persist::read(begun.text.as_bytes(), session.language) {
                Ok(document) => {
                    session.structure = document.rows.is_empty();
                    if begun.place.id.is_empty() {
                        session.keeping = Keeping::Changed;
                    } else {
                        keep::remember(&Local, &begun.place.id);
                    }
                    session.place = begun.place;
                    return State::resume(document, session, Trail::read(&begun.undo));
                }
                Err(why) => {
                    session.notice = Some(Notice::DraftUnreadable(why));
                    if !keep::put_aside(&Local, &begun.place.id) {
                        break;
                    }
                }
            },
            Ok(None) => {
                session.offer = session.notice.is_none();
                break;
            }
            Err(_) => {
                session.offer = true;
                session.keeping = Keeping::Blocked;
                break;
            }
        }
    }
    let came = inside.as_deref().and_then(|text| {
        let document = persist::read(text.as_bytes(), session.language).ok()?;
        Some((document, persist::inside_id(text)))
    });
    let Some((document, id)) = came else {
        return State::new(begin::example(), session);
    };
    session.offer = false;
    session.place.id = id;
    State::new(document, session)
}

impl Keeper {
    /// Shows the version that another tab keeps; this one is put by and can be had back by undo.
    pub fn take_newer(&mut self, state: &State) -> Vec<Action> {
        let session = &state.session;
        let Ok(Some(begun)) = keep::open(&Local, &session.place.id) else {
            return Vec::new();
        };
        match persist::read(begun.text.as_bytes(), session.language) {
            Ok(document) => {
                let kept = self.kept(state);
                snapshot::always(&Local, &session.place.id, &kept, page::now());
                self.beside = 0;
                vec![
                    Action::Replace(Rc::new(document)),
                    Action::Session(Change::Place(begun.place)),
                ]
            }
            Err(why) => vec![told(Notice::NotOpened(why))],
        }
    }
}

/// Lets the person choose a file.
pub fn choose(desk: &Desk) {
    let receive = receiver(desk);
    files::choose(".json,application/json", move |file| file.read(receive));
}

/// Opens the file that the small program has left.
pub fn open_left(desk: &Desk) {
    if let Some(file) = Handle::left() {
        file.read(receiver(desk));
    }
}

/// What takes dropped files: all of them for a roll-up, else the first.
pub fn taker(desk: &Desk) -> Take {
    let desk = desk.clone();
    Rc::new(move |mut pile| {
        if rollup::wants(&desk) {
            rollup::take(&desk, pile);
            return;
        }
        pile.next(receiver(&desk));
    })
}

fn receiver(desk: &Desk) -> Receive {
    let desk = desk.clone();
    Rc::new(move |file| desk.opened(file))
}

/// What opening a file does.
pub fn open(state: &State, opened: Opened) -> Vec<Action> {
    let bytes = match opened.bytes {
        Ok(bytes) => bytes,
        Err(Unread::TooLarge) => return vec![told(Notice::TooLarge)],
        Err(Unread::Failed) => return vec![told(Notice::NotOpened(opened.name))],
    };
    match persist::load(&bytes, state.session.language) {
        Ok(loaded) => vec![
            Action::Load(Rc::new(loaded.document)),
            Action::Session(Change::HideOffer),
            told(Notice::Opened(opened.name, Brief::of(loaded.notes))),
        ],
        Err(why) => vec![told(Notice::NotOpened(why))],
    }
}

fn told(notice: Notice) -> Action {
    Action::Session(Change::Notice(Some(notice)))
}
