//! 本机自评: the screen that lists the evaluations, as plain data and decisions.

use std::rc::Rc;

use super::errand::Errand;
use super::list::{Item, Version};
use crate::app::happening::{Happening, Kind};
use crate::app::respond::{Effect, Response};
use crate::app::session::{self, Screen};
use crate::app::store::{Action, State};

/// What the screen shows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Board {
    /// All evaluations, deleted ones among them.
    pub items: Rc<Vec<Item>>,
    /// What is searched for.
    pub query: String,
    /// The evaluation whose versions show, and they.
    pub versions: Option<(String, Rc<Vec<Version>>)>,
    /// The evaluation that is being renamed, and its name as typed.
    pub renaming: Option<(String, String)>,
    /// The name of the version to be put by, as typed.
    pub naming: String,
    /// What was deleted last, to be had back.
    pub deleted: Option<String>,
}

/// A change of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The evaluations, read anew.
    Items(Rc<Vec<Item>>),
    /// The versions of one of them.
    Versions(Option<(String, Rc<Vec<Version>>)>),
    /// Something is searched for.
    Query(String),
    /// A name is being typed.
    Renaming(Option<(String, String)>),
    /// A version's name is being typed.
    Naming(String),
    /// What was deleted last.
    Deleted(Option<String>),
}

impl Board {
    /// Applies a change; tells whether anything that is seen has changed.
    pub fn change(&mut self, change: Change) -> bool {
        match change {
            Change::Items(items) => self.items = items,
            Change::Versions(versions) => self.versions = versions,
            Change::Query(query) => self.query = query,
            Change::Renaming(renaming) => self.renaming = renaming,
            Change::Naming(naming) => self.naming = naming,
            Change::Deleted(deleted) => self.deleted = deleted,
        }
        true
    }

    /// The evaluations that are shown.
    pub fn shown(&self) -> impl Iterator<Item = &Item> {
        let items = self.items.iter().filter(|item| item.kept.gone == 0);
        items.filter(|item| item.matches(&self.query))
    }

    /// The evaluations that were deleted.
    pub fn gone(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.kept.gone > 0)
    }
}

/// The button that opens the screen.
pub const BEGIN: &str = "shelf.begin";

fn change(change: Change) -> Action {
    Action::Session(session::Change::Shelf(change))
}

fn errand(errand: Errand) -> Response {
    Response::effect(Effect::Shelf(errand))
}

fn focus(mut response: Response, id: &str) -> Response {
    response.effects.push(Effect::Focus(id.to_owned()));
    response
}

/// What a happening on the screen leads to; nothing where it is elsewhere.
#[must_use]
pub fn respond(state: &State, event: &Happening) -> Option<Response> {
    if event.kind == Kind::Click && event.id == BEGIN {
        let screen = Action::Session(session::Change::Screen(Screen::Shelf));
        let mut response = errand(Errand::List);
        response.actions.push(screen);
        return Some(focus(response, "shelf.title"));
    }
    if state.session.screen != Screen::Shelf {
        return None;
    }
    let board = &state.session.shelf;
    Some(match event.kind {
        Kind::Input | Kind::Composed => typed(board, event),
        Kind::Click => click(board, &event.id),
        Kind::Key => key(board, event),
        _ => Response::default(),
    })
}

fn typed(board: &Board, event: &Happening) -> Response {
    let text = event.value.clone();
    Response::act(change(match (event.id.as_str(), &board.renaming) {
        ("shelf.search", _) => Change::Query(text),
        ("shelf.naming", _) => Change::Naming(text),
        ("shelf.label", Some((id, _))) => Change::Renaming(Some((id.clone(), text))),
        _ => return Response::default(),
    }))
}

fn key(board: &Board, event: &Happening) -> Response {
    if event.composing {
        return Response::default();
    }
    match (event.key.as_str(), event.id.as_str()) {
        ("Enter", "shelf.label") => click(board, "shelf.named"),
        ("Enter", "shelf.naming") => click(board, "shelf.snap"),
        ("Escape", "shelf.label") => Response::act(change(Change::Renaming(None))),
        ("Escape", "shelf.search") => Response::act(change(Change::Query(String::new()))),
        ("Escape", _) => back(),
        ("z", _) if event.ctrl => match &board.deleted {
            Some(id) => errand(Errand::Undelete(id.clone())),
            None => Response::default(),
        },
        // The sheet behind is out of reach.
        ("s", _) if event.ctrl => Response {
            handled: true,
            ..Response::default()
        },
        _ => Response::default(),
    }
}

fn back() -> Response {
    let response = Response::act(Action::Session(session::Change::Screen(Screen::Sheet)));
    focus(response, BEGIN)
}

fn click(board: &Board, id: &str) -> Response {
    let Some(rest) = id.strip_prefix("shelf.") else {
        return Response::default();
    };
    let (word, tail) = rest.split_once('.').unwrap_or((rest, ""));
    let id = tail.to_owned();
    match word {
        "back" => back(),
        "out" => errand(Errand::Out),
        "in" => errand(Errand::In),
        "empty" => {
            let mut response = back();
            response.effects = vec![Effect::Press("do.empty".to_owned())];
            response
        }
        "open" => errand(Errand::Open(id)),
        "compare" => errand(Errand::Compare(id)),
        "copy" => errand(Errand::Copy(id)),
        "delete" => errand(Errand::Delete(id)),
        "undelete" => errand(Errand::Undelete(id)),
        "restore" => errand(Errand::Restore(id)),
        "rename" => {
            let item = board.items.iter().find(|item| item.id == id);
            let name = item.map_or_else(String::new, |item| item.kept.label.clone());
            let response = Response::act(change(Change::Renaming(Some((id, name)))));
            focus(response, "shelf.label")
        }
        "named" => match &board.renaming {
            Some((id, name)) => errand(Errand::Rename(id.clone(), name.clone())),
            None => Response::default(),
        },
        "versions" => match &board.versions {
            Some((open, _)) if *open == id => Response::act(change(Change::Versions(None))),
            _ => errand(Errand::Versions(id)),
        },
        "snap" => match &board.versions {
            Some((id, _)) => errand(Errand::Snap(id.clone(), board.naming.clone())),
            None => Response::default(),
        },
        _ => Response::default(),
    }
}
