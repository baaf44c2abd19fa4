//! Numbers in LEB128.

/// Takes a number off the front.
pub(super) fn number(rest: &mut &[u8]) -> Option<usize> {
    let (mut value, mut shift) = (0_u128, 0);
    loop {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        value |= u128::from(byte & 127) << shift;
        shift += 7;
        if byte & 128 == 0 || shift > 70 {
            // Of a constant of 64 bits only its bytes count.
            return Some(usize::try_from(value).unwrap_or(usize::MAX));
        }
    }
}

/// Writes a number without a sign.
pub(super) fn put_number(out: &mut Vec<u8>, mut value: usize) {
    while value > 127 {
        out.push(u8::try_from(value & 127).unwrap_or_default() | 128);
        value >>= 7;
    }
    out.push(u8::try_from(value).unwrap_or_default());
}

/// Writes a number; `limit` is the most that the last byte holds: 127, or 63 where it has a sign.
pub(super) fn put(out: &mut Vec<u8>, mut value: i32, limit: i32) {
    let low = |value: i32| u8::try_from(value & 127).unwrap_or_default();
    while value > limit || value < -64 {
        out.push(low(value) | 128);
        value >>= 7;
    }
    out.push(low(value));
}
