//! 本机自评: the evaluations on this computer, their versions, and those deleted.

use yew::Html;

use crate::app::part::el::{El, el, many};
use crate::app::part::field::Field;
use crate::app::part::press::press;
use crate::app::shelf::board::Board;
use crate::app::shelf::kept::Kept;
use crate::app::shelf::list::{Item, Version};
use crate::app::store::Glance;
use crate::i18n::shelf::{self as words, ShelfWord as W, shelf_word};
use crate::i18n::ui;
use crate::i18n::{Language, term};
use crate::policy::Grade;

/// From so many on they can be searched.
const MANY: usize = 8;

fn button(id: &str, word: W, class: &'static str, language: Language) -> Html {
    press(id.to_owned(), shelf_word(word, language), class)
}

/// A button that belongs to one evaluation or version, and says to readers to which.
fn of(word: &str, id: &str, name: &str, says: W, language: Language) -> Html {
    let words = shelf_word(says, language);
    el("button", "button button--link")
        .attr("type", "button")
        .attr("id", ["shelf.", word, ".", id].concat())
        .attr("aria-label", [words, " ", name].concat())
        .text(words)
        .done()
}

/// What an evaluation is called.
fn name(kept: &Kept, language: Language) -> String {
    words::name(&kept.label, kept.unit(), language).to_owned()
}

fn grade(kept: &Kept, language: Language) -> &'static str {
    let grade = match kept.grade() {
        "1" => Grade::Excellent,
        "2" => Grade::Good,
        "3" => Grade::Fair,
        "4" => Grade::Poor,
        _ => return shelf_word(W::Provisional, language),
    };
    term::grade(grade, language)
}

/// Draws the screen.
pub fn view(glance: &Glance) -> Html {
    let session = &glance.session;
    let language = session.language;
    let board = &session.shelf;
    let title = el("h1", "screen__title")
        .attr("id", "shelf.title")
        .attr("tabindex", "-1")
        .text(shelf_word(W::Title, language));
    let head = el("header", "screen__head")
        .kid(title)
        .kid(button("shelf.empty", W::New, "button", language))
        .kid(button("shelf.out", W::Out, "button", language))
        .kid(button("shelf.in", W::In, "button", language))
        .kid(button(
            "shelf.back",
            W::Back,
            "button screen__back",
            language,
        ));
    el("main", "screen")
        .kid(head)
        .kid(told(glance))
        .kid(list(board, &session.place.id, language))
        .kids(gone(board, language))
        .done()
}

/// What there is to tell: the last notice, and the way back from deleting.
fn told(glance: &Glance) -> El {
    let session = &glance.session;
    let language = session.language;
    let deleted = session.shelf.deleted.as_ref().and_then(|id| {
        let item = session.shelf.items.iter().find(|item| item.id == *id)?;
        let words = words::deleted(&name(&item.kept, language), language);
        let undo = of("undelete", id, "", W::Undo, language);
        let line = el("p", "notice").kid(el("span", "").text(words)).kid(undo);
        Some(line.done())
    });
    news(glance).kids(deleted)
}

/// The last notice.
pub fn news(glance: &Glance) -> El {
    let session = &glance.session;
    let news = session.notice.as_ref().map(|notice| {
        let text = ui::notice(notice, session.language);
        el("p", "notice is-news").text(text).done()
    });
    el("div", "")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .kids(news)
}

fn list(board: &Board, here: &str, language: Language) -> Html {
    let t = |word| shelf_word(word, language);
    let all = board
        .items
        .iter()
        .filter(|item| item.kept.gone == 0)
        .count();
    if all == 0 {
        let none = el("p", "hint").text(t(W::Nothing));
        return el("section", "section shelf").kid(none).done();
    }
    let search = (all >= MANY).then(|| {
        let field = Field {
            id: "shelf.search".to_owned(),
            value: board.query.clone().into(),
            name: Some(t(W::Search).into()),
            hint: Some(t(W::Search).into()),
            class: "screen__word",
            ..Field::default()
        };
        field.line()
    });
    let shown = board.shown().count();
    let tools = el("div", "section__head shelf__tools")
        .kids(search)
        .kid(el("span", "section__note").text(words::count(shown, language)));
    let column = |word, class| el("th", class).attr("scope", "col").text(t(word)).done();
    let heads = el("tr", "").kids([
        column(W::Name, "shelf__name"),
        column(W::Year, "shelf__year"),
        column(W::Total, "shelf__number"),
        column(W::Grade, "shelf__grade"),
        column(W::Changed, "shelf__when"),
        column(W::Actions, "shelf__acts"),
    ]);
    let rows = board.shown().map(|item| row(board, item, here, language));
    let table = el("table", "grid")
        .kid(el("thead", "").kid(heads))
        .kid(el("tbody", "").kids(rows));
    let none = (shown == 0).then(|| el("p", "hint").text(t(W::NoMatch)).done());
    el("section", "section shelf")
        .kid(tools)
        .kid(table)
        .kids(none)
        .done()
}

