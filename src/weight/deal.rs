//! Dealing points in hundredths, by largest remainder.

use super::WeightFinding;
use super::plan::Given;
use crate::decimal::{Number, Ratio, Rounding};
use crate::gather;

/// `points` in `count` equal shares of whole hundredths that add up exactly; what is left over goes, one
/// hundredth each, to the earlier ones (equal shares have equal remainders). Points finer than a hundredth
/// stay with the first.
pub(super) fn deal(points: Number, count: usize) -> Vec<Number> {
    let Ok(divisor) = i64::try_from(count) else {
        return Vec::new();
    };
    if divisor == 0 {
        return Vec::new();
    }
    let whole = Ratio::of(points).round(2, Rounding::Truncate);
    let whole = whole.unwrap_or_default();
    let finer = points.checked_sub(whole).unwrap_or_default();
    let hundredths = hundredths(whole);
    let (each, left) = (hundredths / divisor, hundredths % divisor);
    let share = |at: i64| {
        let share = Number::from_hundredths(each + i64::from(at < left));
        match at {
            0 => share.checked_add(finer).unwrap_or(share),
            _ => share,
        }
    };
    gather((0..divisor).map(share))
}

/// A number with at most two places, in hundredths.
fn hundredths(number: Number) -> i64 {
    let cut = Ratio::of(number).round(2, Rounding::Truncate);
    cut.and_then(|cut| i64::try_from(cut.mantissa()).ok())
        .unwrap_or(i64::MAX)
}

/// What the rows of one group get, in their order, and what is wrong with the locks.
pub(super) struct GroupDeal {
    pub(super) points: Vec<Number>,
    pub(super) finding: Option<WeightFinding>,
}

/// Locks first, the rest equally.
pub(super) fn deal_group(share: Number, given: &[Given]) -> GroupDeal {
    let locked = Number::sum(given.iter().filter_map(|g| g.points())).unwrap_or_default();
    let rest = share.checked_sub(locked).unwrap_or_default();
    let open = given.iter().filter(|g| g.points().is_none()).count();
    let finding = if rest.is_negative() {
        Some(WeightFinding::LocksAboveShare { share, locked })
    } else if open == 0 && !rest.is_zero() {
        let (found, expected) = (locked, share);
        Some(WeightFinding::PartDiffers { found, expected })
    } else {
        None
    };
    let mut dealt = deal(rest.max(Number::ZERO), open).into_iter();
    let points = |g: &Given| g.points().or_else(|| dealt.next()).unwrap_or_default();
    let points = gather(given.iter().map(points));
    GroupDeal { points, finding }
}
