//! The release site: one build that runs on every Chromium from 69 on, from a server or a folder.
//!
//! The program (see `wasm`) travels in a script, not in a `.wasm` file: an unconfigured IIS refuses that, a page from a
//! folder cannot fetch it, and a script is compressed by default. Each byte is one character; that costs 3 % after
//! brotli, where base64 costs 36 %. Before that it is sorted (see `pack`). esbuild lowers the glue. Nothing is built
//! again while its inputs are unchanged.

use std::path::PathBuf;

use crate::licences;
use crate::names;
use crate::order;
use crate::pack::sorted;
use crate::page;
use crate::run::{Res, cargo, make_dir, read, read_text, root, run, say, seconds, target, write};
use crate::setup::{self, WASM, tool};
use crate::single;
use crate::stamp;
use crate::wasm;

/// Everything that the site is made from, relative to the root.
const INPUTS: [&str; 10] = [
    "src",
    "www",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    "xtask/src",
    "xtask/offline",
    "tools/package-lock.json",
    "tools/compress.mjs",
    "tools/es5.mjs",
];

/// The features of the whole program.
pub(crate) const FEATURES: &str = "more";
/// The programs by their feature: what a first visit loads, and the whole one.
const PROGRAMS: [&str; 2] = [wasm::SMALL, FEATURES];

/// Where one build puts what it makes.
struct Place {
    /// The compiler's folder.
    target: PathBuf,
    /// The parts.
    work: PathBuf,
    /// The site.
    site: PathBuf,
}

impl Place {
    fn usual() -> Self {
        Self {
            target: target(""),
            work: target("xtask/site"),
            site: root().join("dist/site"),
        }
    }

    /// Where a second build has nothing of ours to take over.
    fn again() -> Self {
        Self {
            target: target("xtask/again"),
            work: target("xtask/again/parts"),
            site: target("xtask/again/site"),
        }
    }

    fn lowered(&self, feature: &str) -> PathBuf {
        self.work.join(format!("{feature}.mvp.wasm"))
    }

    /// wasm-bindgen's script of one program, made small for old browsers.
    fn glue(&self, feature: &str) -> Res<String> {
        let glue = read_text(&self.work.join(format!("{feature}.js")))?;
        let words = ["--minify", "--target=chrome57"];
        squeeze(&glue, &format!("{feature}-glue.js"), &words)
    }

    fn single(&self) -> PathBuf {
        self.work.join("jiping.html")
    }
}

/// Where the site is.
pub(crate) fn folder() -> PathBuf {
    Place::usual().site
}

/// The optimised program that a first visit loads, before it is packed, to be weighed.
pub(crate) fn program() -> PathBuf {
    Place::usual().lowered(wasm::SMALL)
}

/// The page as one file.
pub(crate) fn single_file() -> PathBuf {
    Place::usual().single()
}

/// One line a file of the site: name, raw, gzip and brotli bytes.
pub(crate) fn weights() -> PathBuf {
    Place::usual().work.join("weights")
}

/// Builds the site unless it is built already, and returns its folder.
pub(crate) fn build() -> Res<PathBuf> {
    setup::for_build()?;
    let place = Place::usual();
    let inputs = stamp::hash_of(&INPUTS, &["site 11"])?;
    let mark = place.work.join("stamp");
    if stamp::is_current(&mark, &inputs) && place.site.join("index.html").is_file() {
        say("the site is built already (dist/site)");
        return Ok(place.site);
    }
    let _ = std::fs::remove_file(&mark);
    make(&place)?;
    say("the site is in dist/site; raw / gzip / brotli bytes:");
    crate::size::print_table(&read_text(&weights())?);
    stamp::record(&mark, &inputs)?;
    Ok(place.site)
}

/// Builds everything of ours once more, elsewhere; returns that site and that single file.
pub(crate) fn build_again() -> Res<(PathBuf, PathBuf)> {
    let place = Place::again();
    let mut clean = cargo(&["clean", "--quiet", "--release", "--package", "jiping"]);
    clean
        .args(["--target", WASM, "--target-dir"])
        .arg(&place.target);
    run(clean, seconds(120), "")?;
    make(&place)?;
    Ok((place.site.clone(), place.single()))
}

