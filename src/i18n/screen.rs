//! The words of comparing and rolling up.

use super::Language;
use super::ui::words;

#[rustfmt::skip]
words! {
    ScreenWord, screen_word;
    Back: "返回自评表", "Back to the evaluation";
    Print: "打印", "Print";
    Compare: "对比两份自评", "Compare two evaluations";
    CompareHint: "用另一份自评与当前这份对比：选一个文件，或粘贴收到的链接。", "Compare another evaluation with the one that is open: choose a file, or paste a link.";
    CompareFile: "选择文件", "Choose a file";
    CompareLink: "粘贴链接", "Paste a link";
    Swap: "交换前后", "Swap the two";
    Before: "前", "Before";
    After: "后", "After";
    Here: "当前自评", "The open evaluation";
    FromLink: "链接", "Link";
    Standing: "变化", "Change";
    Item: "项目", "Item";
    What: "内容", "What differs";
    HeaderPart: "填报信息", "Form details";
    TaskPart: "任务与预算", "Tasks and budget";
    GoalPart: "总体目标", "Goals";
    PolicyPart: "评分办法", "Scoring policy";
    RowPart: "绩效指标", "Indicators";
    Moved: "有行的顺序不同。", "Rows stand in another order.";
    Review: "评审", "Review";
    ReviewHint: "不填即同意自评；只填评审完成值时按同一办法计分，也可直接给分。评审内容随链接和文件带走。", "What is left blank agrees with the self-evaluation. A reviewed actual is scored by the same rules, or give a score. The review travels in link and file.";
    Target: "指标值", "Target";
    Weight: "分值", "Weight";
    OwnActual: "自评完成值", "Self-evaluated";
    OwnScore: "自评得分", "Own score";
    ReviewedActual: "评审完成值", "Reviewed";
    ReviewedScore: "评审得分", "Review score";
    Opinion: "评审意见", "Opinion";
    OwnTotal: "自评总分", "Self-evaluated total";
    ReviewedTotal: "评审总分", "Reviewed total";
    WholeOpinion: "总体意见", "Overall opinion";
    BadRate: "应为 0 至 1000 之间的百分数", "A percentage from 0 to 1000";
    BadScore: "应为 0 至分值之间的数", "Between 0 and the weight";
    Share: "复制链接退回", "Return it as a link";
    RollUp: "汇总多份自评", "Roll up many evaluations";
    RollUpHint: "把各单位的自评文件拖到本页，或选择文件，或粘贴链接（一行一个）。", "Drop the units' files on this page, choose them, or paste links, one a line.";
    Files: "选择文件", "Choose files";
    Links: "汇总这些链接", "Roll up these links";
    LinksField: "链接，一行一个", "Links, one a line";
    Cancel: "停止", "Stop";
    Clear: "清空", "Clear";
    Csv: "导出 CSV", "CSV";
    ShowField: "显示", "Show";
    ShowAll: "全部", "all";
    ShowProvisional: "未定等次", "without a grade";
    ShowFailed: "打不开", "could not be opened";
    WordField: "查找单位", "Find a unit";
    More: "显示更多", "Show more";
    None: "没有符合条件的自评。", "No evaluation fits.";
    Distribution: "得分分布", "Distribution of scores";
    Source: "来源", "Source";
    Unit: "单位", "Unit";
    Year: "年度", "Year";
    Total: "总分", "Total";
    Grade: "等次", "Grade";
    Rate: "执行率", "Execution";
    Unmet: "未达标指标", "Indicators not met";
    Open: "未填待定", "Still open";
    Findings: "问题", "Findings";
    Acts: "操作", "Actions";
    OpenOne: "打开", "Open";
    PickOne: "对比", "Compare";
    PickHint: "再点另一份的“对比”。", "Now press it on another.";
    Drop: "松开即可加入汇总", "Drop to add them";
}

/// How many rows have another score than the self-evaluated one.
#[must_use]
pub fn differing(count: usize, language: Language) -> String {
    super::fill(
        language.pick("{0} 项得分与自评不同", "Scores that differ: {0}"),
        &[&count.to_string()],
    )
}

/// How far the work is.
#[must_use]
pub fn progress(done: usize, all: usize, language: Language) -> String {
    super::fill(
        language.pick("正在汇总 {0} / {1} 份", "{0} of {1} rolled up"),
        &[&done.to_string(), &all.to_string()],
    )
}

/// How many of how many are drawn.
#[must_use]
pub fn shown(shown: usize, all: usize, language: Language) -> String {
    super::fill(
        language.pick("列出 {1} 份，显示 {0} 份", "{1} listed, {0} shown"),
        &[&shown.to_string(), &all.to_string()],
    )
}

/// What a bar of the distribution stands for: how many have from so many points on.
#[must_use]
pub fn bin(from: usize, count: usize, language: Language) -> String {
    super::fill(
        language.pick("{0} 分起：{1} 份", "from {0} points: {1}"),
        &[&from.to_string(), &count.to_string()],
    )
}
