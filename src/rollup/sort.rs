//! What a roll-up can be sorted by.

use std::cmp::Ordering;

use super::Entry;
use crate::decimal::Number;
use crate::table::Text;

/// What a roll-up is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// As they came.
    Arrival,
    /// 单位, by code point.
    Unit,
    /// 年度, by code point.
    Year,
    /// What the grade is taken on.
    Total,
    /// 执行率.
    Rate,
    /// Indicators not met.
    Unmet,
    /// Open items.
    Open,
    /// Findings.
    Findings,
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The smallest first.
    Ascending,
    /// The largest first.
    Descending,
}

/// Positions of entries in another order.
pub(super) fn sorted(entries: &[Entry], key: SortKey, order: Order) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..entries.len()).collect();
    let value = |at: &usize| Value::of(entries.get(*at), key);
    positions.sort_by(|a, b| match (value(a), value(b)) {
        (Value::None, Value::None) => Ordering::Equal,
        (Value::None, _) => Ordering::Greater,
        (_, Value::None) => Ordering::Less,
        (a, b) if order == Order::Ascending => a.cmp(&b),
        (a, b) => b.cmp(&a),
    });
    positions
}

/// What an entry is sorted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Value<'a> {
    None,
    Position,
    Text(&'a str),
    Number(Number),
    Count(usize),
}

impl<'a> Value<'a> {
    fn of(entry: Option<&'a Entry>, key: SortKey) -> Self {
        let Some(Ok(outcome)) = entry.map(|entry| &entry.outcome) else {
            return match key {
                SortKey::Arrival => Self::Position,
                _ => Self::None,
            };
        };
        let text = |text: &'a Text| match &**text {
            "" => Self::None,
            text => Self::Text(text),
        };
        match key {
            SortKey::Arrival => Self::Position,
            SortKey::Unit => text(&outcome.unit),
            SortKey::Year => text(&outcome.year),
            SortKey::Total => outcome.graded_on.map_or(Self::None, Self::Number),
            SortKey::Rate => outcome.rate.map_or(Self::None, Self::Number),
            SortKey::Unmet => Self::Count(outcome.unmet.len()),
            SortKey::Open => Self::Count(outcome.open),
            SortKey::Findings => Self::Count(outcome.findings),
        }
    }
}
