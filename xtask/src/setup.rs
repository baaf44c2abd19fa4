//! What the build and the tests need on a machine, and how it gets there.

use std::path::{Path, PathBuf};

use crate::run::{Res, answers, capture, command, read, root, run, say, seconds};
use crate::stamp;

/// The target that the page is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// What building the site needs: the standard library for the target, Node and the tools from npm.
pub(crate) fn for_build() -> Res {
    wasm_target()?;
    std_source()?;
    node()?;
    npm_tools()
}

/// What the tests need beyond that: browsers and Chinese fonts. Returns the Chromium and the Firefox.
pub(crate) fn for_tests() -> Res<[PathBuf; 2]> {
    for_build()?;
    let browsers = [find(&CHROMIUM)?, find(&FIREFOX)?];
    fonts();
    Ok(browsers)
}

/// A browser that is installed on the machine.
struct Installed {
    /// The environment variable that names the program.
    variable: &'static str,
    /// Debian's package.
    package: &'static str,
    /// What else a person can install.
    advice: &'static str,
    /// The program's names.
    names: &'static [&'static str],
    /// Where it is on other systems.
    usual: &'static [&'static str],
}

const CHROMIUM: Installed = Installed {
    variable: "JIPING_CHROMIUM",
    package: "chromium",
    advice: "a Chromium is needed for the browser tests: install the package `chromium` (Debian, Ubuntu, Fedora) or Chrome",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ],
    usual: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
    ],
};

const FIREFOX: Installed = Installed {
    variable: "JIPING_FIREFOX",
    package: "firefox-esr",
    advice: "a Firefox is needed for the browser tests: install the package `firefox-esr` (Debian) or `firefox` (Fedora), \
             or Firefox ESR from its maker",
    names: &["firefox-esr", "firefox"],
    usual: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "C:/Program Files/Mozilla Firefox/firefox.exe",
    ],
};

fn wasm_target() -> Res {
    let words = ["--print", "target-libdir", "--target", WASM];
    let folder = capture(
        command("rustc", &words),
        seconds(60),
        "install Rust with rustup: https://rustup.rs",
    )?;
    let has_std = std::fs::read_dir(Path::new(folder.trim())).is_ok_and(|mut entries| {
        entries.any(|entry| {
            entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
        })
    });
    if has_std {
        return Ok(());
    }
    say("adding Rust's standard library for WebAssembly (rustup target add)");
    let advice = "Rust's standard library for wasm32-unknown-unknown is missing; \
                  when online run `rustup target add wasm32-unknown-unknown`";
    run(
        command("rustup", &["target", "add", WASM]),
        seconds(300),
        advice,
    )
}

/// The standard library's source: the page's programs compile it for size.
fn std_source() -> Res {
    let folder = capture(
        command("rustc", &["--print", "sysroot"]),
        seconds(60),
        "install Rust with rustup: https://rustup.rs",
    )?;
    let lock = Path::new(folder.trim()).join("lib/rustlib/src/rust/library/Cargo.lock");
    if lock.is_file() {
        return Ok(());
    }
    say("adding the source of Rust's standard library (rustup component add rust-src)");
    let advice = "the source of Rust's standard library is missing; \
                  when online run `rustup component add rust-src`";
    run(
        command("rustup", &["component", "add", "rust-src"]),
        seconds(300),
        advice,
    )
}

fn node() -> Res {
    let need =
        "Node 20 or later is needed: install it from https://nodejs.org or your system's packages";
    let version =
        capture(command("node", &["--version"]), seconds(20), need).map_err(|_| need.to_owned())?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|word| word.parse().ok());
    match major {
        Some(20_u32..) => Ok(()),
        _ => Err(format!("{need} (found {})", version.trim())),
    }
}

fn npm_tools() -> Res {
    let lock = stamp::hash(&read(&root().join("tools/package-lock.json"))?, 64);
    let mark = root().join("tools/node_modules/.installed");
    if stamp::is_current(&mark, &lock) {
        return Ok(());
    }
    say("installing the build tools from npm (npm ci in tools/)");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut install = command(
        npm,
        &[
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ],
    );
    install.current_dir(root().join("tools"));
    run(
        install,
        seconds(600),
        "npm could not install tools/package-lock.json; check the network and run it again",
    )?;
    stamp::record(&mark, &lock)
}

/// A Node program that npm installed, given by its file below `tools/node_modules`.
pub(crate) fn tool(file: &str, words: &[&str]) -> std::process::Command {
    let mut tool = command("node", &[]);
    tool.arg(root().join("tools/node_modules").join(file))
        .args(words);
    tool
}

/// The browser to test with: the one that its variable names, else one that is installed, else Debian's.
fn find(browser: &Installed) -> Res<PathBuf> {
    let variable = browser.variable;
    if let Some(given) = std::env::var_os(variable) {
        let given = PathBuf::from(given);
        return if given.is_file() {
            Ok(given)
        } else {
            Err(format!(
                "{variable} names {}, which is not there",
                given.display()
            ))
        };
    }
    if let Some(found) = installed(browser) {
        return Ok(found);
    }
    if is_debian_root() {
        apt_install(&[browser.package])?;
    }
    installed(browser)
        .ok_or_else(|| format!("{}, or name one by {variable}=/path/to/it", browser.advice))
}

fn installed(browser: &Installed) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let named = browser
        .names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    named
        .chain(browser.usual.iter().map(PathBuf::from))
        .find(|path| path.is_file())
}

/// Chinese fonts make screenshots legible; without them the tests still pass.
fn fonts() {
    let list =
        capture(command("fc-list", &[":lang=zh", "family"]), seconds(60), "").unwrap_or_default();
    if !list.trim().is_empty() || !cfg!(target_os = "linux") {
        return;
    }
    let installed = is_debian_root() && apt_install(&["fonts-noto-cjk", "fontconfig"]).is_ok();
    if !installed {
        say("no Chinese font is installed (package fonts-noto-cjk): screenshots will show boxes");
    }
}

fn is_debian_root() -> bool {
    let user = capture(command("id", &["-u"]), seconds(20), "").unwrap_or_default();
    Path::new("/etc/debian_version").is_file()
        && user.trim() == "0"
        && answers("apt-get", &["--version"])
}

fn apt_install(packages: &[&str]) -> Res {
    say(&format!("installing {} (apt-get)", packages.join(" ")));
    let advice = format!(
        "apt-get could not install {}; check the network and run it again",
        packages.join(" ")
    );
    let wait = [
        "-qq",
        "-o",
        "DPkg::Lock::Timeout=300",
        "-o",
        "Acquire::http::Timeout=60",
        "-o",
        "Acquire::Retries=2",
    ];
    let mut update = command("apt-get", &wait);
    update.arg("update").stdout(std::process::Stdio::null());
    run(update, seconds(400), &advice)?;
    let mut install = command("apt-get", &wait);
    install
        .args(["install", "-y", "--no-install-recommends"])
        .args(packages);
    install
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdout(std::process::Stdio::null());
    run(install, seconds(900), &advice)
}
