//! Reading cells: targets, actuals, plain numbers and amounts of money.
//!
//! Decides, for every text, between a value, a question and a refusal. Nothing legible is refused, nothing is
//! guessed: what is filled in, left out or assumed is said in the reading's issues. Source: field rules 1.

mod doubt;
mod fill;
mod find;
mod interval;

use super::amount::{self, Amount, Measure, Miss, Size};
use super::change;
use super::date::{self, Date};
use super::text::Text;
use super::trim::{Trimmed, trim};
use super::unit::{Conversion, Dimension, Unit, Word, convert, is_counted, read as units};
use super::{
    Achieved, Comparator, ComparatorSource, Context, Issue, IssueKind, Quantity, Reading, Value,
    Words, deadline, meet, name, numeral, words,
};
use crate::WHOLE;
use crate::decimal::{Number, Ratio};
use crate::span::Span;
use crate::value::within::{find, has, holds};
use find::{Finder, Found};

/// The longest plain text, in bytes, that is searched for a number; longer ones are prose.
const MAX_SEARCHED: usize = 512;

/// Reads a target cell (指标值).
///
/// ```
/// use jiping::value::{Context, parse::read_target};
/// let reading = read_target("不少于６万人", &Context::default());
/// assert_eq!(reading.value.map(|value| value.to_string()), Some("≥6万人".to_owned()));
/// ```
#[must_use]
pub fn read_target(text: &str, context: &Context<'_>) -> Reading<Value> {
    if let Some((amount, size)) = amount::simple(text) {
        let text = Text::simple(text);
        let mut reader = Reader::new(&text, context);
        let value = reader.quantity(amount, size);
        return reader.done(value);
    }
    let text = Text::new(text);
    let mut reader = Reader::new(&text, context);
    let value = reader.target();
    reader.done(value)
}

/// Reads an actual cell (实际完成值). A blank cell gives no value and the issue `Blank`: not reported.
///
/// Whether the unit fits the target is not decided here but in [`super::meet::hold`].
///
/// ```
/// use jiping::value::{Context, parse::read_actual};
/// let reading = read_actual("16人完成", None, &Context::default());
/// assert_eq!(reading.value.map(|value| value.to_string()), Some("16人".to_owned()));
/// ```
#[must_use]
pub fn read_actual(text: &str, target: Option<&Value>, context: &Context<'_>) -> Reading<Achieved> {
    if !matches!(target, Some(Value::Words(_)))
        && let Some((amount, size)) = amount::simple(text)
    {
        let text = Text::simple(text);
        let mut reader = Reader::new(&text, context);
        let value = reader.number(&amount, size, target);
        return reader.done(value);
    }
    let text = Text::new(text);
    let mut reader = Reader::new(&text, context);
    let value = reader.actual(target);
    reader.done(value)
}

/// Reads a plain number (a weight, a count): figures of any width, thousand separators, Chinese numerals,
/// 万 and 亿; 分 and % behind it are passed over.
#[must_use]
pub fn read_number(text: &str) -> Reading<Number> {
    let text = Text::new(text);
    let context = Context::default();
    let mut reader = Reader::new(&text, &context);
    let value = reader.plain().and_then(|measure| {
        let points = |unit: &Unit| matches!(&*unit.upper.word, "分" | "%") && unit.per.is_none();
        if measure.unit.as_ref().is_some_and(|unit| !points(unit)) {
            return reader.refuse(IssueKind::Unreadable);
        }
        let number = numeral::product(measure.number, measure.times);
        number.or_else(|| reader.refuse(IssueKind::TooManyDigits))
    });
    reader.done(value)
}

/// Reads a year of four digits, with 年 or 年度 or without: `2022年度`, 二〇二二.
#[must_use]
pub fn read_year(text: &str) -> Option<u16> {
    let text = Text::new(text);
    let year = text.plain.trim_end_matches('度').trim_end_matches('年');
    match date::year(&[year, "年"].concat()) {
        Some((year, "")) => year,
        _ => None,
    }
}

