//! `cargo xtask test`: every check and every test, each part under its own name, all parts run even when one fails.

use std::process::Command;
use std::time::Instant;

use crate::report::{self, Tally};
use crate::run::{Res, cargo, root, run, say, seconds, watch};
use crate::setup::{self, WASM};
use crate::{browsers, dist, look, size, unit};

/// One part: its name, what it does, and the function that does it.
type Part = (&'static str, &'static str, fn() -> Res<Tally>);

const PARTS: [Part; 8] = [
    ("style", "formatting and lints", style),
    (
        "native",
        "the core's tests, without a browser crate",
        native,
    ),
    ("app", "the page's own logic, natively", app),
    ("unit", "wasm-bindgen tests in the browser", in_browser),
    ("api", "the JavaScript interface's examples", api),
    ("dist", "the three artefacts, built twice", artefacts),
    (
        "e2e",
        "journeys in real browsers on the release build",
        journeys,
    ),
    ("size", "the first load's budget", weight),
];

/// Runs the parts named, all of them without a name.
pub(crate) fn test(names: &[&str]) -> Res {
    if let Some(unknown) = names
        .iter()
        .find(|name| !PARTS.iter().any(|part| part.0 == **name))
    {
        return Err(format!(
            "no part `{unknown}`; there are {}",
            PARTS.map(|part| part.0).join(", ")
        ));
    }
    report::forget();
    setup::for_build()?;
    let mut sum = Tally::default();
    let mut lines = Vec::new();
    for (name, what, work) in PARTS {
        if !names.is_empty() && !names.contains(&name) {
            continue;
        }
        say(&format!("{name}: {what}"));
        let start = Instant::now();
        let tally = work().unwrap_or_else(|message| {
            eprintln!("xtask: {name}: {message}");
            Tally::FAILED_STEP
        });
        sum.add(tally);
        lines.push(format!(
            "  {name:<8}{:>5} s   {}",
            start.elapsed().as_secs(),
            tally.line()
        ));
    }
    report::keep(sum)?;
    say("all parts:");
    println!("{}", lines.join("\n"));
    // In CI the closing line comes once, after what follows.
    if std::env::var_os("CI").is_none() {
        println!("{}", sum.line());
    }
    if sum.failed == 0 {
        Ok(())
    } else {
        Err("not everything passed".to_owned())
    }
}

/// The journeys alone, those whose name contains a word.
pub(crate) fn journeys_only(words: &[&str]) -> Res {
    dist::build()?;
    crate::api::build()?;
    browsers::fetch()?;
    let mut journeys = cargo(&["test", "--locked", "--package", "e2e", "--"]);
    journeys.arg("--test-threads=2").args(words);
    run(journeys, seconds(3000), "")
}

/// Runs a test runner and reads its counts; no test at all is a failure, and so is a runner that failed uncounted.
fn counted(command: Command, limit: u64) -> Res<Tally> {
    let (good, lines) = watch(command, seconds(limit))?;
    let mut tally = Tally::read(&lines);
    if (!good && tally.failed == 0) || tally.passed + tally.failed == 0 {
        tally.add(Tally::FAILED_STEP);
    }
    Ok(tally)
}

fn style() -> Res<Tally> {
    run(
        cargo(&["fmt", "--all", "--check"]),
        seconds(120),
        "`cargo fmt --all` formats it",
    )?;
    let deny = ["--", "-D", "warnings"];
    let mut core = cargo(&[
        "clippy",
        "--quiet",
        "--locked",
        "--workspace",
        "--all-targets",
    ]);
    core.args(deny);
    run(core, seconds(1200), "clippy's message is above")?;
    let mut page = cargo(&[
        "clippy",
        "--quiet",
        "--locked",
        "--target",
        WASM,
        "--features",
        "more,api",
        "--lib",
        "--bins",
        "--test",
        "browser",
    ]);
    page.args(deny);
    run(page, seconds(1200), "clippy's message on the page is above")?;
    Ok(Tally::default())
}

fn native() -> Res<Tally> {
    let packages = [
        "--package",
        "jiping",
        "--package",
        "xtask",
        "--package",
        "static-server",
    ];
    let mut test = cargo(&["test", "--locked", "--no-fail-fast"]);
    test.args(packages);
    counted(test, 1800)
}

fn app() -> Res<Tally> {
    if !root().join("src/app.rs").is_file() {
        return Ok(Tally::default());
    }
    // The core's tests ran without these features already: only the modules that need them.
    let mut test = cargo(&[
        "test",
        "--locked",
        "--lib",
        "--no-fail-fast",
        "--features",
        "app,api",
    ]);
    test.args(["--", "app::", "api::"]);
    counted(test, 1800)
}

fn in_browser() -> Res<Tally> {
    browsers::fetch()?;
    let folder = unit::prepare()?;
    counted(look::look(&["unit", &folder.display().to_string()]), 900)
}

fn api() -> Res<Tally> {
    crate::api::build()?;
    let mut test = crate::run::command("node", &["--test", "--test-reporter=tap"]);
    test.args(
        crate::stamp::files_below(&root().join("tests/api"))
            .iter()
            .filter(|path| path.to_string_lossy().ends_with(".test.mjs")),
    );
    counted(test, 300)
}

/// Without CI once: building everything again takes minutes.
fn artefacts() -> Res<Tally> {
    if std::env::var_os("CI").is_some() {
        dist::verify()?;
    } else {
        dist::build()?;
    }
    Ok(Tally::default())
}

fn journeys() -> Res<Tally> {
    dist::build()?;
    crate::api::build()?;
    browsers::fetch()?;
    let mut test = cargo(&[
        "test",
        "--locked",
        "--package",
        "e2e",
        "--no-fail-fast",
        "--",
        "--test-threads=2",
    ]);
    test.env("RUST_BACKTRACE", "0");
    counted(test, 3000)
}

fn weight() -> Res<Tally> {
    size::size()?;
    browsers::fetch()?;
    say("the same as the browser counts it:");
    run(look::look(&["transfer"]), seconds(300), "")?;
    Ok(Tally::default())
}
