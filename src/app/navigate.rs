//! 去哪里: the field below or above, and the field a place in the document means.

use crate::document::Row;
use crate::edit::{GoalField, HeaderField, List, RowField, Source, Stage, TaskField};
use crate::finding::Place;
use crate::gather;
use crate::scoring::{MissingKind, RowResult};
use crate::table::Id;

use super::WHOLE;
use super::control::Control;
use super::respond::{Effect, Response};
use super::session::{Change, Fold};
use super::store::{Action, State};

/// The row with this id.
#[must_use]
pub fn row<'s>(state: &'s State, id: &Id) -> Option<&'s Row> {
    let document = state.document();
    document.row_at(id).and_then(|at| document.rows.get(at))
}

/// The control of the column in which a run of Tabs began, in the row of `control`.
#[must_use]
pub fn in_row_of(control: &Control, run: &str) -> Option<Control> {
    match (Control::read(run)?, control) {
        (Control::Row(field, began), Control::Row(_, id)) if began == *id => {
            Some(Control::Row(field, began))
        }
        (Control::Task(field, began), Control::Task(_, id)) if began == *id => {
            Some(Control::Task(field, began))
        }
        _ => None,
    }
}

/// The next field of the same column, or the previous one.
#[must_use]
pub fn vertical(state: &State, control: &Control, forward: bool) -> Option<Control> {
    let document = state.document();
    match control {
        // Above the fields of an open derivation is its score.
        Control::Row(RowField::Evidence, id) if !forward => Some(Control::Explain(id.clone())),
        Control::Row(_, id) | Control::Count(_, id) => {
            let mut at = document.row_at(id)?;
            loop {
                at = beside(at, forward)?;
                let row = document.rows.get(at)?;
                let id = || row.indicator.id.clone();
                match control {
                    Control::Row(field, _) if has_field(state, *field, at) => {
                        return Some(Control::Row(*field, id()));
                    }
                    Control::Count(level, _) if row.actual.tally().is_some() => {
                        return Some(Control::Count(*level, id()));
                    }
                    _ => {}
                }
            }
        }
        Control::Task(field, id) => {
            let at = document.tasks.iter().position(|task| task.id == *id)?;
            let next = document.tasks.get(beside(at, forward)?)?;
            Some(Control::Task(*field, next.id.clone()))
        }
        _ => None,
    }
}

fn beside(at: usize, forward: bool) -> Option<usize> {
    if forward {
        at.checked_add(1)
    } else {
        at.checked_sub(1)
    }
}

/// Whether the row shows this field now.
fn has_field(state: &State, field: RowField, at: usize) -> bool {
    let Some((row, result)) = state
        .document()
        .rows
        .get(at)
        .zip(state.evaluation.rows.get(at))
    else {
        return false;
    };
    match field {
        RowField::Reason => shows_reason(row, result),
        RowField::Share => row.actual.band.is_some(),
        RowField::Actual => row.actual.tally().is_none(),
        RowField::Evidence | RowField::Deduction => {
            state.session.explained.contains(&row.indicator.id)
        }
        _ => true,
    }
}

/// Whether a row shows its reason field: where one is mandatory or given.
#[must_use]
pub fn shows_reason(row: &Row, result: &RowResult) -> bool {
    result.reason.is_some() || !row.actual.reason.is_empty()
}

/// Goes to a place: unfolds what hides it and gives its field the focus.
#[must_use]
#[inline(never)]
pub fn jump(state: &State, place: Option<&Place>) -> Response {
    let Some((control, fold)) = place.and_then(|place| target(state, place)) else {
        return Response::default();
    };
    let unfold = |fold| Action::Session(Change::Unfold(fold));
    let mut actions = gather(fold.map(unfold));
    if WHOLE
        && let Some(Place::Row(id, RowField::Deduction)) = place
        && !state.session.explained.contains(id)
    {
        actions.push(Action::Session(Change::Explain(id.clone())));
    }
    Response {
        actions,
        effects: vec![Effect::Focus(control)],
        handled: true,
    }
}

/// Where the focus goes when the news that has it goes away: the field that had it before, else the next news, else
/// the table's first field.
#[must_use]
pub fn back(state: &State) -> String {
    let first = state.document().rows.first();
    let first = first.map(|row| Control::Row(RowField::Actual, row.indicator.id.clone()).id());
    let first = first.unwrap_or_default();
    let entry = &*state.session.entry.id;
    [
        entry,
        "do.hide-notice",
        "do.hide-offer",
        &first,
        "h-indicators",
    ]
    .join(" ")
}

/// Goes to the next thing of this kind that is missing, after the field with the focus.
#[must_use]
pub fn next_missing(state: &State, kinds: &[MissingKind]) -> Response {
    let missing = state.evaluation.missing.iter();
    let missing = missing.filter(|missing| kinds.contains(&missing.what));
    let places = gather(missing.map(|missing| &missing.place));
    let entry = &state.session.entry.id;
    let is_here = |place: &&Place| target(state, place).is_some_and(|(id, _)| id == *entry);
    let next = places
        .iter()
        .position(is_here)
        .and_then(|at| places.get(at.saturating_add(1)))
        .or(places.first());
    jump(state, next.copied())
}

/// Whether a question about this cell is answered there and not at the actual: what the table says is in fields only
/// while it is edited.
fn has_own_field(state: &State, field: RowField) -> bool {
    use RowField::{Deduction, Level1, Level2, Name, Reason, Share, Target, Weight};
    match field {
        Reason | Share => true,
        Deduction => WHOLE,
        Level1 | Level2 | Name | Target | Weight => WHOLE && state.session.structure,
        _ => false,
    }
}

/// The `id` of the element for a place, and what hides it.
#[inline(never)]
fn target(state: &State, place: &Place) -> Option<(String, Option<Fold>)> {
    let plain = |control: Control| Some((control.id(), None));
    match place {
        Place::Header(HeaderField::ExecutionReason) => {
            plain(Control::Header(HeaderField::ExecutionReason))
        }
        Place::Header(field) => Some((Control::Header(*field).id(), Some(Fold::Form))),
        Place::Task(id, TaskField::Amount(stage, source)) => {
            let hidden = *stage == Stage::Initial || *source != Source::Total;
            let control = Control::Task(TaskField::Amount(*stage, *source), id.clone());
            Some((control.id(), hidden.then_some(Fold::Tasks)))
        }
        Place::Task(id, _) => {
            let control = Control::Task(
                TaskField::Amount(Stage::Executed, Source::Total),
                id.clone(),
            );
            plain(control)
        }
        Place::Goal(id) => Some((
            Control::Goal(GoalField::Achieved, id.clone()).id(),
            Some(Fold::Goals),
        )),
        Place::Row(id, field) if has_own_field(state, *field) => {
            plain(Control::Row(*field, id.clone()))
        }
        Place::Row(id, _) => {
            let tallied = row(state, id).is_some_and(|row| row.actual.tally().is_some());
            plain(if tallied {
                Control::Count(0, id.clone())
            } else {
                Control::Row(RowField::Actual, id.clone())
            })
        }
        Place::Tally(id) => plain(Control::Count(0, id.clone())),
        Place::Execution | Place::List(List::Tasks) => {
            let first = state.document().tasks.first()?;
            let field = TaskField::Amount(Stage::Executed, Source::Total);
            plain(Control::Task(field, first.id.clone()))
        }
        Place::List(_) | Place::Document => None,
    }
}
