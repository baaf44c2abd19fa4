//! 任务与预算: one line a task with initial, full-year and executed amounts, the rate and its points.

use std::rc::Rc;

use yew::{AttrValue, Html, html};

use crate::app::control::{Control, escape};
use crate::app::part::field::Field;
use crate::app::part::press::{press, sign, toggle};
use crate::app::session::Fold;
use crate::app::show;
use crate::app::store::Glance;
use crate::decimal::Number;
use crate::edit::{HeaderField, List, Source, Stage, TaskField};
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, derivation, place, term};
use crate::scoring::{ExecutionState, TaskResult};
use crate::table::{Funds, Task, Text};

/// Whether the section looks the same.
#[must_use]
pub fn same(a: &Glance, b: &Glance) -> bool {
    let (x, y) = (&a.document, &b.document);
    x.tasks.len() == y.tasks.len()
        && x.tasks.iter().zip(&y.tasks).all(|(x, y)| Rc::ptr_eq(x, y))
        && Rc::ptr_eq(&x.header, &y.header)
        && Rc::ptr_eq(&x.policy, &y.policy)
        && Rc::ptr_eq(&a.evaluation.execution, &b.evaluation.execution)
        && super::same_session(&a.session, &b.session)
}

/// Draws the section.
pub fn view(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let by_source = session.unfolded.contains(&Fold::Tasks);
    let last = glance.document.tasks.last().map(|task| task.id.clone());
    let add = (session.structure || last.is_none()).then(|| {
        press(
            Control::Add(List::Tasks, last.clone()).id(),
            t(Word::AddTask),
            "button",
        )
    });
    html! {
        <section class="section" aria-labelledby="h-tasks">
            <div class="section__head">
                <h2 id="h-tasks">{ t(Word::Tasks) }<span class="unit">{ t(Word::TenThousandYuan) }</span></h2>
                <span class="section__tools">
                    { toggle(Control::Fold(Fold::Tasks).id(), t(Word::BySource), by_source, "button button--quiet") }
                </span>
            </div>
            { for last.is_some().then(|| table(glance, by_source)) }
            { how(glance) }
            { for add.map(|add| html! { <p class="add">{ add }</p> }) }
        </section>
    }
}

fn table(glance: &Glance, by_source: bool) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let source = by_source
        .then(|| html! { <th scope="col" class="money__source">{ t(Word::FundSource) }</th> });
    let acts = session
        .structure
        .then(|| html! { <th scope="col" class="money__acts">{ t(Word::Actions) }</th> });
    let tasks = glance
        .document
        .tasks
        .iter()
        .zip(&glance.evaluation.execution.tasks);
    html! {
        <table class="money" aria-labelledby="h-tasks">
            <thead>
                <tr>
                    <th scope="col" id="t-name" class="money__name">{ t(Word::TaskName) }</th>
                    <th scope="col" id="t-content">{ t(Word::TaskContent) }</th>
                    { for source }
                    <th scope="col" id="t-0" class="money__amount">{ t(Word::Initial) }</th>
                    <th scope="col" id="t-1" class="money__amount">{ t(Word::FullYear) }</th>
                    <th scope="col" id="t-2" class="money__amount">{ t(Word::Executed) }</th>
                    <th scope="col" class="money__rate">{ t(Word::Rate) }</th>
                    { for acts }
                </tr>
            </thead>
            <tbody>{ for tasks.map(|(task, result)| lines(glance, task, result, by_source)) }</tbody>
            { foot(glance, by_source) }
        </table>
    }
}

const SOURCES: [Source; 3] = [Source::Total, Source::Fiscal, Source::Other];

fn lines(glance: &Glance, task: &Task, result: &TaskResult, by_source: bool) -> Html {
    let structure = glance.session.structure;
    let language = glance.session.language;
    let mark = ["tn-", &escape(&task.id)].concat();
    let span = if by_source { "3" } else { "1" };
    let text = |field: TaskField, value: &Text, head: &'static str| {
        if !structure {
            return html! { <span class="money__text" title={Rc::clone(value)}>{ Rc::clone(value) }</span> };
        }
        let field = Field {
            id: Control::Task(field, task.id.clone()).id(),
            value: Rc::clone(value).into(),
            named_by: Some(head.to_owned()),
            ..Field::default()
        };
        field.area()
    };
    let sources = if by_source {
        &SOURCES[..]
    } else {
        &[Source::Total]
    };
    let lines = sources.iter().enumerate().map(|(at, &source)| {
        let amount = |stage, result| amount(task, stage, source, result, structure, language);
        let first = at == 0;
        html! {
            <tr key={[mark.as_str(), if first { "" } else if at == 1 { "-1" } else { "-2" }].concat()}>
                { for first.then(|| html! { <th scope="rowgroup" rowspan={span} class="money__name" id={mark.clone()}>{ text(TaskField::Name, &task.name, "t-name") }</th> }) }
                { for first.then(|| html! { <td rowspan={span} class="money__content">{ text(TaskField::Content, &task.content, "t-content") }</td> }) }
                { for by_source.then(|| html! { <th scope="row" class="money__source">{ place::source_word(source, language) }</th> }) }
                <td class="money__amount">{ amount(Stage::Initial, result.initial) }</td>
                <td class="money__amount">{ amount(Stage::FullYear, result.full_year) }</td>
                <td class="money__amount">{ amount(Stage::Executed, result.executed) }</td>
                { for first.then(|| html! { <td rowspan={span} class="row__number">{ result.rate.map_or_else(|| "–".to_owned(), show::percent) }</td> }) }
                { for (first && structure).then(|| html! { <td rowspan={span}>{ acts(task, language) }</td> }) }
            </tr>
        }
    });
    html! { <>{ for lines }</> }
}

