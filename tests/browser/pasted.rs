//! HTML as Excel, WPS and Word put it on the clipboard.

use jiping::app::happening::{HIDDEN, PastedCell};
use jiping::app::platform::pasted::table;
use wasm_bindgen_test::wasm_bindgen_test;

#[track_caller]
fn read(html: &str, expected: &[&[(&str, usize, usize)]]) {
    let cell = |&(text, rows, columns): &(&str, usize, usize)| PastedCell {
        text: text.to_owned(),
        rows,
        columns,
    };
    let expected: Vec<Vec<PastedCell>> = expected
        .iter()
        .map(|row| row.iter().map(cell).collect())
        .collect();
    assert_eq!(table(html), expected, "{html}");
}

#[wasm_bindgen_test]
fn cells_keep_their_spans() {
    read(
        "<html><body><!--StartFragment--><table><tr><td rowspan=2>产出</td><td>a</td></tr><tr><td colspan=\"2\">b</td></tr></table></body></html>",
        &[&[("产出", 2, 1), ("a", 1, 1)], &[("b", 1, 2)]],
    );
    read("<TABLE><TR><TH>16</TH></TR></TABLE>", &[&[("16", 1, 1)]]);
}

#[wasm_bindgen_test]
fn line_ends_of_the_source_are_blanks_and_marked_ones_stay() {
    read(
        "<table><tr><td>疫情\r\n   影响<br>已整改&nbsp;&lt;b&gt;</td></tr></table>",
        &[&[("疫情 影响\n已整改 <b>", 1, 1)]],
    );
}

#[wasm_bindgen_test]
fn what_is_hidden_is_marked() {
    read(
        "<table><tr height=0 style='display:none'><td>a</td></tr><tr><td>b style=x</td><td STYLE=\"Display: none\">c</td></tr></table>",
        &[&[(HIDDEN, 1, 1)], &[("b style=x", 1, 1)]],
    );
    read(
        "<table><tr><td height=0>1</td></tr></table><p style=\"",
        &[&[("1", 1, 1)]],
    );
}

#[wasm_bindgen_test]
fn other_html_is_no_table_and_scripts_do_not_run() {
    read("<b>16</b>", &[]);
    read("", &[]);
    read(
        "<table><tr><td>1<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script></td></tr></table>",
        &[&[("1document.title='ran'", 1, 1)]],
    );
    assert_ne!(gloo::utils::document().title(), "ran");
}
