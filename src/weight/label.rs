//! Points written inside a label, and names that stand for nothing.

use crate::decimal::Number;
use crate::value::trimmed;

/// The points a label carries: `产出指标(50分)`, `效益指标（30）`, `数量指标 20分`.
///
/// A number counts only in brackets at the end, or directly before 分; `年度绩效目标1` carries none.
#[must_use]
pub fn label_points(label: &str) -> Option<Number> {
    // No digit, half or full width: nothing to look for.
    if !label.bytes().any(|b| b.is_ascii_digit() || b == 0xef) {
        return None;
    }
    let mut text: String = label.trim().chars().map(half_width).collect();
    let bracketed = text.ends_with([')', ']']);
    if bracketed {
        text.pop();
        let open = text.rfind(['(', '['])?;
        text.drain(..=open);
    }
    let text = text.trim();
    let stripped = text
        .strip_suffix('分')
        .or_else(|| text.strip_suffix('%').filter(|_| bracketed));
    let digits = match (stripped, bracketed) {
        (Some(rest), true) => rest,
        (None, true) => text,
        (Some(rest), false) => trailing_number(rest),
        (None, false) => return None,
    };
    Number::parse(digits.trim())
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

/// A full-width digit, bracket or sign as its ASCII twin.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '【' => '[',
        '】' => ']',
        '\u{3000}' | '\u{a0}' => ' ',
        _ => c,
    }
}

/// Whether an indicator's name stands for nothing: blank, `/`, `无`, `……`, `—`.
#[must_use]
pub fn is_placeholder(name: &str) -> bool {
    let legible = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}') || c.is_alphanumeric();
    trimmed(name) == "无" || !name.chars().any(legible)
}
