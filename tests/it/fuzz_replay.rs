//! The fuzz targets on their seeds, and on pieces and mixtures of them.

use std::fs;
use std::path::PathBuf;

use jiping::node::{Node, Path};
use jiping::policy::json::read;

#[path = "../../fuzz/src/lib.rs"]
pub mod fuzz;

fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = format!("{}/fuzz/seeds/{target}", env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}

/// Runs a target on every seed whole, cut off at so many places, and with a byte changed at each.
#[track_caller]
fn replay(target: &str, cuts: usize, run: fn(&[u8])) {
    let seeds = seeds(target);
    assert!(seeds.len() >= 5, "only {} seeds", seeds.len());
    for (path, bytes) in seeds {
        println!("{}", path.display());
        run(&bytes);
        let step = bytes.len() / cuts + 1;
        for at in (0..bytes.len()).step_by(step) {
            run(&bytes[..at]);
            let mut changed = bytes.clone();
            changed[at] ^= 0x15;
            run(&changed);
        }
    }
}

#[test]
fn target_cells() {
    replay("read_target", 100, fuzz::read_target::run);
}

#[test]
fn actual_cells() {
    replay("read_actual", 100, fuzz::read_actual::run);
}

#[test]
fn files() {
    replay("document_json", 100, fuzz::document_json::run);
}

#[test]
fn policies() {
    replay("policy_json", 40, fuzz::policy_json::run);
}

#[test]
fn links() {
    replay("link", 60, fuzz::link::run);
}

#[test]
fn sequences_of_edits() {
    replay("edits", 4, fuzz::edits::run);
}

#[test]
fn the_seeds_of_policies_and_files_reach_beyond_reading() {
    let opened = |(_, bytes): &(PathBuf, Vec<u8>)| jiping::document::json::open(bytes).is_ok();
    assert!(
        seeds("document_json")
            .iter()
            .filter(|seed| opened(seed))
            .count()
            >= 5
    );
    let read = |(_, bytes): &(PathBuf, Vec<u8>)| {
        let node = Node::from_json(bytes);
        node.and_then(|node| read(node, &Path::ROOT, &mut Vec::new()))
            .is_ok()
    };
    assert!(
        seeds("policy_json")
            .iter()
            .filter(|seed| read(seed))
            .count()
            >= 3
    );
}
