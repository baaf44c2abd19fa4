//! One word or sentence a line: what it is called in code, in Chinese, in English.

use crate::i18n::Language;

/// Declares an enum and its words from one list, so that neither language can lack a word. Those named as `later` are
/// only said by the whole program.
macro_rules! words {
    ($words:ident, $word:ident $(, later: $($later:ident)+)?; $($name:ident: $chinese:literal, $english:literal;)*) => {
        /// A word or sentence of the page that holds no value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $words {
            $(#[doc = $chinese] $name,)*
        }

        impl $words {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }

        /// A word or sentence of the page.
        #[must_use]
        pub const fn $word(word: $words, language: Language) -> &'static str {
            match word {
                $($($words::$later)|+ if !crate::WHOLE => "",)?
                $($words::$name => language.pick($chinese, $english),)*
            }
        }
    };
}
#[cfg(feature = "more")]
pub(crate) use words;

#[rustfmt::skip]
words! {
    Word, word, later: StructureDone Add Remove Up Down Lock Unlock AddTask AddGoal AddRow Mend DropTally NoSatisfaction
        EmptyTable NothingYet FormTitle ProjectTitle Deduction GradeWord SignHead SignFinance SignFiller SignDate LockMark;
    Product: "绩评", "Jiping";
    Kept: "已保存", "Saved";
    NoUnit: "未填写单位", "Unnamed unit";
    Undo: "撤销", "Undo";
    Redo: "重做", "Redo";
    Open: "打开", "Open";
    Save: "保存", "Save";
    CopyTable: "复制表格", "Copy table";
    Csv: "导出 CSV", "CSV";
    Print: "打印", "Print";
    ShareLink: "链接", "Link";
    Shelf: "本机自评", "On this computer";
    OpenLink: "打开链接", "Open a link";
    ReviewIt: "评审", "Review";
    CompareTwo: "对比", "Compare";
    RollUpMany: "汇总", "Roll up";
    OtherLanguage: "EN", "中文";
    SwitchLanguage: "Switch to English", "切换到中文";
    Offer: "这是一份公开的 2022 年绩效目标表，可以直接试填。", "This is a published target table of 2022: type into it to see how it works.";
    OfferOpen: "打开自己的表", "Open your own table";
    OfferEmpty: "从空表开始", "Start empty";
    Dismiss: "不再提示", "Dismiss";
    Tasks: "任务与预算", "Tasks and budget";
    Goals: "总体目标", "Goals";
    Indicators: "绩效指标", "Indicators";
    Satisfaction: "满意度", "Satisfaction";
    Findings: "检查", "Checks";
    SkipToTable: "跳到绩效指标", "Skip to the indicators";
    Summary: "得分概览", "Score summary";
    Sections: "各部分", "Sections";
    Total: "总分", "Total";
    Provisional: "暂计", "Provisional";
    Points: "分", "pts";
    Execution: "预算执行", "Budget execution";
    Level1: "一级指标", "Level 1";
    Level2: "二级指标", "Level 2";
    Name: "三级指标", "Indicator";
    Target: "指标值", "Target";
    Actual: "实际完成值", "Actual";
    Completion: "完成率", "Rate";
    Weight: "分值", "Weight";
    Score: "得分", "Score";
    Status: "状态", "Status";
    Reason: "偏差原因及改进措施", "Reason and remedy";
    Explain: "得分依据", "How this score came about";
    Structure: "编辑表格", "Edit the table";
    StructureDone: "完成编辑", "Done editing";
    ExplainAll: "全部依据", "All derivations";
    Band: "档次", "Band";
    Share: "档内比例", "Share in the band";
    Actions: "操作", "Actions";
    Add: "在下方增加一行", "Add a row below";
    Remove: "删除这一行", "Remove this row";
    Up: "上移", "Move up";
    Down: "下移", "Move down";
    Lock: "锁定分值", "Lock this weight";
    Unlock: "解除锁定", "Unlock this weight";
    AddTask: "增加任务", "Add a task";
    AddGoal: "增加目标", "Add a goal";
    AddRow: "增加指标", "Add an indicator";
    TaskName: "任务名称", "Task";
    TaskContent: "主要内容", "Content";
    Initial: "年初预算数", "Initial budget";
    FullYear: "全年预算数", "Full-year budget";
    Executed: "全年执行数", "Executed";
    Rate: "执行率", "Rate";
    Sum: "合计", "Sum";
    TenThousandYuan: "万元", "10,000 yuan";
    BySource: "按资金来源填报", "By fund source";
    GoalText: "预期目标", "Goal";
    GoalAchieved: "实际完成情况", "What was achieved";
    Form: "填报信息", "Form details";
    Unit: "部门（单位）名称", "Unit";
    Year: "年度", "Year";
    Project: "项目名称", "Project";
    Supervisor: "主管部门", "Supervising department";
    Implementer: "实施单位", "Implementing unit";
    FilledBy: "填报人", "Filled in by";
    Phone: "联系电话", "Telephone";
    Date: "填报日期", "Date";
    Policy: "评分办法", "Scoring policy";
    Fold: "收起", "Hide";
    NotFilled: "未填", "To fill in:";
    NoFindings: "填写上没有发现问题；指标设得是否合理，请自行核对。", "Nothing to report about what is filled in; whether the indicators themselves make sense is for you to check.";
    NothingElse: "除未填、待处理和缺原因的项目外，填写上没有发现问题。", "Nothing else to report beside what is still to be filled in.";
    Mend: "采用建议", "Apply";
    Jump: "去查看", "Go there";
    NothingMissing: "已全部填完", "Everything is filled in";
    UseTally: "用统计表计算", "Use a tally";
    DropTally: "改为直接填写", "Type it instead";
    NoSatisfaction: "表中没有以满意率为指标值的满意度指标。", "No satisfaction indicator here has a rate as its target.";
    Method: "统计方法", "Method";
    Result: "结果", "Result";
    Answered: "有效份数", "Valid answers";
    EmptyTable: "还没有可计分的指标。增加一项后，可把 Excel、WPS 里的整块表格粘贴到它的格子里。", "Nothing to score yet. Add an indicator; a block from Excel or WPS can be pasted into its cells.";
    NotApplicable: "不适用", "Not applicable";
    FormTitle: "部门（单位）整体支出绩效自评表", "Self-evaluation of the unit's overall expenditure";
    ProjectTitle: "项目支出绩效自评表", "Self-evaluation of the project's expenditure";
    NothingYet: "还没有可计分的指标", "Nothing to score yet";
    DropHere: "松开即可打开这个文件", "Drop to open this file";
    ExecutionReason: "预算执行偏差原因", "Reason for low execution";
    Evidence: "佐证材料", "Evidence";
    Deduction: "扣分", "Points off";
    GradeWord: "等次", "Grade";
    Reached: "达到", "reached";
    SignHead: "单位负责人", "Head of unit";
    SignFinance: "财务负责人", "Head of finance";
    SignFiller: "填报人", "Filled in by";
    BandAchieved: "达成", "met";
    BandPartly: "部分", "part";
    BandMissed: "未达成", "missed";
    ReadAs: "识别为", "read as";
    Close: "知道了", "Close";
    ToConfirm: "待处理", "To settle:";
    ReasonMissing: "缺偏差原因", "To explain:";
    FundSource: "资金来源", "Source";
    FillGoals: "填写完成情况", "Fill in what was achieved";
    New: "新建", "New";
    LockMark: "锁", "lock";
    WhyLost: "未满分，须说明", "Points lost: say why";
    WhyOver: "超额多，须说明", "Over target: say why";
    WhyExecution: "执行率低，须说明", "Low execution: say why";
    TakeNewer: "载入较新的版本", "Take the newer version";
    KeepCopy: "把此处另存为副本", "Keep this one as a copy";
    Copy: "副本", "copy";
    SignDate: "填报日期", "Date";
}

