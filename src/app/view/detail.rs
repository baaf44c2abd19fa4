//! The line below an open row: how its score came about, and what else there is to say and to give.

use std::rc::Rc;

use yew::Html;

use super::cells;
use super::row::RowShot;
use crate::app::part::el::{El, el};
use crate::app::part::field::Field;
use crate::edit::RowField;
use crate::i18n::ui::Word;
use crate::i18n::{derivation, issue, reading, term};
use crate::policy::OverAction;

/// Columns behind the level cells.
const WIDTH: &str = "8";
/// All columns.
const WHOLE: &str = "10";

/// Draws the line below.
pub fn view(shot: &RowShot) -> Html {
    let width = if shot.edits() { WHOLE } else { WIDTH };
    let score = derivation::row(&shot.result, &shot.policy, shot.language);
    let open = score.is_none();
    let todo = score.or_else(|| cells::todo(shot));
    let told = open && todo.is_some();
    let sentence =
        todo.unwrap_or_else(|| term::status(shot.result.status, shot.language).to_owned());
    let how = el("p", "detail__how")
        .kid(el("b", "").text(shot.word(Word::Explain)))
        .text(shot.language.pick("：", ": "))
        .text(sentence);
    let cell = el("td", "").attr("colspan", width);
    let cell = cell.kid(how).kid(facts(shot, told)).kid(fields(shot));
    el("tr", "detail").kid(cell).done()
}

fn facts(shot: &RowShot, told: bool) -> El {
    let language = shot.language;
    let (row, result) = (&shot.row, &shot.result);
    let mut lines: Vec<String> = Vec::new();
    if let Some(value) = &result.target.value {
        let read = reading::value(value, language);
        lines.push(
            [
                shot.word(Word::Target),
                language.pick("读作 ", " read as "),
                &read,
            ]
            .concat(),
        );
    }
    let source = term::weight_source(result.weight.source, language);
    lines.push([shot.word(Word::Weight), language.pick("：", ": "), source].concat());
    // Without a score the sentence above tells what to do first.
    if !told {
        for found in &result.target.issues {
            lines.push(issue::target(found, &row.indicator.target, language));
        }
        for found in result.actual.issues.iter().chain(&result.issues) {
            lines.push(issue::issue(found, &row.actual.text, language));
        }
    }
    if let Some(cause) = result.reason {
        lines.push(term::reason_cause(cause, language).to_owned());
    }
    el("ul", "detail__facts").kids(lines.into_iter().map(|line| el("li", "").text(line).done()))
}

fn fields(shot: &RowShot) -> El {
    let actual = &shot.row.actual;
    let deduction = shot.policy.over_action() == OverAction::Typed || !actual.deduction.is_empty();
    let evidence = field(shot, RowField::Evidence, &actual.evidence, Word::Evidence);
    let deduction = deduction.then(|| {
        field(
            shot,
            RowField::Deduction,
            &actual.deduction,
            Word::Deduction,
        )
    });
    el("div", "detail__fields").kid(evidence).kids(deduction)
}

fn field(shot: &RowShot, of: RowField, value: &Rc<str>, label: Word) -> Html {
    let id = shot.id(of);
    let field = Field {
        id: id.clone(),
        value: Rc::clone(value).into(),
        ..Field::default()
    };
    labelled(id, shot.word(label), field.line())
}

/// A field beside its label.
pub fn labelled(id: String, label: &'static str, field: Html) -> Html {
    el("span", "pair")
        .kid(el("label", "").attr("for", id).text(label))
        .kid(field)
        .done()
}
