//! 得分概览: total or points so far, grade, what each part has earned, what is still missing.

use yew::Html;

use crate::app::WHOLE;
use crate::app::control::{Command, Control};
use crate::app::part::bar::bar;
use crate::app::part::el::{El, el};
use crate::app::part::press::press;
use crate::app::show;
use crate::app::store::Glance;
use crate::decimal::Number;
use crate::document::Document;
use crate::finding::Place;
use crate::i18n::ui::{Word, word};
use crate::i18n::{Language, fill, finding, place, term};
use crate::scoring::{ExecutionState, MissingKind, Sum, Totals};

/// The most missing things that are listed.
const LISTED: usize = 6;

/// Draws the summary.
pub fn view(glance: &Glance) -> Html {
    el("aside", "summary")
        .attr("aria-label", word(Word::Summary, glance.session.language))
        .kid(total(&glance.evaluation.totals, glance.session.language))
        .kid(parts(glance))
        .kid(missing(glance))
        .done()
}

/// The grade, or that the total is provisional.
pub fn standing(totals: &Totals, language: Language) -> &'static str {
    match totals.grade {
        Some(grade) => term::grade(grade, language),
        None => word(Word::Provisional, language),
    }
}

/// Whether there is nothing to score yet; the small program has always something.
pub fn is_empty(totals: &Totals) -> bool {
    WHOLE && totals.attainable == Number::ZERO
}

fn total(totals: &Totals, language: Language) -> El {
    let t = |of| word(of, language);
    let figure = el("span", "summary__figure").attr("id", "total");
    if is_empty(totals) {
        let points = el("p", "summary__points").kid(figure.text("–"));
        return el("div", "summary__total").kid(points);
    }
    let badge = standing(totals, language);
    let class = match totals.grade {
        Some(_) => "summary__grade",
        None => "summary__grade is-provisional",
    };
    let unit = el("span", "unit").text(t(Word::Points));
    let points = el("p", "summary__points")
        .kid(figure.text(show::points(totals.so_far)))
        .kid(unit)
        .kid(el("span", class).attr("id", "grade").text(badge));
    let warn = |text: String| el("p", "summary__note is-warn").text(text).done();
    let cap = totals.cap.map(|cap| {
        let text = language.pick(
            "执行率低于 {0}%，总分不超过 {1} 分（原 {2} 分）",
            "Execution below {0}%: at most {1} points (before: {2})",
        );
        let (below, most, before) = (
            cap.below.text(),
            show::points(cap.most),
            show::points(cap.before),
        );
        warn(fill(text, &[&below, &most, &before]))
    });
    let unrounded = totals.unrounded.map(|(sum, grade)| {
        let text = language.pick(
            "不四舍五入的合计为 {0} 分，属“{1}”",
            "Without rounding the sum is {0}: {1}",
        );
        warn(fill(text, &[&sum.text(), term::grade(grade, language)]))
    });
    el("div", "summary__total")
        .kid(points)
        .kid(el("p", "summary__note").text(scale(totals, language)))
        .kids(cap)
        .kids(unrounded)
}

/// What the total is out of, or what is still within reach.
fn scale(totals: &Totals, language: Language) -> String {
    let attainable = show::points(totals.attainable);
    match totals.graded_on {
        _ if totals.provisional => fill(
            language.pick("可达 {0} 分", "{0} within reach"),
            &[&show::points(totals.reachable)],
        ),
        Some(on) if totals.attainable != Number::HUNDRED => fill(
            language.pick(
                "折合百分制 {0} 分（满分 {1}）",
                "{0} on a scale of 100 (of {1})",
            ),
            &[&show::points(on), &attainable],
        ),
        _ => fill(
            language.pick("满分 {0} 分", "of {0} points"),
            &[&attainable],
        ),
    }
}

