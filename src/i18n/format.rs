//! Why a file cannot be opened: what, where in the file, and what to do.

use super::{Language, fill};
use crate::node::{FormatError, FormatErrorKind, Shape};

/// The sentence for a file that cannot be read, with its path.
#[must_use]
pub fn format_error(error: &FormatError, language: Language) -> String {
    let (chinese, english) = sentences(&error.kind);
    let (first, second) = details(&error.kind, language);
    let mut out = fill(language.pick(chinese, english), &[&first, &second]);
    if error.path != "$" {
        let template = language.pick("（位置：{0}）", " (At {0}.)");
        out.push_str(&fill(template, &[&error.path]));
    }
    out
}

/// What kind of value stands somewhere.
#[must_use]
pub const fn shape(shape: Shape, language: Language) -> &'static str {
    match shape {
        Shape::Null => language.pick("空值", "null"),
        Shape::Bool => language.pick("是/否值", "true or false"),
        Shape::Number => language.pick("数", "a number"),
        Shape::Text => language.pick("文字", "text"),
        Shape::TextOrNumber => language.pick("文字或数", "text or a number"),
        Shape::List => language.pick("列表", "a list"),
        Shape::Object => language.pick("对象", "an object"),
    }
}

/// What stands in `{0}` and `{1}`.
fn details(kind: &FormatErrorKind, language: Language) -> (String, String) {
    let none = String::new;
    match kind {
        FormatErrorKind::Syntax { line, column } => (line.to_string(), column.to_string()),
        FormatErrorKind::TooLong { length } => (length.to_string(), none()),
        FormatErrorKind::WrongType { expected, found } => (
            shape(*expected, language).to_owned(),
            shape(*found, language).to_owned(),
        ),
        FormatErrorKind::UnknownWord { found: text }
        | FormatErrorKind::DuplicateId { id: text }
        | FormatErrorKind::UnknownPolicy { id: text }
        | FormatErrorKind::NotHundred { found: text } => (text.clone(), none()),
        FormatErrorKind::OutOfRange { least, most } => (least.to_string(), most.to_string()),
        FormatErrorKind::WrongLength { expected, found }
        | FormatErrorKind::TooManyRows {
            most: expected,
            found,
        } => (expected.to_string(), found.to_string()),
        FormatErrorKind::NewerVersion { found } => (found.to_string(), none()),
        FormatErrorKind::TooLarge
        | FormatErrorKind::TooDeep
        | FormatErrorKind::TooManyValues
        | FormatErrorKind::DuplicateField
        | FormatErrorKind::UnsafeNumber
        | FormatErrorKind::Unsupported
        | FormatErrorKind::Missing
        | FormatErrorKind::NotDecimal
        | FormatErrorKind::NotWhole
        | FormatErrorKind::NotOurs
        | FormatErrorKind::BadId
        | FormatErrorKind::BadEdges => (none(), none()),
    }
}

