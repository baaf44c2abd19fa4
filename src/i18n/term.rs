//! Terms: one word or phrase for each value of the core's small enums.

use super::{Language, fill};
use crate::actual::Band;
use crate::policy::{Basis, Grade, Policy};
use crate::scoring::{ExecutionState, MissingKind, ReasonCause, Status};
use crate::survey::Method;
use crate::table::Level1;
use crate::value::{Comparator, Severity};
use crate::weight::WeightSource;

/// 状态: how a row stands.
#[must_use]
pub const fn status(status: Status, language: Language) -> &'static str {
    match status {
        Status::Met => language.pick("达标", "Met"),
        Status::Over => language.pick("超额", "Exceeded"),
        Status::AtLimit => language.pick("未达标（恰在界限）", "Not met (at the limit)"),
        Status::NotMet => language.pick("未达标", "Not met"),
        Status::NotReported => language.pick("未填", "Not filled in"),
        Status::Asks => language.pick("待确认", "To confirm"),
        Status::Unreadable => language.pick("读不懂", "Unreadable"),
        Status::NotScored => language.pick("不计分", "Not scored"),
    }
}

/// 等次.
#[must_use]
pub const fn grade(grade: Grade, language: Language) -> &'static str {
    match grade {
        Grade::Excellent => language.pick("优", "Excellent"),
        Grade::Good => language.pick("良", "Good"),
        Grade::Fair => language.pick("中", "Fair"),
        Grade::Poor => language.pick("差", "Poor"),
    }
}

/// 档次: the phrase of the official form.
#[must_use]
pub const fn band(band: Band, language: Language) -> &'static str {
    match band {
        Band::Achieved => language.pick("达成预期指标", "achieved as expected"),
        Band::Partly => language.pick(
            "部分达成预期指标并具有一定效果",
            "partly achieved, with some effect",
        ),
        Band::Missed => language.pick(
            "未达成预期指标且效果较差",
            "not achieved, with little effect",
        ),
    }
}

/// 比较符 as printed.
#[must_use]
pub const fn sign(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Equal => "=",
        Comparator::AtLeast => "≥",
        Comparator::AtMost => "≤",
        Comparator::Above => ">",
        Comparator::Below => "<",
    }
}

/// 比较符 in words.
#[must_use]
pub const fn comparator(comparator: Comparator, language: Language) -> &'static str {
    match comparator {
        Comparator::Equal => language.pick("等于", "equal to"),
        Comparator::AtLeast => language.pick("不低于", "at least"),
        Comparator::AtMost => language.pick("不超过", "at most"),
        Comparator::Above => language.pick("高于", "above"),
        Comparator::Below => language.pick("低于", "below"),
    }
}

/// Where a weight comes from.
#[must_use]
pub const fn weight_source(source: WeightSource, language: Language) -> &'static str {
    match source {
        WeightSource::Printed
        | WeightSource::Locked
        | WeightSource::SubRow
        | WeightSource::Placeholder
        | WeightSource::Unknown
            if !crate::WHOLE =>
        {
            ""
        }
        WeightSource::Printed => language.pick("表中所列分值", "weight given in the table"),
        WeightSource::Locked => language.pick("已锁定的分值", "locked weight"),
        WeightSource::Allocated => language.pick(
            "按评分办法在二级指标间、再在指标间平均分配",
            "shared out equally over level-2 groups, then over indicators",
        ),
        WeightSource::SubRow => language.pick(
            "“其中”项，不单独计分",
            "sub-item of the row above, not scored by itself",
        ),
        WeightSource::Placeholder => language.pick("占位行，不计分", "placeholder row, not scored"),
        WeightSource::Unknown => language.pick(
            "评分办法没有给一级指标分值，请填写",
            "no points for this level-1 part in the policy; please enter a weight",
        ),
    }
}

