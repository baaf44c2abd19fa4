//! How many characters lz-string's address form takes for a text: LZW over UTF-16 units whose codes grow a bit at a
//! time, a new unit spelt in 8 or 16 bits, six bits a character. Sizes only.

use std::collections::{BTreeMap, BTreeSet};

struct Coder {
    codes: BTreeMap<Vec<u16>, usize>,
    /// Units that have a code and have not been spelt yet.
    unspelt: BTreeSet<u16>,
    width: u32,
    /// Codes until the width grows.
    left: u64,
    bits: u64,
}

impl Coder {
    fn count(&mut self) {
        self.left -= 1;
        if self.left == 0 {
            self.left = 1 << self.width;
            self.width += 1;
        }
    }

    fn write(&mut self, word: &[u16]) {
        self.bits += u64::from(self.width);
        if let [unit] = word
            && self.unspelt.remove(unit)
        {
            self.bits += if *unit < 256 { 8 } else { 16 };
            self.count();
        }
        self.count();
    }
}

/// The characters of a text.
pub fn characters(text: &str) -> usize {
    let mut coder = Coder {
        codes: BTreeMap::new(),
        unspelt: BTreeSet::new(),
        width: 2,
        left: 2,
        bits: 0,
    };
    let mut word: Vec<u16> = Vec::new();
    for unit in text.encode_utf16() {
        let code = coder.codes.len() + 3;
        if !coder.codes.contains_key(&[unit][..]) {
            coder.codes.insert(vec![unit], code);
            coder.unspelt.insert(unit);
        }
        word.push(unit);
        if !coder.codes.contains_key(&word) {
            let longer = word.clone();
            word.pop();
            coder.write(&word);
            let code = coder.codes.len() + 3;
            coder.codes.insert(longer, code);
            word = vec![unit];
        }
    }
    if !word.is_empty() {
        coder.write(&word);
    }
    let bits = coder.bits + u64::from(coder.width);
    usize::try_from(bits / 6 + 1).unwrap_or(usize::MAX)
}
