//! Ids for rows that have none: a letter for the list and the next number, the same for the same document.

use super::{MAX_ITEMS, MAX_ROWS};
use crate::table::Id;

/// One of a document's three lists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listing {
    /// Its field in files.
    pub name: &'static str,
    /// What its ids begin with.
    pub prefix: &'static str,
    /// Most rows.
    pub most: usize,
}

/// 年度主要任务.
pub(crate) const TASKS: Listing = Listing {
    name: "tasks",
    prefix: "t",
    most: MAX_ITEMS,
};
/// 年度总体目标.
pub(crate) const GOALS: Listing = Listing {
    name: "goals",
    prefix: "g",
    most: MAX_ITEMS,
};
/// 绩效指标.
pub(crate) const ROWS: Listing = Listing {
    name: "indicators",
    prefix: "i",
    most: MAX_ROWS,
};

/// Most digits of a number that is counted on from; a longer one is never made here.
const MAX_DIGITS: usize = 15;

/// Makes ids that are not taken: `i39` where the highest is `i38`.
pub(crate) struct Fresh {
    prefix: &'static str,
    last: u64,
}

impl Fresh {
    /// Counts on from the highest of these ids.
    pub(crate) fn beside<'a>(listing: Listing, taken: impl IntoIterator<Item = &'a Id>) -> Self {
        let number = |id: &Id| {
            let digits = id.as_str().strip_prefix(listing.prefix)?;
            let plain = digits.len() <= MAX_DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| digits.parse().ok())?
        };
        Self {
            prefix: listing.prefix,
            last: taken.into_iter().filter_map(number).max().unwrap_or(0),
        }
    }

    /// The next one.
    pub(crate) fn next(&mut self) -> Id {
        self.last += 1;
        let mut text = self.prefix.to_owned();
        text.push_str(&self.last.to_string());
        Id::new(&text)
    }
}
