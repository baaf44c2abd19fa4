//! `cargo xtask dist`: the three artefacts of one build: `jiping.html`, `site/`, `jiping-offline.zip`.
//!
//! No time, no path and no order of this machine gets into them, so that two runs give the same bytes; `--verify`
//! builds everything again in another place and compares.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::run::{Res, read, read_text, root, say, write};
use crate::{licences, page, setup, site, stamp};

/// The names of the artefacts below `dist`.
const SINGLE: &str = "jiping.html";
const PACKED: &str = "jiping-offline.zip";
const SUMS: &str = "SHA256SUMS";
/// The folder inside the archive.
const TOP: &str = "jiping-offline";

/// Makes the artefacts; with `--verify` makes them twice.
pub(crate) fn dist(words: &[&str]) -> Res {
    match words {
        [] => build(),
        ["--verify"] => verify(),
        _ => Err("`cargo xtask dist` takes nothing or `--verify`".to_owned()),
    }
}

/// Makes the artefacts from one build and lists them.
pub(crate) fn build() -> Res {
    site::build()?;
    let folder = root().join("dist");
    let files = artefacts(&site::folder(), &site::single_file())?;
    for name in [SINGLE, PACKED, SUMS] {
        let bytes = files.get(name).ok_or("an artefact is missing")?;
        write(&folder.join(name), bytes)?;
    }
    say("the artefacts are in dist:");
    for (name, bytes) in &files {
        if !name.ends_with(".br") && !name.ends_with(".gz") {
            println!(
                "  {:<32}{:>9}  {}",
                name,
                bytes.len(),
                stamp::hash(bytes, 64)
            );
        }
    }
    Ok(())
}

/// Builds again, with nothing of ours taken over from the first build, and compares every byte.
pub(crate) fn verify() -> Res {
    build()?;
    let first = artefacts(&site::folder(), &site::single_file())?;
    say("building everything of ours again, elsewhere");
    setup::for_build()?;
    let (site, single) = site::build_again()?;
    let second = artefacts(&site, &single)?;
    let mut differing: Vec<&str> = Vec::new();
    for name in first.keys().chain(second.keys()) {
        if first.get(name) != second.get(name) && !differing.contains(&name.as_str()) {
            differing.push(name);
        }
    }
    if differing.is_empty() {
        say(&format!(
            "two builds, the same bytes in all {} files",
            first.len()
        ));
        Ok(())
    } else {
        Err(format!("two builds differ in {}", differing.join(", ")))
    }
}

/// Every file that is handed out, by its name below `dist`, in order.
fn artefacts(site: &Path, single: &Path) -> Res<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for path in stamp::files_below(site) {
        let name = path
            .strip_prefix(site)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        files.insert(format!("site/{name}"), read(&path)?);
    }
    files.insert(SINGLE.to_owned(), read(single)?);
    let packed = packed(&files)?;
    files.insert(PACKED.to_owned(), packed);
    files.insert(SUMS.to_owned(), sums(&files).into_bytes());
    Ok(files)
}

/// The archive: both forms of the page and what a person needs to read.
fn packed(files: &BTreeMap<String, Vec<u8>>) -> Res<Vec<u8>> {
    let mut inside = files.clone();
    let version = page::version_of(files.get(SINGLE).ok_or("no single file")?)?;
    for (name, text) in [
        ("README.zh.txt", include_str!("../offline/README.zh.txt")),
        ("README.en.txt", include_str!("../offline/README.en.txt")),
    ] {
        let text = text.replace("{version}", &version);
        inside.insert(name.to_owned(), for_windows(&text));
    }
    for (name, file) in [
        ("SECURITY.txt", "SECURITY.md"),
        ("LICENSE-MIT.txt", "LICENSE-MIT"),
        ("LICENSE-APACHE.txt", "LICENSE-APACHE"),
    ] {
        inside.insert(
            name.to_owned(),
            for_windows(&read_text(&root().join(file))?),
        );
    }
    inside.insert(
        "THIRD-PARTY.txt".to_owned(),
        for_windows(&licences::collect(site::FEATURES)?),
    );
    inside.insert(SUMS.to_owned(), sums(&inside).into_bytes());
    archive(&inside).map_err(|error| format!("the archive could not be written: {error}"))
}

/// As old Windows editors want it: a byte order mark and CRLF.
fn for_windows(text: &str) -> Vec<u8> {
    ["\u{feff}", &text.replace('\n', "\r\n")]
        .concat()
        .into_bytes()
}

/// One line a file, as `sha256sum -c` reads it.
fn sums(files: &BTreeMap<String, Vec<u8>>) -> String {
    let line = |(name, bytes): (&String, &Vec<u8>)| format!("{}  {name}\n", stamp::hash(bytes, 64));
    files.iter().map(line).collect()
}

/// A zip with files in the order of their names and the time at which zip begins.
fn archive(files: &BTreeMap<String, Vec<u8>>) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let twin = name.ends_with(".br") || name.ends_with(".gz");
        let method = if twin {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        archive.start_file(format!("{TOP}/{name}"), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::{archive, for_windows, sums};
    use std::collections::BTreeMap;
    use std::io::Read;

    fn files() -> BTreeMap<String, Vec<u8>> {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        BTreeMap::from([
            file("b.txt", "乙"),
            file("a/a.txt", "甲"),
            file("a/a.txt.br", "packed"),
        ])
    }

    #[test]
    fn an_archive_is_the_same_twice_and_holds_every_file() {
        let bytes = archive(&files()).unwrap();
        assert_eq!(bytes, archive(&files()).unwrap());
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let names: Vec<String> = archive
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        assert_eq!(
            names,
            [
                "jiping-offline/a/a.txt",
                "jiping-offline/a/a.txt.br",
                "jiping-offline/b.txt"
            ]
        );
        let mut text = String::new();
        archive
            .by_name("jiping-offline/b.txt")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "乙");
    }

    #[test]
    fn sums_are_in_the_order_of_names() {
        let sums = sums(&files());
        let names: Vec<&str> = sums
            .lines()
            .filter_map(|line| line.split("  ").nth(1))
            .collect();
        assert_eq!(names, ["a/a.txt", "a/a.txt.br", "b.txt"]);
        assert!(
            sums.lines().all(|line| line.find("  ") == Some(64)),
            "{sums}"
        );
    }

    #[test]
    fn texts_open_in_old_editors() {
        assert_eq!(for_windows("a\nb\n"), b"\xEF\xBB\xBFa\r\nb\r\n");
    }
}
