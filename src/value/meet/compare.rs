//! The comparisons themselves: numbers in one unit, a date against a day, words against words.

use std::cmp::Ordering;

use super::{Outcome, Side, Timing, Verdict, WordsMatch};
use crate::WHOLE;
use crate::decimal::{Number, Ratio};
use crate::value::text::Text;
use crate::value::unit::{
    Conversion, Dimension, PERCENT, Simple, Unit, Word, base, convert, recurs,
};
use crate::value::within::has;
use crate::value::{
    Comparator, Context, Day, Deadline, IssueKind, Quantity, Range, When, Words, WordsKind, change,
    name, numeral,
};

/// An actual in the target's unit.
pub(super) struct Held {
    typed: Number,
    actual: Ratio,
    converted: bool,
    pub(super) notice: Option<IssueKind>,
}

impl Held {
    /// A number, by a factor where it needs one.
    fn new(
        typed: Number,
        factor: Option<Ratio>,
        notice: Option<IssueKind>,
    ) -> Result<Self, IssueKind> {
        let own = Ratio::of(typed);
        let actual = match factor {
            Some(factor) => own.checked_mul(factor).ok_or(IssueKind::TooManyDigits)?,
            None => own,
        };
        let converted = factor.is_some() && actual.compare(own) != Some(Ordering::Equal);
        Ok(Self {
            typed,
            actual,
            converted,
            notice,
        })
    }
}

/// Brings an actual into the target's unit, unless it may be a share; `about` is the target's number.
pub(super) fn held(
    (target, about): (Option<&Unit>, Number),
    typed: Number,
    unit: Option<&Unit>,
    context: &Context<'_>,
) -> Result<Held, IssueKind> {
    if let Some(kind) = share_or_percent((target, about), typed, unit, context) {
        return Err(kind);
    }
    let conversion = match (unit, target) {
        (None, Some(to)) => return bare(to, about, typed),
        // 96% against 0.95 on 合格率; 96 would be one of two.
        (None, None) if is_share(about, context) == Some(true) && typed > Number::ONE => {
            return Err(IssueKind::OtherDimension);
        }
        (Some(unit), None) if *unit == PERCENT && is_share(about, context).is_some() => {
            // 8% may be meant against 0.95 %, 96% may not.
            let ten = Ratio::of(about).checked_mul(Ratio::of(Number::from_int(10)));
            let hundredth = ten
                .filter(|ten| Ratio::of(typed).compare(*ten).is_some_and(Ordering::is_ge))
                .and(Ratio::of_ints(1, 100));
            hundredth.ok_or(IssueKind::OtherDimension)?;
            return Held::new(typed, hundredth, Some(IssueKind::UnitFromActual));
        }
        (None, None) => Conversion::Same,
        (Some(unit), None) if unit.upper.dimension == Dimension::Unnamed => convert(unit, &UNNAMED),
        (Some(_), None) => {
            return Held::new(typed, None, Some(IssueKind::UnitFromActual));
        }
        // 86% against 提高5个百分点 is a level.
        (Some(from), Some(to))
            if to.upper.dimension == Dimension::PercentagePoint
                && multiple(typed, about, 10).is_ge() =>
        {
            convert(from, to)
        }
        (Some(from), Some(to)) => conversion(from, to, context),
    };
    let (factor, notice) = match conversion {
        Conversion::Same => (None, None),
        Conversion::Factor(factor) => (Some(factor), None),
        Conversion::OtherCountWord(factor) => (Some(factor), Some(IssueKind::OtherCountWord)),
        Conversion::PerYear(factor) => (Some(factor), Some(IssueKind::PerYear)),
        Conversion::Unnamed(factor) => {
            let unnamed = |unit: &&Unit| unit.upper.dimension == Dimension::Unnamed;
            let notice = target.filter(unnamed).map(|_| IssueKind::UnitFromActual);
            (Some(factor), notice)
        }
        Conversion::OtherDimension => return Err(IssueKind::OtherDimension),
    };
    Held::new(typed, factor, notice)
}

