//! Rows put in and moved.

use super::EditError;
use crate::document::Listing;

/// Puts a row in, while there is room.
pub(super) fn insert<T>(
    rows: &mut Vec<T>,
    at: usize,
    row: T,
    listing: Listing,
) -> Result<(), EditError> {
    if rows.len() >= listing.most {
        return Err(EditError::TooManyRows);
    }
    rows.insert(at.min(rows.len()), row);
    Ok(())
}

/// Moves one row, as far as there is room.
pub(super) fn rotate<T>(rows: &mut [T], at: usize, by: i32) {
    let places = usize::try_from(by.unsigned_abs()).unwrap_or(usize::MAX);
    if by < 0 {
        let to = at.saturating_sub(places);
        if let Some(rows) = rows.get_mut(to..=at) {
            rows.rotate_right(1);
        }
    } else {
        let to = at.saturating_add(places).min(rows.len().saturating_sub(1));
        if let Some(rows) = rows.get_mut(at..=to) {
            rows.rotate_left(1);
        }
    }
}
