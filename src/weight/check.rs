//! What there is to tell about weights once they are dealt: sums that are not their share, points counted elsewhere.

use super::label::is_execution;
use super::{GroupPlan, PartPlan, PlaceOf, Weight, WeightFinding, WeightSource, label_points};
use crate::decimal::Number;
use crate::document::Row;
use crate::gather;
use crate::policy::Policy;
use crate::table::Level1;

/// A finding and where it belongs.
type Found = (WeightFinding, PlaceOf);

/// 成本 as a level-2 under 产出, where the policy knows a level-1 成本: it counts as 产出.
pub(super) fn cost_under_output(parts: &[PartPlan], policy: &Policy) -> Option<Found> {
    policy.with_cost()?;
    let output = parts.iter().filter(|part| part.level1 == Level1::Output);
    let groups = output.flat_map(|part| &part.groups);
    let cost = groups.filter(|group| Level1::of(&group.label) == Level1::Cost);
    let first = cost.flat_map(|group| &group.rows).min()?;
    Some((WeightFinding::CostUnderOutput, PlaceOf::Row(*first)))
}

/// 预算执行率 printed among the indicators: its points are earned a second time.
pub(super) fn execution_in_list(rows: &[Row], weights: &[Weight]) -> Option<Found> {
    let mut lines = rows.iter().zip(weights);
    let at = lines.position(|(row, weight)| {
        let indicator = &row.indicator;
        weight.source.scores() && (is_execution(&indicator.name) || is_execution(&indicator.level1))
    })?;
    Some((WeightFinding::ExecutionInList, PlaceOf::Row(at)))
}

/// Sums of a group, a part and the whole table against what they should be.
///
/// A part's share is the number in its label, or what the policy deals to it where a group of it was dealt to.
pub(super) fn sums(
    weights: &[Weight],
    parts: &[PartPlan],
    shares: &[Option<Number>],
    policy: &Policy,
) -> Vec<Found> {
    let mut found = Vec::new();
    let whole = |rows: &[usize]| {
        let weights = rows.iter().filter_map(|&row| weights.get(row));
        weights
            .clone()
            .all(|weight| weight.source != WeightSource::Unknown)
            .then(|| add(weights))
    };
    for (part, share) in parts.iter().zip(shares) {
        let mut dealt = false;
        let mut sum = Some(Number::ZERO);
        for group in &part.groups {
            dealt |= group.share.is_some();
            let printed = || whole(&group.rows);
            let points = group.share.or_else(printed);
            sum = sum
                .zip(points)
                .and_then(|(sum, points)| sum.checked_add(points));
            if group.share.is_none() && has_printed(group, weights) {
                differ(&mut found, points, label_points(&group.label), &group.rows);
            }
        }
        let share = label_points(&part.label).or(share.filter(|_| dealt));
        let rows = gather(part.groups.iter().flat_map(|group| &group.rows).copied());
        differ(&mut found, sum, share, &rows);
    }
    let expected = policy.shares.standard.total();
    let complete = weights
        .iter()
        .all(|weight| weight.source != WeightSource::Unknown);
    let total = add(weights.iter());
    if complete && weights.iter().any(|weight| weight.source.scores()) && total != expected {
        let differs = WeightFinding::TotalDiffers {
            found: total,
            expected,
        };
        found.push((differs, PlaceOf::List));
    }
    found
}

fn add<'a>(weights: impl Iterator<Item = &'a Weight>) -> Number {
    Number::sum(weights.map(|weight| weight.points)).unwrap_or_default()
}

fn has_printed(group: &GroupPlan, weights: &[Weight]) -> bool {
    let mut weights = group.rows.iter().filter_map(|&row| weights.get(row));
    weights.any(|weight| weight.source == WeightSource::Printed)
}

fn differ(found: &mut Vec<Found>, sum: Option<Number>, share: Option<Number>, rows: &[usize]) {
    if let (Some(sum), Some(expected), Some(first)) = (sum, share, rows.iter().min())
        && sum != expected
    {
        let differs = WeightFinding::PartDiffers {
            found: sum,
            expected,
        };
        found.push((differs, PlaceOf::Row(*first)));
    }
}
