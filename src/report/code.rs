//! The codes of choices without figures: words that programs compare, never shown.

use crate::actual::Band;
use crate::edit::{HeaderField, List, RowField, Source, Stage};
use crate::policy::{AtLimit, Grade};
use crate::scoring::{BandChoice, ExecutionState, MissingKind, ReasonCause, Status};
use crate::survey::{Method, TallyError};
use crate::table::Level1;
use crate::value::{Comparator, ComparatorSource, Severity, WordsKind};
use crate::weight::WeightSource;

pub(super) const fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "met",
        Status::Over => "over",
        Status::AtLimit => "at-limit",
        Status::NotMet => "not-met",
        Status::NotReported => "not-reported",
        Status::Asks => "asks",
        Status::Unreadable => "unreadable",
        Status::NotScored => "not-scored",
    }
}

pub(super) const fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Excellent => "excellent",
        Grade::Good => "good",
        Grade::Fair => "fair",
        Grade::Poor => "poor",
    }
}

pub(super) const fn level1(level: Level1) -> &'static str {
    match level {
        Level1::Cost => "cost",
        Level1::Output => "output",
        Level1::Benefit => "benefit",
        Level1::Satisfaction => "satisfaction",
        Level1::Other => "other",
    }
}

pub(super) const fn band(band: Band) -> &'static str {
    match band {
        Band::Achieved => "achieved",
        Band::Partly => "partly",
        Band::Missed => "missed",
    }
}

pub(super) const fn band_choice(choice: BandChoice) -> &'static str {
    match choice {
        BandChoice::Person => "person",
        BandChoice::Phrase => "phrase",
        BandChoice::SameText => "same-text",
        BandChoice::YesNo => "yes-no",
    }
}

/// As in the file format.
pub(super) const fn comparator(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Equal => "=",
        Comparator::AtLeast => ">=",
        Comparator::AtMost => "<=",
        Comparator::Above => ">",
        Comparator::Below => "<",
    }
}

pub(super) const fn comparator_source(source: ComparatorSource) -> &'static str {
    match source {
        ComparatorSource::Written => "written",
        ComparatorSource::Name => "name",
        ComparatorSource::Assumed => "assumed",
        ComparatorSource::Answered => "answered",
    }
}

pub(super) const fn at_limit(choice: AtLimit) -> &'static str {
    match choice {
        AtLimit::Ratio => "ratio",
        AtLimit::Met => "met",
        AtLimit::Nothing => "nothing",
    }
}

pub(super) const fn weight_source(source: WeightSource) -> &'static str {
    match source {
        WeightSource::Printed => "printed",
        WeightSource::Locked => "locked",
        WeightSource::Allocated => "allocated",
        WeightSource::SubRow => "sub-row",
        WeightSource::Placeholder => "placeholder",
        WeightSource::Unknown => "unknown",
    }
}

pub(super) const fn reason(cause: ReasonCause) -> &'static str {
    match cause {
        ReasonCause::PointsLost => "points-lost",
        ReasonCause::Over => "over",
        ReasonCause::LowExecution => "low-execution",
    }
}

pub(super) const fn missing(kind: MissingKind) -> &'static str {
    match kind {
        MissingKind::NotReported => "not-reported",
        MissingKind::Asks => "asks",
        MissingKind::Unreadable => "unreadable",
        MissingKind::Reason => "reason",
    }
}

pub(super) const fn execution(state: ExecutionState) -> &'static str {
    match state {
        ExecutionState::Known => "known",
        ExecutionState::NotReported => "not-reported",
        ExecutionState::NotApplicable => "not-applicable",
        ExecutionState::Unusable => "unusable",
    }
}

pub(super) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Ask => "ask",
        Severity::Error => "error",
    }
}

pub(super) const fn words(kind: WordsKind) -> &'static str {
    match kind {
        WordsKind::Yes => "yes",
        WordsKind::No => "no",
        WordsKind::Band(_) => "band",
        WordsKind::Other => "other",
    }
}

/// As in the file format.
pub(super) const fn method(method: Method) -> &'static str {
    match method {
        Method::Share { .. } => "share",
        Method::Points => "points",
        Method::Mean => "mean",
    }
}

pub(super) const fn tally(error: TallyError) -> &'static str {
    match error {
        TallyError::Empty => "tally-empty",
        TallyError::BadCount(_) => "tally-bad-count",
    }
}

/// As in the file format.
pub(super) const fn header_field(field: HeaderField) -> &'static str {
    match field {
        HeaderField::Unit => "unit",
        HeaderField::Year => "year",
        HeaderField::Project => "project",
        HeaderField::Supervisor => "supervisor",
        HeaderField::Implementer => "implementer",
        HeaderField::FilledBy => "filledBy",
        HeaderField::Phone => "phone",
        HeaderField::Date => "date",
        HeaderField::ExecutionReason => "executionReason",
        HeaderField::ReviewedRate => "reviewedRate",
        HeaderField::ReviewScore => "reviewScore",
        HeaderField::ExecutionOpinion => "executionOpinion",
        HeaderField::Opinion => "opinion",
    }
}

/// As in the file format; what stands under `actual` there has its own name.
pub(super) const fn row_field(field: RowField) -> &'static str {
    match field {
        RowField::Level1 => "level1",
        RowField::Level2 => "level2",
        RowField::Name => "name",
        RowField::Target => "target",
        RowField::Weight => "weight",
        RowField::Actual => "actual.text",
        RowField::Reason => "actual.reason",
        RowField::Evidence => "actual.evidence",
        RowField::Share => "actual.share",
        RowField::Deduction => "actual.deduction",
        RowField::Reviewed => "actual.reviewed",
        RowField::ReviewScore => "actual.reviewScore",
        RowField::Opinion => "actual.opinion",
    }
}

/// As in the file format.
pub(super) const fn amount(stage: Stage, source: Source) -> &'static str {
    match (stage, source) {
        (Stage::Initial, Source::Total) => "initial.total",
        (Stage::Initial, Source::Fiscal) => "initial.fiscal",
        (Stage::Initial, Source::Other) => "initial.other",
        (Stage::FullYear, Source::Total) => "fullYear.total",
        (Stage::FullYear, Source::Fiscal) => "fullYear.fiscal",
        (Stage::FullYear, Source::Other) => "fullYear.other",
        (Stage::Executed, Source::Total) => "executed.total",
        (Stage::Executed, Source::Fiscal) => "executed.fiscal",
        (Stage::Executed, Source::Other) => "executed.other",
    }
}

/// As in the file format.
pub(super) const fn list(list: List) -> &'static str {
    match list {
        List::Tasks => "tasks",
        List::Goals => "goals",
        List::Rows => "indicators",
    }
}