/// A number without a unit takes the target's.
///
/// 万 in `6万人` belongs to the number, not to the unit: 60000 is read as 人. A figure of the same size as the
/// one printed, such as 6.2, was meant in 万人; both is said, and 80 is asked about. 万元 is a unit of its own, but a
/// sum of a hundred times the target's or a thousandth of it was hardly meant in it.
fn bare(target: &Unit, about: Number, typed: Number) -> Result<Held, IssueKind> {
    let times = target.upper.times();
    let above = |times| about.is_positive() && multiple(typed, about, times).is_ge();
    let below = |times| typed.is_positive() && multiple(about, typed, times).is_ge();
    // 12 against 1次/月 may be the year's.
    let often = |per: &Simple| WHOLE && recurs(per) && above(3);
    if target.per.as_ref().is_some_and(|per| often(per)) {
        let unit = target.text();
        let readings = [&*target.upper.word, &unit];
        let readings = readings.map(|unit| [&*typed.text(), unit].concat().into());
        let number = typed;
        return Err(IssueKind::WhichUnit { number, readings });
    }
    if target.upper.dimension == Dimension::Money {
        let units = match times {
            // 13000 against 1.2亿元 are 万元 rather than 元.
            100_000_000 if above(10_000_000) => ["元", "亿元"],
            100_000_000 if above(100) => ["万元", "亿元"],
            10_000 if above(100) => ["元", "万元"],
            10_000 if below(1000) => ["万元", "亿元"],
            1 if below(1000) => ["元", "万元"],
            _ => return Held::new(typed, None, None),
        };
        return Err(which(target, typed, units));
    }
    if times > 1 && !typed.is_zero() {
        let word = base(&target.upper);
        let whole = typed.scale() == 0 && !word.is_empty();
        // 11500 against 1.2亿立方米 are 万立方米 rather than 立方米.
        if WHOLE && times == 100_000_000 && above(100) && !above(10_000_000) {
            let smaller = ["万", word].concat();
            return Err(which(target, typed, [&smaller, &target.upper.word]));
        }
        let (factor, notice) = if multiple(typed, about, 100).is_gt() {
            (Ratio::of_ints(1, times), IssueKind::WithoutMultiplier)
        } else if whole && (above(10) || below(10)) {
            return Err(which(target, typed, [word, &target.upper.word]));
        } else {
            (None, IssueKind::MultiplierFromTarget)
        };
        return Held::new(typed, factor, Some(notice));
    }
    Held::new(typed, None, None)
}

/// Asks in which of two units a bare number was meant.
fn which(target: &Unit, number: Number, units: [&str; 2]) -> IssueKind {
    let per = target.per.as_ref().map(|per| ["/", &per.word].concat());
    let per = per.unwrap_or_default();
    let readings = units.map(|unit| [&*number.text(), unit, &per].concat().into());
    IssueKind::WhichUnit { number, readings }
}

/// How a number stands to so many times another one.
fn multiple(number: Number, other: Number, times: u64) -> Ordering {
    let product = Ratio::of_ints(times, 1).and_then(|times| times.checked_mul(Ratio::of(other)));
    let order = product.and_then(|product| Ratio::of(number).compare(product));
    order.unwrap_or(Ordering::Less)
}

/// No unit at all.
const UNNAMED: Unit = Unit {
    upper: Simple {
        word: Word::Known(""),
        dimension: Dimension::Unnamed,
        factor: (1, 1),
    },
    per: None,
};

/// Units convert; 百分点 is % where the target or the name speaks of growth or decline, and 度 is ℃ where it speaks of 温.
fn conversion(from: &Unit, to: &Unit, context: &Context<'_>) -> Conversion {
    let degrees = |unit: &Unit| matches!(&*unit.upper.word, "度" | "℃") && unit.per.is_none();
    if degrees(from) && degrees(to) && has(context.name, '温') {
        return Conversion::Same;
    }
    let point = |unit: &Unit| unit.upper.dimension == Dimension::PercentagePoint;
    let changes = || name::sense(context.name).is_change() || change::of(context.target).is_some();
    if point(from) == point(to) || !changes() {
        return convert(from, to);
    }
    let percent = |unit: &Unit| if point(unit) { PERCENT } else { unit.clone() };
    convert(&percent(from), &percent(to))
}

/// A bare 0 < x ≤ 1 against at least 10 %: x % or 100·x %?
fn share_or_percent(
    (target, about): (Option<&Unit>, Number),
    number: Number,
    unit: Option<&Unit>,
    context: &Context<'_>,
) -> Option<IssueKind> {
    let share = number.is_positive() && number <= Number::ONE;
    if unit.is_some() || !share {
        return None;
    }
    let percent = match target {
        // 0.92 against ≥90分; the example has no target in points.
        Some(unit) if WHOLE && &*unit.upper.word == "分" && unit.per.is_none() => {
            let hundred = numeral::product(number, 100)?;
            let readings = [number, hundred].map(|number| [&*number.text(), "分"].concat().into());
            let ten = multiple(about, Number::ONE, 10).is_ge();
            return ten.then_some(IssueKind::WhichUnit { number, readings });
        }
        Some(unit) if unit.upper.dimension == Dimension::Percent && unit.per.is_none() => {
            let (up, down) = unit.upper.factor;
            Ratio::of(about).checked_mul(Ratio::of_ints(up.checked_mul(100)?, down)?)?
        }
        None if name::sense(context.name).is_rate() => Ratio::of(about),
        _ => return None,
    };
    let ten = percent.compare(Ratio::of(Number::from_int(10)))?;
    ten.is_ge().then_some(IssueKind::ShareOrPercent { number })
}

