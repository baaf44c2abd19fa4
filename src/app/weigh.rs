//! 分值: what typing, locking and unlocking a weight means.
//!
//! Where the policy deals weights out, a typed weight is a lock, so that the rest of its group shares the
//! remainder; where the table brings its own weights, it is one of those.

use crate::edit::{Edit, RowField};
use crate::table::Id;
use crate::weight::WeightSource;

use super::navigate;
use super::store::State;

/// Whether the table brings its own weights.
#[must_use]
pub fn printed(state: &State) -> bool {
    state
        .evaluation
        .rows
        .iter()
        .any(|row| row.weight.source == WeightSource::Printed)
}

/// The edit that a typed weight stands for; nothing where it says what is there already.
#[must_use]
pub fn typed(state: &State, id: &Id, text: &str) -> Option<Edit> {
    let row = navigate::row(state, id)?;
    if *row.indicator.weight == *text {
        return None;
    }
    Some(if printed(state) {
        Edit::Row(id.clone(), RowField::Weight, text.into())
    } else if text.trim().is_empty() {
        Edit::Lock(id.clone(), None)
    } else {
        Edit::Lock(id.clone(), Some(text.trim().into()))
    })
}

/// Locks a weight at what it is now, or unlocks it.
#[must_use]
pub fn toggle(state: &State, id: &Id) -> Option<Edit> {
    let at = state.document().row_at(id)?;
    let row = state.document().rows.get(at)?;
    if row.indicator.locked {
        return Some(Edit::Lock(id.clone(), None));
    }
    let points = state.evaluation.rows.get(at)?.weight.points;
    Some(Edit::Lock(id.clone(), Some(points.fixed(2).into())))
}

/// The table's weights become its own, as they are now; or they are dealt out by the policy again.
#[must_use]
pub fn toggle_source(state: &State) -> Edit {
    let own = printed(state);
    let rows = state.document().rows.iter().zip(&state.evaluation.rows);
    let edits = rows.map(|(row, result)| {
        let id = row.indicator.id.clone();
        if own {
            return Edit::Row(id, RowField::Weight, "".into());
        }
        let points = if result.weight.source.scores() {
            result.weight.points.fixed(2)
        } else {
            String::new()
        };
        Edit::Batch(vec![
            Edit::Lock(id.clone(), None),
            Edit::Row(id, RowField::Weight, points.into()),
        ])
    });
    Edit::Batch(edits.collect())
}
