//! What the page tells once, in one sentence each.

use crate::document::json::Brief;
use crate::i18n::{Language, fill, finding, whole};

/// Something the page tells once, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A block was pasted.
    Pasted {
        /// Cells taken, or rows filled.
        taken: usize,
        /// Whether they were filled by their names.
        named: bool,
        /// Cells whose reading gives an error or a question.
        unread: usize,
        /// Cells that lost their text to a blank square.
        emptied: usize,
        /// Cells that found no place; by name, lines.
        beyond: usize,
    },
    /// Nobody can tell which column of a pasted block holds the actuals.
    Unclear,
    /// The table is on the clipboard.
    Copied,
    /// The browser did not let us copy.
    CopyRefused,
    /// A file was opened, and what there is to tell about it.
    Opened(String, Brief),
    /// A file was dropped, which a button in the notice opens.
    Left(String),
    /// A file could not be read, and why.
    NotOpened(String),
    /// The file is larger than 10 MB.
    TooLarge,
    /// An edit was refused, and why.
    Refused(String),
    /// The rest of the program did not arrive.
    NotLoaded,
    /// The draft of last time cannot be read; holds why.
    DraftUnreadable(String),
    /// Something else, in words already.
    Said(String),
}

impl Notice {
    /// Whether it has a button that does something.
    #[must_use]
    pub const fn offers(&self) -> bool {
        matches!(self, Self::Left(_))
    }

    /// Whether it still holds after another change: what it offers can be taken, what it tells is so.
    #[must_use]
    pub const fn stays(&self) -> bool {
        matches!(
            self,
            Self::Left(_) | Self::NotLoaded | Self::DraftUnreadable(_)
        )
    }

    /// Whether it tells that something did not work.
    #[must_use]
    pub const fn is_bad(&self) -> bool {
        !matches!(
            self,
            Self::Pasted { .. } | Self::Copied | Self::Opened(..) | Self::Left(_) | Self::Said(_)
        )
    }
}

/// A notice in words.
#[must_use]
pub fn notice(notice: &Notice, language: Language) -> String {
    match notice {
        Notice::Pasted {
            taken,
            named,
            unread,
            emptied,
            beyond,
        } => {
            let (told, left) = if *named {
                (
                    language.pick("已按指标名称填入 {0} 行", "{0} rows filled by name"),
                    language.pick("；{0} 行没有可填的指标，没有采用", "; lines left out for want of a row to fill: {0}"),
                )
            } else {
                (
                    language.pick("已粘贴 {0} 格", "{0} cells pasted"),
                    language.pick("；另有 {0} 格没有可填的位置，没有采用", "; squares left out for want of a place: {0}"),
                )
            };
            let mut text = fill(told, &[&taken.to_string()]);
            if *unread > 0 {
                text.push_str(&fill(
                    language.pick("，其中 {0} 格未识别", ", {0} of them not read"),
                    &[&unread.to_string()],
                ));
            }
            if *emptied > 0 {
                text.push_str(&fill(
                    language.pick("；{0} 格原有内容已清空", "; texts taken away by blank squares: {0}"),
                    &[&emptied.to_string()],
                ));
            }
            if *beyond > 0 {
                text.push_str(&fill(left, &[&beyond.to_string()]));
            }
            text.push_str(language.pick("。", "."));
            text
        }
        Notice::Unclear => language
            .pick(
                "没有粘贴：看不出哪一列是实际完成值。请连同表头一起复制，或只复制实际完成值一列。",
                "Nothing was pasted: it is not clear which column holds the actuals. Copy the heads along, or the column of actuals alone.",
            )
            .to_owned(),
        Notice::Copied => language
            .pick(
                "表格已复制，可粘贴到 Excel、WPS 或 Word。",
                "The table is copied: paste it into Excel, WPS or Word.",
            )
            .to_owned(),
        Notice::CopyRefused => language
            .pick(
                "浏览器不允许复制，请改用“导出 CSV”。",
                "The browser refused to copy: use CSV instead.",
            )
            .to_owned(),
        Notice::Opened(name, brief) => whole(|| {
            let mut text = fill(language.pick("已打开 {0}。", "{0} is open."), &[name]);
            let about = finding::brief(brief, language);
            if !about.is_empty() {
                text.push_str(language.pick("", " "));
                text.push_str(&about);
            }
            text
        }),
        Notice::Left(name) => fill(
            language.pick("已选中 {0}：", "{0} was dropped here:"),
            &[name],
        ),
        Notice::NotOpened(why) => whole(|| {
            fill(
                language.pick("文件没有打开：{0}", "The file was not opened: {0}"),
                &[why],
            )
        }),
        Notice::TooLarge => whole(|| {
            let words = language.pick(
                "文件没有打开：超过 10 MB。",
                "The file was not opened: it is larger than 10 MB.",
            );
            words.to_owned()
        }),
        Notice::Said(words) => words.clone(),
        Notice::Refused(why) => fill(
            language.pick("没有修改：{0}", "Nothing was changed: {0}"),
            &[why],
        ),
        Notice::NotLoaded => language
            .pick(
                "没有取到这个功能所需的程序文件。请检查网络后再点一次；已填内容不受影响。",
                "The part of the program for this did not arrive. Check the network and press again; nothing is lost.",
            )
            .to_owned(),
        Notice::DraftUnreadable(why) => whole(|| {
            fill(
                language.pick(
                    "上次的草稿读不出来（{0}），已另存备份，现在显示示例表。",
                    "The draft of last time cannot be read ({0}); a copy is kept, and this is the example.",
                ),
                &[why],
            )
        }),
    }
}
