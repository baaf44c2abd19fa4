//! What needs a browser beside the tests: pictures, timings, and the first load as the browser counts it.

use std::path::PathBuf;

use crate::run::{Res, cargo, run, say, seconds, target};
use crate::{browsers, site};

/// Runs the driver's program `look`.
pub(crate) fn look(words: &[&str]) -> std::process::Command {
    let mut look = cargo(&[
        "run",
        "--quiet",
        "--locked",
        "--package",
        "e2e",
        "--bin",
        "look",
        "--",
    ]);
    look.args(words);
    look
}

/// `cargo xtask shots [folder [state]]`: pictures of the page's states, into `target/shots` unless told otherwise.
pub(crate) fn shots(words: &[&str]) -> Res {
    site::build()?;
    browsers::fetch()?;
    let folder = words.first().map_or_else(|| target("shots"), PathBuf::from);
    say(&format!("taking pictures into {}", folder.display()));
    let mut shots = look(&["shots"]);
    shots.arg(&folder).args(words.get(1..).unwrap_or_default());
    run(shots, seconds(600), "")
}
