//! 汇总: many evaluations in one table, their distribution, and what brings more of them.

use yew::Html;

use super::form::option;
use super::shelf::news;
use crate::app::part::el::{El, el, many};
use crate::app::part::field::Field;
use crate::app::part::press::{press, toggle};
use crate::app::rollup::{Board, Control, OPEN, PICK, Show, TELL};
use crate::app::store::Glance;
use crate::document::json::Brief;
use crate::i18n::screen::{self as words, ScreenWord as W, screen_word};
use crate::i18n::{Language, fill, finding, rollup, term};
use crate::policy::Grade;
use crate::rollup::{Distribution, Entry, Order, Outcome, SortKey};

fn button(control: Control, word: W, class: &'static str, language: Language) -> Html {
    press(control.id().to_owned(), screen_word(word, language), class)
}

/// Draws the screen.
pub fn view(glance: &Glance) -> Html {
    let language = glance.session.language;
    let board = &glance.session.board;
    let t = |word| screen_word(word, language);
    let after = |control, word| {
        board
            .result
            .is_some()
            .then(|| button(control, word, "button", language))
    };
    let head = el("header", "screen__head")
        .kid(el("h1", "screen__title").text(t(W::RollUp)))
        .kid(button(Control::Files, W::Files, "button", language))
        .kids(after(Control::Csv, W::Csv))
        .kids(after(Control::Print, W::Print))
        .kids(after(Control::Clear, W::Clear))
        .kid(button(
            Control::Back,
            W::Back,
            "button screen__back",
            language,
        ));
    let dropping = glance
        .session
        .dragging
        .then(|| el("div", "drop").text(t(W::Drop)).done());
    el("main", "screen")
        .kid(head)
        .kid(news(glance))
        .kid(bring(board, language))
        .kids(progress(board, language))
        .kids(
            board
                .result
                .is_some()
                .then(|| result(board, glance.session.printing, language)),
        )
        .kids(dropping)
        .done()
}

/// What brings more evaluations.
fn bring(board: &Board, language: Language) -> El {
    let field = el("textarea", "field dialog__link")
        .attr("id", Control::Text.id())
        .attr("rows", if board.result.is_some() { "1" } else { "5" })
        .attr("spellcheck", "false")
        .attr("aria-label", screen_word(W::LinksField, language))
        .attr("placeholder", screen_word(W::LinksField, language))
        .value(board.links.clone().into());
    el("section", "section screen__bring")
        .kid(el("p", "hint").text(screen_word(W::RollUpHint, language)))
        .kid(el("div", "screen__links").kid(field).kid(button(
            Control::Links,
            W::Links,
            "button",
            language,
        )))
}

fn progress(board: &Board, language: Language) -> Option<Html> {
    let (done, all) = board.progress?;
    let bar = el("progress", "screen__bar")
        .attr("max", all.to_string())
        .attr("value", done.to_string());
    let said = el("span", "")
        .attr("role", "status")
        .text(words::progress(done, all, language));
    let line = el("p", "notice").kid(bar).kid(said).kid(button(
        Control::Cancel,
        W::Cancel,
        "button",
        language,
    ));
    Some(line.done())
}

fn result(board: &Board, printing: bool, language: Language) -> Html {
    let Some(result) = &board.result else {
        return Html::default();
    };
    let all = result.distribution();
    let listed = board.listed();
    let drawn = if printing { listed.len() } else { board.drawn };
    let rows = listed
        .iter()
        .take(drawn)
        .filter_map(|at| Some((at, result.entries().get(*at)?)))
        .flat_map(|(at, entry)| row(*at, entry, board, language));
    let table = el("table", "grid grid--roll")
        .kid(el("thead", "").kid(heads(board, language)))
        .kid(el("tbody", "").kids(rows));
    let shown = listed.len().min(board.shown);
    let more = (listed.len() > shown).then(|| button(Control::More, W::More, "button", language));
    let pick = board.picked.map(|_| {
        el("span", "")
            .text(screen_word(W::PickHint, language))
            .done()
    });
    let none = listed
        .is_empty()
        .then(|| el("span", "").text(screen_word(W::None, language)).done());
    let foot = el("p", "hint")
        .text(words::shown(shown, listed.len(), language))
        .kids(none)
        .kids(more);
    let tools = tools(board, language).kids(pick);
    let table = el("section", "section").kid(tools).kid(table).kid(foot);
    many(vec![overview(&all, language), table.done()])
}

