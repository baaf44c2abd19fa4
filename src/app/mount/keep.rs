//! 保存: the evaluation is kept in the browser's storage shortly after each change, and brought back by a reload.

use std::rc::Rc;

use crate::app::WHOLE;
use crate::app::command::file_name;
use crate::app::platform::files::{Opened, Unread};
use crate::app::platform::storage::Local;
use crate::app::platform::{page, rescue};
use crate::app::session::{Change, Session};
use crate::app::shelf::keep::{self, Saved};
use crate::app::shelf::storage::{AUTOMATIC, EVALUATION, Storage, key, timed};
use crate::app::shelf::trail::{Texts, Trail};
use crate::app::shelf::{Fault, Kept, Place, Trouble, snapshot};
use crate::app::store::{Action, State};
use crate::app::{begin, persist};
use crate::document::json::Brief;
use crate::edit::Edit;
use crate::i18n::Language;
use crate::i18n::ui::{Keeping, Notice, Word, word};

/// Milliseconds between a change and its being kept.
pub const DELAY: u32 = 400;
/// A version older than this is put by when it is changed again: twelve hours.
const OLD: u64 = 12 * 60 * 60 * 1_000;

/// Begins with the evaluation inside the page, with what was worked on last, or with the example.
pub fn restore() -> State {
    let mut session = Session {
        language: stored_language(),
        ..Session::default()
    };
    let inside = came_inside();
    // What cannot be read is put aside, so that the next try finds something else.
    loop {
        let begun = match &inside {
            Some(text) => keep::open(&Local, &persist::inside_id(text)),
            None => keep::begin(&Local),
        };
        match begun {
            Ok(Some(begun)) => match persist::read(begun.text.as_bytes(), session.language) {
                Ok(document) => {
                    session.structure = WHOLE && document.rows.is_empty();
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

/// The evaluation inside the page, which only the single file can have; that is always the whole program.
fn came_inside() -> Option<String> {
    WHOLE.then(page::inside).flatten()
}

/// What the desk remembers about keeping.
#[derive(Default)]
pub struct Keeper {
    texts: Texts,
    /// When this tab's version began to be kept beside a newer one; 0 where it is not.
    beside: u64,
}

impl Keeper {
    /// The document as it is kept, and left with the start script.
    fn kept(&mut self, state: &State) -> Kept {
        let document = state.document();
        let text = self.texts.of(document);
        Kept::of(document, &state.evaluation, text.to_string())
    }

    /// Keeps the document; tells how that went.
    pub fn store(&mut self, state: &State) -> Vec<Change> {
        let kept = self.kept(state);
        rescue::leave(&kept.text, &file_name(state, "json"));
        let now = page::now();
        let place = &state.session.place;
        let trail = state.trail(&mut self.texts).write();
        self.texts.tidy();
        match keep::save(&Local, place, kept.clone(), &trail, now) {
            Ok(Saved { place, cleared }) => {
                self.beside = 0;
                let (hour, minute) = page::time_of_day(now);
                let keeping = if cleared {
                    Keeping::Cleared
                } else {
                    Keeping::Kept { hour, minute }
                };
                vec![Change::Place(place), Change::Keeping(keeping)]
            }
            Err(Trouble::Newer(time)) => {
                if self.beside == 0 {
                    self.beside = now;
                }
                // Not lost either, should the tab be closed now.
                let name = timed(AUTOMATIC, &place.id, self.beside);
                let _ = keep::set(&Local, &name, &kept.write(), &place.id);
                vec![newer(time)]
            }
            Err(Trouble::Fault(Fault::Full)) => vec![Change::Keeping(Keeping::Full)],
            Err(Trouble::Fault(Fault::Blocked)) => vec![Change::Keeping(Keeping::Blocked)],
        }
    }

    /// Puts the version shown by, where what is about to happen asks for it.
    pub fn before(&mut self, state: &State, action: &Action) {
        let place = &state.session.place;
        if place.id.is_empty() {
            return;
        }
        let destroys = match action {
            Action::Paste { edits, .. } => edits.len() > 1,
            Action::Edit(edit, _) => matches!(edit, Edit::Remove(..) | Edit::Policy(_)),
            _ => false,
        };
        let changes = matches!(action, Action::Edit(..) | Action::Undo | Action::Redo);
        let now = page::now();
        let aged = changes && now.saturating_sub(place.revision) > OLD;
        if destroys || aged {
            let kept = self.kept(state);
            snapshot::automatic(&Local, &place.id, &kept, now);
        }
    }

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

    /// Goes on with this version as an evaluation of its own.
    pub fn keep_copy(&mut self, state: &State) -> Vec<Change> {
        let session = &state.session;
        if self.beside > 0 {
            let _ = Local.remove(&timed(AUTOMATIC, &session.place.id, self.beside));
            self.beside = 0;
        }
        let unit = state.document().header.unit.trim();
        let label = match session.place.label.as_str() {
            "" => unit,
            label => label,
        };
        let copy = word(Word::Copy, session.language);
        let place = Place {
            label: [label, " ", copy].concat(),
            ..Place::default()
        };
        vec![Change::Place(place)]
    }
}

/// A version that this tab has not seen.
fn newer(time: u64) -> Change {
    let (hour, minute) = page::time_of_day(time);
    Change::Keeping(Keeping::Newer { hour, minute })
}

/// What another tab's writing under this key means here.
pub fn elsewhere(state: &State, name: &str) -> Option<Change> {
    let place = &state.session.place;
    let own = name == key(EVALUATION, &place.id);
    let unseen = own.then(|| keep::unseen(&Local, place)).flatten();
    unseen.map(newer)
}

fn told(notice: Notice) -> Action {
    Action::Session(Change::Notice(Some(notice)))
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

fn stored_language() -> Language {
    match Local.get(persist::LANGUAGE) {
        Ok(Some(tag)) if tag == Language::English.tag() => Language::English,
        _ => Language::Chinese,
    }
}

/// Remembers the language.
pub fn language(language: Language) {
    let _ = Local.set(persist::LANGUAGE, language.tag());
}
