//! Small questions about texts and names in JSON.

use std::collections::BTreeSet;

use super::Node;

/// Up to this many fields, duplicates are looked for one by one.
const FEW_FIELDS: usize = 32;

/// Whether a text is a number in JSON's grammar.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(&['e', 'E'][..]) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(whole)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|part| digits(part.strip_prefix(&['+', '-'][..]).unwrap_or(part)))
}

/// A name that stands twice.
pub(super) fn duplicate(fields: &[(String, Node)]) -> Option<&str> {
    let mut names = fields.iter().map(|(name, _)| name.as_str());
    if fields.len() > FEW_FIELDS {
        let mut seen = BTreeSet::new();
        return names.find(|name| !seen.insert(*name));
    }
    names
        .enumerate()
        .find(|(at, name)| fields.iter().take(*at).any(|(other, _)| other == name))
        .map(|(_, name)| name)
}
