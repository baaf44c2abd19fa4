//! Tables from plain text: what Excel and WPS put on the clipboard.

/// Squares of a text with tabs and lines.
///
/// A square with a tab, a line end or a quote inside stands in quotes, its own quotes doubled; a quote that does
/// not open a square is an ordinary character. The line end after the last row counts as no row.
///
/// ```
/// use jiping::grid::read::tabs;
/// assert_eq!(tabs("16\t\"a\nb\"\r\n1\t\"\"\"x\"\"\"\r\n"), [["16", "a\nb"], ["1", "\"x\""]]);
/// ```
#[must_use]
pub fn tabs(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (square, after) = one(rest);
        row.push(square);
        if let Some(next) = after.strip_prefix('\t') {
            rest = next;
            if rest.is_empty() {
                row.push(String::new());
            }
            continue;
        }
        rows.push(std::mem::take(&mut row));
        rest = after
            .strip_prefix("\r\n")
            .or_else(|| after.strip_prefix('\n'))
            .or_else(|| after.strip_prefix('\r'))
            .unwrap_or_default();
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows
}

/// The first square and what follows it.
fn one(text: &str) -> (String, &str) {
    if let Some(found) = text.strip_prefix('"').and_then(quoted) {
        return found;
    }
    let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
    let (square, rest) = text.split_at(end);
    (square.to_owned(), rest)
}

/// A quoted square; nothing where its closing quote is not followed by a separator.
fn quoted(inner: &str) -> Option<(String, &str)> {
    let mut square = String::new();
    let mut rest = inner;
    loop {
        let (part, after) = rest.split_once('"')?;
        square.push_str(part);
        match after.strip_prefix('"') {
            Some(more) => {
                square.push('"');
                rest = more;
            }
            None if after.is_empty() || after.starts_with(['\t', '\n', '\r']) => {
                return Some((square, after));
            }
            None => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::tabs;

    #[track_caller]
    fn read(text: &str, expected: &[&[&str]]) {
        assert_eq!(tabs(text), expected, "{text:?}");
    }

    #[test]
    fn a_column_is_rows_of_one() {
        read("16\r\n1\r\n312.2\r\n", &[&["16"], &["1"], &["312.2"]]);
        read("16\n\n3", &[&["16"], &[""], &["3"]]);
    }

    #[test]
    fn squares_at_the_edges_may_be_empty() {
        read("a\t\n\tb", &[&["a", ""], &["", "b"]]);
        read("a\t", &[&["a", ""]]);
        read("", &[]);
    }

    #[test]
    fn a_quote_inside_a_square_is_itself() {
        read("6\" 管\t1", &[&["6\" 管", "1"]]);
        read("\"国\"字\t1", &[&["\"国\"字", "1"]]);
        read("\"未关", &[&["\"未关"]]);
    }
}
