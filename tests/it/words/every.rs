//! One sample of every variant. The patterns are matched exhaustively, so a new variant does not compile
//! until it has its sample here.

use std::rc::Rc;

use jiping::actual::Band;
use jiping::decimal::{Number, NumberError};
use jiping::document::Document;
use jiping::edit::{EditError, GoalField, HeaderField, List, RowField, Source, Stage, TaskField};
use jiping::finding::{CheckFinding, Finding, FindingKind, FundFinding, Place, TotalFinding};
use jiping::node::Unknown;
use jiping::node::{FormatError, FormatErrorKind, Shape};
use jiping::policy::{Basis, Grade, default_policy};
use jiping::scoring::{ExecutionState, Missing, MissingKind, ReasonCause, Status};
use jiping::share::{self, LinkError};
use jiping::span::Span;
use jiping::survey::{Method, TallyError};
use jiping::table::{Goal, Id, Level1};
use jiping::value::{Comparator, Day, Issue, IssueKind, Severity};
use jiping::weight::{WeightFinding, WeightSource};

use crate::simple;

/// Samples of an enum: unit variants by name, others as `Pattern { .. } => sample`.
macro_rules! every {
    ($name:ident, $type:ident, [$($unit:ident),* $(,)?] $(, $variant:ident $shape:tt => $sample:expr)* $(,)?) => {
        pub fn $name() -> Vec<$type> {
            let _ = |value: &$type| match value {
                $($type::$unit => (),)*
                $($type::$variant $shape => (),)*
            };
            vec![$($type::$unit,)* $($sample,)*]
        }
    };
}

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

const DAY: Day = Day {
    year: 2022,
    month: 11,
    day: 30,
};

every!(
    statuses,
    Status,
    [
        Met,
        Over,
        AtLimit,
        NotMet,
        NotReported,
        Asks,
        Unreadable,
        NotScored
    ]
);
every!(grades, Grade, [Excellent, Good, Fair, Poor]);
every!(bands, Band, [Achieved, Partly, Missed]);
every!(
    comparators,
    Comparator,
    [Equal, AtLeast, AtMost, Above, Below]
);
every!(
    weight_sources,
    WeightSource,
    [Printed, Locked, Allocated, SubRow, Placeholder, Unknown]
);
every!(reason_causes, ReasonCause, [PointsLost, Over, LowExecution]);
every!(
    missing_kinds,
    MissingKind,
    [NotReported, Asks, Unreadable, Reason]
);
every!(
    execution_states,
    ExecutionState,
    [Known, NotReported, NotApplicable, Unusable]
);
every!(levels, Level1, [Cost, Output, Benefit, Satisfaction, Other]);
every!(severities, Severity, [Note, Ask, Error]);
every!(bases, Basis, [Document, Practice, Ours]);
every!(methods, Method, [Points, Mean], Share { .. } => Method::Share { levels: 2 });
every!(
    shapes,
    Shape,
    [Null, Bool, Number, Text, TextOrNumber, List, Object]
);
every!(
    number_errors,
    NumberError,
    [Malformed, TooManyWholeDigits, TooManyFractionDigits]
);
every!(tally_errors, TallyError, [Empty], BadCount(_) => TallyError::BadCount(5));

every!(edit_errors, EditError, [TooManyRows, BadWeight, NoTally],
    NoSuchRow(_) => EditError::NoSuchRow(Id::new("x")),
    TooLong { .. } => EditError::TooLong { length: 20_001 },
    LocksAboveShare { .. } => EditError::LocksAboveShare { share: number("12.5"), locked: number("13") },
);

every!(issue_kinds, IssueKind, [
    Blank, Placeholder, Unreadable, TemplateGap, ConflictingComparators, TooManyDigits, EmptyRange,
    NoSuchDay, NoYear, DeadlineAssumed, FromName, NameConflict, Approximate, WordsLeftOut,
    MultiplierFromTarget, WithoutMultiplier, UnknownUnit, PerYear, TallyUnfit, AboveHundred, BeforeStart,
    UnitFromActual, OtherDimension, OtherCountWord, SignInActual, OtherDirection, OtherKind, BandNeeded, DayNeeded, DeductionNeeded,
    PercentagePoint,
],
    WhichDay { .. } => IssueKind::WhichDay { suggested: DAY },
    SpreadsheetDate { .. } => IssueKind::SpreadsheetDate { day: DAY },
    ComparatorAssumed { .. } => IssueKind::ComparatorAssumed { suggested: Some(Comparator::AtLeast) },
    Misread { .. } => IssueKind::Misread { suggested: "≥90%".into() },
    ShareOrPercent { .. } => IssueKind::ShareOrPercent { number: number("0.95") },
    OfferedFromName { .. } => IssueKind::OfferedFromName { text: "≥95%".into() },
    WhichUnit { .. } => IssueKind::WhichUnit { number: number("67300"), readings: ["67300元".into(), "67300万元".into()] },
    Late { .. } => IssueKind::Late { until: DAY, days: Some(8) },
    ShareOutsideBand { .. } => IssueKind::ShareOutsideBand { low: number("60"), high: number("80") },
);

