//! Findings: one sentence each, with what, where and what to do.

use super::{Language, error, fill, issue, place, term, whole};
use crate::decimal::Number;
use crate::document::Document;
use crate::document::json::Brief;
use crate::edit::{RowField, Source, Stage, TaskField};
use crate::finding::{CheckFinding, Finding, FindingKind, FundFinding, Place, TotalFinding};
use crate::scoring::{Missing, MissingKind};
use crate::value::IssueKind;
use crate::weight::WeightFinding;

/// A finding with its place: `指标 5“…”的指标值：…`.
#[must_use]
pub fn finding(finding: &Finding, document: &Document, language: Language) -> String {
    let mut out = place::place(&finding.place, document, language);
    out.push_str(language.pick("：", ": "));
    out.push_str(&told(finding, document, language));
    out
}

/// A finding without its place, for where the place is plain to see.
#[must_use]
pub fn told(finding: &Finding, document: &Document, language: Language) -> String {
    match &finding.kind {
        FindingKind::Cell(issue) if is_amount(&finding.place) && is_no_number(&issue.kind) => {
            fund(&FundFinding::Unreadable, language)
        }
        FindingKind::Cell(issue) => issue::issue(issue, cell(&finding.place, document), language),
        FindingKind::Weight(kind) => whole(|| weight(kind, language)),
        FindingKind::Fund(kind) => fund(kind, language),
        FindingKind::Tally(kind) => whole(|| error::tally(*kind, language)),
        FindingKind::Total(kind) => total(kind, language),
        FindingKind::Check(kind) => whole(|| check(kind, language)),
        FindingKind::Year => whole(|| year(document.header.year.trim(), language)),
        FindingKind::UnknownField(path) => whole(|| unknown_fields(path, 1, language)),
        FindingKind::PolicyVersion { found, ours } => {
            whole(|| policy_version(*found, *ours, language))
        }
    }
}

fn year(text: &str, language: Language) -> String {
    let template = language.pick(
        "“{0}”看不出是哪一年，没有写明年份的日期因此读不出；请填写，例如“2022”。",
        "“{0}” names no year, so that dates without one cannot be read; please enter it, for instance “2022”.",
    );
    fill(template, &[&issue::quote(text)])
}

/// The most characters of all paths that a sentence names.
const PATHS: usize = 200;

/// Some of the fields of a file that we do not know, one a line, and how many there are.
fn unknown_fields(paths: &str, count: usize, language: Language) -> String {
    let most = PATHS.checked_div(paths.lines().count()).unwrap_or_default();
    let named = paths
        .lines()
        .map(|path| fill("“{0}”", &[&issue::cut(path, most)]));
    let named: Vec<String> = named.collect();
    let template = if count == 1 {
        language.pick(
            "文件里的{0}一项本系统不认识，已原样保留；请核对文件来源。",
            "This program does not know the file's field {0}; it is kept as it is, please check where the file comes from.",
        )
    } else if count == named.len() {
        language.pick(
            "文件里的{0}共 {1} 项本系统不认识，已原样保留；请核对文件来源。",
            "This program does not know the file's {1} fields {0}; they are kept as they are, please check where the file comes from.",
        )
    } else {
        language.pick(
            "文件里的{0}等 {1} 项本系统不认识，已原样保留；请核对文件来源。",
            "This program does not know {1} of the file's fields, among them {0}; they are kept as they are, please check where the file comes from.",
        )
    };
    fill(
        template,
        &[&named.join(language.pick("", ", ")), &count.to_string()],
    )
}

fn policy_version(found: u32, ours: u32, language: Language) -> String {
    fill(
        language.pick(
            "文件所用评分办法是第 {0} 版，本系统按第 {1} 版评分，得分可能不同；请核对。",
            "The file uses version {0} of the scoring policy, this program scores by version {1}, and points may differ; please check.",
        ),
        &[&found.to_string(), &ours.to_string()],
    )
}

/// What there is to tell about a file that was read all the same: the version of its policy, some of the fields that
/// we do not know, and how many those are. Empty where there is nothing.
#[must_use]
pub fn brief(brief: &Brief, language: Language) -> String {
    let mut said = Vec::new();
    if let Some((found, ours)) = brief.policy {
        said.push(policy_version(found, ours, language));
    }
    if brief.count > 0 {
        said.push(unknown_fields(&brief.unknown, brief.count, language));
    }
    said.join(language.pick("", " "))
}

const fn is_no_number(kind: &IssueKind) -> bool {
    matches!(kind, IssueKind::Unreadable | IssueKind::OtherDimension)
}

/// Whether a place holds an amount of money: neither a date nor words can stand there.
const fn is_amount(place: &Place) -> bool {
    matches!(place, Place::Task(_, TaskField::Amount(..)))
}

