//! Which browsers there are: the list that `cargo xtask browsers` writes.

use std::path::PathBuf;

use crate::site::repository;

/// One browser program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engine {
    /// `current`, the Chromium version, such as `69`, or `firefox`.
    pub name: String,
    /// The program.
    pub program: PathBuf,
}

impl Engine {
    /// The Chromium that is installed on this machine.
    #[track_caller]
    #[must_use]
    pub fn current() -> Self {
        Self::named("current")
    }

    /// An old Chromium by its version: 69, 92 or 109. `None` where the packaged builds do not run, which is anywhere
    /// but on Linux on x86-64; the test then says that it is skipped.
    #[track_caller]
    #[must_use]
    pub fn old(version: u32) -> Option<Self> {
        let engine = Self::named(&version.to_string());
        if engine.program.as_os_str() == "-" {
            println!("skipped: Chromium {version} does not run on this machine");
            return None;
        }
        Some(engine)
    }

    /// The Firefox that is installed on this machine.
    #[track_caller]
    #[must_use]
    pub fn firefox() -> Self {
        Self::named("firefox")
    }

    /// Every browser on the list: the old ones, the current one, Firefox.
    #[track_caller]
    #[must_use]
    pub fn all() -> Vec<Self> {
        let path = repository().join("target/browsers.txt");
        let list = std::fs::read_to_string(&path).unwrap_or_else(|_| {
            panic!("target/browsers.txt is missing: run `cargo xtask browsers` first")
        });
        let line = |line: &str| {
            let (name, program) = line.split_once(' ')?;
            Some(Self {
                name: name.to_owned(),
                program: program.into(),
            })
        };
        list.lines().filter_map(line).collect()
    }

    #[track_caller]
    fn named(name: &str) -> Self {
        let found = Self::all().into_iter().find(|engine| engine.name == name);
        found.unwrap_or_else(|| {
            panic!("target/browsers.txt has no browser {name}: run `cargo xtask browsers`")
        })
    }

    /// Whether this is one of the packaged old builds, which want their own options.
    #[must_use]
    pub fn is_old(&self) -> bool {
        self.name != "current" && !self.is_firefox()
    }

    /// Whether this is Firefox, which speaks another protocol and knows less of what a test wants.
    #[must_use]
    pub fn is_firefox(&self) -> bool {
        self.name == "firefox"
    }

    /// What a person calls it.
    #[must_use]
    pub fn title(&self) -> String {
        match self.name.as_str() {
            "firefox" => "Firefox".to_owned(),
            name => format!("Chromium {name}"),
        }
    }
}
