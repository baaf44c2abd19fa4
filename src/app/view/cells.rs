//! The cells of a line in which something is read or asked.

use std::rc::Rc;

use yew::Html;

use super::row::RowShot;
use crate::actual::Band;
use crate::app::answer::{Answer, answers};
use crate::app::control::Control;
use crate::app::navigate::shows_reason;
use crate::app::part::el::{El, el, many, text};
use crate::app::part::field::Field;
use crate::app::part::press::{press, toggle};
use crate::app::show;
use crate::decimal::Number;
use crate::edit::RowField;
use crate::i18n::ui::Word;
use crate::i18n::{derivation, error, issue, reading};
use crate::scoring::{ReasonCause, Status};
use crate::survey::TallyError;
use crate::value::unit::Unit;
use crate::value::{Achieved, Issue, IssueKind, Severity, Value};

/// 指标值: as published, its unit in lighter ink; a field while the table is edited.
pub fn target(shot: &RowShot) -> Html {
    let indicator = &shot.row.indicator;
    if shot.edits() {
        let field = Field {
            id: shot.id(RowField::Target),
            value: Rc::clone(&indicator.target).into(),
            named_by: shot.named_by("c-target"),
            invalid: shot.result.target.value.is_none() && !indicator.target.trim().is_empty(),
            ..Field::default()
        };
        return field.line();
    }
    let unit = unit(shot).map(Unit::text).unwrap_or_default();
    match indicator.target.trim_end().strip_suffix(&*unit) {
        Some(rest) if !unit.is_empty() => {
            let unit = el("span", "unit").text(unit);
            el("span", "").text(rest.to_owned()).kid(unit).done()
        }
        _ => text(Rc::clone(&indicator.target)),
    }
}

/// The target's unit.
fn unit(shot: &RowShot) -> Option<&Unit> {
    match shot.result.target.value.as_ref()? {
        Value::Quantity(quantity) => quantity.unit.as_ref(),
        Value::Range(range) => range.unit.as_ref(),
        Value::Deadline(_) | Value::Words(_) => None,
    }
}

/// Whether the actual is held against the target in another unit than it is typed in.
fn is_converted(shot: &RowShot) -> bool {
    let derivation = shot.result.derivation.as_ref();
    derivation.is_some_and(|derivation| derivation.converted.is_some())
}

/// The target's unit beside the field, where what is typed has none of its own and is meant in it.
fn unit_beside(shot: &RowShot) -> Option<String> {
    let row = &shot.row;
    let typed = row.actual.text.trim_end();
    let own = match &shot.result.actual.value {
        Some(Achieved::Quantity { unit: None, .. }) => is_converted(shot),
        Some(_) => true,
        None => false,
    };
    let unit = unit(shot).filter(|_| !own && row.actual.tally().is_none())?;
    (!typed.ends_with(&*unit.text())).then(|| reading::unit(unit))
}

/// 实际完成值: the field, what it is read as, what is wrong or asked, the bands of words.
pub fn actual(shot: &RowShot) -> Html {
    let row = &shot.row;
    let tallied = row.actual.tally().is_some();
    let say = say(shot);
    let told = shot.mark("say");
    let field = Field {
        id: shot.id(RowField::Actual),
        value: if tallied {
            show::actual(row, &shot.result, shot.language).into()
        } else {
            Rc::clone(&row.actual.text).into()
        },
        named_by: shot.named_by("c-actual"),
        told_by: say.is_some().then(|| told.clone()),
        invalid: shot.result.status == Status::Unreadable
            && shot.result.target.value.is_some()
            && (tallied || !row.actual.text.trim().is_empty()),
        fixed: tallied,
        ..Field::default()
    };
    let unit = unit_beside(shot).map(|unit| {
        el("span", "unit")
            .attr("aria-hidden", "true")
            .text(unit)
            .done()
    });
    let entry = el("span", "row__entry").kid(field.line()).kids(unit);
    let say = say.map(|say| say.attr("id", told).done());
    many(vec![
        entry.done(),
        bands(shot).unwrap_or_default(),
        say.unwrap_or_default(),
    ])
}

