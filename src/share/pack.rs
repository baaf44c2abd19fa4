//! Texts and counts as bytes that deflate well: a word of the list or a Chinese character in two bytes.
//!
//! | first byte | stands for |
//! |---|---|
//! | `00` | end of the text |
//! | `01` | in place of a text: the same as the one it is held against |
//! | `02` | end of the text, the unit of the text it is held against follows |
//! | `09 0A 0D 20–7E` | itself |
//! | `80–D1` | a character from U+4E00 on, with the next byte |
//! | `D2–E7` | an entry of the word list, with the next byte |
//! | `E8–F8` | any character, with the next two bytes |

use super::LinkError;
use super::words::{self, Words};
use crate::node::MAX_BYTES;

pub(super) const END: u8 = 0;
pub(super) const SAME: u8 = 1;
pub(super) const END_UNIT: u8 = 2;

/// First byte of a character from [`HAN`] on.
const HAN_BYTE: u8 = 0x80;
const HAN: u32 = 0x4E00;
/// First byte of an entry of the word list.
const WORD_BYTE: u8 = 0xD2;
/// First byte of any character.
const ANY_BYTE: u8 = 0xE8;
const LAST_BYTE: u8 = 0xF8;

/// Bytes being written.
#[derive(Default)]
pub(super) struct Out(pub Vec<u8>);

impl Out {
    /// A count, seven bits a byte, the lowest first.
    pub(super) fn count(&mut self, mut count: usize) {
        loop {
            let low = u8::try_from(count & 127).unwrap_or_default();
            count >>= 7;
            self.0.push(if count == 0 { low } else { low | 128 });
            if count == 0 {
                return;
            }
        }
    }

    /// A text and how it ends.
    pub(super) fn text(&mut self, text: &str, end: u8) {
        words::with(|words| self.pieces(words, text));
        self.0.push(end);
    }

    fn pieces(&mut self, words: &Words, text: &str) {
        let steps = cheapest(words, text);
        let mut at = 0;
        while let Some(&(_, length, word)) = steps.get(at) {
            let piece = text.get(at..at + length).unwrap_or_default();
            match (word, piece.chars().next()) {
                (Some(word), _) => self.pair(WORD_BYTE, word),
                (None, Some(c)) => self.character(c),
                (None, None) => return,
            }
            at += length;
        }
    }

    fn character(&mut self, c: char) {
        let code = u32::from(c);
        if is_plain(c) {
            self.0.push(u8::try_from(c).unwrap_or_default());
        } else if is_han(code) {
            self.pair(HAN_BYTE, usize::try_from(code - HAN).unwrap_or_default());
        } else {
            let [_, high, middle, low] = code.to_be_bytes();
            self.0.extend([ANY_BYTE + high, middle, low]);
        }
    }

    /// A number below 256 × 256 in two bytes.
    fn pair(&mut self, first: u8, number: usize) {
        let [high, low] = u16::try_from(number).unwrap_or_default().to_be_bytes();
        self.0.extend([first + high, low]);
    }
}

/// Characters that stand for themselves.
const fn is_plain(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~')
}

const fn is_han(code: u32) -> bool {
    code >= HAN && code - HAN < (WORD_BYTE - HAN_BYTE) as u32 * 256
}

/// From each byte on that starts a character: what the rest costs at least, and the piece that starts there,
/// by its length and its entry of the word list.
fn cheapest(words: &Words, text: &str) -> Vec<(u32, usize, Option<usize>)> {
    let mut steps = vec![(0, 0, None); text.len() + 1];
    for (at, c) in text.char_indices().rev() {
        let cost_from = |length: usize| steps.get(at + length).map_or(0, |step| step.0);
        let alone = if is_plain(c) {
            5
        } else if is_han(u32::from(c)) {
            10
        } else {
            15
        };
        let length = c.len_utf8();
        let mut best = (cost_from(length) + alone, length, None);
        let rest = text.get(at..).unwrap_or_default();
        words.starts(rest, |word, length| {
            // A word of one character is as good as the character, and more often met.
            let cost = cost_from(length) + if length == c.len_utf8() { 9 } else { 8 };
            if cost < best.0 {
                best = (cost, length, Some(word));
            }
        });
        if let Some(step) = steps.get_mut(at) {
            *step = best;
        }
    }
    steps.pop();
    steps
}

/// Bytes being read, with a budget for the texts that come out of them.
pub(super) struct In<'a> {
    bytes: &'a [u8],
    budget: usize,
}

type Read<T> = Result<T, LinkError>;

impl<'a> In<'a> {
    /// Starts reading; at most 10 MB of text will come out.
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            budget: MAX_BYTES,
        }
    }

    /// Whether everything is read.
    pub(super) const fn is_done(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Takes from the budget: one for the text, and its bytes.
    ///
    /// # Errors
    /// There is not so much left.
    pub(super) fn spend(&mut self, bytes: usize) -> Read<()> {
        let left = self.budget.checked_sub(bytes + 1);
        self.budget = left.ok_or(LinkError::TooLarge)?;
        Ok(())
    }

    /// The next byte.
    ///
    /// # Errors
    /// There is none.
    pub(super) fn byte(&mut self) -> Read<u8> {
        let (byte, rest) = self.bytes.split_first().ok_or(LinkError::Malformed)?;
        self.bytes = rest;
        Ok(*byte)
    }

    /// The next byte, not taken.
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.first().copied()
    }

    /// A count.
    ///
    /// # Errors
    /// More than `most`; the bytes end.
    pub(super) fn count(&mut self, most: usize) -> Read<usize> {
        let mut count = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            count |= usize::from(byte & 127) << shift;
            if byte < 128 {
                return if count <= most {
                    Ok(count)
                } else {
                    Err(LinkError::TooLarge)
                };
            }
        }
        Err(LinkError::Malformed)
    }

    /// A text and how it ends.
    ///
    /// # Errors
    /// A byte that starts nothing; an entry or a character that does not exist; the bytes or the budget end.
    pub(super) fn text(&mut self) -> Read<(String, u8)> {
        let mut text = String::new();
        loop {
            let first = self.byte()?;
            match first {
                END | END_UNIT => {
                    self.spend(text.len())?;
                    return Ok((text, first));
                }
                HAN_BYTE..ANY_BYTE => self.pair(first, &mut text)?,
                ANY_BYTE..=LAST_BYTE => {
                    let code = [0, first - ANY_BYTE, self.byte()?, self.byte()?];
                    let code = u32::from_be_bytes(code);
                    text.push(char::from_u32(code).ok_or(LinkError::Malformed)?);
                }
                _ if is_plain(char::from(first)) => text.push(char::from(first)),
                _ => return Err(LinkError::Malformed),
            }
            if text.len() > self.budget {
                return Err(LinkError::TooLarge);
            }
        }
    }

    fn pair(&mut self, first: u8, text: &mut String) -> Read<()> {
        let low = self.byte()?;
        if first < WORD_BYTE {
            let code = HAN + u32::from_be_bytes([0, 0, first - HAN_BYTE, low]);
            text.push(char::from_u32(code).ok_or(LinkError::Malformed)?);
        } else {
            let word = usize::from(u16::from_be_bytes([first - WORD_BYTE, low]));
            let word = words::with(|words| words.at(word));
            text.push_str(word.ok_or(LinkError::Malformed)?);
        }
        Ok(())
    }
}
