//! 应答: what a key, a click or a typed text means, decided from the state and plain data.
//!
//! Rules of entry: Enter goes down, Shift+Enter up, Tab right, Esc restores; Enter after a run of Tabs goes down
//! in the column where the run began; Alt+Enter and Ctrl+Enter break the line. Keys do nothing while an input method
//! is composing. Text is kept as typed.

use crate::edit::{self, Edit, GoalField, HeaderField, List, RowField, TaskField};
use crate::gather;
use crate::survey::Tally;
use crate::table::{Id, Text};
use crate::value::within::has;

use super::WHOLE;
use super::command;
use super::control::{Command, Control};
use super::happening::{Happening, Kind};
use super::session::{Change, Screen};
use super::store::{Action, State};
use super::{navigate, paste, weigh};

/// Something that must happen outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Gives the focus to the field with this `id` and selects its text; of several, with spaces between them, to the
    /// first that is there.
    Focus(String),
    /// Lets the person choose a file.
    Choose,
    /// Opens the file that the small program has left.
    #[cfg(feature = "more")]
    OpenLeft,
    /// Hands a file over.
    Download {
        /// Its name.
        name: String,
        /// Its kind, e.g. `text/csv`.
        kind: &'static str,
        /// What it holds.
        content: String,
    },
    /// Puts a table on the clipboard.
    Copy {
        /// As HTML.
        html: String,
        /// As text with tabs.
        text: String,
    },
    /// Breaks the line where the caret is.
    BreakLine,
    /// Prints the page.
    Print,
    /// Tells the browser and remembers which language is shown.
    Language,
    /// Something of sharing.
    #[cfg(feature = "more")]
    Share(super::share::Effect),
    /// Lets the whole program serve the button with this `id`.
    More(String),
    /// Presses the button with this `id`.
    Press(String),
    /// Something of rolling up.
    #[cfg(feature = "more")]
    RollUp(super::rollup::Effect),
    /// Something of the list of evaluations.
    #[cfg(feature = "more")]
    Shelf(super::shelf::errand::Errand),
    /// Shows the version that another tab keeps.
    #[cfg(feature = "more")]
    TakeNewer,
    /// Keeps this version as an evaluation of its own.
    KeepCopy,
}

/// What a happening leads to.
#[derive(Clone, Debug, Default)]
pub struct Response {
    /// Changes of the state, in order.
    pub actions: Vec<Action>,
    /// What must happen outside, after the new picture is drawn.
    pub effects: Vec<Effect>,
    /// Whether the browser must not do what it would.
    pub handled: bool,
}

impl Response {
    /// One change, and the browser does what it would.
    #[must_use]
    pub fn act(action: Action) -> Self {
        Self {
            actions: vec![action],
            ..Self::default()
        }
    }

    /// One effect in place of what the browser would do.
    #[must_use]
    pub fn effect(effect: Effect) -> Self {
        Self {
            effects: vec![effect],
            handled: true,
            ..Self::default()
        }
    }
}

/// The `id` of the button that opens a file which was chosen or dropped while the small program was there.
pub const OPEN_LEFT: &str = "open.left";

/// The `id`s of the buttons of opening files, sharing, comparing and rolling up, which only the whole program serves.
pub const MORE: [&str; 8] = [
    OPEN_LEFT,
    "review.begin",
    "share.rules",
    "share.send",
    "share.receive",
    "compare.begin",
    "rollup.begin",
    "shelf.begin",
];

/// What a happening leads to.
#[must_use]
pub fn respond(state: &State, event: &Happening) -> Response {
    if !WHOLE && event.kind == Kind::Click && MORE.contains(&event.id.as_str()) {
        return Response::effect(Effect::More(event.id.clone()));
    }
    #[cfg(feature = "more")]
    if let Some(response) = more(state, event) {
        return response;
    }
    let control = Control::read(&event.id);
    match (event.kind, control) {
        (Kind::Key, control) => key(state, event, control.as_ref()),
        (Kind::Input | Kind::Composed, Some(control)) => typed(&control, event),
        (Kind::Commit, Some(control)) => committed(state, &control, event),
        (Kind::Click, Some(control)) => click(state, control),
        (Kind::Enter, Some(control)) if is_field(&control) => Response::act(enters(event)),
        (Kind::Paste, Some(control)) => paste::paste(state, control, event),
        _ => Response::default(),
    }
}

