//! The tree that the labels make.

use super::label::plain;
use crate::WHOLE;
use crate::decimal::Number;
use crate::document::Row;
use crate::table::{Level1, Text};
use crate::value::trimmed;

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

/// The labels met so far: inside what, without spaces, and their place there; sorted, so that thousands of long ones
/// are found as fast as a few.
#[derive(Default)]
struct Known(Vec<(usize, String, usize)>);

impl Known {
    /// The place of a label that says the same, however it is spaced; a new one gets the place `next`.
    fn place(&mut self, within: usize, label: &str, next: usize) -> usize {
        let key: String = if WHOLE {
            plain(label).collect()
        } else {
            label.to_owned()
        };
        let order = |(inside, known, _): &(usize, String, usize)| {
            inside.cmp(&within).then_with(|| known.cmp(&key))
        };
        match self.0.binary_search_by(order) {
            Ok(found) => self.0.get(found).map_or(next, |known| known.2),
            Err(gap) => {
                self.0.insert(gap, (within, key, next));
                next
            }
        }
    }
}

/// Where the row above stands: its labels, its part and its group.
struct Above<'a>(&'a Text, &'a Text, usize, usize);

/// The tree of labels, each level in order of first appearance.
///
/// A blank label goes on from the row above, as in a table with merged cells: a blank level 1 in its part, a blank
/// level 2 in its group where the part is the same.
pub(super) fn group(rows: &[Row]) -> Vec<PartPlan> {
    let mut parts: Vec<PartPlan> = Vec::new();
    let (mut level1, mut level2) = (Known::default(), Known::default());
    let mut above: Option<Above<'_>> = None;
    for (position, row) in rows.iter().enumerate() {
        let (label1, label2) = (&row.indicator.level1, &row.indicator.level2);
        let goes_on =
            |label: &Text, above: &Text| label == above || WHOLE && trimmed(label).is_empty();
        let at = match &above {
            Some(Above(label, _, part, _)) if goes_on(label1, label) => *part,
            _ => level1.place(0, label1, parts.len()),
        };
        if at == parts.len() {
            parts.push(PartPlan {
                label: label1.clone(),
                level1: Level1::of(label1),
                groups: Vec::new(),
            });
        }
        let Some(part) = parts.get_mut(at) else {
            continue;
        };
        let within = match &above {
            Some(Above(_, label, part, group)) if *part == at && goes_on(label2, label) => *group,
            _ => level2.place(at, label2, part.groups.len()),
        };
        match part.groups.get_mut(within) {
            Some(group) => group.rows.push(position),
            None => part.groups.push(GroupPlan {
                label: label2.clone(),
                rows: vec![position],
                share: None,
            }),
        }
        above = Some(Above(label1, label2, at, within));
    }
    parts
}