/// Something still to do, with its place.
#[must_use]
pub fn missing(missing: &Missing, document: &Document, language: Language) -> String {
    let place = place::place(&missing.place, document, language);
    let template = match missing.what {
        MissingKind::NotReported => {
            language.pick("{0}未填，请填写。", "{0}: not filled in; please enter it.")
        }
        MissingKind::Asks => language.pick(
            "{0}待确认，请作答。",
            "{0}: to be confirmed; please answer the question.",
        ),
        // An amount may be legible and yet no use.
        MissingKind::Unreadable if missing.place == Place::Execution => language.pick(
            "{0}有误，请改正。",
            "{0}: cannot be worked out; please correct it.",
        ),
        MissingKind::Unreadable => language.pick(
            "{0}读不懂，请改正。",
            "{0}: cannot be read; please correct it.",
        ),
        MissingKind::Reason => language.pick(
            "{0}还没有填，请补上。",
            "{0}: still missing; please give it.",
        ),
    };
    fill(template, &[&place])
}

/// The text of the cell at a place; empty where the place is no single cell.
#[must_use]
pub fn cell<'d>(place: &Place, document: &'d Document) -> &'d str {
    let text = match place {
        Place::Task(id, field) => document
            .tasks
            .iter()
            .find(|task| task.id == *id)
            .map(|task| task_cell(task, *field)),
        Place::Goal(id) => document
            .goals
            .iter()
            .find(|goal| goal.id == *id)
            .map(|goal| &*goal.text),
        Place::Row(id, field) => document
            .row_at(id)
            .and_then(|at| document.rows.get(at))
            .map(|row| row_cell(row, *field)),
        Place::Header(_)
        | Place::Tally(_)
        | Place::Execution
        | Place::List(_)
        | Place::Document => None,
    };
    text.unwrap_or_default()
}

fn task_cell(task: &crate::table::Task, field: TaskField) -> &str {
    let (stage, source) = match field {
        TaskField::Name => return &task.name,
        TaskField::Content => return &task.content,
        TaskField::Amount(stage, source) => (stage, source),
    };
    let funds = match stage {
        Stage::Initial => &task.initial,
        Stage::FullYear => &task.full_year,
        Stage::Executed => &task.executed,
    };
    match source {
        Source::Total => &funds.total,
        Source::Fiscal => &funds.fiscal,
        Source::Other => &funds.other,
    }
}

fn row_cell(row: &crate::document::Row, field: RowField) -> &str {
    match field {
        RowField::Level1 => &row.indicator.level1,
        RowField::Level2 => &row.indicator.level2,
        RowField::Name => &row.indicator.name,
        RowField::Target => &row.indicator.target,
        RowField::Weight => &row.indicator.weight,
        RowField::Actual => &row.actual.text,
        RowField::Reason => &row.actual.reason,
        RowField::Evidence => &row.actual.evidence,
        RowField::Share => &row.actual.share,
        RowField::Deduction => &row.actual.deduction,
        RowField::Reviewed => &row.actual.review.actual,
        RowField::ReviewScore => &row.actual.review.score,
        RowField::Opinion => &row.actual.review.opinion,
    }
}

/// Something about weights.
#[must_use]
pub fn weight(finding: &WeightFinding, language: Language) -> String {
    let figures =
        |chinese, english, numbers: &[Number]| figures(language.pick(chinese, english), numbers);
    match finding {
        WeightFinding::TotalDiffers { found, expected } => figures(
            "表中分值合计 {0} 分，按评分办法应为 {1} 分；现按表中分值计算，请核对。",
            "The weights in the table add up to {0} points where the policy expects {1}; they are used as given, please check.",
            &[*found, *expected],
        ),
        WeightFinding::PartDiffers { found, expected } => figures(
            "这一部分的分值合计 {0} 分，应为 {1} 分；现按表中分值计算，请核对。",
            "The weights of this part add up to {0} points where its share is {1}; they are used as given, please check.",
            &[*found, *expected],
        ),
        WeightFinding::ShareMoved { from, to, points } => fill(
            language.pick(
                "表中没有{0}，其 {2} 分并入{1}；如应设置，请补上。",
                "The table has no {0}, so their {2} points go to the {1}; please add some if they should be there.",
            ),
            &[term::level1(*from, language), term::level1(*to, language), &points.text()],
        ),
        WeightFinding::CostUnderOutput => figures(
            "成本指标列在产出指标之下，按产出指标计分；如应单列为一级指标，请调整。",
            "The cost indicators stand under output and count as output; please move them if they should be a level-1 part of their own.",
            &[],
        ),
        WeightFinding::ExecutionInList => figures(
            "预算执行率已单独计分，这一行又计一次；请删去这一行或核对。",
            "Budget execution is scored on its own and this row counts it again; please remove the row or check.",
            &[],
        ),
        WeightFinding::UnknownPart => figures(
            "评分办法没有给这个一级指标分值，这一行又没有填写，暂不计分；请填写分值、改正名称或换用评分办法。",
            "The policy has no points for this level-1 label and the row has no weight, so it is not scored yet; please enter a weight, correct the label or take another policy.",
            &[],
        ),
        WeightFinding::Unreadable => figures(
            "分值须是不小于 0 的数，只用数字和一个小数点，请改正。",
            "A weight must be a number of at least 0, in digits with at most one point; please correct it.",
            &[],
        ),
        WeightFinding::LocksAboveShare { share, locked } => figures(
            "这一组锁定的分值合计 {1} 分，超过全组的 {0} 分；请调低或解锁其中一些。",
            "The locked weights of this group add up to {1} points, above the group's {0}; please lower or unlock some.",
            &[*share, *locked],
        ),
    }
}

