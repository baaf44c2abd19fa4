//! The line below an open row: how its score came about, and what else there is to say and to give.

use std::rc::Rc;

use yew::{Html, html};

use super::row::RowShot;
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
    let width = if shot.structure { WHOLE } else { WIDTH };
    let sentence = derivation::row(&shot.result, &shot.policy, shot.language)
        .unwrap_or_else(|| term::status(shot.result.status, shot.language).to_owned());
    html! {
        <tr class="detail">
            <td colspan={width}>
                <p class="detail__how"><b>{ shot.word(Word::Explain) }</b>{ shot.language.pick("：", ": ") }{ sentence }</p>
                { facts(shot) }
                { fields(shot) }
            </td>
        </tr>
    }
}

fn facts(shot: &RowShot) -> Html {
    let language = shot.language;
    let (row, result) = (&shot.row, &shot.result);
    let read = result.target.value.as_ref().map(|value| {
        [
            shot.word(Word::Target),
            language.pick("读作 ", " read as "),
            &reading::value(value, language),
        ]
        .concat()
    });
    let weight = [
        shot.word(Word::Weight),
        language.pick("：", ": "),
        term::weight_source(result.weight.source, language),
    ]
    .concat();
    let target = result
        .target
        .issues
        .iter()
        .map(|found| issue::issue(found, &row.indicator.target, language));
    let actual = result.actual.issues.iter().chain(&result.issues);
    let actual = actual.map(|found| issue::issue(found, &row.actual.text, language));
    let reason = result
        .reason
        .map(|cause| term::reason_cause(cause, language).to_owned());
    let lines = read
        .into_iter()
        .chain([weight])
        .chain(target)
        .chain(actual)
        .chain(reason);
    html! { <ul class="detail__facts">{ for lines.map(|line| html! { <li>{ line }</li> }) }</ul> }
}

fn fields(shot: &RowShot) -> Html {
    let actual = &shot.row.actual;
    let field = |field, value: &Rc<str>, label: Word| {
        let id = shot.id(field);
        let field = Field {
            id: id.clone(),
            value: Rc::clone(value).into(),
            ..Field::default()
        };
        html! {
            <span class="pair"><label for={id}>{ shot.word(label) }</label>{ field.line() }</span>
        }
    };
    let deduction = shot.policy.over.action == OverAction::Typed || !actual.deduction.is_empty();
    html! {
        <div class="detail__fields">
            { field(RowField::Evidence, &actual.evidence, Word::Evidence) }
            { for deduction.then(|| field(RowField::Deduction, &actual.deduction, Word::Deduction)) }
        </div>
    }
}
