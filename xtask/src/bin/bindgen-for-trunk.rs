//! Stands in for the `wasm-bindgen` command where Trunk cannot download one: the same library of the same version,
//! with just the options that Trunk passes. Put first on PATH by `cargo xtask trunk`.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

/// The library's version, which Cargo.toml pins.
const VERSION: &str = "0.2.130";

fn main() -> ExitCode {
    match work(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("wasm-bindgen (from xtask): {message}");
            ExitCode::FAILURE
        }
    }
}

fn work(words: impl Iterator<Item = String>) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    let (mut to, mut kind) = (None, "bundler".to_owned());
    for word in words {
        let (name, value) = word.split_once('=').unwrap_or((&word, ""));
        match name {
            "--version" | "-V" => {
                println!("wasm-bindgen {VERSION}");
                return Ok(());
            }
            "--target" => kind = value.to_owned(),
            "--out-dir" => to = Some(value.to_owned()),
            "--out-name" => drop(bindgen.out_name(value)),
            "--no-typescript" => drop(bindgen.typescript(false)),
            "--debug" => drop(bindgen.debug(true)),
            "--keep-debug" => drop(bindgen.keep_debug(true)),
            _ if name.starts_with('-') => {
                return Err(format!("the option {word} is not known here"));
            }
            _ => drop(bindgen.input_path(&word)),
        }
    }
    let chosen = match kind.as_str() {
        "web" => bindgen.web(true),
        "no-modules" => bindgen.no_modules(true),
        _ => return Err(format!("the target {kind} is not known here")),
    };
    chosen.map_err(|error| format!("{error:#}"))?;
    let to = to.ok_or("--out-dir is missing")?;
    bindgen.generate(to).map_err(|error| format!("{error:#}"))
}
