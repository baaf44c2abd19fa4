//! What differs between two indicator rows: cells, answers, points, score.

use super::pair::{Key, Pair};
use super::{Entry, TextChange, entries, text_change};
use crate::actual::Band;
use crate::decimal::Number;
use crate::document::{Document, Row};
use crate::edit::RowField;
use crate::scoring::{Evaluation, Reviewed, RowResult};
use crate::survey::Tally;
use crate::table::{Id, Text};
use crate::value::Comparator;

/// One difference of a row, the earlier value first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowChange {
    /// A text cell.
    Text(TextChange<RowField>),
    /// 指标性质: the direction column.
    Direction(Text, Text),
    /// 计量单位: the unit column.
    Unit(Text, Text),
    /// Whether the weight is locked in the later one.
    Locked(bool),
    /// The chosen band.
    Band(Option<Band>, Option<Band>),
    /// The comparator a person named.
    Comparator(Option<Comparator>, Option<Comparator>),
    /// The percentage a person confirmed.
    Confirmed(Option<Number>, Option<Number>),
    /// The tally.
    Tally(Option<Tally>, Option<Tally>),
    /// Fields that we do not know.
    Unknown,
    /// The points it can earn, as worked out.
    Points(Number, Number),
    /// The points it earns; nothing while it is open.
    Score(Option<Number>, Option<Number>),
    /// 评审后得分: the points after the review, which are the self-evaluated ones where the reviewer says nothing. Told
    /// only where that is more than a change of the score itself.
    Reviewed(Option<Number>, Option<Number>),
}

pub(super) fn keys(document: &Document) -> Vec<Key<'_>> {
    let keys = document.rows.iter().map(|row| Key {
        id: row.indicator.id.as_str(),
        group: (&row.indicator.level1, &row.indicator.level2),
        name: &row.indicator.name,
    });
    keys.collect()
}

/// A row, what it earns, and what it earns after the review.
type Side<'a> = (&'a Row, Option<&'a RowResult>, Option<Number>);

/// A document, what it comes to, and what its review comes to.
type Whole<'a> = (&'a Document, &'a Evaluation, Option<&'a Reviewed>);

/// The rows that are in one only, or differ.
pub(super) fn row_entries(
    pairs: &[Pair],
    before: Whole<'_>,
    after: Whole<'_>,
) -> Vec<Entry<RowChange>> {
    entries(pairs, &sides(before), &sides(after), name, changes)
}

fn sides<'a>((document, evaluation, reviewed): Whole<'a>) -> Vec<Side<'a>> {
    let results = evaluation.rows.iter().map(|result| Some(&**result));
    let results = results.chain(std::iter::repeat(None));
    let rows = document.rows.iter().zip(results).enumerate();
    rows.map(|(at, (row, result))| {
        let seen = reviewed.and_then(|reviewed| reviewed.rows.get(at));
        let own = result.and_then(|result| result.score);
        (row, result, seen.map_or(own, |seen| seen.score))
    })
    .collect()
}

fn name((row, ..): &Side<'_>) -> (Id, Text) {
    (row.indicator.id.clone(), row.indicator.name.clone())
}

fn changes(before: &Side<'_>, after: &Side<'_>) -> Vec<RowChange> {
    let mut changes = Vec::new();
    table_changes(before.0, after.0, &mut changes);
    answer_changes(before.0, after.0, &mut changes);
    if let (Some(was), Some(is)) = (before.1, after.1) {
        let (was_points, points) = (was.weight.points, is.weight.points);
        if was_points != points {
            changes.push(RowChange::Points(was_points, points));
        }
        if was.score != is.score {
            changes.push(RowChange::Score(was.score, is.score));
        }
        let seen = (before.2, after.2);
        if seen.0 != seen.1 && seen != (was.score, is.score) {
            changes.push(RowChange::Reviewed(seen.0, seen.1));
        }
    }
    changes
}

type Cell = fn(&Row) -> &Text;

fn text_changes(cells: &[(RowField, Cell)], before: &Row, after: &Row, out: &mut Vec<RowChange>) {
    let mut changes = Vec::new();
    for (field, cell) in cells {
        text_change(&mut changes, *field, cell(before), cell(after));
    }
    out.extend(changes.into_iter().map(RowChange::Text));
}

/// What was promised.
fn table_changes(before: &Row, after: &Row, out: &mut Vec<RowChange>) {
    const CELLS: [(RowField, Cell); 5] = [
        (RowField::Level1, |row| &row.indicator.level1),
        (RowField::Level2, |row| &row.indicator.level2),
        (RowField::Name, |row| &row.indicator.name),
        (RowField::Target, |row| &row.indicator.target),
        (RowField::Weight, |row| &row.indicator.weight),
    ];
    text_changes(&CELLS, before, after, out);
    let (was, is) = (&before.indicator, &after.indicator);
    if was.direction != is.direction {
        let change = RowChange::Direction(was.direction.clone(), is.direction.clone());
        out.push(change);
    }
    if was.unit != is.unit {
        out.push(RowChange::Unit(was.unit.clone(), is.unit.clone()));
    }
    if was.locked != is.locked {
        out.push(RowChange::Locked(is.locked));
    }
    if was.extra != is.extra || before.actual.extra != after.actual.extra {
        out.push(RowChange::Unknown);
    }
}

/// What was filled in.
fn answer_changes(before: &Row, after: &Row, out: &mut Vec<RowChange>) {
    const CELLS: [(RowField, Cell); 8] = [
        (RowField::Actual, |row| &row.actual.text),
        (RowField::Reason, |row| &row.actual.reason),
        (RowField::Evidence, |row| &row.actual.evidence),
        (RowField::Share, |row| &row.actual.share),
        (RowField::Deduction, |row| &row.actual.deduction),
        (RowField::Reviewed, |row| &row.actual.review.actual),
        (RowField::ReviewScore, |row| &row.actual.review.score),
        (RowField::Opinion, |row| &row.actual.review.opinion),
    ];
    text_changes(&CELLS, before, after, out);
    let (was, is) = (&before.actual, &after.actual);
    if was.band != is.band {
        out.push(RowChange::Band(was.band, is.band));
    }
    if was.comparator != is.comparator {
        out.push(RowChange::Comparator(was.comparator, is.comparator));
    }
    if was.confirmed != is.confirmed {
        out.push(RowChange::Confirmed(was.confirmed, is.confirmed));
    }
    if was.tally != is.tally {
        out.push(RowChange::Tally(was.tally.clone(), is.tally.clone()));
    }
}
