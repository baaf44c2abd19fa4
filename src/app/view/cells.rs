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
use crate::i18n::{issue, reading};
use crate::scoring::{ReasonCause, Status};
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
    let unit = unit(shot).unwrap_or_default();
    match indicator.target.trim_end().strip_suffix(&*unit) {
        Some(rest) if !unit.is_empty() => {
            let unit = el("span", "unit").text(unit);
            el("span", "").text(rest.to_owned()).kid(unit).done()
        }
        _ => text(Rc::clone(&indicator.target)),
    }
}

/// The target's unit, as written.
fn unit(shot: &RowShot) -> Option<String> {
    let unit = match shot.result.target.value.as_ref()? {
        Value::Quantity(quantity) => quantity.unit.as_ref(),
        Value::Range(range) => range.unit.as_ref(),
        Value::Deadline(_) | Value::Words(_) => None,
    };
    unit.map(ToString::to_string)
}

/// 实际完成值: the field, what it is read as, what is wrong or asked, the bands of words.
pub fn actual(shot: &RowShot) -> Html {
    let row = &shot.row;
    let tallied = row.actual.tally.is_some();
    let say = say(shot);
    let told = shot.mark("say");
    let typed = row.actual.text.trim_end();
    let unit = unit(shot).filter(|unit| !tallied && !typed.ends_with(unit.as_str()));
    let field = Field {
        id: shot.id(RowField::Actual),
        value: if tallied {
            show::actual(row, &shot.result, shot.language).into()
        } else {
            Rc::clone(&row.actual.text).into()
        },
        named_by: shot.named_by("c-actual"),
        told_by: say.is_some().then(|| told.clone()),
        invalid: shot.result.status == Status::Unreadable && !typed.trim().is_empty(),
        fixed: tallied,
        ..Field::default()
    };
    let unit = unit.map(|unit| {
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
    let buttons = Band::ALL.map(|band| {
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
        hint: Some(rule.default.to_string().into()),
        class: "field--share",
        ..Field::default()
    };
    let unit = el("span", "unit").text("%");
    Some(el("span", "row__share").kid(field.line()).kid(unit).done())
}

/// What stands under the field: a question with its answers, an error, or what the text is read as.
fn say(shot: &RowShot) -> Option<El> {
    let language = shot.language;
    let (text, found) = grave(shot)
        .map(|(text, issue)| (issue::issue(issue, text, language), issue.kind.severity()))
        .or_else(|| read_as(shot).map(|text| (text, Severity::Note)))?;
    let class = match found {
        Severity::Error if shot.result.status != Status::Asks => "say__text is-bad",
        Severity::Error => "say__text is-warn",
        Severity::Ask => "say__text is-warn",
        Severity::Note => "say__text",
    };
    let asks = found > Severity::Note || shot.result.status == Status::Asks;
    let answers = if asks {
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

fn button(at: usize, answer: Answer, id: &crate::table::Id) -> Html {
    let class = if answer.suggested {
        "button button--answer is-suggested"
    } else {
        "button button--answer"
    };
    press(Control::Answer(at, id.clone()).id(), answer.label, class)
}

/// The gravest thing to say about the row's cells, and the text it is about.
fn grave(shot: &RowShot) -> Option<(&str, &Issue)> {
    let (row, result) = (&shot.row, &shot.result);
    let on_target = result
        .target
        .issues
        .iter()
        .map(|issue| (&*row.indicator.target, issue));
    let typed = &*row.actual.text;
    let on_actual = result
        .actual
        .issues
        .iter()
        .chain(&result.issues)
        .map(|issue| (typed, issue));
    let asks = result.status == Status::Asks;
    on_target
        .chain(on_actual)
        .filter(|(_, issue)| match issue.kind {
            IssueKind::Blank => false,
            IssueKind::ComparatorAssumed { .. } => asks,
            _ => issue.kind.severity() > Severity::Note,
        })
        .max_by_key(|(_, issue)| issue.kind.severity())
}

/// `识别为 312.2 平方米`, where that says something else than what is typed.
fn read_as(shot: &RowShot) -> Option<String> {
    let typed = &shot.row.actual.text;
    if typed.trim().is_empty() || shot.row.actual.tally.is_some() {
        return None;
    }
    let value = shot.result.actual.value.as_ref()?;
    if let Achieved::Quantity { number, unit: None } = value
        && Number::parse(typed.trim()) == Ok(*number)
    {
        return None;
    }
    let read = reading::achieved(value, shot.language);
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '“' | '”'))
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
