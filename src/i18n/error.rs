//! Refusals: why an edit, a number or a tally is not taken, and what to do about it.

use super::{Language, fill, term};
use crate::decimal::NumberError;
use crate::edit::EditError;
use crate::survey::TallyError;

/// Why an edit was refused.
#[must_use]
pub fn edit(error: &EditError, language: Language) -> String {
    match error {
        EditError::NoSuchRow(_) => language
            .pick(
                "这一行已不在表里，修改没有生效；请在现有的行上重试。",
                "This row is no longer in the table, so nothing was changed; please try again on a row that is there.",
            )
            .to_owned(),
        EditError::TooLong { length } => fill(
            language.pick(
                "这段文字有 {0} 个字，一格最多 20000 个字，请缩短后再填。",
                "This text has {0} characters and a cell holds at most 20000; please shorten it.",
            ),
            &[&length.to_string()],
        ),
        // The small program has no such edits.
        EditError::TooManyRows
        | EditError::BadWeight
        | EditError::LocksAboveShare { .. }
        | EditError::NoTally
            if !crate::WHOLE =>
        {
            String::new()
        }
        EditError::TooManyRows => language
            .pick(
                "行数已到上限（指标 5000 行，任务和目标各 1000 行），请先删去不用的行。",
                "The table is full (5000 indicators, 1000 tasks or goals); please remove rows that are not needed.",
            )
            .to_owned(),
        EditError::BadWeight => language
            .pick(
                "锁定的分值须是不小于 0 的数，只用数字和一个小数点，请改正。",
                "A locked weight must be a number of at least 0, in digits with at most one point; please correct it.",
            )
            .to_owned(),
        EditError::LocksAboveShare { share, locked } => fill(
            language.pick(
                "这一组锁定的分值合计 {1} 分，超过全组的 {0} 分；请调低或解锁其中一些。",
                "The locked weights of this group add up to {1} points, above the group's {0}; please lower or unlock some.",
            ),
            &[&share.text(), &locked.text()],
        ),
        EditError::NoTally => language
            .pick(
                "这一行没有满意度统计，请先为它添加统计。",
                "This row has no satisfaction tally; please add one first.",
            )
            .to_owned(),
    }
}

/// Why a text is not a number.
#[must_use]
pub const fn number(error: NumberError, language: Language) -> &'static str {
    match error {
        NumberError::Malformed => language.pick(
            "这里须填一个数，只用数字和一个小数点，请改正。",
            "A number is expected here, digits with at most one point; please correct it.",
        ),
        NumberError::TooManyWholeDigits => language.pick(
            "小数点前最多 15 位数字，请改短。",
            "At most 15 digits may stand before the point; please shorten the number.",
        ),
        NumberError::TooManyFractionDigits => language.pick(
            "小数点后最多 6 位数字，请改短。",
            "At most 6 digits may stand after the point; please shorten the number.",
        ),
    }
}

/// Why a tally gives no figure.
#[must_use]
pub fn tally(error: TallyError, language: Language) -> String {
    match error {
        TallyError::Empty => language
            .pick(
                "满意度统计还没有人数，请填写各档人数。",
                "The satisfaction tally has no answers yet; please enter how many people chose each level.",
            )
            .to_owned(),
        TallyError::BadCount(level) => fill(
            language.pick(
                "“{0}”一档的人数须是 0 到 9999999 的整数，只用数字，请改正。",
                "The count for “{0}” must be a whole number from 0 to 9999999, in digits; please correct it.",
            ),
            &[term::tally_level(level, language)],
        ),
    }
}
