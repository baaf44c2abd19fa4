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
use crate::document::Row;
use crate::edit::RowField;
use crate::i18n::screen::{self as words, ScreenWord as W, screen_word};
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, term};
use crate::scoring::{Reviewed, ReviewedRow, RowResult, Status, Totals, review};

/// Draws the screen.
pub fn view(glance: &Glance) -> Html {
    let language = glance.session.language;
    let t = |word| screen_word(word, language);
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
        .map(|((row, result), seen)| line(row, result, seen, language));
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
    let differing = reviewed.rows.iter().filter(|row| row.differs).count();
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
        .kid(el("span", "is-warn").text(words::differing(differing, language)));
    el("section", "section screen__top")
        .attr("aria-live", "polite")
        .kid(unit)
        .kid(figures)
        .kid(el("p", "dialog__hint").text(screen_word(W::ReviewHint, language)))
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

fn line(row: &Row, result: &RowResult, seen: &ReviewedRow, language: Language) -> Html {
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
    let reason = (!row.actual.reason.is_empty())
        .then(|| el("p", "unit").text(row.actual.reason.to_string()).done());
    let class = match (seen.differs, seen.touched) {
        (true, _) => "is-differing",
        (false, true) => "is-touched",
        (false, false) => "",
    };
    let number = |text: String| el("td", "roll__number").text(text);
    el("tr", class)
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
        .kid(el("td", "").kid(field(RowField::Reviewed, &said.actual, W::ReviewedActual).line()))
        .kid(el("td", "").kid(score.line()).kids(bad))
        .kid(el("td", "").kid(field(RowField::Opinion, &said.opinion, W::Opinion).line()))
        .done()
}
