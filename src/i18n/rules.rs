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

/// What a part of a built-in policy says; a part of another's is quoted as it stands.
#[must_use]
pub fn part(chinese: &str, language: Language) -> &str {
    let found = PARTS.iter().find(|(known, _)| *known == chinese);
    language.pick(chinese, found.map_or(chinese, |(_, english)| english))
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

#[rustfmt::skip]
const PARTS: [(&str, &str); 30] = [
    ("成本 0–20 分、产出 40–50 分（只作检查）", "cost 0–20 points, output 40–50 points (only checked)"),
    ("得分保留 2 位小数", "scores with 2 digits after the point"),
    ("分值按全国比例：有一级成本指标时 20 : 40 : 20 : 10，否则 50 : 30 : 10", "points in the national proportions: 20 : 40 : 20 : 10 with a level-1 cost part, else 50 : 30 : 10"),
    ("其余同 national-2020", "everything else as in national-2020"),
    ("完成率达到 130 % 须说明原因并扣分", "a completion of 130 % or more needs a reason and costs points"),
    ("扣多少分由填报人录入", "how many points it costs is typed by the person who fills in"),
    ("分值与其余同 national-2020", "points and everything else as in national-2020"),
    ("预算执行 20 分 × 执行率，绩效指标 80 分", "budget execution 20 points × rate, indicators 80 points"),
    ("反向指标按 目标值 ÷ 实际值 计分", "where less is better, target ÷ actual"),
    ("定性指标分档界线 80 % 与 50 %", "edges of the bands of words at 80 % and 50 %"),
    ("80 分按全国比例 50 : 30 : 10 分到产出、效益、满意度", "80 points shared out to output, benefit and satisfaction as 50 : 30 : 10, the national proportions"),
    ("定性各档默认 100 / 70 / 30 %", "the bands of words usually give 100 / 70 / 30 %"),
    ("预算执行 10 分、产出 50 分、效益 30 分、满意度 10 分", "budget execution 10 points, output 50, benefit 30, satisfaction 10"),
    ("未达标的正向定量指标按完成比例计分", "a missed target where more is better scores by the completion rate"),
    ("定性指标三档 100–80 %、80–60 %、60–0 %", "three bands of words: 100–80 %, 80–60 %, 60–0 %"),
    ("等次 90 / 80 / 60", "grades from 90 / 80 / 60"),
    ("“=” 指标达到或超过即得满分", "full points for = where the target is reached or passed"),
    ("超过目标值 30 % 须说明原因", "30 % over target needs a reason"),
    ("恰在 > 或 < 的边界：记为未达标，按比例得满分", "exactly at the limit of > or <: not met, and full points by the ratio"),
    ("同一级指标内各二级指标、同一二级指标内各三级指标等分", "equal shares for the level-2 groups of a level-1 part and for the indicators of a group"),
    ("预算执行 10 分、成本 20 分、产出 40 分、效益 20 分、满意度 10 分", "budget execution 10 points, cost 20, output 40, benefit 20, satisfaction 10"),
    ("未设一级成本指标时产出 50 分、效益 30 分", "without a level-1 cost part output 50 points, benefit 30"),
    ("产出下的二级成本指标按产出计", "a level-2 cost group under output counts as output"),
    ("执行率 [70,80) 总分不超过 89，[60,70) 不超过 79，[50,60) 不超过 69，[0,50) 不超过 59", "by the execution rate, the total is at most 89 in [70,80), 79 in [60,70), 69 in [50,60) and 59 in [0,50)"),
    ("超过目标值 30 % 扣 2 分", "30 % over target costs 2 points"),
    ("等次 80 / 70 / 60", "grades from 80 / 70 / 60"),
    ("每个成本指标不超过 5 分（只作检查）", "at most 5 points for each cost indicator (only checked)"),
    ("预算执行 10 分，绩效指标 90 分", "budget execution 10 points, indicators 90 points"),
    ("执行率低于 90 % 须说明原因", "an execution rate below 90 % needs a reason"),
    ("90 分按全国比例 50 : 30 : 10 分到产出、效益、满意度", "90 points shared out to output, benefit and satisfaction as 50 : 30 : 10, the national proportions"),
];

#[cfg(test)]
mod tests {
    use super::{CHOICES, FIGURES, LABELS, Table, part, policy_change};
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
    fn every_part_of_every_policy_has_english() {
        for entry in BUILT_IN {
            for one in &builtin(entry.id).expect(entry.id).source.parts {
                let said = part(&one.part, Language::English);
                assert!(!said.chars().any(is_chinese), "{}: {said}", entry.id);
                assert_eq!(part(&one.part, Language::Chinese), &*one.part);
            }
        }
        assert_eq!(part("本县另定", Language::English), "本县另定");
    }

    fn is_chinese(letter: char) -> bool {
        letter > '\u{2fff}'
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
