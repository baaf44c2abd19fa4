//! The browsers that the tests run on: the machine's own Chromium and Firefox, and old builds of Chromium from npm
//! packages, listed in `target/browsers.txt` as `name program`, where the test driver finds them.

use std::path::{Path, PathBuf};

use crate::run::{Res, cache, command, make_dir, read, root, run, say, seconds, write};
use crate::setup;
use crate::stamp;

/// Old builds: their version, and the packed program below `tools/browsers/node_modules`.
const OLD: [(&str, &str); 3] = [
    ("69", "chromium-69/bin/chromium-69.0.3494.0.br"),
    ("92", "chromium-92/bin/chromium.br"),
    ("109", "chromium-109/bin/chromium.br"),
];

/// Fetches what is missing, writes the list and returns its path.
pub(crate) fn fetch() -> Res<PathBuf> {
    let [current, firefox] = setup::for_tests()?;
    let mut list = String::new();
    if cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        let folder = old_builds()?;
        for (version, _) in OLD {
            list.push_str(&format!("{version} {}\n", folder.join(version).display()));
        }
    } else {
        say(
            "the old Chromium builds run on Linux on x86-64 only; their journeys say that they are skipped",
        );
        list.extend(OLD.iter().map(|(version, _)| format!("{version} -\n")));
    }
    list.push_str(&format!("current {}\n", current.display()));
    list.push_str(&format!("firefox {}\n", firefox.display()));
    let path = root().join("target/browsers.txt");
    make_dir(&root().join("target"))?;
    write(&path, list)?;
    Ok(path)
}

/// Installs the packages that tools/browsers pins into the user's cache, and unpacks them there.
fn old_builds() -> Res<PathBuf> {
    let pins = root().join("tools/browsers");
    let lock = stamp::hash(&read(&pins.join("package-lock.json"))?, 12);
    let folder = cache(&format!("browsers-{lock}"));
    let missing: Vec<_> = OLD
        .iter()
        .filter(|(version, _)| !folder.join(version).is_file())
        .collect();
    if missing.is_empty() {
        return Ok(folder);
    }
    say("fetching Chromium 69, 92 and 109 from npm packages (140 MB, once for this user)");
    make_dir(&folder)?;
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        write(&folder.join(file), read(&pins.join(file))?)?;
    }
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
    install.current_dir(&folder);
    run(
        install,
        seconds(900),
        "npm could not install tools/browsers; check the network and run it again",
    )?;
    for (version, packed) in missing {
        unpack(
            &folder.join("node_modules").join(packed),
            &folder.join(version),
        )?;
    }
    let _ = std::fs::remove_dir_all(folder.join("node_modules"));
    Ok(folder)
}

fn unpack(from: &Path, to: &Path) -> Res {
    let mut unpack = command("node", &["tools/unbrotli.mjs"]);
    unpack.arg(from).arg(to);
    run(
        unpack,
        seconds(300),
        "the packed browser is damaged; delete its folder in the cache and run it again",
    )
}
