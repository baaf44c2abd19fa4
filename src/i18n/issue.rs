//! What there is to say about a cell: one sentence each, with what, where and what to do.

use super::{Language, fill, reading, term};
use crate::decimal::{Number, Ratio};
use crate::scoring::RowResult;
use crate::span::Span;
use crate::value::{Achieved, Issue, IssueKind, Value};

/// The most characters of a cell that a sentence quotes.
const QUOTED: usize = 20;

/// The sentence for an issue of the cell that holds `text`.
#[must_use]
pub fn issue(issue: &Issue, text: &str, language: Language) -> String {
    let (chinese, english) = sentences(&issue.kind);
    let (first, second) = details(&issue.kind, language);
    fill(
        language.pick(chinese, english),
        &[&quoted(issue.span, text), &first, &second],
    )
}

/// What to do about an actual that gives no score yet: a question for a band, or how to write it; nothing where there
/// is nothing to do. `found` is the gravest issue, `text` what is typed.
#[must_use]
#[rustfmt::skip]
pub fn actual(row: &RowResult, found: Option<&Issue>, text: &str, language: Language) -> Option<String> {
    let words = matches!(row.actual.value, Some(Achieved::Words(_)));
    let target = row.target.value.as_ref();
    let odd = found.is_some_and(|found| is_odd(&found.kind));
    let sentences = match (target, found) {
        (Some(Value::Words(_)), Some(_)) if odd => sentences(&IssueKind::BandNeeded),
        (Some(Value::Deadline(_)), Some(Issue { kind: IssueKind::DayNeeded, .. })) if words => wanted(target),
        (Some(_), Some(_)) if odd => wanted(target),
        _ => return found.map(|found| issue(found, text, language)),
    };
    Some(fill(language.pick(sentences.0, sentences.1), &[&quote(text.trim())]))
}

/// The sentence for an issue of an actual that holds `text`, with what its target wants.
#[must_use]
pub fn achieved(found: &Issue, target: Option<&Value>, text: &str, language: Language) -> String {
    if !is_odd(&found.kind) || matches!(target, Some(Value::Words(_))) {
        return issue(found, text, language);
    }
    let (chinese, english) = wanted(target);
    fill(language.pick(chinese, english), &[&quote(text.trim())])
}

/// Whether an actual is nothing that its target could be held against.
const fn is_odd(kind: &IssueKind) -> bool {
    matches!(kind, IssueKind::OtherKind | IssueKind::Unreadable)
}

/// What an actual should be that is nothing of the kind.
#[rustfmt::skip]
const fn wanted(target: Option<&Value>) -> (&'static str, &'static str) {
    match target {
        Some(Value::Deadline(_)) => whole(
            "“{0}”不是日期，请填写哪天完成，例如“12月20日”。",
            "“{0}” is no date; please enter the day of completion, for example “12月20日”."),
        _ => both(
            "“{0}”读不出是哪个数，请只填一个数；没有发生填 0。",
            "“{0}” cannot be read as one number; please enter one, or 0 if there was none."),
    }
}

/// A sentence about the target, where it does not stand at the target itself.
#[must_use]
pub fn target(found: &Issue, text: &str, language: Language) -> String {
    let sentence = issue(found, text, language);
    match found.kind {
        IssueKind::ComparatorAssumed { .. } | IssueKind::UnitFromActual => sentence,
        _ => [language.pick("指标值：", "Target: "), &sentence].concat(),
    }
}

/// The part of the text that the issue is about, cut to a readable length; all of it where the part is empty.
fn quoted(span: Span, text: &str) -> String {
    let part = span.of(text).trim();
    quote(if part.is_empty() { text.trim() } else { part })
}

/// A text of a cell cut to a readable length.
pub(super) fn quote(text: &str) -> String {
    cut(text, QUOTED)
}

/// A text cut to so many characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => {
            let mut cut = text.get(..end).unwrap_or_default().to_owned();
            cut.push('…');
            cut
        }
        None => text.to_owned(),
    }
}

