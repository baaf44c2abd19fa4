//! The official form on A4, landscape: pages of tables in the type of official papers.

use yew::Html;

use crate::app::paper::{Page, Table, pages};
use crate::app::part::el::{El, el};
use crate::app::show;
use crate::app::store::Glance;
use crate::grid::Cell;
use crate::i18n::ui::{Word, word};
use crate::i18n::{fill, term};

/// The most Chinese characters beside a figure: `0.5万元`, `显著加强`.
const WORDS: usize = 4;
/// The most characters of a figure.
const FIGURES: usize = 14;

/// Draws the paper.
pub fn view(glance: &Glance) -> Html {
    let pages = pages(
        &glance.document,
        &glance.evaluation,
        glance.session.language,
    );
    let count = pages.len();
    let drawn = (1..)
        .zip(&pages)
        .map(|(at, page)| leaf(glance, page, at, count));
    el("div", "paper").kids(drawn).done()
}

fn leaf(glance: &Glance, page: &Page, at: usize, count: usize) -> Html {
    let class = if page.tall {
        "paper__page is-tall"
    } else {
        "paper__page"
    };
    let title = page.titled.then(|| title(glance).done());
    let tables = page.tables.iter().map(table);
    let signatures = page.signed.then(|| signatures(glance).done());
    el("section", class)
        .kids(title)
        .kids(tables)
        .kids(signatures)
        .kid(foot(glance, at, count))
        .done()
}

fn title(glance: &Glance) -> El {
    let language = glance.session.language;
    let header = &glance.document.header;
    let year = header.year.trim().trim_end_matches('度');
    let year = year.trim_end_matches('年').trim_end();
    let year = (!year.is_empty()).then(|| {
        let text = fill(language.pick("（{0}年度）", "{0}"), &[year]);
        el("p", "paper__year").text(text).done()
    });
    let form = word(show::title(header), language);
    el("div", "paper__head")
        .kid(el("h1", "paper__title").text(form))
        .kids(year)
}

fn table(table: &Table) -> Html {
    let columns = table.columns.iter().map(|percent| {
        let width = [&percent.to_string(), "%"].concat();
        el("col", "").attr("width", width).done()
    });
    let rows = table
        .rows
        .iter()
        .map(|row| el("tr", "").kids(row.iter().map(cell)).done());
    el("table", "paper__table")
        .kid(el("colgroup", "").kids(columns))
        .kid(el("tbody", "").kids(rows))
        .done()
}

fn cell(cell: &Cell) -> Html {
    let span = |count: usize| (count > 1).then(|| count.to_string());
    let class = if !cell.head && is_long(&cell.text) {
        "is-long"
    } else {
        ""
    };
    let drawn = el(if cell.head { "th" } else { "td" }, class)
        .maybe("rowspan", span(cell.rows))
        .maybe("colspan", span(cell.columns));
    match cell.text.split_once("指标") {
        // A head is broken before 指标 and not inside a word.
        Some((before, after)) if cell.head && !before.is_empty() => drawn
            .text(before.to_owned())
            .kid(el("wbr", ""))
            .text(["指标", after].concat())
            .done(),
        _ => drawn.text(cell.text.clone()).done(),
    }
}

/// Whether a text stands at the left instead of in the middle: names and sentences, not figures.
fn is_long(text: &str) -> bool {
    let wide = text.chars().filter(|c| !c.is_ascii()).count();
    wide > WORDS || text.chars().count() > FIGURES
}

fn signatures(glance: &Glance) -> El {
    let header = &glance.document.header;
    let language = glance.session.language;
    let place = |of, value: &str| {
        let text = [word(of, language), language.pick("：", ": "), value].concat();
        el("span", "").text(text)
    };
    el("p", "paper__sign")
        .kid(place(Word::SignHead, ""))
        .kid(place(Word::SignFinance, ""))
        .kid(place(Word::SignFiller, &header.filled_by))
        .kid(place(Word::Phone, &header.phone))
        .kid(place(Word::SignDate, &header.date))
}

fn foot(glance: &Glance, at: usize, count: usize) -> El {
    let language = glance.session.language;
    let policy = &glance.document.policy;
    let policy = fill(
        language.pick(
            "评分办法：{0}（第 {1} 版）；由绩评计算",
            "Policy: {0} (version {1}); worked out by Jiping",
        ),
        &[term::policy(policy, language), &policy.version.to_string()],
    );
    let page = fill(
        language.pick("第 {0} 页 / 共 {1} 页", "Page {0} of {1}"),
        &[&at.to_string(), &count.to_string()],
    );
    el("p", "paper__foot")
        .kid(el("span", "").text(policy))
        .kid(el("span", "").text(page))
}