every!(format_kinds, FormatErrorKind, [
    TooLarge, TooDeep, TooManyValues, DuplicateField, UnsafeNumber, Unsupported, Missing, NotDecimal,
    NotOurs, NotWhole, BadId, BadEdges,
],
    Syntax { .. } => FormatErrorKind::Syntax { line: 3, column: 14 },
    TooLong { .. } => FormatErrorKind::TooLong { length: 20_001 },
    WrongType { .. } => FormatErrorKind::WrongType { expected: Shape::Text, found: Shape::List },
    UnknownWord { .. } => FormatErrorKind::UnknownWord { found: "perhaps".into() },
    OutOfRange { .. } => FormatErrorKind::OutOfRange { least: 0, most: 4 },
    WrongLength { .. } => FormatErrorKind::WrongLength { expected: 5, found: 4 },
    NewerVersion { .. } => FormatErrorKind::NewerVersion { found: 2 },
    TooManyRows { .. } => FormatErrorKind::TooManyRows { most: 5000, found: 5001 },
    DuplicateId { .. } => FormatErrorKind::DuplicateId { id: "i1".into() },
    UnknownPolicy { .. } => FormatErrorKind::UnknownPolicy { id: "atlantis".into() },
    NotHundred { .. } => FormatErrorKind::NotHundred { found: "99".into() },
);

#[rustfmt::skip]
every!(link_kinds, LinkError, [
        NotALink, TooLong, Altered, TooLarge, Malformed, NeedsPassword, WrongPassword, NotShareable,
    ],
    Cut { .. } => LinkError::Cut { arrived: 1204, declared: Some(1733) },
    NewerVersion { .. } => LinkError::NewerVersion { found: 2 },
    Content(_) => LinkError::Content(FormatError { path: "$.tasks[3]".into(), kind: FormatErrorKind::BadId }),
    NeedsTable(_) => LinkError::NeedsTable(share::table_id(&document())),
    OtherTable { .. } => LinkError::OtherTable {
        wanted: share::table_id(&document()),
        held: share::table_id(&simple::document(&[], default_policy())),
    },
);

pub fn link_errors() -> Vec<LinkError> {
    let mut errors = link_kinds();
    errors.push(LinkError::Cut {
        arrived: 5,
        declared: None,
    });
    errors
}

pub fn format_errors() -> Vec<FormatError> {
    let path = "$.rows[0]".to_owned();
    let kinds = format_kinds().into_iter();
    kinds
        .map(|kind| FormatError {
            path: path.clone(),
            kind,
        })
        .collect()
}

every!(weight_findings, WeightFinding, [CostUnderOutput, ExecutionInList, UnknownPart, Unreadable],
    TotalDiffers { .. } => WeightFinding::TotalDiffers { found: number("80"), expected: number("90") },
    PartDiffers { .. } => WeightFinding::PartDiffers { found: number("45"), expected: number("50") },
    ShareMoved { .. } => WeightFinding::ShareMoved {
        from: Level1::Satisfaction, to: Level1::Benefit, points: number("10"),
    },
    LocksAboveShare { .. } => WeightFinding::LocksAboveShare { share: number("12.5"), locked: number("13") },
);

every!(fund_findings, FundFinding, [Unreadable, Negative, WithoutBudget, AboveBudget],
    SourcesDiffer { .. } => FundFinding::SourcesDiffer { sources: number("94.5"), total: number("100") },
);

every!(total_findings, TotalFinding, [],
    NotHundred { .. } => TotalFinding::NotHundred { attainable: number("90") },
    ScoreAboveExecution { .. } => TotalFinding::ScoreAboveExecution { score: number("98.2"), rate: number("71.36") },
    Unspent { .. } => TotalFinding::Unspent { share: Some(number("28.64")) },
);

every!(check_findings, CheckFinding, [],
    PartOutside { .. } => CheckFinding::PartOutside { found: number("45"), least: number("0"), most: number("20") },
    TooHeavy { .. } => CheckFinding::TooHeavy { found: number("6"), most: number("5") },
);