fn row(board: &Board, item: &Item, here: &str, language: Language) -> Html {
    let t = |word| shelf_word(word, language);
    let kept = &item.kept;
    let id = &item.id;
    let called = name(kept, language);
    let open = board.versions.as_ref().filter(|(open, _)| open == id);
    let names = match &board.renaming {
        Some((renamed, text)) if renamed == id => renaming(text, language),
        _ => {
            // The unit stands below a name of its own.
            let unit = (!kept.label.is_empty()).then(|| {
                el("span", "shelf__unit")
                    .text(kept.unit().to_owned())
                    .done()
            });
            let mark = (id == here).then(|| el("span", "shelf__here").text(t(W::Here)).done());
            let link = el("button", "button button--link shelf__link")
                .attr("type", "button")
                .attr("id", ["shelf.open.", id].concat())
                .text(called.clone());
            many(vec![
                link.done(),
                many(mark.into_iter().chain(unit).collect()),
            ])
        }
    };
    let versions = el("button", "button button--link")
        .attr("type", "button")
        .attr("id", ["shelf.versions.", id].concat())
        .either("aria-expanded", open.is_some())
        .attr("aria-label", [t(W::Versions), " ", &called].concat())
        .text(t(W::Versions));
    let compare = (id != here).then(|| of("compare", id, &called, W::Compare, language));
    let acts = el("td", "shelf__acts")
        .kids(compare)
        .kid(of("copy", id, &called, W::Copy, language))
        .kid(of("rename", id, &called, W::Rename, language))
        .kid(versions)
        .kid(of("delete", id, &called, W::Delete, language));
    let line = el(
        "tr",
        if id == here {
            "shelf__row is-here"
        } else {
            "shelf__row"
        },
    )
    .key(id.clone())
    .kid(el("td", "shelf__name").kid(names))
    .kid(el("td", "shelf__year").text(kept.year().to_owned()))
    .kids(figures(kept, language))
    .kid(el("td", "shelf__when").text(item.when.clone()))
    .kid(acts);
    let below = open.map(|(_, versions)| {
        let key = ["versions-", id].concat();
        let cell = el("td", "shelf__versions").attr("colspan", "6");
        el("tr", "")
            .key(key)
            .kid(cell.kid(self::versions(board, versions, language)))
            .done()
    });
    many(std::iter::once(line.done()).chain(below).collect())
}

/// Total and grade.
fn figures(kept: &Kept, language: Language) -> [Html; 2] {
    [
        el("td", "shelf__number")
            .text(kept.total().to_owned())
            .done(),
        el("td", "shelf__grade").text(grade(kept, language)).done(),
    ]
}

fn renaming(text: &str, language: Language) -> Html {
    let field = Field {
        id: "shelf.label".to_owned(),
        value: text.to_owned().into(),
        name: Some(shelf_word(W::NameField, language).into()),
        hint: Some(shelf_word(W::NameField, language).into()),
        ..Field::default()
    };
    el("span", "shelf__rename")
        .kid(field.line())
        .kid(button("shelf.named", W::Keep, "button", language))
        .done()
}

fn versions(board: &Board, versions: &[Version], language: Language) -> Html {
    let t = |word| shelf_word(word, language);
    let field = Field {
        id: "shelf.naming".to_owned(),
        value: board.naming.clone().into(),
        name: Some(t(W::SnapField).into()),
        hint: Some(t(W::SnapField).into()),
        class: "screen__word",
        ..Field::default()
    };
    let make = el("div", "shelf__snap").kid(field.line()).kid(button(
        "shelf.snap",
        W::Snap,
        "button",
        language,
    ));
    let lines = versions.iter().map(|version| {
        let label = &version.kept.label;
        let called = match (version.named, label.is_empty()) {
            (false, _) => t(W::Automatic),
            (true, true) => t(W::Versions),
            (true, false) => label,
        };
        el("tr", "")
            .kid(el("td", "shelf__when").text(version.when.clone()))
            .kid(el("td", if version.named { "" } else { "shelf__unit" }).text(called.to_owned()))
            .kids(figures(&version.kept, language))
            .kid(el("td", "shelf__acts").kid(of(
                "restore",
                &version.key,
                &version.when,
                W::Restore,
                language,
            )))
            .done()
    });
    let none = versions
        .is_empty()
        .then(|| el("p", "hint").text(t(W::NoVersions)).done());
    let table = el("table", "grid shelf__list").kid(el("tbody", "").kids(lines));
    many(vec![make.done(), table.done(), none.unwrap_or_default()])
}

fn gone(board: &Board, language: Language) -> Option<Html> {
    let rows = board.gone().map(|item| {
        let called = name(&item.kept, language);
        el("tr", "")
            .key(item.id.clone())
            .kid(el("td", "shelf__name").text(called.clone()))
            .kid(el("td", "shelf__year").text(item.kept.year().to_owned()))
            .kids(figures(&item.kept, language))
            .kid(el("td", "shelf__when").text(item.when.clone()))
            .kid(el("td", "shelf__acts").kid(of(
                "undelete",
                &item.id,
                &called,
                W::Undelete,
                language,
            )))
            .done()
    });
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        return None;
    }
    let head = el("div", "section__head")
        .kid(el("h2", "").text(shelf_word(W::Gone, language)))
        .kid(el("span", "section__note").text(shelf_word(W::GoneHint, language)));
    let table = el("table", "grid shelf__gone").kid(el("tbody", "").kids(rows));
    Some(el("section", "section shelf").kid(head).kid(table).done())
}
