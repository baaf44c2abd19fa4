//! 交接: what the small program leaves to the whole one: the document, what was unfolded, and what was pressed.
//!
//! Never stored: both programs are of one version. Two lines of view, then the document as a file.

use crate::i18n::Language;
use crate::table::Id;

use super::persist;
use super::session::{Fold, Session};
use super::store::State;

/// Between two ids; no id holds it.
const BETWEEN: char = '\u{1f}';

const FOLDS: [Fold; 4] = [Fold::Form, Fold::Tasks, Fold::Goals, Fold::Policy];

/// What was handed over.
#[derive(Debug)]
pub struct Handed {
    /// The state, as it was left.
    pub state: State,
    /// The `id` of the button that the small program could not serve.
    pub pressed: String,
}

/// The text that hands a state over.
#[must_use]
pub fn write(state: &State, pressed: &str) -> String {
    let session = &state.session;
    let sign = |on: bool| if on { "1" } else { "0" };
    let folds = FOLDS.map(|fold| sign(session.unfolded.contains(&fold)));
    let mut text = [pressed, "\n"].concat();
    text.push_str(sign(session.structure));
    text.push_str(sign(session.offer));
    text.push_str(&folds.concat());
    for id in &session.explained {
        text.push(BETWEEN);
        text.push_str(id.as_str());
    }
    text.push('\n');
    text.push_str(&persist::write(state.document()));
    text
}

/// The state in such a text.
#[must_use]
pub fn read(text: &str) -> Option<Handed> {
    let mut lines = text.splitn(3, '\n');
    let (pressed, view) = (lines.next()?, lines.next()?);
    let document = persist::read(lines.next()?.as_bytes(), Language::Chinese).ok()?;
    let mut parts = view.split(BETWEEN);
    let mut signs = parts.next()?.chars().map(|sign| sign == '1');
    let mut session = Session {
        structure: signs.next()?,
        offer: signs.next()?,
        explained: parts.map(Id::new).collect(),
        ..Session::default()
    };
    let unfolded = FOLDS.into_iter().zip(signs).filter(|(_, on)| *on);
    session.unfolded = unfolded.map(|(fold, _)| fold).collect();
    Some(Handed {
        state: State::new(document, session),
        pressed: pressed.to_owned(),
    })
}
