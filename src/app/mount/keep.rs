//! 草稿: kept in the browser's storage shortly after each change, and brought back by a reload.

use std::rc::Rc;

use crate::app::platform::files::{Opened, Unread};
use crate::app::platform::page;
use crate::app::platform::storage::{self, Fault};
use crate::app::session::{Change, Session};
use crate::app::store::{Action, State};
use crate::app::{begin, persist};
use crate::i18n::Language;
use crate::i18n::ui::{Keeping, Notice};

/// Milliseconds between a change and the writing of the draft.
pub const DELAY: u32 = 400;

/// Begins with the draft of last time, or with the example.
pub fn restore() -> State {
    let mut session = Session {
        language: stored_language(),
        ..Session::default()
    };
    let draft = storage::get(persist::DRAFT);
    match draft {
        Ok(Some(text)) => match persist::read(text.as_bytes(), session.language) {
            Ok(document) => {
                session.structure = document.rows.is_empty();
                return State::new(document, session);
            }
            Err(why) => {
                let _ = storage::set(persist::ASIDE, &text);
                session.notice = Some(Notice::DraftUnreadable(why));
            }
        },
        Ok(None) => session.offer = true,
        Err(_) => {
            session.offer = true;
            session.keeping = Keeping::Blocked;
        }
    }
    State::new(begin::example(), session)
}

/// Writes the draft; `kept` tells whether this page has written one before.
pub fn store(state: &State, kept: bool) -> Keeping {
    let cleared = kept && storage::get(persist::DRAFT) == Ok(None);
    match storage::set(persist::DRAFT, &persist::write(state.document())) {
        Ok(()) if cleared => Keeping::Cleared,
        Ok(()) => {
            let (hour, minute) = page::time_of_day();
            Keeping::Kept { hour, minute }
        }
        Err(Fault::Full) => Keeping::Full,
        Err(Fault::Blocked) => Keeping::Blocked,
    }
}

/// What opening a file does.
pub fn open(state: &State, opened: Opened) -> Vec<Action> {
    let told = |notice| Action::Session(Change::Notice(Some(notice)));
    let bytes = match opened.bytes {
        Ok(bytes) => bytes,
        Err(Unread::TooLarge) => return vec![told(Notice::TooLarge)],
        Err(Unread::Failed) => return vec![told(Notice::NotOpened(opened.name))],
    };
    match persist::read(&bytes, state.session.language) {
        Ok(document) => vec![
            Action::Load(Rc::new(document)),
            Action::Session(Change::HideOffer),
            told(Notice::Opened(opened.name)),
        ],
        Err(why) => vec![told(Notice::NotOpened(why))],
    }
}

fn stored_language() -> Language {
    match storage::get(persist::LANGUAGE) {
        Ok(Some(tag)) if tag == Language::English.tag() => Language::English,
        _ => Language::Chinese,
    }
}

/// Remembers the language.
pub fn language(language: Language) {
    let _ = storage::set(persist::LANGUAGE, language.tag());
}
