//! The tree that the labels make.

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

/// Whether two labels say the same; rows of one group mostly share theirs.
fn is_same(a: &Text, b: &Text) -> bool {
    Rc::ptr_eq(a, b) || trimmed(a) == trimmed(b)
}

/// The tree of labels, each level in order of first appearance.
pub(super) fn group(rows: &[Row]) -> Vec<PartPlan> {
    let mut parts: Vec<PartPlan> = Vec::new();
    for (position, row) in rows.iter().enumerate() {
        let (label1, label2) = (&row.indicator.level1, &row.indicator.level2);
        let found = parts.iter().rposition(|p| is_same(&p.label, label1));
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
        let same = |g: &&mut GroupPlan| is_same(&g.label, label2);
        match part.groups.iter_mut().rev().find(same) {
            Some(group) => group.rows.push(position),
            None => part.groups.push(GroupPlan {
                label: label2.clone(),
                rows: vec![position],
                share: None,
            }),
        }
    }
    parts
}
