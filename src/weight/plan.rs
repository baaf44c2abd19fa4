//! Dealing the points: level-1 shares, level-2 groups, indicators.
//!
//! The small program has one table, the example, which prints no weights and has every part: what only other tables
//! bring is left out of it.

use super::check;
use super::deal::{deal, deal_group};
use super::tree::{GroupPlan, PartPlan, group};
use super::{Weight, WeightFinding, WeightSource, is_placeholder, label_points};
use crate::WHOLE;
use crate::decimal::Number;
use crate::document::Row;
use crate::gather;
use crate::policy::{Policy, ShareSet};
use crate::table::Level1;
use crate::value::parse::read_number;

/// Points of every row, and the tree they were dealt through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// One a row, in the document's order.
    pub weights: Vec<Weight>,
    /// The level-1 parts, in order of first appearance.
    pub parts: Vec<PartPlan>,
    /// What there is to tell.
    pub findings: Vec<(WeightFinding, PlaceOf)>,
}

/// Where a weight finding belongs: a row by position, or the list as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceOf {
    /// The row at this position.
    Row(usize),
    /// All rows.
    List,
}

/// What a row's weight cell says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    Nothing,
    Printed(Number),
    Locked(Number),
    Unreadable,
}

impl Given {
    fn of(row: &Row) -> Self {
        let indicator = &row.indicator;
        // A dash is as good as a blank.
        if !WHOLE || is_placeholder(&indicator.weight) {
            return Self::Nothing;
        }
        match read_number(&indicator.weight).value {
            Some(number) if number.is_zero() && is_placeholder(&indicator.name) => Self::Nothing,
            Some(number) if number.is_negative() => Self::Unreadable,
            Some(number) if indicator.locked => Self::Locked(number),
            Some(number) => Self::Printed(number),
            None => Self::Unreadable,
        }
    }

    pub(super) const fn points(self) -> Option<Number> {
        match self {
            Self::Printed(number) | Self::Locked(number) if WHOLE => Some(number),
            Self::Printed(_) | Self::Locked(_) | Self::Nothing | Self::Unreadable => None,
        }
    }

    /// Whether the form itself gives this weight, so that a blank beside it means a sub-item.
    const fn is_printed(self) -> bool {
        WHOLE && matches!(self, Self::Printed(_) | Self::Unreadable)
    }
}

/// Deals the policy's points to the rows.
///
/// Points are in hundredths wherever a share is; each level adds up exactly. Rows keep their positions.
#[must_use]
pub fn allocate(rows: &[Row], policy: &Policy) -> Allocation {
    let given = gather(rows.iter().map(Given::of));
    let mut plan = Plan {
        given: &given,
        weights: starting_weights(rows, &given),
        findings: Vec::new(),
    };
    let mut parts = group(rows);
    plan.report_unreadable();
    plan.findings
        .extend(check::cost_under_output(&parts, policy));
    let shares = plan.share_out(&mut parts, policy);
    if WHOLE {
        let sums = check::sums(&plan.weights, &parts, &shares, policy);
        plan.findings.extend(sums);
        plan.findings
            .extend(check::execution_in_list(rows, &plan.weights));
    }
    Allocation {
        weights: plan.weights,
        parts,
        findings: plan.findings,
    }
}

/// Every row before dealing: printed and locked weights as given, placeholders out, the rest unknown.
fn starting_weights(rows: &[Row], given: &[Given]) -> Vec<Weight> {
    let start = |(row, given): (&Row, &Given)| {
        let source = match given {
            Given::Printed(_) => WeightSource::Printed,
            Given::Locked(_) => WeightSource::Locked,
            Given::Nothing if is_placeholder(&row.indicator.name) => WeightSource::Placeholder,
            Given::Nothing | Given::Unreadable => WeightSource::Unknown,
        };
        Weight {
            points: given.points().unwrap_or_default(),
            source,
        }
    };
    gather(rows.iter().zip(given).map(start))
}

struct Plan<'a> {
    given: &'a [Given],
    weights: Vec<Weight>,
    findings: Vec<(WeightFinding, PlaceOf)>,
}

