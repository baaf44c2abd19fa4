//! The word list: terms of the field that a link names by number.
//!
//! Holds general vocabulary only: labels of the forms, units, comparators, common words and the names of the
//! file's fields; no sentence, row or number of any table. Two parts, the most usual entries first, each in
//! the order of its bytes. Links name entries by position for ever: this list never changes, a better one is
//! a new version of the link.

use std::cell::OnceCell;

const LIST: &str = include_str!("words.txt");

/// Most characters of an entry; held by a test.
const MAX_CHARACTERS: usize = 15;

/// The list, taken apart.
pub(super) struct Words {
    all: Vec<&'static str>,
    /// How many stand in the first part.
    usual: usize,
}

thread_local! {
    static WORDS: OnceCell<Words> = const { OnceCell::new() };
}

/// Works with the list.
pub(super) fn with<T>(work: impl FnOnce(&Words) -> T) -> T {
    WORDS.with(|cell| work(cell.get_or_init(Words::read)))
}

impl Words {
    fn read() -> Self {
        let (usual, others) = LIST.split_once("\n\n").unwrap_or((LIST, ""));
        let mut all: Vec<&str> = usual.split_whitespace().collect();
        let usual = all.len();
        all.extend(others.split_whitespace());
        Self { all, usual }
    }

    /// The entry at this position.
    pub(super) fn at(&self, position: usize) -> Option<&'static str> {
        self.all.get(position).copied()
    }

    /// Calls `found` with position and length in bytes of every entry that a text starts with.
    pub(super) fn starts(&self, text: &str, mut found: impl FnMut(usize, usize)) {
        for (mut from, to) in [(0, self.usual), (self.usual, self.all.len())] {
            let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
            for end in ends.take(MAX_CHARACTERS) {
                let piece = text.get(..end).unwrap_or_default();
                let rest = self.all.get(from..to).unwrap_or_default();
                from += rest.partition_point(|word| *word < piece);
                match self.all.get(from).filter(|_| from < to) {
                    Some(word) if *word == piece => found(from, end),
                    Some(word) if word.starts_with(piece) => {}
                    // Once no entry starts with the piece, none starts with a longer one.
                    _ => break,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LIST, MAX_CHARACTERS, with};

    #[test]
    fn the_list_is_in_order_and_holds_each_entry_once() {
        let mut parts = LIST.split("\n\n");
        let mut all = Vec::new();
        for _ in 0..2 {
            let part: Vec<&str> = parts.next().unwrap().split_whitespace().collect();
            assert!(part.is_sorted_by(|a, b| a < b));
            all.extend(part);
        }
        assert_eq!(parts.next(), None);
        let longest = all.iter().map(|word| word.chars().count()).max();
        assert_eq!(longest, Some(MAX_CHARACTERS));
        all.sort_unstable();
        assert!(
            all.is_sorted_by(|a, b| a < b),
            "an entry stands in both parts"
        );
    }

    #[test]
    fn all_entries_that_a_text_starts_with_are_found() {
        let found = |text: &str| -> Vec<&str> {
            with(|words| {
                let mut found = Vec::new();
                words.starts(text, |at, _| found.extend(words.at(at)));
                found.sort_unstable();
                found
            })
        };
        assert_eq!(found("覆盖率是多少"), ["覆", "覆盖", "覆盖率"]);
        assert_eq!(found("Ω"), [""; 0]);
        assert_eq!(found(""), [""; 0]);
    }
}
