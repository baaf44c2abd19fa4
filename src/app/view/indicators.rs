//! 绩效指标: the table of the official form, its head sticky, its rows in groups that are drawn apart.

use std::rc::Rc;

use yew::{Html, html};

use super::row::RowShot;
use crate::app::control::{Command, Control};
use crate::app::part::press::{press, toggle};
use crate::app::shot::{Part, Shot};
use crate::app::show;
use crate::app::span;
use crate::app::store::Glance;
use crate::decimal::Number;
use crate::edit::List;
use crate::i18n::ui::{Word, word};

/// Rows drawn together.
const GROUP: usize = 50;

/// Draws the section.
pub fn view(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let structure = if session.structure {
        Word::StructureDone
    } else {
        Word::Structure
    };
    html! {
        <section class="section" aria-labelledby="h-indicators">
            <div class="section__head">
                <h2 id="h-indicators">{ t(Word::Indicators) }</h2>
                <span class="section__tools">
                    { press(Control::Command(Command::ExplainAll).id(), t(Word::ExplainAll), "button button--quiet") }
                    { press(Control::Command(Command::CopyTable).id(), t(Word::CopyTable), "button button--quiet") }
                    { press(Control::Command(Command::Csv).id(), t(Word::Csv), "button button--quiet") }
                    { toggle(Control::Command(Command::Structure).id(), t(structure), session.structure, "button button--quiet") }
                </span>
            </div>
            { table(glance) }
        </section>
    }
}

fn table(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let class = if session.structure {
        "sheet sheet--edit"
    } else {
        "sheet"
    };
    let last = if session.structure {
        Word::Actions
    } else {
        Word::Reason
    };
    let heads = [
        ("c-level1", Word::Level1, "sheet__level1"),
        ("c-level2", Word::Level2, "sheet__level2"),
        ("c-name", Word::Name, "sheet__name"),
        ("c-target", Word::Target, "sheet__target"),
        ("c-actual", Word::Actual, "sheet__actual"),
        ("c-completion", Word::Completion, "sheet__number"),
        ("c-weight", Word::Weight, "sheet__weight"),
        ("c-score", Word::Score, "sheet__score"),
        ("c-status", Word::Status, "sheet__status"),
        ("c-reason", last, "sheet__reason"),
    ];
    let heads = heads.map(|(id, of, class)| html! { <th scope="col" {id} {class}>{ t(of) }</th> });
    let empty = glance.document.rows.is_empty();
    html! {
        <>
            <table {class} aria-labelledby="h-indicators">
                <thead><tr>{ for heads }</tr></thead>
                <tbody>{ for groups(glance) }</tbody>
                { for (!empty).then(|| foot(glance)) }
            </table>
            { for empty.then(|| html! { <p class="hint">{ t(Word::EmptyTable) }</p> }) }
            { for (empty || session.structure).then(|| add(glance)) }
            { for session.structure.then(suggestions) }
        </>
    }
}

fn groups(glance: &Glance) -> Vec<Html> {
    let session = &glance.session;
    let rows = &glance.document.rows;
    let explained =
        |id: &crate::table::Id| !session.explained.is_empty() && session.explained.contains(id);
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
        let key = out.len();
        out.push(html! { <Part {key} shot={Shot::Rows(group)} /> });
    }
}

fn foot(glance: &Glance) -> Html {
    let sum = |pick: fn(&crate::scoring::Sum) -> Number| {
        let numbers = glance.evaluation.parts.iter().map(|part| pick(&part.sum));
        Number::sum(numbers).map_or_else(String::new, show::points)
    };
    html! {
        <tfoot>
            <tr>
                <th scope="row" colspan="6">{ word(Word::Sum, glance.session.language) }</th>
                <td class="row__number">{ sum(|sum| sum.weight) }</td>
                <td class="row__number">{ sum(|sum| sum.earned) }</td>
                <td colspan="2"></td>
            </tr>
        </tfoot>
    }
}

fn add(glance: &Glance) -> Html {
    let last = glance
        .document
        .rows
        .last()
        .map(|row| row.indicator.id.clone());
    let id = Control::Add(List::Rows, last).id();
    html! { <p class="add">{ press(id, word(Word::AddRow, glance.session.language), "button") }</p> }
}

/// The labels of the national forms.
fn suggestions() -> Html {
    const LEVELS1: [&str; 4] = ["成本指标", "产出指标", "效益指标", "满意度指标"];
    const LEVELS2: [&str; 10] = [
        "数量指标",
        "质量指标",
        "时效指标",
        "成本指标",
        "经济效益指标",
        "社会效益指标",
        "生态效益指标",
        "可持续影响指标",
        "服务对象满意度指标",
        "经济成本指标",
    ];
    let options = |labels: &'static [&'static str]| {
        labels
            .iter()
            .map(|label| html! { <option value={*label} /> })
    };
    html! {
        <>
            <datalist id="levels1">{ for options(&LEVELS1) }</datalist>
            <datalist id="levels2">{ for options(&LEVELS2) }</datalist>
        </>
    }
}
