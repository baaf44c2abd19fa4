//! 控件: what every interactive element of the page is for.
//!
//! Views carry no callbacks: an element's `id` says what it is for, the page listens once at its root, and this
//! file turns ids into controls and back. So two thousand rows need no closures, labels and error texts can point
//! at their fields, and what a key or a click means is decided in plain code that tests reach without a browser.
//! Invariant: `Control::read(&control.id())` gives the control back, and an id never holds a space.

use crate::actual::Band;
use crate::decimal::whole;
use crate::edit::{GoalField, HeaderField, List, RowField, Source, Stage, TaskField};
use crate::table::Id;
use crate::value::Comparator;

use super::WHOLE;
use super::session::Fold;

/// A button that belongs to the page, not to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// 撤销.
    Undo,
    /// 重做.
    Redo,
    /// 打开.
    Open,
    /// 保存.
    Save,
    /// 复制表格.
    CopyTable,
    /// 导出 CSV.
    Csv,
    /// 打印.
    Print,
    /// 中 / EN.
    Language,
    /// 从空表开始.
    StartEmpty,
    /// 回到示例表.
    Example,
    /// 打开, in the offer.
    OfferOpen,
    /// 从空表开始, in the offer.
    OfferEmpty,
    /// Puts the offer away.
    HideOffer,
    /// 编辑表格: cells of the table become fields.
    Structure,
    /// 采用改动: takes the rules as typed.
    TakeRules,
    /// The table brings its own weights, or the policy deals them out.
    OwnWeights,
    /// Puts the notice away.
    HideNotice,
    /// 载入较新的版本, of another tab.
    TakeNewer,
    /// 把此处另存为副本.
    KeepCopy,
    /// 展开全部依据.
    ExplainAll,
    /// Jumps to the next place that is not filled in.
    NextMissing,
    /// Jumps to the next question.
    NextAsk,
    /// Jumps to the next mandatory reason.
    NextReason,
}

/// What an element is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// A button of the page.
    Command(Command),
    /// Folds a section or unfolds it.
    Fold(Fold),
    /// A header field.
    Header(HeaderField),
    /// A task's cell.
    Task(TaskField, Id),
    /// A goal's cell.
    Goal(GoalField, Id),
    /// An indicator's cell.
    Row(RowField, Id),
    /// Chooses a band.
    Band(Band, Id),
    /// Names the comparator.
    Comparator(Comparator, Id),
    /// The n-th answer to a row's questions.
    Answer(usize, Id),
    /// Opens a row's derivation or closes it.
    Explain(Id),
    /// The same, on the row's status.
    Status(Id),
    /// Links a tally, or unlinks it.
    Tally(Id),
    /// A tally's count: level 0–4, or 5 for blank sheets.
    Count(u8, Id),
    /// Chooses a tally's method, by its place in the list of methods.
    Method(usize, Id),
    /// Locks a weight or unlocks it.
    Lock(Id),
    /// Adds a row behind this one, or at the front of the list.
    Add(List, Option<Id>),
    /// Removes a row.
    Remove(List, Id),
    /// Moves a row up.
    Up(List, Id),
    /// Moves a row down.
    Down(List, Id),
    /// Takes the n-th built-in policy.
    Policy(usize),
    /// The n-th rule of the policy.
    Rule(usize),
    /// Jumps to the n-th thing that is missing.
    Jump(usize),
    /// Jumps to the place of the n-th finding.
    Find(usize),
    /// Applies the mend of the n-th finding.
    Mend(usize),
}

const COMMANDS: [(Command, &str); 23] = [
    (Command::Undo, "undo"),
    (Command::Redo, "redo"),
    (Command::Open, "open"),
    (Command::Save, "save"),
    (Command::CopyTable, "copy"),
    (Command::Csv, "csv"),
    (Command::Print, "print"),
    (Command::Language, "language"),
    (Command::StartEmpty, "empty"),
    (Command::Example, "example"),
    (Command::OfferOpen, "offer-open"),
    (Command::OfferEmpty, "offer-empty"),
    (Command::HideOffer, "hide-offer"),
    (Command::Structure, "structure"),
    (Command::TakeRules, "take-rules"),
    (Command::OwnWeights, "own-weights"),
    (Command::HideNotice, "hide-notice"),
    (Command::TakeNewer, "take-newer"),
    (Command::KeepCopy, "keep-copy"),
    (Command::ExplainAll, "explain-all"),
    (Command::NextMissing, "next-missing"),
    (Command::NextAsk, "next-ask"),
    (Command::NextReason, "next-reason"),
];

const FOLDS: [(Fold, &str); 4] = [
    (Fold::Form, "form"),
    (Fold::Tasks, "tasks"),
    (Fold::Goals, "goals"),
    (Fold::Policy, "policy"),
];

const REASON: (HeaderField, &str) = (HeaderField::ExecutionReason, "execution-reason");

