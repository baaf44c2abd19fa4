//! A byte range in the text of one cell.

/// Where in a cell's text something stands: a half-open range of bytes on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range from `start` to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The whole of a text.
    #[must_use]
    pub const fn whole(text: &str) -> Self {
        Self::new(0, text.len())
    }

    /// The part of `text` this range names, or nothing where it does not fit.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}