fn make(place: &Place) -> Res {
    make_dir(&place.work)?;
    for feature in PROGRAMS {
        say(&format!(
            "compiling the program for the browser, `{feature}` (release; minutes the first time)"
        ));
        let as_built = wasm::compile_in("jiping", feature, place.target.clone())?;
        say("making it run on old browsers, and smaller");
        wasm::bind(&as_built, &place.work, feature)?;
        let bound = place.work.join(format!("{feature}_bg.wasm"));
        names::shorten(&bound, &place.work.join(format!("{feature}.js")))?;
        let lowered = place.lowered(feature);
        wasm::lower(&bound, &lowered, wasm::Aim::Size)?;
        write(&lowered, order::alike(&read(&lowered)?)?)?;
    }
    assemble(place)
}

/// Puts the page together under hashed names, with packed twins, and swaps it in.
fn assemble(place: &Place) -> Res {
    let new = place.work.join("new");
    let _ = std::fs::remove_dir_all(&new);
    make_dir(&new)?;
    let [first, whole] = PROGRAMS;
    let [style, later] = page::style_sheets()?;
    let sheet = |text: &str| squeeze(text, "style.css", &["--minify", "--target=chrome69"]);
    let parts = page::Parts {
        glue: place.glue(first)?,
        core: carrier(&sorted(&read(&place.lowered(first))?)?),
        more: scoped(&place.glue(whole)?, &sorted(&read(&place.lowered(whole))?)?),
        whole: scoped(&place.glue(whole)?, &[read(&place.lowered(whole))?]),
        start: [oldest("check.js")?, oldest("boot.js")?].concat(),
        offline: oldest("offline.js")?,
        keep: oldest("keep.js")?,
        worker: oldest("sw.js")?,
        style: sheet(&style)?,
        later: sheet(&later)?,
        licences: licences::collect(FEATURES)?,
    };
    let version = page::version(&parts)?;
    let single = single::page(&parts, &version)?;
    write(&place.single(), &single)?;
    page::write_site(&new, &parts, &version, &single)?;
    let table = crate::run::capture(
        crate::run::command("node", &["tools/compress.mjs", &new.display().to_string()]),
        seconds(300),
        "the files could not be packed",
    )?;
    write(&place.work.join("weights"), &table)?;
    page::write_extras(&new)?;
    let site = &place.site;
    let _ = std::fs::remove_dir_all(site);
    make_dir(site.parent().unwrap_or(site))?;
    std::fs::rename(&new, site)
        .map_err(|error| format!("cannot move the site to {}: {error}", site.display()))
}

/// The whole program as one script that can be read beside the first: its glue gets a scope of its own.
fn scoped(glue: &str, pieces: &[Vec<u8>]) -> String {
    let core = carrier(pieces);
    format!("(function(){{{glue}window.jipingGlue=wasm_bindgen}}());\n{core}")
}

/// A script that must stay in the oldest JavaScript: esbuild lowers what it can, and a parser of ES5 reads the rest.
fn oldest(name: &str) -> Res<String> {
    let words = [
        "--minify-whitespace",
        "--minify-identifiers",
        "--target=es5",
    ];
    let script = squeeze(&read_text(&root().join("www").join(name))?, name, &words)?;
    let made = target("xtask/squeeze").join(format!("es5-{name}"));
    write(&made, &script)?;
    let mut check = crate::run::command("node", &["tools/es5.mjs"]);
    check.arg(&made);
    let advice = format!("www/{name} must stay in the oldest JavaScript");
    crate::run::capture(check, seconds(60), &advice).map(|_| script)
}

/// Runs esbuild over one text.
pub(crate) fn squeeze(text: &str, name: &str, words: &[&str]) -> Res<String> {
    let folder = target("xtask/squeeze");
    let from = folder.join(name);
    make_dir(&folder)?;
    write(&from, text)?;
    let mut squeeze = tool("esbuild/bin/esbuild", words);
    squeeze
        .args([
            "--charset=utf8",
            "--log-level=warning",
            "--legal-comments=none",
        ])
        .arg(&from);
    crate::run::capture(squeeze, seconds(120), &format!("esbuild refused {name}"))
}

/// The pieces of a program as a script that sets `jipingCore`; boot.js reads it. In the last piece, the data, printable
/// characters stand for themselves.
fn carrier(pieces: &[Vec<u8>]) -> String {
    let last = pieces.len().saturating_sub(1);
    let pieces = pieces.iter().enumerate();
    let pieces: Vec<String> = pieces
        .map(|(at, piece)| format!("\"{}\"", lettered(piece, at == last)))
        .collect();
    format!("window.jipingCore=[{}];\n", pieces.join(","))
}

