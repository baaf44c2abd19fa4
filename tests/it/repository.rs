//! The files of this repository, for tests that look at them.

use std::fs;
use std::path::Path;

/// Folders that tools fill.
const FILLED: [&str; 6] = [
    "target",
    "node_modules",
    "dist",
    "artifacts",
    "coverage",
    "corpus",
];

/// Path (from the repository's root, with `/`) and text of every file below a folder that has one of these
/// extensions, in order.
pub fn files(folder: &str, extensions: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
        extensions,
        &mut found,
    );
    found.sort();
    found
}

fn collect(folder: &Path, extensions: &[&str], found: &mut Vec<(String, String)>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if !FILLED.contains(&name) && name != ".git" {
                collect(&path, extensions, found);
            }
        } else if extensions
            .iter()
            .any(|extension| name.ends_with(&format!(".{extension}")))
        {
            let own = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
            let own = own.to_str().unwrap().replace('\\', "/");
            found.push((own, fs::read_to_string(&path).unwrap()));
        }
    }
}
