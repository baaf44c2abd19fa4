//! 日: days of the calendar.

use std::fmt;

use super::Day;

/// First year that is read.
pub const FIRST_YEAR: u16 = 1900;
/// Last year that is read.
pub const LAST_YEAR: u16 = 2199;

impl Day {
    /// A day of the calendar, or nothing where there is no such day.
    ///
    /// ```
    /// use jiping::value::Day;
    /// assert!(Day::new(2024, 2, 29).is_some());
    /// assert!(Day::new(2023, 2, 29).is_none());
    /// ```
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 {
            return None;
        }
        if day < 1 || day > month_length(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// The last day of a month.
    #[must_use]
    pub const fn last_of(year: u16, month: u8) -> Option<Self> {
        Self::new(year, month, month_length(year, month))
    }

    /// How many days lie between 31 December of the year 0 and this day.
    #[must_use]
    pub const fn ordinal(self) -> u32 {
        let before = self.year as u32 - 1;
        let mut days = before * 365 + before / 4 - before / 100 + before / 400;
        let mut month = 1;
        while month < self.month {
            days += month_length(self.year, month) as u32;
            month += 1;
        }
        days + self.day as u32
    }

    /// The day that a spreadsheet shows for a number: 1 is 1 January 1900, 36526 is 1 January 2000.
    #[must_use]
    pub fn of_spreadsheet(serial: u32) -> Option<Self> {
        // 30 December 1899, the day before the spreadsheet's first, which it counts as 0.
        const ZERO: u32 = 693_594;
        let ordinal = ZERO.checked_add(serial)?;
        let year = u16::try_from(ordinal / 366).ok()?.max(FIRST_YEAR);
        (year..=year.saturating_add(6))
            .flat_map(|year| (1..=12).filter_map(move |month| Self::new(year, month, 1)))
            .find_map(|first| {
                let offset = ordinal.checked_sub(first.ordinal())?;
                let length = u32::from(month_length(first.year, first.month));
                (offset < length).then_some(Self {
                    day: u8::try_from(offset + 1).ok()?,
                    ..first
                })
            })
    }
}

impl fmt::Display for Day {
    /// `2022年12月31日`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}年{}月{}日", self.year, self.month, self.day)
    }
}

const fn month_length(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}
