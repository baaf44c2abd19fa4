//! One indicator: a line of the table, and its derivation below when it is open.

use std::rc::Rc;

use yew::Html;

use super::{cells, detail};
use crate::app::WHOLE;
use crate::app::control::{Control, escape};
use crate::app::part::el::{El, el, many, text};
use crate::app::part::field::Field;
use crate::app::part::press::{sign, toggle};
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
    /// Whether its cells are fields.
    #[must_use]
    pub const fn edits(&self) -> bool {
        WHOLE && self.structure
    }

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

    /// The `id`s that name a field of this row: its column's head and the indicator.
    #[must_use]
    pub fn named_by(&self, head: &str) -> Option<String> {
        Some([head, " ", &self.mark("n")].concat())
    }
}

/// Draws one line, and the line below where it is open.
pub fn view(shot: &RowShot) -> Html {
    let result = &shot.result;
    let line = el("tr", "")
        .attr("class", ["row ", show::tone(result.status)].concat())
        .kids(levels(shot))
        .kid(name(shot))
        .kid(el("td", "row__target").kid(cells::target(shot)))
        .kid(el("td", "row__actual").kid(cells::actual(shot)))
        .kid(el("td", "row__number").kid(completion(shot)))
        .kid(el("td", "row__number").kid(weight(shot)))
        .kid(el("td", "row__number").kid(score(shot)))
        .kid(el("td", "row__status").kid(status(shot)))
        .kid(el("td", "row__reason").kid(last(shot)));
    // Always two places: a line that became one of two would be made anew, and its button lose the focus.
    let below = shot.explained.then(|| detail::view(shot));
    many(vec![line.done(), below.unwrap_or_default()])
}

/// 完成率; for words the share inside the chosen band.
fn completion(shot: &RowShot) -> Html {
    cells::share(shot)
        .unwrap_or_else(|| text(show::completion(shot.result.completion, shot.language)))
}

/// The level cells: over several lines while the table is filled in, fields while it is edited.
fn levels(shot: &RowShot) -> Vec<Html> {
    let indicator = &shot.row.indicator;
    if shot.edits() {
        let fields = [
            (RowField::Level1, &indicator.level1, "c-level1", "levels1"),
            (RowField::Level2, &indicator.level2, "c-level2", "levels2"),
        ];
        let cell = |(field, value, head, list): (RowField, &Rc<str>, &str, &'static str)| {
            let field = Field {
                id: shot.id(field),
                value: Rc::clone(value).into(),
                named_by: shot.named_by(head),
                suggestions: Some(list.into()),
                ..Field::default()
            };
            el("td", "row__edit").kid(field.line()).done()
        };
        return fields.map(cell).into();
    }
    let mut cells = Vec::new();
    let mut cell = |lines: Option<usize>, label, class| {
        if let Some(lines) = lines {
            let cell = el("th", class)
                .attr("scope", "rowgroup")
                .attr("rowspan", lines.to_string());
            cells.push(cell.kid(broken(label)).done());
        }
    };
    let span = &shot.span;
    cell(span.level1, &indicator.level1, "row__level row__level--1");
    cell(span.level2, &indicator.level2, "row__level");
    cells
}

/// A level's label, to be broken before 指标 and not inside a word.
fn broken(label: &str) -> El {
    let place = el("span", "row__label");
    match label.strip_suffix("指标") {
        Some(rest) => place.text(rest.to_owned()).kid(el("wbr", "")).text("指标"),
        None => place.text(label.to_owned()),
    }
}

fn name(shot: &RowShot) -> El {
    let indicator = &shot.row.indicator;
    let class = if shot.edits() {
        "row__edit"
    } else {
        "row__name"
    };
    let cell = el("th", class)
        .attr("scope", "row")
        .attr("id", shot.mark("n"));
    if !shot.edits() {
        return cell.text(Rc::clone(&indicator.name));
    }
    let field = Field {
        id: shot.id(RowField::Name),
        value: Rc::clone(&indicator.name).into(),
        named_by: Some("c-name".to_owned()),
        ..Field::default()
    };
    cell.kid(field.line())
}

fn weight(shot: &RowShot) -> Html {
    let indicator = &shot.row.indicator;
    let points = show::points(shot.result.weight.points);
    if !shot.edits() {
        let lock = shot.word(Word::LockMark);
        let mark = indicator
            .locked
            .then(|| el("span", "row__lock").text(lock).done());
        return el("span", "").text(points).kids(mark).done();
    }
    let field = Field {
        id: shot.id(RowField::Weight),
        value: Rc::clone(&indicator.weight).into(),
        hint: Some(points.into()),
        named_by: shot.named_by("c-weight"),
        class: "field--number",
        ..Field::default()
    };
    let id = Control::Lock(indicator.id.clone()).id();
    let class = "button button--sign button--quiet";
    let lock = toggle(id, shot.word(Word::LockMark), indicator.locked, class);
    el("span", "row__pair").kid(field.line()).kid(lock).done()
}

fn score(shot: &RowShot) -> El {
    let shown = show::points_or_dash(shot.result.score);
    let label = [
        shown.as_str(),
        shot.language.pick("，", ", "),
        shot.word(Word::Explain),
    ]
    .concat();
    el("button", "score")
        .attr("type", "button")
        .attr("id", Control::Explain(shot.row.indicator.id.clone()).id())
        .either("aria-expanded", shot.explained)
        .attr("aria-label", label)
        .text(shown)
}

fn status(shot: &RowShot) -> El {
    let status = shot.result.status;
    let shape = el("span", "status__shape")
        .attr("aria-hidden", "true")
        .text(show::shape(status));
    el("span", "status")
        .attr("id", Control::Status(shot.row.indicator.id.clone()).id())
        .kid(shape)
        .text(term::status(status, shot.language))
}

/// The last column: the reason, or what can be done to the row.
fn last(shot: &RowShot) -> Html {
    if !shot.edits() {
        return cells::reason(shot);
    }
    acts(List::Rows, &shot.row.indicator.id, shot.language)
}

/// What can be done to a row of a list.
pub fn acts(list: List, id: &crate::table::Id, language: Language) -> Html {
    let id = || id.clone();
    el("span", "row__acts")
        .kid(sign(
            Control::Add(list, Some(id())).id(),
            word(Word::Add, language),
            "＋",
        ))
        .kid(sign(
            Control::Up(list, id()).id(),
            word(Word::Up, language),
            "↑",
        ))
        .kid(sign(
            Control::Down(list, id()).id(),
            word(Word::Down, language),
            "↓",
        ))
        .kid(sign(
            Control::Remove(list, id()).id(),
            word(Word::Remove, language),
            "✕",
        ))
        .done()
}
