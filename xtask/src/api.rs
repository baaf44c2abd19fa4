//! The JavaScript interface as files to hand out: `dist/api`, one module that pages and Node load.

use std::path::PathBuf;

use crate::run::{Res, make_dir, read, root, say, target, write};
use crate::{setup, site, stamp, wasm};

/// Tells Node that the glue is a module.
const PACKAGE: &str = r#"{
  "name": "jiping",
  "type": "module",
  "main": "jiping.js",
  "types": "jiping.d.ts",
  "license": "MIT OR Apache-2.0"
}
"#;

/// Builds the interface unless it is built already, and returns its folder.
pub(crate) fn build() -> Res<PathBuf> {
    setup::for_build()?;
    let (to, work) = (root().join("dist/api"), target("xtask/api"));
    let inputs = stamp::hash_of(&site::INPUTS, &["api 1"])? + &stamp::hash_of(&["api"], &[])?;
    let mark = work.join("stamp");
    if stamp::is_current(&mark, &inputs) && to.is_dir() {
        return Ok(to);
    }
    say("building the JavaScript interface into dist/api");
    make_dir(&work)?;
    make_dir(&to)?;
    let program = wasm::compile("jiping-api", "api")?;
    wasm::bind(&program, &work, "jiping", wasm::Glue::Module)?;
    wasm::lower(&work.join("jiping_bg.wasm"), &work.join("jiping.mvp.wasm"))?;
    write(
        &to.join("jiping_bg.wasm"),
        read(&work.join("jiping.mvp.wasm"))?,
    )?;
    site::squeeze_file(
        &work.join("jiping.js"),
        &to.join("jiping.js"),
        &["--target=chrome64", "--format=esm"],
    )?;
    write(&to.join("package.json"), PACKAGE)?;
    let types = root().join("api/jiping.d.ts");
    if types.is_file() {
        write(&to.join("jiping.d.ts"), read(&types)?)?;
    }
    stamp::record(&mark, &inputs)?;
    Ok(to)
}
