//! Effects: the one place where something happens outside the state.

use yew::Context;

use super::{App, keep, receiver};
use crate::app::platform::{clipboard, files, page};
use crate::app::respond::Effect;
use crate::app::session::Change;
use crate::app::store::State;
use crate::i18n::ui::{Notice, Word, word};

/// Runs one effect; gives what the page has to tell about it.
pub fn run(effect: Effect, state: &State, context: &Context<App>) -> Option<Change> {
    match effect {
        Effect::Focus(id) => page::focus(&id),
        Effect::Blur => page::blur(),
        Effect::Choose => files::choose(".json,application/json", receiver(context)),
        Effect::Download {
            name,
            kind,
            content,
        } => files::download(&name, kind, &content),
        Effect::Copy { html, text } => {
            let notice = if clipboard::copy(html, text) {
                Notice::Copied
            } else {
                Notice::CopyRefused
            };
            return Some(Change::Notice(Some(notice)));
        }
        Effect::Print => page::print(),
        Effect::Language => {
            keep::language(state.session.language);
            name(state);
        }
    }
    None
}

/// Moves the focus where one of the effects asks for it, and leaves the others.
pub fn move_at_once(effects: &mut Vec<Effect>) {
    effects.retain(|effect| {
        match effect {
            Effect::Focus(id) => page::focus(id),
            Effect::Blur => page::blur(),
            _ => return true,
        }
        false
    });
}

/// Tells the browser the language and the title.
pub fn name(state: &State) {
    let language = state.session.language;
    let product = word(Word::Product, language);
    let unit = state.document().header.unit.trim();
    let title = if unit.is_empty() {
        product.to_owned()
    } else {
        [unit, " · ", product].concat()
    };
    page::name(language.tag(), &title);
}