const HEADERS: &[(HeaderField, &str)] = if WHOLE {
    &[
        (HeaderField::Unit, "unit"),
        (HeaderField::Year, "year"),
        (HeaderField::Project, "project"),
        (HeaderField::Supervisor, "supervisor"),
        (HeaderField::Implementer, "implementer"),
        (HeaderField::FilledBy, "filled-by"),
        (HeaderField::Phone, "phone"),
        (HeaderField::Date, "date"),
        REASON,
        (HeaderField::ReviewedRate, "reviewed-rate"),
        (HeaderField::ReviewScore, "review-score"),
        (HeaderField::ExecutionOpinion, "execution-opinion"),
        (HeaderField::Opinion, "opinion"),
    ]
} else {
    &[REASON]
};

const TASKS: [(TaskField, &str); 11] = [
    (TaskField::Name, "name"),
    (TaskField::Content, "content"),
    (TaskField::Amount(Stage::Initial, Source::Total), "it"),
    (TaskField::Amount(Stage::Initial, Source::Fiscal), "if"),
    (TaskField::Amount(Stage::Initial, Source::Other), "io"),
    (TaskField::Amount(Stage::FullYear, Source::Total), "yt"),
    (TaskField::Amount(Stage::FullYear, Source::Fiscal), "yf"),
    (TaskField::Amount(Stage::FullYear, Source::Other), "yo"),
    (TaskField::Amount(Stage::Executed, Source::Total), "et"),
    (TaskField::Amount(Stage::Executed, Source::Fiscal), "ef"),
    (TaskField::Amount(Stage::Executed, Source::Other), "eo"),
];

const GOALS: [(GoalField, &str); 2] =
    [(GoalField::Text, "text"), (GoalField::Achieved, "achieved")];

const ROWS: [(RowField, &str); 13] = [
    (RowField::Level1, "level1"),
    (RowField::Level2, "level2"),
    (RowField::Name, "name"),
    (RowField::Target, "target"),
    (RowField::Weight, "weight"),
    (RowField::Actual, "actual"),
    (RowField::Reason, "reason"),
    (RowField::Evidence, "evidence"),
    (RowField::Share, "share"),
    (RowField::Deduction, "deduction"),
    (RowField::Reviewed, "reviewed"),
    (RowField::ReviewScore, "review-score"),
    (RowField::Opinion, "opinion"),
];

const BANDS: [(Band, &str); 3] = [
    (Band::Achieved, "1"),
    (Band::Partly, "2"),
    (Band::Missed, "3"),
];

const COMPARATORS: [(Comparator, &str); 5] = [
    (Comparator::Equal, "eq"),
    (Comparator::AtLeast, "ge"),
    (Comparator::AtMost, "le"),
    (Comparator::Above, "gt"),
    (Comparator::Below, "lt"),
];

const LISTS: [(List, &str); 3] = [
    (List::Tasks, "task"),
    (List::Goals, "goal"),
    (List::Rows, "row"),
];

