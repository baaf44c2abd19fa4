//! `cargo xtask size modules`: where the program's bytes are, by module and by function, so that shrinking it is work
//! on what is heavy and not on what is disliked.
//!
//! The program is compiled once more with its names kept; nothing else differs from the release.

use std::collections::BTreeMap;

use crate::run::{Res, read, say};
use crate::{setup, wasm};

/// How many modules and how many functions are shown.
const SHOWN: usize = 60;

const IMPORTS: u8 = 2;
const CODE: u8 = 10;
const CUSTOM: u8 = 0;

/// Prints the sections, the heaviest modules and the heaviest functions of one binary.
pub(crate) fn modules(binary: &str, feature: &str) -> Res {
    setup::for_build()?;
    say("compiling the program with its names (release)");
    let compiled = wasm::compile_named(binary, feature)?;
    let program = read(&wasm::finish_named(&compiled, feature, wasm::Aim::Size)?)?;
    let anatomy = Anatomy::read(&program).ok_or("the program cannot be taken apart")?;
    println!(
        "  code {:>8}",
        anatomy.functions.iter().map(|one| one.1).sum::<usize>()
    );
    for (kind, size) in &anatomy.sections {
        println!("  section {kind:>2} {size:>8}");
    }
    let mut modules = BTreeMap::new();
    for (name, size) in &anatomy.functions {
        *modules.entry(module_of(name)).or_insert(0) += *size;
    }
    print_heaviest("modules", modules.into_iter().collect());
    print_heaviest("functions", anatomy.functions);
    Ok(())
}

fn print_heaviest(what: &str, mut sizes: Vec<(String, usize)>) {
    sizes.sort_by_key(|(name, size)| (usize::MAX - size, name.clone()));
    say(&format!("heaviest {what}, bytes as shipped:"));
    for (name, size) in sizes.iter().take(SHOWN) {
        println!(
            "  {size:>7}  {}",
            name.chars().take(140).collect::<String>()
        );
    }
}

/// A function's name as somebody reads it: what wasm-bindgen took apart still has a number behind each crate.
fn plain(name: &str) -> String {
    let whole = format!("{:#}", rustc_demangle::demangle(name));
    let mut kept = String::new();
    for part in whole.split('[') {
        match part.split_once(']') {
            Some((number, rest)) if is_number(number) => kept += rest,
            _ if kept.is_empty() => kept += part,
            _ => kept = kept + "[" + part,
        }
    }
    kept
}

/// The number by which the compiler tells crates of one name apart.
fn is_number(text: &str) -> bool {
    text.len() > 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The crate of a function, for our own crate the module too; an `impl` counts for the first of our names in it.
fn module_of(name: &str) -> String {
    let words: Vec<&str> = name
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != ':')
        .filter(|word| word.contains("::"))
        .collect();
    let own = words.iter().find(|word| word.starts_with("jiping::"));
    let path = own.or_else(|| words.first()).copied().unwrap_or(name);
    let depth = if own.is_some() { 3 } else { 1 };
    path.split("::").take(depth).collect::<Vec<_>>().join("::")
}

/// What the file is made of.
struct Anatomy {
    sections: Vec<(u8, usize)>,
    functions: Vec<(String, usize)>,
}

impl Anatomy {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = Cursor(bytes.get(8..)?);
        let (mut sections, mut sizes) = (Vec::new(), Vec::new());
        let (mut imported, mut names) = (0, BTreeMap::new());
        while let Some(kind) = rest.byte() {
            let length = rest.number()?;
            let mut body = Cursor(rest.take(length)?);
            sections.push((kind, length));
            match kind {
                IMPORTS => imported = imported_functions(&mut body)?,
                CODE => {
                    for _ in 0..body.number()? {
                        let size = body.number()?;
                        body.take(size)?;
                        sizes.push(size);
                    }
                }
                CUSTOM if body.text()? == "name" => names = function_names(&mut body)?,
                _ => {}
            }
        }
        let named = |(index, size): (usize, usize)| {
            let name = names.get(&(index + imported)).cloned().unwrap_or_default();
            (plain(&name), size)
        };
        Some(Self {
            sections,
            functions: sizes.into_iter().enumerate().map(named).collect(),
        })
    }
}

/// Counts the imported functions; a release imports nothing else.
fn imported_functions(body: &mut Cursor) -> Option<usize> {
    let count = body.number()?;
    for _ in 0..count {
        body.text()?;
        body.text()?;
        (body.byte()? == 0).then_some(())?;
        body.number()?;
    }
    Some(count)
}

/// The name section's functions: subsection 1.
fn function_names(body: &mut Cursor) -> Option<BTreeMap<usize, String>> {
    let mut names = BTreeMap::new();
    while let Some(kind) = body.byte() {
        let length = body.number()?;
        let mut part = Cursor(body.take(length)?);
        if kind == 1 {
            for _ in 0..part.number()? {
                let index = part.number()?;
                names.insert(index, part.text()?);
            }
        }
    }
    Some(names)
}

/// Reads from the front.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (front, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(front)
    }

    /// A LEB128 number.
    fn number(&mut self) -> Option<usize> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
            shift += 7;
        }
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        Some(String::from_utf8_lossy(self.take(length)?).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{module_of, plain};

    #[track_caller]
    fn check(name: &str, module: &str) {
        assert_eq!(module_of(name), module);
    }

    #[test]
    fn names_lose_the_numbers_of_crates() {
        assert_eq!(
            plain(
                "<core[e82c2a743b22ca4c]::slice::Iter<[u8; 4]> as jiping[132427f382b95031]::Few>::next"
            ),
            "<core::slice::Iter<[u8; 4]> as jiping::Few>::next"
        );
    }

    #[test]
    fn functions_count_for_their_module() {
        check("jiping::policy::json::part", "jiping::policy::json");
        check(
            "<jiping::node::parse::Seed as serde_core::de::DeserializeSeed>::deserialize",
            "jiping::node::parse",
        );
        check(
            "<alloc::vec::Vec<jiping::edit::Edit> as core::clone::Clone>::clone",
            "jiping::edit::Edit",
        );
        check("core::fmt::write", "core");
        check("memcpy", "memcpy");
    }
}
