//! What several tests share.

pub mod document;
pub mod edit;
pub mod filled;
pub mod measured;
pub mod schema;

use std::path::PathBuf;

use jiping::document::Document;
use jiping::document::json::{Loaded, open};

/// The seed table as published in `www/data`.
pub fn seed() -> Document {
    load(include_bytes!("../../../www/data/seed-2022.json"))
}

/// The project example of `www/data`.
pub fn example() -> Document {
    load(include_bytes!("../../../www/data/project-example.json"))
}

fn load(bytes: &[u8]) -> Document {
    let Loaded { document, notes } = open(bytes).expect("reads");
    assert_eq!(notes, Vec::new());
    document
}

/// A file of the folder shared beside the project, or nothing, said aloud, where there is no such folder.
pub fn shared(name: &str) -> Option<String> {
    let path = shared_path(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("skipped: {} is not here", path.display());
    }
    text
}

/// All files of a folder shared beside the project.
pub fn shared_folder(name: &str) -> Vec<String> {
    let path = shared_path(name);
    let Ok(entries) = std::fs::read_dir(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .map(|path| std::fs::read_to_string(path).expect("a text"))
        .collect()
}

fn shared_path(name: &str) -> PathBuf {
    let folder = std::env::var_os("JIPING_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    folder.join(name)
}
