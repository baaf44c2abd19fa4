//! Looks for the one number or date that a cell is about.
//!
//! Decides what the whole text is, or, where words stand before it (`群众满意度≥95%`), what stands behind them.
//! Words are only passed over where a sign, or the indicator's name, shows that the number is the value.

mod before;

use super::super::amount::{self, Amount, Measure, Miss, Size};
use super::super::change::{self, Change};
use super::super::date::{self, Date, Grain, Mark, Style};
use super::super::sign::{self, Lead, Signed};
use super::super::text::is_han;
use super::super::unit::Dimension;
use super::super::{Context, Day, IssueKind, name, numeral};
use super::interval;
use crate::decimal::{Number, whole};
use crate::value::within::has;
use before::{is_negated, is_plain, is_scan, named, own_figures};

/// What a text holds.
pub(super) enum Found {
    /// A day, month, year or span of time.
    Date(Date),
    /// A number or a range.
    Amount(Amount, Size),
}

impl Found {
    /// Whether words were left out, or two numbers are there.
    pub(super) const fn is_loose(&self) -> bool {
        match self {
            Self::Date(date) => date.left_out,
            Self::Amount(amount, size) => amount.left_out || matches!(size, Size::Two(..)),
        }
    }
}

/// Most characters before the number that are passed over.
const MAX_BEFORE: usize = 40;

/// What is known about the cell beside its text.
#[derive(Clone, Copy)]
pub(super) struct Finder<'a> {
    /// Brackets stood around the text.
    pub bracketed: bool,
    /// Whether a day is awaited; where nobody says, the name does.
    pub dated: Option<bool>,
    /// Whether the text holds 年, 月 or the like.
    pub may_date: bool,
    /// The name and the form's columns.
    pub context: &'a Context<'a>,
}

