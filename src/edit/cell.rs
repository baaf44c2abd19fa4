//! One cell: which it is, and what typing into it does besides.

use super::{EditError, GoalField, HeaderField, RowField, Source, Stage, TaskField};
use crate::WHOLE;
use crate::actual::{Actual, Band};
use crate::node::MAX_CHARACTERS;
use crate::survey::{Method, Tally};
use crate::table::{Goal, Header, Indicator, Task, Text};
use crate::value::parse::read_number;

/// Which of a tally's cells holds the blank sheets.
const BLANK: usize = 5;

/// A cell may not be longer than a file's text may be.
pub(super) fn check(text: &str) -> Result<(), EditError> {
    if text.len() <= MAX_CHARACTERS {
        return Ok(());
    }
    match text.chars().count() {
        length if length > MAX_CHARACTERS => Err(EditError::TooLong { length }),
        _ => Ok(()),
    }
}

/// A locked weight is a number of at least 0.
pub(super) fn check_weight(text: &str) -> Result<(), EditError> {
    match read_number(text).value {
        Some(number) if !number.is_negative() => Ok(()),
        _ => Err(EditError::BadWeight),
    }
}

pub(super) const fn of_header(header: &mut Header, field: HeaderField) -> &mut Text {
    match field {
        // The one field of the header that the small program has.
        _ if !WHOLE => &mut header.execution_reason,
        HeaderField::Unit => &mut header.unit,
        HeaderField::Year => &mut header.year,
        HeaderField::Project => &mut header.project,
        HeaderField::Supervisor => &mut header.supervisor,
        HeaderField::Implementer => &mut header.implementer,
        HeaderField::FilledBy => &mut header.filled_by,
        HeaderField::Phone => &mut header.phone,
        HeaderField::Date => &mut header.date,
        HeaderField::ExecutionReason => &mut header.execution_reason,
        HeaderField::ReviewedRate => &mut header.review.rate,
        HeaderField::ReviewScore => &mut header.review.score,
        HeaderField::ExecutionOpinion => &mut header.review.execution,
        HeaderField::Opinion => &mut header.review.whole,
    }
}

pub(super) const fn of_task(task: &mut Task, field: TaskField) -> &mut Text {
    let (stage, source) = match field {
        TaskField::Name => return &mut task.name,
        TaskField::Content => return &mut task.content,
        TaskField::Amount(stage, source) => (stage, source),
    };
    let funds = match stage {
        Stage::Initial => &mut task.initial,
        Stage::FullYear => &mut task.full_year,
        Stage::Executed => &mut task.executed,
    };
    match source {
        Source::Total => &mut funds.total,
        Source::Fiscal => &mut funds.fiscal,
        Source::Other => &mut funds.other,
    }
}

pub(super) const fn of_goal(goal: &mut Goal, field: GoalField) -> &mut Text {
    match field {
        GoalField::Text => &mut goal.text,
        GoalField::Achieved => &mut goal.achieved,
    }
}

/// Types a cell of the promise; other cells are not touched. Emptying the weight unlocks it.
pub(super) fn type_indicator(indicator: &mut Indicator, field: RowField, text: &Text) {
    let cell = match field {
        RowField::Level1 => &mut indicator.level1,
        RowField::Level2 => &mut indicator.level2,
        RowField::Name => &mut indicator.name,
        RowField::Target => &mut indicator.target,
        RowField::Weight => {
            indicator.locked &= !text.trim().is_empty();
            &mut indicator.weight
        }
        RowField::Actual
        | RowField::Reason
        | RowField::Evidence
        | RowField::Share
        | RowField::Deduction
        | RowField::Reviewed
        | RowField::ReviewScore
        | RowField::Opinion => return,
    };
    *cell = text.clone();
}

/// Whether two say the same of what was achieved.
pub(super) fn same_actual(a: &Actual, b: &Actual) -> bool {
    if WHOLE {
        return a == b;
    }
    // What the small program's edits reach.
    a.text == b.text
        && a.reason == b.reason
        && a.evidence == b.evidence
        && a.share == b.share
        && a.band == b.band
        && a.confirmed == b.confirmed
}

/// Types a cell of what was achieved; other cells are not touched. A figure that was confirmed for another
/// actual is confirmed no longer.
pub(super) fn type_actual(actual: &mut Actual, field: RowField, text: &Text) {
    let cell = match field {
        RowField::Actual => {
            if actual.text != *text {
                actual.confirmed = None;
            }
            &mut actual.text
        }
        RowField::Reason => &mut actual.reason,
        RowField::Evidence => &mut actual.evidence,
        RowField::Share => &mut actual.share,
        RowField::Deduction => &mut actual.deduction,
        RowField::Reviewed => &mut actual.review.actual,
        RowField::ReviewScore => &mut actual.review.score,
        RowField::Opinion => &mut actual.review.opinion,
        RowField::Level1
        | RowField::Level2
        | RowField::Name
        | RowField::Target
        | RowField::Weight => return,
    };
    *cell = text.clone();
}

/// Locks at a weight, or unlocks: the row then has no weight of its own. A row that is not locked has
/// nothing to unlock; its printed weight stands.
pub(super) fn lock(indicator: &mut Indicator, text: Option<&Text>) {
    match text {
        Some(text) => {
            indicator.weight = text.clone();
            indicator.locked = true;
        }
        None if indicator.locked => {
            indicator.weight = Text::default();
            indicator.locked = false;
        }
        None => {}
    }
}

/// Chooses a band; a share typed inside another band is typed no longer.
pub(super) fn band(actual: &mut Actual, band: Option<Band>) -> Result<(), EditError> {
    if actual.band != band {
        actual.share = Text::default();
        actual.band = band;
    }
    Ok(())
}

/// Links a tally, or unlinks it with everything that its file knew beside it.
pub(super) fn tally(actual: &mut Actual, tally: Option<&Tally>) -> Result<(), EditError> {
    if let Some(tally) = tally {
        tally.counts.iter().try_for_each(|count| check(count))?;
        check(&tally.blank)?;
    } else {
        actual.extra.retain(|(name, _)| name != "tally");
    }
    actual.tally = tally.cloned().map(|tally| Tally {
        method: known(tally.method),
        ..tally
    });
    Ok(())
}

/// Types one count of a tally.
pub(super) fn count(actual: &mut Actual, level: u8, text: &Text) -> Result<(), EditError> {
    check(text)?;
    let tally = actual.tally.as_mut().ok_or(EditError::NoTally)?;
    let cell = match usize::from(level) {
        BLANK => Some(&mut tally.blank),
        level => tally.counts.get_mut(level),
    };
    *cell.ok_or(EditError::NoTally)? = text.clone();
    Ok(())
}

/// Chooses the method of a tally.
pub(super) fn method(actual: &mut Actual, method: Method) -> Result<(), EditError> {
    let tally = actual.tally.as_mut().ok_or(EditError::NoTally)?;
    tally.method = known(method);
    Ok(())
}

/// A share counts 1 to 4 levels.
fn known(method: Method) -> Method {
    match method {
        Method::Share { levels } => Method::Share {
            levels: levels.clamp(1, 4),
        },
        Method::Points | Method::Mean => method,
    }
}
