//! Places: where in a document something is, e.g. 第 5 行“应保障人员数量”的指标值.

use super::{Language, fill};
use crate::document::Document;
use crate::edit::{GoalField, HeaderField, List, RowField, Source, Stage, TaskField};
use crate::finding::Place;
use crate::table::Id;

/// Where, with the row's number and name as printed.
#[must_use]
pub fn place(place: &Place, document: &Document, language: Language) -> String {
    match place {
        Place::Header(field) => header_field(*field, language).to_owned(),
        Place::Task(id, field) => {
            let field = task_field(*field, language);
            let at = document.tasks.iter().position(|task| task.id == *id);
            let name = at
                .and_then(|at| document.tasks.get(at))
                .map(|task| &*task.name);
            cell(
                language.pick("任务", "Task"),
                at,
                name.unwrap_or_default(),
                &field,
                language,
            )
        }
        Place::Goal(id) => {
            let at = document.goals.iter().position(|goal| goal.id == *id);
            let goal = language.pick("总体目标", "Overall goal");
            cell(goal, at, "", "", language)
        }
        Place::Row(id, field) => row(id, row_field(*field, language), document, language),
        Place::Tally(id) => {
            let tally = language.pick("满意度统计", "satisfaction tally");
            row(id, tally, document, language)
        }
        Place::Execution => language
            .pick("预算执行率", "Budget execution rate")
            .to_owned(),
        Place::List(which) => list(*which, language).to_owned(),
        Place::Document => language.pick("全表", "Whole table").to_owned(),
    }
}

fn row(id: &Id, field: &str, document: &Document, language: Language) -> String {
    let at = document.row_at(id);
    let name = at
        .and_then(|at| document.rows.get(at))
        .map(|row| &*row.indicator.name);
    let kind = language.pick("指标", "Indicator");
    cell(kind, at, name.unwrap_or_default(), field, language)
}

/// 指标 5“应保障人员数量”的指标值; what is not known is left out.
fn cell(kind: &str, at: Option<usize>, name: &str, field: &str, language: Language) -> String {
    let mut out = kind.to_owned();
    if let Some(at) = at {
        out.push(' ');
        out.push_str(&at.saturating_add(1).to_string());
    }
    let name = name.trim();
    if !name.is_empty() {
        out.push_str(&fill(language.pick("“{0}”", " “{0}”"), &[name]));
    }
    if !field.is_empty() {
        let after_figure = at.is_some() && name.is_empty();
        out.push_str(language.pick(if after_figure { " 的" } else { "的" }, ", "));
        out.push_str(field);
    }
    out
}

/// A field of the header.
#[must_use]
pub const fn header_field(field: HeaderField, language: Language) -> &'static str {
    match field {
        // All that the small program finds fault with in the header.
        _ if !crate::WHOLE && !matches!(field, HeaderField::ExecutionReason) => "",
        HeaderField::Unit => language.pick("部门（单位）名称", "Unit"),
        HeaderField::Year => language.pick("年度", "Year"),
        HeaderField::Project => language.pick("项目名称", "Project"),
        HeaderField::Supervisor => language.pick("主管部门", "Supervising department"),
        HeaderField::Implementer => language.pick("实施单位", "Implementing unit"),
        HeaderField::FilledBy => language.pick("填报人", "Filled in by"),
        HeaderField::Phone => language.pick("联系电话", "Telephone"),
        HeaderField::ExecutionReason => language.pick(
            "预算执行率的偏差原因",
            "Deviation reason of budget execution",
        ),
        HeaderField::ReviewedRate => language.pick("评审执行率", "Reviewed execution rate"),
        HeaderField::ReviewScore => {
            language.pick("预算执行评审得分", "Review score of budget execution")
        }
        HeaderField::ExecutionOpinion => {
            language.pick("预算执行评审意见", "Opinion on budget execution")
        }
        HeaderField::Opinion => language.pick("评审总体意见", "Overall opinion"),
        HeaderField::Date => language.pick("填报日期", "Date"),
    }
}

/// A cell of a task.
#[must_use]
pub fn task_field(field: TaskField, language: Language) -> String {
    match field {
        TaskField::Name => language.pick("任务名称", "name").to_owned(),
        TaskField::Content => language.pick("主要内容", "content").to_owned(),
        TaskField::Amount(stage, source) => fill(
            language.pick("{0}（{1}）", "{0} ({1})"),
            &[stage_word(stage, language), source_word(source, language)],
        ),
    }
}

/// 年初 / 全年 / 执行.
#[must_use]
pub const fn stage_word(stage: Stage, language: Language) -> &'static str {
    match stage {
        Stage::Initial => language.pick("年初预算数", "initial budget"),
        Stage::FullYear => language.pick("全年预算数", "full-year budget"),
        Stage::Executed => language.pick("全年执行数", "executed amount"),
    }
}

/// 资金来源.
#[must_use]
pub const fn source_word(source: Source, language: Language) -> &'static str {
    match source {
        Source::Total => language.pick("总额", "total"),
        Source::Fiscal => language.pick("财政拨款", "fiscal appropriation"),
        Source::Other => language.pick("其他资金", "other funds"),
    }
}

/// A cell of a goal.
#[must_use]
pub const fn goal_field(field: GoalField, language: Language) -> &'static str {
    match field {
        GoalField::Text => language.pick("预期目标", "goal"),
        GoalField::Achieved => language.pick("实际完成情况", "what was achieved"),
    }
}

/// A cell of an indicator.
#[must_use]
pub const fn row_field(field: RowField, language: Language) -> &'static str {
    match field {
        RowField::Level1 => language.pick("一级指标", "level-1 indicator"),
        RowField::Level2 => language.pick("二级指标", "level-2 indicator"),
        RowField::Name => language.pick("三级指标", "name"),
        RowField::Target => language.pick("指标值", "target value"),
        RowField::Weight => language.pick("分值", "weight"),
        RowField::Actual => language.pick("实际完成值", "actual value"),
        RowField::Reason => language.pick("偏差原因分析及改进措施", "deviation reason"),
        RowField::Evidence => language.pick("佐证材料", "evidence"),
        RowField::Share => language.pick("档内得分比例", "share inside the band"),
        // The small program has no such fields.
        RowField::Deduction | RowField::Reviewed | RowField::ReviewScore | RowField::Opinion
            if !crate::WHOLE =>
        {
            ""
        }
        RowField::Deduction => language.pick("扣分", "points taken off"),
        RowField::Reviewed => language.pick("评审完成值", "reviewed actual"),
        RowField::ReviewScore => language.pick("评审得分", "review score"),
        RowField::Opinion => language.pick("评审意见", "review opinion"),
    }
}

/// A list of rows.
#[must_use]
pub const fn list(list: List, language: Language) -> &'static str {
    match list {
        List::Tasks => language.pick("年度主要任务", "Tasks"),
        List::Goals => language.pick("年度总体目标", "Overall goals"),
        List::Rows => language.pick("绩效指标", "Indicators"),
    }
}