impl Plan<'_> {
    fn given_at(&self, position: usize) -> Given {
        let given = self.given.get(position).filter(|_| WHOLE);
        given.copied().unwrap_or(Given::Nothing)
    }

    fn is_placeholder(&self, position: usize) -> bool {
        let weight = self.weights.get(position);
        weight.is_some_and(|weight| weight.source == WeightSource::Placeholder)
    }

    fn is_live(&self, group: &GroupPlan) -> bool {
        group.rows.iter().any(|&row| !self.is_placeholder(row))
    }

    fn is_printed(&self, group: &GroupPlan) -> bool {
        group
            .rows
            .iter()
            .any(|&row| self.given_at(row).is_printed())
    }

    /// Whether the group waits for points from its part.
    fn is_hungry(&self, group: &GroupPlan) -> bool {
        self.is_live(group) && !self.is_printed(group)
    }

    fn printed_points(&self, groups: &[GroupPlan]) -> Number {
        let rows = groups.iter().filter(|g| self.is_printed(g));
        let points = rows.flat_map(|g| &g.rows).map(|&row| self.given_at(row));
        Number::sum(points.filter_map(Given::points)).unwrap_or_default()
    }

    fn report_unreadable(&mut self) {
        for (position, given) in self.given.iter().enumerate() {
            if WHOLE && *given == Given::Unreadable {
                let place = PlaceOf::Row(position);
                self.findings.push((WeightFinding::Unreadable, place));
            }
        }
    }

    /// Deals the points, and gives what each part should come to, as far as anything was dealt.
    fn share_out(&mut self, parts: &mut [PartPlan], policy: &Policy) -> Vec<Option<Number>> {
        let hungry = |plan: &Self, part: &PartPlan| part.groups.iter().any(|g| plan.is_hungry(g));
        let shares = if parts.iter().any(|part| hungry(self, part)) {
            self.part_shares(parts, policy)
        } else {
            vec![None; parts.len()]
        };
        for (part, share) in parts.iter_mut().zip(&shares) {
            self.share_part(part, *share);
        }
        shares
    }

    /// The points of each part: the number in its label, else its kind's share.
    fn part_shares(&mut self, parts: &[PartPlan], policy: &Policy) -> Vec<Option<Number>> {
        let labelled = gather(parts.iter().map(|p| label_points(&p.label)));
        let live = gather(
            parts
                .iter()
                .map(|p| p.groups.iter().any(|g| self.is_live(g))),
        );
        let set = share_set(parts, &live, policy);
        let mut shares = labelled.clone();
        for (level1, points) in self.kind_shares(parts, &labelled, &live, set) {
            // A kind to which the policy gives nothing waits for weights, as an unknown one does.
            if points.is_zero() {
                continue;
            }
            let members = gather((0..parts.len()).filter(|&at| {
                parts.get(at).is_some_and(|p| p.level1 == level1)
                    && live.get(at) == Some(&true)
                    && labelled.get(at) == Some(&None)
            }));
            for (&at, points) in members.iter().zip(deal(points, members.len())) {
                if let Some(share) = shares.get_mut(at) {
                    *share = Some(points);
                }
            }
        }
        shares
    }

    /// The policy's points by kind, what no indicator stands for moved on.
    fn kind_shares(
        &mut self,
        parts: &[PartPlan],
        labelled: &[Option<Number>],
        live: &[bool],
        set: ShareSet,
    ) -> Vec<(Level1, Number)> {
        let of_kind = |level1: Level1| {
            let all = parts.iter().zip(labelled).zip(live);
            all.filter(move |((part, _), live)| part.level1 == level1 && **live)
                .map(|((_, label), _)| *label)
        };
        let exists = |level1: Level1| of_kind(level1).next().is_some();
        let takes = |level1: Level1| of_kind(level1).any(|label| label.is_none());
        let in_labels = |level1: Level1| Number::sum(of_kind(level1).flatten()).unwrap_or_default();
        let mut shares = set.parts().map(|(level1, points)| {
            let rest = points.checked_sub(in_labels(level1)).unwrap_or_default();
            (level1, rest.max(Number::ZERO))
        });
        if !WHOLE {
            return shares.to_vec();
        }
        let heir = [
            Level1::Benefit,
            Level1::Output,
            Level1::Cost,
            Level1::Satisfaction,
        ]
        .into_iter()
        .find(|&level1| takes(level1));
        // What is printed takes nothing.
        let hungry = |part: &PartPlan| part.groups.iter().any(|group| self.is_hungry(group));
        let takes = |to: &Level1| parts.iter().any(|p| p.level1 == *to && hungry(p));
        let Some(to) = heir.filter(takes) else {
            return shares.to_vec();
        };
        for (from, points) in set.parts() {
            if points.is_zero() || exists(from) {
                continue;
            }
            for (level1, share) in &mut shares {
                if *level1 == to {
                    *share = share.checked_add(points).unwrap_or(*share);
                }
            }
            let moved = WeightFinding::ShareMoved { from, to, points };
            self.findings.push((moved, PlaceOf::List));
        }
        shares.to_vec()
    }

    fn share_part(&mut self, part: &mut PartPlan, share: Option<Number>) {
        let printed = self.printed_points(&part.groups);
        let in_labels = part.groups.iter().filter(|g| self.is_hungry(g));
        let in_labels = Number::sum(in_labels.filter_map(|g| label_points(&g.label)));
        let rest = share
            .and_then(|share| share.checked_sub(printed))
            .and_then(|rest| rest.checked_sub(in_labels.unwrap_or_default()))
            .map(|rest| rest.max(Number::ZERO));
        let open =
            |plan: &Self, g: &GroupPlan| plan.is_hungry(g) && label_points(&g.label).is_none();
        let count = part.groups.iter().filter(|g| open(self, g)).count();
        let mut dealt = rest.map(|rest| deal(rest, count).into_iter());
        for group in &mut part.groups {
            if !self.is_hungry(group) {
                self.mark_sub_rows(group);
                continue;
            }
            group.share = match label_points(&group.label) {
                Some(points) => Some(points),
                None => dealt.as_mut().and_then(Iterator::next),
            };
            self.share_group(group);
        }
    }

    /// Blank rows beside printed weights are sub-items.
    fn mark_sub_rows(&mut self, group: &GroupPlan) {
        for &position in &group.rows {
            if self.given_at(position) == Given::Nothing && !self.is_placeholder(position) {
                self.set(position, Number::ZERO, WeightSource::SubRow);
            }
        }
    }

    fn share_group(&mut self, group: &GroupPlan) {
        let rows = group.rows.iter().copied();
        let rows = gather(rows.filter(|&row| !self.is_placeholder(row)));
        let Some(share) = group.share else {
            for row in rows {
                if self.given_at(row) == Given::Nothing {
                    let place = PlaceOf::Row(row);
                    self.findings.push((WeightFinding::UnknownPart, place));
                }
            }
            return;
        };
        let given = gather(rows.iter().map(|&row| self.given_at(row)));
        let dealt = deal_group(share, &given);
        for (&row, points) in rows.iter().zip(&dealt.points) {
            if self.given_at(row) == Given::Nothing {
                self.set(row, *points, WeightSource::Allocated);
            }
        }
        let place = rows.first().map_or(PlaceOf::List, |&row| PlaceOf::Row(row));
        self.findings.extend(dealt.finding.map(|f| (f, place)));
    }

    fn set(&mut self, position: usize, points: Number, source: WeightSource) {
        if let Some(weight) = self.weights.get_mut(position) {
            *weight = Weight { points, source };
        }
    }
}

/// The set of shares that applies: another one where a level-1 成本指标 is there.
fn share_set(parts: &[PartPlan], live: &[bool], policy: &Policy) -> ShareSet {
    let mut all = parts.iter().zip(live);
    let has_cost = all.any(|(part, live)| part.level1 == Level1::Cost && *live);
    match policy.with_cost() {
        Some(set) if has_cost => set,
        _ => policy.shares.standard,
    }
}
