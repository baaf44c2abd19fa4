//! Bytes in 64 letters that no chat program changes: `A–Z a–z 0–9 - _`, six bits a letter, no padding.
//!
//! One text for one string of bytes: bits left over are zero, or the text is refused.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The letters of these bytes.
pub(super) fn encode(bytes: &[u8], out: &mut String) {
    let (mut bits, mut held) = (0_u32, 0);
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        held += 8;
        while held >= 6 {
            held -= 6;
            out.push(letter(bits >> held));
        }
    }
    if held > 0 {
        out.push(letter(bits << (6 - held)));
    }
}

/// The letter of the lowest six bits.
fn letter(bits: u32) -> char {
    let at = usize::try_from(bits & 63).unwrap_or_default();
    LETTERS.get(at).map_or('A', |letter| char::from(*letter))
}

/// What a letter stands for.
const fn value(letter: u8) -> Option<u32> {
    let value = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(value as u32)
}

/// Whether a character is one of the letters.
pub(super) fn is_letter(c: char) -> bool {
    u8::try_from(c).is_ok_and(|byte| value(byte).is_some())
}

/// The bytes of these letters; nothing where they are not what [`encode`] writes.
pub(super) fn decode(letters: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(letters.len() / 4 * 3 + 3);
    let (mut bits, mut held) = (0_u32, 0);
    for letter in letters.bytes() {
        bits = (bits << 6) | value(letter)?;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from((bits >> held) & 255).unwrap_or_default());
        }
    }
    let left = bits & ((1 << held) - 1);
    (held < 6 && left == 0).then_some(out)
}
