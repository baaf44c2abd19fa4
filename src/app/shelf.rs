//! 保存: the evaluations kept on this machine, each under a key of its own.
//!
//! Decides what is written where and in which order, so that a write that fails in the middle loses nothing and
//! two tabs never overwrite what the other has not seen. There is no index to get out of step: the list is the
//! keys themselves. The storage is an interface, so that tests can fill it, block it and clear it.

pub mod blocks;
#[cfg(feature = "more")]
pub mod board;
pub mod crossing;
#[cfg(feature = "more")]
pub mod errand;
pub mod keep;
pub mod kept;
#[cfg(feature = "more")]
pub mod known;
#[cfg(feature = "more")]
pub mod list;
pub mod snapshot;
pub mod storage;
pub mod trail;
#[cfg(feature = "more")]
pub mod whole;

pub use keep::{Place, Trouble};
pub use kept::Kept;
pub use storage::{Fault, Storage};
