//! Word lists that are searched by their first character.

/// Words in byte order, each with a value, and the first characters of all of them.
pub(super) struct Lexicon<T: 'static> {
    words: &'static [(&'static str, T)],
    firsts: &'static [u16],
}

/// The first character of every word; all are of the basic plane.
pub(super) const fn firsts<T: Copy, const N: usize>(words: &[(&str, T); N]) -> [u16; N] {
    let mut firsts = [0; N];
    let mut at = 0;
    #[expect(clippy::indexing_slicing, reason = "runs when the crate is built")]
    while at < N {
        let bytes = words[at].0.as_bytes();
        firsts[at] = match bytes[0] {
            lead @ 0..0x80 => lead as u16,
            lead @ 0..0xE0 => (lead as u16 & 0x1F) << 6 | bytes[1] as u16 & 0x3F,
            lead => {
                (lead as u16 & 0xF) << 12 | (bytes[1] as u16 & 0x3F) << 6 | bytes[2] as u16 & 0x3F
            }
        };
        at += 1;
    }
    firsts
}

/// Whether a text starts with one of some words of two Han characters each, which are written as one text.
#[inline(never)]
pub(super) fn starts(words: &str, text: &str) -> bool {
    let head = text.as_bytes().first_chunk();
    head.is_some_and(|head| words.as_bytes().as_chunks::<6>().0.contains(head))
}

impl<T: Copy> Lexicon<T> {
    /// A lexicon from its words and [`firsts`] of them.
    pub const fn new(words: &'static [(&'static str, T)], firsts: &'static [u16]) -> Self {
        Self { words, firsts }
    }

    /// The words that begin as a text does.
    pub fn like(&self, text: &str) -> &'static [(&'static str, T)] {
        let Some(first) = text
            .chars()
            .next()
            .and_then(|c| u16::try_from(c as u32).ok())
        else {
            return &[];
        };
        let start = self.firsts.partition_point(|other| *other < first);
        let count = self
            .firsts
            .iter()
            .skip(start)
            .take_while(|other| **other == first)
            .count();
        self.words.get(start..start + count).unwrap_or_default()
    }

    /// The longest word that a text starts with, and the text after it.
    pub fn longest<'t>(&self, text: &'t str) -> Option<(&'static str, T, &'t str)> {
        // Longer words come later.
        self.like(text)
            .iter()
            .rev()
            .find_map(|(word, value)| Some((*word, *value, text.strip_prefix(word)?)))
    }

    /// Whether the words are in order and each is there once.
    #[cfg(test)]
    pub fn is_sorted(&self) -> bool {
        self.words.is_sorted_by(|a, b| a.0 < b.0) && self.firsts.is_sorted()
    }
}
