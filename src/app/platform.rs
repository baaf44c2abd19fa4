//! 浏览器: the only files that name the browser. Each does one thing and knows nothing of the core.

#[cfg(feature = "more")]
pub mod address;
pub mod clipboard;
pub mod events;
pub mod files;
pub mod page;
pub mod pasted;
pub mod pile;
pub mod rescue;
pub mod storage;
pub mod swap;
