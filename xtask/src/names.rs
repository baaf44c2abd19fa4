//! Short names between a program and its glue: wasm-bindgen tells apart by digits of chance what compression cannot
//! shorten, twice over, as the two are files of their own.

use std::collections::BTreeMap;
use std::path::Path;

use walrus::Module;

use crate::run::{Res, read_text, write};

/// How the names begin that wasm-bindgen makes.
const MADE: [&str; 3] = ["__wbg_", "__wbindgen_", "wasm_bindgen_"];

/// Renames what a program asks of its glue and gives it, in both files.
pub(crate) fn shorten(program: &Path, glue: &Path) -> Res {
    let failed = |error| format!("{} cannot be read again: {error:#}", program.display());
    let mut module = Module::from_file(program).map_err(failed)?;
    let mut short = BTreeMap::new();
    let from = glue_name(&module)?;
    for import in module.imports.iter_mut() {
        import.module = brief(&mut short, &import.module, true);
        import.name = brief(&mut short, &import.name, false);
    }
    for export in module.exports.iter_mut() {
        export.name = brief(&mut short, &export.name, false);
    }
    let text = read_text(glue)?;
    if let Some(taken) = words(&text).find(|word| short.values().any(|name| name == word)) {
        return Err(format!(
            "the glue says {taken} already; see xtask/src/names.rs"
        ));
    }
    // The one name that is no word.
    let text = text.replace(&format!("\"{from}\""), &short[&from]);
    write(glue, renamed(&text, &short))?;
    module.emit_wasm_file(program).map_err(failed)
}

/// What the program calls its glue.
fn glue_name(module: &Module) -> Res<String> {
    let first = module.imports.iter().next();
    let first = first.ok_or("the program asks nothing of its glue")?;
    Ok(first.module.clone())
}

/// The short name that stands for this one; a name that nobody made stays.
fn brief(short: &mut BTreeMap<String, String>, name: &str, always: bool) -> String {
    if !always && !MADE.iter().any(|start| name.starts_with(start)) {
        return name.to_owned();
    }
    let count = short.len();
    let entry = short.entry(name.to_owned());
    entry.or_insert_with(|| format!("_{count}")).clone()
}

const fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$')
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_letter(letter))
        .filter(|word| !word.is_empty())
}

/// A script with every word renamed that has another name.
fn renamed(text: &str, names: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|letter| !is_letter(letter));
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        out.push_str(names.get(word).map_or(word, String::as_str));
        let next = after.find(is_letter).unwrap_or(after.len());
        let (between, after) = after.split_at(next);
        out.push_str(between);
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{brief, renamed};
    use std::collections::BTreeMap;

    #[test]
    fn only_whole_words_are_renamed() {
        let mut short = BTreeMap::new();
        assert_eq!(brief(&mut short, "__wbg_log_12ab", false), "_0");
        assert_eq!(brief(&mut short, "memory", false), "memory");
        assert_eq!(brief(&mut short, "__wbg_log_12", false), "_1");
        assert_eq!(brief(&mut short, "__wbg_log_12ab", false), "_0");
        let glue = "a={__wbg_log_12ab:f, __wbg_log_12:g, x__wbg_log_12: wasm.__wbg_log_12(1)}";
        let made = "a={_0:f, _1:g, x__wbg_log_12: wasm._1(1)}";
        assert_eq!(renamed(glue, &short), made);
    }
}
