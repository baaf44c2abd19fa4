//! 保存: the evaluations kept on this machine, each under a key of its own.
//!
//! Decides what is written where and in which order, so that a write that fails in the middle loses nothing and
//! two tabs never overwrite what the other has not seen. There is no index to get out of step: the list is the
//! keys themselves. The storage is an interface, so that tests can fill it, block it and clear it.

pub mod blocks;
pub mod crossing;
pub mod keep;
pub mod kept;
pub mod snapshot;
pub mod storage;
pub mod trail;

pub use keep::{Place, Trouble};
pub use kept::Kept;
pub use storage::{Fault, Storage};
