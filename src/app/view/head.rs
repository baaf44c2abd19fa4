//! The head of the page: unit and year, save state, buttons; below it the links to the sections.

use yew::Html;

use super::summary::{is_empty, standing};
use crate::app::control::{Command, Control};
use crate::app::part::el::{El, el, many, text};
use crate::app::part::press::{press, press_if, toggle};
use crate::app::respond::OPEN_LEFT;
use crate::app::session::Fold;
use crate::app::show;
use crate::app::store::Glance;
use crate::i18n::ui::{self, Keeping, Word, word};

/// A section with its head: title, what stands beside it, tools.
pub fn section(
    id: &'static str,
    title: &'static str,
    note: Option<Html>,
    tools: impl IntoIterator<Item = Html>,
) -> El {
    let title = el("h2", "")
        .attr("id", id)
        .attr("tabindex", "-1")
        .text(title);
    let tools = el("span", "section__tools").kids(tools);
    el("section", "section")
        .attr("aria-labelledby", id)
        .kid(el("div", "section__head").kid(title).kids(note).kid(tools))
}

/// The head of a column.
pub fn column(words: &'static str, class: &'static str) -> El {
    el("th", class).attr("scope", "col").text(words)
}

const fn is_lost(keeping: Keeping) -> bool {
    matches!(
        keeping,
        Keeping::Full | Keeping::Blocked | Keeping::Cleared | Keeping::Newer { .. }
    )
}

fn id(command: Command) -> String {
    Control::Command(command).id()
}

/// Draws the head.
pub fn view(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let header = &glance.document.header;
    let unit = match header.unit.trim() {
        "" => t(Word::NoUnit).to_owned(),
        unit => unit.to_owned(),
    };
    let (mut kept, more) = ui::keeping(session.keeping, session.language);
    // Brought back by a reload.
    if session.keeping == Keeping::Untouched && !session.place.id.is_empty() {
        t(Word::Kept).clone_into(&mut kept);
    }
    let kept_class = if is_lost(session.keeping) {
        "head__kept is-bad"
    } else {
        "head__kept"
    };
    // Called what it shows, so that it can be asked for by that name.
    let language = el("button", "button button--quiet")
        .attr("type", "button")
        .attr("id", id(Command::Language))
        .attr("title", t(Word::SwitchLanguage));
    let tools = el("span", "head__tools")
        .attr("role", "toolbar")
        .attr("aria-label", t(Word::Actions))
        .kid(press_if(
            glance.can_undo,
            id(Command::Undo),
            t(Word::Undo),
            "↶",
        ))
        .kid(press_if(
            glance.can_redo,
            id(Command::Redo),
            t(Word::Redo),
            "↷",
        ))
        .kid(press(id(Command::StartEmpty), t(Word::New), "button"))
        .kid(press(id(Command::Open), t(Word::Open), "button"))
        .kid(press(id(Command::Save), t(Word::Save), "button"))
        .kid(press(id(Command::Print), t(Word::Print), "button"))
        .kid(press("share.send".to_owned(), t(Word::ShareLink), "button"))
        .kid(language.text(t(Word::OtherLanguage)));
    let head = el("header", "head")
        .kid(el("span", "head__product").text(t(Word::Product)))
        .kid(
            el("h1", "head__unit")
                .attr("title", unit.clone())
                .text(unit),
        )
        .kid(el("span", "head__year").text((*header.year).to_owned()))
        .kid(el("span", kept_class).attr("title", more).text(kept))
        .kid(spoken(glance))
        .kid(tools);
    let skip = el("a", "skip")
        .attr("href", "#h-indicators")
        .text(t(Word::SkipToTable));
    many(vec![skip.done(), head.done()])
}

/// Total and grade for who hears the page, once a change is kept: not after every letter.
fn spoken(glance: &Glance) -> El {
    let language = glance.session.language;
    let totals = &glance.evaluation.totals;
    let settled = glance.session.keeping != Keeping::Changed;
    let text = settled.then(|| {
        if is_empty(totals) {
            return text(word(Word::NothingYet, language));
        }
        text(
            [
                &show::points(totals.so_far),
                " ",
                word(Word::Points, language),
                " ",
                standing(totals, language),
            ]
            .concat(),
        )
    });
    el("span", "offscreen").attr("role", "status").kids(text)
}

