//! How long links are, by method: `cargo bench --bench links`.
//!
//! Characters of the part behind `#`. The general methods pack the same document as minified JSON (and, for
//! comparison, the benchmark's own shorter JSON). "mixing" is the size that a context-mixing coder would
//! reach on the bytes that ours hands to deflate: a bound for anything cleverer, not a format.

#![allow(clippy::float_arithmetic, reason = "a bench estimates sizes")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench"
)]

#[path = "links/lz.rs"]
mod lz;
#[path = "../tests/it/support/measured.rs"]
mod measured;
#[path = "links/mixing.rs"]
mod mixing;

use std::io::Write;
use std::path::PathBuf;

use jiping::document::Document;
use jiping::document::json::write;
use jiping::node::Node;
use jiping::share;

fn shared(name: &str) -> Option<String> {
    let folder = std::env::var_os("JIPING_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    std::fs::read_to_string(folder.join(name)).ok()
}

fn minified(node: &Node) -> Vec<u8> {
    node.to_line().into_bytes()
}

fn deflated(bytes: &[u8]) -> usize {
    miniz_oxide::deflate::compress_to_vec(bytes, 10).len()
}

fn brotlied(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 11, 22);
    writer.write_all(bytes).unwrap();
    drop(writer);
    out.len()
}

/// Characters of base64url without padding.
fn letters(bytes: usize) -> usize {
    (bytes * 4).div_ceil(3)
}

fn line(name: &str, json: &[u8], ours: Option<(usize, usize)>) {
    let mixed = ours.map_or("-".to_owned(), |(_, mixed)| mixed.to_string());
    let ours = ours.map_or("-".to_owned(), |(ours, _)| ours.to_string());
    println!(
        "{name:<34} {:>8} {:>9} {:>8} {:>8} {ours:>8} {mixed:>8}",
        letters(json.len()),
        lz::characters(std::str::from_utf8(json).unwrap()),
        letters(deflated(json)),
        letters(brotlied(json)),
    );
}

fn measure(name: &str, document: &Document) -> (usize, usize) {
    let json = minified(&write(document));
    let mut answers = document.clone();
    blank(&mut answers);
    let whole = share::encode(document).unwrap().len();
    let answer = share::encode_answers(document).unwrap().len();
    let [mixed_whole, mixed_answer] =
        share::unpacked(document).map(|bytes| letters(mixing::size(&bytes)) + 15);
    line(name, &json, Some((whole, mixed_whole)));
    // What was filled in, as the file would say it.
    let json = minified(&write(&answers));
    line("  answers", &json, Some((answer, mixed_answer + 8)));
    (whole, answer)
}

/// Leaves only what was filled in.
fn blank(document: &mut Document) {
    use std::rc::Rc;
    let empty = jiping::table::Text::default;
    document.goals.clear();
    document.header = Rc::default();
    for task in &mut document.tasks {
        let task = Rc::make_mut(task);
        (task.name, task.content, task.initial) = (empty(), empty(), Default::default());
    }
    for row in &mut document.rows {
        let row = Rc::make_mut(&mut row.indicator);
        (row.level1, row.level2, row.name, row.target) = (empty(), empty(), empty(), empty());
    }
}

fn main() {
    println!(
        "{:<34} {:>8} {:>9} {:>8} {:>8} {:>8} {:>8}",
        "characters", "base64", "lz-string", "deflate", "brotli", "ours", "mixing"
    );
    let mut worst = (0, 0);
    if let Some(json) = shared("bench/filled-seed.json") {
        let own = minified(&Node::from_json(json.as_bytes()).unwrap());
        line("filled seed, the benchmark's JSON", &own, None);
        let (whole, answer) = measure("filled seed, our JSON", &measured::benchmark(&json));
        worst = (whole, answer);
    }
    for name in measured::TABLES {
        if let Some(json) = shared(name) {
            let short = name.rsplit('/').next().unwrap();
            let (whole, answer) = measure(short, &measured::published(&json));
            worst = (worst.0.max(whole), worst.1.max(answer));
        }
    }
    println!("worst: {} whole, {} answers", worst.0, worst.1);
}
