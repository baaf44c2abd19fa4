//! Why a link does not open, and what to do.

use super::{Language, fill, format};
use crate::share::LinkError;

/// The sentence for a link that does not open, or cannot be made.
#[must_use]
pub fn link_error(error: &LinkError, language: Language) -> String {
    let (chinese, english) = sentences(error);
    let (first, second) = match error {
        LinkError::Cut { arrived, declared } => {
            let declared = declared.map(|declared| declared.to_string());
            (arrived.to_string(), declared.unwrap_or_default())
        }
        LinkError::NewerVersion { found } => (found.to_string(), String::new()),
        LinkError::Content(error) => (format::format_error(error, language), String::new()),
        LinkError::NeedsTable(wanted) => (wanted.to_string(), String::new()),
        LinkError::OtherTable { wanted, held } => (wanted.to_string(), held.to_string()),
        LinkError::NotALink
        | LinkError::TooLong
        | LinkError::Altered
        | LinkError::TooLarge
        | LinkError::Malformed
        | LinkError::NeedsPassword
        | LinkError::WrongPassword
        | LinkError::NotShareable => (String::new(), String::new()),
    };
    fill(language.pick(chinese, english), &[&first, &second])
}

/// Chinese and English; `{0}` and `{1}` are the error's own figures and words.
#[rustfmt::skip]
const fn sentences(error: &LinkError) -> (&'static str, &'static str) {
    match error {
        LinkError::NotALink => ("这里没有绩评的分享链接；请粘贴对方发来的完整链接。",
            "There is no link of Jiping here; please paste the whole link that was sent."),
        LinkError::TooLong => ("内容太多，链接会超过 200000 个字符；请改用文件传送。",
            "This is too much for a link of at most 200000 characters; please hand over the file instead."),
        LinkError::Cut { declared: Some(_), .. } => ("链接被截断：应有 {1} 个字符，只收到 {0} 个；请对方重发，或改用文件。",
            "The link is cut: {0} of {1} characters arrived; please ask for it again, or for the file."),
        LinkError::Cut { declared: None, .. } => ("链接被截断：只收到开头的 {0} 个字符；请对方重发，或改用文件。",
            "The link is cut: only its first {0} characters arrived; please ask for it again, or for the file."),
        LinkError::Altered => ("链接在途中被改动，与发出时不一致，没有打开；请对方重发，或改用文件。",
            "The link was altered on its way and is not what was sent, so it was not opened; please ask for it again, or for the file."),
        LinkError::NewerVersion { .. } => ("这个链接由更新的版本制作（链接格式第 {0} 版）；请更新本页后再打开。",
            "A newer version made this link (link format {0}); please update this page before opening it."),
        LinkError::TooLarge => ("链接里的内容展开后超过 10 MB，没有打开；请对方改用文件。",
            "What is packed in the link is larger than 10 MB, so it was not opened; please ask for the file."),
        LinkError::Malformed => ("链接完整，但里面不是自评内容，没有打开；请对方重发，或改用文件。",
            "The link is whole but holds no evaluation, so it was not opened; please ask for it again, or for the file."),
        LinkError::Content(_) => ("链接完整，但里面的内容无法打开：{0}",
            "The link is whole, but what it holds cannot be opened: {0}"),
        LinkError::NeedsTable(_) => ("这个链接只含填报内容，须先打开同一张目标表（编号 {0}）。",
            "This link holds only what was filled in; please open the same target table first (its name is {0})."),
        LinkError::OtherTable { .. } => ("这个链接是为另一张目标表填报的：链接的表编号为 {0}，本机打开的是 {1}；请打开同一张表，或请对方发送完整链接。",
            "This link was filled in for another target table: it wants {0}, and the one open here is {1}; please open the same table, or ask for the whole link."),
        LinkError::NeedsPassword => ("这个链接设有密码；请输入对方告知的密码。",
            "This link is locked; please enter the password that the sender told you."),
        LinkError::WrongPassword => ("密码不对：链接本身完整，请核对密码后再试。",
            "The password is wrong: the link itself is whole, so please check the password and try again."),
        LinkError::NotShareable => ("文档里有链接无法原样带走的内容，请改用文件传送。",
            "The document holds something that a link cannot carry as it is; please hand over the file instead."),
    }
}
