//! 评审: beside each self-evaluated actual and score the reviewer's actual, score and opinion.

use std::rc::Rc;

use yew::Html;

use crate::app::control::{Control, escape};
use crate::app::part::el::{El, el};
use crate::app::part::field::Field;
use crate::app::part::press::press;
use crate::app::review::{BACK, PRINT};
use crate::app::show;
use crate::app::store::Glance;
use crate::decimal::Number;
use crate::document::Row;
use crate::edit::{HeaderField, RowField};
use crate::i18n::screen::{self as words, ScreenWord as W, screen_word};
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, place, term};
use crate::scoring::{Reviewed, ReviewedExecution, ReviewedRow, RowResult, Status, Totals, review};

/// Draws the screen.
pub fn view(glance: &Glance) -> Html {
    let language = glance.session.language;
    let t = |word| screen_word(word, language);
    let printing = glance.session.printing;
    let reviewed = review(&glance.document, &glance.evaluation);
    let button = |id: &str, word, class| press(id.to_owned(), t(word), class);
    let head = el("header", "screen__head")
        .kid(el("h1", "screen__title").text(t(W::Review)))
        .kid(button("share.send", W::Share, "button"))
        .kid(button(PRINT, W::Print, "button"))
        .kid(button(BACK, W::Back, "button screen__back"));
    let lines = glance
        .document
        .rows
        .iter()
        .zip(&glance.evaluation.rows)
        .zip(&reviewed.rows)
        .filter(|((_, result), _)| result.status != Status::NotScored)
        .map(|((row, result), seen)| line(row, result, seen, printing, language));
    let lines = std::iter::once(execution(glance, &reviewed.execution, language)).chain(lines);
    let table = el("table", "grid grid--review")
        .kid(el("thead", "").kid(heads(language)))
        .kid(el("tbody", "").kids(lines));
    el("main", "screen")
        .kid(head)
        .kid(standing(glance, &reviewed, language))
        .kid(el("section", "section").kid(table))
        .done()
}

/// Both totals and grades.
fn standing(glance: &Glance, reviewed: &Reviewed, language: Language) -> El {
    let rows = reviewed.rows.iter().filter(|row| row.differs).count();
    let differing = rows + usize::from(reviewed.execution.differs);
    let header = &glance.document.header;
    let unit = el("p", "screen__side")
        .kid(el("b", "").text(header.unit.to_string()))
        .kid(el("span", "").text(header.year.to_string()));
    let figures = el("p", "review__totals")
        .kid(total(
            W::OwnTotal,
            "own-total",
            &glance.evaluation.totals,
            language,
        ))
        .kid(total(
            W::ReviewedTotal,
            "review-total",
            &reviewed.totals,
            language,
        ))
        .kids((differing > 0).then(|| {
            let text = words::differing(differing, language);
            el("span", "is-warn").text(text).done()
        }));
    let id = Control::Header(HeaderField::Opinion).id();
    let label = el("label", "review__label")
        .attr("for", id.clone())
        .text(screen_word(W::WholeOpinion, language));
    let said = Rc::clone(&header.review.whole);
    let whole = if glance.session.printing {
        el("span", "review__said").text(said)
    } else {
        el("textarea", "field review__whole")
            .attr("id", id)
            .attr("rows", "2")
            .value(said.into())
    };
    el("section", "section screen__top")
        .kid(unit)
        .kid(figures.attr("aria-live", "polite"))
        .kid(el("p", "dialog__hint").text(screen_word(W::ReviewHint, language)))
        .kid(el("p", "review__opinion").kid(label).kid(whole))
}

/// Budget execution: the reviewer's rate, score and opinion.
fn execution(glance: &Glance, seen: &ReviewedExecution, language: Language) -> Html {
    let t = |word| screen_word(word, language);
    let put = |field| el("td", "").kid(cell(field, glance.session.printing));
    let own = &glance.evaluation.execution;
    let header = &glance.document.header;
    let field = |of: HeaderField, value: &Rc<str>| Field {
        id: Control::Header(of).id(),
        value: Rc::clone(value).into(),
        name: Some(place::header_field(of, language).into()),
        ..Field::default()
    };
    let percent = |rate: Number| rate.fixed(2) + "%";
    let rate = Field {
        hint: seen.rate.map(|rate| percent(rate).into()),
        invalid: seen.invalid_rate,
        ..field(HeaderField::ReviewedRate, &header.review.rate)
    };
    let score = Field {
        hint: seen.score.map(|score| show::points(score).into()),
        invalid: seen.invalid_score,
        class: "field--number",
        ..field(HeaderField::ReviewScore, &header.review.score)
    };
    let bad = |on: bool, word| on.then(|| el("p", "is-bad").text(t(word)).done());
    let reason = (!header.execution_reason.is_empty()).then(|| {
        el("p", "review__why")
            .text(header.execution_reason.to_string())
            .done()
    });
    let opinion = field(HeaderField::ExecutionOpinion, &header.review.execution);
    let own_rate = own.rate.map_or_else(|| "–".to_owned(), percent);
    let number = |text: String| el("td", "roll__number").text(text);
    let name = el("th", "review__name")
        .attr("scope", "row")
        .text(word(Word::Execution, language));
    el("tr", class(seen.differs, seen.touched))
        .key("rv".to_owned())
        .kid(name)
        .kid(el("td", ""))
        .kid(number(show::points(own.points)))
        .kid(el("td", "").text(own_rate).kids(reason))
        .kid(number(show::points_or_dash(own.score)))
        .kid(put(rate).kids(bad(seen.invalid_rate, W::BadRate)))
        .kid(put(score).kids(bad(seen.invalid_score, W::BadScore)))
        .kid(put(opinion))
        .done()
}