/// Why a deviation reason is mandatory.
#[must_use]
pub const fn reason_cause(cause: ReasonCause, language: Language) -> &'static str {
    match cause {
        ReasonCause::PointsLost => language.pick(
            "得分低于分值，请填写偏差原因分析及改进措施。",
            "The score is below the weight; please explain the deviation and what will be improved.",
        ),
        ReasonCause::Over => language.pick(
            "超额完成达到评分办法的界限，请填写偏差原因。",
            "The target was exceeded by the policy's threshold or more; please explain the deviation.",
        ),
        ReasonCause::LowExecution => language.pick(
            "预算执行率低于评分办法的界限，请填写偏差原因分析及改进措施。",
            "The budget execution rate is below the policy's limit; please explain the deviation and what will be improved.",
        ),
    }
}

/// What is still to do, in a word or two.
#[must_use]
pub const fn missing_kind(kind: MissingKind, language: Language) -> &'static str {
    match kind {
        MissingKind::NotReported => language.pick("未填", "not filled in"),
        MissingKind::Asks => language.pick("待确认", "to confirm"),
        MissingKind::Unreadable => language.pick("读不懂", "unreadable"),
        MissingKind::Reason => language.pick("缺偏差原因", "reason missing"),
    }
}

/// How budget execution stands.
#[must_use]
pub const fn execution_state(state: ExecutionState, language: Language) -> &'static str {
    match state {
        ExecutionState::Known => language.pick("已得出执行率", "rate known"),
        ExecutionState::NotReported => {
            language.pick("执行数未填全", "executed amounts not filled in")
        }
        ExecutionState::NotApplicable => language.pick(
            "无预算也无执行，不适用",
            "no budget and nothing executed: not applicable",
        ),
        ExecutionState::Unusable => {
            language.pick("金额有误，无法计算", "amounts cannot be used as they are")
        }
    }
}

/// 一级指标 of the national form.
#[must_use]
pub const fn level1(level: Level1, language: Language) -> &'static str {
    match level {
        Level1::Cost => language.pick("成本指标", "cost indicators"),
        Level1::Output => language.pick("产出指标", "output indicators"),
        Level1::Benefit => language.pick("效益指标", "benefit indicators"),
        Level1::Satisfaction => language.pick("满意度指标", "satisfaction indicators"),
        Level1::Other => language.pick("其他指标", "other indicators"),
    }
}

/// How much something to tell weighs.
#[must_use]
pub const fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Note => language.pick("提示", "Note"),
        Severity::Ask => language.pick("待确认", "To confirm"),
        Severity::Error => language.pick("错误", "Error"),
    }
}

/// What a part of a policy rests on.
#[must_use]
pub const fn basis(basis: Basis, language: Language) -> &'static str {
    match basis {
        Basis::Document => language.pick("文件规定", "set by the document"),
        Basis::Practice => language.pick("通行做法", "common practice"),
        Basis::Ours => language.pick(
            "文件未定，本系统约定",
            "set by this program, as no source decides",
        ),
    }
}

/// The title of a policy.
#[must_use]
pub fn policy(policy: &Policy, language: Language) -> &str {
    language.pick(&*policy.title, &*policy.title_en)
}

/// A level of a tally: 0 很满意 … 4 不满意, 5 and above 未作答.
#[must_use]
pub const fn tally_level(level: u8, language: Language) -> &'static str {
    match level {
        0 => language.pick("很满意", "very satisfied"),
        1 => language.pick("满意", "satisfied"),
        2 => language.pick("一般", "neutral"),
        3 => language.pick("不太满意", "rather dissatisfied"),
        4 => language.pick("不满意", "dissatisfied"),
        5.. => language.pick("未作答", "no answer"),
    }
}

/// 统计方法, with the levels that count as satisfied.
#[must_use]
pub fn method(method: Method, language: Language) -> String {
    match method {
        Method::Share { levels } => {
            let mut list = String::new();
            for level in 0..levels.min(5) {
                if level > 0 {
                    list.push_str(language.pick("、", ", "));
                }
                list.push_str(tally_level(level, language));
            }
            fill(
                language.pick("满意率（{0}）", "share satisfied ({0})"),
                &[&list],
            )
        }
        Method::Points => language
            .pick("赋分法", "points per level, averaged")
            .to_owned(),
        Method::Mean => language
            .pick("五级均值（折合百分比）", "five-point mean, as a percentage")
            .to_owned(),
    }
}
