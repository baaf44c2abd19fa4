//! 交接: what the small program leaves to the whole one: the document and what can be undone in it, where it is
//! kept, what was unfolded, and what was pressed.
//!
//! Never stored: both programs are of one version. Texts one after the other, each behind its length.

use super::WHOLE;
use super::control::Control;
use super::session::Session;
use super::shelf::trail::{Texts, Trail};
use super::shelf::{Place, blocks, kept};
use super::store::State;
use crate::document::json;
use crate::i18n::Language;
use crate::i18n::ui::Keeping;

const STRUCTURE: &str = "structure";
const OFFER: &str = "offer";
const CHANGED: &str = "changed";
const TYPING: &str = "typing";

/// What was handed over.
#[derive(Debug)]
pub struct Handed {
    /// The state, as it was left.
    pub state: State,
    /// The `id`s of the buttons that the small program could not serve, with spaces between them.
    pub pressed: String,
    /// Whether a field has the focus, and not what was pressed.
    pub typing: bool,
}

/// The text that hands a state over.
#[must_use]
pub fn write(state: &State, pressed: &str, typing: bool) -> String {
    let session = &state.session;
    let place = &session.place;
    let mut out = String::new();
    let mut push = |text: &str| blocks::push(&mut out, text);
    push(pressed);
    push(&kept::line(state.document()));
    push(&state.trail(&mut Texts::default()));
    push(&place.id);
    push(&place.revision.to_string());
    push(&place.label);
    push(session.language.tag());
    if typing {
        push(TYPING);
    }
    if session.offer {
        push(OFFER);
    }
    // What is not kept yet is kept there.
    if !matches!(session.keeping, Keeping::Untouched | Keeping::Kept { .. }) {
        push(CHANGED);
    }
    for id in &session.explained {
        push(&Control::Explain(id.clone()).id());
    }
    // The small program does not edit the table.
    if WHOLE && session.structure {
        push(STRUCTURE);
    }
    for fold in &session.unfolded {
        push(&Control::Fold(*fold).id());
    }
    out
}

/// The state in such a text.
#[must_use]
pub fn read(mut text: &str) -> Option<Handed> {
    let rest = &mut text;
    let pressed = blocks::take(rest)?.to_owned();
    let document = json::open(blocks::take(rest)?.as_bytes()).ok()?.document;
    let trail = Trail::read(blocks::take(rest)?);
    let place = Place {
        id: blocks::take(rest)?.to_owned(),
        revision: blocks::take(rest)?.parse().ok()?,
        label: blocks::take(rest)?.to_owned(),
    };
    let tag = blocks::take(rest)?;
    let language = Language::ALL.into_iter().find(|one| one.tag() == tag)?;
    let mut session = Session {
        language,
        place,
        ..Session::default()
    };
    let mut typing = false;
    while let Some(word) = blocks::take(rest) {
        match (word, Control::read(word)) {
            (TYPING, _) => typing = true,
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
    Some(Handed {
        state: State::resume(document, session, trail),
        pressed,
        typing,
    })
}
