//! 满意度: a tally for each satisfaction indicator whose target is a rate.

use std::rc::Rc;

use yew::{Html, html};

use crate::app::command::METHODS;
use crate::app::control::Control;
use crate::app::part::field::Field;
use crate::app::part::press::press;
use crate::app::show;
use crate::app::store::Glance;
use crate::document::Row;
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, error, term};
use crate::scoring::RowResult;
use crate::survey::{Tally, TallyError};
use crate::table::Level1;
use crate::value::Value;
use crate::value::unit::Dimension;

/// The satisfaction indicators that a tally can answer.
fn rated(glance: &Glance) -> impl Iterator<Item = (&Row, &Rc<RowResult>)> {
    glance
        .document
        .rows
        .iter()
        .zip(&glance.evaluation.rows)
        .filter(|(row, result)| {
            row.actual.tally.is_some()
                || Level1::of(&row.indicator.level1) == Level1::Satisfaction && is_rate(result)
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
    let body = if lines.is_empty() {
        html! { <p class="hint">{ t(Word::NoSatisfaction) }</p> }
    } else {
        let levels = (0..6_u8).map(|level| {
            html! { <th scope="col" class="tally__count" id={["s-", &level.to_string()].concat()}>{ term::tally_level(level, language) }</th> }
        });
        html! {
            <table class="tally" aria-labelledby="h-satisfaction">
                <thead>
                    <tr>
                        <th scope="col">{ t(Word::Name) }</th>
                        { for levels }
                        <th scope="col" class="tally__method">{ t(Word::Method) }</th>
                        <th scope="col" class="tally__number">{ t(Word::Answered) }</th>
                        <th scope="col" class="tally__number">{ t(Word::Result) }</th>
                        <th scope="col" class="tally__link"></th>
                    </tr>
                </thead>
                <tbody>{ for lines }</tbody>
            </table>
        }
    };
    html! {
        <section class="section" aria-labelledby="h-satisfaction">
            <div class="section__head"><h2 id="h-satisfaction">{ t(Word::Satisfaction) }</h2></div>
            { body }
        </section>
    }
}

fn line(glance: &Glance, row: &Row, result: &RowResult) -> Html {
    let language = glance.session.language;
    let id = &row.indicator.id;
    let mark = ["sn-", &crate::app::control::escape(id)].concat();
    let words = if row.actual.tally.is_some() {
        Word::DropTally
    } else {
        Word::UseTally
    };
    let link = press(
        Control::Tally(id.clone()).id(),
        word(words, language),
        "button button--link",
    );
    let rest = match &row.actual.tally {
        Some(tally) => counted(row, tally, result, &mark, language),
        None => {
            let typed = [
                word(Word::Actual, language),
                language.pick("：", ": "),
                &*row.actual.text,
            ]
            .concat();
            let typed = if row.actual.text.trim().is_empty() {
                String::new()
            } else {
                typed
            };
            html! { <td colspan="9" class="tally__typed">{ typed }</td> }
        }
    };
    html! {
        <tr key={mark.clone()}>
            <th scope="row" id={mark}>{ Rc::clone(&row.indicator.name) }<span class="unit">{ " " }{ Rc::clone(&row.indicator.target) }</span></th>
            { rest }
            <td>{ link }</td>
        </tr>
    }
}

fn counted(row: &Row, tally: &Tally, result: &RowResult, mark: &str, language: Language) -> Html {
    let id = &row.indicator.id;
    let worked = result.tally.as_ref();
    let wrong = worked.and_then(|worked| match worked.percent {
        Err(TallyError::BadCount(level)) => Some(level),
        _ => None,
    });
    let counts = tally.counts.iter().chain([&tally.blank]);
    let counts = (0_u8..).zip(counts).map(|(level, text)| {
        let field = Field {
            id: Control::Count(level, id.clone()).id(),
            value: Rc::clone(text).into(),
            named_by: Some(["s-", &level.to_string(), " ", mark].concat()),
            class: "field--number",
            invalid: wrong == Some(level),
            ..Field::default()
        };
        html! { <td class="tally__count">{ field.line() }</td> }
    });
    let options = METHODS.iter().enumerate().map(|(at, method)| {
        html! { <option value={at.to_string()} selected={*method == tally.method}>{ term::method(*method, language) }</option> }
    });
    let (answered, figure) = match worked {
        Some(worked) => (
            worked.answered.to_string(),
            match worked.percent {
                Ok(percent) => html! { <b>{ show::percent(percent) }</b> },
                Err(TallyError::Empty) => html! { { "–" } },
                Err(why) => html! { <span class="is-bad">{ error::tally(why, language) }</span> },
            },
        ),
        None => ("–".to_owned(), html! { { "–" } }),
    };
    html! {
        <>
            { for counts }
            <td>
                <select class="field" id={Control::Method(0, id.clone()).id()} aria-label={word(Word::Method, language)}>{ for options }</select>
            </td>
            <td class="row__number">{ answered }</td>
            <td class="row__number">{ figure }</td>
        </>
    }
}
