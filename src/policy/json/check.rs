//! What a policy's figures must be together: edges in order, no holes, points that add up.

use crate::decimal::Number;
use crate::node::{FormatError, FormatErrorKind, Path};
use crate::policy::{ExecutionCurve, Policy, ShareSet, Step};

/// Checks a policy whose single fields have been read.
pub(super) fn whole(policy: &Policy, path: &Path<'_>) -> Result<(), FormatError> {
    bands(policy, &path.field("bands"))?;
    grades(policy, &path.field("grades"))?;
    let execution = path.field("execution");
    caps(policy, &execution.field("caps"))?;
    if let ExecutionCurve::Steps(list) = &policy.execution.curve {
        let curve = execution.field("curve");
        let path = curve.field("steps");
        if list.is_empty() {
            return Err(bad_edges(&path));
        }
        steps(list, &path)?;
    }
    let satisfaction = path.field("satisfaction");
    steps(&policy.satisfaction.steps, &satisfaction.field("steps"))?;
    let shares = path.field("shares");
    total(policy, &policy.shares.standard, &shares.field("standard"))?;
    match &policy.shares.with_cost {
        Some(set) => total(policy, set, &shares.field("withCost")),
        None => Ok(()),
    }
}

fn bad_edges(path: &Path<'_>) -> FormatError {
    FormatError::at(path, FormatErrorKind::BadEdges)
}

/// Best first; each ends where the one before begins; the default lies inside.
fn bands(policy: &Policy, path: &Path<'_>) -> Result<(), FormatError> {
    let mut high = Number::HUNDRED;
    for (at, band) in policy.bands.iter().enumerate() {
        let top = band.high == Number::HUNDRED && band.default == band.high;
        let inside = band.low <= band.default && (band.default < band.high || top);
        if band.high != high || band.low >= band.high || !inside {
            return Err(bad_edges(&path.item(at)));
        }
        high = band.low;
    }
    if high.is_zero() {
        Ok(())
    } else {
        Err(bad_edges(path))
    }
}

/// Best first, each lower and worse than the one before, down to 0.
fn grades(policy: &Policy, path: &Path<'_>) -> Result<(), FormatError> {
    let pairs = policy.grades.iter().zip(policy.grades.iter().skip(1));
    for (at, (better, worse)) in pairs.enumerate() {
        if better.grade >= worse.grade || better.from <= worse.from {
            return Err(bad_edges(&path.item(at + 1)));
        }
    }
    match policy.grades.last() {
        Some(last) if last.from.is_zero() => Ok(()),
        _ => Err(bad_edges(path)),
    }
}

/// Lowest first; a lower rate never has a higher cap.
fn caps(policy: &Policy, path: &Path<'_>) -> Result<(), FormatError> {
    let caps = &policy.execution.caps;
    for (at, (lower, upper)) in caps.iter().zip(caps.iter().skip(1)).enumerate() {
        if lower.below >= upper.below || lower.most > upper.most {
            return Err(bad_edges(&path.item(at + 1)));
        }
    }
    Ok(())
}

/// Best first, edges falling, shares never rising, down to 0; or none at all.
fn steps(steps: &[Step], path: &Path<'_>) -> Result<(), FormatError> {
    for (at, (upper, lower)) in steps.iter().zip(steps.iter().skip(1)).enumerate() {
        if upper.from <= lower.from || upper.share < lower.share {
            return Err(bad_edges(&path.item(at + 1)));
        }
    }
    match steps.last() {
        Some(last) if !last.from.is_zero() => Err(bad_edges(path)),
        _ => Ok(()),
    }
}

fn total(policy: &Policy, set: &ShareSet, path: &Path<'_>) -> Result<(), FormatError> {
    let parts = [
        policy.execution.points,
        set.cost,
        set.output,
        set.benefit,
        set.satisfaction,
    ];
    let sum = Number::sum(parts).unwrap_or_default();
    if sum == Number::HUNDRED {
        return Ok(());
    }
    let found = sum.text();
    Err(FormatError::at(path, FormatErrorKind::NotHundred { found }))
}