/// Reads an amount of money; the result is in 万元, which is also what a bare number means.
#[must_use]
pub fn read_amount(text: &str) -> Reading<Number> {
    let text = Text::new(text);
    let context = Context::default();
    let mut reader = Reader::new(&text, &context);
    let value = reader.plain().and_then(|measure| {
        let yuan = |times| Ratio::of_ints(times, 10_000);
        let factor = match &measure.unit {
            None if measure.times == 1 => return Some(measure.number),
            None => yuan(measure.times),
            Some(Unit { upper, per: None }) if upper.dimension == Dimension::Money => {
                yuan(upper.factor.0)
            }
            Some(_) => return reader.refuse(IssueKind::OtherDimension),
        };
        let amount = factor.and_then(|factor| Ratio::of(measure.number).checked_mul(factor));
        let number = amount.and_then(|amount| amount.exact(6));
        number.or_else(|| reader.refuse(IssueKind::TooManyDigits))
    });
    reader.done(value)
}

/// One cell while it is being read.
struct Reader<'a> {
    text: &'a Text<'a>,
    context: &'a Context<'a>,
    issues: Vec<Issue>,
}

impl<'a> Reader<'a> {
    const fn new(text: &'a Text<'a>, context: &'a Context<'a>) -> Self {
        Self {
            text,
            context,
            issues: Vec::new(),
        }
    }

    fn done<T>(self, value: Option<T>) -> Reading<T> {
        Reading {
            value,
            issues: self.issues,
        }
    }

    /// Says something about the whole cell.
    fn say(&mut self, kind: IssueKind) {
        let span = Span::whole(self.text.raw);
        self.issues.push(Issue { kind, span });
    }

    /// Says something about a part of the plain text.
    fn say_at(&mut self, kind: IssueKind, part: &str) {
        let start = find(&self.text.plain, part).unwrap_or_default();
        let span = self.text.span(start, start + part.len());
        self.issues.push(Issue { kind, span });
    }

    fn refuse<T>(&mut self, kind: IssueKind) -> Option<T> {
        self.say(kind);
        None
    }

    /// Whether there can be a number in the text at all.
    const fn numeric(&self) -> bool {
        let kinds = self.text.kinds;
        kinds.digit || kinds.numeral || kinds.date
    }

    /// The small program holds the example only, whose targets are plain numbers, read already, and words.
    fn target(&mut self) -> Option<Value> {
        let Trimmed { body, bracketed } = trim(&self.text.plain);
        if WHOLE && self.numeric() && body.len() <= MAX_SEARCHED {
            match interval::bracketed(&self.text.plain) {
                Some(Ok((amount, size))) => return self.quantity(amount, size),
                Some(Err(miss)) => {
                    return self.refuse(find::problem(miss).unwrap_or(IssueKind::Unreadable));
                }
                None => {}
            }
            let measured =
                |(_, remark): (&str, &str)| remark.contains(&['%', '≤', '≥', '<', '>'][..]);
            match self.finder(bracketed, None).find(body) {
                // 12月底前(完成率100%) has a number as well.
                Ok(Found::Date(date))
                    if date.left_out && body.split_once('(').is_some_and(measured) => {}
                Ok(Found::Date(date)) => return self.deadline(&date),
                Ok(Found::Amount(mut amount, size)) => {
                    if amount.left_out {
                        amount.change = change::of(body);
                    }
                    return self.quantity(amount, size);
                }
                Err(Some(kind)) => return self.refuse(kind),
                Err(None) => {}
            }
        }
        if WHOLE && self.is_zero(body) {
            self.say(IssueKind::WordsLeftOut);
            return Some(Value::Quantity(Quantity {
                comparator: Comparator::Equal,
                source: ComparatorSource::Written,
                number: Number::ZERO,
                unit: None,
            }));
        }
        self.words(body, true, false).map(Value::Words)
    }

