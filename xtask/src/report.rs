//! Counting: what the test runners really said, summed up.

use std::path::PathBuf;

use crate::run::{Res, make_dir, read_text, target, write};

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Tally {
    /// One thing that failed without a runner to count it: a step such as the style check.
    pub(crate) const FAILED_STEP: Self = Self {
        passed: 0,
        failed: 1,
        skipped: 0,
    };

    /// Sums another tally up.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// The sum of what Rust's and Node's test runners say in their closing lines.
    pub(crate) fn read(lines: &[String]) -> Self {
        let mut sum = Self::default();
        for line in lines {
            if let Some((_, counts)) = line.split_once("test result: ") {
                sum.add(Self {
                    passed: count_before(counts, " passed"),
                    failed: count_before(counts, " failed"),
                    skipped: count_before(counts, " ignored"),
                });
            } else if let Some(rest) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "))
            {
                let number = |word: &str| {
                    rest.strip_prefix(word)
                        .and_then(|n| n.trim().parse().ok())
                        .unwrap_or(0)
                };
                sum.add(Self {
                    passed: number("pass "),
                    failed: number("fail "),
                    skipped: number("skipped "),
                });
            }
        }
        sum
    }

    /// The closing line that every machine understands.
    pub(crate) fn line(self) -> String {
        format!(
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

fn count_before(text: &str, word: &str) -> u64 {
    let before = text
        .split(word)
        .next()
        .filter(|before| before.len() < text.len());
    before
        .and_then(|before| before.rsplit(' ').next()?.parse().ok())
        .unwrap_or(0)
}

fn kept() -> PathBuf {
    target("xtask/tally")
}

/// Keeps a tally for `total`.
pub(crate) fn keep(tally: Tally) -> Res {
    make_dir(&target("xtask"))?;
    write(
        &kept(),
        format!("{} {} {}", tally.passed, tally.failed, tally.skipped),
    )
}

/// Forgets the last run's tally, so that it cannot be taken for this one's.
pub(crate) fn forget() {
    let _ = std::fs::remove_file(kept());
}

/// Prints the closing line: the kept tally, plus one failure for every exit code that is not 0 and was not counted.
pub(crate) fn total(codes: &[&str]) -> Res {
    let text = read_text(&kept()).unwrap_or_default();
    let mut numbers = text.split(' ').map(|word| word.parse().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0);
    let mut tally = Tally {
        passed: next(),
        failed: next(),
        skipped: next(),
    };
    let (tested, others) = codes.split_first().unwrap_or((&"0", &[]));
    if *tested != "0" && tally.failed == 0 || tally.passed == 0 {
        tally.failed += 1;
    }
    tally.failed += others.iter().filter(|code| **code != "0").count() as u64;
    println!("{}", tally.line());
    // The line is the last word: no message after it.
    if tally.failed == 0 {
        Ok(())
    } else {
        Err(String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[track_caller]
    fn check(lines: &[&str], passed: u64, failed: u64, skipped: u64) {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        assert_eq!(
            Tally::read(&lines),
            Tally {
                passed,
                failed,
                skipped
            }
        );
    }

    #[test]
    fn closing_lines_are_summed() {
        check(
            &[
                "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.05s",
            ],
            5,
            0,
            1,
        );
        check(
            &[
                "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 filtered out",
                "test result: ok. 4 passed; 0 failed; 0 ignored",
            ],
            5,
            2,
            0,
        );
        check(
            &[
                "# tests 3",
                "# pass 2",
                "# fail 1",
                "# skipped 0",
                "# duration_ms 12",
            ],
            2,
            1,
            0,
        );
        check(&["ℹ pass 7", "ℹ fail 0", "ℹ skipped 2"], 7, 0, 2);
        check(
            &[
                "running 3 tests",
                "test a ... ok",
                "the test result is 5 passed",
            ],
            0,
            0,
            0,
        );
    }
}
