//! Satisfaction: a tally becomes the actual, and gives way to the typed one again.

use crate::form::{Form, actual, at};

/// Types the six counts of a tally: 很满意 … 不满意, 未作答.
#[track_caller]
fn count(form: &Form, row: &str, counts: [&str; 6]) {
    for (level, count) in counts.iter().enumerate() {
        form.type_into(&at(&format!("count.{level}.{row}")), count);
    }
    form.press("Tab");
}

#[test]
fn a_tally_becomes_the_actual_and_unlinking_restores_the_typed_one() {
    let form = Form::open();
    form.achieve("i36", "93.4%");
    form.wait_line("i36", "98.32% 3.34 3.28 ▲未达标");
    form.click(&at("tally.i36"));
    count(&form, "i36", ["40", "30", "20", "8", "2", "5"]);
    // (40 + 30) ÷ 100 = 70 %; 3.34 × 70 ÷ 95 = 2.46105…
    form.wait_line("i36", "73.68% 3.34 2.46 ▲未达标");
    form.wait_value(&actual("i36"), "70%");
    assert_eq!(form.of(&actual("i36"), "e.readOnly"), true);
    form.click(&at("explain.i36"));
    form.wait_text(
        ".detail__how",
        "满意度按满意率（很满意、满意）统计，n = 100",
    );
    form.wait_text(".detail__how", "(40 + 30) ÷ 100 = 70%");

    form.of(&at("method.0.i36"), "e.focus()");
    form.press("ArrowDown");
    form.press("ArrowDown");
    // Three levels count: (40 + 30 + 20) ÷ 100 = 90 %; 3.34 × 90 ÷ 95 = 3.16421…
    form.wait_line("i36", "94.74% 3.34 3.16 ▲未达标");
    form.press("ArrowDown");
    form.press("ArrowDown");
    // Points: (100 × 40 + 80 × 30 + 60 × 20 + 30 × 8 + 0 × 2) ÷ 100 = 78.4 %; 3.34 × 78.4 ÷ 95 = 2.75637…
    form.wait_line("i36", "82.53% 3.34 2.76 ▲未达标");
    form.press("ArrowDown");
    // Mean: (5 × 40 + 4 × 30 + 3 × 20 + 2 × 8 + 2) ÷ 100 = 3.98, 79.6 % of 5; 3.34 × 79.6 ÷ 95 = 2.79856…
    form.wait_line("i36", "83.79% 3.34 2.80 ▲未达标");

    form.click(&at("tally.i36"));
    form.wait_line("i36", "98.32% 3.34 3.28 ▲未达标");
    form.wait_value(&actual("i36"), "93.4%");
    assert_eq!(form.of(&actual("i36"), "e.readOnly"), false);
    form.press("Ctrl+z");
    form.wait_line("i36", "83.79% 3.34 2.80 ▲未达标");
    form.assert_quiet();
}

#[test]
fn a_count_that_is_no_number_is_said_and_gives_no_score() {
    let form = Form::open();
    form.click(&at("tally.i38"));
    form.wait_line("i38", "– 3.33 – ○未填");
    count(&form, "i38", ["40", "x", "0", "0", "0", ""]);
    form.wait(
        "document.querySelector(\"[id='count.1.i38']\").getAttribute('aria-invalid')==='true'",
    );
    assert!(form.line("i38").contains(" – "), "{}", form.line("i38"));
    form.type_into(&at("count.1.i38"), "10");
    // 50 of 50
    form.wait_line("i38", "105.26% 3.33 3.33 ✓达标");
}
