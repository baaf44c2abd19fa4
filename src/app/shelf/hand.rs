//! 交接: a session as one text, handed from one program of the page to the other.

use super::trail::{Texts, Trail};
use super::{Place, blocks, kept};
use crate::app::control::Control;
use crate::app::session::Session;
use crate::app::store::State;
use crate::document::json;
use crate::i18n::Language;
use crate::i18n::ui::Keeping;

const MAGIC: &str = "jiping-session 1";
const STRUCTURE: &str = "structure";
const OFFER: &str = "offer";
const CHANGED: &str = "changed";

/// The session as text: the document, what can be undone, where it is kept, what is folded out.
#[must_use]
pub fn write_session(state: &State) -> String {
    let session = &state.session;
    let place = &session.place;
    let mut out = String::new();
    let trail = state.trail(&mut Texts::default()).write();
    let revision = place.revision.to_string();
    let text = kept::line(state.document());
    for part in [MAGIC, &text, &trail, &place.id, &revision, &place.label] {
        blocks::push(&mut out, part);
    }
    blocks::push(&mut out, session.language.tag());
    let flags = [
        (STRUCTURE, session.structure),
        (OFFER, session.offer),
        (CHANGED, session.keeping == Keeping::Changed),
    ];
    for (word, on) in flags {
        if on {
            blocks::push(&mut out, word);
        }
    }
    for fold in &session.unfolded {
        blocks::push(&mut out, &Control::Fold(*fold).id());
    }
    for id in &session.explained {
        blocks::push(&mut out, &Control::Explain(id.clone()).id());
    }
    out
}

/// The session in such a text; nothing where it is damaged.
#[must_use]
pub fn read_session(mut text: &str) -> Option<State> {
    let rest = &mut text;
    if blocks::take(rest)? != MAGIC {
        return None;
    }
    let document = json::open(blocks::take(rest)?.as_bytes()).ok()?.document;
    let trail = Trail::read(blocks::take(rest)?);
    let place = Place {
        id: blocks::take(rest)?.to_owned(),
        revision: blocks::take(rest)?.parse().ok()?,
        label: blocks::take(rest)?.to_owned(),
    };
    let english = blocks::take(rest)? == Language::English.tag();
    let mut session = Session {
        language: if english {
            Language::English
        } else {
            Language::Chinese
        },
        place,
        ..Session::default()
    };
    while let Some(word) = blocks::take(rest) {
        match (word, Control::read(word)) {
            (STRUCTURE, _) => session.structure = true,
            (OFFER, _) => session.offer = true,
            (CHANGED, _) => session.keeping = Keeping::Changed,
            (_, Some(Control::Fold(fold))) => {
                session.unfolded.insert(fold);
            }
            (_, Some(Control::Explain(id))) => {
                session.explained.insert(id);
            }
            _ => {}
        }
    }
    Some(State::resume(document, session, trail))
}
