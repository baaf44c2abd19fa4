//! 时限: which day a date makes the last one in time, and when something was done.
//!
//! 底 and 末 mean the last day; a bare date or month is a deadline, assumed; `11月前` asks. Source: field rules 1.

use super::date::{Date, Grain, Mark, Moment};
use super::{Context, Day, Deadline, IssueKind, When};

/// A date as a deadline, or the question to ask.
pub(super) fn target(date: &Date, context: &Context<'_>) -> Result<Deadline, IssueKind> {
    let (_, until) = days(date.until, context)?;
    if is_open(date) {
        return Err(IssueKind::WhichDay { suggested: until });
    }
    let from = match date.from {
        Some(from) => Some(days(from, context)?.0),
        None => None,
    };
    if from.is_some_and(|from| from > until) {
        return Err(IssueKind::EmptyRange);
    }
    Ok(Deadline {
        from,
        until,
        assumed: from.is_none() && date.mark == Mark::Bare && !date.until.end,
    })
}

/// When something was done, or the question to ask; of a span of time, its end.
///
/// 第三季度 is in time where its last month is, and too late where its first one is; else the day is asked.
pub(super) fn actual(
    date: &Date,
    until: Option<Day>,
    context: &Context<'_>,
) -> Result<When, IssueKind> {
    let (first, last) = days(date.until, context)?;
    if is_open(date) {
        return Err(IssueKind::WhichDay { suggested: last });
    }
    // 4月10日 against 次年3月底前: of which year?
    if let (Some(until), None) = (until, date.until.year) {
        let other = date.until.days(until.year);
        if other.is_none_or(|(_, other)| (other <= until) != (last <= until)) {
            return Err(IssueKind::DayNeeded);
        }
    }
    let Day { year, month, .. } = last;
    Ok(match date.until.grain {
        _ if date.until.end => When::Day(last),
        Grain::Day(..) => When::Day(last),
        Grain::Month(_) | Grain::Third(..) => When::Month { year, month },
        Grain::Year => When::Year(year),
        Grain::Half(_) | Grain::Quarter(_) => match until {
            Some(until) if last <= until => When::Month { year, month },
            Some(until) if first > until => When::Month {
                year,
                month: first.month,
            },
            _ => return Err(IssueKind::DayNeeded),
        },
    })
}

/// `11月前`, 月初: the last day is not said.
fn is_open(date: &Date) -> bool {
    let whole = date.until.end || matches!(date.until.grain, Grain::Day(..));
    date.until.vague || date.mark == Mark::Before && !whole
}

/// First and last day, with the table's year where none is written.
fn days(moment: Moment, context: &Context<'_>) -> Result<(Day, Day), IssueKind> {
    let year = moment.year.or(context.year).ok_or(IssueKind::NoYear)?;
    moment.days(year).ok_or(IssueKind::NoSuchDay)
}