fn tools(board: &Board, language: Language) -> El {
    let t = |word| screen_word(word, language);
    let options = Show::ALL.iter().enumerate().map(|(at, show)| {
        let name = match show {
            Show::All => t(W::ShowAll),
            Show::Grade(grade) => term::grade(*grade, language),
            Show::Provisional => t(W::ShowProvisional),
            Show::Failed => t(W::ShowFailed),
        };
        option(at.to_string(), name, *show == board.show)
    });
    let choice = el("select", "field screen__choice")
        .attr("id", Control::Show.id())
        .attr("aria-label", t(W::ShowField))
        .kids(options);
    let word = Field {
        id: Control::Word.id().to_owned(),
        value: board.word.clone().into(),
        name: Some(t(W::WordField).into()),
        hint: Some(t(W::WordField).into()),
        ..Field::default()
    };
    el("div", "section__head screen__tools")
        .kid(el("span", "").text(t(W::ShowField)))
        .kid(choice)
        .kid(el("span", "screen__word").kid(word.line()))
}

/// Figures in words, how many of each grade, and the bars.
fn overview(all: &Distribution, language: Language) -> Html {
    let grades = [Grade::Excellent, Grade::Good, Grade::Fair, Grade::Poor];
    let grades = grades.into_iter().zip(all.grades).map(|(grade, count)| {
        el("span", "screen__grade")
            .text(term::grade(grade, language))
            .kid(el("b", "").text(count.to_string()))
            .done()
    });
    let text = el("div", "screen__figures")
        .kid(el("p", "").text(rollup::summary(all, language)))
        .kid(el("p", "").kids(grades));
    el("section", "section screen__overview")
        .kid(text)
        .kid(chart(all, language))
        .done()
}

/// Ten bars, one for ten points each, the count above and the lower edge below.
fn chart(all: &Distribution, language: Language) -> El {
    const STEP: usize = 34;
    const TALL: usize = 60;
    let most = all.bins.iter().copied().max().unwrap_or_default().max(1);
    let at = |number: usize| number.to_string();
    let said: Vec<String> = (0..)
        .zip(all.bins)
        .filter(|(_, count)| *count > 0)
        .map(|(bin, count): (usize, usize)| words::bin(bin * 10, count, language))
        .collect();
    let label = [
        screen_word(W::Distribution, language),
        language.pick("：", ": "),
        &said.join(language.pick("；", "; ")),
    ]
    .concat();
    let bars = (0..).zip(all.bins).map(|(bin, count): (usize, usize)| {
        let height = (count * TALL).div_ceil(most);
        let x = bin * STEP;
        let middle = x + STEP / 2;
        let bar = el("rect", "chart__bar")
            .attr("x", at(x + 4))
            .attr("y", at(14 + TALL - height))
            .attr("width", at(STEP - 8))
            .attr("height", at(height));
        let text = |y: usize, words: String| {
            el("text", "chart__text")
                .attr("x", at(middle))
                .attr("y", at(y))
                .attr("text-anchor", "middle")
                .text(words)
        };
        let count = (count > 0).then(|| text(11 + TALL - height, at(count)).done());
        el("g", "")
            .kid(bar)
            .kids(count)
            .kid(text(TALL + 27, at(bin * 10)))
            .done()
    });
    el("svg", "chart")
        .attr("viewBox", "0 0 340 92")
        .attr("width", "340")
        .attr("height", "92")
        .attr("role", "img")
        .attr("aria-label", label)
        .kids(bars)
}

fn heads(board: &Board, language: Language) -> El {
    let head = |word, key: Option<SortKey>, class| {
        let cell = el("th", class).attr("scope", "col");
        let Some(key) = key else {
            return cell.text(screen_word(word, language)).done();
        };
        let sorted = board.key == key;
        let (arrow, said) = match board.order {
            _ if !sorted => ("", "none"),
            Order::Ascending => (" ↑", "ascending"),
            Order::Descending => (" ↓", "descending"),
        };
        let words = [screen_word(word, language), arrow].concat();
        let id = Control::Sort(key).id().to_owned();
        cell.attr("aria-sort", said)
            .kid(press(id, words, "button button--link"))
            .done()
    };
    el("tr", "")
        .kid(head(W::Source, Some(SortKey::Arrival), "roll__source"))
        .kid(head(W::Unit, Some(SortKey::Unit), "roll__unit"))
        .kid(head(W::Year, Some(SortKey::Year), "roll__year"))
        .kid(head(W::Total, Some(SortKey::Total), "roll__number"))
        .kid(head(W::Grade, None, "roll__grade"))
        .kid(head(W::Rate, Some(SortKey::Rate), "roll__number"))
        .kid(head(W::Open, Some(SortKey::Open), "roll__number"))
        .kid(head(W::Findings, Some(SortKey::Findings), "roll__number"))
        .kid(head(W::Unmet, Some(SortKey::Unmet), ""))
        .kid(head(W::Acts, None, "roll__acts"))
}

