//! 指标值: what a target cell or an actual cell says.
//!
//! Decides how published text becomes a comparator, a quantity, a range, a deadline or words.
//! A parser reads, refuses or asks; it never guesses silently. The text itself is kept elsewhere, verbatim.
//! Source: field rules 1.

mod amount;
mod change;
mod date;
pub mod day;
mod deadline;
mod display;
mod lexicon;
pub mod meet;
mod name;
mod numeral;
pub mod parse;
mod sign;
mod text;
mod trim;
pub mod unit;
pub mod within;
mod words;

pub(crate) use text::trimmed;

use std::rc::Rc;

use crate::decimal::Number;
use crate::span::Span;
use unit::Unit;

/// 比较符: how an actual is held against the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparator {
    /// `=`
    Equal,
    /// `≥`
    AtLeast,
    /// `≤`
    AtMost,
    /// `>`
    Above,
    /// `<`
    Below,
}

/// A comparator and whether the cell has it or we supplied it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparatorSource {
    /// Printed in the cell (or in the direction column).
    Written,
    /// Printed in the indicator's name, where the cell has none: used, and marked.
    Name,
    /// Nowhere: read as `=`, marked "comparator assumed".
    Assumed,
    /// Nowhere in the table: a person named it when asked.
    Answered,
}

/// 数量: comparator, number and unit, e.g. `>=95%`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// How the actual is held against the number.
    pub comparator: Comparator,
    /// Where the comparator comes from.
    pub source: ComparatorSource,
    /// The number, in `unit`.
    pub number: Number,
    /// The unit, if the cell (or the name) has one.
    pub unit: Option<Unit>,
}

/// One edge of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The number at the edge, in the range's unit.
    pub number: Number,
    /// Whether the edge itself is inside (含).
    pub included: bool,
}

/// 区间: e.g. `1-3次`, `80%(含)-90%`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// Lower edge.
    pub low: Edge,
    /// Upper edge, not below the lower one.
    pub high: Edge,
    /// The unit of both edges.
    pub unit: Option<Unit>,
}

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// 1900–2199.
    pub year: u16,
    /// 1–12.
    pub month: u8,
    /// 1–31, valid in its month.
    pub day: u8,
}

/// 时限: on or before a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// First day that still counts, where the cell names a span of time (`2023.07-2024.01`).
    pub from: Option<Day>,
    /// The last day that is in time.
    pub until: Day,
    /// Whether "on or before" is our assumption (a bare date or month).
    pub assumed: bool,
}

/// 定性: words or prose, scored by bands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The text without spaces around it.
    pub text: Rc<str>,
    /// What kind of words these are.
    pub kind: WordsKind,
}

/// What kind of words a qualitative cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsKind {
    /// 是 / 有 / 完成 … the answer yes.
    Yes,
    /// 否 / 无 … the answer no.
    No,
    /// One of the three band phrases, by index: 达成, 部分达成, 未达成.
    Band(u8),
    /// Anything else a clerk can judge.
    Other,
}

/// 指标值: a target as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Comparator, number, unit.
    Quantity(Quantity),
    /// Two edges.
    Range(Range),
    /// A date.
    Deadline(Deadline),
    /// Words.
    Words(Words),
}

/// When something was done, as precisely as the cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On this day.
    Day(Day),
    /// In this month; the day is not known.
    Month {
        /// 1900–2199.
        year: u16,
        /// 1–12.
        month: u8,
    },
    /// In this year; the month is not known.
    Year(u16),
}

/// 实际完成值: an actual as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Achieved {
    /// A number; a sign copied from the target (`≥95%`) is left out and noted as an issue.
    Quantity {
        /// The number, in `unit`.
        number: Number,
        /// The unit typed, if any.
        unit: Option<Unit>,
    },
    /// A date, or a month.
    Date(When),
    /// Words.
    Words(Words),
}

/// What reading a cell gives: a value where one can be read, and everything to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<T> {
    /// The value; nothing where the cell is refused or must be asked about first.
    pub value: Option<T>,
    /// Refusals, questions and notes, in the order of the text.
    pub issues: Vec<Issue>,
}

/// Something to say about a cell, and where in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// What.
    pub kind: IssueKind,
    /// Where in the text.
    pub span: Span,
}

/// How much an issue weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing to do.
    Note,
    /// Something a person should answer; the row is provisional or unscored until then.
    Ask,
    /// The cell cannot be used as it is.
    Error,
}