/// What stands in the slots `{1}` and `{2}`.
fn details(kind: &IssueKind, language: Language) -> (String, String) {
    match kind {
        IssueKind::WhichDay { suggested: day } | IssueKind::SpreadsheetDate { day } => {
            (reading::day(*day, language), String::new())
        }
        IssueKind::ComparatorAssumed { suggested } => (
            suggested.map(term::sign).unwrap_or_default().to_owned(),
            String::new(),
        ),
        IssueKind::Misread { suggested: text } | IssueKind::OfferedFromName { text } => {
            (text.as_ref().to_owned(), String::new())
        }
        IssueKind::ShareOrPercent { number } => {
            let hundredfold = Ratio::of(*number)
                .checked_mul(Ratio::of(Number::HUNDRED))
                .and_then(|product| product.exact(6))
                .unwrap_or(*number);
            (number.text(), hundredfold.text())
        }
        IssueKind::WhichUnit { readings, .. } => {
            let [one, other] = readings;
            (one.as_ref().to_owned(), other.as_ref().to_owned())
        }
        IssueKind::Late { until, days } => (
            reading::day(*until, language),
            days.map(|days| {
                fill(
                    language.pick(" {0} 天", " (days: {0})"),
                    &[&days.to_string()],
                )
            })
            .unwrap_or_default(),
        ),
        IssueKind::ShareOutsideBand { low, high } => {
            let template = if *high == Number::HUNDRED {
                language.pick("不超过 {0}%", "at most {0}%")
            } else {
                language.pick("低于 {0}%", "below {0}%")
            };
            (low.text(), fill(template, &[&high.text()]))
        }
        IssueKind::Blank
        | IssueKind::Placeholder
        | IssueKind::Unreadable
        | IssueKind::TemplateGap
        | IssueKind::ConflictingComparators
        | IssueKind::TooManyDigits
        | IssueKind::EmptyRange
        | IssueKind::NoSuchDay
        | IssueKind::NoYear
        | IssueKind::DeadlineAssumed
        | IssueKind::FromName
        | IssueKind::NameConflict
        | IssueKind::Approximate
        | IssueKind::WordsLeftOut
        | IssueKind::MultiplierFromTarget
        | IssueKind::WithoutMultiplier
        | IssueKind::PerYear
        | IssueKind::TallyUnfit
        | IssueKind::UnknownUnit
        | IssueKind::UnitFromActual
        | IssueKind::OtherDimension
        | IssueKind::OtherCountWord
        | IssueKind::SignInActual
        | IssueKind::OtherDirection
        | IssueKind::OtherKind
        | IssueKind::AboveHundred
        | IssueKind::BeforeStart
        | IssueKind::BandNeeded
        | IssueKind::DayNeeded
        | IssueKind::DeductionNeeded
        | IssueKind::PercentagePoint => (String::new(), String::new()),
    }
}

/// What only other targets and policies than the example's can bring up, which are all that the small program holds.
const fn whole(chinese: &'static str, english: &'static str) -> (&'static str, &'static str) {
    if crate::WHOLE {
        (chinese, english)
    } else {
        ("", "")
    }
}

/// Chinese, and English where it is built in.
const fn both(chinese: &'static str, english: &'static str) -> (&'static str, &'static str) {
    (chinese, if super::ENGLISH { english } else { "" })
}

