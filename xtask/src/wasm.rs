//! One binary of the crate made into WebAssembly that runs on every Chromium from 69 on.
//!
//! rustc (MVP instructions, the standard library too) → copies by eight bytes, without what the page never asks of yew →
//! wasm-bindgen → wasm-opt, which lowers what later than MVP there still is → a second wasm-opt as gate: it fails if anything
//! later than the first WebAssembly is left.

use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::bulk;
use crate::ends;
use crate::run::{Res, cargo, root, run, seconds, target};
use crate::setup::{WASM, tool};

/// Features that the pass list below lowers; nothing else may come in.
const LOWERED: [&str; 6] = [
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
];
/// The feature of the program that a first visit loads, which does without more than the others.
pub(crate) const SMALL: &str = "app";

const LOWERING: [&str; 3] = [
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
];

/// What lets the pinned toolchain do what it still calls unstable: `STD` and `ENDS_AT_ONCE`.
const UNSTABLE: &str = "RUSTC_BOOTSTRAP";
const STD: &str = "-Zbuild-std=std,panic_abort";
const ENDS_AT_ONCE: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// What a program is optimised for.
#[derive(Clone, Copy)]
pub(crate) enum Aim {
    /// Few bytes: the page, which is waited for.
    Size,
    /// Many evaluations: the JavaScript interface.
    Speed,
}

impl Aim {
    /// Cargo's profile, which is also the name of its folder.
    pub(crate) const fn profile(self) -> &'static str {
        match self {
            Self::Size => "release",
            Self::Speed => "speed",
        }
    }

    /// How the standard library is built; the prebuilt one, made for speed, made the first load a twentieth heavier.
    const fn std_features(self) -> &'static str {
        match self {
            Self::Size => "-Zbuild-std-features=optimize_for_size",
            Self::Speed => "-Zbuild-std-features=",
        }
    }

    /// wasm-opt's rounds. For size each one still finds what the one before made possible, above all where the blocks
    /// are laid out anew, and a function with one caller is often smaller by itself; the stack ends long before the
    /// first kilobyte, so that addresses need no care there.
    const fn rounds(self) -> &'static [&'static str] {
        match self {
            Self::Size => &[
                "--low-memory-unused",
                "--one-caller-inline-max-function-size=10",
                "-Oz",
                "--flatten",
                "--rereloop",
                "-Oz",
                "--flatten",
                "--rereloop",
                "-Oz",
                "-Oz",
            ],
            Self::Speed => &["-O3"],
        }
    }
}

/// Compiles one binary of the crate with one feature for speed and returns the `.wasm` file.
pub(crate) fn compile_fast(binary: &str, feature: &str) -> Res<PathBuf> {
    compile_as(binary, feature, Aim::Speed, flags(), target(""))
}

/// The same for size, in another of the compiler's folders.
pub(crate) fn compile_in(binary: &str, feature: &str, to: PathBuf) -> Res<PathBuf> {
    compile_as(binary, feature, Aim::Size, flags(), to)
}

/// The same with names that say more, to be looked at, not shipped.
pub(crate) fn compile_named(binary: &str, feature: &str) -> Res<PathBuf> {
    // Names that say for which of our types a generic function was made.
    let mut flags = flags();
    flags.extend(["-Csymbol-mangling-version=v0", "-Cstrip=none"].map(str::to_owned));
    compile_as(binary, feature, Aim::Size, flags, target("xtask/named"))
}

fn compile_as(
    binary: &str,
    feature: &str,
    aim: Aim,
    flags: Vec<String>,
    to: PathBuf,
) -> Res<PathBuf> {
    let mut build = builder(aim, flags);
    build.args(["--features", feature, "--bin", binary, "--target-dir"]);
    build.arg(&to);
    run(build, seconds(2400), "the compiler's message is above")?;
    Ok(to.join(format!("{WASM}/{}/{binary}.wasm", aim.profile())))
}

