//! Tables as text with tabs, as CSV and as HTML.

use super::{Cell, Grid};

/// Lines of squares with tabs between, for the clipboard; squares with tabs, line ends or quotes stand in quotes.
#[must_use]
pub fn tabs(grid: &Grid) -> String {
    lines(grid, '\t', str::to_owned)
}

/// CSV for Excel and WPS: a byte order mark, commas, CRLF; formulas are kept from running.
#[must_use]
pub fn csv(grid: &Grid) -> String {
    ["\u{feff}", &lines(grid, ',', guarded)].concat()
}

fn lines(grid: &Grid, separator: char, guard: fn(&str) -> String) -> String {
    let mut out = String::new();
    for row in grid.squares() {
        for (at, square) in row.iter().enumerate() {
            if at > 0 {
                out.push(separator);
            }
            quote(&guard(square), separator, &mut out);
        }
        out.push_str("\r\n");
    }
    out
}

fn quote(square: &str, separator: char, out: &mut String) {
    if square.contains([separator, '"', '\n', '\r']) {
        out.push('"');
        out.push_str(&square.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(square);
    }
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front; plain numbers do not.
fn guarded(square: &str) -> String {
    let starts = square.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let number = square
        .strip_prefix(['-', '+'])
        .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
    if starts && !number {
        ["'", square].concat()
    } else {
        square.to_owned()
    }
}

/// An HTML table that Excel, WPS and Word take with its spans; every figure stays text.
#[must_use]
pub fn html(grid: &Grid) -> String {
    let mut out = String::from("<table border=\"1\" style=\"border-collapse:collapse\">");
    for row in &grid.rows {
        out.push_str("<tr>");
        for cell in row {
            html_cell(cell, &mut out);
        }
        out.push_str("</tr>");
    }
    out.push_str("</table>");
    out
}

fn html_cell(cell: &Cell, out: &mut String) {
    let tag = if cell.head { "th" } else { "td" };
    out.push('<');
    out.push_str(tag);
    for (name, count) in [("rowspan", cell.rows), ("colspan", cell.columns)] {
        if count > 1 {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            out.push_str(&count.to_string());
            out.push('"');
        }
    }
    // mso-number-format keeps =16人, 1-3 and 12月 from becoming formulas or dates.
    out.push_str(" style=\"mso-number-format:'\\@'\">");
    for c in cell.text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br>"),
            _ => out.push(c),
        }
    }
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::{csv, html, tabs};
    use crate::grid::{Cell, Grid, read};

    fn grid(rows: &[&[&str]]) -> Grid {
        let cells = |row: &&[&str]| row.iter().map(|text| Cell::new(*text)).collect();
        Grid {
            rows: rows.iter().map(cells).collect(),
        }
    }

    #[track_caller]
    fn as_csv(square: &str, expected: &str) {
        let expected = ["\u{feff}", expected, "\r\n"].concat();
        assert_eq!(csv(&grid(&[&[square]])), expected);
    }

    #[test]
    fn csv_quotes_and_does_not_run() {
        as_csv("a,b", "\"a,b\"");
        as_csv("6\"", "\"6\"\"\"");
        as_csv("=16人", "'=16人");
        as_csv("=1+1,2", "\"'=1+1,2\"");
        as_csv("@SUM", "'@SUM");
        as_csv("-5", "-5");
        as_csv("-5%", "'-5%");
        as_csv("≥95%", "≥95%");
    }

    #[test]
    fn what_is_copied_can_be_pasted() {
        let rows: &[&[&str]] = &[&["a\tb", "c\nd"], &["\"", ""]];
        assert_eq!(read::tabs(&tabs(&grid(rows))), rows);
    }

    #[test]
    fn html_is_text_with_spans() {
        let rows = vec![vec![Cell::new("<b>&").over_rows(2).as_head()]];
        let text = html(&Grid { rows });
        assert!(text.contains("<th rowspan=\"2\""), "{text}");
        assert!(text.contains("&lt;b&gt;&amp;</th>"), "{text}");
    }
}
