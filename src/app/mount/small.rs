//! What the small program does in its own way: it reads neither what is kept nor files.

use std::rc::Rc;

use yew::html::Scope;

use super::desk::Desk;
use super::{App, keep, offer};
use crate::app::begin::example;
use crate::app::platform::files;
use crate::app::platform::pile::Take;
use crate::app::platform::storage::Local;
use crate::app::respond::{Effect, OPEN_LEFT};
use crate::app::shelf::storage::{LAST, Storage};
use crate::app::store::State;
use crate::i18n::ui::Keeping;

/// Begins with the example. Where something is kept, `www/boot.js` begins with the whole program.
pub fn begin(link: Scope<App>) -> Desk {
    let mut session = keep::session();
    session.offer = true;
    if Local.get(LAST).is_err() {
        session.keeping = Keeping::Blocked;
    }
    Desk::new(State::new(example(), session), link)
}

/// Lets the person choose a file, which the whole program opens.
pub fn choose(desk: &Desk) {
    let desk = desk.clone();
    files::choose(".json,application/json", move |file| {
        file.leave();
        desk.run(Effect::More(OPEN_LEFT.to_owned()));
    });
}

/// What takes dropped files. The notice has the button that opens the first: without one nothing is fetched.
pub fn taker(desk: &Desk) -> Take {
    let desk = desk.clone();
    Rc::new(move |pile| {
        if let Some(file) = pile.first() {
            offer(&desk, &file);
        }
    })
}