/// What only the whole program answers: an open dialog first, as it lies above the page.
#[cfg(feature = "more")]
fn more(state: &State, event: &Happening) -> Option<Response> {
    if event.kind == Kind::Click && event.id == OPEN_LEFT {
        return Some(Response::effect(Effect::OpenLeft));
    }
    super::share::respond::respond(state, event)
        .or_else(|| super::compare::respond(state, event))
        .or_else(|| super::rollup::respond(state, event))
        .or_else(|| super::review::respond(event))
        .or_else(|| super::shelf::board::respond(state, event))
}

/// The edit that a field's text stands for.
#[must_use]
pub fn edit_of(control: &Control, text: &str) -> Option<Edit> {
    let text = || text.into();
    Some(match control {
        Control::Header(field) if WHOLE || *field == HeaderField::ExecutionReason => {
            Edit::Header(*field, text())
        }
        Control::Task(field, id) => Edit::Task(id.clone(), *field, text()),
        Control::Goal(field, id) if WHOLE => Edit::Goal(id.clone(), *field, text()),
        Control::Row(RowField::Weight, _) => return None,
        Control::Row(field, id) => Edit::Row(id.clone(), *field, text()),
        Control::Count(level, id) if WHOLE => Edit::TallyCount(id.clone(), *level, text()),
        _ => return None,
    })
}

fn typed(control: &Control, event: &Happening) -> Response {
    if WHOLE && let Control::Rule(at) = control {
        let change = Change::Rule(*at, event.value.clone());
        return Response::act(Action::Session(change));
    }
    edit_of(control, &event.value).map_or_else(Response::default, |edit| {
        Response::act(Action::Edit(edit, Some(event.id.clone())))
    })
}

fn committed(state: &State, control: &Control, event: &Happening) -> Response {
    let edit = match control {
        Control::Row(RowField::Weight, id) if WHOLE => weigh::typed(state, id, &event.value),
        Control::Method(_, id) if WHOLE => event
            .value
            .parse()
            .ok()
            .and_then(|at| command::METHODS.get::<usize>(at))
            .map(|method| Edit::TallyMethod(id.clone(), *method)),
        Control::Policy(_) if WHOLE => {
            return event
                .value
                .parse()
                .map_or_else(|_| Response::default(), command::policy);
        }
        // Only a list of choices; a figure was taken while it was typed.
        Control::Rule(at) if WHOLE => {
            let change = Change::Rule(*at, event.value.clone());
            return Response::act(Action::Session(change));
        }
        _ => None,
    };
    edit.map_or_else(Response::default, |edit| {
        Response::act(Action::Edit(edit, None))
    })
}

fn key(state: &State, event: &Happening, control: Option<&Control>) -> Response {
    if event.composing || event.key == "Process" {
        return Response::default();
    }
    if event.key == "Enter" && (event.alt || event.ctrl) {
        return match control {
            Some(control) if has_lines(control) => Response::effect(Effect::BreakLine),
            _ => Response::default(),
        };
    }
    if event.alt {
        return Response::default();
    }
    if event.ctrl {
        return shortcut(state, event);
    }
    let Some(control) = control else {
        return Response::default();
    };
    match event.key.as_str() {
        "Enter" if is_prose(control) && !event.shift => Response::default(),
        "Enter" if is_field(control) => down(state, event, control, !event.shift),
        "ArrowDown" if goes_on(control, event) => down(state, event, control, true),
        "ArrowUp" if goes_on(control, event) => down(state, event, control, false),
        "Tab" if !event.shift && is_field(control) && state.session.entry.run.is_none() => {
            Response::act(Action::Session(Change::Run(Some(event.id.clone()))))
        }
        "ArrowDown" => into_open(state, control),
        "Escape" => restore(state, event, control),
        "Enter" | " " => put_away(state, control),
        _ => Response::default(),
    }
}

fn shortcut(state: &State, event: &Happening) -> Response {
    let handled = |command| {
        let mut response = command::run(state, command);
        response.handled = true;
        response
    };
    // The sheet behind is out of sight: nothing changes there unseen.
    let unseen = WHOLE && matches!(state.session.screen, Screen::Compare | Screen::RollUp);
    match event.key.as_str() {
        "z" | "y" | "Z" | "Y" if unseen => Response::default(),
        "z" | "Z" if !event.shift => handled(Command::Undo),
        "y" | "Y" | "z" | "Z" => handled(Command::Redo),
        "s" | "S" => handled(Command::Save),
        // The form is drawn by the whole program, before the browser prints by itself.
        "p" | "P" if !WHOLE => handled(Command::Print),
        _ => Response::default(),
    }
}

