//! A rule of a scoring policy that differs, in words.
//!
//! Rules are named by their place in the policy's file; a word of the file that is not in the tables is quoted.

use super::{Language, fill, term};
use crate::compare::PolicyChange;
use crate::node::Node;
use crate::policy::Policy;

/// One rule that differs.
#[must_use]
pub fn policy_change(change: &PolicyChange, language: Language) -> String {
    let flag = |node: &Option<Node>| matches!(node, Some(Node::Bool(_)));
    let is_flag = flag(&change.before) || flag(&change.after);
    let said = |node: Option<&Node>| match node {
        Some(node) => value(node, language),
        // A flag that is off is left out of the file.
        None if is_flag => value(&Node::Bool(false), language),
        None => language.pick("无", "none").to_owned(),
    };
    fill(
        language.pick("{0}：{1} → {2}", "{0}: {1} → {2}"),
        &[
            &label(&change.path, language),
            &said(change.before.as_ref()),
            &said(change.after.as_ref()),
        ],
    )
}

/// The button that takes another policy.
#[must_use]
pub fn score_by(policy: &Policy, language: Language) -> String {
    fill(
        language.pick("改按“{0}”第 {1} 版计分", "Score by “{0}”, version {1}"),
        &[term::policy(policy, language), &policy.version.to_string()],
    )
}

/// What a rule is called.
fn label(path: &str, language: Language) -> String {
    pick(&LABELS, path, language)
}

/// A figure, a choice with its figures, a list of them.
fn value(node: &Node, language: Language) -> String {
    match node {
        Node::Null => language.pick("无", "none").to_owned(),
        Node::Bool(true) => language.pick("是", "yes").to_owned(),
        Node::Bool(false) => language.pick("否", "no").to_owned(),
        Node::Number(text) => text.clone(),
        Node::Text(text) if text.starts_with(|c: char| c.is_ascii_digit()) => text.clone(),
        Node::Text(word) => pick(&CHOICES, word, language),
        Node::List(items) if items.is_empty() => language.pick("无", "none").to_owned(),
        Node::List(items) => {
            let items: Vec<String> = items.iter().map(|item| value(item, language)).collect();
            items.join(language.pick("；", "; "))
        }
        Node::Object(fields) => {
            let parts = fields.iter().map(|(name, node)| {
                let said = value(node, language);
                match name.as_str() {
                    "rule" | "grade" | "part" => said,
                    name => [&pick(&FIGURES, name, language), " ", &said].concat(),
                }
            });
            let parts: Vec<String> = parts.collect();
            parts.join(language.pick("，", ", "))
        }
    }
}

