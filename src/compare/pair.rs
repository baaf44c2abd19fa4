//! Which row of one document is which row of another.
//!
//! In this order, each row at most once: the same id where the names are alike (two tables may number
//! different rows alike); the same labels and name; the same name; what is left between two pairs, in order,
//! where label and name are alike.

use std::collections::BTreeMap;

/// What a row is known by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key<'a> {
    pub id: &'a str,
    /// Level-1 and level-2 label.
    pub group: (&'a str, &'a str),
    pub name: &'a str,
}

/// A row in one or both, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub before: Option<usize>,
    pub after: Option<usize>,
}

/// All rows of both, in the order of the later one; a removed row stands behind the row that it stood behind.
pub(super) fn pair(before: &[Key<'_>], after: &[Key<'_>]) -> Vec<Pair> {
    let mut pairing = Pairing {
        before,
        after,
        to: vec![None; before.len()],
        from: vec![None; after.len()],
    };
    pairing.by(|key| ("", key.id, ""), alike);
    pairing.by(|key| (key.group.0, key.group.1, key.name), |_, _| true);
    pairing.by(|key| ("", "", key.name), |_, _| true);
    pairing.between();
    pairing.in_order()
}

struct Pairing<'a> {
    before: &'a [Key<'a>],
    after: &'a [Key<'a>],
    /// For each earlier row the later one.
    to: Vec<Option<usize>>,
    /// For each later row the earlier one.
    from: Vec<Option<usize>>,
}

impl<'a> Pairing<'a> {
    fn link(&mut self, before: usize, after: usize) {
        if let (Some(to), Some(from)) = (self.to.get_mut(before), self.from.get_mut(after)) {
            *to = Some(after);
            *from = Some(before);
        }
    }

    /// Pairs free rows that are known by the same, the first with the first.
    fn by(
        &mut self,
        known: fn(&Key<'a>) -> (&'a str, &'a str, &'a str),
        fits: fn(&Key<'_>, &Key<'_>) -> bool,
    ) {
        let mut free: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, key) in self.before.iter().enumerate().rev() {
            if self.to.get(at) == Some(&None) {
                free.entry(known(key)).or_default().push(at);
            }
        }
        for (at, key) in self.after.iter().enumerate() {
            if self.from.get(at) != Some(&None) {
                continue;
            }
            let Some(rows) = free.get_mut(&known(key)) else {
                continue;
            };
            let row = rows.last().copied();
            let other = row.and_then(|row| Some((row, self.before.get(row)?)));
            if let Some((row, other)) = other
                && fits(other, key)
            {
                rows.pop();
                self.link(row, at);
            }
        }
    }

    /// Pairs free rows that stand between the same neighbours.
    fn between(&mut self) {
        let mut next = 0;
        for at in 0..self.after.len() {
            if let Some(Some(before)) = self.from.get(at) {
                next = before + 1;
                continue;
            }
            let (Some(key), Some(None), Some(other)) =
                (self.after.get(at), self.to.get(next), self.before.get(next))
            else {
                continue;
            };
            if other.group.0 == key.group.0 && alike(other, key) {
                self.link(next, at);
            }
            next += 1;
        }
    }

    fn in_order(self) -> Vec<Pair> {
        let pairs = self.from.iter().enumerate();
        let mut places: Vec<((usize, usize), Pair)> = pairs
            .map(|(after, before)| {
                let pair = Pair {
                    before: *before,
                    after: Some(after),
                };
                ((after + 1, 0), pair)
            })
            .collect();
        let mut behind = 0;
        for (before, after) in self.to.iter().enumerate() {
            match after {
                Some(after) => behind = after + 1,
                None => {
                    let pair = Pair {
                        before: Some(before),
                        after: None,
                    };
                    places.push(((behind, before + 1), pair));
                }
            }
        }
        places.sort_by_key(|(place, _)| *place);
        places.into_iter().map(|(_, pair)| pair).collect()
    }
}

/// Whether two rows may be the same one under another name: half of their characters are common, or one has
/// no name yet.
fn alike(a: &Key<'_>, b: &Key<'_>) -> bool {
    if a.name == b.name || a.name.is_empty() || b.name.is_empty() {
        return true;
    }
    let sorted = |name: &str| {
        let mut chars: Vec<char> = name.chars().collect();
        chars.sort_unstable();
        chars
    };
    let (a, b) = (sorted(a.name), sorted(b.name));
    let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
    let mut common = 0;
    while let (Some(x), Some(y)) = (left.peek(), right.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => {
                left.next();
            }
            std::cmp::Ordering::Greater => {
                right.next();
            }
            std::cmp::Ordering::Equal => {
                common += 1;
                left.next();
                right.next();
            }
        }
    }
    common * 4 >= a.len() + b.len()
}

#[cfg(test)]
mod tests {
    use super::{Key, pair};

    /// Rows as `id:name`, the result as `before-after`.
    #[track_caller]
    fn pairs(before: &str, after: &str, expected: &str) {
        fn keys(rows: &str) -> Vec<Key<'_>> {
            let rows = rows.split_whitespace();
            rows.map(|row| {
                let (id, name) = row.split_once(':').unwrap();
                Key {
                    id,
                    group: ("产出", ""),
                    name,
                }
            })
            .collect()
        }
        let pairs = pair(&keys(before), &keys(after));
        let said = |at: Option<usize>| at.map_or("_".to_owned(), |at| at.to_string());
        let text: Vec<String> = pairs
            .iter()
            .map(|pair| format!("{}{}", said(pair.before), said(pair.after)))
            .collect();
        assert_eq!(text.join(" "), expected);
    }

    #[test]
    fn rows_are_known_by_id() {
        pairs("1:甲乙 2:丙丁", "2:丙丁 1:甲乙", "10 01");
        pairs("1:培训次数", "1:培训人次数", "00");
        pairs("1:培训次数", "1:", "00");
    }

    #[test]
    fn the_same_id_on_another_row_is_no_match() {
        pairs("1:培训次数 2:满意度", "1:满意度 2:培训次数", "10 01");
        pairs("1:培训次数", "1:道路里程", "0_ _0");
    }

    #[test]
    fn rows_are_known_by_name() {
        pairs("1:甲 2:乙 3:丙", "7:丙 8:甲 9:丁", "20 01 1_ _2");
        pairs("1:甲 2:甲", "8:甲 9:甲", "00 11");
        pairs("1:甲 2:甲", "8:甲", "00 1_");
    }

    #[test]
    fn rows_between_the_same_neighbours_may_be_renamed() {
        pairs(
            "1:甲 2:培训合格率 3:丙",
            "7:甲 8:培训合格比率 9:丙",
            "00 11 22",
        );
        pairs(
            "1:甲 2:培训合格率 3:丙",
            "7:甲 8:道路里程 9:丙",
            "00 1_ _1 22",
        );
    }

    #[test]
    fn removed_rows_stand_where_they_stood() {
        pairs("1:甲 2:乙 3:丙 4:丁", "1:甲 4:丁", "00 1_ 2_ 31");
        pairs("1:甲", "", "0_");
        pairs("", "1:甲", "_0");
        pairs("1:甲 2:乙", "2:乙", "0_ 10");
    }
}