every!(finding_kinds, FindingKind, [Year],
    Cell(_) => FindingKind::Cell(Issue { kind: IssueKind::Unreadable, span: Span::new(0, 0) }),
    Weight(_) => FindingKind::Weight(WeightFinding::Unreadable),
    Fund(_) => FindingKind::Fund(FundFinding::Negative),
    Tally(_) => FindingKind::Tally(TallyError::Empty),
    Total(_) => FindingKind::Total(TotalFinding::Unspent { share: None }),
    Check(_) => FindingKind::Check(CheckFinding::TooHeavy { found: number("6"), most: number("5") }),
    UnknownField(_) => FindingKind::UnknownField("$.colour".into()),
    PolicyVersion { .. } => FindingKind::PolicyVersion { found: 2, ours: 1 },
);

/// Every kind, and every kind inside those that hold kinds.
pub fn findings() -> Vec<Finding> {
    let mut kinds = finding_kinds();
    kinds.extend(weight_findings().into_iter().map(FindingKind::Weight));
    kinds.extend(fund_findings().into_iter().map(FindingKind::Fund));
    kinds.extend(total_findings().into_iter().map(FindingKind::Total));
    kinds.extend(check_findings().into_iter().map(FindingKind::Check));
    kinds.extend(tally_errors().into_iter().map(FindingKind::Tally));
    let place = Place::Row(Id::new("i1"), RowField::Target);
    let findings = kinds.into_iter().map(|kind| Finding {
        kind,
        place: place.clone(),
        severity: Severity::Note,
        fix: None,
    });
    findings.collect()
}

every!(
    header_fields,
    HeaderField,
    [
        Unit,
        Year,
        Project,
        Supervisor,
        Implementer,
        FilledBy,
        Phone,
        ReviewedRate,
        ReviewScore,
        ExecutionOpinion,
        Opinion,
        Date,
        ExecutionReason,
    ]
);
every!(
    row_fields,
    RowField,
    [
        Level1,
        Level2,
        Name,
        Target,
        Weight,
        Actual,
        Reason,
        Evidence,
        Share,
        Deduction,
        Reviewed,
        ReviewScore,
        Opinion,
    ]
);
every!(goal_fields, GoalField, [Text, Achieved]);
every!(lists, List, [Tasks, Goals, Rows]);
every!(stages, Stage, [Initial, FullYear, Executed]);
every!(sources, Source, [Total, Fiscal, Other]);
every!(task_fields, TaskField, [Name, Content],
    Amount(_, _) => TaskField::Amount(Stage::Initial, Source::Total),
);
every!(place_kinds, Place, [Execution, Document],
    Header(_) => Place::Header(HeaderField::Unit),
    Task(_, _) => Place::Task(Id::new("t1"), TaskField::Name),
    Goal(_) => Place::Goal(Id::new("g1")),
    Row(_, _) => Place::Row(Id::new("gone"), RowField::Target),
    Tally(_) => Place::Tally(Id::new("i1")),
    List(_) => Place::List(List::Rows),
);

/// Every kind of place, and every field inside those that hold fields.
pub fn places() -> Vec<Place> {
    let mut places = place_kinds();
    places.extend(header_fields().into_iter().map(Place::Header));
    places.extend(lists().into_iter().map(Place::List));
    let row = |field| Place::Row(Id::new("i1"), field);
    places.extend(row_fields().into_iter().map(row));
    let task = |field| Place::Task(Id::new("t1"), field);
    places.extend(task_fields().into_iter().map(task));
    for stage in stages() {
        places.extend(
            sources()
                .into_iter()
                .map(|source| task(TaskField::Amount(stage, source))),
        );
    }
    places
}

pub fn missing() -> Vec<Missing> {
    let place = Place::Row(Id::new("i1"), RowField::Actual);
    let kinds = missing_kinds().into_iter();
    kinds
        .map(|what| Missing {
            place: place.clone(),
            what,
        })
        .collect()
}

/// A document with one row of everything that a place may name.
pub fn document() -> Document {
    let line = ("产出指标", "数量指标", "发放次数", "=12次", "10", "10次");
    let mut document = simple::document(&[line], default_policy());
    document.tasks.push(simple::task(0, "100", "", "94.5"));
    document.goals.push(Rc::new(Goal {
        id: Id::new("g1"),
        text: "目标1：保障运转".into(),
        achieved: "".into(),
        extra: Unknown::default(),
    }));
    document
}