/// The three bands and the share inside the chosen one, for words and for deadlines that were missed.
fn bands(shot: &RowShot) -> Option<Html> {
    let actual = &shot.row.actual;
    let wanted = match shot.result.target.value.as_ref()? {
        Value::Words(_) => true,
        Value::Deadline(_) => actual.band.is_some() || shot.result.status == Status::Asks,
        Value::Quantity(_) | Value::Range(_) => actual.band.is_some(),
    };
    if !wanted {
        return None;
    }
    let id = &shot.row.indicator.id;
    let buttons = Band::ALL.iter().map(|&band| {
        let words = shot.word(match band {
            Band::Achieved => Word::BandAchieved,
            Band::Partly => Word::BandPartly,
            Band::Missed => Word::BandMissed,
        });
        let control = Control::Band(band, id.clone()).id();
        toggle(
            control,
            words,
            actual.band == Some(band),
            "button button--band",
        )
    });
    let group = el("div", "bands")
        .attr("role", "group")
        .attr("aria-label", shot.word(Word::Band));
    Some(group.kids(buttons).done())
}

/// The share of the weight inside the chosen band: it stands where numbers have their completion.
pub fn share(shot: &RowShot) -> Option<Html> {
    let actual = &shot.row.actual;
    let rule = shot.policy.bands.get(actual.band?.index())?;
    let field = Field {
        id: shot.id(RowField::Share),
        value: Rc::clone(&actual.share).into(),
        name: Some(
            [&*shot.row.indicator.name, " ", shot.word(Word::Share)]
                .concat()
                .into(),
        ),
        hint: Some(rule.default.text().into()),
        class: "field--share",
        ..Field::default()
    };
    let unit = el("span", "unit").text("%");
    Some(el("span", "row__share").kid(field.line()).kid(unit).done())
}

/// What stands under the field: a question with its answers, an error, or what the text is read as.
fn say(shot: &RowShot) -> Option<El> {
    let asks = shot.result.status == Status::Asks;
    let todo = todo(shot);
    let does = todo.is_some();
    let text = todo.or_else(|| read_as(shot))?;
    let class = match shot.result.status {
        _ if !does => "say__text",
        Status::Unreadable => "say__text is-bad",
        _ => "say__text is-warn",
    };
    let answers = if asks || does {
        answers(&shot.row, &shot.result)
    } else {
        Vec::new()
    };
    let id = &shot.row.indicator.id;
    let buttons = answers
        .into_iter()
        .enumerate()
        .map(|(at, answer)| button(at, answer, id));
    Some(
        el("div", "say")
            .kid(el("span", class).text(text))
            .kids(buttons),
    )
}

/// What there is to do about the row, in a sentence.
#[inline(never)]
pub fn todo(shot: &RowShot) -> Option<String> {
    let (row, result, language) = (&shot.row, &shot.result, shot.language);
    if let Some(Err(why)) = result.tally().map(|tally| tally.percent) {
        return (why != TallyError::Empty).then(|| error::tally(why, language));
    }
    match grave(shot) {
        Some((RowField::Target, found)) => {
            Some(issue::target(found, &row.indicator.target, language))
        }
        found => {
            let found = found.map(|(_, found)| found);
            issue::actual(result, found, &row.actual.text, language)
        }
    }
}

fn button(at: usize, answer: Answer, id: &crate::table::Id) -> Html {
    let class = if answer.suggested {
        "button button--answer is-suggested"
    } else {
        "button button--answer"
    };
    press(Control::Answer(at, id.clone()).id(), answer.label, class)
}

/// The gravest thing to say about the row's cells, and which cell it is about.
fn grave(shot: &RowShot) -> Option<(RowField, &Issue)> {
    let result = &shot.result;
    let mut gravest: Option<(RowField, &Issue)> = None;
    for (field, issues) in [
        (RowField::Target, &result.target.issues),
        (RowField::Actual, &result.actual.issues),
        (RowField::Actual, &result.issues),
    ] {
        for issue in issues {
            let counts = match issue.kind {
                IssueKind::Blank => !shot.row.actual.text.trim().is_empty(),
                IssueKind::ComparatorAssumed { .. } => result.status == Status::Asks,
                _ => issue.kind.severity() > Severity::Note,
            };
            let before = gravest.map(|(_, issue)| issue.kind.severity());
            if counts && Some(issue.kind.severity()) >= before {
                gravest = Some((field, issue));
            }
        }
    }
    gravest
}

