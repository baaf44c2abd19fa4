//! 满意度: a tally for each satisfaction indicator whose target is a rate.

use std::rc::Rc;

use yew::Html;

use super::form::option;
use super::head;
use crate::app::WHOLE;
use crate::app::command::METHODS;
use crate::app::control::{Control, escape};
use crate::app::part::el::{El, el};
use crate::app::part::field::Field;
use crate::app::part::press::press;
use crate::app::show;
use crate::app::store::Glance;
use crate::document::Row;
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, error, term};
use crate::scoring::RowResult;
use crate::survey::{Tally, TallyError};
use crate::table::{Id, Level1};
use crate::value::Value;
use crate::value::unit::Dimension;

/// The satisfaction indicators that a tally can answer.
fn rated(glance: &Glance) -> impl Iterator<Item = (&Row, &Rc<RowResult>)> {
    let lines = glance.document.rows.iter().zip(&glance.evaluation.rows);
    lines.filter(|(row, result)| {
        row.actual.tally().is_some() || is_rate(result) && result.level1 == Level1::Satisfaction
    })
}

fn is_rate(result: &RowResult) -> bool {
    match &result.target.value {
        Some(Value::Quantity(quantity)) => quantity
            .unit
            .as_ref()
            .is_some_and(|unit| unit.upper.dimension == Dimension::Percent),
        _ => false,
    }
}

/// Draws the section.
pub fn view(glance: &Glance) -> Html {
    let language = glance.session.language;
    let t = |of| word(of, language);
    let lines: Vec<Html> = rated(glance)
        .map(|(row, result)| line(glance, row, result))
        .collect();
    let body = if WHOLE && lines.is_empty() {
        el("p", "hint").text(t(Word::NoSatisfaction))
    } else {
        let levels = (0..6_u8).map(|level| {
            let id = ["s-", &level.to_string()].concat();
            head::column(term::tally_level(level, language), "tally__count")
                .attr("id", id)
                .done()
        });
        let heads = el("tr", "")
            .kid(head::column(t(Word::Name), ""))
            .kids(levels)
            .kid(head::column(t(Word::Method), "tally__method"))
            .kid(head::column(t(Word::Answered), "tally__number"))
            .kid(head::column(t(Word::Result), "tally__number"))
            .kid(head::column(t(Word::Actions), "tally__link"));
        el("table", "tally")
            .attr("aria-labelledby", "h-satisfaction")
            .kid(el("thead", "").kid(heads))
            .kid(el("tbody", "").kids(lines))
    };
    head::section("h-satisfaction", t(Word::Satisfaction), None, [])
        .kid(body)
        .done()
}

fn line(glance: &Glance, row: &Row, result: &RowResult) -> Html {
    let language = glance.session.language;
    let id = &row.indicator.id;
    let mark = ["sn-", &escape(id)].concat();
    let words = if row.actual.tally().is_some() {
        Word::DropTally
    } else {
        Word::UseTally
    };
    let link = press(
        Control::Tally(id.clone()).id(),
        word(words, language),
        "button button--link",
    );
    let target = el("span", "unit").text([" ", &*row.indicator.target].concat());
    let name = el("th", "")
        .attr("scope", "row")
        .attr("id", mark.clone())
        .text(Rc::clone(&row.indicator.name))
        .kid(target);
    let rest = match row.actual.tally() {
        Some(tally) => counted(id, tally, result, &mark, language),
        None => {
            let text = row.actual.text.trim();
            let typed = [
                word(Word::Actual, language),
                language.pick("：", ": "),
                text,
            ]
            .concat();
            let typed = if text.is_empty() {
                String::new()
            } else {
                typed
            };
            vec![
                el("td", "tally__typed")
                    .attr("colspan", "9")
                    .text(typed)
                    .done(),
            ]
        }
    };
    el("tr", "")
        .key(mark)
        .kid(name)
        .kids(rest)
        .kid(el("td", "").kid(link))
        .done()
}

fn counted(
    id: &Id,
    tally: &Tally,
    result: &RowResult,
    mark: &str,
    language: Language,
) -> Vec<Html> {
    let worked = result.tally();
    let wrong = worked.and_then(|worked| match worked.percent {
        Err(TallyError::BadCount(level)) => Some(level),
        _ => None,
    });
    let counts = (0_u8..).zip(tally.counts.iter().chain([&tally.blank]));
    let mut cells: Vec<Html> = counts
        .map(|(level, text)| {
            let field = Field {
                id: Control::Count(level, id.clone()).id(),
                value: Rc::clone(text).into(),
                named_by: Some(["s-", &level.to_string(), " ", mark].concat()),
                class: "field--number",
                invalid: wrong == Some(level),
                ..Field::default()
            };
            el("td", "tally__count").kid(field.line()).done()
        })
        .collect();
    let options = METHODS.iter().enumerate().map(|(at, method)| {
        option(
            at.to_string(),
            &term::method(*method, language),
            *method == tally.method,
        )
    });
    let choice = el("select", "field")
        .attr("id", Control::Method(0, id.clone()).id())
        .attr("aria-label", word(Word::Method, language))
        .kids(options);
    let answered = worked.map_or_else(String::new, |worked| worked.answered.to_string());
    cells.push(el("td", "").kid(choice).done());
    cells.push(el("td", "row__number").text(answered).done());
    cells.push(figure(result, language).done());
    cells
}

fn figure(result: &RowResult, language: Language) -> El {
    let cell = el("td", "row__number");
    match result.tally().map(|worked| worked.percent) {
        Some(Ok(percent)) => cell.kid(el("b", "").text(show::percent(percent))),
        Some(Err(why)) if why != TallyError::Empty => {
            cell.kid(el("span", "is-bad").text(error::tally(why, language)))
        }
        _ => cell.text("–"),
    }
}
