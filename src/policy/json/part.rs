//! The parts of a policy: source, execution, shares, bands, over-fulfilment, satisfaction, grades.

use super::words::word;
use super::{decimal, decimal_of, entries, items, object, percent, rule};
use crate::decimal::Number;
use crate::node::{FormatError, FormatErrorKind, Path, Record};
use crate::policy::{
    BandRule, Basis, ExecutionRule, GradeRule, OverRule, SatisfactionRule, ShareSet, Shares,
    Source, SourcePart, TotalCap,
};

pub(super) fn source(
    record: &mut Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
) -> Result<Source, FormatError> {
    Ok(Source {
        document: record.text("document")?,
        parts: entries(record, path, "parts", report, |record, path, _| {
            Ok(SourcePart {
                part: record.text("part")?,
                basis: word::<Basis>(record, path, "basis")?,
            })
        })?,
    })
}

pub(super) fn execution(
    record: &mut Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
) -> Result<ExecutionRule, FormatError> {
    Ok(ExecutionRule {
        points: percent(record, path, "points")?,
        curve: object(record, path, "curve", report, rule::curve)?,
        caps: entries(record, path, "caps", report, |record, path, _| {
            Ok(TotalCap {
                below: percent(record, path, "below")?,
                most: percent(record, path, "most")?,
            })
        })?,
        reason_below: percent(record, path, "reasonBelow")?,
    })
}

pub(super) fn shares(
    record: &mut Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
) -> Result<Shares, FormatError> {
    let standard = object(record, path, "standard", report, share_set)?;
    let with_cost = match record.take("withCost") {
        None => None,
        Some(node) => {
            let path = path.field("withCost");
            let mut inner = Record::open(node, &path)?;
            let set = share_set(&mut inner, &path, report)?;
            record.keep("withCost", inner.finish(report));
            Some(set)
        }
    };
    Ok(Shares {
        standard,
        with_cost,
    })
}

fn share_set(
    record: &mut Record<'_>,
    path: &Path<'_>,
    _: &mut Vec<String>,
) -> Result<ShareSet, FormatError> {
    Ok(ShareSet {
        cost: percent(record, path, "cost")?,
        output: percent(record, path, "output")?,
        benefit: percent(record, path, "benefit")?,
        satisfaction: percent(record, path, "satisfaction")?,
    })
}

pub(super) fn bands(
    record: &mut Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
) -> Result<[BandRule; 3], FormatError> {
    let bands = entries(record, path, "bands", report, |record, path, _| {
        Ok(BandRule {
            low: percent(record, path, "low")?,
            high: percent(record, path, "high")?,
            default: percent(record, path, "default")?,
        })
    })?;
    <[BandRule; 3]>::try_from(bands)
        .map_err(|bands| wrong_length(&path.field("bands"), 3, bands.len()))
}

fn wrong_length(path: &Path<'_>, expected: usize, found: usize) -> FormatError {
    FormatError::at(path, FormatErrorKind::WrongLength { expected, found })
}

pub(super) fn over(
    record: &mut Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
) -> Result<OverRule, FormatError> {
    Ok(OverRule {
        threshold: decimal(record, path, "threshold", 1000)?,
        action: object(record, path, "action", report, rule::over)?,
        reverse: record.flag("reverse")?,
    })
}

pub(super) fn satisfaction(
    record: &mut Record<'_>,
    path: &Path<'_>,
    report: &mut Vec<String>,
) -> Result<SatisfactionRule, FormatError> {
    let method = object(record, path, "method", report, |record, path, _| {
        crate::survey::json::method(record, path)
    })?;
    let points = items(record, path, "points")?;
    let at = path.field("points");
    let found = points.len();
    let mut numbers = Vec::with_capacity(found);
    for (index, node) in points.into_iter().enumerate() {
        numbers.push(decimal_of(node, &at.item(index), 100)?);
    }
    Ok(SatisfactionRule {
        method,
        points: <[Number; 5]>::try_from(numbers).map_err(|_| wrong_length(&at, 5, found))?,
        steps: entries(record, path, "steps", report, rule::step)?,
    })
}

pub(super) fn grade(
    record: &mut Record<'_>,
    path: &Path<'_>,
    _: &mut Vec<String>,
) -> Result<GradeRule, FormatError> {
    Ok(GradeRule {
        grade: word(record, path, "grade")?,
        from: percent(record, path, "from")?,
    })
}