/// `识别为 312.2 平方米`, where that says something else than what is typed.
fn read_as(shot: &RowShot) -> Option<String> {
    let typed = &shot.row.actual.text;
    if typed.trim().is_empty() || shot.row.actual.tally().is_some() {
        return None;
    }
    let value = shot.result.actual.value.as_ref()?;
    let converted = derivation::converted(&shot.result);
    if converted.is_none()
        && let Achieved::Quantity { number, unit: None } = value
        && Number::parse(typed.trim()) == Ok(*number)
    {
        return None;
    }
    let read = converted.unwrap_or_else(|| reading::achieved(value, shot.language));
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '“' | '”' | '/' | '·'))
            .collect()
    };
    (plain(&read) != plain(typed)).then(|| [shot.word(Word::ReadAs), " ", &read].concat())
}

/// 偏差原因: a field where one is mandatory or given.
pub fn reason(shot: &RowShot) -> Html {
    if !shows_reason(&shot.row, &shot.result) {
        return Html::default();
    }
    let why = shot.result.reason.map(|cause| {
        shot.word(match cause {
            ReasonCause::PointsLost => Word::WhyLost,
            ReasonCause::Over => Word::WhyOver,
            ReasonCause::LowExecution => Word::WhyExecution,
        })
    });
    let needed = why.is_some() && !shot.result.reason_given;
    Field {
        id: shot.id(RowField::Reason),
        value: Rc::clone(&shot.row.actual.reason).into(),
        named_by: shot.named_by("c-reason"),
        hint: why.map(Into::into),
        class: if needed {
            "field--reason is-needed"
        } else {
            "field--reason"
        },
        required: why.is_some(),
        ..Field::default()
    }
    .area()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{read_as, unit_beside};
    use crate::app::begin::example;
    use crate::app::session::Session;
    use crate::app::span::Span;
    use crate::app::store::{Action, State};
    use crate::app::view::row::RowShot;
    use crate::edit::{Edit, RowField};
    use crate::i18n::Language;

    /// What stands under the field, and beside it.
    fn stands(target: &str, actual: &str) -> (Option<String>, Option<String>) {
        let mut state = State::new(example(), Session::default());
        let id = state.document().rows[0].indicator.id.clone();
        for (field, text) in [(RowField::Target, target), (RowField::Actual, actual)] {
            let edit = Edit::Row(id.clone(), field, text.into());
            state.act(Action::Edit(edit, None));
        }
        let shot = RowShot {
            row: state.document().rows[0].clone(),
            result: Rc::clone(&state.evaluation.rows[0]),
            policy: Rc::clone(&state.document().policy),
            span: Span::default(),
            explained: false,
            structure: false,
            language: Language::Chinese,
            refusals: 0,
        };
        (read_as(&shot), unit_beside(&shot))
    }

    #[track_caller]
    fn reads(target: &str, actual: &str, under: &str, beside: &str) {
        let found = stands(target, actual);
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        assert_eq!(
            found,
            (some(under), some(beside)),
            "{actual} against {target}"
        );
    }

    #[test]
    fn another_unit_is_converted_under_the_field_and_the_targets_does_not_stand_beside() {
        reads("≥0.7万元", "7800元", "识别为 0.78 万元", "");
        reads("≤50万元", "450000元", "识别为 45 万元", "");
        reads("≤1天", "2小时", "识别为 ≈ 0.0833 天", "");
        reads("≥5年", "60个月", "识别为 5 年", "");
        reads("≥300平方米", "312.2㎡", "", "");
        reads("≥300平方米", "312.2m2", "识别为 312.2 ㎡", "");
    }

    #[test]
    fn the_targets_unit_stands_beside_what_has_none() {
        reads("≥16人", "", "", "人");
        reads("≥16人", "16", "", "人");
        reads("≥16人", "16人", "", "");
        reads("≤6万元/人·年", "6万元/人·年", "", "");
        reads("≥300m2", "312", "", "㎡");
        reads("≥6万人", "60000", "识别为 6 万人", "");
    }
}
