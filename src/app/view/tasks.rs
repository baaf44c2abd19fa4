//! 任务与预算: one line a task with initial, full-year and executed amounts, the rate and its points.

use std::rc::Rc;

use yew::{AttrValue, Html};

use super::detail::labelled;
use super::head;
use super::row::acts;
use crate::actual::is_reason;
use crate::app::WHOLE;
use crate::app::control::{Control, escape};
use crate::app::part::el::{El, el};
use crate::app::part::field::Field;
use crate::app::part::press::{press, toggle};
use crate::app::session::Fold;
use crate::app::show;
use crate::app::store::Glance;
use crate::decimal::Number;
use crate::edit::{HeaderField, List, Source, Stage, TaskField};
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, derivation, finding, place, term};
use crate::scoring::{ExecutionState, TaskResult};
use crate::table::{Funds, Task, Text};
use crate::value::Severity;

/// The `id` of the sentence about execution.
const HOW: &str = "t-how";

const SOURCES: [Source; 3] = [Source::Total, Source::Fiscal, Source::Other];

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

/// How the section is drawn.
#[derive(Clone, Copy)]
struct Look {
    language: Language,
    structure: bool,
    by_source: bool,
}

impl Look {
    /// Whether cells are fields.
    const fn edits(self) -> bool {
        WHOLE && self.structure
    }

    /// Whether every fund source has a line of its own.
    const fn by_source(self) -> bool {
        WHOLE && self.by_source
    }
}

/// Draws the section.
pub fn view(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let look = Look {
        language: session.language,
        structure: session.edits(),
        by_source: session.shows(Fold::Tasks),
    };
    let fold = Control::Fold(Fold::Tasks).id();
    let tools = [toggle(
        fold,
        t(Word::BySource),
        look.by_source(),
        "button button--quiet",
    )];
    let last = glance.document.tasks.last().map(|task| task.id.clone());
    let table = last.is_some().then(|| table(glance, look).done());
    let add = (session.edits() || WHOLE && last.is_none()).then(|| {
        let id = Control::Add(List::Tasks, last).id();
        el("p", "add")
            .kid(press(id, t(Word::AddTask), "button"))
            .done()
    });
    head::section("h-tasks", t(Word::Tasks), Some(how(glance)), tools)
        .kids(table)
        .kids(reason(glance))
        .kids(add)
        .done()
}

fn table(glance: &Glance, look: Look) -> El {
    let t = |of| word(of, look.language);
    let source = look
        .by_source()
        .then(|| head::column(t(Word::FundSource), "money__source").done());
    let acts = look
        .edits()
        .then(|| head::column(t(Word::Actions), "money__acts").done());
    let heads = el("tr", "")
        .kid(head::column(t(Word::TaskName), "money__name").attr("id", "t-name"))
        .kid(head::column(t(Word::TaskContent), "").attr("id", "t-content"))
        .kids(source)
        .kid(head::column(t(Word::Initial), "money__amount").attr("id", "t-0"))
        .kid(head::column(t(Word::FullYear), "money__amount").attr("id", "t-1"))
        .kid(head::column(t(Word::Executed), "money__amount").attr("id", "t-2"))
        .kid(head::column(t(Word::Rate), "money__rate"))
        .kids(acts);
    let tasks = glance
        .document
        .tasks
        .iter()
        .zip(&glance.evaluation.execution.tasks);
    let mut all = Vec::new();
    for (task, result) in tasks {
        lines(task, result, look, &mut all);
    }
    el("table", "money")
        .attr("aria-labelledby", "h-tasks")
        .kid(el("thead", "").kid(heads))
        .kid(el("tbody", "").kids(all))
        .kid(foot(glance, look))
}

/// The lines of one task: one, or one for each fund source.
fn lines(task: &Task, result: &TaskResult, look: Look, all: &mut Vec<Html>) {
    let sources = if look.by_source() {
        &SOURCES[..]
    } else {
        &SOURCES[..1]
    };
    let span = sources.len().to_string();
    let wide = |cell: El| cell.attr("rowspan", span.clone()).done();
    let mark = mark(task);
    for (at, &source) in sources.iter().enumerate() {
        let amount = |stage, result| {
            el("td", "money__amount")
                .kid(amount(task, stage, source, result, look))
                .done()
        };
        let key = [mark.as_str(), "-", &at.to_string()].concat();
        let mut line = el("tr", "").key(key);
        if at == 0 {
            let name = el("th", "money__name")
                .attr("scope", "rowgroup")
                .attr("id", mark.clone());
            line = line
                .kid(wide(name.kid(text(task, TaskField::Name, look))))
                .kid(wide(el("td", "").kid(text(task, TaskField::Content, look))));
        }
        if look.by_source() {
            let name = place::source_word(source, look.language);
            line = line.kid(el("th", "money__source").attr("scope", "row").text(name));
        }
        line = line
            .kid(amount(Stage::Initial, result.initial))
            .kid(amount(Stage::FullYear, result.full_year))
            .kid(amount(Stage::Executed, result.executed));
        if at == 0 {
            let rate = result.rate.map_or_else(|| "–".to_owned(), show::percent);
            line = line.kid(wide(el("td", "row__number").text(rate)));
            if look.edits() {
                line = line.kid(wide(el("td", "").kid(acts(
                    List::Tasks,
                    &task.id,
                    look.language,
                ))));
            }
        }
        all.push(line.done());
    }
}

