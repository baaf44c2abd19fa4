//! The parts of a policy: source, execution, shares, bands, over-fulfilment, satisfaction, grades.

use super::read::Part;
use super::rule;
use crate::decimal::Number;
use crate::node::FormatErrorKind;
use crate::policy::{
    BandRule, ExecutionRule, GradeRule, OverRule, SatisfactionRule, ShareSet, Shares, Source,
    SourcePart, TotalCap,
};
use crate::survey::{self, Method};

pub(super) fn source(part: &mut Part<'_, '_>) -> Source {
    Source {
        document: part.label("document"),
        parts: part.entries("parts", |part| SourcePart {
            part: part.label("part"),
            basis: part.word("basis"),
        }),
    }
}

pub(super) fn execution(part: &mut Part<'_, '_>) -> ExecutionRule {
    ExecutionRule {
        points: part.percent("points"),
        curve: part.object("curve", rule::curve),
        caps: part.entries("caps", |part| TotalCap {
            below: part.percent("below"),
            most: part.percent("most"),
        }),
        reason_below: part.percent("reasonBelow"),
    }
}

pub(super) fn shares(part: &mut Part<'_, '_>) -> Shares {
    let standard = part.object("standard", share_set);
    let with_cost = part.take("withCost");
    Shares {
        standard,
        with_cost: with_cost.map(|node| part.inside("withCost", node, share_set)),
    }
}

fn share_set(part: &mut Part<'_, '_>) -> ShareSet {
    ShareSet {
        cost: part.percent("cost"),
        output: part.percent("output"),
        benefit: part.percent("benefit"),
        satisfaction: part.percent("satisfaction"),
    }
}

fn band(part: &mut Part<'_, '_>) -> BandRule {
    BandRule {
        low: part.percent("low"),
        high: part.percent("high"),
        default: part.percent("default"),
    }
}

pub(super) fn bands(part: &mut Part<'_, '_>) -> [BandRule; 3] {
    let bands = part.entries("bands", band);
    <[BandRule; 3]>::try_from(bands).unwrap_or_else(|bands| {
        wrong_length(part, "bands", 3, bands.len());
        [(); 3].map(|()| BandRule {
            low: Number::default(),
            high: Number::default(),
            default: Number::default(),
        })
    })
}

fn wrong_length(part: &mut Part<'_, '_>, name: &str, expected: usize, found: usize) {
    part.fail(name, FormatErrorKind::WrongLength { expected, found });
}

pub(super) fn over(part: &mut Part<'_, '_>) -> OverRule {
    OverRule {
        threshold: part.decimal("threshold", 1000),
        action: part.object("action", rule::over),
        reverse: part.flag("reverse"),
    }
}

pub(super) fn satisfaction(part: &mut Part<'_, '_>) -> SatisfactionRule {
    let method = part.object("method", |part| {
        part.with(survey::json::method, Method::Points)
    });
    let points = part.percents("points");
    let points = <[Number; 5]>::try_from(points).unwrap_or_else(|points| {
        wrong_length(part, "points", 5, points.len());
        [Number::default(); 5]
    });
    SatisfactionRule {
        method,
        points,
        steps: part.entries("steps", rule::step),
    }
}

pub(super) fn grade(part: &mut Part<'_, '_>) -> GradeRule {
    GradeRule {
        grade: part.word("grade"),
        from: part.percent("from"),
    }
}
