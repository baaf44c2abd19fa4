//! Reads the first table of pasted HTML with the browser's own parser; nothing of it is ever shown as HTML.

use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, HtmlTableCellElement, NodeList, SupportedType};

use crate::app::happening::PastedCell;

/// The rows of the first table; empty where there is none.
#[must_use]
pub fn table(html: &str) -> Vec<Vec<PastedCell>> {
    if !html.contains("<t") && !html.contains("<T") {
        return Vec::new();
    }
    let parsed =
        DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml));
    let table = parsed
        .and_then(|document| document.query_selector("table"))
        .ok()
        .flatten();
    let Some(table) = table else {
        return Vec::new();
    };
    if let Ok(breaks) = table.query_selector_all("br") {
        for line_end in elements(&breaks) {
            // A mark that outlives the joining of blanks below.
            let _ = line_end.replace_with_with_str_1("\u{2028}");
        }
    }
    let rows = table.query_selector_all("tr");
    rows.map(|rows| elements(&rows).map(|row| cells(&row)).collect())
        .unwrap_or_default()
}

fn elements(list: &NodeList) -> impl Iterator<Item = Element> + '_ {
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok())
}

fn cells(row: &Element) -> Vec<PastedCell> {
    let list = row.query_selector_all("td,th");
    list.map(|list| {
        elements(&list)
            .filter_map(|cell| cell.dyn_into::<HtmlTableCellElement>().ok())
            .map(|cell| PastedCell {
                text: lines(&cell.text_content().unwrap_or_default()),
                rows: span(cell.row_span()),
                columns: span(cell.col_span()),
            })
            .collect()
    })
    .unwrap_or_default()
}

fn span(count: u32) -> usize {
    usize::try_from(count).unwrap_or(1).max(1)
}

/// Blanks and line ends of the source are one blank, as a browser shows them; marked line ends stay.
fn lines(text: &str) -> String {
    let lines = text.split('\u{2028}').map(|line| {
        let words: Vec<&str> = line
            .split([' ', '\t', '\n', '\r', '\u{a0}'])
            .filter(|word| !word.is_empty())
            .collect();
        words.join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}
