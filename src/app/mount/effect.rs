//! Effects: the one place where something happens outside the state.

use super::desk::Desk;
use super::{keep, program};
use crate::app::WHOLE;
use crate::app::happening::{Happening, Kind};
use crate::app::platform::{clipboard, files, page};
use crate::app::respond::Effect;
use crate::app::session::Change;
use crate::app::show;
use crate::app::store::{Glance, State};
use crate::document::Document;
use crate::i18n::Language;
use crate::i18n::ui::{Notice, Word, word};

/// Runs one effect; gives what the page has to tell about it.
pub fn run(effect: Effect, desk: &Desk, glance: &Glance) -> Option<Change> {
    match effect {
        Effect::Focus(id) => page::focus(&id),
        Effect::Choose => program::choose(desk),
        #[cfg(feature = "more")]
        Effect::OpenLeft => program::open_left(desk),
        Effect::Download {
            name,
            kind,
            content,
        } => {
            files::download(&name, kind, &content);
            if kind == "application/json" {
                desk.in_file();
            }
        }
        Effect::Copy { html, text } => {
            let notice = if clipboard::copy(html, text) {
                Notice::Copied
            } else {
                Notice::CopyRefused
            };
            return Some(Change::Notice(Some(notice)));
        }
        Effect::BreakLine => clipboard::command("insertLineBreak"),
        Effect::Print => page::print(),
        #[cfg(feature = "more")]
        Effect::Share(effect) => return super::share::run(effect, desk),
        #[cfg(feature = "more")]
        Effect::RollUp(effect) => super::rollup::run(effect, desk),
        #[cfg(feature = "more")]
        Effect::Shelf(errand) => super::shelf::run(errand, desk),
        #[cfg(feature = "more")]
        Effect::TakeNewer => desk.take_newer(),
        Effect::KeepCopy if WHOLE => desk.keep_copy(),
        Effect::KeepCopy => {}
        Effect::Language => {
            keep::language(glance.session.language);
            entitle(&glance.document, glance.session.language);
        }
        Effect::More(id) => {
            if !desk.ask_more(&id) {
                return Some(Change::Notice(Some(Notice::NotLoaded)));
            }
        }
        Effect::Press(id) => {
            desk.happened(&Happening {
                kind: Kind::Click,
                id,
                ..Happening::default()
            });
        }
    }
    None
}

/// Tells the browser the language and the title.
pub fn name(state: &State) {
    entitle(state.document(), state.session.language);
}

fn entitle(document: &Document, language: Language) {
    let product = word(Word::Product, language);
    let whose = show::whose(&document.header);
    let title = if whose.is_empty() {
        product.to_owned()
    } else {
        [&whose, " · ", product].concat()
    };
    page::name(language.tag(), &title);
}
