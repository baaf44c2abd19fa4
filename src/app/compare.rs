//! 对比: the screen on which two evaluations stand side by side.
//!
//! The earlier one stands on the left. One of the two is the evaluation that is open, until the two change places or
//! another takes its place.

use std::rc::Rc;

use super::control::{code, find};
use super::happening::{Happening, Kind};
use super::respond::{Effect, Response};
use super::session::{self, Screen};
use super::share::Held;
use super::share::respond::receive_for_comparison;
use super::store::{Action, State};
use crate::compare::{Comparison, compare_evaluated};
use crate::document::Document;
use crate::document::json::{Brief, Loaded};
use crate::rollup::{OpenError, open};
use crate::scoring::{Evaluation, evaluate};

/// Where one of the two came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is the one that is open.
    Here,
    /// A file.
    File(String),
    /// A link.
    Link,
    /// Another evaluation of this computer, by the name it has there.
    Kept(String),
}

/// One of the two.
#[derive(Clone, Debug)]
pub struct Side {
    /// Where it came from.
    pub origin: Origin,
    /// The evaluation.
    pub document: Rc<Document>,
    /// What there is to tell about the file or link that it came in.
    pub about: Brief,
    evaluation: Rc<Evaluation>,
}

/// Two evaluations and what differs between them.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The earlier one.
    pub before: Side,
    /// The later one.
    pub after: Side,
    /// What differs.
    pub comparison: Comparison,
}

/// What the page remembers about comparing.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Compare {
    /// The two, once there are two.
    pub pair: Option<Held<Pair>>,
    /// Why the last one did not open.
    pub error: Option<OpenError>,
}

/// A change of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Two evaluations are compared.
    Pair(Held<Pair>),
    /// One did not open.
    Failed(OpenError),
    /// The two change places.
    Swap,
    /// Begins anew.
    Forget,
}

/// What the elements of the screen are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// 对比: goes to the screen.
    Begin,
    /// Chooses a file.
    File,
    /// Asks for a link.
    Link,
    /// The two change places.
    Swap,
    /// Prints the comparison.
    Print,
    /// Back to the evaluation.
    Back,
}

const CONTROLS: [(Control, &str); 6] = [
    (Control::Begin, "compare.begin"),
    (Control::File, "compare.file"),
    (Control::Link, "compare.link"),
    (Control::Swap, "compare.swap"),
    (Control::Print, "compare.print"),
    (Control::Back, "compare.back"),
];

impl Control {
    /// The element's `id`.
    #[must_use]
    pub fn id(self) -> &'static str {
        code(&CONTROLS, &self)
    }

    /// The control an `id` names, if it names one.
    #[must_use]
    pub fn read(id: &str) -> Option<Self> {
        find(&CONTROLS, id)
    }
}

impl Pair {
    /// Compares two.
    #[must_use]
    pub fn new(before: Side, after: Side) -> Self {
        let comparison = compare_evaluated(
            (&before.document, &before.evaluation),
            (&after.document, &after.evaluation),
        );
        Self {
            before,
            after,
            comparison,
        }
    }

    /// Whether neither of the two is the evaluation that is open, or kept here.
    fn is_of_files(&self) -> bool {
        let sides = [&self.before, &self.after];
        sides
            .iter()
            .all(|side| matches!(side.origin, Origin::File(_)))
    }
}

impl Side {
    /// The evaluation that is open.
    #[must_use]
    pub fn here(state: &State) -> Self {
        Self {
            origin: Origin::Here,
            document: Rc::clone(state.document()),
            about: Brief::default(),
            evaluation: Rc::clone(&state.evaluation),
        }
    }

    /// Another evaluation.
    #[must_use]
    pub fn of(origin: Origin, document: Rc<Document>) -> Self {
        Self {
            origin,
            evaluation: Rc::new(evaluate(&document)),
            document,
            about: Brief::default(),
        }
    }

    /// Another evaluation, as it was read.
    #[must_use]
    pub fn loaded(origin: Origin, loaded: Loaded) -> Self {
        Self {
            about: Brief::of(loaded.notes),
            ..Self::of(origin, Rc::new(loaded.document))
        }
    }
}

impl Compare {
    /// Applies a change.
    pub fn change(&mut self, change: Change) -> bool {
        self.error = None;
        match change {
            Change::Pair(pair) => self.pair = Some(pair),
            Change::Failed(error) => self.error = Some(error),
            Change::Swap => {
                if let Some(pair) = &self.pair {
                    let swapped = Pair::new(pair.after.clone(), pair.before.clone());
                    self.pair = Some(Held::new(swapped));
                }
            }
            Change::Forget => self.pair = None,
        }
        true
    }
}

fn change(change: Change) -> Action {
    Action::Session(session::Change::Compare(change))
}

/// What a click on the screen, or on the way to it, leads to.
#[must_use]
pub fn respond(state: &State, event: &Happening) -> Option<Response> {
    let control = Control::read(&event.id).filter(|_| event.kind == Kind::Click)?;
    Some(match control {
        Control::Begin => Response::act(Action::Session(session::Change::Screen(Screen::Compare))),
        Control::File => Response::effect(Effect::Choose),
        Control::Link => receive_for_comparison(),
        Control::Swap => Response::act(change(Change::Swap)),
        Control::Print => Response::effect(Effect::Print),
        Control::Back => {
            let pair = state.session.compare.pair.as_ref();
            // Two of a roll-up: it goes on there.
            let screen = if pair.is_some_and(|pair| pair.is_of_files()) {
                Screen::RollUp
            } else {
                Screen::Sheet
            };
            let mut response = Response::act(Action::Session(session::Change::Screen(screen)));
            response.actions.push(change(Change::Forget));
            response
        }
    })
}

/// Compares the evaluation that is open with another, and shows it.
#[must_use]
pub fn with(state: &State, origin: Origin, document: Rc<Document>) -> Response {
    both(Side::here(state), Side::of(origin, document))
}

/// Compares any two, and shows them.
#[must_use]
pub fn both(before: Side, after: Side) -> Response {
    let pair = Pair::new(before, after);
    Response {
        actions: vec![
            change(Change::Pair(Held::new(pair))),
            Action::Session(session::Change::Screen(Screen::Compare)),
        ],
        ..Response::default()
    }
}

/// Compares with a file or a link as it came.
#[must_use]
pub fn with_bytes(state: &State, origin: Origin, bytes: &[u8]) -> Response {
    match open(bytes) {
        Ok(loaded) => both(Side::here(state), Side::loaded(origin, loaded)),
        Err(error) => Response::act(change(Change::Failed(error))),
    }
}