/// Chinese and English; `{0}` is the part of the cell that is meant.
#[rustfmt::skip]
const fn sentences(kind: &IssueKind) -> (&'static str, &'static str) {
    match kind {
        IssueKind::Blank => both("此格为空，请填写。",
            "This cell is empty; please fill it in."),
        IssueKind::Placeholder => both("“{0}”只是占位符，请填写具体内容。",
            "“{0}” is only a placeholder; please enter the actual content."),
        IssueKind::Unreadable => both("“{0}”看不出是哪一个数值、区间、日期或文字要求，请改写，例如“≥95%”“3-5个”“6月15日前”。",
            "“{0}” cannot be read as one number, range or date, or as words; please rewrite it, for example as “≥95%”, “3-5个” or “6月15日前”."),
        IssueKind::TemplateGap => both("“{0}”是表格模板里未填的空缺，请补上数值。",
            "“{0}” is a gap left open in the form's template; please put in the figure."),
        IssueKind::ConflictingComparators => both("“{0}”里的比较符重复或互相矛盾，请只保留一个。",
            "The comparators in “{0}” repeat or contradict each other; please keep one."),
        IssueKind::TooManyDigits => both("“{0}”位数过多，小数点前最多 15 位、后最多 6 位，请改短。",
            "“{0}” has too many digits; at most 15 before and 6 after the point, please shorten it."),
        IssueKind::EmptyRange => both("区间“{0}”的下限高于上限，请核对两端的数。",
            "The lower edge of the range “{0}” is above its upper edge; please check both."),
        IssueKind::NoSuchDay => both("日历上没有“{0}”这一天，请核对日期。",
            "There is no such day as “{0}”; please check the date."),
        IssueKind::NoYear => both("“{0}”没有年份，表头也没有看得懂的年度；请在表头填写年度，例如“2022”，或在此写明年份。",
            "“{0}” has no year, nor has the header one that can be read; please enter it there, for example “2022”, or write the year here."),
        IssueKind::WhichDay { .. } => both("“{0}”没有写明截止到哪一天，请写明日期；是否为 {1}？",
            "“{0}” does not say which day is the last; please write the date. Is it {1}?"),
        IssueKind::SpreadsheetDate { .. } => both("“{0}”可能是日期 {1}；如果是，请改写为日期。",
            "“{0}” may be the date {1}; if so, please write it as one."),
        IssueKind::ComparatorAssumed { suggested: Some(_) } => whole("指标值没有比较符，按“=”读取；从名称或指标性质看可能是“{1}”，请确认。",
            "The target has no comparator and is read as “=”; its name or direction suggests “{1}”, please confirm."),
        IssueKind::ComparatorAssumed { suggested: None } => whole("指标值没有比较符，按“=”读取；请确认是“≥”“≤”还是“=”。",
            "The target has no comparator and is read as “=”; please confirm whether “≥”, “≤” or “=” is meant."),
        IssueKind::DeadlineAssumed => whole("“{0}”按截止日期读取，当日完成也算按期；如不是这个意思，请改写。",
            "“{0}” is read as “on or before”; please rewrite it if something else is meant."),
        IssueKind::Misread { .. } => whole("“{0}”可能是“{1}”之误，请与原表核对。",
            "“{0}” may be a misprint of “{1}”; please check the original table."),
        IssueKind::ShareOrPercent { .. } => both("“{0}”是指 {1}% 还是 {2}%？请选定其一。",
            "Does “{0}” mean {1}% or {2}%? Please choose one."),
        IssueKind::FromName => whole("比较符或计量单位取自指标名称；如不符，请在此格写明。",
            "The comparator or unit is taken from the indicator's name; if it does not fit, please write it in this cell."),
        IssueKind::NameConflict => whole("此格的比较符或计量单位与指标名称里的不同，以此格为准；请核对。",
            "The comparator or unit here differs from the one in the indicator's name; this cell counts, please check."),
        IssueKind::OfferedFromName { .. } => whole("此格为空，而指标名称里有“{1}”；如果这就是指标值，请填入此格。",
            "This cell is empty, but the indicator's name holds “{1}”; if that is the target, please enter it here."),
        IssueKind::Approximate => both("“{0}”只是约数，按所写的数计算；请核对。",
            "“{0}” is only approximate; the number is used as written, please check."),
        IssueKind::WordsLeftOut => both("只读取了数值，其余文字不计入；请核对“{0}”。",
            "Only the number is read and the words around it are left out; please check “{0}”."),
        IssueKind::MultiplierFromTarget => whole("“{0}”没有写“万”，按指标值的单位读取；请核对。",
            "“{0}” is read in the target's unit, its ten thousands included; please check."),
        IssueKind::WithoutMultiplier => whole("“{0}”没有写“万”，按不带“万”的数读取；请核对。",
            "“{0}” is read as it stands, without the target's ten thousands; please check."),
        IssueKind::WhichUnit { .. } => both("“{0}”是“{1}”还是“{2}”？请写明单位。",
            "Does “{0}” mean “{1}” or “{2}”? Please write the unit."),
        IssueKind::UnknownUnit => both("“{0}”不是常见的计量单位，按原样使用、不作换算；请核对。",
            "“{0}” is not a known unit; it is used as it stands and not converted, please check."),
        IssueKind::UnitFromActual => whole("指标值没有计量单位，采用实际完成值的单位；请核对。",
            "The target has no unit, so the unit of the actual value is used; please check."),
        IssueKind::OtherDimension => both("“{0}”与指标值的计量单位不是同一类，无法比较；请改用指标值的单位。",
            "The unit of “{0}” cannot be converted into the target's; please use the target's unit."),
        IssueKind::OtherCountWord => both("“{0}”与指标值的量词不同，只比较数值、不作换算；请核对。",
            "“{0}” uses another count word than the target; only the numbers are compared, please check."),
        IssueKind::PerYear => both("“{0}”与指标值只有一个写明“每年”，都按全年的数比较；请核对。",
            "Only one of “{0}” and the target is per year; both are taken as the year's, please check."),
        IssueKind::SignInActual => both("“{0}”里的比较符不计入，实际完成值请只填完成了多少。",
            "The comparator in “{0}” is left out; please enter only what was achieved."),
        IssueKind::OtherDirection => both("“{0}”的方向与指标值不同；请填写实际数值，增减须与指标值同向，反向时填 0。",
            "“{0}” goes another way than the target; please enter the number itself, growth or decline in the target's direction, or 0 if it went the other way."),
        IssueKind::OtherKind => both("“{0}”与指标值不是同一类内容；请填写同类的，或选定档次。",
            "“{0}” is of another kind than the target; please enter one of its kind, or choose a band."),
        IssueKind::AboveHundred => both("“{0}”超过了 100%，请核对后重填。",
            "“{0}” is above 100%; please check it and enter it again."),
        IssueKind::BeforeStart => whole("“{0}”早于指标值的起始日，请核对；无误请选定档次。",
            "“{0}” is before the target's first day; please check it, or choose a band if it is right."),
        IssueKind::BandNeeded => both("“{0}”不能直接计分，请选定档次。",
            "“{0}” gives no score by itself; please choose a band."),
        IssueKind::DayNeeded => whole("从“{0}”看不出是哪一天完成的，请写明。",
            "“{0}” does not tell the day of completion; please enter it."),
        IssueKind::Late { .. } => whole("“{0}”比期限（{1}）晚{2}，请选定档次。",
            "“{0}” is past the deadline of {1}{2}; please choose a band."),
        IssueKind::TallyUnfit => whole("统计得出的是百分数（赋分法、五级均值也可以是分），不能与指标值比较；指标值以分计的可改统计方法，否则请去掉统计直接填写。",
            "A tally gives a percentage (points and five-point means also points), which cannot be held against the target; for a target in points please change the method, else remove the tally and enter the actual value."),
        IssueKind::ShareOutsideBand { .. } => both("档内得分比例不在所选档次之内，须不低于 {1}%、{2}，请改正。",
            "The share lies outside the chosen band; it must be at least {1}% and {2}, please correct it."),
        IssueKind::DeductionNeeded => whole("超额完成按本评分办法要扣分，请填写扣几分（不小于 0 的数）。",
            "This policy takes points off for over-fulfilment; please enter how many (a number of at least 0)."),
        IssueKind::PercentagePoint => whole("指标名称里没有“增长”“提高”或“下降”，“百分点”不当作“%”；请核对单位。",
            "The name says neither growth nor rise nor fall, so percentage points are not taken as %; please check the unit."),
    }
}
