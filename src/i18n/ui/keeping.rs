//! How the work is kept, and what to do where it is not.

use crate::i18n::{Language, fill};

/// How the work is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Keeping {
    /// Nothing has been changed yet.
    #[default]
    Untouched,
    /// Changed, about to be kept.
    Changed,
    /// Kept in this browser at this time of day.
    Kept {
        /// 0–23.
        hour: u8,
        /// 0–59.
        minute: u8,
    },
    /// The browser's storage is full.
    Full,
    /// The browser does not let us store anything.
    Blocked,
    /// The storage was cleared while the page was open.
    Cleared,
    /// Another tab keeps a version that this one has not seen, of this time of day.
    Newer {
        /// 0–23.
        hour: u8,
        /// 0–59.
        minute: u8,
    },
}

/// The save state in words: short, then a sentence that says what to do.
#[must_use]
pub fn keeping(keeping: Keeping, language: Language) -> (String, &'static str) {
    let at = |words: &str, hour: u8, minute: u8| fill(words, &[&two(hour), &two(minute)]);
    match keeping {
        Keeping::Untouched => (language.pick("未改动", "No changes").to_owned(), ""),
        Keeping::Changed => (language.pick("保存中…", "Saving…").to_owned(), ""),
        Keeping::Kept { hour, minute } => (
            at(
                language.pick("已保存 {0}:{1}", "Saved {0}:{1}"),
                hour,
                minute,
            ),
            language.pick(
                "保存在这台电脑的浏览器里；交换请用“保存”存成文件。",
                "Kept in this browser; use Save to have it as a file.",
            ),
        ),
        Keeping::Full => (
            language.pick("未保存", "Not saved").to_owned(),
            language.pick(
                "浏览器的存储空间已满，关闭页面会丢失修改：请点“保存”存成文件。",
                "The browser's storage is full and closing the page loses your changes: use Save.",
            ),
        ),
        Keeping::Blocked => (
            language.pick("未保存", "Not saved").to_owned(),
            language.pick(
                "浏览器不允许本页保存内容，关闭页面会丢失修改：请点“保存”存成文件。",
                "The browser does not let this page keep anything and closing it loses your changes: use Save.",
            ),
        ),
        Keeping::Cleared => (
            language.pick("存储被清除", "Storage cleared").to_owned(),
            language.pick(
                "浏览器的存储被清除过，内容仍在本页并已重新保存：请点“保存”另存成文件。",
                "The browser's storage was cleared; your work is still on this page and kept again: use Save to have it as a file.",
            ),
        ),
        Keeping::Newer { hour, minute } => (
            at(
                language.pick("另一标签页较新 {0}:{1}", "Newer elsewhere {0}:{1}"),
                hour,
                minute,
            ),
            language.pick(
                "另一个标签页保存了这份自评的更新版本，此处的修改没有覆盖它。",
                "Another tab keeps a newer version of this evaluation; what you change here has not replaced it.",
            ),
        ),
    }
}

fn two(number: u8) -> String {
    let digits = number.to_string();
    if number < 10 {
        ["0", &digits].concat()
    } else {
        digits
    }
}