/// A button that goes away with the news it stands in, pressed by key: the focus goes back. The mouse needs none, and
/// would be scrolled away from where it is.
fn put_away(state: &State, control: &Control) -> Response {
    use Command::{HideNotice, HideOffer, KeepCopy, TakeNewer};
    let Control::Command(command @ (HideNotice | HideOffer | KeepCopy | TakeNewer)) = control
    else {
        return Response::default();
    };
    let mut response = command::run(state, *command);
    response.effects.push(Effect::Focus(navigate::back(state)));
    response.handled = true;
    response
}

/// Prose keeps Enter for new lines.
fn is_prose(control: &Control) -> bool {
    matches!(
        control,
        Control::Goal(..)
            | Control::Task(TaskField::Content, _)
            | Control::Header(HeaderField::ExecutionReason | HeaderField::Opinion)
    )
}

/// Whether a field takes several lines; a reason needs Alt+Enter or Ctrl+Enter, as in Excel.
fn has_lines(control: &Control) -> bool {
    is_prose(control) || matches!(control, Control::Row(RowField::Reason, _))
}

/// Whether the arrows go on to the next field: among several lines they stay.
#[inline(never)]
fn goes_on(control: &Control, event: &Happening) -> bool {
    is_field(control) && !is_prose(control) && !has(&event.value, '\n')
}

/// From an open score into the fields of its derivation.
fn into_open(state: &State, control: &Control) -> Response {
    match control {
        Control::Explain(id) if state.session.explained.contains(id) => {
            let first = Control::Row(RowField::Evidence, id.clone());
            Response::effect(Effect::Focus(first.id()))
        }
        _ => Response::default(),
    }
}

fn is_field(control: &Control) -> bool {
    edit_of(control, "").is_some() || matches!(control, Control::Row(RowField::Weight, _))
}

/// Goes to the next field of the column (or the previous one); where there is none, the field keeps what is typed and
/// the focus.
fn down(state: &State, event: &Happening, control: &Control, forward: bool) -> Response {
    let began = state.session.entry.run.as_deref();
    let from = match event.key.as_str() {
        "Enter" => began.and_then(|run| navigate::in_row_of(control, run)),
        _ => None,
    };
    let next = navigate::vertical(state, from.as_ref().unwrap_or(control), forward);
    let mut response = match next {
        Some(next) => Response::effect(Effect::Focus(next.id())),
        // A weight is taken when it is committed.
        None if WHOLE => committed(state, control, event),
        None => Response::default(),
    };
    if response.effects.is_empty() {
        // Esc does not take back any more what is typed.
        response.actions.push(enters(event));
    }
    let end = Action::Session(Change::Run(None));
    response.actions.push(end);
    response.handled = true;
    response
}

fn enters(event: &Happening) -> Action {
    Action::Session(Change::Enter {
        id: event.id.clone(),
        text: event.value.clone(),
    })
}

/// Gives a field the text it had when it got the focus.
fn restore(state: &State, event: &Happening, control: &Control) -> Response {
    let entry = &state.session.entry;
    let original = (entry.id == event.id && entry.original != event.value)
        .then(|| edit_of(control, &entry.original))
        .flatten();
    original.map_or_else(Response::default, |edit| Response {
        actions: vec![Action::Edit(edit, Some(event.id.clone()))],
        handled: true,
        ..Response::default()
    })
}

