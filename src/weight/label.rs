//! Points written inside a label, and names that stand for nothing.

use crate::WHOLE;
use crate::decimal::Number;
use crate::value::trimmed;
use crate::value::within::has;

/// The points a label carries: `产出指标(50分)`, `效益指标（30）`, `数量指标 20分`.
///
/// A number counts only in brackets at the end, or directly before 分; `年度绩效目标1` carries none.
#[must_use]
pub fn label_points(label: &str) -> Option<Number> {
    // No digit, half or full width: nothing to look for. The example's labels carry none.
    if !WHOLE || !label.bytes().any(|b| b.is_ascii_digit() || b == 0xef) {
        return None;
    }
    let mut text: String = plain(label).collect();
    let bracketed = text.ends_with(&[')', ']'][..]);
    if bracketed {
        text.pop();
        let open = text.rfind(&['(', '['][..])?;
        text.drain(..=open);
    }
    let stripped = text
        .strip_suffix('分')
        .or_else(|| text.strip_suffix('%').filter(|_| bracketed));
    let digits = match (stripped, bracketed) {
        (None, true) => &text,
        (Some(rest), _) => trailing_number(rest),
        (None, false) => return None,
    };
    Number::parse(digits)
        .ok()
        .filter(|number| !number.is_negative())
}

/// The digits and points at the end of a text.
fn trailing_number(text: &str) -> &str {
    let start = text
        .rfind(|c: char| !c.is_ascii_digit() && c != '.')
        .map_or(0, |at| {
            at + text
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8)
        });
    text.get(start..).unwrap_or_default()
}

/// A label without its spaces, and with half-width signs: what makes two labels the same.
pub(super) fn plain(label: &str) -> impl Iterator<Item = char> {
    label.chars().filter(|c| !c.is_whitespace()).map(half_width)
}

/// A full-width digit, bracket or sign as its ASCII twin.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '【' => '[',
        '】' => ']',
        _ => c,
    }
}

/// Whether a label or a name is budget execution itself: `预算执行率（10分）`, `★预算执行率`.
pub(super) fn is_execution(label: &str) -> bool {
    if !has(label, '预') {
        return false;
    }
    let marks = |c: char| !('\u{4E00}'..='\u{9FFF}').contains(&c);
    let label: String = plain(label).collect();
    let name = label.split('(').next().unwrap_or_default();
    matches!(name.trim_matches(marks), "预算执行" | "预算执行率")
}

/// Whether a name or a weight stands for nothing: blank, `/`, `无`, `……`, `—`.
#[must_use]
pub fn is_placeholder(name: &str) -> bool {
    let legible = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}') || c.is_alphanumeric();
    let none = ["无", "不涉及", "不适用"];
    WHOLE && (none.contains(&trimmed(name)) || !name.chars().any(legible))
}
