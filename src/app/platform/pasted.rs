//! Reads the first table of pasted HTML with the browser's own parser; nothing of it is ever shown as HTML.

use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, HtmlTableCellElement, SupportedType};

use crate::app::happening::{HIDDEN, PastedCell};

/// The rows of the first table; empty where there is none.
#[must_use]
pub fn table(html: &str) -> Vec<Vec<PastedCell>> {
    let is_table = |tag: &str| tag.starts_with(&['t', 'T'][..]);
    if !html.split('<').skip(1).any(is_table) {
        return Vec::new();
    }
    let parsed = DomParser::new()
        .and_then(|parser| parser.parse_from_string(&unstyled(html), SupportedType::TextHtml));
    let table = parsed
        .and_then(|document| document.query_selector("table"))
        .ok()
        .flatten();
    let Some(table) = table else {
        return Vec::new();
    };
    for line_end in all(&table, "br") {
        // A mark that outlives the joining of blanks below.
        let _ = line_end.replace_with_with_str_1("\u{2028}");
    }
    let mut rows = Vec::new();
    for row in all(&table, "tr") {
        let mut cells = Vec::new();
        if is_unseen(&row) {
            cells.push(PastedCell {
                text: HIDDEN.to_owned(),
                rows: 1,
                columns: 1,
            });
        }
        for cell in all(&row, "td,th") {
            if is_unseen(&cell) {
                continue;
            }
            if let Ok(cell) = cell.dyn_into::<HtmlTableCellElement>() {
                cells.push(PastedCell {
                    text: lines(&cell.text_content().unwrap_or_default()),
                    rows: span(cell.row_span()),
                    columns: span(cell.col_span()),
                });
            }
        }
        rows.push(cells);
    }
    rows
}

/// Whether a row or a cell does not show where it was copied, by the names that [`unstyled`] gives.
fn is_unseen(element: &Element) -> bool {
    let unseen = element.closest("[title*='display:none'],[title*='display: none'],tr[height='0']");
    matches!(unseen, Ok(Some(_)))
}

/// The same under other names for styles: the policy lets none be applied, and the browser tells of each that it reads.
fn unstyled(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split_inclusive('<') {
        let (tag, text) = piece.split_at(piece.find('>').unwrap_or_default());
        let tag = tag.to_ascii_lowercase();
        let mut letters = tag.chars();
        loop {
            if let Some(after) = letters.as_str().strip_prefix("style") {
                out.push_str("title");
                letters = after.chars();
            } else if let Some(letter) = letters.next() {
                out.push(letter);
            } else {
                break;
            }
        }
        out.push_str(text);
    }
    out
}

fn all(element: &Element, selector: &str) -> Vec<Element> {
    let mut out = Vec::new();
    if let Ok(list) = element.query_selector_all(selector) {
        for at in 0..list.length() {
            if let Some(Ok(found)) = list.item(at).map(JsCast::dyn_into) {
                out.push(found);
            }
        }
    }
    out
}

fn span(count: u32) -> usize {
    usize::try_from(count).unwrap_or(1).max(1)
}

/// Blanks and line ends of the source are one blank, as a browser shows them; marked line ends stay.
fn lines(text: &str) -> String {
    let mut out = String::new();
    let mut blank = false;
    for letter in text.chars() {
        match letter {
            ' ' | '\t' | '\n' | '\r' | '\u{a0}' => blank = true,
            '\u{2028}' => {
                out.push('\n');
                blank = false;
            }
            _ => {
                if blank && !out.is_empty() && !out.ends_with('\n') {
                    out.push(' ');
                }
                out.push(letter);
                blank = false;
            }
        }
    }
    out
}