// A list of their own: no other button reads them, so the small program does without them.
#[rustfmt::skip]
words! {
    RuleWord, rule_word;
    RuleExecution: "预算执行", "Budget execution";
    PolicySource: "依据", "Source";
    OwnWeights: "分值由表自带", "Weights from the table";
    TakeRules: "采用改动", "Use these rules";
    ForgetHint: "各项分值合计须为 100；采用后另存为自定办法，可撤销。", "Points must add up to 100. Using them makes a policy of your own; you can undo it.";
    Keep: "不变", "as it is";
    RuleReasonBelow: "执行率低于此须说明（%）", "Execution below this needs a reason (%)";
    RuleCost: "成本", "Cost";
    RuleOutput: "产出", "Output";
    RuleBenefit: "效益", "Benefit";
    RuleSatisfaction: "满意度", "Satisfaction";
    RuleWithCost: "（有成本指标时）", " (with a cost part)";
    RuleExcellent: "优，不低于", "Excellent from";
    RuleGood: "良，不低于", "Good from";
    RuleFair: "中，不低于", "Fair from";
    RuleOver: "超额达到（%）", "Over target by (%)";
    RuleOverAction: "超额时", "When over target";
    RuleReverse: "“≤”未达标时", "When ≤ is missed";
    RuleEqual: "“=”的要求", "What = asks for";
    OverNothing: "不处理", "nothing";
    OverFlag: "标出", "mark it";
    OverReason: "须说明原因", "ask for a reason";
    ReverseInverse: "分值 × 指标值 ÷ 实际值", "weight × target ÷ actual";
    ReverseMirror: "分值 ×（2 − 实际值 ÷ 指标值）", "weight × (2 − actual ÷ target)";
    ReverseAll: "不得分", "no points";
    ReversePerPoint: "每超一个百分点扣分", "points off for each point over";
    ReverseThreshold: "按比例，低于及格线不得分", "in proportion, nothing below a pass line";
    RuleReversePoints: "每个百分点扣（分）", "Points off for each point";
    RuleReverseStarted: "不足一个百分点", "A started point";
    StartedPart: "按比例扣", "counts in part";
    StartedWhole: "按一个扣", "counts whole";
    RuleReversePass: "及格线（指标值 ÷ 实际值，%）", "Pass line (target ÷ actual, %)";
    EqualReached: "达到或超过即满分", "reached or above: full points";
    EqualSymmetric: "多或少都按比例扣", "above and below lose in proportion";
    EqualExact: "相等才得分", "points only when equal";
}
