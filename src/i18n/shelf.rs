//! The list of evaluations in words.

use super::ui::words;
use super::{Language, fill};

#[rustfmt::skip]
words! {
    ShelfWord, shelf_word;
    Title: "本机自评", "Evaluations on this computer";
    Back: "返回自评表", "Back to the form";
    New: "新建", "New";
    Out: "全部导出", "Save all";
    In: "全部导入", "Load all";
    Search: "按名称、单位、年度查找", "Search by name, unit, year";
    Name: "名称", "Name";
    Unit: "部门（单位）", "Unit";
    Year: "年度", "Year";
    Total: "总分", "Total";
    Grade: "等次", "Grade";
    Changed: "最后修改", "Last change";
    Actions: "操作", "Actions";
    Open: "打开", "Open";
    Here: "正在填写", "open now";
    Compare: "对比", "Compare";
    Copy: "复制", "Duplicate";
    Rename: "重命名", "Rename";
    Delete: "删除", "Delete";
    Undelete: "恢复", "Restore";
    Versions: "版本", "Versions";
    Keep: "保存名称", "Keep the name";
    NameField: "名称，空着则用单位名称", "Name; blank to use the unit's";
    Gone: "已删除", "Deleted";
    GoneHint: "空间不够时才会清除，先删的先清除。", "Cleared only when room is needed, the oldest first.";
    Nothing: "这台电脑上还没有自评。修改过的自评会自动保存在这里。", "No evaluations on this computer yet. What you change is kept here.";
    NoMatch: "没有符合的自评。", "No evaluation matches.";
    NoVersions: "还没有版本。粘贴、删行、换办法、恢复之前会自动留一份，也可以现在存一份。", "No versions yet. One is put by before pasting, removing rows, other rules and restoring; or put one by now.";
    Snap: "存一个版本", "Keep a version";
    SnapField: "版本名称，如“送审稿”", "Name of the version, such as “draft 1”";
    Automatic: "自动", "automatic";
    Restore: "恢复到这一版", "Go back to this one";
    Unnamed: "未填写单位", "Unnamed unit";
    Provisional: "暂计", "provisional";
    Undo: "撤销删除", "Undo";
}

/// What an evaluation is called: the name it was given, else its unit.
#[must_use]
pub fn name<'k>(label: &'k str, unit: &'k str, language: Language) -> &'k str {
    let named = [label, unit]
        .into_iter()
        .find(|name| !name.trim().is_empty());
    named.unwrap_or_else(|| shelf_word(ShelfWord::Unnamed, language))
}

/// The name of a copy.
#[must_use]
pub fn copy_of(label: &str, unit: &str, language: Language) -> String {
    let name = if label.trim().is_empty() { unit } else { label };
    let word = language.pick("副本", "copy");
    // A copy of a copy counts instead of saying it twice.
    let (name, count) = match name.rsplit_once(word) {
        Some((name, "")) => (name, 2),
        Some((before, number)) => match number.trim().parse::<u32>() {
            Ok(number) => (before, number.saturating_add(1)),
            Err(_) => (name, 1),
        },
        None => (name, 1),
    };
    let mut copy = fill("{0} {1}", &[name.trim(), word]).trim().to_owned();
    if count > 1 {
        copy.push(' ');
        copy.push_str(&count.to_string());
    }
    copy
}

/// Something was deleted.
#[must_use]
pub fn deleted(name: &str, language: Language) -> String {
    fill(language.pick("已删除“{0}”。", "“{0}” is deleted."), &[name])
}

/// How many evaluations there are.
#[must_use]
pub fn count(count: usize, language: Language) -> String {
    fill(language.pick("{0} 份", "{0} in all"), &[&count.to_string()])
}

/// A version is back.
#[must_use]
pub const fn restored(language: Language) -> &'static str {
    language.pick(
        "已恢复到所选版本；恢复前的内容另存为自动版本，也可以撤销。",
        "That version is back; what was here before is kept as an automatic one, and can be undone.",
    )
}

/// There is no room.
#[must_use]
pub const fn full(language: Language) -> &'static str {
    language.pick(
        "没有完成：浏览器的存储空间已满。请先全部导出，再删除不用的自评。",
        "Not done: the browser's storage is full. Save all to a file, then delete what you do not need.",
    )
}

/// The storage is blocked.
#[must_use]
pub const fn blocked(language: Language) -> &'static str {
    language.pick(
        "没有完成：浏览器不允许本页保存内容。",
        "Not done: the browser does not let this page keep anything.",
    )
}

/// The file is none of the whole store.
#[must_use]
pub const fn not_whole(language: Language) -> &'static str {
    language.pick(
        "没有导入：这不是“全部导出”的文件。单份自评请用“打开”。",
        "Nothing was loaded: this is no file of “Save all”. Open a single evaluation with “Open”.",
    )
}

/// The file of the whole store is too large.
#[must_use]
pub const fn too_large(language: Language) -> &'static str {
    language.pick(
        "没有导入：文件超过 64 MB。请确认选对了文件；里面的每份自评不超过 10 MB。",
        "Nothing was loaded: the file is larger than 64 MB. Please make sure it is the right one; each evaluation in it may have 10 MB.",
    )
}

/// What came of taking a file of the whole store in.
#[must_use]
pub fn taken(added: usize, same: usize, bad: usize, language: Language) -> String {
    let words = language.pick(
        "导入 {0} 份；{1} 份已有，没有重复导入；{2} 份读不出来或存不下。",
        "{0} loaded; {1} were here already; {2} could not be read or found no room.",
    );
    fill(
        words,
        &[added, same, bad]
            .map(|n| n.to_string())
            .each_ref()
            .map(String::as_str),
    )
}

#[cfg(test)]
mod tests {
    use super::copy_of;
    use crate::i18n::Language;

    #[track_caller]
    fn copied(label: &str, expected: &str) {
        assert_eq!(copy_of(label, "某局", Language::Chinese), expected);
    }

    #[test]
    fn copies_of_copies_count() {
        copied("", "某局副本");
        copied("送审稿", "送审稿副本");
        copied("送审稿副本", "送审稿副本 2");
        copied("送审稿副本 2", "送审稿副本 3");
        copied("副本说明", "副本说明副本");
        assert_eq!(
            copy_of("Draft copy 9", "", Language::English),
            "Draft copy 10"
        );
    }
}
