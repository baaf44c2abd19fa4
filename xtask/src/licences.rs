//! The licences of everything that ships inside the program, as one text.
//!
//! What ships is what the whole program depends on for WebAssembly. A crate that offers several licences is taken under
//! the first of our list that it offers; one that offers none of them fails the build.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::run::{Res, capture, cargo, read_text, seconds};
use crate::setup::WASM;

/// What we take, best first, and how the file of its text is called.
const TAKEN: [(&str, &[&str]); 4] = [
    (
        "MIT",
        &[
            "LICENSE-MIT",
            "LICENSE-MIT.md",
            "LICENSE",
            "LICENSE.md",
            "LICENSE.txt",
        ],
    ),
    ("BSL-1.0", &["LICENSE-BOOST"]),
    ("Apache-2.0", &["LICENSE-APACHE"]),
    ("Unicode-3.0", &["LICENSE-UNICODE"]),
];

const MIT: &str = include_str!("../../LICENSE-MIT");

const HEAD: &str = "\
Open-source programs inside this page, and their licences
页面所含的开源程序及其许可

Rust's standard library (https://www.rust-lang.org), MIT or Apache-2.0, is inside too.
";

/// One crate that ships.
struct Shipped {
    name: String,
    licence: String,
    text: String,
}

/// The text, with every crate named and every licence printed once.
pub(crate) fn collect(features: &str) -> Res<String> {
    let words = [
        "metadata",
        "--format-version=1",
        "--locked",
        "--features",
        features,
    ];
    let mut metadata = cargo(&words);
    metadata.args(["--filter-platform", WASM]);
    let text = capture(metadata, seconds(120), "cargo metadata failed")?;
    let tree: Value =
        serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let mut all = Vec::new();
    for id in shipped(&tree) {
        let package = list(&tree["packages"]).iter().find(|one| one["id"] == *id);
        all.push(one(
            package.ok_or("cargo metadata names an unknown package")?
        )?);
    }
    Ok(print(all))
}

/// The ids of what the page depends on when it runs; a procedural macro runs while it is built.
fn shipped(tree: &Value) -> BTreeSet<&str> {
    let packages = list(&tree["packages"]);
    let ours = packages.iter().find(|one| one["name"] == "jiping");
    let builds = |id: &str| {
        let package = packages.iter().find(|one| one["id"] == id);
        let targets = package.map(|one| list(&one["targets"])).unwrap_or_default();
        targets
            .iter()
            .any(|one| list(&one["kind"]).contains(&"proc-macro".into()))
    };
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = ours
        .and_then(|one| one["id"].as_str())
        .into_iter()
        .collect();
    let start = open.clone();
    while let Some(id) = open.pop() {
        let node = list(&tree["resolve"]["nodes"])
            .iter()
            .find(|one| one["id"] == id);
        for dep in node.map(|node| list(&node["deps"])).unwrap_or_default() {
            let runs = list(&dep["dep_kinds"])
                .iter()
                .any(|kind| kind["kind"].is_null());
            if let Some(id) = dep["pkg"].as_str()
                && runs
                && !builds(id)
                && found.insert(id)
            {
                open.push(id);
            }
        }
    }
    found.retain(|id| !start.contains(id));
    found
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn one(package: &Value) -> Res<Shipped> {
    let field = |name: &str| package[name].as_str().unwrap_or_default();
    let name = format!("{} {}", field("name"), field("version"));
    let taken = taken(field("license")).ok_or_else(|| {
        format!(
            "{name} comes under `{}`, which we do not take",
            field("license")
        )
    })?;
    let folder = Path::new(field("manifest_path"))
        .parent()
        .unwrap_or(Path::new(""));
    let mut texts = Vec::new();
    for (_, files) in &taken {
        let file = files.iter().map(|file| folder.join(file));
        texts.push(match file.into_iter().find(|path| path.is_file()) {
            Some(file) => plain(&read_text(&file)?),
            None => plain(&usual_words(package)),
        });
    }
    let licences: Vec<&str> = taken.iter().map(|taken| taken.0).collect();
    Ok(Shipped {
        name,
        licence: licences.join(" AND "),
        text: texts.join("\n\n"),
    })
}

/// Without a file of its own: the licence's usual words under its authors' names.
fn usual_words(package: &Value) -> String {
    let authors: Vec<&str> = list(&package["authors"])
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let words = MIT
        .split_once("\n\nPermission")
        .map_or(MIT, |(_, words)| words);
    format!("Copyright (c) {}\n\nPermission{words}", authors.join(", "))
}

type Taken = (&'static str, &'static [&'static str]);

/// The licences under which we take something, out of an expression such as `(MIT OR Apache-2.0) AND Unicode-3.0`.
fn taken(expression: &str) -> Option<Vec<Taken>> {
    let every = expression.split(" AND ").map(|part| {
        let part = part.trim_matches(['(', ')', ' ']);
        let offered: Vec<&str> = part
            .split(" OR ")
            .flat_map(|one| one.split('/'))
            .map(str::trim)
            .collect();
        TAKEN
            .into_iter()
            .find(|(licence, _)| offered.contains(licence))
    });
    every.collect()
}

/// Lines without blanks at their ends.
fn plain(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    lines.join("\n")
}

fn print(mut all: Vec<Shipped>) -> String {
    all.sort_by(|a, b| a.name.cmp(&b.name));
    let mut text = HEAD.to_owned();
    let mut texts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in &all {
        text.push_str(&format!("\n{}  {}", one.name, one.licence));
        texts.entry(&one.text).or_default().push(&one.name);
    }
    let mut groups: Vec<(Vec<&str>, &str)> = texts
        .into_iter()
        .map(|(text, names)| (names, text))
        .collect();
    groups.sort();
    for (names, licence) in groups {
        text.push_str(&format!(
            "\n\n{}\n{}\n\n{licence}",
            "=".repeat(72),
            names.join(", ")
        ));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::taken;

    #[track_caller]
    fn check(expression: &str, licence: Option<&str>) {
        let names = taken(expression).map(|all| {
            let names: Vec<&str> = all.iter().map(|taken| taken.0).collect();
            names.join(" AND ")
        });
        assert_eq!(names.as_deref(), licence);
    }

    #[test]
    fn one_licence_of_our_list_is_taken() {
        check("MIT OR Apache-2.0", Some("MIT"));
        check("Apache-2.0/MIT", Some("MIT"));
        check("Unlicense OR MIT", Some("MIT"));
        check("Apache-2.0 OR BSL-1.0", Some("BSL-1.0"));
        check(
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            Some("MIT AND Unicode-3.0"),
        );
        check("GPL-3.0-only", None);
        check("MIT AND GPL-3.0-only", None);
        check("", None);
    }
}