/// Something about money.
#[must_use]
pub fn fund(finding: &FundFinding, language: Language) -> String {
    let figures =
        |chinese, english, numbers: &[Number]| figures(language.pick(chinese, english), numbers);
    match finding {
        FundFinding::Unreadable => figures(
            "金额须是以万元为单位的数，只用数字和一个小数点，请改正。",
            "An amount must be a number in units of 10,000 yuan, in digits with at most one point; please correct it.",
            &[],
        ),
        FundFinding::Negative => figures(
            "金额不能是负数，请改正。",
            "An amount cannot be negative; please correct it.",
            &[],
        ),
        FundFinding::SourcesDiffer { sources, total } => figures(
            "各资金来源合计 {0} 万元，与总额 {1} 万元不符；现按总额计算，请核对。",
            "The fund sources add up to {0}, the total says {1} (in 10,000 yuan); the total is used, please check.",
            &[*sources, *total],
        ),
        FundFinding::WithoutBudget => figures(
            "没有预算却有执行数，无法计算执行率；请补填预算或改正执行数。",
            "Money was executed without a budget, so there is no rate; please enter the budget or correct the executed amount.",
            &[],
        ),
        FundFinding::AboveBudget => figures(
            "执行数超过全年预算数，执行率如实列出、得分按满分封顶；请核对预算是否调整。",
            "More was executed than budgeted: the rate is shown as it is and the score stops at full points; please check whether the budget was adjusted.",
            &[],
        ),
    }
}

/// Something about the total.
#[must_use]
pub fn total(finding: &TotalFinding, language: Language) -> String {
    let figures =
        |chinese, english, numbers: &[Number]| figures(language.pick(chinese, english), numbers);
    match finding {
        TotalFinding::NotHundred { attainable } => figures(
            "本表满分为 {0} 分而不是 100 分，等次按总分 × 100 ÷ {0} 评定；如不合适，请核对分值和预算。",
            "This table's full score is {0} and not 100, so the grade is taken on total × 100 ÷ {0}; please check weights and budget if that is not intended.",
            &[*attainable],
        ),
        TotalFinding::ScoreAboveExecution { score, rate } => figures(
            "红色预警：得分率 {0}% 比预算执行率 {1}% 高出 5% 以上，请核对自评是否偏高。",
            "Red warning: the score rate of {0}% is more than 5% above the budget execution rate of {1}%; please check whether the scores are too high.",
            &[*score, *rate],
        ),
        TotalFinding::Unspent { share: Some(share) } => figures(
            "黄色预警：全年预算有 {0}% 未执行，超过 20%；请说明结转结余的原因。",
            "Yellow warning: {0}% of the full-year budget is unspent, more than 20%; please explain the balance.",
            &[*share],
        ),
        TotalFinding::Unspent { share: None } => figures(
            "黄色预警：没有预算，请核对是否漏填。",
            "Yellow warning: there is no budget; please check whether it was left out.",
            &[],
        ),
    }
}

/// A check of the policy that fails.
#[must_use]
pub fn check(finding: &CheckFinding, language: Language) -> String {
    let figures =
        |chinese, english, numbers: &[Number]| figures(language.pick(chinese, english), numbers);
    match finding {
        CheckFinding::PartOutside { found, least, most } => figures(
            "这个一级指标的分值合计 {0} 分，评分办法要求在 {1}–{2} 分之间；请调整分值。",
            "The weights of this level-1 part add up to {0} points, outside the policy's range of {1}–{2}; please adjust them.",
            &[*found, *least, *most],
        ),
        CheckFinding::TooHeavy { found, most } => figures(
            "这一指标的分值是 {0} 分，评分办法规定不超过 {1} 分；请调低。",
            "This indicator weighs {0} points where the policy allows at most {1}; please lower it.",
            &[*found, *most],
        ),
    }
}

fn figures(template: &str, numbers: &[Number]) -> String {
    let texts: Vec<String> = numbers.iter().copied().map(Number::text).collect();
    let values: Vec<&str> = texts.iter().map(String::as_str).collect();
    fill(template, &values)
}