    fn actual(&mut self, target: Option<&Value>) -> Option<Achieved> {
        let Trimmed { body, bracketed } = trim(&self.text.plain);
        let for_words = matches!(target, Some(Value::Words(_)));
        // Whatever is legible can be judged against words.
        let mut said = for_words && body.starts_with(char::is_alphanumeric);
        if self.numeric() && body.len() <= MAX_SEARCHED && !self.repeats(target) {
            let dated = target.map(|target| WHOLE && matches!(target, Value::Deadline(_)));
            match self.finder(bracketed, dated).find(body) {
                // 下降3% against 有所下降; 计划6场 says nothing about what was done
                // nor does 50-300元 name one number
                Ok(found) if for_words && found.is_loose() || words::is_plan(body) => said = true,
                Ok(Found::Amount(..)) if words::is_no_result(body, self.context) => {
                    said = true;
                }
                Ok(Found::Date(date)) => return self.done_on(&date, target),
                Ok(Found::Amount(amount, size))
                    if !for_words
                        && (self.is_opposed(body, &size) || self.is_below_none(target, &size)) =>
                {
                    return match self.turned(body, size) {
                        Some(size) => self.number(&amount, size, target),
                        None => self.refuse(IssueKind::OtherDirection),
                    };
                }
                Ok(Found::Amount(amount, size)) => return self.number(&amount, size, target),
                Err(Some(kind)) if !said => return self.refuse(kind),
                Err(_) => {}
            }
        }
        // 无 against 0起; 无投诉 against ≤3起; 无 where the name speaks of what should not be.
        let unwanted = || body.len() > "没有".len() || name::sense(self.context.name).is_unwanted();
        let few = |wanted: &Quantity| {
            let unit = wanted.unit.as_ref();
            let counted = unit.is_some_and(|unit| is_counted(&unit.upper));
            let most = matches!(wanted.comparator, Comparator::AtMost | Comparator::Below);
            wanted.number.is_zero() || most && counted && unwanted()
        };
        let none = matches!(target, Some(Value::Quantity(wanted)) if few(wanted));
        if none && words::is_none(body, self.context) {
            self.say(IssueKind::WordsLeftOut);
            let (number, unit) = (Number::ZERO, None);
            return Some(Achieved::Quantity { number, unit });
        }
        self.words(body, false, said).map(Achieved::Words)
    }

    /// 零事故, 零差错率, 零新增: none of what should not be; 零容忍 and 零距离 speak of nothing of the kind.
    fn is_zero(&self, body: &str) -> bool {
        let plain = !self.text.kinds.other && body.len() <= 30;
        let thing = body.strip_prefix('零').filter(|_| plain);
        thing.is_some_and(|thing| {
            let thing = thing.trim_end_matches('率');
            let unwanted = name::sense(thing).is_unwanted() || thing == "新增";
            unwanted && !has(thing, '零')
        })
    }

