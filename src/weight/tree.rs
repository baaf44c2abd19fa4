//! The tree that the labels make.

use super::label::plain;
use crate::decimal::Number;
use crate::document::Row;
use crate::table::{Level1, Text};
use crate::value::trimmed;
use std::rc::Rc;

/// 一级指标 and its groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartPlan {
    /// The label of its first row.
    pub label: Text,
    /// What it stands for.
    pub level1: Level1,
    /// Its level-2 groups, in order of first appearance.
    pub groups: Vec<GroupPlan>,
}

/// 二级指标 and its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupPlan {
    /// The label of its first row.
    pub label: Text,
    /// Positions of its rows.
    pub rows: Vec<usize>,
    /// The points the group was dealt; nothing where its weights are printed or its part is unknown.
    pub share: Option<Number>,
}

/// Whether two labels say the same, however they are spaced; rows of one group mostly share theirs.
fn is_same(a: &Text, b: &Text) -> bool {
    Rc::ptr_eq(a, b) || a == b || plain(a).eq(plain(b))
}

/// The tree of labels, each level in order of first appearance.
///
/// A blank label goes on from the row above, as in a table with merged cells: a blank level 1 in its part, a blank
/// level 2 in its group where the part is the same.
pub(super) fn group(rows: &[Row]) -> Vec<PartPlan> {
    let mut parts: Vec<PartPlan> = Vec::new();
    // Part and group of the row above.
    let mut above: Option<(usize, usize)> = None;
    for (position, row) in rows.iter().enumerate() {
        let (label1, label2) = (&row.indicator.level1, &row.indicator.level2);
        let found = match above {
            Some((part, _)) if trimmed(label1).is_empty() => Some(part),
            _ => parts.iter().rposition(|p| is_same(&p.label, label1)),
        };
        let at = found.unwrap_or_else(|| {
            parts.push(PartPlan {
                label: label1.clone(),
                level1: Level1::of(label1),
                groups: Vec::new(),
            });
            parts.len() - 1
        });
        let Some(part) = parts.get_mut(at) else {
            continue;
        };
        let found = match above {
            Some((part, group)) if part == at && trimmed(label2).is_empty() => Some(group),
            _ => part.groups.iter().rposition(|g| is_same(&g.label, label2)),
        };
        let within = found.unwrap_or(part.groups.len());
        match part.groups.get_mut(within) {
            Some(group) => group.rows.push(position),
            None => part.groups.push(GroupPlan {
                label: label2.clone(),
                rows: vec![position],
                share: None,
            }),
        }
        above = Some((at, within));
    }
    parts
}
