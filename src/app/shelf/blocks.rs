//! Texts one after the other in one text, each behind its length: `5 绩评 3 …`. Lengths are in bytes.

/// Adds a text.
pub fn push(out: &mut String, text: &str) {
    out.push_str(&text.len().to_string());
    out.push(' ');
    out.push_str(text);
}

/// Takes the next text off; nothing where there is none, or the rest is damaged.
#[must_use]
pub fn take<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let (length, tail) = rest.split_once(' ')?;
    let (text, tail) = tail.split_at_checked(length.parse().ok()?)?;
    *rest = tail;
    Some(text)
}

/// Takes the next text off and reads it as a number.
#[must_use]
pub fn take_number(rest: &mut &str) -> Option<usize> {
    take(rest)?.parse().ok()
}
