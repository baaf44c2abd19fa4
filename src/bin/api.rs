//! The JavaScript interface as a program of its own: what `api` exports, without the page.

// Linking the library is what keeps its exports.
use jiping as _;

fn main() {}
