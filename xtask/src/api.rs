//! The JavaScript interface as files to hand out: `dist/api`.
//!
//! One script, which holds the program as the site's does, serves a page from a server or a folder, Node, and through a
//! module of two lines whoever imports. Beside it lie the hand-written declarations, the package's manifest and
//! docs/API.md as its README.

use std::path::{Path, PathBuf};

use crate::page::package_version;
use crate::run::{Res, make_dir, read, read_text, root, say, target, write};
use crate::{setup, site, stamp, wasm};

/// Everything that it is made from, relative to the root.
const INPUTS: [&str; 8] = [
    "api",
    "docs/API.md",
    "src",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    "xtask/src",
    "tools/package-lock.json",
];

/// Builds the interface unless it is built already, and returns its folder.
pub(crate) fn build() -> Res<PathBuf> {
    setup::for_build()?;
    let (to, work) = (root().join("dist/api"), target("xtask/api"));
    let inputs = stamp::hash_of(&INPUTS, &["api 3"])?;
    let mark = work.join("stamp");
    if stamp::is_current(&mark, &inputs) && to.is_dir() {
        say("the JavaScript interface is built already (dist/api)");
        return Ok(to);
    }
    say("building the JavaScript interface into dist/api (release; minutes the first time)");
    make_dir(&work)?;
    let _ = std::fs::remove_file(&mark);
    let program = wasm::compile_fast("jiping-api", "api")?;
    wasm::bind(&program, &work, "jiping")?;
    let lowered = work.join("jiping.mvp.wasm");
    wasm::lower(&work.join("jiping_bg.wasm"), &lowered, wasm::Aim::Speed)?;
    assemble(&work, &to)?;
    stamp::record(&mark, &inputs)?;
    Ok(to)
}

fn assemble(work: &Path, to: &Path) -> Res {
    let source = root().join("api");
    let _ = std::fs::remove_dir_all(to);
    make_dir(to)?;
    let glue = read_text(&work.join("jiping.js"))?;
    let tail = read_text(&source.join("load.js"))?;
    let words = ["--minify", "--target=chrome57"];
    let body = site::squeeze(&format!("{glue}\n{tail}"), "api.js", &words)?;
    let program = read(&work.join("jiping.mvp.wasm"))?;
    let packed = site::packed(&program);
    let script = format!("(function(){{var core=\"{packed}\";\n{body}}})();\n");
    write(&to.join("jiping.js"), &script)?;
    for name in ["jiping.mjs", "jiping.d.ts"] {
        write(&to.join(name), read(&source.join(name))?)?;
    }
    let manifest = read_text(&source.join("package.json"))?;
    let manifest = manifest.replace("VERSION", &package_version()?);
    write(&to.join("package.json"), manifest)?;
    write(&to.join("README.md"), read(&root().join("docs/API.md"))?)?;
    say(&format!(
        "jiping.js has {} bytes, {} of them the program",
        script.len(),
        program.len()
    ));
    Ok(())
}
