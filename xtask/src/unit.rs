//! The in-browser tests: built by cargo, bound here, run by the same driver as the journeys, so that no driver program
//! has to be installed. The page speaks the protocol of wasm-bindgen-test, whose version Cargo.lock pins.

use std::path::{Path, PathBuf};

use crate::run::{Res, capture, cargo, make_dir, root, seconds, target, write};
use crate::setup::WASM;

/// Scripts of this name hold the page's part of the protocol; the list of tests comes before it.
const RUN: &str = r#"
for (const method of ["debug", "log", "info", "warn", "error"]) {
  const was = console[method];
  console[method] = (...words) => {
    const heard = window["on_console_" + method];
    if (heard) { heard(words); } else { was.apply(console, words); }
  };
}
window.__wbg_test_invoke = (test) => test();
(async () => {
  const bindgen = wasm_bindgen;
  const wasm = await bindgen({ module_or_path: "tests_bg.wasm" });
  const context = new bindgen.WasmBindgenTestContext(false);
  for (const method of ["debug", "log", "info", "warn", "error"]) {
    window["on_console_" + method] = bindgen["__wbgtest_console_" + method];
  }
  context.include_ignored(false);
  context.filtered_count(0);
  await context.run(names.map((name) => wasm[name]));
})().catch((error) => { console.error("cannot run the tests: " + (error && error.stack || error)); });
"#;

const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>tests</title></head>\n\
     <body><pre id=\"output\"></pre><script src=\"tests.js\"></script><script src=\"run.js\"></script></body></html>\n";

/// Builds the in-browser tests and returns the folder that the driver opens.
pub(crate) fn prepare() -> Res<PathBuf> {
    let wasm = compile()?;
    let folder = target("xtask/unit");
    let _ = std::fs::remove_dir_all(&folder);
    make_dir(&folder)?;
    let names = bind(&wasm, &folder)?;
    if names.is_empty() {
        return Err("tests/browser holds no test".to_owned());
    }
    let quoted: Vec<String> = names.iter().map(|name| format!("  {name:?},\n")).collect();
    write(
        &folder.join("run.js"),
        format!("const names = [\n{}];\n{RUN}", quoted.concat()),
    )?;
    write(&folder.join("index.html"), PAGE)?;
    Ok(folder)
}

fn compile() -> Res<PathBuf> {
    let words = [
        "test",
        "--locked",
        "--no-run",
        "--target",
        WASM,
        "--features",
        "more",
        "--test",
        "browser",
    ];
    let mut build = cargo(&words);
    build
        .arg("--message-format=json-render-diagnostics")
        .stderr(std::process::Stdio::inherit());
    let messages = capture(build, seconds(1800), "the in-browser tests do not compile")?;
    let found = messages.lines().find_map(|line| {
        let (_, rest) = line.split_once("\"executable\":\"")?;
        let path = PathBuf::from(rest.split('"').next()?);
        path.file_name()?
            .to_string_lossy()
            .starts_with("browser-")
            .then_some(path)
    });
    found.ok_or_else(|| format!("cargo named no test program below {}", root().display()))
}

/// Binds the test program as a classic script and returns the exported names of its tests.
fn bind(wasm: &Path, folder: &Path) -> Res<Vec<String>> {
    let fault = |error| format!("wasm-bindgen failed on the in-browser tests: {error:#}");
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(wasm).no_modules(true).map_err(fault)?;
    bindgen
        .typescript(false)
        .debug(true)
        .export_wasm(true)
        .emit_start(false)
        .out_name("tests");
    let mut output = bindgen.generate_output().map_err(fault)?;
    let names = output
        .wasm()
        .exports
        .iter()
        .map(|export| export.name.clone());
    let names = names.filter(|name| name.starts_with("__wbgt_")).collect();
    output.emit(folder).map_err(fault)?;
    Ok(names)
}
