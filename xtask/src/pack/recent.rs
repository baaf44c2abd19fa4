//! Values by how long ago they came.

use std::collections::HashMap;

/// How many of the last values between the same two instructions are remembered, and how many at all.
const NEAR: usize = 16;
const FAR: usize = 48;

/// The last values between each two instructions, and all together, the latest first.
#[derive(Default)]
pub(super) struct Recent {
    near: HashMap<(u8, u8), Vec<i32>>,
    far: Vec<i32>,
}

impl Recent {
    /// The number that stands for a value between two instructions: how long ago it came, or the value itself.
    pub(super) fn symbol(&mut self, between: (u8, u8), value: i32) -> usize {
        let near = recall(self.near.entry(between).or_default(), value, NEAR);
        let far = recall(&mut self.far, value, FAR);
        near.or_else(|| far.map(|far| NEAR + far))
            .unwrap_or_else(|| NEAR + FAR + folded(value))
    }
}

/// Where a value stands in a list; it stands in front then.
fn recall(list: &mut Vec<i32>, value: i32, most: usize) -> Option<usize> {
    let at = list.iter().position(|one| *one == value);
    if let Some(at) = at {
        list.remove(at);
    }
    list.insert(0, value);
    list.truncate(most);
    at
}

/// A number of either sign as one without: 0, -1, 1, -2, …
pub(super) fn folded(value: i32) -> usize {
    let folded = (value << 1) ^ (value >> 31);
    usize::try_from(folded.cast_unsigned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Recent, folded};

    #[test]
    fn what_came_before_is_a_place_in_a_list() {
        let mut recent = Recent::default();
        let between = |value| (value, 0);
        assert_eq!(recent.symbol(between(1), 7), 64 + folded(7));
        assert_eq!(recent.symbol(between(1), 8), 64 + folded(8));
        assert_eq!(recent.symbol(between(1), 7), 1);
        assert_eq!(recent.symbol(between(2), 8), 16 + 1);
        for value in 100..148 {
            recent.symbol(between(3), value);
        }
        assert_eq!(recent.symbol(between(3), 7), 64 + folded(7));
        assert_eq!(recent.symbol(between(1), 8), 1);
    }
}
