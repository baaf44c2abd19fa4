//! The list of evaluations: what happens outside the state.

use std::rc::Rc;

use super::desk::Desk;
use crate::app::platform::storage::Local;
use crate::app::platform::{files, page};
use crate::app::shelf::errand::{self, Errand, said};
use crate::app::shelf::whole;
use crate::i18n::shelf as words;

/// Runs an errand.
pub fn run(errand: Errand, desk: &Desk) {
    // What is on the sheet belongs on the list as it is now.
    desk.keep();
    match errand {
        Errand::Out => {
            files::download("jiping-all.json", "application/json", &whole::write(&Local))
        }
        Errand::In => {
            let desk = desk.clone();
            let receive: files::Receive = Rc::new(move |file| take(&desk, &file));
            files::choose_store(receive);
        }
        errand => desk.act_on(|state| errand::run(&Local, state, errand, page::now(), &page::date)),
    }
}

/// Takes a file of the whole store in.
fn take(desk: &Desk, file: &files::Opened) {
    let text = file.bytes.as_deref().ok().map(String::from_utf8_lossy);
    let taken = text.and_then(|text| whole::read(&Local, &text));
    desk.act_on(|state| {
        let language = state.session.language;
        let words = match taken {
            Some(taken) => words::taken(taken.added, taken.same, taken.bad, language),
            None if file.bytes == Err(files::Unread::TooLarge) => {
                words::too_large(language).to_owned()
            }
            None => words::not_whole(language).to_owned(),
        };
        vec![said(words), errand::list(&Local, &page::date)]
    });
}