fn parts(glance: &Glance) -> El {
    let language = glance.session.language;
    let evaluation = &glance.evaluation;
    let mut lines = Vec::new();
    for part in &evaluation.parts {
        lines.push(line(&part.label, &part.sum, "meter"));
        let alone = matches!(&*part.groups, [group] if group.label == part.label);
        for group in part.groups.iter().filter(|_| !alone) {
            lines.push(line(&group.label, &group.sum, "meter meter--small"));
        }
    }
    let execution = &evaluation.execution;
    let sum = Sum {
        weight: execution.points,
        earned: execution.score.unwrap_or_default(),
        open: match execution.state {
            ExecutionState::NotReported | ExecutionState::Unusable => execution.points,
            ExecutionState::Known | ExecutionState::NotApplicable => Number::ZERO,
        },
    };
    lines.push(line(word(Word::Execution, language), &sum, "meter"));
    el("ul", "meters").kids(lines)
}

fn line(label: &str, sum: &Sum, class: &'static str) -> Html {
    let reachable = sum.earned.checked_add(sum.open).unwrap_or(sum.earned);
    let of = [" / ", &show::points(sum.weight)].concat();
    let figures = el("span", "meter__figures")
        .text(show::points(sum.earned))
        .kid(el("span", "unit").text(of));
    el("li", class)
        .kid(el("span", "meter__label").text(label.to_owned()))
        .kid(figures)
        .kid(bar(
            show::per_mille(sum.earned, sum.weight),
            show::per_mille(reachable, sum.weight),
        ))
        .done()
}

fn missing(glance: &Glance) -> El {
    let language = glance.session.language;
    let missing = &glance.evaluation.missing;
    if is_empty(&glance.evaluation.totals) {
        return el("p", "summary__note").text(word(Word::EmptyTable, language));
    }
    if missing.is_empty() {
        let text = ["✓ ", word(Word::NothingMissing, language)].concat();
        return el("p", "summary__note is-good").text(text);
    }
    const KINDS: [(Command, Word); 3] = [
        (Command::NextMissing, Word::NotFilled),
        (Command::NextAsk, Word::ToConfirm),
        (Command::NextReason, Word::ReasonMissing),
    ];
    let buttons = KINDS.iter().filter_map(|&(command, of)| {
        let kinds = kinds_of(command);
        let count = missing
            .iter()
            .filter(|one| kinds.contains(&one.what))
            .count();
        let template = language.pick("{0} {1} 项 →", "{0} {1} →");
        let words = fill(template, &[word(of, language), &count.to_string()]);
        let id = Control::Command(command).id();
        (count > 0).then(|| press(id, words, "button button--link summary__jump"))
    });
    let listed = missing.iter().enumerate().take(LISTED).map(|(at, one)| {
        let whole = finding::missing(one, &glance.document, language);
        let name = name(&one.place, &glance.document).unwrap_or_default();
        let name = match name.trim() {
            "" => place::place(&one.place, &glance.document, language),
            name => name.to_owned(),
        };
        let kind = term::missing_kind(one.what, language);
        let line = el("button", "summary__item")
            .attr("type", "button")
            .attr("id", Control::Jump(at).id())
            .attr("title", whole)
            .kid(el("span", "summary__name").text(name))
            .kid(el("span", "summary__kind").text(kind));
        el("li", "").kid(line).done()
    });
    el("div", "summary__missing")
        .kid(el("p", "summary__jumps").kids(buttons))
        .kid(el("ul", "summary__list").kids(listed))
}

/// The name of the row at a place.
fn name<'d>(place: &Place, document: &'d Document) -> Option<&'d str> {
    match place {
        Place::Row(id, _) | Place::Tally(id) => {
            let row = document.rows.get(document.row_at(id)?)?;
            Some(&*row.indicator.name)
        }
        Place::Task(id, _) => {
            let task = document.tasks.iter().find(|task| task.id == *id)?;
            Some(&*task.name)
        }
        _ => None,
    }
}

/// Which missing things a jump goes to.
const fn kinds_of(command: Command) -> &'static [MissingKind] {
    match command {
        Command::NextMissing => &[MissingKind::NotReported],
        Command::NextAsk => &[MissingKind::Asks, MissingKind::Unreadable],
        _ => &[MissingKind::Reason],
    }
}
