//! 命令: what the page's buttons do.

use std::rc::Rc;

use crate::document::Document;
use crate::edit::{Edit, HeaderField, RowField};
use crate::gather;
use crate::grid::write;
use crate::i18n::ui::Notice;
use crate::policy::{BUILT_IN, builtin};
use crate::scoring::MissingKind;
use crate::survey::Method;
use crate::table::Id;
use crate::value::within::has;

use super::control::{Command, Control};
use super::respond::{Effect, Response};
use super::session::Change;
use super::store::{Action, State};
use super::{WHOLE, answer, begin, navigate, persist, rules, sheet, weigh};

/// The methods a tally can be counted by, in the order of the list.
pub const METHODS: [Method; 6] = [
    Method::Share { levels: 2 },
    Method::Share { levels: 1 },
    Method::Share { levels: 3 },
    Method::Share { levels: 4 },
    Method::Points,
    Method::Mean,
];

/// What a button of the page does.
#[must_use]
pub fn run(state: &State, command: Command) -> Response {
    let change = |change| Response::act(Action::Session(change));
    match command {
        Command::Undo => Response::act(Action::Undo),
        Command::Redo => Response::act(Action::Redo),
        Command::Open | Command::OfferOpen => Response::effect(Effect::Choose),
        Command::Save => Response::effect(Effect::Download {
            name: file_name(state, "json"),
            kind: "application/json",
            content: persist::write(state.document()),
        }),
        Command::CopyTable => {
            let grid = sheet::indicators(state);
            Response::effect(Effect::Copy {
                html: write::html(&grid),
                text: write::tabs(&grid),
            })
        }
        Command::Csv if WHOLE => Response::effect(Effect::Download {
            name: file_name(state, "csv"),
            kind: "text/csv",
            content: write::csv(&sheet::whole(state)),
        }),
        Command::Print if WHOLE => Response {
            actions: vec![Action::Session(Change::Printing(true))],
            effects: vec![Effect::Print],
            handled: true,
        },
        Command::Language if WHOLE => Response {
            actions: vec![Action::Session(Change::Language(other(state)))],
            effects: vec![Effect::Language],
            handled: true,
        },
        Command::StartEmpty | Command::OfferEmpty if WHOLE => start_empty(state),
        Command::Example => load(begin::example()),
        Command::HideOffer => change(Change::HideOffer),
        Command::Structure if WHOLE => change(Change::Structure),
        Command::TakeRules if WHOLE => take_rules(state),
        Command::OwnWeights if WHOLE => {
            Response::act(Action::Edit(weigh::toggle_source(state), None))
        }
        Command::HideNotice => change(Change::Notice(None)),
        #[cfg(feature = "more")]
        Command::TakeNewer => Response::effect(Effect::TakeNewer),
        #[cfg(not(feature = "more"))]
        Command::TakeNewer => more(&Control::Command(command)),
        Command::KeepCopy if WHOLE => Response::effect(Effect::KeepCopy),
        Command::ExplainAll => {
            let rows = &state.document().rows;
            let ids = rows.iter().map(|row| row.indicator.id.clone());
            change(Change::ExplainAll(gather(ids)))
        }
        Command::NextMissing => navigate::next_missing(state, &[MissingKind::NotReported]),
        Command::NextAsk => {
            navigate::next_missing(state, &[MissingKind::Asks, MissingKind::Unreadable])
        }
        Command::NextReason => navigate::next_missing(state, &[MissingKind::Reason]),
        // Those that only the whole program serves.
        Command::Csv
        | Command::Print
        | Command::KeepCopy
        | Command::Language
        | Command::StartEmpty
        | Command::OfferEmpty
        | Command::Structure
        | Command::TakeRules
        | Command::OwnWeights => more(&Control::Command(command)),
    }
}

/// Lets the whole program serve a button.
#[must_use]
pub fn more(control: &Control) -> Response {
    Response::effect(Effect::More(control.id()))
}

fn other(state: &State) -> crate::i18n::Language {
    use crate::i18n::Language;
    match state.session.language {
        Language::Chinese => Language::English,
        Language::English => Language::Chinese,
    }
}

fn load(document: Document) -> Response {
    Response::act(Action::Load(Rc::new(document)))
}

/// An empty table, its cells ready to be typed, the first field with the focus.
fn start_empty(state: &State) -> Response {
    let mut response = load(begin::empty());
    let hide = Action::Session(Change::HideOffer);
    response.actions.push(hide);
    if !state.session.structure {
        response.actions.push(Action::Session(Change::Structure));
    }
    let first = super::control::Control::Header(HeaderField::Unit);
    response
        .actions
        .push(Action::Session(Change::Unfold(super::session::Fold::Form)));
    response.effects.push(Effect::Focus(first.id()));
    response
}

/// Takes the n-th answer to a row's questions.
#[must_use]
pub fn answer(state: &State, at: usize, id: &Id) -> Response {
    let document = state.document();
    let Some(place) = document.row_at(id) else {
        return Response::default();
    };
    document
        .rows
        .get(place)
        .zip(state.evaluation.rows.get(place))
        .and_then(|(row, result)| answer::answers(row, result).into_iter().nth(at))
        .map_or_else(Response::default, |answer| {
            let field = Control::Row(RowField::Actual, id.clone());
            let mut response = Response::act(Action::Edit(answer.edit, None));
            response.effects.push(Effect::Focus(field.id()));
            response
        })
}

/// Takes the n-th built-in policy.
#[must_use]
pub fn policy(at: usize) -> Response {
    let policy = BUILT_IN.get(at).and_then(|entry| builtin(entry.id));
    policy.map_or_else(Response::default, |policy| Response {
        actions: vec![
            Action::Edit(Edit::Policy(policy), None),
            Action::Session(Change::ForgetRules),
        ],
        ..Response::default()
    })
}

/// Takes the rules as typed, or says what is wrong with them.
fn take_rules(state: &State) -> Response {
    let policy = &state.document().policy;
    let session = &state.session;
    match rules::take(policy, &session.rules, session.language) {
        Ok(policy) => Response {
            actions: vec![
                Action::Edit(Edit::Policy(policy), None),
                Action::Session(Change::ForgetRules),
            ],
            ..Response::default()
        },
        Err(why) => {
            let notice = Some(Notice::Refused(why));
            Response::act(Action::Session(Change::Notice(notice)))
        }
    }
}

/// `单位-项目-年度.json`, without characters that file systems refuse, and each part short enough for the others.
#[must_use]
pub fn file_name(state: &State, extension: &str) -> String {
    let header = &state.document().header;
    let (unit, project) = (header.unit.trim(), header.project.trim());
    let form = if unit.is_empty() && project.is_empty() {
        "绩效自评"
    } else {
        unit
    };
    let mut name = String::new();
    for (part, most) in [(form, 32), (project, 32), (header.year.trim(), 8)] {
        if !name.is_empty() && !part.is_empty() {
            name.push('-');
        }
        let safe = part.chars();
        let safe = safe.filter(|c| !c.is_control() && !has("\\/:*?\"<>|", *c));
        name.extend(safe.take(most));
    }
    [name.trim_matches(&['-', '.', ' '][..]), ".", extension].concat()
}
