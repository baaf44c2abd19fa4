//! Who may import whom: the layers of the crate, and what each part may name outside it.
//!
//! One table decides; the checker itself is tested on small made-up sources.

mod source;

use std::process::Command;

use source::{Token, paths, tokens};

use crate::repository::files;

/// The core, lowest first: a module may name any module to its left.
const CORE: [&str; 14] = [
    "decimal", "span", "node", "value", "table", "survey", "actual", "policy", "document",
    "weight", "edit", "finding", "scoring", "audit",
];

/// The core's modules below this one.
fn below(end: &str) -> impl Iterator<Item = &'static str> {
    CORE.into_iter().take_while(move |&name| name != end)
}

/// What a module at the crate's root may name besides itself; nothing for a module that is not in the table.
fn allowed(module: &str) -> Option<Vec<&'static str>> {
    let core = |others: &[&'static str]| CORE.iter().chain(others).copied().collect();
    Some(match module {
        "history" => Vec::new(),
        "grid" => vec!["decimal", "span"],
        "import" => below("scoring").chain(["grid"]).collect(),
        // Opens a document as a file does; told apart under two policies by comparing two evaluations.
        "share" => core(&["compare"]),
        "compare" => core(&[]),
        "rollup" => core(&["grid", "share"]),
        "export" => core(&["grid", "i18n"]),
        "i18n" => core(&["compare", "grid", "import", "rollup", "share"]),
        "report" => core(&["compare", "grid", "i18n", "rollup", "share"]),
        "api" => core(&["compare", "i18n", "report", "rollup", "share"]),
        "app" => core(&[
            "api", "compare", "export", "grid", "history", "i18n", "import", "rollup", "share",
        ]),
        _ if CORE.contains(&module) => below(module).collect(),
        _ => return None,
    })
}

/// What the crate's root has for every layer: which of the two programs this is, and how an iterator becomes a list.
const ROOT: [&str; 2] = ["WHOLE", "gather"];

/// Parts of the app that may not name another part of it: (who, whom). `platform` names no core module either.
const APP_BANS: [(&str, &str); 4] = [
    ("part", "store"),
    ("view", "platform"),
    ("platform", "store"),
    ("platform", "view"),
];

/// Names from outside the crate, and the only places that may say them (paths below `src`, without `.rs`).
/// `node/parse` says `f64` to refuse it, `api/given` both to hand them on to be refused.
const OUTSIDE: [(&str, &[&str]); 18] = [
    ("rust_decimal", &["decimal"]),
    ("ethnum", &["decimal/ratio/wide"]),
    ("web_sys", &["app/platform"]),
    ("js_sys", &["app/platform", "api"]),
    ("wasm_bindgen", &["app/platform", "api"]),
    ("serde_wasm_bindgen", &["api"]),
    ("gloo", &["app", "main"]),
    ("yew", &["app", "main"]),
    ("serde_json", &["node"]),
    ("f32", &["api/given"]),
    ("f64", &["app/platform", "api", "node/parse"]),
    ("HashMap", &[]),
    ("HashSet", &[]),
    ("SystemTime", &[]),
    ("Instant", &[]),
    ("fs", &[]),
    ("net", &[]),
    ("env", &[]),
];

