//! 零件: small pieces of HTML that know nothing of the document or the state.

pub mod bar;
pub mod el;
pub mod field;
pub mod press;
