//! The plain cells of the header, of an indicator and of its actual: what they are called in the file.
//!
//! Tables instead of one call each: the program is smaller.

use crate::actual::Actual;
use crate::node::{FormatError, Record};
use crate::table::{Header, Indicator, Text};

/// The field's name, whether a number is taken too, and where it goes.
pub(super) type Cell<T> = (&'static str, bool, fn(&mut T) -> &mut Text);

/// Reads cells.
pub(super) fn read<T>(
    record: &mut Record<'_>,
    cells: &[Cell<T>],
    into: &mut T,
) -> Result<(), FormatError> {
    for (name, number, at) in cells {
        *at(into) = if *number {
            record.cell(name)?
        } else {
            record.text(name)?
        };
    }
    Ok(())
}

pub(super) const HEADER: [Cell<Header>; 13] = [
    ("unit", false, |header| &mut header.unit),
    ("year", true, |header| &mut header.year),
    ("project", false, |header| &mut header.project),
    ("supervisor", false, |header| &mut header.supervisor),
    ("implementer", false, |header| &mut header.implementer),
    ("filledBy", false, |header| &mut header.filled_by),
    ("phone", true, |header| &mut header.phone),
    ("date", false, |header| &mut header.date),
    ("executionReason", false, |header| {
        &mut header.execution_reason
    }),
    ("reviewedRate", true, |header| &mut header.review.rate),
    ("reviewScore", true, |header| &mut header.review.score),
    ("executionOpinion", false, |header| {
        &mut header.review.execution
    }),
    ("opinion", false, |header| &mut header.review.whole),
];

pub(super) const INDICATOR: [Cell<Indicator>; 7] = [
    ("level1", false, |row| &mut row.level1),
    ("level2", false, |row| &mut row.level2),
    ("name", false, |row| &mut row.name),
    ("target", true, |row| &mut row.target),
    ("direction", false, |row| &mut row.direction),
    ("unit", false, |row| &mut row.unit),
    ("weight", true, |row| &mut row.weight),
];

pub(super) const ACTUAL: [Cell<Actual>; 8] = [
    ("text", true, |actual| &mut actual.text),
    ("reason", false, |actual| &mut actual.reason),
    ("evidence", false, |actual| &mut actual.evidence),
    ("share", true, |actual| &mut actual.share),
    ("deduction", true, |actual| &mut actual.deduction),
    ("reviewed", true, |actual| &mut actual.review.actual),
    ("reviewScore", true, |actual| &mut actual.review.score),
    ("opinion", false, |actual| &mut actual.review.opinion),
];
