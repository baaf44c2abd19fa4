//! Word lists that are searched by their first character.
//!
//! The words stand in one text: a pointer for each would weigh more than most words.

/// Words in byte order, each with a value; [`lexicon!`] makes one.
pub(super) struct Lexicon<T: 'static> {
    /// All words, one behind the other.
    text: &'static str,
    /// Where each ends in the text.
    ends: &'static [u16],
    /// The first character of each.
    firsts: &'static [u16],
    values: &'static [T],
}

/// A lexicon from a constant list of words in byte order and their values.
macro_rules! lexicon {
    ($type:ty, $words:expr) => {{
        use $crate::value::lexicon::{Lexicon, ends, firsts, text, values};
        const COUNT: usize = $words.len();
        static ENDS: [u16; COUNT] = ends(&$words);
        static FIRSTS: [u16; COUNT] = firsts(&$words);
        static TEXT: [u8; ENDS[COUNT - 1] as usize] = text(&$words);
        static VALUES: [$type; COUNT] = values(&$words);
        Lexicon::new(&TEXT, &ENDS, &FIRSTS, &VALUES)
    }};
}
pub(super) use lexicon;

/// Where each word ends when all stand one behind the other.
#[expect(clippy::indexing_slicing, reason = "runs when the crate is built")]
pub(super) const fn ends<T, const N: usize>(words: &[(&str, T); N]) -> [u16; N] {
    let mut ends = [0; N];
    let (mut at, mut end) = (0, 0);
    while at < N {
        end += words[at].0.len();
        assert!(end <= u16::MAX as usize, "too many words");
        ends[at] = end as u16;
        at += 1;
    }
    ends
}

/// All words, one behind the other.
#[expect(clippy::indexing_slicing, reason = "runs when the crate is built")]
pub(super) const fn text<T, const N: usize, const LENGTH: usize>(
    words: &[(&str, T); N],
) -> [u8; LENGTH] {
    let mut text = [0; LENGTH];
    let (mut at, mut to) = (0, 0);
    while at < N {
        let word = words[at].0.as_bytes();
        let mut from = 0;
        while from < word.len() {
            text[to] = word[from];
            from += 1;
            to += 1;
        }
        at += 1;
    }
    text
}

/// The value of every word.
#[expect(clippy::indexing_slicing, reason = "runs when the crate is built")]
pub(super) const fn values<T: Copy, const N: usize>(words: &[(&str, T); N]) -> [T; N] {
    let mut values = [words[0].1; N];
    let mut at = 0;
    while at < N {
        values[at] = words[at].1;
        at += 1;
    }
    values
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

/// A text without such of these words, blanks between them, as it starts with, one after the other in this order.
#[inline(never)]
pub(super) fn past<'t>(words: &str, mut text: &'t str) -> &'t str {
    for word in words.split(' ') {
        text = text.strip_prefix(word).unwrap_or(text);
    }
    text
}

impl<T: Copy> Lexicon<T> {
    /// For [`lexicon!`].
    #[expect(clippy::panic, reason = "runs when the crate is built")]
    pub const fn new(
        text: &'static [u8],
        ends: &'static [u16],
        firsts: &'static [u16],
        values: &'static [T],
    ) -> Self {
        let Ok(text) = std::str::from_utf8(text) else {
            panic!("words are texts")
        };
        Self {
            text,
            ends,
            firsts,
            values,
        }
    }

    /// The words that begin as a text does.
    pub fn like(&self, text: &str) -> impl DoubleEndedIterator<Item = (&'static str, T)> {
        let first = text.chars().next().map_or(0, |c| c as u32);
        let start = self.firsts.partition_point(|one| u32::from(*one) < first);
        let after = self.firsts.iter().skip(start);
        let count = after.take_while(|one| u32::from(**one) == first).count();
        (start..start + count).filter_map(|at| self.word(at))
    }

    fn word(&self, at: usize) -> Option<(&'static str, T)> {
        let start = at.checked_sub(1).map_or(Some(&0), |at| self.ends.get(at))?;
        let end = self.ends.get(at)?;
        let word = self.text.get(usize::from(*start)..usize::from(*end))?;
        Some((word, *self.values.get(at)?))
    }

    /// The longest word that a text starts with, and the text after it.
    pub fn longest<'t>(&self, text: &'t str) -> Option<(&'static str, T, &'t str)> {
        // Longer words come later.
        self.like(text)
            .rev()
            .find_map(|(word, value)| Some((word, value, text.strip_prefix(word)?)))
    }

    /// Whether the words are in order and each is there once.
    #[cfg(test)]
    pub fn is_sorted(&self) -> bool {
        let words = (0..self.ends.len()).filter_map(|at| self.word(at));
        words.map(|(word, _)| word).is_sorted_by(|a, b| a < b) && self.firsts.is_sorted()
    }
}