/// Chinese and English; `{0}` and `{1}` are the error's own figures and words.
#[rustfmt::skip]
const fn sentences(kind: &FormatErrorKind) -> (&'static str, &'static str) {
    match kind {
        FormatErrorKind::TooLarge => ("文件超过 10 MB，无法打开；请确认选对了文件。",
            "The file is larger than 10 MB and cannot be opened; please check that it is the right one."),
        FormatErrorKind::Syntax { line: 1, column: 0 } => ("文件是空的；请换一份备份。",
            "The file is empty; please use a backup."),
        // Not even its beginning is: a table of Excel, a picture.
        FormatErrorKind::Syntax { line: 1, column: 1 } | FormatErrorKind::NotOurs => ("这不是绩评保存的一份自评；请选择由本页“保存”得到的 JSON 文件。“全部导出”的文件请在“本机自评”里“全部导入”。",
            "This is no evaluation saved by Jiping; please choose a JSON file that this page saved. A file of the whole store is loaded under “On this computer”."),
        FormatErrorKind::Syntax { .. } => ("文件第 {0} 行第 {1} 列起不是完整的 JSON，可能已损坏；请换一份备份。",
            "From line {0}, column {1} on, the file is not whole JSON and may be damaged; please use a backup."),
        FormatErrorKind::TooDeep => ("文件内容嵌套超过 32 层，无法打开；请确认选对了文件。",
            "The file nests more than 32 levels and cannot be opened; please check that it is the right one."),
        FormatErrorKind::TooManyValues => ("文件内容超过 1000000 个值，无法打开；请确认选对了文件。",
            "The file holds more than 1000000 values and cannot be opened; please check that it is the right one."),
        FormatErrorKind::TooLong { .. } => ("一格文字有 {0} 个字，超过 20000 个字的上限；请缩短。",
            "A cell's text has {0} characters, above the limit of 20000; please shorten it."),
        FormatErrorKind::DuplicateField => ("同一项在文件里出现了两次；请只保留一个。",
            "The same field stands in the file twice; please keep one."),
        FormatErrorKind::UnsafeNumber => ("这里的数不是安全整数；请把小数写成文字，例如 \"1.25\"。",
            "This number is no safe integer; please write decimals as text, for example \"1.25\"."),
        FormatErrorKind::Unsupported => ("这里的值无法用 JSON 表示；请改为文字、数、列表或对象。",
            "This value does not exist in JSON; please use text, a number, a list or an object."),
        FormatErrorKind::WrongType { .. } => ("这里应是{0}，却是{1}；请改正。",
            "Expected {0} here and found {1}; please correct it."),
        FormatErrorKind::Missing => ("缺少必须有的一项；请补上。",
            "A field that must be there is missing; please add it."),
        FormatErrorKind::UnknownWord { .. } => ("“{0}”不是文件格式允许的词；请按格式说明改正。",
            "“{0}” is none of the words that the format allows here; please see the description of the format."),
        FormatErrorKind::NotDecimal => ("这里应是数，只用数字和一个小数点，小数点前最多 15 位、后最多 6 位；请改正。",
            "A decimal is expected here, digits with at most one point, at most 15 before and 6 after it; please correct it."),
        FormatErrorKind::NotWhole => ("这里应是整数，只用数字，不写小数点和指数；请改正。",
            "A whole number is expected here, in digits without point or exponent; please correct it."),
        FormatErrorKind::OutOfRange { .. } => ("这里的数应在 {0} 到 {1} 之间；请改正。",
            "The number here must lie between {0} and {1}; please correct it."),
        FormatErrorKind::WrongLength { .. } => ("这里应有 {0} 项，却有 {1} 项；请改正。",
            "Expected {0} items here and found {1}; please correct it."),
        FormatErrorKind::NewerVersion { .. } => ("这个文件由更新的版本保存（格式第 {0} 版）；请更新后再打开。",
            "A newer version saved this file (format version {0}); please update before opening it."),
        FormatErrorKind::TooManyRows { .. } => ("行数最多 {0} 行，文件里有 {1} 行；请拆分后再打开。",
            "A list holds at most {0} rows and this one has {1}; please split the file."),
        FormatErrorKind::BadId => ("行的编号须有 1 到 100 个字；请改正。",
            "A row's id must have 1 to 100 characters; please correct it."),
        FormatErrorKind::DuplicateId { .. } => ("编号“{0}”用了两次；请改成不同的编号。",
            "The id “{0}” is used twice; please make them different."),
        FormatErrorKind::UnknownPolicy { .. } => ("没有名为“{0}”的内置评分办法；请改用内置的，或把办法全文写入文件。",
            "There is no built-in policy “{0}”; please name a built-in one or put the whole policy into the file."),
        FormatErrorKind::NotHundred { .. } => ("评分办法的执行率与各部分分值合计 {0} 分，应为 100 分；请调整。",
            "The policy's execution points and shares add up to {0} instead of 100; please adjust them."),
        FormatErrorKind::BadEdges => ("评分办法的分段须依次相接，不重叠、不留空；请调整。",
            "The policy's edges must follow one another without overlap or hole; please adjust them."),
    }
}
