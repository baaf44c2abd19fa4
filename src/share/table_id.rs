//! 目标表编号: the name of a table, made from what it promises.
//!
//! Two documents have the same name where unit, year, tasks with initial budgets, goals and indicators with
//! their targets are the same, whatever is filled in, weighted or scored. 48 bits against mistakes, not
//! against attackers: whoever can make a link can send any table anyway.

use std::fmt;

use super::base64;

/// 目标表编号.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TableId([u8; Self::BYTES]);

impl TableId {
    /// Bytes of a name.
    pub(super) const BYTES: usize = 6;

    /// The name in these bytes, and what follows them.
    pub(super) fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (name, rest) = bytes.split_first_chunk()?;
        Some((Self(*name), rest))
    }

    /// Its bytes.
    pub(super) const fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for TableId {
    /// Eight letters, the same for the same table.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = String::new();
        base64::encode(&self.0, &mut letters);
        f.write_str(&letters)
    }
}

/// FNV-1a over texts with their lengths.
pub(super) struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Digest {
    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }

    pub(super) fn number(&mut self, number: usize) {
        let number = u64::try_from(number).unwrap_or_default();
        self.bytes(&number.to_be_bytes());
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len());
        self.bytes(text.as_bytes());
    }

    /// The name; the highest bits are folded onto the lowest.
    pub(super) fn finish(&self) -> TableId {
        let folded = self.0 ^ (self.0 >> 48);
        let [_, _, bytes @ ..] = folded.to_be_bytes();
        TableId(bytes)
    }
}