/// The code of a value in a table of codes.
pub(super) fn code<T: PartialEq>(table: &[(T, &'static str)], value: &T) -> &'static str {
    table
        .iter()
        .find(|(known, _)| known == value)
        .map_or("", |&(_, code)| code)
}

/// The value of a code in such a table.
pub(super) fn find<T: Clone>(table: &[(T, &'static str)], text: &str) -> Option<T> {
    table
        .iter()
        .find(|&&(_, code)| code == text)
        .map(|(value, _)| value.clone())
}

fn join(parts: &[&str]) -> String {
    parts.join(".")
}

impl Control {
    /// The element's `id`: words joined by points, the row's id last.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Command(command) => join(&["do", code(&COMMANDS, command)]),
            Self::Fold(fold) => join(&["fold", code(&FOLDS, fold)]),
            Self::Header(field) => join(&["head", code(HEADERS, field)]),
            Self::Task(field, id) => join(&["task", code(&TASKS, field), &escape(id)]),
            Self::Row(field, id) => join(&["row", code(&ROWS, field), &escape(id)]),
            Self::Band(band, id) => join(&["band", code(&BANDS, band), &escape(id)]),
            Self::Answer(at, id) => join(&["answer", &at.to_string(), &escape(id)]),
            Self::Explain(id) => join(&["explain", &escape(id)]),
            Self::Status(id) => join(&["status", &escape(id)]),
            Self::Tally(id) => join(&["tally", &escape(id)]),
            Self::Jump(at) => join(&["jump", &at.to_string()]),
            Self::Find(at) => join(&["find", &at.to_string()]),
            // None of these is drawn by the small program.
            _ if !WHOLE => String::new(),
            Self::Goal(field, id) => join(&["goal", code(&GOALS, field), &escape(id)]),
            Self::Comparator(sign, id) => join(&["sign", code(&COMPARATORS, sign), &escape(id)]),
            Self::Count(level, id) => join(&["count", &level.to_string(), &escape(id)]),
            Self::Method(at, id) => join(&["method", &at.to_string(), &escape(id)]),
            Self::Lock(id) => join(&["lock", &escape(id)]),
            Self::Add(list, None) => join(&["first", code(&LISTS, list)]),
            Self::Add(list, Some(id)) => join(&["add", code(&LISTS, list), &escape(id)]),
            Self::Remove(list, id) => join(&["remove", code(&LISTS, list), &escape(id)]),
            Self::Up(list, id) => join(&["up", code(&LISTS, list), &escape(id)]),
            Self::Down(list, id) => join(&["down", code(&LISTS, list), &escape(id)]),
            Self::Policy(at) => join(&["policy", &at.to_string()]),
            Self::Rule(at) => join(&["rule", &at.to_string()]),
            Self::Mend(at) => join(&["mend", &at.to_string()]),
        }
    }

    /// The control an `id` names, if it names one.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once('.')?;
        let (word, tail) = rest.split_once('.').unwrap_or((rest, ""));
        let id = || unescape(tail);
        Some(match kind {
            "do" => Self::Command(find(&COMMANDS, rest)?),
            "fold" => Self::Fold(find(&FOLDS, rest)?),
            "head" => Self::Header(find(HEADERS, rest)?),
            "task" => Self::Task(find(&TASKS, word)?, id()?),
            "row" => Self::Row(find(&ROWS, word)?, id()?),
            "band" => Self::Band(find(&BANDS, word)?, id()?),
            "answer" => Self::Answer(whole(word)?, id()?),
            "explain" => Self::Explain(unescape(rest)?),
            "status" => Self::Status(unescape(rest)?),
            "tally" => Self::Tally(unescape(rest)?),
            "jump" => Self::Jump(whole(rest)?),
            "find" => Self::Find(whole(rest)?),
            _ if !WHOLE => return None,
            "goal" => Self::Goal(find(&GOALS, word)?, id()?),
            "sign" => Self::Comparator(find(&COMPARATORS, word)?, id()?),
            "count" => Self::Count(whole(word).filter(|level| *level < 6)?, id()?),
            "method" => Self::Method(whole(word)?, id()?),
            "lock" => Self::Lock(unescape(rest)?),
            "first" => Self::Add(find(&LISTS, rest)?, None),
            "add" => Self::Add(find(&LISTS, word)?, Some(id()?)),
            "remove" => Self::Remove(find(&LISTS, word)?, id()?),
            "up" => Self::Up(find(&LISTS, word)?, id()?),
            "down" => Self::Down(find(&LISTS, word)?, id()?),
            "policy" => Self::Policy(whole(rest)?),
            "rule" => Self::Rule(whole(rest)?),
            "mend" => Self::Mend(whole(rest)?),
            _ => return None,
        })
    }
}

/// A row's id in the characters an `id` may hold: letters, digits and `-`; any other byte as `_xx`.
#[must_use]
pub fn escape(id: &Id) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(id.as_str().len());
    for byte in id.as_str().bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            out.push(char::from(byte));
        } else {
            out.push('_');
            for nibble in [byte >> 4, byte & 15] {
                out.push(char::from(
                    HEX.get(usize::from(nibble)).copied().unwrap_or(b'0'),
                ));
            }
        }
    }
    out
}

fn unescape(text: &str) -> Option<Id> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'_' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    (!text.is_empty()).then(|| Id::new(&text))
}

#[cfg(test)]
mod tests {
    use super::{Command, Control};
    use crate::edit::{HeaderField, List, RowField};
    use crate::table::Id;

    #[track_caller]
    fn round(control: Control, id: &str) {
        assert_eq!(control.id(), id);
        assert_eq!(Control::read(id), Some(control));
    }

    #[test]
    fn an_id_names_its_control() {
        let row = || Id::new("r12");
        round(Control::Row(RowField::Actual, row()), "row.actual.r12");
        round(Control::Command(Command::Undo), "do.undo");
        round(Control::Answer(2, row()), "answer.2.r12");
        round(Control::Add(List::Rows, None), "first.row");
        round(Control::Add(List::Rows, Some(row())), "add.row.r12");
        round(Control::Explain(row()), "explain.r12");
        round(Control::Count(5, row()), "count.5.r12");
        round(Control::Header(HeaderField::FilledBy), "head.filled-by");
    }

    #[test]
    fn an_id_from_a_file_may_hold_anything() {
        round(Control::Lock(Id::new("a b.1")), "lock.a_20b_2e1");
        round(
            Control::Lock(Id::new("指标_1")),
            "lock._e6_8c_87_e6_a0_87_5f1",
        );
    }

    #[test]
    fn other_ids_name_nothing() {
        for id in [
            "",
            "app",
            "row.actual.",
            "row.colour.r1",
            "count.6.r1",
            "lock._zz",
            "lock._e6",
        ] {
            assert_eq!(Control::read(id), None, "{id}");
        }
    }
}
