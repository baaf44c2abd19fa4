//! The edges of the grades.

use crate::form::{Form, small};

/// 50 × score + 30 + 10 + 10.
#[track_caller]
fn graded(score: &str, expected: &str) -> Form {
    let form = Form::with(&format!("{score}.json"), &small(score));
    assert_eq!(form.standing(), expected);
    form
}

#[test]
fn exactly_90_is_excellent() {
    // 50 × 80 ÷ 100 = 40, and 40 + 30 + 10 + 10 = 90.
    let form = graded("80%", "90.00 优");
    form.achieve("a", "79.98%");
    // 50 × 79.98 ÷ 100 = 39.99
    form.wait_standing("89.99 良");
    // 50 × 79.992 ÷ 100 = 39.996, rounded before it is added: 90.00, and the page says what the other way would be.
    form.achieve("a", "79.992%");
    form.wait_standing("90.00 优");
    form.wait_text(".summary", "89.996");
}

#[test]
fn the_other_edges_are_inclusive_too() {
    // 50 × 60 ÷ 100 = 30
    let form = graded("60%", "80.00 良");
    form.achieve("a", "59.98%");
    form.wait_standing("79.99 中");
    // 50 × 20 ÷ 100 = 10
    form.achieve("a", "20%");
    form.wait_standing("60.00 中");
    form.achieve("a", "19.98%");
    form.wait_standing("59.99 差");
}
