//! What differs between two evaluations, in words.

use super::{Language, fill, place, term};
use crate::compare::{Comparison, Entry, RowChange, Side, Standing, TextChange};
use crate::decimal::Number;
use crate::edit::{GoalField, HeaderField, TaskField};
use crate::scoring::Totals;
use crate::survey::Tally;

/// 新增 / 删除 / 修改.
#[must_use]
pub const fn standing(standing: Standing, language: Language) -> &'static str {
    match standing {
        Standing::Added => language.pick("新增", "added"),
        Standing::Removed => language.pick("删除", "removed"),
        Standing::Changed => language.pick("修改", "changed"),
    }
}

/// Both totals and grades in one sentence.
#[must_use]
pub fn summary(comparison: &Comparison, language: Language) -> String {
    if comparison.is_same() {
        let same = language.pick("两份自评相同。", "The two evaluations are the same.");
        return same.to_owned();
    }
    fill(
        language.pick("总分：{0} → {1}。", "Total: {0} → {1}."),
        &[
            &side(&comparison.before, language),
            &side(&comparison.after, language),
        ],
    )
}

/// Both totals and grades as reviewed, where a reviewer says anything in one of them.
#[must_use]
pub fn reviewed(comparison: &Comparison, language: Language) -> Option<String> {
    let (before, after) = (&comparison.before, &comparison.after);
    if before.reviewed.is_none() && after.reviewed.is_none() {
        return None;
    }
    let said = |side: &Side| match &side.reviewed {
        Some(seen) => figure(&seen.totals, language),
        None => language.pick("未评审", "not reviewed").to_owned(),
    };
    Some(fill(
        language.pick("评审总分：{0} → {1}。", "Reviewed total: {0} → {1}."),
        &[&said(before), &said(after)],
    ))
}

/// 预算执行: rates and scores, and as reviewed where that is something else; nothing where the two are alike.
#[must_use]
pub fn execution(comparison: &Comparison, language: Language) -> Option<String> {
    let figures = |side: &Side| {
        let own = (side.execution.rate, side.execution.score);
        let seen = side.reviewed.as_ref().map(|seen| &seen.execution);
        (own, seen.map_or(own, |seen| (seen.rate, seen.score)))
    };
    let (before, after) = (figures(&comparison.before), figures(&comparison.after));
    if before == after {
        return None;
    }
    let said = |(own, seen): (Figures, Figures)| {
        let mut words = rate_and_score(own, language);
        if own != seen {
            let review = language.pick("；评审后{0}", "; after review {0}");
            words.push_str(&fill(review, &[&rate_and_score(seen, language)]));
        }
        words
    };
    Some(fill(
        language.pick("预算执行：{0} → {1}。", "Budget execution: {0} → {1}."),
        &[&said(before), &said(after)],
    ))
}

type Figures = (Option<Number>, Option<Number>);

/// `执行率 98.5%，得分 9.85`.
fn rate_and_score((rate, score): Figures, language: Language) -> String {
    let rate = option(rate, language, |rate| rate.text() + "%");
    let score = option(score, language, |score| score.fixed(2));
    fill(
        language.pick("执行率 {0}，得分 {1}", "rate {0}, score {1}"),
        &[&rate, &score],
    )
}

fn side(side: &Side, language: Language) -> String {
    figure(&side.totals, language)
}

/// `92.10（优）`, or `61.20（暂计）`.
fn figure(totals: &Totals, language: Language) -> String {
    let grade = totals.grade.map_or_else(
        || language.pick("暂计", "so far"),
        |grade| term::grade(grade, language),
    );
    fill(
        language.pick("{0}（{1}）", "{0} ({1})"),
        &[&totals.so_far.fixed(2), grade],
    )
}

/// How many rows were added, removed and changed.
#[must_use]
pub fn counts(comparison: &Comparison, language: Language) -> String {
    let mut counts = [0_usize; 3];
    let standings = standings(&comparison.tasks)
        .chain(standings(&comparison.goals))
        .chain(standings(&comparison.rows));
    for standing in standings {
        let at = match standing {
            Standing::Added => 0,
            Standing::Removed => 1,
            Standing::Changed => 2,
        };
        if let Some(count) = counts.get_mut(at) {
            *count += 1;
        }
    }
    let [added, removed, changed] = counts.map(|count| count.to_string());
    fill(
        language.pick(
            "新增 {0} 行，删除 {1} 行，修改 {2} 行。",
            "Rows: {0} added, {1} removed, {2} changed.",
        ),
        &[&added, &removed, &changed],
    )
}

fn standings<C>(entries: &[Entry<C>]) -> impl Iterator<Item = Standing> {
    entries.iter().map(Entry::standing)
}

