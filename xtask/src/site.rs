//! The release site: one build that runs on every Chromium from 69 on, from a server or a folder.
//!
//! The program (see `wasm`) travels in a script, not in a `.wasm` file: an unconfigured IIS refuses that, a page from a
//! folder cannot fetch it, and a script is compressed by default. Each byte is one character; that costs 4 % after
//! brotli, where base64 costs 36 %. Before that it is sorted (see `pack`). esbuild lowers the glue. Nothing is built
//! again while its inputs are unchanged.

use std::path::PathBuf;

use crate::pack::sorted;
use crate::page;
use crate::run::{Res, make_dir, read, read_text, root, say, seconds, target, write};
use crate::setup::{self, tool};
use crate::stamp;
use crate::wasm;

/// Everything that the site is made from, relative to the root.
const INPUTS: [&str; 8] = [
    "src",
    "www",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    "xtask/src",
    "tools/package-lock.json",
    "tools/compress.mjs",
];

/// Where the site is.
pub(crate) fn folder() -> PathBuf {
    root().join("dist/site")
}

/// Where the parts are made.
fn work() -> PathBuf {
    target("xtask/site")
}

/// The optimised program that the first visit loads, before it is packed, to be weighed.
pub(crate) fn program() -> PathBuf {
    lowered("app")
}

fn lowered(feature: &str) -> PathBuf {
    work().join(format!("{feature}.mvp.wasm"))
}

/// wasm-bindgen's script of one program, made small for old browsers.
fn glue(feature: &str) -> Res<String> {
    let glue = read_text(&work().join(format!("{feature}.js")))?;
    let words = ["--minify", "--target=chrome57"];
    squeeze(&glue, &format!("{feature}-glue.js"), &words)
}

/// One line a file of the site: name, raw, gzip and brotli bytes.
pub(crate) fn weights() -> PathBuf {
    work().join("weights")
}

/// Builds the site unless it is built already, and returns its folder.
pub(crate) fn build() -> Res<PathBuf> {
    setup::for_build()?;
    let inputs = stamp::hash_of(&INPUTS, &["site 4"])?;
    let mark = work().join("stamp");
    if stamp::is_current(&mark, &inputs) && folder().join("index.html").is_file() {
        say("the site is built already (dist/site)");
        return Ok(folder());
    }
    make_dir(&work())?;
    let _ = std::fs::remove_file(&mark);
    for feature in ["app", "more"] {
        say(&format!(
            "compiling the program for the browser, `{feature}` (release; minutes the first time)"
        ));
        let as_built = wasm::compile("jiping", feature)?;
        say("making it run on old browsers, and smaller");
        wasm::bind(&as_built, &work(), feature)?;
        wasm::lower(
            &work().join(format!("{feature}_bg.wasm")),
            &lowered(feature),
        )?;
    }
    assemble()?;
    stamp::record(&mark, &inputs)?;
    Ok(folder())
}

/// Puts the page together under hashed names, with packed twins, and swaps it in.
fn assemble() -> Res {
    let new = work().join("new");
    let _ = std::fs::remove_dir_all(&new);
    make_dir(&new)?;
    let parts = page::Parts {
        glue: glue("app")?,
        core: carrier(&sorted(&read(&program())?)?),
        more: whole(&glue("more")?, &sorted(&read(&lowered("more"))?)?),
        boot: squeeze(
            &read_text(&root().join("www/boot.js"))?,
            "boot.js",
            &[
                "--minify-whitespace",
                "--minify-identifiers",
                "--target=es5",
            ],
        )?,
        style: squeeze(
            &page::style_sheets()?,
            "style.css",
            &["--minify", "--target=chrome69"],
        )?,
    };
    page::write_site(&new, &parts)?;
    let table = crate::run::capture(
        crate::run::command("node", &["tools/compress.mjs", &new.display().to_string()]),
        seconds(300),
        "the files could not be packed",
    )?;
    write(&weights(), &table)?;
    let site = folder();
    let _ = std::fs::remove_dir_all(&site);
    make_dir(site.parent().unwrap_or(&site))?;
    std::fs::rename(&new, &site)
        .map_err(|error| format!("cannot move the site to {}: {error}", site.display()))?;
    say("the site is in dist/site; raw / gzip / brotli bytes:");
    crate::size::print_table(&table);
    Ok(())
}

/// Runs esbuild over one text.
pub(crate) fn squeeze(text: &str, name: &str, words: &[&str]) -> Res<String> {
    let from = work().join(name);
    make_dir(&work())?;
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

/// The sorted program as a script that sets `jipingCore`; boot.js reads it.
fn carrier(program: &[u8]) -> String {
    format!("window.jipingCore=\"{}\";\n", packed(program))
}

/// The whole program as one script that can be read beside the small one: its glue gets a scope of its own.
fn whole(glue: &str, program: &[u8]) -> String {
    let core = carrier(program);
    format!("(function(){{{glue}window.jipingGlue=wasm_bindgen}}());\n{core}")
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

    #[test]
    fn every_byte_is_one_plain_character() {
        let bytes: Vec<u8> = (0..=255).collect();
        let script = carrier(&bytes);
        let letters = script
            .strip_prefix("window.jipingCore=\"")
            .and_then(|rest| rest.strip_suffix("\";\n"))
            .unwrap();
        let back: Vec<u8> = letters
            .chars()
            .map(|letter| match u32::from(letter) {
                291 => 57,
                292 => 25,
                code => u8::try_from(code - 35).unwrap(),
            })
            .collect();
        assert_eq!(back, bytes);
        assert!(!letters.contains(['"', '\\', '<', '\n', '\r', '\0']));
    }
}