/// Each byte as one character; the first 256 characters say which, for the bytes from 0 on. What is frequent gets a
/// character of one byte, but no control character, quote, backslash or less-than. Chinese text stays as it is: three
/// bytes are then one character, which brotli knows better.
fn lettered(piece: &[u8], readable: bool) -> String {
    let mut counts = [0_usize; 256];
    let mut rest = piece;
    while let Some(letter) = next(&mut rest) {
        if let Letter::Byte(byte) = letter {
            counts[usize::from(byte)] += 1;
        }
    }
    let mut by_count: Vec<usize> = (0..256).collect();
    by_count.sort_by_key(|&byte| std::cmp::Reverse(counts[byte]));
    let mut short: Vec<char> = (' '..='~').filter(|c| !"\"\\<".contains(*c)).collect();
    let mut frequent = [false; 256];
    for byte in by_count.into_iter().take(short.len()) {
        frequent[byte] = true;
    }
    let mut letters = ['\0'; 256];
    if readable {
        short.retain(|c| {
            let byte = *c as usize;
            if frequent[byte] {
                letters[byte] = *c;
            }
            !frequent[byte]
        });
    }
    let (mut short, mut long) = (short.into_iter(), '\u{80}'..);
    for (letter, frequent) in letters.iter_mut().zip(frequent) {
        if *letter == '\0' {
            let next = if frequent { short.next() } else { long.next() };
            *letter = next.unwrap_or_default();
        }
    }
    let mut out: String = letters.iter().collect();
    let mut rest = piece;
    while let Some(letter) = next(&mut rest) {
        out.push(match letter {
            Letter::Byte(byte) => letters[usize::from(byte)],
            Letter::Text(text) => text,
        });
    }
    out
}

enum Letter {
    Byte(u8),
    /// A character of three bytes.
    Text(char),
}

/// Takes the next letter of a piece.
fn next(rest: &mut &[u8]) -> Option<Letter> {
    let text = rest.get(..3).and_then(|three| {
        let text = std::str::from_utf8(three).ok()?.chars().next()?;
        // No ends of lines for old parsers, and nothing that cannot be seen.
        let hidden = matches!(text, '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{fe00}'..='\u{feff}' | '\u{fff0}'..);
        (text.len_utf8() == 3 && !hidden).then_some(text)
    });
    let taken = if text.is_some() { 3 } else { 1 };
    let (letter, after) = rest.split_at_checked(taken)?;
    *rest = after;
    text.map(Letter::Text)
        .or_else(|| letter.first().copied().map(Letter::Byte))
}

/// Each byte as the character 35 higher, so that no control character, quote or line end occurs; the backslash's and
/// the less-than's places are taken by 291 and 292.
pub(crate) fn packed(program: &[u8]) -> String {
    let letter = |byte: &u8| match u32::from(*byte) + 35 {
        92 => '\u{123}',
        60 => '\u{124}',
        code => char::from_u32(code).unwrap_or_default(),
    };
    program.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::carrier;

    /// As boot.js reads it.
    fn back(letters: &str) -> Vec<u8> {
        let letters: Vec<char> = letters.chars().collect();
        let (table, packed) = letters.split_at(256);
        let mut bytes = Vec::new();
        for letter in packed {
            match table.iter().position(|one| one == letter) {
                Some(byte) => bytes.push(u8::try_from(byte).unwrap()),
                None => bytes.extend(letter.to_string().bytes()),
            }
        }
        bytes
    }

    #[test]
    fn every_byte_is_one_plain_character() {
        let bytes: Vec<u8> = (0..=255).collect();
        let text = "“完成率” ≥95%\u{2028}\u{feff}\u{200b}é".as_bytes();
        let script = carrier(&[bytes.clone(), text.to_vec()]);
        let pieces = script
            .strip_prefix("window.jipingCore=[\"")
            .and_then(|rest| rest.strip_suffix("\"];\n"))
            .unwrap();
        let (first, second) = pieces.split_once("\",\"").unwrap();
        assert_eq!(back(first), bytes);
        assert_eq!(back(second), text);
        assert!(second.contains("“完成率”") && second.contains("≥95%"));
        let strange = [
            '"', '\\', '<', '\n', '\r', '\0', '\u{2028}', '\u{feff}', '\u{200b}',
        ];
        assert!(!first.contains(strange) && !second.contains(strange));
    }
}