/// One amount: a field, or a figure where the initial budget is not edited.
fn amount(
    task: &Task,
    stage: Stage,
    source: Source,
    result: Option<Number>,
    structure: bool,
    language: Language,
) -> Html {
    let (funds, head): (&Funds, _) = match stage {
        Stage::Initial => (&task.initial, "t-0"),
        Stage::FullYear => (&task.full_year, "t-1"),
        Stage::Executed => (&task.executed, "t-2"),
    };
    let text = match source {
        Source::Total => &funds.total,
        Source::Fiscal => &funds.fiscal,
        Source::Other => &funds.other,
    };
    if stage == Stage::Initial && !structure {
        let shown = match (text.trim(), source) {
            ("", Source::Total) => show::amount(result),
            ("", _) => "–".to_owned(),
            (text, _) => text.to_owned(),
        };
        return html! { <span class="money__figure">{ shown }</span> };
    }
    let hint: Option<AttrValue> = match (source, stage) {
        (Source::Total, _) => result.map(|number| number.to_string().into()),
        (_, Stage::FullYear) => Some(initial(task, source).into()),
        _ => None,
    };
    let name = [head, " tn-", &escape(&task.id)].concat();
    let field = Field {
        id: Control::Task(TaskField::Amount(stage, source), task.id.clone()).id(),
        value: Rc::clone(text).into(),
        name: (source != Source::Total)
            .then(|| place::task_field(TaskField::Amount(stage, source), language).into()),
        named_by: (source == Source::Total).then_some(name),
        hint,
        class: "field--number",
        ..Field::default()
    };
    field.line()
}

fn initial(task: &Task, source: Source) -> Text {
    Rc::clone(match source {
        Source::Total => &task.initial.total,
        Source::Fiscal => &task.initial.fiscal,
        Source::Other => &task.initial.other,
    })
}

fn acts(task: &Task, language: Language) -> Html {
    let id = || task.id.clone();
    html! {
        <span class="row__acts">
            { sign(Control::Up(List::Tasks, id()).id(), word(Word::Up, language), "↑") }
            { sign(Control::Down(List::Tasks, id()).id(), word(Word::Down, language), "↓") }
            { sign(Control::Remove(List::Tasks, id()).id(), word(Word::Remove, language), "✕") }
        </span>
    }
}

fn foot(glance: &Glance, by_source: bool) -> Html {
    let execution = &glance.evaluation.execution;
    let sum = |number| html! { <td class="money__amount"><span class="money__figure">{ show::amount(number) }</span></td> };
    html! {
        <tfoot>
            <tr>
                <th scope="row" colspan={if by_source { "3" } else { "2" }}>{ word(Word::Sum, glance.session.language) }</th>
                { sum(execution.initial) }
                { sum(execution.full_year) }
                { sum(execution.executed) }
                <td class="row__number" id="rate">{ execution.rate.map_or_else(|| "–".to_owned(), show::percent) }</td>
                { for glance.session.structure.then(|| html! { <td></td> }) }
            </tr>
        </tfoot>
    }
}

/// The points of execution, how they came about, and the reason where one is mandatory.
fn how(glance: &Glance) -> Html {
    let language = glance.session.language;
    let t = |of| word(of, language);
    let execution = &glance.evaluation.execution;
    let sentence = derivation::execution(execution, &glance.document.policy, language)
        .unwrap_or_else(|| term::execution_state(execution.state, language).to_owned());
    let points = match execution.state {
        ExecutionState::NotApplicable => t(Word::NotApplicable).to_owned(),
        _ => [
            show::points_or_dash(execution.score).as_str(),
            " / ",
            &show::points(execution.points),
        ]
        .concat(),
    };
    let given = &glance.document.header.execution_reason;
    let wanted = execution.reason.is_some() || !given.is_empty();
    let reason = wanted.then(|| {
        let why = execution
            .reason
            .map(|cause| term::reason_cause(cause, language));
        let field = Field {
            id: Control::Header(HeaderField::ExecutionReason).id(),
            value: Rc::clone(given).into(),
            name: Some(t(Word::ExecutionReason).into()),
            hint: why.map(Into::into),
            required: why.is_some(),
            class: if why.is_some() && given.trim().is_empty() {
                "is-needed"
            } else {
                ""
            },
            ..Field::default()
        };
        field.area()
    });
    html! {
        <div class="money__how">
            <p>
                <b>{ t(Word::Execution) }{ " " }{ points }</b>
                <span class="money__sentence">{ sentence }</span>
            </p>
            { for reason }
        </div>
    }
}
