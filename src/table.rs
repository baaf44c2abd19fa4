//! 绩效目标表: what a unit promised, as published.
//!
//! Every cell is kept as its text, verbatim; numbers are read where they are needed.
//! Source: the forms 部门（单位）整体支出绩效目标表 and 项目支出绩效自评表.

use std::rc::Rc;

use crate::node::Unknown;
use crate::value::within::find;

/// 编号: the name of a row within one document, stable through edits, never shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Rc<str>);

impl Id {
    /// An id as written in a file.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The text of one cell, verbatim. Cheap to copy.
pub type Text = Rc<str>;

/// 表头: what stands above and below the tables of the form. Every field may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Header {
    /// 部门（单位）名称.
    pub unit: Text,
    /// 年度, as text, e.g. `2022`.
    pub year: Text,
    /// 项目名称, on a project's form.
    pub project: Text,
    /// 主管部门.
    pub supervisor: Text,
    /// 实施单位.
    pub implementer: Text,
    /// 填报人.
    pub filled_by: Text,
    /// 联系电话.
    pub phone: Text,
    /// 填报日期.
    pub date: Text,
    /// 预算执行偏差原因: why less was executed than the policy's limit.
    pub execution_reason: Text,
    /// 评审: what a reviewer says of budget execution and of the whole.
    pub review: HeaderReview,
    /// Fields of the file that we do not know; kept and saved again.
    pub extra: Unknown,
}

/// 评审: what a reviewer says of budget execution and of the whole. Every field may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct HeaderReview {
    /// 评审执行率, in %; empty is the self-evaluated one.
    pub rate: Text,
    /// 评审得分 of budget execution; empty is what the rules give for the rate.
    pub score: Text,
    /// 评审意见 on budget execution.
    pub execution: Text,
    /// 评审总体意见.
    pub whole: Text,
}

impl HeaderReview {
    /// Whether the reviewer says nothing of budget execution.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        let texts = [&self.rate, &self.score, &self.execution];
        texts.iter().all(|text| text.trim().is_empty())
    }
}

/// 资金: one amount by source, each in 万元, as text; empty is not reported.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Funds {
    /// 总额.
    pub total: Text,
    /// 财政拨款.
    pub fiscal: Text,
    /// 其他资金.
    pub other: Text,
}

/// 年度主要任务: a row with content and money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The row's id.
    pub id: Id,
    /// 任务名称.
    pub name: Text,
    /// 主要内容.
    pub content: Text,
    /// 年初预算数.
    pub initial: Funds,
    /// 全年预算数; an empty amount means "as the initial one".
    pub full_year: Funds,
    /// 全年执行数.
    pub executed: Funds,
    /// Unknown fields of the file.
    pub extra: Unknown,
}

impl Task {
    /// A row with nothing but an id.
    #[must_use]
    pub fn empty(id: Id) -> Self {
        Self {
            id,
            name: Text::default(),
            content: Text::default(),
            initial: Funds::default(),
            full_year: Funds::default(),
            executed: Funds::default(),
            extra: Unknown::default(),
        }
    }
}

/// 年度总体目标: one numbered sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The row's id.
    pub id: Id,
    /// 预期目标, with its published number (`目标1：…`) if it has one.
    pub text: Text,
    /// 实际完成情况.
    pub achieved: Text,
    /// Unknown fields of the file.
    pub extra: Unknown,
}

impl Goal {
    /// A row with nothing but an id.
    #[must_use]
    pub fn empty(id: Id) -> Self {
        Self {
            id,
            text: Text::default(),
            achieved: Text::default(),
            extra: Unknown::default(),
        }
    }
}

/// 三级指标: a leaf of the tree, with its target value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The row's id.
    pub id: Id,
    /// 一级指标, as published (`产出指标(50分)`).
    pub level1: Text,
    /// 二级指标, as published.
    pub level2: Text,
    /// 三级指标: the name.
    pub name: Text,
    /// 指标值: the target value.
    pub target: Text,
    /// 指标性质: the direction column, on forms that have one.
    pub direction: Text,
    /// 计量单位: the unit column, on forms that have one.
    pub unit: Text,
    /// 分值: printed or typed; empty where the weight is allocated.
    pub weight: Text,
    /// Whether the weight was locked by a person, so that the rest of its group shares the remainder.
    pub locked: bool,
    /// Unknown fields of the file.
    pub extra: Unknown,
}

impl Indicator {
    /// A row with nothing but an id.
    #[must_use]
    pub fn empty(id: Id) -> Self {
        Self {
            id,
            level1: Text::default(),
            level2: Text::default(),
            name: Text::default(),
            target: Text::default(),
            direction: Text::default(),
            unit: Text::default(),
            weight: Text::default(),
            locked: false,
            extra: Unknown::default(),
        }
    }
}

/// Which part of the national form a level-1 label stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level1 {
    /// 成本指标.
    Cost,
    /// 产出指标.
    Output,
    /// 效益指标.
    Benefit,
    /// 满意度指标.
    Satisfaction,
    /// Any other label, or none.
    Other,
}

impl Level1 {
    /// Reads a level-1 label such as `产出指标（50分）`; of several words the first one counts (`产出（含成本）`).
    #[must_use]
    pub fn of(label: &str) -> Self {
        const WORDS: [(&str, Level1); 5] = [
            ("满意", Level1::Satisfaction),
            ("成本", Level1::Cost),
            ("产出", Level1::Output),
            ("效益", Level1::Benefit),
            ("效果", Level1::Benefit),
        ];
        // Merged cells are often written downwards: `产\n出`.
        let label: String = label.chars().filter(|c| !c.is_whitespace()).collect();
        let found = WORDS
            .iter()
            .filter_map(|&(word, level)| Some((find(&label, word)?, level)));
        found.min().map_or(Self::Other, |(_, level)| level)
    }
}