impl Finder<'_> {
    fn is_dated(&self) -> bool {
        self.dated
            .unwrap_or_else(|| name::sense(self.context.name).is_dated())
    }

    /// Finds the value; `Err(None)` where the text is neither a number nor a date.
    pub(super) fn find(self, body: &str) -> Result<Found, Option<IssueKind>> {
        if let Some(found) = self.as_date(body)? {
            return Ok(Found::Date(found));
        }
        match amount::read(body) {
            Ok((amount, size)) => {
                if let Some(kind) = self.doubtful(&amount, &size, body) {
                    return Err(Some(kind));
                }
                Ok(Found::Amount(amount, size))
            }
            Err(Miss::No) => match interval::chained(body) {
                Some(Ok((amount, size))) => Ok(Found::Amount(amount, size)),
                Some(Err(miss)) => Err(problem(miss)),
                None => {
                    let found = self.of_year(body).or_else(|| self.bracketed(body));
                    found.map_or_else(|| self.inside(body), Ok)
                }
            },
            Err(miss) => Err(problem(miss)),
        }
    }

    /// The whole text as a date; an error where it may be a number as well.
    fn as_date(self, body: &str) -> Result<Option<Date>, Option<IssueKind>> {
        // 2022 on 完成时间, but 2000 on 服务时间(小时)
        if body.len() == 4 && self.is_dated() && date::read(body).is_none() {
            let date = date::read(&[body, "年"].concat());
            return Ok(date.filter(|date| self.is_near(date.until.year)));
        }
        // 12/31 where a day is awaited
        if let Some((month, rest)) = body.split_once('/')
            && self.is_dated()
            && month.len() <= 2
        {
            return Ok(date::read(&[month, "月", rest].concat()).filter(|date| !date.left_out));
        }
        let sign = body.trim_start_matches(&['≤', '<', '='][..]);
        let figures = sign.bytes().take_while(u8::is_ascii_digit).count();
        let point = sign.as_bytes().get(figures);
        let pointed = figures == 4 && matches!(point, Some(b'.' | b'-' | b'/'))
            || figures == 8
            || figures == 6 && self.is_dated();
        if !pointed && !self.may_date {
            return Ok(None);
        }
        let Some(date) = date::read(body) else {
            return Ok(None);
        };
        if body.contains(&['年', '月', '日', '号', '季', '底', '末', '前'][..]) {
            return Ok(Some(date));
        }
        // Only figures and points: a number may look the same, and words behind it may be its unit.
        match date.until.style {
            _ if date.left_out => Ok(None),
            Style::Compact | Style::Dotted if date.from.is_some() => Ok(Some(date)),
            Style::Compact => Ok(self.is_dated().then_some(date)),
            Style::Dotted if matches!(date.until.grain, Grain::Month(_)) => self.dotted(date),
            _ => Ok(Some(date)),
        }
    }

    /// Whether a bare year is one that a deadline may have: about the table's own, where no unit is named.
    fn is_near(self, year: Option<u16>) -> bool {
        let Context { name, unit, .. } = self.context;
        let near = year
            .zip(self.context.year)
            .is_none_or(|(a, b)| a.abs_diff(b) < 20);
        near && unit.is_empty() && name::hint(name).is_none()
    }

    /// `2022.12`: a month or a number.
    fn dotted(self, date: Date) -> Result<Option<Date>, Option<IssueKind>> {
        let Context { name, unit, .. } = self.context;
        if self.is_dated() {
            return Ok(Some(date));
        }
        if date.mark != Mark::Bare || !unit.is_empty() || name::sense(name).is_amount() {
            return Ok(None);
        }
        if name.is_empty() {
            return Ok(Some(date));
        }
        let days = date.until.days(date.until.year.unwrap_or_default());
        Err(days.map(|(_, day)| IssueKind::SpreadsheetDate { day }))
    }

    /// Why a legible amount is not taken: it may be a date, an account's negative number, or years.
    fn doubtful(self, amount: &Amount, size: &Size, body: &str) -> Option<IssueKind> {
        if amount.comparator.is_some() || !self.context.unit.is_empty() {
            return None;
        }
        match size {
            Size::One(measure) if measure.unit.is_none() && measure.times == 1 => {
                if self.bracketed {
                    return Some(IssueKind::Unreadable);
                }
                let day = self
                    .is_dated()
                    .then(|| serial(measure.number).or_else(|| self.month_and_day(body)))
                    .flatten();
                day.map(|day| IssueKind::SpreadsheetDate { day })
            }
            Size::Two(low, high, None) => {
                let years = amount::is_year(low.number) && amount::is_year(high.number);
                // 5.1-10.31 on 施工时间 may be two days.
                let days = || self.is_dated() && name::hint(self.context.name).is_none();
                (years || days()).then_some(IssueKind::Unreadable)
            }
            _ => None,
        }
    }

    /// `12.31` where a day is awaited.
    fn month_and_day(self, body: &str) -> Option<Day> {
        let awaited = self.dated == Some(true) || name::sense(self.context.name).awaits_day();
        let (month, day) = body.split_once('.').filter(|(_, day)| day.len() <= 2)?;
        let day = Day::new(self.context.year?, whole(month)?, whole(day)?);
        day.filter(|_| awaited && name::hint(self.context.name).is_none())
    }

    /// 2022年100%, 年底达到95%: the figure of the table's year.
    fn of_year(self, body: &str) -> Option<Found> {
        let (moment, rest) = date::moment(body.strip_prefix(&['到', '至'][..]).unwrap_or(body))?;
        let ours = match moment.year {
            None => moment.end,
            year => year == self.context.year,
        };
        // 年底前达到95%, but 2022年前5个月
        let figure = |rest: &&str| !rest.starts_with(|c: char| c.is_ascii_digit());
        let rest = rest.strip_prefix('前').filter(figure).unwrap_or(rest);
        let rest = rest.trim_start_matches(&[':', ','][..]);
        // 2022年6 on 竣工时间 is a month.
        let dated = rest.starts_with(|c: char| c.is_ascii_digit()) && self.is_dated();
        if !ours || moment.grain != Grain::Year || dated {
            return None;
        }
        let found = amount::read(rest).map(|(amount, size)| Found::Amount(amount, size));
        match found.or_else(|_| self.inside(rest)).ok()? {
            Found::Amount(mut amount, size) => {
                amount.left_out = true;
                Some(Found::Amount(amount, size))
            }
            Found::Date(_) => None,
        }
    }

    /// The value in brackets or after a comma behind words: 全覆盖(100%), 合格,95%, 已完成(12月20日).
    fn bracketed(self, body: &str) -> Option<Found> {
        let inner = body.strip_suffix(')').and_then(|body| body.split_once('('));
        let (words, inside) = inner.or_else(|| body.split_once(','))?;
        if !is_plain(words) || is_negated(words) {
            return None;
        }
        if let Some(mut date) = self.as_date(inside).ok()? {
            date.left_out = true;
            return (date.until.grain != Grain::Year || date.until.end)
                .then_some(Found::Date(date));
        }
        let (mut amount, size) = amount::read(inside).ok()?;
        let sure = (amount.comparator.is_some() || has_unit(&size)) && !amount.left_out;
        amount.left_out = true;
        (sure && !amount.unknown).then_some(Found::Amount(amount, size))
    }

    /// The value behind words.
    fn inside(self, body: &str) -> Result<Found, Option<IssueKind>> {
        let mut passed = 0;
        for (at, c) in body.char_indices().take(MAX_BEFORE) {
            let (before, rest) = body.split_at_checked(at).unwrap_or_default();
            if c.is_ascii_digit() && at >= passed {
                let own = own_figures(before, rest);
                passed = if own > 0 { at + own } else { passed };
            }
            if at < passed {
                continue;
            }
            if c == ':' {
                let rest = rest.get(1..).unwrap_or_default();
                return self.behind_colon(rest);
            }
            if c.is_ascii_digit() || c == '±' || rest.starts_with("百分之") {
                return self.at_number(before, rest, passed);
            }
            // 增长一倍
            if numeral::digit(c).is_some()
                && change::of(before).is_some()
                && let Ok(found) = self.at_number(before, rest, passed)
            {
                return Ok(found);
            }
            if at > 0
                && !is_scan(before, rest)
                && let Some(symbol) = signed(rest)
            {
                if let Some(mut date) = self.as_date(rest)? {
                    date.left_out = true;
                    return Ok(Found::Date(date));
                }
                match amount::read(rest) {
                    Ok((mut amount, size)) if symbol || !is_negated(before) => {
                        amount.left_out = true;
                        return Ok(Found::Amount(amount, size));
                    }
                    Err(miss) if miss != Miss::No && (symbol || !is_negated(before)) => {
                        return Err(problem(miss));
                    }
                    _ => {}
                }
            }
            let roman = ('\u{2160}'..='\u{217F}').contains(&c);
            if !is_han(c) && !c.is_ascii_alphabetic() && !roman && !has("()\"、-/<>=≤≥.&", c) {
                break;
            }
        }
        Err(None)
    }

    /// `目标值:≥95%`.
    fn behind_colon(self, rest: &str) -> Result<Found, Option<IssueKind>> {
        if let Some(mut date) = self.as_date(rest)? {
            date.left_out = true;
            return Ok(Found::Date(date));
        }
        match amount::read(rest) {
            Ok((mut amount, size)) => {
                amount.left_out = true;
                Ok(Found::Amount(amount, size))
            }
            Err(miss) => Err(problem(miss)),
        }
    }

    /// A number behind words: taken where a sign follows it, the name speaks of the words, or they are a few plain
    /// words and the number has a known unit (完成培训5次); figures of a word's own are `passed`.
    fn at_number(
        self,
        before: &str,
        rest: &str,
        passed: usize,
    ) -> Result<Found, Option<IssueKind>> {
        if before.is_empty() || is_negated(before) {
            return Err(None);
        }
        if let Some(mut date) = self.as_date(rest)? {
            if ["次年", "翌年", "明年"]
                .iter()
                .any(|next| before.ends_with(next))
            {
                let year = self.context.year.ok_or(IssueKind::NoYear)?;
                date.until.year = Some(year + 1);
                date.left_out |= before.len() > 6;
                return Ok(Found::Date(date));
            }
            let meant = date.mark != Mark::Bare || date.until.end || date.from.is_some();
            if meant || before.ends_with(&['于', '在'][..]) || named(before, self.context) {
                date.left_out = true;
                return Ok(Found::Date(date));
            }
            return Err(None);
        }
        match amount::read(rest) {
            Ok((mut amount, size)) => {
                let enough = before.chars().count() >= 2;
                let acid = ["pH", "PH", "pH值", "PH值"];
                let acid = acid.iter().any(|acid| before.ends_with(acid));
                // 宽3.5米, 验收合格后20天
                let side = matches!(before, "长" | "宽" | "高" | "厚" | "深");
                let side = side && measures(&size, &[Dimension::Length]);
                let times = [Dimension::Time, Dimension::Workday, Dimension::Month];
                let since =
                    before.strip_suffix('后').is_some_and(is_plain) && measures(&size, &times);
                let taken = amount.comparator.is_some() && enough
                    || acid
                    || side
                    || since
                    || named(before, self.context);
                let sized = has_unit(&size)
                    || change::of(before) == Some(Change::To)
                    || before.ends_with(&['率', '数', '量', '值', '次', '例', '度', '比'][..]);
                amount.reach |= before.ends_with('达') || before.ends_with("达到");
                let plain = before.get(passed..).unwrap_or_default();
                if taken || is_plain(plain) && !amount.unknown && sized {
                    amount.left_out = true;
                    return Ok(Found::Amount(amount, size));
                }
                Err(None)
            }
            Err(miss) => Err(problem(miss)),
        }
    }
}