/// That the policies differ; nothing where they do not.
#[must_use]
pub fn policies(comparison: &Comparison, language: Language) -> Option<String> {
    if !comparison.has_other_policy() {
        return None;
    }
    let (before, after) = (&comparison.before.policy, &comparison.after.policy);
    let versions = [before.version.to_string(), after.version.to_string()];
    let [was, is] = &versions;
    Some(fill(
        language.pick(
            "评分办法：“{0}”第 {1} 版 → “{2}”第 {3} 版。",
            "Scoring policy: “{0}”, version {1} → “{2}”, version {3}.",
        ),
        &[
            term::policy(before, language),
            was,
            term::policy(after, language),
            is,
        ],
    ))
}

/// A header field that differs.
#[must_use]
pub fn header_change(change: &TextChange<HeaderField>, language: Language) -> String {
    let name = place::header_field(change.field, language);
    texts(name, &change.before, &change.after, language)
}

/// A task's cell that differs.
#[must_use]
pub fn task_change(change: &TextChange<TaskField>, language: Language) -> String {
    let name = place::task_field(change.field, language);
    texts(&name, &change.before, &change.after, language)
}

/// A goal's cell that differs.
#[must_use]
pub fn goal_change(change: &TextChange<GoalField>, language: Language) -> String {
    let name = place::goal_field(change.field, language);
    texts(name, &change.before, &change.after, language)
}

/// One difference of an indicator row.
#[must_use]
pub fn row_change(change: &RowChange, language: Language) -> String {
    let arrow = |name: (&str, &str), before: String, after: String| {
        values(language.pick(name.0, name.1), &before, &after, language)
    };
    match change {
        RowChange::Text(change) => {
            let name = place::row_field(change.field, language);
            texts(name, &change.before, &change.after, language)
        }
        RowChange::Direction(before, after) => texts(
            language.pick("指标性质", "Direction"),
            before,
            after,
            language,
        ),
        RowChange::Unit(before, after) => {
            texts(language.pick("计量单位", "Unit"), before, after, language)
        }
        RowChange::Locked(true) => language
            .pick("分值已锁定。", "The weight is locked now.")
            .to_owned(),
        RowChange::Locked(false) => language
            .pick("分值已解锁。", "The weight is unlocked now.")
            .to_owned(),
        RowChange::Band(before, after) => {
            let said = |band| option(band, language, |band| term::band(band, language).to_owned());
            arrow(("档次", "Band"), said(*before), said(*after))
        }
        RowChange::Comparator(before, after) => {
            let said = |sign| option(sign, language, |sign| term::sign(sign).to_owned());
            arrow(("比较符", "Comparator"), said(*before), said(*after))
        }
        RowChange::Confirmed(before, after) => {
            let said = |number| option(number, language, |number: Number| number.text() + "%");
            arrow(
                ("确认的完成值", "Confirmed actual"),
                said(*before),
                said(*after),
            )
        }
        RowChange::Tally(before, after) => {
            let said = |tally| option(tally, language, |tally| tally_words(tally, language));
            arrow(
                ("满意度统计", "Satisfaction tally"),
                said(before.as_ref()),
                said(after.as_ref()),
            )
        }
        RowChange::Unknown => language
            .pick("附带的其他内容不同。", "Other fields differ.")
            .to_owned(),
        RowChange::Points(before, after) => arrow(
            ("计算分值", "Points worked out"),
            before.text(),
            after.text(),
        ),
        RowChange::Score(before, after) => {
            let said = |score| option(score, language, |score: Number| score.text());
            arrow(("得分", "Score"), said(*before), said(*after))
        }
        RowChange::Reviewed(before, after) => {
            let said = |score| option(score, language, |score: Number| score.text());
            arrow(
                ("评审后得分", "Score after review"),
                said(*before),
                said(*after),
            )
        }
    }
}

/// What a value says, or that there is none.
fn option<T>(value: Option<T>, language: Language, said: impl Fn(T) -> String) -> String {
    value.map_or_else(|| language.pick("无", "none").to_owned(), said)
}

/// The five counts and the method.
fn tally_words(tally: &Tally, language: Language) -> String {
    let counts = tally.counts.each_ref().map(|count| match &**count {
        "" => "–",
        count => count,
    });
    let mut words = counts.join("/");
    words.push_str(language.pick("，", ", "));
    words.push_str(&term::method(tally.method, language));
    words
}

/// A text that differs, quoted.
fn texts(name: &str, before: &str, after: &str, language: Language) -> String {
    let quoted = |text: &str| match text {
        "" => language.pick("空", "empty").to_owned(),
        text => fill("“{0}”", &[text]),
    };
    values(name, &quoted(before), &quoted(after), language)
}

fn values(name: &str, before: &str, after: &str, language: Language) -> String {
    fill(
        language.pick("{0}：{1} → {2}", "{0}: {1} → {2}"),
        &[name, before, after],
    )
}
