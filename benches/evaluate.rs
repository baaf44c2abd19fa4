//! How long evaluations take natively: the seed once, and 10,000 units of 38 indicators each.
//!
//! `cargo bench`, or one part: `cargo bench -- seed`, `file`, `typing`, `units`. Medians of single evaluations; for the many units, wall time and memory before and after.

#![allow(
    clippy::disallowed_methods,
    clippy::float_arithmetic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark reads the clock and prints decimals of milliseconds"
)]

mod work;

use std::hint::black_box;
use std::time::{Duration, Instant};

use jiping::actual::Actual;
use jiping::document::Document;
use jiping::document::json::{open, save};
use jiping::scoring::{evaluate, reevaluate};
use std::rc::Rc;

const UNITS: u32 = 10_000;
const BATCH: u32 = 100;

/// Least, median and 95th percentile of single calls.
fn time(name: &str, calls: usize, mut call: impl FnMut()) {
    let mut times: Vec<Duration> = (0..calls)
        .map(|_| {
            let start = Instant::now();
            call();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let micros = |at: usize| times[at].as_secs_f64() * 1e6;
    println!(
        "{name:36} least {:8.1} µs   median {:8.1} µs   p95 {:8.1} µs",
        micros(0),
        micros(calls / 2),
        micros(calls * 95 / 100)
    );
}

/// A line of Linux's account of this process, in kB; 0 elsewhere.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|own| own.strip_prefix(line));
    let digits = found.map(|rest| {
        rest.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    });
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// Time on a core so far, by Linux's account; wall time elsewhere. Other programs' turns are not in it.
fn on_core(since: Instant) -> Duration {
    let account = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanos = account
        .split(' ')
        .next()
        .and_then(|nanos| nanos.parse().ok());
    nanos.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

fn units(seed: &Document) {
    let (mut reading, mut making, mut core) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
    let (mut derivations, mut early, begun) = (0, 0, Instant::now());
    let mut batches = Vec::new();
    for first in (0..UNITS).step_by(BATCH as usize) {
        let start = Instant::now();
        let documents: Vec<Document> = (first..first + BATCH)
            .map(|number| work::unit(seed, number))
            .collect();
        making += start.elapsed();
        let (start, before) = (Instant::now(), on_core(begun));
        for document in &documents {
            derivations += work::derived(document);
        }
        batches.push(start.elapsed());
        reading += start.elapsed();
        core += on_core(begun) - before;
        if first == BATCH {
            early = memory("VmHWM:");
        }
    }
    println!(
        "{UNITS} units × {} indicators: {:.3} s to evaluate, {:.3} s of them on the core ({derivations} derivations); {:.3} s to make the texts",
        seed.rows.len(),
        reading.as_secs_f64(),
        core.as_secs_f64(),
        making.as_secs_f64(),
    );
    batches.sort_unstable();
    let pace = |at: usize| (batches[at] * (UNITS / BATCH)).as_secs_f64();
    println!(
        "at the pace of the median batch of {BATCH}: {:.3} s; of the fastest: {:.3} s",
        pace(batches.len() / 2),
        pace(0)
    );
    println!(
        "memory at its highest: {early} kB after 200 units, {} kB after all",
        memory("VmHWM:")
    );
}

/// One cell typed in a table of so many rows: what is worked out anew, and all of it.
fn typing(seed: &Document, rows: usize) {
    let before = work::table(seed, rows);
    let evaluation = evaluate(&before);
    let mut after = before.clone();
    let actual = Actual {
        text: "97.5%".into(),
        ..(*after.rows[rows / 2].actual).clone()
    };
    after.rows[rows / 2].actual = Rc::new(actual);
    time(&format!("one cell typed among {rows} rows"), 500, || {
        black_box(reevaluate(&after, &before, &evaluation));
    });
}

fn main() {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let is_wanted = |part: &str| wanted.is_empty() || wanted.iter().any(|word| word == part);
    let seed = work::seed();
    let unit = work::unit(&seed, 1);
    if is_wanted("seed") {
        time("evaluate the seed, blank", 2000, || {
            drop(black_box(evaluate(&seed)))
        });
        time("evaluate the seed, filled", 2000, || {
            drop(black_box(evaluate(&unit)))
        });
    }
    if is_wanted("file") {
        let file = save(&unit);
        time("open its file", 1000, || {
            drop(black_box(open(file.as_bytes())))
        });
        time("save its file", 1000, || drop(black_box(save(&unit))));
    }
    if is_wanted("typing") {
        typing(&seed, 38);
        typing(&seed, 2_000);
    }
    if is_wanted("units") {
        units(&seed);
    }
}
