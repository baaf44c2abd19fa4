//! The first load's weight: every byte that a person waits for, and the most it may be. 1 kB is 1,000 bytes.
//! What the page loads only when asked does not count.

use crate::run::{Res, read, read_text, say};
use crate::site;

/// What is weighed, the most it may be today, and what it is to come down to.
///
/// The first figure is a ratchet: it is lowered whenever the page gets lighter, and never raised.
const BUDGET: [(&str, usize, usize); 3] = [
    ("brotli", 135_900, 140_000),
    ("gzip", 158_700, 180_000),
    ("program, raw", 358_300, 360_000),
];

/// Builds what changed, weighs the first load, and fails above the budget.
pub(crate) fn size() -> Res {
    site::build()?;
    let page = read_text(&site::folder().join("index.html"))?;
    let at_first = |line: &&str| {
        let name = line.split(' ').next().unwrap_or_default();
        let asked_for = ["more-", "offline-", "keep-", "THIRD-PARTY"];
        let later = asked_for.iter().any(|start| name.starts_with(start));
        name == "index.html" || page.contains(name) && !later
    };
    let weights = read_text(&site::weights())?;
    let table: Vec<&str> = weights.lines().filter(at_first).collect();
    let table = table.join("\n");
    say("first load, raw / gzip -9 / brotli -q 11 bytes:");
    let [_, gzip, brotli] = print_table(&table);
    let program = read(&site::program())?.len();
    let mut over = Vec::new();
    for ((name, most, aim), found) in BUDGET.into_iter().zip([brotli, gzip, program]) {
        let percent = found * 100 / aim;
        println!("  {name:<14}{found:>9} of at most {most:>7}; aim {aim:>7}: {percent:>3} %");
        if found > most {
            over.push(name);
        }
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "the first load is over its budget: {}",
            over.join(", ")
        ))
    }
}

/// Prints the table of the site's files and returns the sums: raw, gzip, brotli.
pub(crate) fn print_table(table: &str) -> [usize; 3] {
    let mut sums = [0; 3];
    for line in table.lines() {
        let mut words = line.split(' ');
        let name = words.next().unwrap_or_default();
        let mut row = format!("  {name:<20}");
        for (sum, word) in sums.iter_mut().zip(words) {
            *sum += word.parse::<usize>().unwrap_or_default();
            row.push_str(&format!("{word:>9}"));
        }
        println!("{row}");
    }
    println!("  {:<20}{:>9}{:>9}{:>9}", "sum", sums[0], sums[1], sums[2]);
    sums
}