/// What to say about an amount that is not one.
pub(super) const fn problem(miss: Miss) -> Option<IssueKind> {
    match miss {
        Miss::No => None,
        Miss::TooMany => Some(IssueKind::TooManyDigits),
        Miss::Conflict => Some(IssueKind::ConflictingComparators),
        Miss::Empty => Some(IssueKind::EmptyRange),
    }
}

/// The day of a spreadsheet's number for the years 2000–2050.
fn serial(number: Number) -> Option<Day> {
    let serial = u32::try_from(number.mantissa()).ok()?;
    let plausible = number.scale() == 0 && (36_526..=55_153).contains(&serial);
    Day::of_spreadsheet(serial).filter(|_| plausible)
}

/// Whether a comparator starts here; whether it is a sign rather than a word.
fn signed(text: &str) -> Option<bool> {
    match sign::symbols(text) {
        Signed::Nothing => matches!(
            sign::lead(text),
            Some((
                Lead::Less | Lead::More | Lead::Not | Lead::Sign(_) | Lead::Within | Lead::Per,
                _
            ))
        )
        .then_some(false),
        _ => Some(true),
    }
}

/// Whether a number measures one of some things.
fn measures(size: &Size, of: &[Dimension]) -> bool {
    let (Size::One(Measure { unit, .. }) | Size::Two(_, _, unit)) = size;
    unit.as_ref()
        .is_some_and(|unit| unit.per.is_none() && of.contains(&unit.upper.dimension))
}

/// Whether a number has a unit.
const fn has_unit(size: &Size) -> bool {
    match size {
        Size::One(measure) => measure.unit.is_some(),
        Size::Two(_, _, unit) => unit.is_some(),
    }
}
