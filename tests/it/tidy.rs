//! Habits that a machine can check: module docs, length, words that do not belong in the repository, style
//! sheets that old browsers read, one sentence a line.
//!
//! Every check is a function from a text to its faults, tested on small made-up texts.

mod style;

use crate::repository::files;

/// Most lines of a source file.
const MOST_LINES: usize = 500;

/// Words that no file may hold, written in halves so that this file does not hold them either.
const FORBIDDEN: [(&str, &str); 11] = [
    ("/tm", "p/"),
    ("/wo", "rk/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("C:", "\\\\Users"),
    ("FIX", "ME"),
    ("TO", "DO"),
    ("XX", "X:"),
    ("db", "g!("),
    ("to", "do!("),
    ("Co-authored", "-by"),
];

/// Where a lock file may say that packages come from.
const REGISTRIES: [&str; 2] = [
    "registry+https://github.com/rust-lang/crates.io-index",
    "https://registry.npmjs.org/",
];

fn assert_none(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A file without module docs, or a long one.
fn source_faults(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !text.starts_with("//! ") {
        faults.push(format!("{path}: does not start with `//!`"));
    }
    let lines = text.lines().count();
    if lines > MOST_LINES {
        faults.push(format!("{path}: {lines} lines are more than {MOST_LINES}"));
    }
    faults
}

fn word_faults(path: &str, text: &str) -> Vec<String> {
    let lines = (1..).zip(text.lines());
    let faults = lines.flat_map(|(at, line)| {
        let words = FORBIDDEN
            .iter()
            .map(|(left, right)| format!("{left}{right}"));
        let words = words.filter(|word| line.contains(word));
        words.map(move |word| format!("{path}:{at}: holds {word:?}"))
    });
    faults.collect()
}

/// A source that is not one of the public registries.
fn lock_faults(path: &str, text: &str) -> Vec<String> {
    let sources = text.lines().filter_map(|line| {
        let line = line.trim().trim_start_matches('"');
        let rest = line
            .strip_prefix("source = ")
            .or(line.strip_prefix("resolved\": "))?;
        Some(rest.trim_start_matches('"'))
    });
    let strange =
        sources.filter(|source| !REGISTRIES.iter().any(|known| source.starts_with(known)));
    strange
        .map(|source| format!("{path}: packages from {source}"))
        .collect()
}

/// Lines that hold more than one sentence, or a part of one. Tables, code and headings are left out.
fn prose_faults(path: &str, text: &str) -> Vec<String> {
    let (mut faults, mut code) = (Vec::new(), false);
    for (at, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.starts_with("```") {
            code = !code;
            continue;
        }
        if code || line.is_empty() || line.starts_with(['#', '|', '<', '[', '!']) {
            continue;
        }
        let line = line
            .trim_start_matches(['-', '*', '>', ' '])
            .trim_start_matches(|c: char| c.is_ascii_digit());
        let line = line
            .trim_start_matches(". ")
            .replace("e.g. ", "e.g.")
            .replace("i.e. ", "i.e.");
        let line = line.trim_end_matches([')', '*', '"', '`', '”', '）']);
        if !line.ends_with(['.', ':', '?', '!', ';', '。', '：', '？', '！', '；']) {
            faults.push(format!("{path}:{at}: does not end a sentence"));
        }
        let inner: Vec<char> = line.chars().collect();
        let begins = |c: char| c.is_uppercase() || ('\u{4e00}'..'\u{9fff}').contains(&c);
        let two = |w: &[char]| matches!(w[0], '.' | '?' | '!') && w[1] == ' ' && begins(w[2]);
        let joined =
            |w: &[char]| matches!(w[0], '。' | '？' | '！') && (begins(w[1]) || w[1] == ' ');
        if inner.windows(3).any(two) || inner.windows(2).any(joined) {
            faults.push(format!("{path}:{at}: holds two sentences"));
        }
    }
    faults
}

#[test]
fn sources_say_what_they_are_for_and_stay_short() {
    let all = ["src", "tests", "xtask", "benches", "fuzz"].map(|folder| files(folder, &["rs"]));
    let all = all.concat();
    assert!(all.len() > 100, "only {} files found", all.len());
    assert_none(
        all.iter()
            .flat_map(|(path, text)| source_faults(path, text)),
    );
}

#[test]
fn no_file_holds_a_machine_s_path_or_an_unfinished_place() {
    let kinds = [
        "rs", "css", "md", "toml", "js", "mjs", "ts", "json", "html", "yml", "run",
    ];
    let all = files(".", &kinds);
    assert!(all.len() > 100, "only {} files found", all.len());
    assert_none(all.iter().flat_map(|(path, text)| word_faults(path, text)));
}

#[test]
fn lock_files_name_public_registries_only() {
    let all = files(".", &["lock", "package-lock.json"]);
    assert!(all.iter().any(|(path, _)| path.ends_with("Cargo.lock")));
    assert_none(all.iter().flat_map(|(path, text)| lock_faults(path, text)));
}

#[test]
fn markdown_has_one_sentence_a_line() {
    let all = files(".", &["md"]);
    assert!(!all.is_empty());
    assert_none(all.iter().flat_map(|(path, text)| prose_faults(path, text)));
}

#[test]
fn style_sheets_suit_the_oldest_browser() {
    let all = files("www/style", &["css"]);
    assert!(!all.is_empty());
    assert_none(
        all.iter()
            .flat_map(|(path, text)| style::faults(path, text)),
    );
}

/// This check finds this many faults.
#[track_caller]
fn finds(check: fn(&str, &str) -> Vec<String>, text: &str, count: usize) {
    let faults = check("example", text);
    assert_eq!(faults.len(), count, "{faults:?}");
}

#[test]
fn the_checks_find_what_they_are_for() {
    finds(source_faults, "//! Numbers.\n", 0);
    finds(source_faults, "use std::fmt;\n", 1);
    finds(
        source_faults,
        &format!("//! Long.\n{}", "\n".repeat(MOST_LINES)),
        1,
    );
    finds(word_faults, "see docs/DESIGN.md", 0);
    finds(word_faults, &["see /wo", "rk/x and FIX", "ME"].concat(), 2);
    finds(
        lock_faults,
        "source = \"registry+https://github.com/rust-lang/crates.io-index\"",
        0,
    );
    finds(
        lock_faults,
        "source = \"sparse+https://mirror.example/index/\"",
        1,
    );
    finds(
        lock_faults,
        "  \"resolved\": \"https://mirror.example/a.tgz\",",
        1,
    );
    finds(
        prose_faults,
        "# Title\n\nOne sentence (e.g. This one).\n- An item.\n1. Another.\n",
        0,
    );
    finds(prose_faults, "One sentence. And another.\n", 1);
    finds(prose_faults, "一句话。又一句。\n", 1);
    finds(prose_faults, "Half a\nsentence.\n", 1);
    finds(prose_faults, "```\nlet a = 1\n```\n| a | b. C |\n", 0);
}
