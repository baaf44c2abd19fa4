//! 写法: how figures and cells of the table are written, on screen, on paper and in files.

use crate::decimal::{Number, Ratio, Rounding};
use crate::document::Row;
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, term};
use crate::scoring::{Completion, RowResult, Status};
use crate::table::Header;

/// Points with the digits every score has: `1.25`.
#[must_use]
pub fn points(number: Number) -> String {
    number.fixed(2)
}

/// Points, or a dash.
#[must_use]
pub fn points_or_dash(number: Option<Number>) -> String {
    number.map_or_else(|| "–".to_owned(), points)
}

/// A percentage: `83.33%`.
#[must_use]
pub fn percent(number: Number) -> String {
    [&number.text(), "%"].concat()
}

/// An amount of money, or a dash.
#[must_use]
pub fn amount(number: Option<Number>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| number.text())
}

/// The title of the form: a project has one of its own.
#[must_use]
pub fn title(header: &Header) -> Word {
    match header.project.trim() {
        "" => Word::FormTitle,
        _ => Word::ProjectTitle,
    }
}

/// Whose evaluation it is: the unit, and the project where it is one's.
#[must_use]
pub fn whose(header: &Header) -> String {
    let (unit, project) = (header.unit.trim(), header.project.trim());
    let between = if unit.is_empty() || project.is_empty() {
        ""
    } else {
        " · "
    };
    [unit, between, project].concat()
}

/// 完成率.
#[must_use]
pub fn completion(completion: Completion, language: Language) -> String {
    match completion {
        Completion::Rate(rate) => percent(rate),
        Completion::Met => word(Word::Reached, language).to_owned(),
        Completion::None => "–".to_owned(),
    }
}

/// 实际完成值 as it stands: typed, worked out from a tally, or the band chosen instead of words.
#[must_use]
pub fn actual(row: &Row, result: &RowResult, language: Language) -> String {
    let text = &row.actual.text;
    match (result.tally(), row.actual.band) {
        (Some(tally), _) => tally.percent.map_or_else(|_| String::new(), percent),
        (None, Some(band)) if text.trim().is_empty() => term::band(band, language).to_owned(),
        (None, _) => (**text).to_owned(),
    }
}

/// The shape that stands beside a status, so that colour is never alone.
#[must_use]
pub const fn shape(status: Status) -> &'static str {
    match status {
        Status::Met => "✓",
        Status::Over => "＋",
        Status::AtLimit | Status::NotMet => "▲",
        Status::NotReported => "○",
        Status::Asks => "？",
        Status::Unreadable => "✕",
        Status::NotScored => "–",
    }
}

/// The class that colours a status.
#[must_use]
pub const fn tone(status: Status) -> &'static str {
    match status {
        Status::Met => "is-good",
        Status::Over | Status::AtLimit | Status::NotMet | Status::Asks => "is-warn",
        Status::Unreadable => "is-bad",
        Status::NotReported | Status::NotScored => "is-quiet",
    }
}

/// `part` of `whole` in thousandths, from 0 to 1000; 0 where the whole is 0.
#[must_use]
pub fn per_mille(part: Number, whole: Number) -> u32 {
    let thousand = Ratio::of(Number::from_int(1000));
    let share = Ratio::of(part)
        .checked_div(Ratio::of(whole))
        .and_then(|share| share.checked_mul(thousand))
        .and_then(|share| share.round(0, Rounding::HalfUp));
    share
        .and_then(|share| u32::try_from(share.mantissa()).ok())
        .unwrap_or_default()
        .min(1000)
}

#[cfg(test)]
mod tests {
    use super::per_mille;
    use crate::decimal::Number;

    #[track_caller]
    fn bar(part: i64, whole: i64, expected: u32) {
        let number = Number::from_hundredths;
        assert_eq!(per_mille(number(part), number(whole)), expected);
    }

    #[test]
    fn bars_are_thousandths_and_never_longer_than_the_whole() {
        bar(104, 125, 832);
        bar(0, 125, 0);
        bar(125, 125, 1000);
        bar(200, 125, 1000);
        bar(1, 0, 0);
        bar(-5, 125, 0);
    }
}
