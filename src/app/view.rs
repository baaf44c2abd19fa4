//! 画面: what the page looks like, as functions of a moment. Views draw; they hold no callbacks and no state.

pub mod cells;
#[cfg(feature = "more")]
pub mod compare;
pub mod detail;
pub mod findings;
pub mod form;
pub mod goals;
pub mod head;
pub mod indicators;
pub mod paper;
#[cfg(feature = "more")]
pub mod review;
#[cfg(feature = "more")]
pub mod rollup;
pub mod row;
pub mod satisfaction;
#[cfg(feature = "more")]
pub mod share;
#[cfg(feature = "more")]
pub mod shelf;
pub mod summary;
pub mod tasks;

use crate::app::session::Session;

/// Whether two sessions show sections the same way.
fn same_session(a: &Session, b: &Session) -> bool {
    a.language == b.language
        && a.structure == b.structure
        && a.refusals == b.refusals
        && a.unfolded == b.unfolded
}
