//! 保存: the evaluation is kept in the browser's storage shortly after each change.

use crate::app::command::file_name;
use crate::app::persist;
use crate::app::platform::storage::Local;
use crate::app::platform::{page, rescue};
use crate::app::session::{Change, Session};
use crate::app::shelf::keep::{self, Saved};
use crate::app::shelf::storage::{AUTOMATIC, EVALUATION, Storage, key, timed};
use crate::app::shelf::trail::Texts;
use crate::app::shelf::{Fault, Kept, Place, Trouble, snapshot};
use crate::app::store::{Action, State};
use crate::edit::Edit;
use crate::i18n::Language;
use crate::i18n::ui::{Keeping, Word, word};

/// Milliseconds between a change and its being kept.
pub const DELAY: u32 = 400;
/// A version older than this is put by when it is changed again: twelve hours.
const OLD: u64 = 12 * 60 * 60 * 1_000;

/// A session in the language that was chosen.
pub(super) fn session() -> Session {
    let tag = Local.get(persist::LANGUAGE);
    let english = matches!(tag, Ok(Some(tag)) if tag == Language::English.tag());
    Session {
        language: if english {
            Language::English
        } else {
            Language::Chinese
        },
        ..Session::default()
    }
}

/// What the desk remembers about keeping.
#[derive(Default)]
pub struct Keeper {
    texts: Texts,
    /// When this tab's version began to be kept beside a newer one; 0 where it is not.
    pub(super) beside: u64,
}

impl Keeper {
    /// The document as it is kept, and left with the start script.
    pub(super) fn kept(&mut self, state: &State) -> Kept {
        let document = state.document();
        let text = self.texts.of(document);
        Kept::of(document, &state.evaluation, (*text).to_owned())
    }

    /// Keeps the document; tells where, if it did, and how that went.
    pub fn store(&mut self, state: &State) -> (Option<Place>, Keeping) {
        let kept = self.kept(state);
        rescue::leave(&kept.text, &file_name(state, "json"));
        let now = page::now();
        let place = &state.session.place;
        let trail = state.trail(&mut self.texts);
        self.texts.tidy();
        match keep::save(&Local, place, &kept, &trail, now) {
            Ok(Saved { place, cleared }) => {
                self.beside = 0;
                let (hour, minute) = page::time_of_day(now);
                let keeping = if cleared {
                    Keeping::Cleared
                } else {
                    Keeping::Kept { hour, minute }
                };
                (Some(place), keeping)
            }
            Err(Trouble::Newer(time)) => {
                if self.beside == 0 {
                    self.beside = now;
                }
                // Not lost either, should the tab be closed now.
                let name = timed(AUTOMATIC, &place.id, self.beside);
                let _ = keep::set(&Local, &name, &kept.write(), &place.id);
                (None, newer(time))
            }
            Err(Trouble::Fault(Fault::Full)) => (None, Keeping::Full),
            Err(Trouble::Fault(Fault::Blocked)) => (None, Keeping::Blocked),
        }
    }

    /// Puts the version shown by, where what is about to happen asks for it.
    pub fn before(&mut self, state: &State, action: &Action) {
        let place = &state.session.place;
        if place.id.is_empty() {
            return;
        }
        let destroys = match action {
            Action::Paste(paste) => paste.edits.len() > 1,
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

    /// Goes on with this version as an evaluation of its own.
    pub fn keep_copy(&mut self, state: &State) -> Place {
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
        Place {
            label: [label, " ", copy].concat(),
            ..Place::default()
        }
    }
}

/// A version that this tab has not seen.
fn newer(time: u64) -> Keeping {
    let (hour, minute) = page::time_of_day(time);
    Keeping::Newer { hour, minute }
}

/// What another tab's writing under this key means here.
pub fn elsewhere(state: &State, name: &str) -> Option<Change> {
    let place = &state.session.place;
    let own = name == key(EVALUATION, &place.id);
    let unseen = own.then(|| keep::unseen(&Local, place)).flatten();
    unseen.map(|time| Change::Keeping(newer(time)))
}

/// Remembers the language.
pub fn language(language: Language) {
    let _ = Local.set(persist::LANGUAGE, language.tag());
}
