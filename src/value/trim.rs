//! What stands around a value: bullets, brackets, quotation marks, punctuation.

use crate::value::within::has;
/// A text without what stands around it.
#[derive(Clone, Copy)]
pub(super) struct Trimmed<'s> {
    /// The rest.
    pub body: &'s str,
    /// Brackets stood around it: `(5)` may be a bullet or, in accounts, −5.
    pub bracketed: bool,
}

/// Takes off bullets, enclosing brackets and quotation marks, and punctuation at the end.
pub(super) fn trim(plain: &str) -> Trimmed<'_> {
    let mut body = plain;
    let mut bracketed = false;
    loop {
        let before = body;
        if body.ends_with(is_end) {
            body = body.trim_end_matches(is_end);
        }
        if body.starts_with(is_start) {
            body = body.trim_start_matches(is_start);
        }
        body = bullet(body);
        if let Some(inner) = enclosed(body) {
            (body, bracketed) = (inner, true);
        }
        if body.len() == before.len() {
            return Trimmed { body, bracketed };
        }
    }
}

/// Punctuation at the end of a cell.
const fn is_end(c: char) -> bool {
    matches!(c, '。' | ';' | '.' | ',' | '!' | '、' | ':' | '"')
}

/// Punctuation at the start of a cell.
const fn is_start(c: char) -> bool {
    matches!(c, '"' | '。' | ';' | '、' | '!')
}

/// The inside of brackets that enclose the whole text.
fn enclosed(text: &str) -> Option<&str> {
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'))
        .or_else(|| text.strip_prefix('[')?.strip_suffix(']'))?;
    (!inner.contains(&['(', ')', '[', ']'][..])).then_some(inner)
}

/// The text after a bullet at its start: `①`, `(1)`, `1、`, `指标1:`, `★`.
fn bullet(text: &str) -> &str {
    let Some(first) = text.chars().next() else {
        return text;
    };
    let after = text.get(first.len_utf8()..).unwrap_or_default();
    match first {
        '★' | '☆' | '●' | '◆' | '■' | '▲' | '△' | '※' | '○' | '◇' | '•' | '·' => {
            after
        }
        '*' if !after.starts_with('*') && !after.is_empty() => after,
        '\u{2460}'..='\u{249B}' | '\u{3220}'..='\u{3229}' if !after.is_empty() => after,
        '(' => numbered(after)
            .and_then(|rest| rest.strip_prefix(')'))
            .filter(|rest| !rest.is_empty())
            .unwrap_or(text),
        '指' | '目' => labelled(text).unwrap_or(text),
        '0'..='9' if !is_listed(text.as_bytes()) => text,
        '0'..='9' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => {
            numbered(text)
                .and_then(|rest| rest.strip_prefix(&['、', '.', ')'][..]))
                .filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || c == ' '))
                .filter(|rest| !rest.is_empty())
                .unwrap_or(text)
        }
        _ => text,
    }
}

/// Whether one or two figures are followed by a sign of a list: `.`, `)` or the first byte of 、.
fn is_listed(text: &[u8]) -> bool {
    let sign = |at| matches!(text.get(at), Some(b'.' | b')' | 0xE3));
    sign(1) || sign(2)
}

/// The text after at most two digits or one Chinese one.
fn numbered(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        0 => {
            let first = text.chars().next()?;
            let listed = has("一二三四五六七八九十", first);
            listed.then(|| text.get(first.len_utf8()..))?
        }
        1 | 2 => text.get(digits..),
        _ => None,
    }
}

/// The text after `指标1:` or `目标2、`.
fn labelled(text: &str) -> Option<&str> {
    let rest = text
        .strip_prefix("指标值")
        .or_else(|| text.strip_prefix("目标值"))
        .or_else(|| {
            numbered(
                text.strip_prefix("指标")
                    .or_else(|| text.strip_prefix("目标"))?,
            )
        })?;
    rest.strip_prefix(&[':', '、'][..])
        .filter(|rest| !rest.is_empty())
}
