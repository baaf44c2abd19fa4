//! What a style sheet may not say: what Chromium 69 does not read, and colours outside the tokens.

/// Rules and functions that the oldest browser does not read.
const TOO_NEW: [&str; 9] = [
    "@layer",
    "@container",
    ":has(",
    ":is(",
    ":where(",
    "inset:",
    "inset-inline",
    "aspect-ratio:",
    "color-mix(",
];

/// Properties that hold the space between children; in a flex box the oldest browser ignores them.
const GAPS: [&str; 3] = ["gap", "row-gap", "column-gap"];

/// Where colours may stand: the tokens, and the sheet that is read before any of them may work.
const COLOURED: [&str; 2] = ["tokens.css", "boot.css"];

/// Words for colours that are not tokens.
const COLOUR_WORDS: [&str; 12] = [
    "white", "black", "red", "green", "blue", "gray", "grey", "yellow", "orange", "silver", "navy",
    "teal",
];

/// Everything at fault in one style sheet.
pub fn faults(path: &str, text: &str) -> Vec<String> {
    let text = without_comments(text);
    let mut faults: Vec<String> = TOO_NEW
        .iter()
        .filter(|word| text.contains(*word))
        .map(|word| format!("{path}: {word} is too new"))
        .collect();
    let coloured = COLOURED.iter().any(|name| path.ends_with(name));
    for (selector, block) in blocks(&text) {
        let declared: Vec<(&str, &str)> = block
            .split(';')
            .filter_map(|one| one.split_once(':'))
            .map(|(name, value)| (name.trim(), value.trim()))
            .collect();
        let displays = |word: &str| {
            declared
                .iter()
                .any(|(name, value)| *name == "display" && value.contains(word))
        };
        for (name, value) in &declared {
            if GAPS.contains(name) && !displays("grid") {
                faults.push(format!("{path}: {selector}: {name} outside a grid"));
            }
            if !coloured && let Some(colour) = colour(value) {
                faults.push(format!(
                    "{path}: {selector}: the colour {colour} belongs in the tokens"
                ));
            }
        }
    }
    faults
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| {
        kept + part.split_once("*/").map_or("", |(_, rest)| rest)
    })
}

/// The innermost blocks: selector and declarations.
fn blocks(text: &str) -> Vec<(String, String)> {
    let ends = text.split('}').filter_map(|part| part.rsplit_once('{'));
    let own = |(head, block): (&str, &str)| {
        let selector = head.rsplit(['{', '}', ';']).next().unwrap_or_default();
        (selector.trim().to_owned(), block.to_owned())
    };
    ends.map(own).collect()
}

/// The first colour in a value that is not a token.
fn colour(value: &str) -> Option<&str> {
    let words = value.split(|c: char| !(c.is_alphanumeric() || matches!(c, '#' | '-')));
    let is_hex = |word: &str| {
        let digits = word.strip_prefix('#');
        digits.is_some_and(|digits| {
            digits.len() >= 3 && digits.chars().all(|c| c.is_ascii_hexdigit())
        })
    };
    let function = |word: &str| matches!(word, "rgb" | "rgba" | "hsl" | "hsla");
    let mut words =
        words.filter(|word| is_hex(word) || function(word) || COLOUR_WORDS.contains(word));
    words.next()
}

#[test]
fn the_check_finds_what_is_too_new() {
    let count = |text: &str| faults("www/style/example.css", text).len();
    assert_eq!(
        count(".a { display: grid; gap: 4px; color: var(--ink); }"),
        0
    );
    assert_eq!(count(".a { display: flex; gap: 4px; }"), 1);
    assert_eq!(
        count("@media print { .a { row-gap: 4px; } .b { margin: 0 } }"),
        1
    );
    assert_eq!(count(".a { color: #fff; }"), 1);
    assert_eq!(count(".a { border: 1px solid rgba(0, 0, 0, 0.1); }"), 1);
    assert_eq!(count(".a { color: white; } /* #fff */"), 1);
    assert_eq!(count(".a:is(b) { margin: 0; }"), 1);
    assert_eq!(count("@layer base;"), 1);
    assert_eq!(count(".a { white-space: nowrap; inset: 0; }"), 1);
    assert_eq!(
        faults("www/style/tokens.css", ":root { --ink: #1f2937; }").len(),
        0
    );
}