/// What differs stands out more than what is merely said.
const fn class(differs: bool, touched: bool) -> &'static str {
    match (differs, touched) {
        (true, _) => "is-differing",
        (false, true) => "is-touched",
        (false, false) => "",
    }
}

fn total(name: W, id: &'static str, totals: &Totals, language: Language) -> El {
    let grade = totals.grade.map_or_else(
        || word(Word::Provisional, language),
        |grade| term::grade(grade, language),
    );
    let figure = [&show::points(totals.so_far), " ", grade].concat();
    el("span", "review__total")
        .text(screen_word(name, language))
        .kid(el("b", "").attr("id", id).text(figure))
}

/// A field; on paper its text, however long.
fn cell(field: Field, printing: bool) -> Html {
    if printing {
        let text = if field.value.is_empty() {
            field.hint.unwrap_or_default()
        } else {
            field.value
        };
        let class = match field.class {
            "field--number" => "review__said review__said--number",
            _ => "review__said",
        };
        el("span", class).text(text).done()
    } else {
        field.line()
    }
}

fn heads(language: Language) -> El {
    let heads = [
        (W::RowPart, "review__name"),
        (W::Target, "review__target"),
        (W::Weight, "roll__number"),
        (W::OwnActual, "review__actual"),
        (W::OwnScore, "roll__number"),
        (W::ReviewedActual, "review__actual"),
        (W::ReviewedScore, "review__score"),
        (W::Opinion, ""),
    ];
    let heads = heads.map(|(word, class)| {
        el("th", class)
            .attr("scope", "col")
            .text(screen_word(word, language))
            .done()
    });
    el("tr", "").kids(heads)
}

fn line(
    row: &Row,
    result: &RowResult,
    seen: &ReviewedRow,
    printing: bool,
    language: Language,
) -> Html {
    let put = |field| el("td", "").kid(cell(field, printing));
    let indicator = &row.indicator;
    let said = &row.actual.review;
    let mark = ["rv-", &escape(&indicator.id)].concat();
    let field = |of: RowField, value: &Rc<str>, name: W| Field {
        id: Control::Row(of, indicator.id.clone()).id(),
        value: Rc::clone(value).into(),
        name: Some(
            [screen_word(name, language), " ", &*indicator.name]
                .concat()
                .into(),
        ),
        ..Field::default()
    };
    let score = Field {
        hint: seen.score.map(|score| show::points(score).into()),
        invalid: seen.invalid,
        class: "field--number",
        ..field(RowField::ReviewScore, &said.score, W::ReviewedScore)
    };
    let bad = seen.invalid.then(|| {
        el("p", "is-bad")
            .text(screen_word(W::BadScore, language))
            .done()
    });
    let actual = show::actual(row, result, language);
    let reason = (!row.actual.reason.is_empty()).then(|| {
        el("p", "review__why")
            .text(row.actual.reason.to_string())
            .done()
    });
    let number = |text: String| el("td", "roll__number").text(text);
    el("tr", class(seen.differs, seen.touched))
        .key(mark)
        .kid(
            el("th", "review__name")
                .attr("scope", "row")
                .text(indicator.name.to_string()),
        )
        .kid(el("td", "").text(indicator.target.to_string()))
        .kid(number(show::points(result.weight.points)))
        .kid(el("td", "").text(actual).kids(reason))
        .kid(number(show::points_or_dash(result.score)))
        .kid(put(field(
            RowField::Reviewed,
            &said.actual,
            W::ReviewedActual,
        )))
        .kid(put(score).kids(bad))
        .kid(put(field(RowField::Opinion, &said.opinion, W::Opinion)))
        .done()
}
