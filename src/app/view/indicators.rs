//! 绩效指标: the table of the official form, its head sticky, its rows in groups that are drawn apart.

use std::rc::Rc;

use yew::Html;

use super::head;
use super::row::RowShot;
use crate::app::WHOLE;
use crate::app::control::{Command, Control};
use crate::app::part::el::{El, el, many};
use crate::app::part::press::{press, toggle};
use crate::app::shot::{Shot, part};
use crate::app::show;
use crate::app::span;
use crate::app::store::Glance;
use crate::decimal::Number;
use crate::edit::List;
use crate::i18n::ui::{RuleWord, Word, rule_word, word};
use crate::scoring::Sum;
use crate::table::Id;
use crate::weight::WeightSource;

/// Rows drawn together.
const GROUP: usize = 50;

/// Draws the section.
pub fn view(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let tool = |command, of| {
        press(
            Control::Command(command).id(),
            t(of),
            "button button--quiet",
        )
    };
    let structure = if session.edits() {
        Word::StructureDone
    } else {
        Word::Structure
    };
    let edit = Control::Command(Command::Structure).id();
    let own = session.edits().then(|| {
        let own = glance
            .evaluation
            .rows
            .iter()
            .any(|row| row.weight.source == WeightSource::Printed);
        let id = Control::Command(Command::OwnWeights).id();
        toggle(
            id,
            rule_word(RuleWord::OwnWeights, session.language),
            own,
            "button button--quiet",
        )
    });
    let tools = [
        own.unwrap_or_default(),
        tool(Command::ExplainAll, Word::ExplainAll),
        tool(Command::CopyTable, Word::CopyTable),
        tool(Command::Csv, Word::Csv),
        toggle(edit, t(structure), session.edits(), "button button--quiet"),
    ];
    // The small program begins with rows and removes none.
    let empty = WHOLE && glance.document.rows.is_empty();
    let hint = empty.then(|| el("p", "hint").text(t(Word::EmptyTable)).done());
    let add = (empty || session.edits()).then(|| {
        let last = glance
            .document
            .rows
            .last()
            .map(|row| row.indicator.id.clone());
        let id = Control::Add(List::Rows, last).id();
        el("p", "add")
            .kid(press(id, t(Word::AddRow), "button"))
            .done()
    });
    head::section("h-indicators", t(Word::Indicators), None, tools)
        .kid(table(glance))
        .kids(hint)
        .kids(add)
        .kids(session.edits().then(suggestions))
        .done()
}

/// The columns before the last: `id`, head and class.
const HEADS: [(&str, Word, &str); 9] = [
    ("c-level1", Word::Level1, "sheet__level1"),
    ("c-level2", Word::Level2, "sheet__level2"),
    ("c-name", Word::Name, "sheet__name"),
    ("c-target", Word::Target, "sheet__target"),
    ("c-actual", Word::Actual, "sheet__actual"),
    ("c-completion", Word::Completion, "sheet__number"),
    ("c-weight", Word::Weight, "sheet__weight"),
    ("c-score", Word::Score, "sheet__score"),
    ("c-status", Word::Status, "sheet__status"),
];

fn table(glance: &Glance) -> El {
    let session = &glance.session;
    let class = if session.edits() {
        "sheet sheet--edit"
    } else {
        "sheet"
    };
    let last = if session.edits() {
        Word::Actions
    } else {
        Word::Reason
    };
    let head = |&(id, of, class): &(&'static str, Word, &'static str)| {
        head::column(word(of, session.language), class)
            .attr("id", id)
            .done()
    };
    let heads = HEADS.iter().map(head);
    let heads = heads.chain([head(&("c-reason", last, "sheet__reason"))]);
    let foot = (!glance.document.rows.is_empty()).then(|| foot(glance));
    el("table", class)
        .attr("aria-labelledby", "h-indicators")
        .kid(el("thead", "").kid(el("tr", "").kids(heads)))
        .kid(el("tbody", "").kid(many(groups(glance))))
        .kids(foot)
}

fn groups(glance: &Glance) -> Vec<Html> {
    let session = &glance.session;
    let rows = &glance.document.rows;
    let explained = |id: &Id| !session.explained.is_empty() && session.explained.contains(id);
    let spans = span::spans(rows, |row| explained(&row.indicator.id));
    let mut shots =
        rows.iter()
            .zip(&glance.evaluation.rows)
            .zip(spans)
            .map(|((row, result), span)| RowShot {
                row: row.clone(),
                result: Rc::clone(result),
                policy: Rc::clone(&glance.document.policy),
                span,
                explained: explained(&row.indicator.id),
                structure: session.structure,
                language: session.language,
                refusals: session.refusals,
            });
    let mut out = Vec::new();
    loop {
        let group: Rc<[RowShot]> = shots.by_ref().take(GROUP).collect();
        if group.is_empty() {
            return out;
        }
        let key = WHOLE.then(|| out.len().into());
        out.push(part(Shot::Rows(group), key));
    }
}

fn foot(glance: &Glance) -> Html {
    let sum = |pick: fn(&Sum) -> Number| {
        let numbers = glance.evaluation.parts.iter().map(|part| pick(&part.sum));
        let text = Number::sum(numbers).map_or_else(String::new, show::points);
        el("td", "row__number").text(text)
    };
    let label = el("th", "").attr("scope", "row").attr("colspan", "6");
    let line = el("tr", "")
        .kid(label.text(word(Word::Sum, glance.session.language)))
        .kid(sum(|sum| sum.weight))
        .kid(sum(|sum| sum.earned))
        .kid(el("td", "").attr("colspan", "2"));
    el("tfoot", "").kid(line).done()
}

/// The labels of the national forms.
fn suggestions() -> Html {
    const LEVELS1: [&str; 4] = ["成本指标", "产出指标", "效益指标", "满意度指标"];
    const LEVELS2: [&str; 9] = [
        "数量指标",
        "质量指标",
        "时效指标",
        "成本指标",
        "经济效益指标",
        "社会效益指标",
        "生态效益指标",
        "可持续影响指标",
        "服务对象满意度指标",
    ];
    let list = |id: &'static str, labels: &'static [&'static str]| {
        let options = labels
            .iter()
            .map(|label| el("option", "").attr("value", *label).done());
        el("datalist", "").attr("id", id).kids(options).done()
    };
    many(vec![list("levels1", &LEVELS1), list("levels2", &LEVELS2)])
}
