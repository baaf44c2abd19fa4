//! What to do with a link that arrives.

use std::rc::Rc;

use super::respond::{change, open};
use super::rules;
use super::{Change, Dialog, Effect, Held, Receive, Unlock};
use crate::app::compare::{self, Origin};
use crate::app::respond::{self, Response};
use crate::app::session::{self, Screen};
use crate::app::shelf::errand::Errand;
use crate::app::shelf::known::Known;
use crate::app::store::{Action, State};
use crate::compare::{Comparison, compare_evaluated};
use crate::document::Document;
use crate::document::json::Loaded;
use crate::i18n;
use crate::i18n::ui::Notice;
use crate::scoring::evaluate;
use crate::share::{self, Answers, Link, LinkError, Sent, Shared};

/// The same evaluation came again and differs from what is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What came.
    pub document: Held<Rc<Document>>,
    /// How it differs from what is here, which is the earlier one.
    pub comparison: Held<Comparison>,
    /// What there is to tell of it.
    pub sent: Sent,
    /// The one it differs from, where that is kept and not open.
    pub kept: Option<Held<Known>>,
}

impl Receive {
    /// Whether the link waits for its table.
    #[must_use]
    pub const fn wants_table(&self) -> bool {
        matches!(
            self.error,
            Some(LinkError::NeedsTable(_) | LinkError::OtherTable { .. })
        )
    }
}

/// Whether a fragment of the address is one of the page's own places.
#[must_use]
pub fn is_place(fragment: &str) -> bool {
    let fragment = fragment.trim_start_matches('#');
    fragment.is_empty() || fragment.starts_with("h-")
}

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Purpose {
    /// To be opened.
    #[default]
    Open,
    /// To be compared with what is here.
    Compare,
}

/// Opens the link in a text.
#[must_use]
pub fn arrive(state: &State, text: &str, purpose: Purpose) -> Response {
    match share::open(text) {
        Ok(link) => opened(state, link, text, purpose),
        Err(error) => fails(text, error, purpose),
    }
}

/// Says why a text does not open, and asks for another.
fn fails(text: &str, error: LinkError, purpose: Purpose) -> Response {
    open(Dialog::Receive(Receive {
        text: text.trim_start_matches('#').to_owned(),
        error: Some(error),
        purpose,
    }))
}

/// Opens a link, as it came or unlocked.
#[must_use]
pub fn opened(state: &State, link: Link, text: &str, purpose: Purpose) -> Response {
    match link {
        Link::Whole(shared) => take(state, shared, purpose),
        Link::Answers(answers) => match answers.fill(state.document()) {
            Ok(shared) => take(state, shared, purpose),
            Err(error) => {
                let mut response = fails(text, error, purpose);
                response.actions.push(wait(Some(answers)));
                response
            }
        },
        Link::Locked(locked) => open(Dialog::Unlock(Unlock {
            locked: Held::new(locked),
            password: String::new(),
            error: None,
            busy: false,
            purpose,
        })),
    }
}

fn wait(answers: Option<Answers>) -> Action {
    change(Change::Wait(answers.map(Held::new)))
}

/// What answers that wait do now that another document is open: nothing where it is not their table.
#[must_use]
pub fn table_opened(state: &State) -> Response {
    let waiting = state.session.share.waiting.as_ref();
    let filled = waiting.and_then(|answers| answers.fill(state.document()).ok());
    filled.map_or_else(Response::default, |shared| {
        let mut response = take(state, shared, Purpose::Open);
        response.actions.push(wait(None));
        response
    })
}

/// Takes an evaluation that came whole.
fn take(state: &State, shared: Shared, purpose: Purpose) -> Response {
    let here = state.document();
    if purpose == Purpose::Compare {
        let loaded = Loaded {
            document: shared.document,
            notes: shared.notes,
        };
        let came = compare::Side::loaded(Origin::Link, loaded);
        let mut response = compare::both(compare::Side::here(state), came);
        response.actions.push(change(Change::Close));
        return response;
    }
    let sent = Sent::new(shared.policy, shared.notes);
    if shared.document == **here {
        return said(i18n::share::same(state.session.language).to_owned());
    }
    if is_same(here, &shared.document) && has_work(here) {
        let came = evaluate(&shared.document);
        let both = ((&**here, &*state.evaluation), (&shared.document, &came));
        let comparison = Held::new(compare_evaluated(both.0, both.1));
        return open(Dialog::Offer(Offer {
            document: Held::new(Rc::new(shared.document)),
            comparison,
            sent,
            kept: None,
        }));
    }
    let mut response = load(state, Rc::new(shared.document), &sent);
    let known = respond::Effect::Share(Effect::Known(sent));
    response.effects.push(known);
    response
}

/// What came is kept here already, as the same or as another version.
#[must_use]
pub fn known(state: &State, document: &Rc<Document>, sent: Sent, known: Known) -> Response {
    if *known.document == **document {
        let mut response = said(i18n::share::same_as(&known.name, state.session.language));
        let open = respond::Effect::Shelf(Errand::Open(known.id));
        response.effects.push(open);
        return response;
    }
    let (was, is) = (evaluate(&known.document), evaluate(document));
    let comparison = compare_evaluated((&known.document, &was), (document, &is));
    open(Dialog::Offer(Offer {
        document: Held::new(Rc::clone(document)),
        comparison: Held::new(comparison),
        sent,
        kept: Some(Held::new(known)),
    }))
}

/// Opens what came; what was here can be brought back by one step of undo.
#[must_use]
pub fn load(state: &State, document: Rc<Document>, sent: &Sent) -> Response {
    let language = state.session.language;
    let told = i18n::share::opened(&document.header.unit, sent, language);
    let rules = rules::of(&document, sent.policy, state.document());
    let mut response = Response::act(Action::Load(document));
    response
        .actions
        .push(Action::Session(session::Change::HideOffer));
    let sheet = session::Change::Screen(Screen::Sheet);
    response.actions.push(Action::Session(sheet));
    response.actions.extend(said(told).actions);
    if let Some(rules) = rules {
        let told = rules::show(rules);
        response.actions.extend(told.actions);
        response.effects.extend(told.effects);
    }
    response
}

fn said(words: String) -> Response {
    let notice = Notice::Said(words);
    Response {
        actions: vec![
            change(Change::Close),
            Action::Session(session::Change::Notice(Some(notice))),
        ],
        handled: true,
        ..Response::default()
    }
}

/// Whether two documents are versions of one evaluation: the same table, or the same unit, year and project.
#[must_use]
pub fn is_same(a: &Document, b: &Document) -> bool {
    let (x, y) = (&a.header, &b.header);
    let named = !x.unit.trim().is_empty();
    share::table_id(a) == share::table_id(b)
        || named && (&x.unit, &x.year, &x.project) == (&y.unit, &y.year, &y.project)
}

/// Whether anything is filled in.
fn has_work(document: &Document) -> bool {
    let blank = crate::actual::Actual::default();
    document.rows.iter().any(|row| *row.actual != blank)
        || document
            .tasks
            .iter()
            .any(|task| !task.executed.total.is_empty())
}