/// Whether `place` is `root` or lies inside it.
fn inside(place: &str, root: &str) -> bool {
    place
        .strip_prefix(root)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Everything that the source at `place` (`value/unit` for `src/value/unit.rs`) may not say.
fn faults(place: &str, source: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let root = matches!(place, "lib" | "main") || place.starts_with("bin/");
    let module: Vec<&str> = if root {
        Vec::new()
    } else {
        place.split('/').collect()
    };
    if let (Some(&own), false) = (module.first(), root) {
        match allowed(own) {
            None => faults.push(format!(
                "{place}: the module {own} is not in the table of layers"
            )),
            Some(allowed) => {
                for path in paths(source, &module) {
                    let named = path.first().map_or("", String::as_str);
                    if named != own && !ROOT.contains(&named) && !allowed.contains(&named) {
                        faults.push(format!("{place}: {own} may not name {}", path.join("::")));
                    }
                    if path.last().is_some_and(|last| last == "*") {
                        faults.push(format!("{place}: names are not imported by `*`"));
                    }
                    faults.extend(app_fault(place, &module, &path));
                }
            }
        }
    }
    for token in tokens(source) {
        let Token::Word(word) = token else { continue };
        let rule = OUTSIDE.iter().find(|(name, _)| *name == word);
        if let Some((name, places)) = rule
            && !places.iter().any(|root| inside(place, root))
        {
            faults.push(format!("{place}: {name} belongs in {places:?}"));
        }
    }
    faults
}

/// The rules between the parts of the app.
fn app_fault(place: &str, module: &[&str], path: &[String]) -> Option<String> {
    let ["app", part, ..] = *module else {
        return None;
    };
    let target = path.first().map_or("", String::as_str);
    let inner = path.get(1).map_or("", String::as_str);
    let banned = |&(who, whom): &(&str, &str)| who == part && target == "app" && inner == whom;
    let banned = APP_BANS.iter().any(banned) || part == "platform" && target != "app";
    banned.then(|| format!("{place}: app/{part} may not name {}", path.join("::")))
}

#[test]
fn every_module_names_only_what_its_layer_may() {
    let files = files("src", &["rs"]);
    assert!(files.len() > 50, "only {} files found", files.len());
    let found = files.iter().flat_map(|(path, text)| {
        let place = path.trim_start_matches("src/").trim_end_matches(".rs");
        faults(place, text)
    });
    let found: Vec<String> = found.collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_core_builds_without_a_browser_crate() {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--package",
            "jiping",
            "--edges",
            "no-dev",
        ])
        .args(["--prefix", "none", "--format", "{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let tree = String::from_utf8(output.stdout).unwrap();
    let names: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert!(
        names.contains(&"jiping") && names.contains(&"rust_decimal"),
        "{tree}"
    );
    for banned in [
        "yew",
        "gloo",
        "web-sys",
        "js-sys",
        "wasm-bindgen",
        "serde-wasm-bindgen",
    ] {
        let found = names.iter().find(|name| name.starts_with(banned));
        assert_eq!(found, None, "a browser crate in the core's tree");
    }
}

/// This source at this place is in order.
#[track_caller]
fn fine(place: &str, source: &str) {
    assert_eq!(faults(place, source), Vec::<String>::new());
}

/// This source at this place has exactly one fault.
#[track_caller]
fn wrong(place: &str, source: &str) {
    assert_eq!(
        faults(place, source).len(),
        1,
        "{:?}",
        faults(place, source)
    );
}

#[test]
fn the_checker_sees_a_layer_named_from_below() {
    wrong("value", "use crate::table::Id;");
    wrong("value/parse", "fn f() -> crate::scoring::Status { todo() }");
    wrong("value/parse", "use super::super::table::Id;");
    wrong("value", "mod tests { use super::super::table::Id; }");
    wrong(
        "survey",
        "use crate::{decimal::Number, actual::{Band as B}};",
    );
    wrong("policy", "use crate::document::Document as D;");
    wrong("scoring/row", "use crate::i18n::Language;");
    wrong("i18n/term", "use crate::app::store;");
    wrong("history", "use crate::decimal::Number;");
    wrong("novelty", "");
    wrong("value", "use super::span::*;");
    wrong("span", "use self::super::value::Value;");
}

#[test]
fn the_checker_lets_pass_what_is_in_order() {
    fine(
        "value",
        "use crate::decimal::{Number, Ratio};\nuse crate::span::Span;",
    );
    fine(
        "value/unit/family",
        "use super::super::Comparator; use crate::decimal::Number;",
    );
    fine(
        "value",
        "mod tests { use super::Value; use super::parse::read; }",
    );
    fine(
        "table",
        "//! See [`crate::scoring`].\n/* crate::app */ const T: &str = \"crate::app\";",
    );
    fine(
        "table",
        "const T: &str = r#\"crate::app \"# ; const C: char = '\"'; const D: char = '\\'';",
    );
    fine(
        "table",
        "fn f<'a>(text: &'a str) -> &'a str { text } const C: char = '\\u{4e00}';",
    );
    fine("lib", "pub mod app;");
    fine(
        "app/view/table",
        "use crate::app::part::button; use crate::scoring::Status;",
    );
}

#[test]
fn the_checker_sees_what_the_app_may_not() {
    wrong("app/platform/file", "use crate::document::Document;");
    wrong("app/platform/file", "use crate::app::store::Action;");
    wrong("app/part/cell", "use crate::app::store::Action;");
    wrong("app/view/table", "use super::super::platform::file;");
    wrong("app/view/table", "use web_sys::Element;");
    fine(
        "app/platform/file",
        "use web_sys::Element; use super::error::PlatformError;",
    );
}

#[test]
fn the_checker_sees_names_from_outside() {
    wrong("value/parse", "use rust_decimal::Decimal;");
    wrong("decimal", "use ethnum::I256;");
    wrong("scoring", "fn f(x: f64) {}");
    wrong("audit", "use std::collections::HashMap;");
    wrong("history", "fn f() { std::time::Instant::now(); }");
    fine("decimal/ratio/wide", "use ethnum::I256;");
    fine("scoring", "// f64, HashMap\n");
}