type Table = [(&'static str, &'static str, &'static str)];

fn pick(table: &Table, key: &str, language: Language) -> String {
    let found = table.iter().find(|(name, ..)| *name == key);
    match found {
        Some((_, chinese, english)) => language.pick(*chinese, *english).to_owned(),
        None => fill("“{0}”", &[key]),
    }
}

#[rustfmt::skip]
const LABELS: [(&str, &str, &str); 32] = [
    ("places", "得分小数位", "Digits of a score"),
    ("rounding", "得分取舍", "Rounding of a score"),
    ("execution.points", "预算执行分值", "Points of budget execution"),
    ("execution.curve", "执行率计分", "How the execution rate scores"),
    ("execution.caps", "按执行率封顶", "Total capped by the execution rate"),
    ("execution.reasonBelow", "执行率低于此须说明（%）", "Execution below this needs a reason (%)"),
    ("shares.standard.cost", "成本", "Cost"),
    ("shares.standard.output", "产出", "Output"),
    ("shares.standard.benefit", "效益", "Benefit"),
    ("shares.standard.satisfaction", "满意度", "Satisfaction"),
    ("shares.withCost", "有成本指标时的分值", "Points with a cost part"),
    ("shares.withCost.cost", "成本（有成本指标时）", "Cost (with a cost part)"),
    ("shares.withCost.output", "产出（有成本指标时）", "Output (with a cost part)"),
    ("shares.withCost.benefit", "效益（有成本指标时）", "Benefit (with a cost part)"),
    ("shares.withCost.satisfaction", "满意度（有成本指标时）", "Satisfaction (with a cost part)"),
    ("forward", "“≥”未达标时", "When ≥ is missed"),
    ("above", "恰在“>”的边界", "Exactly at the limit of >"),
    ("reverse", "“≤”未达标时", "When ≤ is missed"),
    ("below", "恰在“<”的边界", "Exactly at the limit of <"),
    ("equal", "“=”的要求", "What = asks for"),
    ("deadline", "逾期", "A missed deadline"),
    ("bands", "定性三档", "The three bands of words"),
    ("over.threshold", "超额达到（%）", "Over target by (%)"),
    ("over.action", "超额时", "When over target"),
    ("over.reverse", "“≤”低于目标也算超额", "Below a ≤ target counts as over"),
    ("satisfaction.method", "满意度统计方法", "Method of satisfaction"),
    ("satisfaction.method.rule", "满意度统计方法", "Method of satisfaction"),
    ("satisfaction.method.levels", "计为满意的级数", "Levels that count as satisfied"),
    ("satisfaction.points", "满意度各级分值", "Points of the satisfaction levels"),
    ("satisfaction.steps", "满意度分级计分", "Satisfaction by steps"),
    ("grades", "等次界线", "Edges of the grades"),
    ("checks", "只作检查的范围", "Ranges that are only checked"),
];

#[rustfmt::skip]
const FIGURES: [(&str, &str, &str); 18] = [
    ("points", "分", "points"),
    ("started", "不足 1 按 1 计", "started ones count"),
    ("below", "低于", "below"),
    ("from", "不低于", "from"),
    ("share", "得", "gives"),
    ("pass", "及格线", "pass"),
    ("most", "最高", "at most"),
    ("least", "最低", "at least"),
    ("low", "自", "from"),
    ("high", "至", "to"),
    ("default", "默认", "usually"),
    ("levels", "级数", "levels"),
    ("steps", "分级", "steps"),
    ("cost", "成本", "cost"),
    ("output", "产出", "output"),
    ("benefit", "效益", "benefit"),
    ("satisfaction", "满意度", "satisfaction"),
    ("action", "处理", "action"),
];

#[rustfmt::skip]
const CHOICES: [(&str, &str, &str); 36] = [
    ("half-up", "四舍五入", "half up"),
    ("truncate", "截去", "cut off"),
    ("linear", "按执行率", "by the rate"),
    ("floor", "低于下限得 0 分", "0 below a floor"),
    ("steps", "分级", "by steps"),
    ("ratio", "按完成比例", "by the ratio"),
    ("threshold", "设及格线", "with a pass mark"),
    ("per-point", "每差 1 个百分点扣分", "points off per percentage point"),
    ("all-or-nothing", "不得分", "nothing"),
    ("inverse", "按目标值 ÷ 实际值", "target ÷ actual"),
    ("mirror", "按 2 − 实际值 ÷ 目标值", "2 − actual ÷ target"),
    ("met", "视为达标", "counts as met"),
    ("nothing", "不处理", "nothing"),
    ("reached", "达到或超过", "reached or above"),
    ("symmetric", "超过也扣分", "above loses too"),
    ("exact", "恰好相等", "exactly that"),
    ("choose", "由人选档次", "a person chooses the band"),
    ("per-day", "每逾期 1 天扣分", "points off per day late"),
    ("flag", "提示", "flagged"),
    ("reason", "须说明原因", "needs a reason"),
    ("minus", "说明原因并扣分", "a reason and points off"),
    ("proportional", "说明原因并按比例扣分", "a reason and proportionally less"),
    ("typed", "说明原因并录入扣分", "a reason and a typed deduction"),
    ("share", "满意率", "share satisfied"),
    ("points", "各级分值平均", "points averaged"),
    ("mean", "五级均值", "five-point mean"),
    ("part-between", "分值应在", "points should lie"),
    ("each-at-most", "每项分值", "each indicator"),
    ("cost", "成本", "cost"),
    ("output", "产出", "output"),
    ("benefit", "效益", "benefit"),
    ("satisfaction", "满意度", "satisfaction"),
    ("excellent", "优", "Excellent"),
    ("good", "良", "Good"),
    ("fair", "中", "Fair"),
    ("poor", "差", "Poor"),
];

#[cfg(test)]
mod tests {
    use super::{CHOICES, FIGURES, LABELS, Table, policy_change};
    use crate::compare::PolicyChange;
    use crate::i18n::Language;
    use crate::node::Node;
    use crate::policy::{BUILT_IN, builtin, json};

    /// Every place and word of a policy's file that stands in no table.
    fn unknown(node: &Node, path: &str, out: &mut Vec<String>) {
        let known = |table: &Table, key: &str| table.iter().any(|(name, ..)| *name == key);
        let Node::Object(fields) = node else { return };
        for (name, node) in fields {
            let path = match path {
                "" => name.clone(),
                path => [path, ".", name].concat(),
            };
            if matches!(&*path, "id" | "version" | "title" | "titleEn" | "source") {
                continue;
            }
            match node {
                Node::Object(fields) if !fields.iter().any(|(name, _)| name == "rule") => {
                    unknown(node, &path, out);
                    continue;
                }
                _ if known(&LABELS, &path) => {}
                _ => out.push(path.clone()),
            }
            words(node, out);
        }
    }

    fn words(node: &Node, out: &mut Vec<String>) {
        let known = |table: &Table, key: &str| table.iter().any(|(name, ..)| *name == key);
        match node {
            Node::Text(word)
                if !word.starts_with(|c: char| c.is_ascii_digit()) && !known(&CHOICES, word) =>
            {
                out.push(word.clone());
            }
            Node::List(items) => items.iter().for_each(|item| words(item, out)),
            Node::Object(fields) => {
                for (name, node) in fields {
                    if !matches!(&**name, "rule" | "grade" | "part") && !known(&FIGURES, name) {
                        out.push(name.clone());
                    }
                    words(node, out);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn every_rule_of_every_policy_has_words() {
        let mut out = Vec::new();
        for entry in BUILT_IN {
            let policy = builtin(entry.id).expect(entry.id);
            unknown(&json::write(&policy), "", &mut out);
        }
        assert_eq!(out, [""; 0]);
    }

    #[test]
    fn a_rule_is_said_in_both_languages() {
        let number = |text: &str| Node::text(text);
        let band = Node::Object(vec![
            ("low".to_owned(), number("80")),
            ("high".to_owned(), number("100")),
        ]);
        let change = PolicyChange {
            path: "bands".to_owned(),
            before: Some(Node::List(vec![band])),
            after: None,
        };
        let said = Language::ALL.map(|language| policy_change(&change, language));
        assert_eq!(said[0], "定性三档：自 80，至 100 → 无");
        assert_eq!(said[1], "The three bands of words: from 80, to 100 → none");
    }
}