/// Cargo, about to build for browsers as everything is built that ships. The standard library is compiled too, under
/// the same aim; a panic ends the program at once and carries no words, which would be a fortieth of the first load.
pub(crate) fn builder(aim: Aim, mut flags: Vec<String>) -> Command {
    let profile = ["build", "--profile", aim.profile()];
    let mut build = cargo(&profile);
    build.args(["--locked", "--target", WASM, STD, aim.std_features()]);
    build.env_remove("RUSTFLAGS");
    build.env(UNSTABLE, "1");
    if matches!(aim, Aim::Size) {
        // The names say what can be left out; wasm-bindgen takes them out.
        build.env("CARGO_PROFILE_RELEASE_STRIP", "false");
    }
    flags.extend(ENDS_AT_ONCE.map(str::to_owned));
    build.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    build
}

/// MVP instructions, and no path of this machine in the file, so that two machines build the same bytes.
pub(crate) fn flags() -> Vec<String> {
    let mut flags = vec!["-Ctarget-cpu=mvp".to_owned()];
    let home = std::env::home_dir().map(|home| home.join(".cargo"));
    let sysroot = std::env::var_os("RUSTUP_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".rustup")));
    let registry = std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home);
    let sources = registry.as_ref().map(|folder| folder.join("registry/src"));
    let sources = sources.and_then(|folder| std::fs::read_dir(folder).ok());
    let mut shorter: Vec<PathBuf> = sources
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    shorter.sort();
    let mut all = vec![
        (sysroot, "rustup"),
        (registry, "cargo"),
        (Some(root()), "jiping"),
    ];
    // Later ones go first, and short ones weigh less.
    all.extend(shorter.into_iter().map(|folder| (Some(folder), "cargo")));
    for (folder, name) in all {
        if let Some(folder) = folder {
            flags.push(format!("--remap-path-prefix={}={name}", folder.display()));
        }
    }
    flags
}

/// Runs wasm-bindgen: writes the glue, a classic script, as `name.js` and the program as `name_bg.wasm`.
pub(crate) fn bind(wasm: &Path, to: &Path, name: &str) -> Res {
    std::fs::create_dir_all(to)
        .map_err(|error| format!("{} cannot be made: {error}", to.display()))?;
    let worded = to.join(name).with_extension("worded.wasm");
    bulk::lower_file(wasm, &worded, name == SMALL)?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(worded);
    let bound = bindgen.no_modules(true).and_then(|bindgen| {
        bindgen.typescript(false).out_name(name);
        bindgen
            .remove_name_section(false)
            .remove_producers_section(true)
            .generate(to)
    });
    bound.map_err(|error| format!("wasm-bindgen failed: {error:#}"))?;
    ends::shorten_bound(&to.join(format!("{name}_bg.wasm")))
}

/// Whether functions keep their names, which only somebody who weighs them reads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Gone,
    Kept,
}

/// Makes of a program with names what would ship, names kept, and returns the file.
pub(crate) fn finish_named(wasm: &Path, feature: &str, aim: Aim) -> Res<PathBuf> {
    let to = wasm.with_file_name("finished");
    bind(wasm, &to, feature)?;
    let finished = to.join("jiping.wasm");
    let bound = to.join(format!("{feature}_bg.wasm"));
    lower_as(&bound, &finished, aim, Names::Kept)?;
    Ok(finished)
}

/// Lowers a program and proves that nothing later than MVP is left.
pub(crate) fn lower(from: &Path, to: &Path, aim: Aim) -> Res {
    lower_as(from, to, aim, Names::Gone)
}

fn lower_as(from: &Path, to: &Path, aim: Aim, names: Names) -> Res {
    let mut optimise = tool("binaryen/bin/wasm-opt", &LOWERED);
    optimise
        .args(LOWERING)
        .args(aim.rounds())
        .arg(from)
        .arg("-o")
        .arg(to);
    if names == Names::Kept {
        optimise.arg("-g");
    }
    run(
        optimise,
        seconds(600),
        "wasm-opt could not lower the program",
    )?;
    let mut gate = tool("binaryen/bin/wasm-opt", &["--mvp-features", "--quiet"]);
    gate.arg(to).arg("-o").arg(to.with_extension("gate"));
    run(
        gate,
        seconds(300),
        "the program uses something that Chromium 69 does not know; see the pass list in xtask/src/wasm.rs",
    )
}
