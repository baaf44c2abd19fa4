//! Readings: what a cell was read as, and the figures that other sentences quote.

use super::{Language, fill, term, whole};
use crate::decimal::{Number, Ratio, Rounding};
use crate::gather;
use crate::value::unit::Unit;
use crate::value::{Achieved, Day, Deadline, Edge, Range, Value, When};

/// The most digits after the point that an exact figure is shown with.
const MAX_FRACTION_PLACES: u32 = 6;

/// A target as read: `≥95%`, `1–3 次`, `不晚于 2022年12月31日`, “显著加强”.
#[must_use]
pub fn value(value: &Value, language: Language) -> String {
    match value {
        Value::Quantity(quantity) => {
            let mut out = term::sign(quantity.comparator).to_owned();
            out.push_str(&amount(quantity.number, quantity.unit.as_ref()));
            out
        }
        Value::Range(range) => whole(|| range_words(range, language)),
        Value::Deadline(deadline) => whole(|| deadline_words(deadline, language)),
        Value::Words(words) => quote(&words.text),
    }
}

/// An actual as read: `92%`, `2022年11月`, “已完成”.
#[must_use]
pub fn achieved(achieved: &Achieved, language: Language) -> String {
    match achieved {
        Achieved::Quantity { number, unit } => amount(*number, unit.as_ref()),
        Achieved::Date(date) => when(*date, language),
        Achieved::Words(words) => quote(&words.text),
    }
}

/// A day: `2022年12月31日`, `2022-12-31`.
#[must_use]
pub fn day(day: Day, language: Language) -> String {
    match language {
        Language::Chinese => fill(
            "{0}年{1}月{2}日",
            &[
                &day.year.to_string(),
                &day.month.to_string(),
                &day.day.to_string(),
            ],
        ),
        Language::English => fill(
            "{0}-{1}-{2}",
            &[
                &day.year.to_string(),
                &two_digits(day.month),
                &two_digits(day.day),
            ],
        ),
    }
}

/// A day, a month or a year.
#[must_use]
pub fn when(date: When, language: Language) -> String {
    match date {
        When::Day(date) => day(date, language),
        When::Month { year, month } => match language {
            Language::Chinese => fill("{0}年{1}月", &[&year.to_string(), &month.to_string()]),
            Language::English => fill("{0}-{1}", &[&year.to_string(), &two_digits(month)]),
        },
        When::Year(year) => fill(language.pick("{0}年", "{0}"), &[&year.to_string()]),
    }
}

fn two_digits(number: u8) -> String {
    let mut out = String::from(if number < 10 { "0" } else { "" });
    out.push_str(&number.to_string());
    out
}

fn quote(text: &str) -> String {
    fill("“{0}”", &[text])
}

fn range_words(range: &Range, language: Language) -> String {
    let unit = range.unit.as_ref();
    let mut out = amount(range.low.number, unit.filter(|unit| is_sign(unit)));
    out.push('–');
    out.push_str(&amount(range.high.number, unit));
    let edges = [range.low, range.high];
    let outside = edges.iter().filter(|edge| !edge.included);
    let outside = gather(outside.map(|edge: &Edge| amount(edge.number, unit)));
    if !outside.is_empty() {
        let list = outside.join(language.pick("、", " and "));
        out.push_str(&fill(
            language.pick("（不含 {0}）", " (without {0})"),
            &[&list],
        ));
    }
    out
}

fn deadline_words(deadline: &Deadline, language: Language) -> String {
    let until = day(deadline.until, language);
    match deadline.from {
        Some(from) => fill(
            language.pick("{0}至{1}", "{0} to {1}"),
            &[&day(from, language), &until],
        ),
        None => fill(language.pick("不晚于 {0}", "by {0}"), &[&until]),
    }
}

/// A number with its unit: `16 人`, `95%`, `300 元/亩`.
#[must_use]
pub fn amount(number: Number, unit: Option<&Unit>) -> String {
    with_unit(number.text(), unit)
}

/// Figures with their unit behind them.
pub(super) fn with_unit(mut figures: String, unit: Option<&Unit>) -> String {
    let Some(unit) = unit else { return figures };
    if !is_sign(unit) && !unit.upper.word.is_empty() {
        figures.push(' ');
    }
    figures.push_str(&self::unit(unit));
    figures
}

/// A unit as it is shown: `㎡` for the m2 that every way of writing it is read as.
#[must_use]
pub fn unit(unit: &Unit) -> String {
    let mut out = String::new();
    for letter in unit.text().chars() {
        let square = match letter {
            '2' => '㎡',
            '3' => '㎥',
            _ => letter,
        };
        if square != letter && out.ends_with('m') {
            out.pop();
            out.push(square);
        } else {
            out.push(letter);
        }
    }
    out
}

/// `%` and `‰` stand at the number without a space.
fn is_sign(unit: &Unit) -> bool {
    unit.upper.word.starts_with(&['%', '‰'][..])
}

/// Figures of a fraction, and whether they are all of it.
pub(super) struct Figures {
    pub text: String,
    pub exact: bool,
}

/// A fraction as it is where 6 digits after the point hold it, else rounded half up to `places` digits.
pub(super) fn figures(ratio: Ratio, places: u32) -> Figures {
    if let Some(number) = ratio.exact(MAX_FRACTION_PLACES) {
        let text = number.text();
        return Figures { text, exact: true };
    }
    // A second of a day: 0.000012, not 0.0000.
    let cut = ratio.round(2, Rounding::Truncate);
    let small = cut.is_some_and(Number::is_zero);
    let places = if small { MAX_FRACTION_PLACES } else { places };
    let rounded = ratio.round(places, Rounding::HalfUp).unwrap_or_default();
    Figures {
        text: rounded.fixed(places),
        exact: false,
    }
}