fn mark(task: &Task) -> String {
    ["tn-", &escape(&task.id)].concat()
}

fn text(task: &Task, field: TaskField, look: Look) -> Html {
    let (value, head) = match field {
        TaskField::Content => (&task.content, "t-content"),
        TaskField::Name | TaskField::Amount(..) => (&task.name, "t-name"),
    };
    if !look.edits() {
        let value = || Rc::clone(value);
        return el("span", "money__text")
            .attr("title", value())
            .text(value())
            .done();
    }
    Field {
        id: Control::Task(field, task.id.clone()).id(),
        value: Rc::clone(value).into(),
        named_by: Some(head.to_owned()),
        ..Field::default()
    }
    .area()
}

fn fund(funds: &Funds, source: Source) -> &Text {
    match source {
        Source::Total => &funds.total,
        Source::Fiscal => &funds.fiscal,
        Source::Other => &funds.other,
    }
}

/// One amount: a field, or a figure where the initial budget is not edited.
fn amount(task: &Task, stage: Stage, source: Source, result: Option<Number>, look: Look) -> Html {
    let (funds, head) = match stage {
        Stage::Initial => (&task.initial, "t-0"),
        Stage::FullYear => (&task.full_year, "t-1"),
        Stage::Executed => (&task.executed, "t-2"),
    };
    let text = fund(funds, source);
    let total = !WHOLE || source == Source::Total;
    if stage == Stage::Initial && !look.edits() {
        let shown = match text.trim() {
            "" if total => show::amount(result),
            "" => "–".to_owned(),
            text => text.to_owned(),
        };
        return el("span", "money__figure").text(shown).done();
    }
    let hint: Option<AttrValue> = match stage {
        _ if total => result.map(|number| number.text().into()),
        Stage::FullYear => Some(Rc::clone(fund(&task.initial, source)).into()),
        Stage::Initial | Stage::Executed => None,
    };
    let field = TaskField::Amount(stage, source);
    let invalid = total && result.is_none() && !text.trim().is_empty();
    let name =
        (!total).then(|| [&*task.name, " ", &place::task_field(field, look.language)].concat());
    Field {
        id: Control::Task(field, task.id.clone()).id(),
        value: Rc::clone(text).into(),
        name: name.map(Into::into),
        named_by: total.then(|| [head, " ", &mark(task)].concat()),
        hint,
        class: "field--number",
        told_by: invalid.then(|| HOW.to_owned()),
        invalid,
        ..Field::default()
    }
    .line()
}

fn foot(glance: &Glance, look: Look) -> El {
    let execution = &glance.evaluation.execution;
    let sum = |number| {
        let figure = el("span", "money__figure").text(show::amount(number));
        el("td", "money__amount").kid(figure)
    };
    let rate = execution.rate.map_or_else(|| "–".to_owned(), show::percent);
    let label = el("th", "").attr("scope", "row");
    let label = label.attr("colspan", if look.by_source() { "3" } else { "2" });
    let line = el("tr", "")
        .kid(label.text(word(Word::Sum, look.language)))
        .kid(sum(execution.initial))
        .kid(sum(execution.full_year))
        .kid(sum(execution.executed))
        .kid(el("td", "row__number").attr("id", "rate").text(rate))
        .kids(look.edits().then(|| el("td", "").done()));
    el("tfoot", "").kid(line)
}

/// The unit of the amounts, the points of execution and how they came about.
fn how(glance: &Glance) -> Html {
    let language = glance.session.language;
    let execution = &glance.evaluation.execution;
    let mut findings = glance.evaluation.execution_findings.iter();
    let wrong = findings.find(|one| one.severity == Severity::Error);
    let sentence = derivation::execution(execution, &glance.document.policy, language)
        .or_else(|| wrong.map(|one| finding::finding(one, &glance.document, language)))
        .unwrap_or_else(|| term::execution_state(execution.state, language).to_owned());
    let class = match execution.state {
        ExecutionState::Unusable => "is-bad",
        _ => "unit",
    };
    let points = match execution.state {
        ExecutionState::NotApplicable => word(Word::NotApplicable, language).to_owned(),
        _ => [
            &show::points_or_dash(execution.score),
            " / ",
            &show::points(execution.points),
        ]
        .concat(),
    };
    let title = [word(Word::Execution, language), " ", &points].concat();
    let unit = el("span", "unit").text(word(Word::TenThousandYuan, language));
    el("span", "section__note section__note--how")
        .attr("id", HOW)
        .kid(unit)
        .kid(el("b", "").text(title))
        .kid(el("span", class).text(sentence))
        .done()
}

/// The reason for low execution, where one is mandatory or given.
fn reason(glance: &Glance) -> Option<Html> {
    let language = glance.session.language;
    let given = &glance.document.header.execution_reason;
    let cause = glance.evaluation.execution.reason;
    if cause.is_none() && given.is_empty() {
        return None;
    }
    let why = cause.map(|cause| term::reason_cause(cause, language));
    let needed = why.is_some() && !is_reason(given);
    let id = Control::Header(HeaderField::ExecutionReason).id();
    let field = Field {
        id: id.clone(),
        value: Rc::clone(given).into(),
        hint: why.map(Into::into),
        required: why.is_some(),
        class: if needed { "is-needed" } else { "" },
        ..Field::default()
    };
    let field = labelled(id, word(Word::ExecutionReason, language), field.area());
    Some(el("div", "money__reason").kid(field).done())
}
