//! 绩评 Jiping: from a target table to an explained grade.

pub mod decimal;
pub mod span;
pub mod value;
