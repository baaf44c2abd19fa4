//! How small a context-mixing coder would make some bytes: orders 0–4 and the longest match, mixed by a
//! logistic mixer, bit by bit. Sizes only.

use std::collections::BTreeMap;

/// A chance and how often it was seen.
#[derive(Clone, Copy)]
struct Chance {
    one: f64,
    seen: f64,
}

fn stretch(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

fn squash(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Bytes that a decoder would need.
pub fn size(bytes: &[u8]) -> usize {
    const ORDERS: usize = 5;
    let mut tables: Vec<BTreeMap<(&[u8], u32), Chance>> = vec![BTreeMap::new(); ORDERS];
    let mut matches: BTreeMap<usize, Chance> = BTreeMap::new();
    let mut seen: BTreeMap<&[u8], usize> = BTreeMap::new();
    let mut weights = vec![vec![0.25; ORDERS * 2 + 1]; 8];
    let (mut bits, mut from, mut length) = (0.0, None::<usize>, 0_usize);
    for (at, byte) in bytes.iter().enumerate() {
        let mut node = 1_u32;
        for shift in (0..8).rev() {
            let bit = byte >> shift & 1 == 1;
            let mut inputs = Vec::new();
            for (order, table) in tables.iter().enumerate() {
                let context = &bytes[at.saturating_sub(order)..at];
                let chance = table.get(&(context, node)).copied();
                let chance = chance.unwrap_or(Chance {
                    one: 0.5,
                    seen: 0.0,
                });
                let one = chance.one.clamp(0.0005, 0.9995);
                inputs.push(stretch(one));
                inputs.push((one - 0.5) * 2.0 * chance.seen.min(4.0));
            }
            let guess = from
                .map(|from| bytes[from])
                .filter(|guess| (u32::from(*guess) | 256) >> (shift + 1) == node);
            let guess = guess.map(|guess| guess >> shift & 1 == 1);
            let sure = matches
                .get(&length.min(15))
                .map_or(0.8, |chance| chance.one.min(0.999));
            inputs.push(guess.map_or(0.0, |one| if one { stretch(sure) } else { -stretch(sure) }));
            let set = length.min(3) * 2 + usize::from(at > 0 && bytes[at - 1] >= 128);
            let mix = &mut weights[set];
            let dot: f64 = mix.iter().zip(&inputs).map(|(w, x)| w * x).sum();
            let one = squash(dot).clamp(1.0 / 4096.0, 4095.0 / 4096.0);
            bits -= if bit { one } else { 1.0 - one }.log2();
            let miss = f64::from(u8::from(bit)) - one;
            for (w, x) in mix.iter_mut().zip(&inputs) {
                *w += 0.02 * miss * x;
            }
            for (order, table) in tables.iter_mut().enumerate() {
                let context = &bytes[at.saturating_sub(order)..at];
                let chance = table.entry((context, node)).or_insert(Chance {
                    one: 0.5,
                    seen: 0.0,
                });
                chance.seen += 1.0;
                chance.one +=
                    (f64::from(u8::from(bit)) - chance.one) / (chance.seen.min(30.0) + 0.6);
            }
            if let Some(guess) = guess {
                let chance = matches.entry(length.min(15)).or_insert(Chance {
                    one: 0.8,
                    seen: 0.0,
                });
                chance.seen += 1.0;
                let right = f64::from(u8::from(guess == bit));
                chance.one += (right - chance.one) / (chance.seen.min(100.0) + 5.0);
            }
            node = node << 1 | u32::from(bit);
        }
        (from, length) = match from {
            Some(from) if bytes[from] == *byte => (Some(from + 1), length + 1),
            _ => (None, 0),
        };
        let last = &bytes[(at + 1).saturating_sub(4)..=at];
        if from.is_none()
            && let Some(found) = seen.get(last)
        {
            (from, length) = (Some(*found), 1);
        }
        seen.insert(last, at + 1);
    }
    let bytes = (bits / 8.0).ceil();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small whole number"
    )]
    let bytes = bytes as usize;
    bytes
}