/// Whether a target without a unit is a share: 0.95 on 合格率, and 0.56 on a name that speaks of none; 0.5 on 失业率
/// may be 0.5 %.
fn is_share(about: Number, context: &Context<'_>) -> Option<bool> {
    let sense = name::sense(context.name);
    let small = about.is_positive() && about <= Number::ONE;
    (small && (sense.is_high_rate() || !sense.is_rate())).then(|| sense.is_rate())
}

/// An actual against one number.
pub(super) fn against(target: &Quantity, held: &Held) -> Option<Outcome> {
    let order = held.actual.compare(Ratio::of(target.number))?;
    let verdict = match (target.comparator, order) {
        (Comparator::Above | Comparator::Below, Ordering::Equal) => Verdict::AtLimit,
        (_, Ordering::Equal)
        | (Comparator::AtLeast | Comparator::Above | Comparator::Equal, Ordering::Greater)
        | (Comparator::AtMost | Comparator::Below, Ordering::Less) => Verdict::Met,
        _ => Verdict::NotMet,
    };
    Some(Outcome::Quantity {
        comparator: target.comparator,
        target: target.number,
        typed: held.typed,
        actual: held.actual,
        converted: held.converted,
        order,
        verdict,
    })
}

/// An actual against two edges.
pub(super) fn between(range: &Range, held: &Held) -> Option<Outcome> {
    let low = held.actual.compare(Ratio::of(range.low.number))?;
    let high = held.actual.compare(Ratio::of(range.high.number))?;
    let side = match (low, high) {
        (Ordering::Less, _) => Side::Below,
        (_, Ordering::Greater) => Side::Above,
        (Ordering::Equal, _) if !range.low.included => Side::AtLow,
        (_, Ordering::Equal) if !range.high.included => Side::AtHigh,
        _ => Side::Inside,
    };
    Some(Outcome::Range {
        low: range.low,
        high: range.high,
        typed: held.typed,
        actual: held.actual,
        converted: held.converted,
        side,
    })
}

/// A date against the last day in time; nothing where it is before the first one.
pub(super) fn timing(deadline: &Deadline, when: When) -> Option<Timing> {
    let until = deadline.until;
    let (first, last) = match when {
        When::Day(day) => (Some(day), Some(day)),
        When::Month { year, month } => (Day::new(year, month, 1), Day::last_of(year, month)),
        When::Year(year) => (Day::new(year, 1, 1), Day::last_of(year, 12)),
    };
    // The example has no span of time.
    if WHOLE && last < deadline.from {
        return None;
    }
    if last.is_some_and(|last| last <= until) {
        return Some(Timing::InTime);
    }
    if first.is_some_and(|first| first <= until) {
        return Some(Timing::DayNeeded);
    }
    let days = match when {
        When::Day(day) => day.ordinal().checked_sub(until.ordinal()),
        When::Month { .. } | When::Year(_) => None,
    };
    Some(Timing::Late { days })
}

/// Whether yes in other words answers a target: 是 does, and 已完成 for 完成, but not for 合格, nor for 按时完成.
fn answers(target: &str, words: &str) -> bool {
    let plain = |text: &str| text.len() <= "是".len();
    let last = |text: &str| text.trim_end_matches('。').chars().next_back();
    let timely = |text: &str| text.starts_with(['按', '如']);
    plain(target)
        || plain(words)
        || last(target) == last(words) && (timely(words) || !timely(target))
}

/// Which band an actual's words select.
pub(super) fn matched(target: &Words, words: &Words) -> WordsMatch {
    let same = || {
        let plain = |text| Text::new(text).plain;
        plain(&target.text) == plain(&words.text)
    };
    match (target.kind, words.kind) {
        _ if target.text == words.text || same() => WordsMatch::SameText,
        (WordsKind::Yes, WordsKind::Yes) if WHOLE && !answers(&target.text, &words.text) => {
            WordsMatch::Open
        }
        (WordsKind::Yes, WordsKind::Yes) | (WordsKind::No, WordsKind::No) => WordsMatch::SameAnswer,
        (WordsKind::Yes, WordsKind::No) | (WordsKind::No, WordsKind::Yes) => {
            WordsMatch::OppositeAnswer
        }
        (_, WordsKind::Band(band)) => WordsMatch::Band(band),
        _ => WordsMatch::Open,
    }
}
