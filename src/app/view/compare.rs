//! 对比: what differs between two evaluations, readable and printable.

use yew::Html;

use crate::app::compare::{Control, Origin, Pair, Side};
use crate::app::part::el::{El, el, many};
use crate::app::part::press::press;
use crate::app::store::Glance;
use crate::compare::{Entry, Standing};
use crate::i18n::screen::{ScreenWord as W, screen_word};
use crate::i18n::{Language, compare as words, finding, rollup, rules};

fn button(control: Control, word: W, class: &'static str, language: Language) -> Html {
    press(control.id().to_owned(), screen_word(word, language), class)
}

/// Draws the screen.
pub fn view(glance: &Glance) -> Html {
    let language = glance.session.language;
    let compare = &glance.session.compare;
    let t = |word| screen_word(word, language);
    let swap = compare
        .pair
        .is_some()
        .then(|| button(Control::Swap, W::Swap, "button", language));
    let print = compare
        .pair
        .is_some()
        .then(|| button(Control::Print, W::Print, "button", language));
    let head = el("header", "screen__head")
        .kid(el("h1", "screen__title").text(t(W::Compare)))
        .kid(button(Control::File, W::CompareFile, "button", language))
        .kid(button(Control::Link, W::CompareLink, "button", language))
        .kids(swap)
        .kids(print)
        .kid(button(
            Control::Back,
            W::Back,
            "button screen__back",
            language,
        ));
    let error = compare.error.as_ref().map(|error| {
        el("p", "dialog__trouble is-bad")
            .text(rollup::open_error(error, language))
            .done()
    });
    let body = match &compare.pair {
        Some(pair) => self::pair(pair, language),
        None => el("p", "hint").text(t(W::CompareHint)).done(),
    };
    el("main", "screen")
        .kid(head)
        .kid(el("div", "").attr("role", "alert").kids(error))
        .kid(body)
        .done()
}

fn side(name: W, side: &Side, language: Language) -> El {
    let header = &side.document.header;
    let origin = match &side.origin {
        Origin::Here => screen_word(W::Here, language).to_owned(),
        Origin::File(name) | Origin::Kept(name) => name.clone(),
        Origin::Link => screen_word(W::FromLink, language).to_owned(),
    };
    let about = finding::brief(&side.about, language);
    let about = (!about.is_empty()).then(|| {
        let said = ["△ ", &about].concat();
        el("span", "is-warn").text(said).done()
    });
    el("p", "screen__side")
        .kid(el("span", "screen__which").text(screen_word(name, language)))
        .kid(el("b", "").text(header.unit.to_string()))
        .kid(el("span", "").text(header.year.to_string()))
        .kid(el("span", "unit").text(origin))
        .kids(about)
}

fn pair(pair: &Pair, language: Language) -> Html {
    let comparison = &pair.comparison;
    let t = |word| screen_word(word, language);
    let said = |text: String| el("p", "screen__said").text(text).done();
    let counts = (!comparison.is_same()).then(|| said(words::counts(comparison, language)));
    let moved = comparison.moved.then(|| said(t(W::Moved).to_owned()));
    let header: Vec<Html> = comparison
        .header
        .iter()
        .map(|change| {
            line(
                Standing::Changed,
                "",
                vec![words::header_change(change, language)],
                language,
            )
        })
        .collect();
    let tasks = lines(&comparison.tasks, language, |change| {
        words::task_change(change, language)
    });
    let goals = lines(&comparison.goals, language, |change| {
        words::goal_change(change, language)
    });
    let rows = lines(&comparison.rows, language, |change| {
        words::row_change(change, language)
    });
    let policy = comparison.policy.iter().map(|change| {
        let said = vec![rules::policy_change(change, language)];
        line(Standing::Changed, "", said, language)
    });
    let parts = [
        (W::PolicyPart, policy.collect()),
        (W::HeaderPart, header),
        (W::TaskPart, tasks),
        (W::GoalPart, goals),
        (W::RowPart, rows),
    ];
    let parts = parts
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(name, lines)| part(name, lines, language));
    let top = el("section", "section screen__top")
        .kid(side(W::Before, &pair.before, language))
        .kid(side(W::After, &pair.after, language))
        .kid(el("p", "screen__sum").text(words::summary(comparison, language)))
        .kids(words::reviewed(comparison, language).map(said))
        .kids(words::execution(comparison, language).map(said))
        .kids(counts)
        .kids(words::policies(comparison, language).map(said))
        .kids(moved);
    let parts: Vec<Html> = parts.collect();
    many(vec![top.done(), many(parts)])
}

fn part(name: W, lines: Vec<Html>, language: Language) -> Html {
    let head = |word, class| {
        el("th", class)
            .attr("scope", "col")
            .text(screen_word(word, language))
    };
    let heads = el("tr", "")
        .kid(head(W::Standing, "grid__mark"))
        .kid(head(W::Item, "grid__name"))
        .kid(head(W::What, ""));
    let table = el("table", "grid")
        .kid(el("thead", "").kid(heads))
        .kid(el("tbody", "").kids(lines));
    let title = el("h2", "").text(screen_word(name, language));
    el("section", "section")
        .kid(el("div", "section__head").kid(title))
        .kid(table)
        .done()
}

fn lines<C>(entries: &[Entry<C>], language: Language, say: impl Fn(&C) -> String) -> Vec<Html> {
    let lines = entries.iter().map(|entry| {
        let said = entry.changes.iter().map(&say).collect();
        line(entry.standing(), &entry.name, said, language)
    });
    lines.collect()
}

fn line(standing: Standing, name: &str, said: Vec<String>, language: Language) -> Html {
    let (sign, class) = match standing {
        Standing::Added => ("＋ ", "grid__mark is-good"),
        Standing::Removed => ("－ ", "grid__mark is-bad"),
        Standing::Changed => ("△ ", "grid__mark is-warn"),
    };
    let mark = [sign, words::standing(standing, language)].concat();
    let said = said.into_iter().map(|text| el("p", "").text(text).done());
    el("tr", "")
        .kid(el("td", class).text(mark))
        .kid(
            el("th", "grid__name")
                .attr("scope", "row")
                .text(name.to_owned()),
        )
        .kid(el("td", "grid__what").kids(said))
        .done()
}
