//! Trunk, for developing: installed once for this user, and given the pinned wasm-bindgen so that it downloads nothing.

use std::path::PathBuf;

use crate::run::{Res, answers, cache, cargo, command, make_dir, run, say, seconds, target};
use crate::setup;

const VERSION: &str = "0.21.14";

/// Runs Trunk with the words given, `build` without any.
pub(crate) fn trunk(words: &[&str]) -> Res {
    setup::for_build()?;
    let program = install()?;
    let tools = bindgen()?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools).chain(std::env::split_paths(&path));
    let path =
        std::env::join_paths(folders).map_err(|error| format!("PATH cannot be set: {error}"))?;
    let words = if words.is_empty() { &["build"] } else { words };
    say(&format!("trunk {}", words.join(" ")));
    let mut trunk = command(program, words);
    trunk
        .args(["--offline", "--skip-version-check"])
        .env("PATH", path)
        .env_remove("NO_COLOR");
    let limit = if words.first() == Some(&"serve") {
        seconds(30 * 24 * 3600)
    } else {
        seconds(1800)
    };
    run(trunk, limit, "Trunk's message is above")
}

/// Installs Trunk in the user's cache, quickly compiled rather than quick.
fn install() -> Res<PathBuf> {
    let home = cache(&format!("trunk-{VERSION}"));
    let program = home
        .join("bin")
        .join(if cfg!(windows) { "trunk.exe" } else { "trunk" });
    if program.is_file() && answers(&program.display().to_string(), &["--version"]) {
        return Ok(program);
    }
    say("installing Trunk (minutes, once for this user)");
    let mut install = cargo(&[
        "install",
        "trunk",
        "--version",
        VERSION,
        "--locked",
        "--debug",
        "--quiet",
    ]);
    install
        .args(["--no-default-features", "--features", "rustls", "--root"])
        .arg(&home);
    install
        .env("CARGO_TARGET_DIR", target("trunk-build"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    run(
        install,
        seconds(2400),
        "Trunk could not be installed; check the network and run it again",
    )?;
    let _ = std::fs::remove_dir_all(target("trunk-build"));
    Ok(program)
}

/// A folder with a program called `wasm-bindgen`: this package's stand-in, the same library of the same version.
fn bindgen() -> Res<PathBuf> {
    run(
        cargo(&[
            "build",
            "--quiet",
            "--locked",
            "--package",
            "xtask",
            "--bin",
            "bindgen-for-trunk",
        ]),
        seconds(900),
        "",
    )?;
    let folder = target("xtask/trunk");
    make_dir(&folder)?;
    let ending = std::env::consts::EXE_SUFFIX;
    let from = target(&format!("debug/bindgen-for-trunk{ending}"));
    let to = folder.join(format!("wasm-bindgen{ending}"));
    std::fs::copy(&from, &to)
        .map_err(|error| format!("cannot copy {}: {error}", from.display()))?;
    Ok(folder)
}