/// The links to the sections.
const LINKS: [(&str, &str, Word); 5] = [
    ("#h-tasks", "①", Word::Tasks),
    ("#h-goals", "②", Word::Goals),
    ("#h-indicators", "③", Word::Indicators),
    ("#h-satisfaction", "④", Word::Satisfaction),
    ("#h-findings", "⑤", Word::Findings),
];

/// What opens something else than a section.
const OTHERS: [(&str, Word); 5] = [
    ("shelf.begin", Word::Shelf),
    ("share.receive", Word::OpenLink),
    ("review.begin", Word::ReviewIt),
    ("compare.begin", Word::CompareTwo),
    ("rollup.begin", Word::RollUpMany),
];

/// Draws the links to the sections, and beside them what folds out above them.
pub fn links(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let found = glance.evaluation.findings.len();
    let links = LINKS.iter().map(|&(href, sign, of)| {
        let count = (of == Word::Findings && found > 0)
            .then(|| el("span", "links__count").text(found.to_string()).done());
        let sign = el("span", "links__sign")
            .attr("aria-hidden", "true")
            .text(sign);
        el("a", "")
            .attr("href", href)
            .kid(sign)
            .text(t(of))
            .kids(count)
            .done()
    });
    let fold = |fold, of| {
        let on = session.shows(fold);
        toggle(Control::Fold(fold).id(), t(of), on, "button button--quiet")
    };
    let other = |&(id, of): &(&str, _)| press(id.to_owned(), t(of), "button button--quiet");
    let others = OTHERS.iter().map(other);
    let folds = el("span", "links__folds")
        .kids(others)
        .kid(fold(Fold::Form, Word::Form))
        .kid(fold(Fold::Policy, Word::Policy));
    el("nav", "links")
        .attr("aria-label", t(Word::Sections))
        .kids(links)
        .kid(folds)
        .done()
}

/// Draws what the page has to tell: the first-time offer, the last notice, trouble with storage.
pub fn notices(glance: &Glance) -> Html {
    let session = &glance.session;
    let t = |of| word(of, session.language);
    let link = |command, of, class| press(id(command), t(of), class);
    let end = "button button--link notice__end";
    let offer = session.offer.then(|| {
        el("p", "notice")
            .kid(el("span", "").text(t(Word::Offer)))
            .kid(link(
                Command::OfferOpen,
                Word::OfferOpen,
                "button button--link",
            ))
            .kid(link(
                Command::OfferEmpty,
                Word::OfferEmpty,
                "button button--link",
            ))
            .kid(link(Command::HideOffer, Word::Dismiss, end))
            .done()
    });
    let lost = is_lost(session.keeping).then(|| {
        let (_, more) = ui::keeping(session.keeping, session.language);
        let newer = matches!(session.keeping, Keeping::Newer { .. });
        let way = |command, of| link(command, of, "button button--link");
        let ways = newer.then(|| {
            vec![
                way(Command::TakeNewer, Word::TakeNewer),
                way(Command::KeepCopy, Word::KeepCopy),
            ]
        });
        let ways = ways.unwrap_or_default();
        el("p", "notice is-bad")
            .attr("role", "alert")
            .kid(el("span", "").text(more))
            .kids(ways)
            .done()
    });
    let news = session.notice.as_ref().map(|notice| {
        let text = ui::notice(notice, session.language);
        let class = if notice.is_bad() {
            "notice is-news is-bad"
        } else {
            "notice is-news"
        };
        let left = notice.offers().then(|| {
            let id = OPEN_LEFT.to_owned();
            press(id, t(Word::Open), "button button--link")
        });
        el("p", class)
            .kid(el("span", "").text(text))
            .kids(left)
            .kid(link(Command::HideNotice, Word::Close, end))
            .done()
    });
    let live = el("div", "")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .kids(news);
    el("div", "notices").kids(offer).kids(lost).kid(live).done()
}
