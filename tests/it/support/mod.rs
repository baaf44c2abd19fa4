//! What several tests share.

pub mod document;
pub mod edit;
pub mod filled;
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
    let folder = std::env::var_os("JIPING_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("skipped: {} is not here", path.display());
    }
    text
}