/// What there is to say about a cell, as data; the words are in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IssueKind {
    /// The cell is empty.
    Blank,
    /// `/`, `无`, `—`: a placeholder stands where a value should.
    Placeholder,
    /// Nothing legible; ask for the value again.
    Unreadable,
    /// `**` or an empty place left in a form's template.
    TemplateGap,
    /// A sign that contradicts or repeats itself, e.g. `≥≤5`.
    ConflictingComparators,
    /// More digits than a number may have.
    TooManyDigits,
    /// The range's lower edge is above its upper edge.
    EmptyRange,
    /// No such day in the calendar.
    NoSuchDay,
    /// No year in the cell and none in the table.
    NoYear,
    /// `11月前`: the last day of the month before, or of that month? Suggests a day.
    WhichDay {
        /// The day suggested: the last day of the month named.
        suggested: Day,
    },
    /// A bare number on a name with 时间 / 日期 / 时限 that may be a spreadsheet's date.
    SpreadsheetDate {
        /// The day that number stands for.
        day: Day,
    },
    /// No comparator: `=` was taken. Suggests one from the name or the direction column, where they tell.
    ComparatorAssumed {
        /// What the name suggests, if anything.
        suggested: Option<Comparator>,
    },
    /// A bare date: "on or before" was taken.
    DeadlineAssumed,
    /// `290%` on a rate name: perhaps `≥90%`. Reported with the suggestion, not applied.
    Misread {
        /// The text suggested.
        suggested: Rc<str>,
    },
    /// A bare 0 < x ≤ 1 against a percentage target of at least 10 %: x % or 100·x %?
    ShareOrPercent {
        /// The number typed.
        number: Number,
    },
    /// The unit or sign comes from the indicator's name.
    FromName,
    /// The name says something else than the cell; the cell stands.
    NameConflict,
    /// The cell is blank, the name holds a number: offered, not used.
    OfferedFromName {
        /// The text offered.
        text: Rc<str>,
    },
    /// 约, 左右, 余: the number is only roughly meant.
    Approximate,
    /// Words around the number were left out (`群众满意度≥95%`).
    WordsLeftOut,
    /// The target's 万 was left out of the actual (6.2 against 6万人): read with it.
    MultiplierFromTarget,
    /// The actual has no unit and is no figure of the target's size: 16000 against 1.5万人次 is read without 万.
    WithoutMultiplier,
    /// A bare number far from its target: 67300元 or 67300万元, 80人次 or 80万人次, 0.92分 or 92分?
    WhichUnit {
        /// The number typed.
        number: Number,
        /// What may be meant.
        readings: [Rc<str>; 2],
    },
    /// A count word outside the list, accepted as it stands.
    UnknownUnit,
    /// The target has no unit; the actual's is accepted.
    UnitFromActual,
    /// The actual's unit cannot be converted into the target's.
    OtherDimension,
    /// Two count words that differ (个 against 份): accepted, not converted.
    OtherCountWord,
    /// 12次 against 12次/年: both are the year's.
    PerYear,
    /// A sign such as ≥ was copied into the actual; it is left out.
    SignInActual,
    /// 下降 where the target says 增长, or the other way round: a growth, a decline or the figure itself?
    /// Also 不足50人 against ≥50人: how many?
    OtherDirection,
    /// Words where the target is a number, or a number where it is words.
    OtherKind,
    /// More than 100 % on a share of all there is: 120% on 满意度.
    AboveHundred,
    /// Done before the first day of the target's span of time.
    BeforeStart,
    /// Words that select no band: which one?
    BandNeeded,
    /// The actual's month holds both days in time and days too late: which day?
    DayNeeded,
    /// After the deadline, and a person chooses the band.
    Late {
        /// The last day in time.
        until: Day,
        /// By how many days, where the day is known.
        days: Option<u32>,
    },
    /// A satisfaction tally's figure cannot be held against the target.
    TallyUnfit,
    /// The share typed lies outside the chosen band.
    ShareOutsideBand {
        /// The band's lower edge in %, inclusive.
        low: Number,
        /// The band's upper edge in %, exclusive unless it is 100.
        high: Number,
    },
    /// The policy takes off points that a person types here, and none is typed.
    DeductionNeeded,
    /// 百分点 on a name that says neither 增长 nor 提高 nor 下降.
    PercentagePoint,
}

impl IssueKind {
    /// How much it weighs.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Blank
            | Self::Placeholder
            | Self::Unreadable
            | Self::TemplateGap
            | Self::NoYear
            | Self::WhichDay { .. }
            | Self::SpreadsheetDate { .. }
            | Self::ShareOrPercent { .. }
            | Self::OfferedFromName { .. }
            | Self::DeductionNeeded
            | Self::OtherDirection
            | Self::WhichUnit { .. }
            | Self::AboveHundred
            | Self::BeforeStart
            | Self::Late { .. }
            | Self::BandNeeded
            | Self::DayNeeded => Severity::Ask,
            Self::ConflictingComparators
            | Self::TooManyDigits
            | Self::EmptyRange
            | Self::NoSuchDay
            | Self::OtherDimension
            | Self::ShareOutsideBand { .. }
            | Self::TallyUnfit
            | Self::OtherKind => Severity::Error,
            Self::ComparatorAssumed { .. }
            | Self::DeadlineAssumed
            | Self::Misread { .. }
            | Self::FromName
            | Self::NameConflict
            | Self::Approximate
            | Self::WordsLeftOut
            | Self::MultiplierFromTarget
            | Self::WithoutMultiplier
            | Self::PerYear
            | Self::UnknownUnit
            | Self::UnitFromActual
            | Self::OtherCountWord
            | Self::SignInActual
            | Self::PercentagePoint => Severity::Note,
        }
    }
}

/// What reading a cell may look at besides the cell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The indicator's name: fills what the cell lacks, never overrides it.
    pub name: &'a str,
    /// The direction column (指标性质, 正向 / 反向 / ≥ …), where the form has one.
    pub direction: &'a str,
    /// The unit column (计量单位), where the form has one.
    pub unit: &'a str,
    /// The table's year.
    pub year: Option<u16>,
    /// The target's text, where an actual is read: which way it says, 增长 or 下降.
    pub target: &'a str,
}