    /// What to look with; `dated` says whether a day is awaited, which else the name tells.
    const fn finder(&self, bracketed: bool, dated: Option<bool>) -> Finder<'a> {
        Finder {
            bracketed,
            dated,
            may_date: self.text.kinds.date,
            context: self.context,
        }
    }

    /// Whether the text is a qualitative target's own.
    fn repeats(&self, target: Option<&Value>) -> bool {
        matches!(target, Some(Value::Words(words)) if *words.text == *self.text.raw.trim())
    }

    /// A number alone, in brackets or with a sign being refused.
    fn plain(&mut self) -> Option<Measure> {
        let Trimmed { body, bracketed } = trim(&self.text.plain);
        if self.text.plain.is_empty() {
            return self.refuse(IssueKind::Blank);
        }
        match amount::read(body) {
            Ok((amount, Size::One(measure)))
                if !bracketed && amount.comparator.is_none() && !amount.left_out =>
            {
                if amount.roughly {
                    self.say(IssueKind::Approximate);
                }
                Some(measure)
            }
            Err(miss) if miss != Miss::No => self.refuse(find::problem(miss)?),
            _ => {
                let kind = words::nothing(self.text, body, true);
                self.refuse(kind.unwrap_or(IssueKind::Unreadable))
            }
        }
    }

    fn deadline(&mut self, date: &Date) -> Option<Value> {
        match deadline::target(date, self.context) {
            Ok(deadline) => {
                if deadline.assumed {
                    self.say(IssueKind::DeadlineAssumed);
                }
                if date.left_out {
                    self.say(IssueKind::WordsLeftOut);
                }
                Some(Value::Deadline(deadline))
            }
            Err(kind) => self.refuse(kind),
        }
    }

    fn done_on(&mut self, date: &Date, target: Option<&Value>) -> Option<Achieved> {
        let until = match target {
            Some(Value::Deadline(deadline)) if WHOLE => Some(deadline.until),
            _ => None,
        };
        match deadline::actual(date, until, self.context) {
            Ok(when) => {
                if date.left_out {
                    self.say(IssueKind::WordsLeftOut);
                }
                Some(Achieved::Date(when))
            }
            Err(kind) => self.refuse(kind),
        }
    }

    fn number(&mut self, amount: &Amount, size: Size, target: Option<&Value>) -> Option<Achieved> {
        let Size::One(measure) = size else {
            return self.refuse(IssueKind::Unreadable);
        };
        // 近50人 are fewer.
        let near = amount.roughly && has(&self.text.plain, '近');
        let sign = amount.comparator.or(near.then_some(Comparator::Below));
        if let Some(sign) = sign.filter(|sign| *sign != Comparator::Equal) {
            // 95%以下 against 95% on 合格率
            let wanted = match target {
                Some(Value::Quantity(wanted)) if wanted.comparator == Comparator::Equal => {
                    let sense = name::sense(self.context.name);
                    name::suggested(self.context, sense).unwrap_or(Comparator::Equal)
                }
                Some(Value::Quantity(wanted)) => wanted.comparator,
                _ => sign,
            };
            // 不足50人 against ≥50人 says no number: how many?
            if WHOLE && matches!(target, Some(Value::Range(_))) || !sign.tells(wanted) {
                return self.refuse(IssueKind::OtherDirection);
            }
            self.say(IssueKind::SignInActual);
        }
        let number = measure.number;
        let unit = measure.unit.or_else(|| amount::multiplier(measure.times));
        let achieved = Achieved::Quantity {
            number,
            unit: unit.clone(),
        };
        if number > Number::HUNDRED && self.is_too_much(unit.as_ref(), target) {
            return self.refuse(IssueKind::AboveHundred);
        }
        if WHOLE && number.is_negative() && self.is_off(number, target) {
            return self.refuse(IssueKind::Unreadable);
        }
        // 80%,未完成, but not 100%(部分未完成)
        if amount.undone
            && let Some(target) = target
            && !meet::hold(target, &achieved, self.context).is_missed()
        {
            return self.refuse(IssueKind::Unreadable);
        }
        self.notes(amount, unit.as_ref());
        Some(achieved)
    }

    /// What was left out or is not known.
    fn notes(&mut self, amount: &Amount, unit: Option<&Unit>) {
        if amount.roughly {
            self.say(IssueKind::Approximate);
        }
        if amount.left_out {
            self.say(IssueKind::WordsLeftOut);
        }
        if amount.unknown
            && let Some(unit) = unit
        {
            let strange = |word: &Word| matches!(word, Word::Text(_));
            let per = unit.per.as_ref().map(|per| &per.word);
            let word = per
                .filter(|word| strange(word) && !strange(&unit.upper.word))
                .unwrap_or(&unit.upper.word);
            self.say_at(IssueKind::UnknownUnit, word);
        }
    }

    /// Words, or what the text is instead; `said` are words whatever number stands among them.
    fn words(&mut self, body: &str, is_target: bool, said: bool) -> Option<Words> {
        let kinds = self.text.kinds;
        let answers =
            WHOLE && is_target && body == "无" && name::sense(self.context.name).is_yes_no();
        let kind = if kinds.digit {
            let gap = holds(&self.text.plain, "**");
            let prose = !gap && (said || words::is_prose(body, kinds));
            (!prose).then_some(if gap {
                IssueKind::TemplateGap
            } else {
                IssueKind::Unreadable
            })
        } else {
            let kind = words::nothing(self.text, body, is_target && !answers);
            kind.filter(|kind| !said || !matches!(kind, IssueKind::Unreadable))
        };
        let Some(kind) = kind else {
            return Some(words::words(self.text, body.trim_start_matches('=')));
        };
        let empty = matches!(kind, IssueKind::Blank | IssueKind::Placeholder);
        self.say(kind);
        if WHOLE
            && empty
            && is_target
            && let Some(text) = name::offered(self.context.name)
        {
            let text = text.into();
            self.say(IssueKind::OfferedFromName { text });
        }
        None
    }
}
