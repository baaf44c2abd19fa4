//! The one template helper: `{0}` … `{9}` in a sentence are replaced by values, once each pass, nothing else.

/// `template` with `{0}` … `{9}` replaced by `values`. Braces inside a value stay as they are; a value that
/// the template does not name is left out.
///
/// ```
/// use jiping::i18n::fill;
/// assert_eq!(fill("还有 {0} 项未填，可达 {1} 分", &["12", "96.40"]), "还有 12 项未填，可达 96.40 分");
/// ```
#[must_use]
pub fn fill(template: &str, values: &[&str]) -> String {
    debug_assert!(slots_match(template, values.len()), "{template}");
    let room = values.iter().map(|value| value.len()).sum::<usize>();
    let mut out = String::with_capacity(template.len().saturating_add(room));
    let mut pieces = template.split('{');
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (slot, tail) = piece.split_once('}').unwrap_or(("", piece));
        join(&mut out, value_of(slot, values).unwrap_or_default());
        join(&mut out, tail);
    }
    out
}

/// Adds the next part. A space between two Chinese characters is left out: it is there for figures.
fn join(out: &mut String, part: &str) {
    let rest = part.strip_prefix(' ').unwrap_or(part);
    let before = out.strip_suffix(' ').unwrap_or(out);
    let spaces = out.len() - before.len() + part.len() - rest.len();
    let between = before.chars().next_back().zip(rest.chars().next());
    if spaces == 1 && between.is_some_and(|(left, right)| is_wide(left) && is_wide(right)) {
        out.truncate(before.len());
        out.push_str(rest);
    } else {
        out.push_str(part);
    }
}

const fn is_wide(letter: char) -> bool {
    matches!(letter, '“' | '”' | '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

fn value_of<'v>(slot: &str, values: &[&'v str]) -> Option<&'v str> {
    let digit = slot.bytes().next()?.checked_sub(b'0')?;
    values.get(usize::from(digit)).copied()
}

/// Whether every slot of the template has a value.
fn slots_match(template: &str, count: usize) -> bool {
    template
        .split('{')
        .skip(1)
        .all(|piece| (0..count).any(|at| is_slot(piece, at)))
}

fn is_slot(piece: &str, at: usize) -> bool {
    let bytes = piece.as_bytes();
    bytes.get(1) == Some(&b'}')
        && bytes
            .first()
            .and_then(|digit| digit.checked_sub(b'0'))
            .map(usize::from)
            == Some(at)
}

#[cfg(test)]
mod tests {
    use super::{fill, slots_match};

    #[test]
    fn values_are_put_in_their_places_and_not_read_again() {
        assert_eq!(fill("{1}、{0}、{1}", &["a", "{0}"]), "{0}、a、{0}");
        assert_eq!(fill("没有", &[]), "没有");
    }

    #[test]
    fn a_space_stands_at_figures_only() {
        assert_eq!(fill("实际 {0}，达标", &["3 次"]), "实际 3 次，达标");
        assert_eq!(fill("实际 {0}，达标", &["“完成”"]), "实际“完成”，达标");
        assert_eq!(fill("目标 {0} 之内", &["3 次"]), "目标 3 次之内");
        assert_eq!(fill("目标 {0} 之内", &["3%"]), "目标 3% 之内");
        assert_eq!(
            fill("the target {0} is met", &["3 次"]),
            "the target 3 次 is met"
        );
        assert_eq!(fill("{0} 分", &[""]), " 分");
    }

    #[test]
    fn every_slot_has_a_value() {
        assert!(slots_match("{0} ÷ {1}", 2));
        assert!(slots_match("{0}", 2), "a value may be left out");
        assert!(!slots_match("{0} ÷ {1}", 1), "a slot without a value");
        assert!(!slots_match("{0 ÷ 2", 1), "a slot that is not closed");
        assert!(!slots_match("{x}", 0), "a slot without a number");
    }
}
