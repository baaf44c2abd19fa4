//! One indicator: a line of the table, and its derivation below when it is open.

use std::rc::Rc;

use yew::{Html, html};

use super::{cells, detail};
use crate::app::control::{Control, escape};
use crate::app::part::field::Field;
use crate::app::part::press::{sign, toggle};
use crate::app::part::slot::slot;
use crate::app::show;
use crate::app::span::Span;
use crate::document::Row;
use crate::edit::{List, RowField};
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, term};
use crate::policy::Policy;
use crate::scoring::RowResult;

/// Everything one line shows.
#[derive(Clone)]
pub struct RowShot {
    /// What was promised and achieved.
    pub row: Row,
    /// What is worked out.
    pub result: Rc<RowResult>,
    /// The policy, for the bands.
    pub policy: Rc<Policy>,
    /// The level cells in front of it.
    pub span: Span,
    /// Whether the derivation shows.
    pub explained: bool,
    /// Whether its cells are fields.
    pub structure: bool,
    /// The language.
    pub language: Language,
    /// Changes where fields must show again what the document holds.
    pub refusals: u32,
}

impl PartialEq for RowShot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.row.indicator, &other.row.indicator)
            && Rc::ptr_eq(&self.row.actual, &other.row.actual)
            && Rc::ptr_eq(&self.result, &other.result)
            && Rc::ptr_eq(&self.policy, &other.policy)
            && self.span == other.span
            && self.explained == other.explained
            && self.structure == other.structure
            && self.language == other.language
            && self.refusals == other.refusals
    }
}

impl RowShot {
    /// A word of the page.
    #[must_use]
    pub const fn word(&self, of: Word) -> &'static str {
        word(of, self.language)
    }

    /// The `id` of one of the row's controls.
    #[must_use]
    pub fn id(&self, field: RowField) -> String {
        Control::Row(field, self.row.indicator.id.clone()).id()
    }

    /// An `id` of the row that is no control.
    #[must_use]
    pub fn mark(&self, kind: &str) -> String {
        [kind, "-", &escape(&self.row.indicator.id)].concat()
    }
}

/// Draws one line, and the line below where it is open.
pub fn view(shot: &RowShot) -> Html {
    let class = ["row ", show::tone(shot.result.status)].concat();
    let line = html! {
        <tr {class}>
            { levels(shot) }
            { name(shot) }
            <td class="row__target">{ cells::target(shot) }</td>
            <td class="row__actual">{ cells::actual(shot) }</td>
            <td class="row__number">{ show::completion(shot.result.completion, shot.language) }</td>
            <td class="row__number">{ weight(shot) }</td>
            <td class="row__number">{ score(shot) }</td>
            <td class="row__status">{ status(shot) }</td>
            <td class="row__reason">{ last(shot) }</td>
        </tr>
    };
    let more = shot.explained.then(|| detail::view(shot));
    html! { <>{ line }{ slot(more) }</> }
}

fn levels(shot: &RowShot) -> Html {
    let indicator = &shot.row.indicator;
    if shot.structure {
        let cell = |field, value: &Rc<str>, head: &'static str, list: &'static str| {
            let field = Field {
                id: shot.id(field),
                value: Rc::clone(value).into(),
                named_by: Some(head.to_owned()),
                suggestions: Some(list.into()),
                ..Field::default()
            };
            html! { <td class="row__edit">{ field.line() }</td> }
        };
        return html! {
            <>
                { cell(RowField::Level1, &indicator.level1, "c-level1", "levels1") }
                { cell(RowField::Level2, &indicator.level2, "c-level2", "levels2") }
            </>
        };
    }
    let cell = |lines: Option<usize>, label: &Rc<str>, class: &'static str| {
        lines.map(|lines| {
            html! {
                <th scope="rowgroup" {class} rowspan={lines.to_string()}>
                    <span class="row__label">{ Rc::clone(label) }</span>
                </th>
            }
        })
    };
    html! {
        <>
            { slot(cell(shot.span.level1, &indicator.level1, "row__level row__level--1")) }
            { slot(cell(shot.span.level2, &indicator.level2, "row__level row__level--2")) }
        </>
    }
}

fn name(shot: &RowShot) -> Html {
    let indicator = &shot.row.indicator;
    if !shot.structure {
        return html! {
            <th scope="row" class="row__name" id={shot.mark("n")}>{ Rc::clone(&indicator.name) }</th>
        };
    }
    let field = Field {
        id: shot.id(RowField::Name),
        value: Rc::clone(&indicator.name).into(),
        named_by: Some("c-name".to_owned()),
        ..Field::default()
    };
    html! { <th scope="row" class="row__edit" id={shot.mark("n")}>{ field.line() }</th> }
}

fn weight(shot: &RowShot) -> Html {
    let indicator = &shot.row.indicator;
    let points = show::points(shot.result.weight.points);
    if !shot.structure {
        let locked = indicator.locked.then(|| {
            html! { <span class="row__lock" title={term::weight_source(shot.result.weight.source, shot.language)}>{ shot.language.pick("锁", "locked") }</span> }
        });
        return html! { <>{ points }{ slot(locked) }</> };
    }
    let field = Field {
        id: shot.id(RowField::Weight),
        value: Rc::clone(&indicator.weight).into(),
        hint: Some(points.into()),
        named_by: Some(["c-weight ", &shot.mark("n")].concat()),
        class: "field--number",
        ..Field::default()
    };
    let lock = Control::Lock(indicator.id.clone()).id();
    html! {
        <span class="row__pair">
            { field.line() }
            { toggle(lock, shot.language.pick("锁", "lock"), indicator.locked, "button button--sign button--quiet") }
        </span>
    }
}

fn score(shot: &RowShot) -> Html {
    let id = Control::Explain(shot.row.indicator.id.clone()).id();
    let open = if shot.explained { "true" } else { "false" };
    let label = [
        show::points_or_dash(shot.result.score).as_str(),
        shot.language.pick("，", ", "),
        shot.word(Word::Explain),
    ]
    .concat();
    html! {
        <button type="button" class="score" {id} aria-expanded={open} aria-label={label}>
            { show::points_or_dash(shot.result.score) }
        </button>
    }
}

fn status(shot: &RowShot) -> Html {
    let status = shot.result.status;
    html! {
        <span class="status" id={Control::Status(shot.row.indicator.id.clone()).id()}>
            <span class="status__shape" aria-hidden="true">{ show::shape(status) }</span>
            { term::status(status, shot.language) }
        </span>
    }
}

/// The last column: the reason, or what can be done to the row.
fn last(shot: &RowShot) -> Html {
    if !shot.structure {
        return cells::reason(shot);
    }
    let id = || shot.row.indicator.id.clone();
    html! {
        <span class="row__acts">
            { sign(Control::Add(List::Rows, Some(id())).id(), shot.word(Word::Add), "＋") }
            { sign(Control::Up(List::Rows, id()).id(), shot.word(Word::Up), "↑") }
            { sign(Control::Down(List::Rows, id()).id(), shot.word(Word::Down), "↓") }
            { sign(Control::Remove(List::Rows, id()).id(), shot.word(Word::Remove), "✕") }
        </span>
    }
}