fn click(state: &State, control: Control) -> Response {
    let change = |change| Response::act(Action::Session(change));
    let edit = |edit| Response::act(Action::Edit(edit, None));
    match control {
        Control::Command(command) => command::run(state, command),
        Control::Fold(fold) if WHOLE => change(Change::Fold(fold)),
        Control::Explain(id) | Control::Status(id) => change(Change::Explain(id)),
        Control::Band(band, id) => edit(toggle_band(state, band, id)),
        Control::Comparator(sign, id) if WHOLE => edit(Edit::Comparator(id, Some(sign))),
        Control::Answer(at, id) => command::answer(state, at, &id),
        Control::Tally(id) if WHOLE => edit(toggle_tally(state, id)),
        Control::Lock(id) if WHOLE => {
            weigh::toggle(state, &id).map_or_else(Response::default, edit)
        }
        Control::Add(list, after) if WHOLE => added(state, list, after),
        Control::Remove(list, id) if WHOLE => removed(state, list, id),
        Control::Up(list, id) if WHOLE => moved(Control::Up(list, id.clone()), list, id, -1),
        Control::Down(list, id) if WHOLE => moved(Control::Down(list, id.clone()), list, id, 1),
        Control::Jump(at) => {
            navigate::jump(state, state.evaluation.missing.get(at).map(|m| &m.place))
        }
        Control::Find(at) => {
            navigate::jump(state, state.evaluation.findings.get(at).map(|f| &f.place))
        }
        Control::Mend(at) if WHOLE => {
            let finding = state.evaluation.findings.get(at);
            let fix = finding.and_then(|finding| finding.fix.as_deref());
            fix.cloned().map_or_else(Response::default, edit)
        }
        Control::Header(_)
        | Control::Task(..)
        | Control::Goal(..)
        | Control::Row(..)
        | Control::Count(..) => change(Change::Run(None)),
        Control::Method(..) | Control::Policy(_) | Control::Rule(_) => Response::default(),
        // Those that only the whole program serves.
        Control::Fold(_)
        | Control::Mend(_)
        | Control::Tally(_)
        | Control::Comparator(..)
        | Control::Lock(_)
        | Control::Add(..)
        | Control::Remove(..)
        | Control::Up(..)
        | Control::Down(..) => command::more(&control),
    }
}

fn toggle_band(state: &State, band: crate::actual::Band, id: Id) -> Edit {
    let chosen = navigate::row(state, &id).and_then(|row| row.actual.band);
    Edit::Band(id, (chosen != Some(band)).then_some(band))
}

fn toggle_tally(state: &State, id: Id) -> Edit {
    let linked = navigate::row(state, &id).is_some_and(|row| row.actual.tally.is_some());
    let tally = (!linked).then(|| Tally {
        method: state.document().policy.satisfaction.method,
        ..Tally::default()
    });
    Edit::Tally(id, tally)
}

/// Removes a row and goes on to the next one's button, else the last one's, else the one that adds.
fn removed(state: &State, list: List, id: Id) -> Response {
    let document = state.document();
    let ids: Vec<&Id> = match list {
        List::Tasks => gather(document.tasks.iter().map(|task| &task.id)),
        List::Goals => gather(document.goals.iter().map(|goal| &goal.id)),
        List::Rows => gather(document.rows.iter().map(|row| &row.indicator.id)),
    };
    let at = ids.iter().position(|one| **one == id).unwrap_or_default();
    let next = ids.get(at.saturating_add(1));
    let next = next.or_else(|| at.checked_sub(1).and_then(|at| ids.get(at)));
    let control = match next {
        Some(next) => Control::Remove(list, (*next).clone()),
        None => Control::Add(list, None),
    };
    let mut response = Response::act(Action::Edit(Edit::Remove(list, id), None));
    response.effects.push(Effect::Focus(control.id()));
    response
}

/// Moves a row; its button goes along and takes the focus with it.
fn moved(button: Control, list: List, id: Id, by: i32) -> Response {
    let mut response = Response::act(Action::Edit(Edit::Move(list, id, by), None));
    response.effects.push(Effect::Focus(button.id()));
    response
}

/// Adds a row and goes to its first field; an indicator begins in the group of the one before.
fn added(state: &State, list: List, after: Option<Id>) -> Response {
    let field: fn(Id) -> Control = match list {
        List::Tasks => |id| Control::Task(TaskField::Name, id),
        List::Goals => |id| Control::Goal(GoalField::Text, id),
        // The first row gets a whole table pasted, perhaps.
        List::Rows if state.document().rows.is_empty() => |id| Control::Row(RowField::Level1, id),
        List::Rows => |id| Control::Row(RowField::Name, id),
    };
    let ids = edit::new_ids(state.document(), list, 1);
    let before = after.as_ref().filter(|_| list == List::Rows);
    let before = before.and_then(|id| navigate::row(state, id));
    let mut edits = Vec::new();
    if let (Some(row), Some(id)) = (before, ids.first()) {
        let indicator = &row.indicator;
        let cell = |field, text: &Text| Edit::Row(id.clone(), field, text.clone());
        edits.push(cell(RowField::Level1, &indicator.level1));
        edits.push(cell(RowField::Level2, &indicator.level2));
    }
    edits.insert(0, Edit::Add(list, after));
    Response {
        actions: vec![Action::Edit(Edit::Batch(edits), None)],
        effects: ids
            .into_iter()
            .map(|id| Effect::Focus(field(id).id()))
            .collect(),
        handled: false,
    }
}