/// What can be done with one that opened.
fn acts(at: usize, picked: Option<usize>, language: Language) -> El {
    let at_text = at.to_string();
    let open = press(
        [OPEN, &at_text].concat(),
        screen_word(W::OpenOne, language),
        "button button--link",
    );
    let pick = toggle(
        [PICK, &at_text].concat(),
        screen_word(W::PickOne, language),
        picked == Some(at),
        "button button--link button--choice",
    );
    el("td", "roll__acts").kid(open).kid(pick)
}

/// The most findings of one evaluation that are named.
const TOLD: usize = 20;

/// How many findings there are: a button that shows them.
fn findings(at: usize, count: usize, told: bool, language: Language) -> Html {
    if count == 0 {
        return el("td", "roll__number").text("0").done();
    }
    let count = count.to_string();
    let label = fill(language.pick("{0} 条发现", "findings: {0}"), &[&count]);
    let button = el("button", "score")
        .attr("type", "button")
        .attr("id", [TELL, &at.to_string()].concat())
        .either("aria-expanded", told)
        .attr("aria-label", label)
        .text(count);
    el("td", "roll__number").kid(button).done()
}

/// The line below with the findings of an evaluation.
fn told(sentences: Vec<String>, count: usize, language: Language) -> El {
    let rest = count.saturating_sub(sentences.len());
    let more = (rest > 0).then(|| {
        fill(
            language.pick(
                "还有 {0} 条，请打开查看。",
                "{0} more; please open it to see them.",
            ),
            &[&rest.to_string()],
        )
    });
    let items = sentences.into_iter().chain(more);
    let items = items.map(|one| el("li", "").text(one).done());
    let cell = el("td", "roll__told").attr("colspan", "10");
    el("tr", "").kid(cell.kid(el("ul", "").kids(items)))
}

/// Its line, and the one below that tells its findings.
fn row(at: usize, entry: &Entry, board: &Board, language: Language) -> Vec<Html> {
    let shown = board.told.as_ref().filter(|(shown, _)| *shown == at);
    let line = el("tr", "").key(at.to_string()).kid(
        el("td", "roll__source")
            .attr("title", entry.source.clone())
            .text(entry.source.clone()),
    );
    match &entry.outcome {
        Ok(outcome) => {
            let told = findings(at, outcome.findings, shown.is_some(), language);
            let line = cells(line, outcome, told, language)
                .kid(acts(at, board.picked, language))
                .done();
            let below = shown.map(|(_, told)| {
                let key = ["t", &at.to_string()].concat();
                let sentences = told.sentences(TOLD, language);
                self::told(sentences, outcome.findings, language)
                    .key(key)
                    .done()
            });
            [line].into_iter().chain(below).collect()
        }
        Err(error) => {
            let said = ["✕ ", &rollup::open_error(error, language)].concat();
            let line = line
                .kid(el("td", "is-bad").attr("colspan", "8").text(said))
                .kid(el("td", "roll__acts"));
            vec![line.done()]
        }
    }
}

/// What there is to tell about the file or link itself, if anything.
fn about(brief: &Brief, language: Language) -> Option<Html> {
    let about = finding::brief(brief, language);
    (!about.is_empty()).then(|| el("div", "is-warn").text(["△ ", &about].concat()).done())
}

fn cells(line: El, outcome: &Outcome, findings: Html, language: Language) -> El {
    let number = |text: String| el("td", "roll__number").text(text);
    let unmet: Vec<&str> = outcome.unmet.iter().map(|name| &**name).collect();
    let unmet = match unmet.len() {
        0 => String::new(),
        count => [
            count.to_string().as_str(),
            language.pick("：", ": "),
            &unmet.join(language.pick("；", "; ")),
        ]
        .concat(),
    };
    let rate = outcome
        .rate
        .map_or_else(|| "–".to_owned(), |rate| rate.fixed(2) + "%");
    line.kid(
        el("th", "roll__unit")
            .attr("scope", "row")
            .text(outcome.unit.to_string())
            .kids(about(&outcome.about, language)),
    )
    .kid(el("td", "").text(outcome.year.to_string()))
    .kid(number(outcome.total.fixed(2)))
    .kid(el("td", "").text(rollup::grade(outcome, language)))
    .kid(number(rate))
    .kid(number(outcome.open.to_string()))
    .kid(findings)
    .kid(
        el("td", "roll__unmet")
            .attr("title", unmet.clone())
            .text(unmet),
    )
}
